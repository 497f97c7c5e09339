"""What the path leaves behind: answered events and settled letters go once nobody needs them, a few at a time."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Column, ColumnElement, Connection, TextClause, delete, exists, literal, select

from storage.schema import inbox, outbox
from storage.schema.of_the_path import DONE, OVER, PAID

KEPT: Final = timedelta(days=7)
"""An event's key tells a repetition for so long; Telegram repeats for a day, LINE no longer than that."""
COUNTED: Final = timedelta(days=40)
"""A paid letter is counted for so long: a month is counted by its letters where the channel does not say."""
MOST_AT_ONCE: Final = 100
"""So many of each are removed in one transaction, for on SQLite people wait meanwhile: a million of each in a day."""


def remove_some(tx: Connection, now: datetime) -> int:
    """Remove a few of what is over, the oldest first; gives how many rows that were."""
    events = oldest(tx, inbox.c.id, DONE, inbox.c.received_at, now - KEPT, ~awaited())
    letters = oldest(tx, outbox.c.number, OVER, outbox.c.settled_at, now - KEPT)
    counted = oldest(tx, outbox.c.number, PAID, outbox.c.settled_at, now - COUNTED)
    return remove(tx, inbox.c.id, events) + remove(tx, outbox.c.number, letters + counted)


def awaited() -> ColumnElement[bool]:
    """Whether a letter waits that may have to be said anew from this event."""
    return exists().where(outbox.c.event == inbox.c.id, outbox.c.event.is_not(None), outbox.c.state == WAITING)


WAITING: Final = literal("waiting", literal_execute=True)


def oldest(
    tx: Connection,
    key: Column[int],
    some: TextClause,
    moment: Column[datetime],
    before: datetime,
    *also: ColumnElement[bool],
) -> list[int]:
    """Which of ``some`` rows are from before then, the oldest first? Those that somebody else removes are left out."""
    query = select(key).where(some, moment < before, *also).order_by(moment).limit(MOST_AT_ONCE)
    return list(tx.execute(query.with_for_update(skip_locked=True, of=key.table)).scalars())


def remove(tx: Connection, key: Column[int], found: list[int]) -> int:
    """Remove these rows; gives how many there were."""
    return tx.execute(delete(key.table).where(key.in_(found))).rowcount if found else 0
