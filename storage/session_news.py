"""What people are to hear of sessions: whom each piece of news concerns, and one event for each person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, select

from domain.events import ANSWER_WANTED, PLACE_FREED, SESSION_CHANGED
from domain.work import Session
from storage import answers, chats, invitations, notices, projects
from storage.schema import chats as chats_table
from storage.schema import inbox

PLANNED, MOVED, CHANGED, CANCELLED, LET_OFF = "planned", "moved", "changed", "cancelled", "let_off"
WITHOUT_THE_UNABLE: Final = (CHANGED, CANCELLED)
"""Who said that they cannot come does not hear of these."""


@dataclass(frozen=True, slots=True)
class News:
    """What was done with one session."""

    session: Session
    """As it is now."""
    what: str
    was: Session | None = None
    """What a moved session was before."""
    facts: tuple[str, ...] = ()
    """What is different about a changed one."""
    people: tuple[str, ...] | None = None
    """Whom it concerns, if not all who are invited."""


def concerned(tx: Connection, news: News) -> list[str]:
    """Whom does this concern: who is invited, but for who could not come anyway?"""
    if news.people is not None:
        return list(news.people)
    unable = set(answers.who(tx, news.session.id, "no")) if news.what in WITHOUT_THE_UNABLE else set()
    return [each for each in invitations.invited(tx, news.session) if each not in unable]


def tell(tx: Connection, several: Sequence[News], now: datetime) -> int:
    """Let each person hear of everything that concerns them, in one letter; gives how many that reaches.

    A project that is not open (any more, or yet) tells nobody: its sessions are seen when it is.
    """
    entries: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for news in several:
        for person in concerned(tx, news) if is_open(tx, news.session.project) else ():
            entries[person].append(entry(news))
    return sum(notices.tell(tx, who, SESSION_CHANGED, key(said), now, sessions=said) for who, said in entries.items())


def is_open(tx: Connection, project: str) -> bool:
    """Does this project's team hear of its sessions?"""
    found = projects.find(tx, project)
    return found is not None and found.state == "published"


def entry(news: News) -> dict[str, Any]:
    """One piece of news, as an event has it."""
    said: dict[str, Any] = {"session": news.session.id, "sequence": news.session.sequence, "what": news.what}
    if news.was:
        said["was"] = [news.was.starts_at.isoformat(), news.was.ends_at.isoformat()]
    return said | ({"facts": list(news.facts)} if news.facts else {})


def key(said: Sequence[dict[str, Any]]) -> str:
    """What tells this news from any other for the same person."""
    return f"{said[0]['what']}:{said[0]['session']}:{said[0]['sequence']}"


def told_later(tx: Connection, chat: str, event: int) -> set[str]:
    """Of which sessions does newer news wait in this chat?"""
    query = select(inbox.c.facts).where(
        inbox.c.chat == chat, inbox.c.kind == SESSION_CHANGED, inbox.c.state == "waiting", inbox.c.id > event
    )
    return {each["session"] for facts in tx.execute(query).scalars() for each in facts["sessions"]}


TOLD_ANEW = (SESSION_CHANGED, PLACE_FREED, ANSWER_WANTED)
"""What is found out anew when it is told elsewhere."""


def tell_anew(tx: Connection, events: Iterable[int | None], now: datetime) -> None:
    """Let people hear, in the chat that reaches them, what is still true of what these events could not tell them."""
    query = select(inbox.c.id, inbox.c.kind, inbox.c.facts, chats_table.c.person).join(
        chats_table, chats_table.c.name == inbox.c.chat
    )
    numbers = [each for each in events if each is not None]
    for row in tx.execute(query.where(inbox.c.id.in_(numbers), inbox.c.kind.in_(TOLD_ANEW))).all():
        if row.person and chats.of_person(tx, row.person):
            notices.tell(tx, row.person, row.kind, f"again:{row.id}", now, **row.facts)
