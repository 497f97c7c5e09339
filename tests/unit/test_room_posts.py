"""What a project's group is told of a session, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.room_posts import CANCELLED, MOVED, NEAR, Told, due, good_until
from domain.work import Session

BANGKOK = ZoneInfo("Asia/Bangkok")
NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
USUAL = {"week": 0, "day": 24 * 60, "soon": 0, "after": 0}


def session(starts_at: datetime, **more: object) -> Session:
    found = Session("s1", "p1", "kickoff", starts_at, starts_at + 2 * HOUR, "Zoom", "planned")
    return replace(found, **more)  # type: ignore[arg-type]


def said(found: Session, told: Told | None, now: datetime, *, was_near: bool = False) -> str | None:
    return due(found, told, USUAL, now, BANGKOK, was_near=was_near)


def test_a_session_is_near_a_day_before() -> None:
    assert said(session(NOON + DAY + timedelta(seconds=1)), None, NOON) is None
    assert said(session(NOON + DAY), None, NOON) == NEAR
    assert said(session(NOON + DAY), None, NOON, was_near=True) is None


def test_a_session_that_has_begun_is_not_near() -> None:
    assert said(session(NOON), None, NOON) is None
    assert said(session(NOON + timedelta(seconds=1)), None, NOON) == NEAR


def test_what_would_come_at_night_comes_the_evening_before() -> None:
    early = session(NOON + DAY - 5 * HOUR)
    assert said(early, None, NOON - 18 * HOUR) is None
    assert said(early, None, NOON - 17 * HOUR) == NEAR


@pytest.mark.parametrize("hour", [20, 23, 3, 8])
def test_nothing_is_told_at_night(hour: int) -> None:
    night = NOON.astimezone(BANGKOK).replace(hour=hour)
    assert said(session(night + 12 * HOUR), None, night) is None
    assert said(session(night + 5 * DAY), Told(NEAR, night + 12 * HOUR), night) is None


def test_a_session_may_have_its_own_time_or_none() -> None:
    assert said(session(NOON + 3 * DAY, day_minutes=4 * 24 * 60), None, NOON) == NEAR
    assert said(session(NOON + HOUR, day_minutes=0), None, NOON) is None


def test_a_cancelled_session_is_not_told_of_unless_it_was_before() -> None:
    off = session(NOON + DAY, state="cancelled")
    assert said(off, None, NOON) is None
    assert said(off, Told(NEAR, NOON + DAY), NOON) == CANCELLED
    assert said(off, Told(CANCELLED, NOON + DAY), NOON) is None
    assert said(off, Told(NEAR, NOON), NOON) is None


def test_a_session_that_was_told_of_and_moved_is_told_of_again() -> None:
    moved = session(NOON + 5 * DAY)
    assert said(moved, None, NOON) is None
    assert said(moved, Told(NEAR, NOON + DAY), NOON) == MOVED
    assert said(moved, Told(MOVED, NOON + 5 * DAY), NOON) is None
    assert said(moved, Told(MOVED, NOON + 5 * DAY), NOON + 4 * DAY) == NEAR


def test_a_session_moved_there_and_back_is_told_of_each_time() -> None:
    assert said(session(NOON + DAY), Told(MOVED, NOON + 5 * DAY), NOON, was_near=True) == MOVED


def test_a_session_that_takes_place_after_all_is_told_of() -> None:
    assert said(session(NOON + DAY), Told(CANCELLED, NOON + DAY), NOON, was_near=True) == MOVED


def test_what_is_told_is_good_until_somebody_could_have_gone_by_it() -> None:
    now_at, before = NOON + 5 * DAY, Told(NEAR, NOON + DAY)
    assert good_until(session(now_at), before, MOVED) == now_at
    assert good_until(session(now_at), before, CANCELLED) == NOON + DAY
    assert good_until(session(now_at), None, NEAR) == now_at
