"""When who is reminded of a session: the rules, one sentence each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.reminders import (
    AFTER,
    DAY,
    LATEST_LOOK,
    SAID_WITHIN,
    SOON,
    WEEK,
    Invitee,
    Outlook,
    Quiet,
    first_look,
    good_until,
    offsets,
    outlook,
)
from domain.work import Session

BANGKOK = ZoneInfo("Asia/Bangkok")
START = datetime(2026, 12, 5, 3, 0, tzinfo=UTC)
"""A Saturday, ten in the morning in Bangkok."""
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
USUAL = {WEEK: 7 * 1440, DAY: 1440, SOON: 120, AFTER: 30}
NIGHT = Quiet(time(21), time(8), BANGKOK)
PLANNED = Session("s", "p", "workshop", START, START + 2 * HOUR, "Zoom", "planned", planned_at=START - 240 * HOUR)
LONG_AHEAD = replace(PLANNED, planned_at=START - 241 * HOUR)


def at(before: timedelta, session: Session = PLANNED, **who: Any) -> str | None:
    """What somebody is due so long before the start (after it: less than nothing)."""
    invitee = Invitee("mali", **{"answer": None, "said": frozenset(), **who})
    due = outlook(session, [invitee], USUAL, START - before).due
    return due[0][1] if due else None


def looks(now: datetime, *people: Invitee, session: Session = PLANNED) -> Outlook:
    return outlook(session, people or [Invitee("mali", None, frozenset())], USUAL, now)


# ---------------------------------------------------------------- each in its season


@pytest.mark.parametrize(
    ("hours", "lead"), [(169, None), (168, WEEK), (27.1, WEEK), (24, DAY), (2, DAY), (0.1, DAY), (0, None)]
)
def test_who_is_silent_is_asked_a_week_and_a_day_before(hours: float, lead: str | None) -> None:
    assert at(hours * HOUR, LONG_AHEAD) == lead


@pytest.mark.parametrize(("hours", "lead"), [(24, DAY), (5.1, DAY), (2, SOON), (0.1, SOON), (0, None)])
def test_who_comes_is_reminded_shortly_before_as_well(hours: float, lead: str | None) -> None:
    assert at(hours * HOUR, answer="yes") == lead


def test_only_who_said_yes_is_reminded_shortly_before() -> None:
    for said in (None, "maybe"):
        assert at(HOUR, answer=said, said=frozenset({DAY})) is None


@pytest.mark.parametrize("hours", [168, 24, 1])
def test_who_cannot_come_or_waits_for_a_place_is_left_alone(hours: float) -> None:
    for said in ("no", "waiting"):
        assert at(hours * HOUR, LONG_AHEAD, answer=said) is None


def test_a_week_before_only_what_was_planned_over_ten_days_ahead_is_reminded_of() -> None:
    assert at(100 * HOUR, PLANNED) is None
    assert at(100 * HOUR, LONG_AHEAD) == WEEK
    assert at(100 * HOUR, replace(PLANNED, planned_at=None)) is None


def test_nobody_is_reminded_twice() -> None:
    assert at(100 * HOUR, LONG_AHEAD, said=frozenset({WEEK})) is None
    assert at(20 * HOUR, LONG_AHEAD, said=frozenset({WEEK})) == DAY
    assert at(20 * HOUR, LONG_AHEAD, said=frozenset({WEEK, DAY})) is None


def test_a_later_reminder_takes_over_from_one_that_was_missed() -> None:
    assert at(HOUR, LONG_AHEAD, answer="yes") == SOON
    assert at(HOUR, LONG_AHEAD, answer="yes", said=frozenset({SOON})) is None


def test_a_late_reminder_is_left_out_when_the_next_one_is_near() -> None:
    assert at(28 * HOUR, LONG_AHEAD) == WEEK
    assert at(26 * HOUR, LONG_AHEAD) is None
    assert at(4 * HOUR, answer="yes") is None
    assert at(4 * HOUR, answer="maybe") == DAY
    close = replace(PLANNED, day_minutes=180)
    assert at(3 * HOUR, close, answer="yes") == DAY


def test_an_earlier_reminder_is_not_made_up_for() -> None:
    assert at(HOUR, answer="maybe", said=frozenset({SOON})) is None


def test_a_cancelled_session_is_not_reminded_of() -> None:
    for hours in (24, 1, -3):
        assert at(hours * HOUR, replace(PLANNED, state="cancelled"), answer="yes", came=True) is None


# ---------------------------------------------------------------- offsets


def test_a_session_may_have_offsets_of_its_own() -> None:
    own = replace(PLANNED, day_minutes=48 * 60, soon_minutes=30)
    assert (at(47 * HOUR, own), at(49 * HOUR, own)) == (DAY, None)
    assert (at(4 * HOUR, own, answer="yes"), at(HOUR / 2, own, answer="yes")) == (DAY, SOON)


def test_nothing_minutes_before_means_never() -> None:
    assert at(HOUR, replace(PLANNED, day_minutes=0)) is None
    assert offsets(PLANNED, {**USUAL, SOON: 0}).keys() == {DAY, AFTER}
    assert at(-3 * HOUR, replace(PLANNED, after_minutes=0), answer="yes") is None


# ---------------------------------------------------------------- quiet hours


def test_a_reminder_that_falls_into_quiet_hours_comes_before_they_begin() -> None:
    nine = Quiet(time(9, 30), time(17), BANGKOK)
    assert at(24 * HOUR + 31 * MINUTE, quiet=nine) == DAY
    assert at(24 * HOUR + 32 * MINUTE, quiet=nine) is None


def test_quiet_hours_over_midnight_move_the_morning_reminder_to_the_evening_before() -> None:
    early = replace(PLANNED, starts_at=START - 3 * HOUR, ends_at=START)
    due = outlook(early, [Invitee("mali", "yes", frozenset({DAY}), NIGHT)], USUAL, START - 13 * HOUR - MINUTE)
    assert due.due == (("mali", SOON),)


def test_nobody_is_reminded_in_quiet_hours() -> None:
    for hours in (24, 22, 3, 1):
        assert at(hours * HOUR, quiet=Quiet(time(0), time(23, 59), BANGKOK)) is None


def test_after_downtime_in_quiet_hours_it_is_said_when_they_end_if_that_is_before_the_start() -> None:
    mali = Invitee("mali", None, frozenset(), NIGHT)
    asleep = looks(START - 9 * HOUR, mali)
    assert (asleep.due, asleep.next_look) == ((), START - 9 * HOUR + LATEST_LOOK)
    nearly = looks(START - 2 * HOUR - MINUTE, mali)
    assert (nearly.due, nearly.next_look) == ((), START - 2 * HOUR)
    assert looks(START - 2 * HOUR, mali).due == (("mali", DAY),)


@pytest.mark.parametrize("begins", [time(0), time(7), time(9, 59), time(12), time(21)])
@pytest.mark.parametrize("hours", [1, 8, 14, 23])
def test_no_reminder_is_moved_past_the_start_or_before_a_day_earlier(begins: time, hours: int) -> None:
    ends = (datetime.combine(START, begins) + hours * HOUR).time()
    mali = Invitee("mali", "yes", frozenset(), Quiet(begins, ends, BANGKOK))
    said = [
        moment for moment in (START - minutes * MINUTE for minutes in range(0, 3 * 1440, 7)) if looks(moment, mali).due
    ]
    assert all(first_look(PLANNED, USUAL) <= moment < START for moment in said)


# ---------------------------------------------------------------- after a session


def test_who_was_there_or_said_they_come_is_asked_how_it_was_half_an_hour_after_the_end() -> None:
    for who in ({"answer": "yes"}, {"came": True}, {"answer": "no", "came": True}):
        assert at(-2.4 * HOUR, **who) is None
        assert at(-2.5 * HOUR, **who) == AFTER
        assert at(-25 * HOUR, **who) == AFTER
        assert at(-26 * HOUR, **who) is None


def test_who_was_not_there_or_has_logged_hours_or_was_asked_is_not_asked() -> None:
    for who in ({"came": False}, {"logged": True}, {"said": frozenset({AFTER})}):
        assert at(-3 * HOUR, answer="yes", **who) is None
    for said in (None, "maybe", "no", "waiting"):
        assert at(-3 * HOUR, answer=said) is None


def test_the_question_after_a_session_waits_for_the_end_of_quiet_hours() -> None:
    late = replace(PLANNED, starts_at=START + 10 * HOUR, ends_at=START + 12 * HOUR)
    mali = Invitee("mali", "yes", frozenset({SOON}), NIGHT)
    assert looks(START + 13 * HOUR, mali, session=late).due == ()
    assert looks(START + 22 * HOUR, mali, session=late).due == (("mali", AFTER),)


# ---------------------------------------------------------------- when to look again


def test_the_next_look_is_at_the_next_moment_at_which_anybody_may_be_due_something() -> None:
    assert looks(START - 24 * HOUR - 20 * MINUTE).next_look == START - 24 * HOUR
    assert looks(START - 30 * HOUR).next_look == START - 30 * HOUR + LATEST_LOOK


def test_who_is_due_a_reminder_is_looked_at_again_soon() -> None:
    assert looks(START - 20 * HOUR).next_look == START - 20 * HOUR + SAID_WITHIN


def test_before_the_first_look_nobody_can_be_due_anything() -> None:
    assert first_look(PLANNED, USUAL) == START - 48 * HOUR
    assert first_look(LONG_AHEAD, USUAL) == START - 192 * HOUR


# ---------------------------------------------------------------- how long it is true


def test_a_reminder_is_good_until_the_start_or_until_quiet_hours_begin() -> None:
    morning, evening = START - 2 * HOUR, START - 14 * HOUR
    assert good_until(PLANNED, SOON, None, morning) == START
    assert good_until(PLANNED, SOON, NIGHT, morning) == START
    assert good_until(PLANNED, DAY, NIGHT, evening) == START - 13 * HOUR


def test_the_question_after_a_session_is_good_for_a_day() -> None:
    assert good_until(PLANNED, AFTER, None, START + 3 * HOUR) == START + 26 * HOUR
