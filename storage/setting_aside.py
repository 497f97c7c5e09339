"""What nothing more happens to by itself: events set aside, letters held or refused; until a human decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, func, literal_column, select, update

from storage.schema import chats, inbox, outbox
from storage.schema.of_the_path import FORGOTTEN

EVENT, LETTER = "e", "l"
"""How the id of an event and of a letter begins: ``e12``, ``l34``."""
ASIDE: Final = inbox.c.state == literal_column("'set_aside'")
KEPT: Final = outbox.c.state.in_((literal_column("'held'"), literal_column("'refused'")))
"""Spelt out, so that SQLite sees that an index has them all."""


@dataclass(frozen=True, slots=True)
class Aside:
    """One thing that waits for a human; never what was said."""

    id: str
    kind: str
    """The event's kind, or what became of the letter: ``held`` or ``refused``."""
    since: datetime
    why: str
    """The kind of error, or what the platform said."""
    chat: str
    can_be_retried: bool


def counts(tx: Connection) -> tuple[int, dict[str, int]]:
    """How many events are set aside, and how many letters are held, and refused?"""
    aside = tx.execute(select(func.count()).select_from(inbox).where(ASIDE)).scalar_one()
    kept = tx.execute(select(outbox.c.state, func.count()).where(KEPT).group_by(outbox.c.state))
    return aside, {row[0]: row[1] for row in kept}


def listed(tx: Connection) -> list[Aside]:
    """What waits for a human, events first, in order? A broadcast's letters are its staff's to send or leave."""
    columns = (inbox.c.id, inbox.c.kind, inbox.c.received_at, inbox.c.failure, inbox.c.chat)
    events = tx.execute(select(*columns).where(ASIDE).order_by(inbox.c.id))
    found = [Aside(f"{EVENT}{row.id}", row.kind, row.received_at, row.failure or "", row.chat, True) for row in events]
    facts = (outbox.c.number, outbox.c.state, outbox.c.settled_at, outbox.c.written_at, outbox.c.why, outbox.c.chat)
    letters = tx.execute(select(*facts).where(KEPT, outbox.c.broadcast.is_(None)).order_by(outbox.c.number))
    return found + [
        Aside(
            f"{LETTER}{row.number}",
            row.state,
            row.settled_at or row.written_at,
            row.why or "",
            row.chat,
            row.state == "held",
        )
        for row in letters
    ]


def retry(tx: Connection, wanted: Sequence[Aside], now: datetime) -> int:
    """Let these be tried anew, as if for the first time, in the order in which they happened; gives how many."""
    events, letters = numbers(wanted, EVENT), numbers(wanted, LETTER)
    fresh: Mapping[str, Any] = {"state": "waiting", "attempts": 0, "failure": None}
    names = select(inbox.c.chat).where(inbox.c.id.in_(events))
    tx.execute(update(chats).where(chats.c.name.in_(names)).values(held_until=None))
    count = tx.execute(update(inbox).where(inbox.c.id.in_(events), ASIDE).values(**fresh)).rowcount
    again = {"state": "waiting", "attempts": 0, "first_tried_at": None, "settled_at": None, "due_at": now, "why": None}
    held = (outbox.c.number.in_(letters), outbox.c.state == "held")
    return count + tx.execute(update(outbox).where(*held).values(**again)).rowcount


def drop(tx: Connection, wanted: Sequence[Aside], now: datetime) -> int:
    """Close these for good, and forget what was said in them; gives how many."""
    closed: Mapping[str, Any] = {"state": "done", "facts": {}, "free_reply": None}
    events = (inbox.c.id.in_(numbers(wanted, EVENT)), ASIDE)
    count = tx.execute(update(inbox).where(*events).values(**closed)).rowcount
    forgotten = {"messages": [], "chat": FORGOTTEN}
    over: Mapping[str, Any] = {"state": "expired", "why": "dropped", "settled_at": now} | forgotten
    letters = (outbox.c.number.in_(numbers(wanted, LETTER)), KEPT)
    return count + tx.execute(update(outbox).where(*letters).values(**over)).rowcount


def numbers(wanted: Iterable[Aside], letter: str) -> list[int]:
    """The numbers of those whose id begins so."""
    return [int(each.id[1:]) for each in wanted if each.id.startswith(letter)]
