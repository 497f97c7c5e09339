"""What is to be done when a role's search is due, and how far it may go."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.announcing import Suited
from domain.matching import Match
from domain.people import Person
from domain.push_budget import Month
from domain.searching import Forecast, Next, Search, forecast, what_next
from domain.work import OpenRole, Project, Role

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
ROLE = Role("designer", "project", "Designer", ("design.graphic",), 2, 3.0, "online", None, frozenset())
PROJECT = Project("project", "Neighbours", "Signs", "Make signs", None, "published")
SEARCH = Search("designer", "running", 1, 3, 15, NOW, NOW, None, 20)


def open_role(taken: int) -> OpenRole:
    return OpenRole(ROLE, PROJECT, taken)


@pytest.mark.parametrize(
    ("taken", "applied", "wave", "decided"),
    [
        (2, 0, 1, Next.FILLED),
        (2, 9, 3, Next.FILLED),
        (0, 4, 1, Next.WAIT),
        (0, 3, 1, Next.TELL),
        (1, 2, 1, Next.WAIT),
        (1, 1, 2, Next.TELL),
        (0, 4, 3, Next.WAIT),
        (0, 0, 3, Next.SPENT),
    ],
)
def test_twice_as_many_as_free_seats_are_enough(taken: int, applied: int, wave: int, decided: Next) -> None:
    assert what_next(replace(SEARCH, wave=wave), open_role(taken), applied, 0) == decided


def test_a_search_is_not_given_up_while_somebody_is_still_to_hear_of_it() -> None:
    last = replace(SEARCH, wave=3)
    assert what_next(last, open_role(0), 0, unheard=1) == Next.WAIT
    assert what_next(last, open_role(2), 0, unheard=1) == Next.FILLED


def somebody(number: int, channel: str) -> Suited:
    match = Match(60, (("design.graphic", None),), (), near=True, cause=None)
    return Suited("designer", Person(f"{number}", NOW), f"{channel}:{number}", match)


PEOPLE = [somebody(number, "telegram" if number % 2 else "line") for number in range(10)]


@pytest.mark.parametrize(
    ("size", "month", "expected"),
    [
        (4, Month(None, 0), Forecast(10, 5, 3)),
        (15, Month(None, 0), Forecast(10, 5, 1)),
        (4, Month(63, 0), Forecast(10, 3, 3)),
    ],
)
def test_all_waves_together_take_no_more_than_this(size: int, month: Month, expected: Forecast) -> None:
    assert forecast(PEOPLE, size, month) == expected


def test_without_paid_messages_the_waves_cost_nothing() -> None:
    assert forecast(PEOPLE, 4, Month(None, 0), free_only=True).pushes == 0
