"""Sessions as a calendar's file, read back as a calendar program reads it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from bot import calendars
from domain.work import SESSION_KINDS, Session
from storage.sessions import Meeting
from texts import all_texts

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
STARTS = datetime(2026, 11, 28, 10, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
HOUR = timedelta(hours=1)
TEXTS = all_texts()


def meeting(answer: str | None = "yes", **facts: Any) -> Meeting:
    """A workshop on Saturday, planned today."""
    session = Session("k3f9m2xwp4qr", "p", "workshop", STARTS, STARTS + 3 * HOUR, "บ้านอุ่นใจ บางกะปิ", "planned")
    return Meeting(replace(session, **{"planned_at": NOW, **facts}), "เพจใหม่ของบ้านอุ่นใจ", answer)


def read(body: bytes) -> Calendar:
    """The file as a calendar program sees it."""
    found = Calendar.from_ical(body)
    assert isinstance(found, Calendar)
    return found


def event(one: Meeting, language: str = "th") -> Event:
    """The only event of a session's file."""
    [found] = read(calendars.file(one, TEXTS, language)).events
    return found


def test_a_session_is_an_event_in_utc() -> None:
    found = event(meeting())
    assert found["uid"] == "k3f9m2xwp4qr@handup"
    assert (found["sequence"], found["status"]) == (0, "CONFIRMED")
    assert found.decoded("dtstart") == datetime(2026, 11, 28, 3, 0, tzinfo=UTC)
    assert found.decoded("dtend") == datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
    assert found.decoded("dtstamp") == found.decoded("last-modified") == NOW
    assert found["location"] == "บ้านอุ่นใจ บางกะปิ"
    assert b"DTSTART:20261128T030000Z" in calendars.file(meeting(), TEXTS, "th")
    assert found.alarms.times == []


@pytest.mark.parametrize(
    ("language", "words"),
    [("th", "เวิร์กช็อป “เพจใหม่ของบ้านอุ่นใจ”"), ("en", "workshop “เพจใหม่ของบ้านอุ่นใจ”")],
)
def test_it_speaks_the_persons_language(language: str, words: str) -> None:
    assert event(meeting(), language)["summary"] == words


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("kind", SESSION_KINDS)
def test_every_kind_has_its_words(language: str, kind: str) -> None:
    words = TEXTS.say(language, f"showing.kind-{kind}")
    assert event(meeting(kind=kind, title="วาดภาพ"), language)["summary"] == f"{words}: วาดภาพ “เพจใหม่ของบ้านอุ่นใจ”"


def test_a_link_and_what_to_prepare_stand_in_it() -> None:
    found = event(meeting(link="https://meet.example/a?b=1,2;3", materials="อ่านหน้า 1\nเอาโน้ตบุ๊กมา"))
    assert found["url"] == "https://meet.example/a?b=1,2;3"
    assert found["description"].split("\n") == [
        "คุณตอบว่าไปได้",
        "เตรียมตัว: อ่านหน้า 1",
        "เอาโน้ตบุ๊กมา",
        "https://meet.example/a?b=1,2;3",
    ]
    assert "url" not in event(meeting())


def test_what_was_moved_has_a_new_time_a_higher_sequence_and_the_same_uid() -> None:
    before, moved = meeting(), meeting(sequence=1, starts_at=STARTS + 24 * HOUR, ends_at=STARTS + 27 * HOUR)
    after = event(replace(moved, session=replace(moved.session, changed_at=NOW + HOUR)))
    assert after["uid"] == event(before)["uid"]
    assert (event(before)["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("dtstart") - event(before).decoded("dtstart") == 24 * HOUR
    assert after.decoded("last-modified") == NOW + HOUR


def test_what_was_called_off_says_so() -> None:
    found = event(meeting(state="cancelled", reason="ฝนตกหนัก", sequence=2), "en")
    assert (found["status"], found["transp"]) == ("CANCELLED", "TRANSPARENT")
    assert found["summary"].startswith("Cancelled: workshop")
    assert found["description"] == "Why: ฝนตกหนัก"


@pytest.mark.parametrize(("answer", "transp"), [("yes", "OPAQUE"), ("maybe", "TRANSPARENT"), (None, "TRANSPARENT")])
def test_only_a_yes_takes_up_time(answer: str | None, transp: str) -> None:
    assert event(meeting(answer))["transp"] == transp


def test_the_feed_leaves_out_what_they_cannot_come_to() -> None:
    sessions = [meeting(answer) for answer in ("yes", "no", "maybe", "waiting", None)]
    found = read(calendars.feed(sessions, TEXTS, "en"))
    said = [each["description"] for each in found.events]
    assert said == [TEXTS.say("en", f"calendar.said-{each}") for each in ("yes", "maybe", "waiting", "open")]
    assert found["x-wr-calname"] == found["name"] == "My sessions · HandUp"


def test_an_empty_feed_is_a_calendar() -> None:
    assert read(calendars.feed([], TEXTS, "th")).events == []


def test_the_same_sessions_make_the_same_file() -> None:
    assert calendars.feed([meeting()], TEXTS, "th") == calendars.feed([meeting()], TEXTS, "th")


def test_a_session_from_before_we_wrote_down_when_has_a_stamp_all_the_same() -> None:
    assert event(meeting(planned_at=None)).decoded("dtstamp") == calendars.LONG_AGO
