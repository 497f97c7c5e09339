"""What has happened and is not answered yet: every event enters here and stays until its answer is committed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, literal_column, or_, select, update

from domain.events import EVENT_IGNORED, Arrival
from storage.prepared import Among, Prepared
from storage.schema import chats, inbox
from storage.schema.of_the_path import ANSWERED, FORGOTTEN, SET_ASIDE
from storage.writing import inserting


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
    KEEP.many(tx, [row_of(arrival, now) for arrival in arrivals])


def keep_statement(database: str) -> Any:
    """The statement of :func:`keep`."""
    statement = inserting(database, inbox).inline()
    return statement.on_conflict_do_update(
        index_elements=["key"],
        set_={"free_reply": func.coalesce(statement.excluded.free_reply, inbox.c.free_reply)},
        where=inbox.c.state == "waiting",
    )


KEEP = Prepared(keep_statement, [column.name for column in inbox.c if column is not inbox.c.id])


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


def of_chats(tx: Connection, names: Sequence[str]) -> list[dict[str, Any]]:
    """What do we hold that happened to these chats, column by column?"""
    theirs = inbox.c.chat.in_(names)
    queries = [select(inbox).where(some, theirs).order_by(inbox.c.id) for some in (ANSWERED, WAITS)]
    return [dict(row) for query in queries for row in tx.execute(query).mappings()]


def forget(tx: Connection, chat: str, event: int | None) -> None:
    """Keep no more than the keys of what happened to a chat; what waits stays, but for ``event``, being answered."""
    forgotten: dict[str, Any] = {"chat": FORGOTTEN, "facts": {}, "free_reply": None}
    for which in (and_(ANSWERED, inbox.c.chat == chat), and_(inbox.c.id == event, inbox.c.chat == chat)):
        tx.execute(update(inbox).where(which).values(**forgotten))


def chats_waiting(tx: Connection, now: datetime, limit: int) -> list[str]:
    """Which chats have something to answer, the longest waiting first?"""
    moments = {"now": now, "too_far": now + TOO_FAR}
    oldest = OLDEST_WAITING.first_column(tx, {**moments, "limit": SOME_EVENTS * limit})
    found = list(dict.fromkeys(oldest))[:limit]
    if len(found) < limit and len(oldest) == SOME_EVENTS * limit:  # a few chats have very much to say: look behind them
        return CHATS_WAITING.first_column(tx, {**moments, "limit": limit})
    return found


TOO_FAR = timedelta(minutes=1)
"""No chat is held for so long: the clock was put back since."""
SOME_EVENTS = 4
"""So many events for each chat are looked at before all that waits is."""
WAITS = inbox.c.state == literal_column("'waiting'")
"""Spelt out in the query: SQLite sees only so that the index of what waits has it all."""
NOT_HELD = (
    select(inbox.c.chat)
    .outerjoin(chats, chats.c.name == inbox.c.chat)
    .where(WAITS)
    .where(
        or_(
            chats.c.held_until.is_(None),
            chats.c.held_until <= bindparam("now"),
            chats.c.held_until > bindparam("too_far"),
        )
    )
    .limit(bindparam("limit"))
)
IN_ORDER = inbox.c.id + literal_column("0")
"""Not by the primary key's own index: read in its order, all that was ever answered would be passed by."""
OLDEST_WAITING = Prepared(lambda _: NOT_HELD.order_by(IN_ORDER))
CHATS_WAITING = Prepared(lambda _: NOT_HELD.group_by(inbox.c.chat).order_by(func.min(inbox.c.id)))


def waiting(tx: Connection, names: Sequence[str]) -> list[Event]:
    """What waits in these chats, each chat's in the order in which it happened? A chat with very much is cut short."""
    return [Event(*row) for row in WAITING.all(tx, {"names": names})]


MOST_EVENTS = 4000
"""Who writes without end is not read without end."""
WAITING = Prepared(
    lambda _: (
        select(
            inbox.c.id,
            inbox.c.chat,
            inbox.c.kind,
            inbox.c.facts,
            inbox.c.free_reply,
            inbox.c.happened_at,
            inbox.c.attempts,
        )
        .where(WAITS, Among(inbox.c.chat, "names"))
        .order_by(inbox.c.chat, inbox.c.happened_at, inbox.c.sequence, inbox.c.id)
        .limit(literal_column(str(MOST_EVENTS)))
    )
)


def mark_done(tx: Connection, ids: Sequence[int]) -> None:
    """Note that these events are answered."""
    if ids:
        DONE.once(tx, {"ids": ids})


DONE = Prepared(lambda _: update(inbox).where(Among(inbox.c.id, "ids")).values(state="done", free_reply=None))


def mark_failed(tx: Connection, event: Event, failure: str, *, set_aside: bool) -> None:
    """Count a failed attempt; ``failure`` names the kind of error, never what anybody wrote."""
    state = "set_aside" if set_aside else "waiting"
    tx.execute(
        update(inbox).where(inbox.c.id == event.id).values(attempts=event.attempts + 1, failure=failure, state=state)
    )


def count_set_aside(tx: Connection) -> int:
    """How many events were given up on and wait for a human?"""
    return tx.execute(select(func.count()).select_from(inbox).where(SET_ASIDE)).scalar_one()


def oldest_waiting(tx: Connection) -> datetime | None:
    """Since when has the longest waiting event waited?"""
    return tx.execute(select(func.min(inbox.c.received_at)).where(inbox.c.state == "waiting")).scalar()


def backlog(tx: Connection) -> tuple[int, datetime | None]:
    """How many events wait, and since when has the one that happened first?"""
    query = select(func.count(), func.min(inbox.c.happened_at)).where(WAITS)
    count, oldest = tx.execute(query).one()
    return count, oldest
