"""The rules of the work: hours that are asked about, and sessions that clash."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.hours import Doubt, Worked, doubts, fits_in_the_day
from domain.work import Session, overlap

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


def asked(minutes: int, *before: Worked, days_ago: int = 0) -> set[str]:
    return set(doubts(Worked(TODAY - timedelta(days=days_ago), minutes), before, TODAY))


def session(start: int, end: int) -> Session:
    begins, ends = NOON + timedelta(hours=start), NOON + timedelta(hours=end)
    return Session(f"{start}-{end}", "j", "workshop", begins, ends, "Zoom", "planned")


def test_an_ordinary_entry_is_not_asked_about() -> None:
    assert asked(180) == set()


@pytest.mark.parametrize(("minutes", "asks"), [(720, False), (721, True)])
def test_more_than_12_hours_a_day_are_asked_about(minutes: int, asks: bool) -> None:
    assert (Doubt.LONG_DAY in asked(minutes)) is asks


def test_what_stands_on_the_same_day_counts_too() -> None:
    assert Doubt.LONG_DAY in asked(180, Worked(TODAY, 600))
    assert Doubt.LONG_DAY not in asked(180, Worked(TODAY - timedelta(days=1), 600))


@pytest.mark.parametrize(("days", "asks"), [(30, False), (31, True)])
def test_work_of_more_than_30_days_ago_is_asked_about(days: int, asks: bool) -> None:
    assert (Doubt.LONG_AGO in asked(60, days_ago=days)) is asks


def test_the_same_minutes_on_the_same_day_are_asked_about() -> None:
    assert Doubt.TWICE in asked(60, Worked(TODAY, 60))
    assert Doubt.TWICE not in asked(60, Worked(TODAY, 61))


def test_a_day_never_has_more_than_24_hours() -> None:
    assert fits_in_the_day(Worked(TODAY, 1440), [])
    assert fits_in_the_day(Worked(TODAY, 60), [Worked(TODAY, 1380)])
    assert not fits_in_the_day(Worked(TODAY, 61), [Worked(TODAY, 1380)])


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [((0, 2), (1, 3), True), ((0, 3), (1, 2), True), ((0, 2), (2, 3), False), ((0, 1), (2, 3), False)],
)
def test_sessions_clash_when_they_share_time(one: tuple[int, int], other: tuple[int, int], together: bool) -> None:
    assert overlap(session(*one), session(*other)) is together
    assert overlap(session(*other), session(*one)) is together
