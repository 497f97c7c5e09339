"""When one can check in, how late is late, and how long somebody was there."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from typing import Any

import pytest

from domain import attendance
from domain.attendance import Attendance, Door, Presence
from domain.marking import Mark, moment_of, read_mark
from domain.work import Session

START = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)
END = START + timedelta(hours=3)
MEETING = Session("s", "p", "workshop", START, END, "ห้องสมุดเมือง", "planned")
CANCELLED = Session("s", "p", "workshop", START, END, "ห้องสมุดเมือง", "cancelled")
BANGKOK = timezone(timedelta(hours=7))


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def seen(came: bool = True, arrived: datetime | None = None, left: datetime | None = None, **more: Any) -> Attendance:
    facts: dict[str, Any] = {"source": "code", "by": None, "reason": None, "at": START, **more}
    return Attendance("s", "p", came, arrived, left, **facts)


@pytest.mark.parametrize(
    ("moment", "door"),
    [
        (START - minutes(60.1), Door.EARLY),
        (START - minutes(60), Door.OPEN),
        (START, Door.OPEN),
        (END + minutes(119), Door.OPEN),
        (END + minutes(120), Door.SHUT),
        (END + timedelta(days=1), Door.SHUT),
    ],
)
def test_one_can_check_in_from_an_hour_before_the_start_until_two_hours_after_the_end(
    moment: datetime, door: Door
) -> None:
    assert attendance.door(MEETING, moment) == door
    assert attendance.door(CANCELLED, moment) == Door.CALLED_OFF


@pytest.mark.parametrize(("after", "late"), [(-30, 0), (0, 0), (15, 0), (16, 16), (90, 90)])
def test_more_than_a_quarter_of_an_hour_after_the_start_is_late(after: int, late: int) -> None:
    assert attendance.minutes_late(MEETING, START + minutes(after)) == late


@pytest.mark.parametrize(("before", "early"), [(-30, 0), (0, 0), (15, 0), (16, 16), (90, 90)])
def test_more_than_a_quarter_of_an_hour_before_the_end_is_early(before: int, early: int) -> None:
    assert attendance.minutes_early(MEETING, END - minutes(before)) == early


def test_whose_times_staff_did_not_say_was_there_from_start_to_end() -> None:
    assert attendance.minutes_late(MEETING, None) == 0
    assert attendance.minutes_early(MEETING, None) == 0
    assert attendance.minutes_attended(MEETING, seen(source="staff")) == 180


@pytest.mark.parametrize(
    ("arrived", "left", "attended"),
    [
        (START - minutes(40), None, 180),
        (START + minutes(20), None, 160),
        (START, END - minutes(30), 150),
        (START + minutes(20), END - minutes(30), 130),
        (START, END + minutes(30), 180),
        (END, None, 0),
        (END + minutes(30), None, 0),
        (START + minutes(50), START + minutes(40), 0),
    ],
)
def test_attended_is_from_coming_to_leaving_within_the_session(
    arrived: datetime, left: datetime | None, attended: int
) -> None:
    assert attendance.minutes_attended(MEETING, seen(arrived=arrived, left=left)) == attended


def test_who_was_not_seen_or_not_there_attended_nothing() -> None:
    assert attendance.minutes_attended(MEETING, None) == 0
    assert attendance.minutes_attended(MEETING, seen(came=False)) == 0


@pytest.mark.parametrize("answer", [None, "yes", "no", "maybe", "waiting"])
def test_a_no_show_said_yes_and_was_not_seen_until_the_end(answer: str | None) -> None:
    assert attendance.presence(MEETING, answer, None, END - minutes(1)) == Presence.UNSEEN
    over = Presence.NO_SHOW if answer == "yes" else Presence.UNSEEN
    assert attendance.presence(MEETING, answer, None, END) == over
    assert attendance.presence(MEETING, answer, seen(), END) == Presence.CAME
    assert attendance.presence(MEETING, answer, seen(came=False), END) == Presence.ABSENT


# ---------------------------------------------------------------- marking


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("มา 1 3 5", Mark("มา", (1, 3, 5))),
        ("มา ๑, ๓ และ ๕", Mark("มา", (1, 3, 5))),
        ("ไม่มา 2", Mark("ไม่มา", (2,))),
        ("Absent 2 and 3", Mark("absent", (2, 3))),
        ("สาย 4 30 นาที", Mark("สาย", (4,), minutes=30)),
        ("สาย 4, 5 30นาที", Mark("สาย", (4, 5), minutes=30)),
        ("late 4 1 h", Mark("late", (4,), minutes=60)),
        ("late 4 30 min", Mark("late", (4,), minutes=30)),
        ("สาย 4 12:40", Mark("สาย", (4,), clock=time(12, 40))),
        ("กลับก่อน 2 15.30 น.", Mark("กลับก่อน", (2,), clock=time(15, 30))),
        ("left 2 at 15:30", Mark("left", (2,), clock=time(15, 30))),
        ("มา 10.30", Mark("มา", (10, 30))),
        ("สาย 4 30", Mark("สาย", (4, 30))),
    ],
)
def test_a_mark_says_what_of_whom_and_when(line: str, mark: Mark) -> None:
    assert read_mark(line) == mark


@pytest.mark.parametrize("line", ["", "มา", "1 3 5", "ทุกคนมาแล้วนะ", "กลับก่อน 2 25:90", "30 นาที"])
def test_what_is_no_mark_says_nothing(line: str) -> None:
    assert read_mark(line) is None


@pytest.mark.parametrize(
    ("mark", "before_end", "after_start"),
    [
        (Mark("สาย", (1,), clock=time(13, 20)), False, 20),
        (Mark("สาย", (1,), minutes=20), False, 20),
        (Mark("กลับก่อน", (1,), minutes=20), True, 160),
        (Mark("กลับก่อน", (1,), clock=time(15, 30)), True, 150),
        (Mark("สาย", (1,), clock=time(12, 59)), False, None),
        (Mark("กลับก่อน", (1,), clock=time(16, 1)), True, None),
        (Mark("สาย", (1,), minutes=181), False, None),
        (Mark("สาย", (1,)), False, None),
    ],
)
def test_a_marks_moment_lies_within_the_session(mark: Mark, before_end: bool, after_start: int | None) -> None:
    moment = moment_of(mark, MEETING, START.astimezone(BANGKOK), before_end=before_end)
    assert moment == (None if after_start is None else START + minutes(after_start))


def test_a_session_past_midnight_knows_the_small_hours() -> None:
    late = datetime(2026, 11, 24, 22, 0, tzinfo=BANGKOK)
    night = Session("s", "p", "workshop", late.astimezone(UTC), (late + minutes(240)).astimezone(UTC), "", "planned")
    moment = moment_of(Mark("กลับก่อน", (1,), clock=time(1, 0)), night, late, before_end=True)
    assert moment == late + minutes(180)
