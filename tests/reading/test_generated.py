"""Chatter changes nothing: a statement reads the same whatever is said around it, or is asked about."""

from __future__ import annotations

from random import Random

from domain.reading import read_availability
from tests.reading.example_sets import NOON
from tests.reading.generated import Line, around, idle, nothing, statement

SEED = 2569
LINES = 1500
ASKED_AT_MOST = 0.05
WRONG_AT_MOST = 0.005


def told(line: Line) -> str:
    """``exact``, ``asked`` for a reading that fell to nothing, or ``wrong``."""
    reading = read_availability(line.text, NOON)
    got = (reading.slots, reading.days_per_month, reading.hours_per_week) if reading.understood else None
    wanted = None if line.slots is None else (line.slots, line.days_per_month, line.hours_per_week)
    return "exact" if got == wanted else "asked" if got is None else "wrong"


def test_reads_every_plain_statement() -> None:
    chance = Random(SEED)
    lines = [statement(chance) for _ in range(LINES)]
    assert [line.text for line in lines if told(line) != "exact"] == []


def test_reads_nothing_where_nothing_is_said_of_when() -> None:
    chance = Random(SEED)
    assert [line.text for line in (nothing(chance) for _ in range(LINES)) if told(line) != "exact"] == []


def test_reads_nothing_in_chatter_beside_chatter() -> None:
    chance = Random(SEED)
    wrong = [line.text for line in (idle(chance) for _ in range(LINES)) if told(line) == "wrong"]
    assert len(wrong) <= WRONG_AT_MOST * LINES, wrong


def test_chatter_around_a_statement_changes_nothing() -> None:
    chance = Random(SEED)
    lines = [around(statement(chance), chance) for _ in range(LINES)]
    wrong = [line.text for line in lines if told(line) == "wrong"]
    asked = [line.text for line in lines if told(line) == "asked"]
    assert len(wrong) <= WRONG_AT_MOST * LINES, wrong
    assert len(asked) <= ASKED_AT_MOST * LINES, asked
