"""Pictures that a conversation waits for, until they are fetched from their platform."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from domain.events import PICTURE_KEPT, Arrival
from storage import inbox
from storage.schema import fetches


@dataclass(frozen=True, slots=True)
class Fetch:
    """One picture that somebody sent and that is wanted."""

    number: int
    chat: str
    content: str
    """The platform's name for it."""
    free_reply: dict[str, Any] | None
    asked_at: datetime
    attempts: int


COLUMNS = (
    fetches.c.number,
    fetches.c.chat,
    fetches.c.content,
    fetches.c.free_reply,
    fetches.c.asked_at,
    fetches.c.attempts,
)


def ask(tx: Connection, chat: str, content: str, free_reply: Mapping[str, Any] | None, now: datetime) -> None:
    """Want a picture; ``free_reply`` is kept for whoever answers when it is here."""
    kept = dict(free_reply) if free_reply else None
    row = {"chat": chat, "content": content, "free_reply": kept, "asked_at": now, "due_at": now, "attempts": 0}
    tx.execute(insert(fetches).values(**row))


def claim(tx: Connection, now: datetime, lease: timedelta, limit: int, by: int | None = None) -> list[Fetch]:
    """Which pictures are to be fetched now, the longest wanted first? They are ours until the lease runs out."""
    query = select(*COLUMNS).where(fetches.c.due_at <= now).order_by(fetches.c.number).limit(limit)
    found = [Fetch(*row) for row in tx.execute(query.with_for_update(skip_locked=True))]
    if found:
        ours = fetches.c.number.in_([each.number for each in found])
        attempts = fetches.c.attempts + 1
        tx.execute(update(fetches).where(ours).values(due_at=now + lease, attempts=attempts, leased_by=by))
    return found


def put_off(tx: Connection, fetch: Fetch, until: datetime) -> None:
    """Try again then."""
    tx.execute(update(fetches).where(fetches.c.number == fetch.number).values(due_at=until, leased_by=None))


def settle(tx: Connection, fetch: Fetch, now: datetime, **facts: str) -> None:
    """Tell the chat what became of its picture (``picture``, or ``why`` not), once."""
    arrival = Arrival(f"fetch:{fetch.number}", fetch.chat, PICTURE_KEPT, now, facts=facts, free_reply=fetch.free_reply)
    if tx.execute(delete(fetches).where(fetches.c.number == fetch.number)).rowcount:
        inbox.keep(tx, [arrival], now)


def forget(tx: Connection, chat: str) -> None:
    """Want nothing more of what was sent in a chat."""
    tx.execute(delete(fetches).where(fetches.c.chat == chat))
