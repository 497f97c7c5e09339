"""What waits to be done right now, by whose work it is: one question for all workers of a process."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, bindparam, exists, func, literal, or_, select

from storage.schema import broadcasts, chats, fetches, inbox, outbox

INBOX: Final = "inbox"
OUTBOX: Final = "outbox"
BROADCASTS: Final = "broadcasts"
FETCHES: Final = "fetches"
WORKS: Final = (INBOX, OUTBOX, BROADCASTS, FETCHES)
ELSEWHERE: Final = "elsewhere"
"""Letters that another process has in hand."""


def look(tx: Connection, now: datetime, us: int | None) -> frozenset[str]:
    """For which works is something to do, and have other processes than ``us`` letters in hand (ELSEWHERE)?

    Few rows are read, and none is taken: whose work it is may still find that another process was quicker.
    """
    row = tx.execute(LOOK, {"now": now, "us": us}).mappings().one()
    return frozenset(name for name, found in row.items() if found)


def waits(state: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a row waits; spelt out in the query, so that the index of what waits is used."""
    return state == literal("waiting", literal_execute=True)


NOW: Final = bindparam("now", type_=outbox.c.due_at.type)
US: Final = bindparam("us", type_=outbox.c.leased_by.type)
LEASED: Final = and_(outbox.c.leased_until.is_not(None), outbox.c.leased_until > NOW)

LOOK: Final = select(
    exists()
    .where(waits(inbox.c.state))
    .where(~exists().where(chats.c.name == inbox.c.chat, chats.c.held_until > NOW))
    .label(INBOX),
    exists().where(waits(outbox.c.state), outbox.c.due_at <= NOW, ~LEASED).label(OUTBOX),
    exists()
    .where(or_(broadcasts.c.state == "running", and_(broadcasts.c.state == "planned", broadcasts.c.starts_at <= NOW)))
    .label(BROADCASTS),
    exists().where(fetches.c.due_at <= NOW).label(FETCHES),
    exists()
    .where(waits(outbox.c.state), LEASED, outbox.c.leased_by.is_not(None), outbox.c.leased_by != func.coalesce(US, 0))
    .label(ELSEWHERE),
)
