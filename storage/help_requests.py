"""Help requests: what volunteers asked of a human, and whether they were answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, exists, func, insert, or_, select, update

from storage import chats as chat_rows
from storage.chats import Chat
from storage.columns import new_id
from storage.schema import chats, help_requests, people


@dataclass(frozen=True, slots=True)
class HelpRequest:
    """Somebody asked for a human."""

    id: str
    chat: str
    words: str
    answered_at: datetime | None


def ask(tx: Connection, chat: str, words: str, now: datetime) -> str:
    """Write down what somebody asks of staff; gives the request's id."""
    request = new_id()
    tx.execute(insert(help_requests).values(id=request, chat=chat, words=words, asked_at=now))
    return request


def find(tx: Connection, request: str) -> HelpRequest | None:
    """What was asked, in which chat?"""
    columns = (help_requests.c.id, help_requests.c.chat, help_requests.c.words, help_requests.c.answered_at)
    row = tx.execute(select(*columns).where(help_requests.c.id == request)).one_or_none()
    return HelpRequest(*row) if row else None


def mark_answered(tx: Connection, request: str, now: datetime) -> bool:
    """Note that a human answered; false if somebody did before."""
    changed = tx.execute(
        update(help_requests)
        .where(help_requests.c.id == request, help_requests.c.answered_at.is_(None))
        .values(answered_at=now)
    )
    return changed.rowcount == 1


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A request that waits for a human, and who asked."""

    id: str
    words: str
    asked_at: datetime
    name: str | None
    """What the person wants to be called, if they said."""


another = chats.alias("another")
ARRIVES: Final = or_(
    chats.c.reachable, exists().where(another.c.person == chats.c.person, another.c.reachable).correlate(chats)
)
"""Whether an answer would arrive: in the chat itself, or in another of the same person's."""


def unanswered(tx: Connection, limit: int) -> list[Unanswered]:
    """Which requests wait for an answer that would arrive, the longest waiting first?"""
    query = (
        select(help_requests.c.id, help_requests.c.words, help_requests.c.asked_at, people.c.name)
        .join(chats, chats.c.name == help_requests.c.chat)
        .outerjoin(people, people.c.id == chats.c.person)
        .where(help_requests.c.answered_at.is_(None), ARRIVES)
        .order_by(help_requests.c.asked_at, help_requests.c.id)
        .limit(limit)
    )
    return [Unanswered(*row) for row in tx.execute(query)]


def count_unanswered(tx: Connection) -> int:
    """How many requests wait for an answer that would arrive?"""
    query = (
        select(func.count())
        .select_from(help_requests)
        .join(chats, chats.c.name == help_requests.c.chat)
        .where(help_requests.c.answered_at.is_(None), ARRIVES)
    )
    return tx.execute(query).scalar_one()


def asked_in(tx: Connection, request: str) -> Chat | None:
    """Where can we answer this: in the chat it came from, or in another of the same person's?"""
    query = select(*chat_rows.COLUMNS).join(help_requests, help_requests.c.chat == chats.c.name)
    row = tx.execute(query.where(help_requests.c.id == request)).one_or_none()
    if row is None:
        return None
    came_from = Chat(*row)
    if came_from.reachable or came_from.person is None:
        return came_from if came_from.reachable else None
    return next(iter(chat_rows.of_person(tx, came_from.person)), None)
