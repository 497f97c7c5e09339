"""What the printed page of a session's check-in says, in both languages, for whoever has its private link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from domain.work import Session
from flows import links
from flows.check_in_code import PURPOSE
from storage import people, projects, sessions, staff
from texts import LANGUAGES, Texts, dates

WORDS: Final = ("heading", "open_chat", "type_this")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A session's check-in on paper."""

    code: str
    project: str
    about: Mapping[str, str]
    """The session by language: kind, title and time, a line each."""
    where: str
    addresses: Mapping[str, str]
    """What the QR codes lead to, by channel."""
    words: Mapping[str, Mapping[str, str]]
    """The words around it: by name, then by language."""


def sheet(tx: Connection, texts: Texts, timezone: str, token: str, now: datetime) -> Sheet | None:
    """What stands behind a private link, as it is now; nothing if the link or the session is good no more."""
    link = people.link_of(tx, token, now)
    if link is None or link.purpose != PURPOSE or not staff.is_staff(tx, link.person):
        return None
    found = sessions.find(tx, str(link.about))
    if found is None or not found.code or found.state != "planned":
        return None
    project = projects.find(tx, found.project)
    return Sheet(
        code=found.code,
        project=project.title if project else "",
        about={language: described(texts, language, timezone, found) for language in LANGUAGES},
        where=found.where,
        addresses=links.addresses_of(tx, links.door_of_check_in(texts, "th", found.code)),
        words={name: texts.both(f"check_in_sheet.{name}") for name in WORDS},
    )


def described(texts: Texts, language: str, timezone: str, session: Session) -> str:
    """What a session is and when, in one line."""
    starts, ends = (dates.local(each, timezone) for each in (session.starts_at, session.ends_at))
    parts = [texts.say(language, f"showing.kind-{session.kind}"), session.title, dates.span(language, starts, ends)]
    return " · ".join(part for part in parts if part)
