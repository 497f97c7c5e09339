"""What makes us ask before hours are written down, which skill they were given with, and when we ask after a week."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.hours import Doubt, Worked, doubts, fits_in_the_day, is_to_come, overlap, skill_given
from domain.nudges import asked_until, is_stale, last_day, week_to_ask_about
from texts import dates

TODAY = date(2026, 11, 24)
YESTERDAY = date(2026, 11, 23)
BANGKOK = ZoneInfo("Asia/Bangkok")


def at(hour: float, hours: float, on: date = TODAY) -> Worked:
    """So many hours from this hour of a day on."""
    return Worked(on, round(hours * 60), round(hour * 60))


def test_what_begins_when_the_other_ends_does_not_fall_together() -> None:
    assert not overlap(at(9, 3), at(12, 1))
    assert overlap(at(9, 3), at(11.5, 1))
    assert overlap(at(9, 8), at(10, 1))


def test_only_known_times_fall_together() -> None:
    assert not overlap(at(9, 3), Worked(TODAY, 180))
    assert not overlap(at(9, 3), at(9, 3, YESTERDAY))


def test_work_past_midnight_falls_together_with_the_next_morning() -> None:
    assert overlap(at(22, 4, YESTERDAY), at(1, 1))


def test_as_long_on_the_same_day_may_be_the_same_unless_both_times_are_known() -> None:
    assert doubts(Worked(TODAY, 180), [Worked(TODAY, 180)], TODAY) == {Doubt.TWICE}
    assert doubts(at(13, 3), [Worked(TODAY, 180)], TODAY) == {Doubt.TWICE}
    assert doubts(at(13, 3), [at(9, 3)], TODAY) == set()
    assert doubts(at(9, 3), [at(9, 3)], TODAY) == {Doubt.OVERLAP}


def test_a_session_that_was_attended_at_that_time_is_asked_about() -> None:
    assert doubts(at(13, 2), [], TODAY, [at(14, 2)]) == {Doubt.AT_SESSION}
    assert doubts(Worked(TODAY, 120), [], TODAY, [at(14, 2)]) == set()


def test_more_than_twelve_hours_and_more_than_thirty_days_are_asked_about() -> None:
    assert doubts(Worked(TODAY, 12 * 60), [], TODAY) == set()
    assert doubts(Worked(TODAY, 12 * 60 + 1), [], TODAY) == {Doubt.LONG_DAY}
    assert doubts(Worked(date(2026, 10, 25), 60), [], TODAY) == set()
    assert doubts(Worked(date(2026, 10, 24), 60), [], TODAY) == {Doubt.LONG_AGO}


def test_a_day_has_no_more_than_twenty_four_hours() -> None:
    assert fits_in_the_day(Worked(TODAY, 60), [Worked(TODAY, 23 * 60), Worked(YESTERDAY, 600)])
    assert not fits_in_the_day(Worked(TODAY, 61), [Worked(TODAY, 23 * 60)])


def test_what_is_not_done_yet_is_to_come() -> None:
    local = datetime(2026, 11, 24, 12, 0, tzinfo=BANGKOK)
    assert is_to_come(at(13, 1), local)
    assert is_to_come(at(11, 3), local)
    assert not is_to_come(at(11, 1.5), local)
    assert not is_to_come(at(13, 1, YESTERDAY), local)
    assert is_to_come(Worked(date(2026, 11, 25), 60), local)
    assert not is_to_come(Worked(TODAY, 600), local)


@pytest.mark.parametrize(
    ("must", "nice", "note", "skill"),
    [
        (["mkt.content"], [], "ประชุม", "mkt.content"),
        (["design.graphic", "design.logo"], [], "ออกแบบโลโก้", "design.logo"),
        (["design.graphic", "design.logo"], [], "logo design", "design.logo"),
        (["design.graphic", "design.logo"], [], "ประชุม", None),
        (["design.graphic", "design.logo"], [], "สอนบัญชี", None),
        ([], ["mkt.content"], "ทำคอนเทนต์", "mkt.content"),
        ([], [], "ทำคอนเทนต์", None),
    ],
)
def test_the_skill_is_the_only_one_or_the_one_that_is_spoken_of(
    must: list[str], nice: list[str], note: str, skill: str | None
) -> None:
    assert skill_given(must, nice, note) == skill


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        ("2026-11-23T10:00", date(2026, 11, 16)),
        ("2026-11-23T19:59", date(2026, 11, 16)),
        ("2026-11-23T09:59", None),
        ("2026-11-23T20:00", None),
        ("2026-11-24T10:00", None),
        ("2026-11-22T10:00", None),
    ],
)
def test_we_ask_on_mondays_by_day_for_the_week_before(moment: str, week: date | None) -> None:
    assert week_to_ask_about(datetime.fromisoformat(moment).replace(tzinfo=BANGKOK)) == week


def test_a_week_is_asked_about_until_the_evening_and_is_stale_after_three() -> None:
    week = date(2026, 11, 16)
    assert last_day(week) == date(2026, 11, 22)
    asked = datetime(2026, 11, 23, 11, 0, tzinfo=BANGKOK)
    assert asked_until(week, asked) == datetime(2026, 11, 23, 20, 0, tzinfo=BANGKOK)
    assert not is_stale(week, date(2026, 12, 7))
    assert is_stale(week, date(2026, 12, 8))


def test_what_is_taken_off_has_a_minus_before_it() -> None:
    assert [dates.duration("th", -30), dates.duration("en", -90)] == ["−30 นาที", "−1 h 30 min"]
