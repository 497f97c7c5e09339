"""Silence alarms: which are raised, which again, and which are over."""

from datetime import UTC, datetime, timedelta

from domain.alarms import NO_HOURS, NOBODY_ANSWERED, Alarm, from_facts, over, to_facts, to_raise

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
SILENT, IDLE = Alarm(NOBODY_ANSWERED, "s1"), Alarm(NO_HOURS, "p1")
DAY = timedelta(days=1)


def test_what_was_never_raised_is_raised_the_most_urgent_first() -> None:
    assert to_raise([IDLE, SILENT], {}, NOW) == [SILENT, IDLE]


def test_what_was_raised_is_not_raised_again_for_a_week() -> None:
    assert to_raise([IDLE], {IDLE: NOW - 7 * DAY + timedelta(seconds=1)}, NOW) == []
    assert to_raise([IDLE], {IDLE: NOW - 7 * DAY}, NOW) == [IDLE]


def test_what_holds_no_more_is_over() -> None:
    assert over([SILENT, IDLE], [IDLE]) == [SILENT]


def test_an_event_names_the_alarms_that_it_is_made_of() -> None:
    assert from_facts(to_facts([SILENT, IDLE])) == [SILENT, IDLE]
