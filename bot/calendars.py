"""Sessions as a calendar's file (iCalendar, RFC 5545): the same session has the same UID wherever and whenever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from domain.work import Session
from storage.sessions import Meeting
from texts import Texts

if TYPE_CHECKING:
    from icalendar import Calendar, Event

DOMAIN: Final = "handup"
LOOK_AGAIN: Final = timedelta(hours=1)
LONG_AGO: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""When a session was written down of which we do not know it."""


def feed(meetings: Sequence[Meeting], texts: Texts, language: str) -> bytes:
    """One person's sessions, to be looked at again every hour; those to which they cannot come are left out."""
    found = begun()
    name = texts.say(language, "calendar.name")
    found.add("name", name)
    found.add("x-wr-calname", name)
    found.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", "PT1H")
    return filled(found, [each for each in meetings if each.answer != "no"], texts, language)


def file(meeting: Meeting, texts: Texts, language: str) -> bytes:
    """One session."""
    return filled(begun(), [meeting], texts, language)


def begun() -> Calendar:
    """A calendar with nothing in it."""
    from icalendar import Calendar  # noqa: PLC0415 (its library takes a while, and few ask)

    found = Calendar()
    found.add("version", "2.0")
    found.add("prodid", "-//HandUp//Sessions//EN")
    found.add("calscale", "GREGORIAN")
    return found


def filled(calendar: Calendar, meetings: Sequence[Meeting], texts: Texts, language: str) -> bytes:
    """The calendar with these sessions in it."""
    for each in meetings:
        calendar.add_component(event(each, texts, language))
    return bytes(calendar.to_ical())


def event(meeting: Meeting, texts: Texts, language: str) -> Event:
    """A session: confirmed or cancelled, and taking up time only if the person comes."""
    from icalendar import Event  # noqa: PLC0415 (as above)

    session, found = meeting.session, Event()
    changed = last_change(session)
    facts: dict[str, Any] = {
        "uid": f"{session.id}@{DOMAIN}",
        "sequence": session.sequence,
        "dtstamp": changed,
        "last-modified": changed,
        "dtstart": session.starts_at.astimezone(UTC),
        "dtend": session.ends_at.astimezone(UTC),
        "summary": summary(meeting, texts, language),
        "location": session.where,
        "description": description(meeting, texts, language),
        "status": "CANCELLED" if session.state == "cancelled" else "CONFIRMED",
        "transp": "OPAQUE" if meeting.answer == "yes" and session.state == "planned" else "TRANSPARENT",
        "url": session.link,
    }
    for name, value in facts.items():
        if value != "":
            found.add(name, value)
    return found


def last_change(session: Session) -> datetime:
    """When the session was planned or changed last."""
    known = [each for each in (session.planned_at, session.changed_at) if each]
    return max(known, default=LONG_AGO).astimezone(UTC)


def summary(meeting: Meeting, texts: Texts, language: str) -> str:
    """What the session is, in the person's language."""
    session = meeting.session
    kind = texts.say(language, f"showing.kind-{session.kind}")
    name = "titled" if session.title else "summary"
    facts = {"kind": kind, "project": meeting.project, "title": session.title}
    words = texts.say(language, f"calendar.{name}", **facts)
    return words if session.state == "planned" else texts.say(language, "calendar.cancelled", summary=words)


def description(meeting: Meeting, texts: Texts, language: str) -> str:
    """Whether the person comes, what to prepare, the link; why it was called off."""
    session = meeting.session
    if session.state == "cancelled":
        return texts.say(language, "calendar.reason", words=session.reason) if session.reason else ""
    materials = texts.say(language, "calendar.materials", words=session.materials) if session.materials else ""
    said = texts.say(language, f"calendar.said-{meeting.answer or 'open'}")
    return "\n".join(part for part in (said, materials, session.link) if part)
