"""What has happened and is not answered yet: every event enters here and stays until its answer is committed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal, or_, select, update

from domain.events import EVENT_IGNORED, Arrival
from storage.schema import chats, inbox
from storage.writing import insert_into


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a chat, as it waits in the inbox."""

    id: int
    chat: str
    kind: str
    facts: dict[str, Any]
    free_reply: dict[str, Any] | None
    happened_at: datetime
    attempts: int
    together: Any = None
    """What it is answered together with, if it came too fast (:class:`handlers.flooding.Together`)."""


def keep(tx: Connection, arrivals: Iterable[Arrival], now: datetime) -> None:
    """Make arrivals durable; one that is known already only renews its free reply while it waits."""
    rows = [row_of(arrival, now) for arrival in arrivals]
    if rows:
        statement = insert_into(tx, inbox)
        renewed = statement.on_conflict_do_update(
            index_elements=["key"],
            set_={"free_reply": func.coalesce(statement.excluded.free_reply, inbox.c.free_reply)},
            where=inbox.c.state == "waiting",
        )
        tx.execute(renewed, rows)


def row_of(arrival: Arrival, now: datetime) -> dict[str, Any]:
    """The inbox row of an arrival; what we never act on is kept as done."""
    channel = arrival.chat.partition(":")[0]
    return {
        "key": f"{channel}:{arrival.key}",
        "chat": arrival.chat,
        "kind": arrival.kind,
        "facts": arrival.facts,
        "free_reply": arrival.free_reply,
        "happened_at": arrival.happened_at,
        "sequence": arrival.sequence,
        "received_at": now,
        "state": "done" if arrival.kind == EVENT_IGNORED else "waiting",
        "attempts": 0,
        "failure": None,
    }


def forget_words(tx: Connection, event: int) -> None:
    """Forget what an event that is being answered said: it was promised to nobody's memory."""
    tx.execute(update(inbox).where(inbox.c.id == event).values(facts={}))


def chats_waiting(tx: Connection, now: datetime, limit: int) -> list[str]:
    """Which chats have something to answer, the longest waiting first?"""
    rows = tx.execute(CHATS_WAITING, {"now": now, "limit": limit})
    return [row.chat for row in rows]


CHATS_WAITING = (
    select(inbox.c.chat)
    .outerjoin(chats, chats.c.name == inbox.c.chat)
    .where(inbox.c.state == "waiting")
    .where(or_(chats.c.held_until.is_(None), chats.c.held_until <= bindparam("now")))
    .group_by(inbox.c.chat)
    .order_by(func.min(inbox.c.id))
    .limit(bindparam("limit"))
)


def waiting(tx: Connection, names: Sequence[str]) -> list[Event]:
    """What waits in these chats, each chat's in the order in which it happened? A chat with very much is cut short."""
    rows = tx.execute(WAITING, {"names": names})
    return [Event(*row) for row in rows]


MOST_EVENTS = 4000
"""Who writes without end is not read without end."""
WAITING = (
    select(
        inbox.c.id,
        inbox.c.chat,
        inbox.c.kind,
        inbox.c.facts,
        inbox.c.free_reply,
        inbox.c.happened_at,
        inbox.c.attempts,
    )
    .where(inbox.c.state == "waiting", inbox.c.chat.in_(bindparam("names", expanding=True)))
    .order_by(inbox.c.chat, inbox.c.happened_at, inbox.c.sequence, inbox.c.id)
    .limit(MOST_EVENTS)
)


def mark_done(tx: Connection, ids: Sequence[int]) -> None:
    """Note that these events are answered."""
    if ids:
        tx.execute(DONE, {"ids": ids})


DONE = update(inbox).where(inbox.c.id.in_(bindparam("ids", expanding=True))).values(state="done", free_reply=None)


def mark_failed(tx: Connection, event: Event, failure: str, *, set_aside: bool) -> None:
    """Count a failed attempt; ``failure`` names the kind of error, never what anybody wrote."""
    state = "set_aside" if set_aside else "waiting"
    tx.execute(
        update(inbox).where(inbox.c.id == event.id).values(attempts=event.attempts + 1, failure=failure, state=state)
    )


def count_set_aside(tx: Connection) -> int:
    """How many events were given up on and wait for a human?"""
    return tx.execute(select(func.count()).where(inbox.c.state == "set_aside")).scalar_one()


def oldest_waiting(tx: Connection) -> datetime | None:
    """Since when has the longest waiting event waited?"""
    return tx.execute(select(func.min(inbox.c.received_at)).where(inbox.c.state == "waiting")).scalar()


def backlog(tx: Connection) -> tuple[int, datetime | None]:
    """How many events wait, and since when has the one that happened first?"""
    query = select(func.count(), func.min(inbox.c.happened_at)).where(inbox.c.state == WAITS)
    count, oldest = tx.execute(query).one()
    return count, oldest


WAITS = literal("waiting", literal_execute=True)
"""Spelt out in the query: SQLite sees only so that the index of what waits has it all."""
