"""A person's record: the skills they used, what a card calls them, and hours that were taken off."""

from __future__ import annotations

from datetime import date

import pytest

from domain.ledger import Check, Grade, Line
from domain.record import named, skills_used
from texts import dates

OF_ROLE = {"designer": ("design.graphic", "design.logo"), "writer": ("mkt.content",)}


def line(minutes: int, role: str | None = None, skill: str | None = None, check: Check = Check.NONE) -> Line:
    return Line(
        entry="entry",
        person="mali",
        role=role,
        project=None,
        organisation=None,
        company=None,
        worked_on=date(2026, 11, 23),
        minutes=minutes,
        working=False,
        skill=skill,
        session=None,
        note="",
        check=check,
        grade=Grade.SELF_REPORTED,
        baht_a_day=800,
        satang=0,
        closed=False,
    )


def test_the_skill_used_longest_comes_first() -> None:
    lines = [line(60, "designer"), line(120, "writer")]
    assert skills_used(lines, OF_ROLE) == ["mkt.content", "design.graphic", "design.logo"]


def test_a_skill_that_an_entry_names_counts_instead_of_those_of_its_role() -> None:
    assert skills_used([line(60, "designer", "design.logo")], OF_ROLE) == ["design.logo"]


def test_rejected_hours_used_no_skill() -> None:
    assert skills_used([line(60, "designer", check=Check.REJECTED)], OF_ROLE) == []


def test_hours_that_were_all_taken_off_used_no_skill() -> None:
    assert skills_used([line(60, "designer"), line(-60, "designer")], OF_ROLE) == []


def test_hours_of_no_role_use_no_skill_unless_they_name_one() -> None:
    assert skills_used([line(60), line(30, skill="mkt.content")], OF_ROLE) == ["mkt.content"]


@pytest.mark.parametrize(
    ("name", "naming", "said"),
    [
        ("มะลิ ใจดี", "given", "มะลิ"),
        ("มะลิ ใจดี", "whole", "มะลิ ใจดี"),
        ("มะลิ ใจดี", "none", ""),
        ("Dr. Malee Jaidee", "given", "Malee"),
        ("นางสาว มะลิ ใจดี", "given", "มะลิ"),
        ("ดร.", "given", "ดร."),
        ("มะลิ", "given", "มะลิ"),
        (None, "given", ""),
        ("มะลิ", "anything else", ""),
    ],
)
def test_a_card_says_as_much_of_the_name_as_was_chosen(name: str | None, naming: str, said: str) -> None:
    assert named(name, naming) == said


@pytest.mark.parametrize(("minutes", "said"), [(-90, "−1 h 30 min"), (-60, "−1 h"), (0, "0 h"), (90, "1 h 30 min")])
def test_hours_that_were_taken_off_have_a_minus(minutes: int, said: str) -> None:
    assert dates.duration("en", minutes) == said
