"""What a batch of turns says, written together; what can go at once is leased to the process that will send it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, literal_column, select

from storage import outbox
from storage.outbox import REPLY, Draft, Letter
from storage.prepared import Among, Prepared
from storage.schema import outbox as table


@dataclass(slots=True)
class Handing:
    """Hands answers to whoever sends them, without a detour through the outbox's queue."""

    lease: timedelta = timedelta(0)
    room: dict[str, int] = field(default_factory=dict)
    """How many letters of each channel can be sent at once."""
    by: int | None = None
    """The number of the process that sends them (:mod:`storage.processes`)."""
    letters: list[Letter] = field(default_factory=list)
    """Those that are to be sent, as soon as the transaction is durable."""
    left: set[str] = field(default_factory=set)
    """The chats that something waits for in the outbox."""


@dataclass(slots=True)
class Post:
    """Gathers drafts, and writes them into the outbox together."""

    tx: Connection
    now: datetime
    handing: Handing
    drafts: list[Draft] = field(default_factory=list)
    begun: set[str] = field(default_factory=set)
    """The chats that something was written to already: what comes after it waits for it."""

    def undo(self) -> None:
        """Forget all that was gathered and written: it was undone."""
        for letter in self.handing.letters:
            self.handing.room[letter.channel] += 1
        for gathered in (self.handing.letters, self.handing.left, self.drafts, self.begun):
            gathered.clear()

    def add(self, drafts: Sequence[Draft]) -> None:
        """Take drafts; they are written by :meth:`write`."""
        self.drafts += drafts

    def write(self) -> None:
        """Write what was gathered; a chat's first answer goes at once where nothing older waits for the same chat."""
        drafts, self.drafts = self.drafts, []
        if not drafts:
            return
        firsts = self.firsts(drafts)
        self.handing.left |= {draft.chat for place, draft in enumerate(drafts) if place not in firsts}
        if not firsts:
            outbox.write(self.tx, drafts, self.now)
            return
        until = self.now + self.handing.lease
        leases = [until if place in firsts else None for place in range(len(drafts))]
        rows = [
            outbox.row_of(draft, self.now, lease, self.handing.by) for draft, lease in zip(drafts, leases, strict=True)
        ]
        outbox.WRITE.many(self.tx, rows)
        numbers = outbox.numbers_of(self.tx, [rows[place]["id"] for place in firsts])
        self.handing.letters += [
            letter_of(number, drafts[place], rows[place]) for number, place in zip(numbers, firsts, strict=True)
        ]

    def firsts(self, drafts: Sequence[Draft]) -> list[int]:
        """Which of the drafts can go at once?"""
        found: dict[str, int] = {}
        if not self.handing.room:
            return []
        for place, draft in enumerate(drafts):
            if draft.chat not in self.begun:
                self.begun.add(draft.chat)
                if draft.rank == REPLY and draft.due_at is None and self.handing.room.get(draft.channel, 0) > 0:
                    found[draft.chat] = place
                    self.handing.room[draft.channel] -= 1
        if not found:
            return []
        for chat in set(WAITED_FOR.first_column(self.tx, {"chats": list(found)})):
            self.handing.room[drafts[found.pop(chat)].channel] += 1
        return list(found.values())


WAITED_FOR = Prepared(
    lambda _: select(table.c.chat).where(table.c.state == literal_column("'waiting'"), Among(table.c.chat, "chats"))
)


def letter_of(number: int, draft: Draft, row: dict[str, Any]) -> Letter:
    """The letter that was just written, as a claim would give it."""
    return Letter(
        number,
        row["id"],
        draft.chat,
        draft.rank,
        row["messages"],
        draft.free_reply,
        draft.worth_push,
        attempts=0,
        in_doubt=False,
        progress=0,
        first_tried_at=None,
        reachable=True,
        broadcast=draft.broadcast,
        people=draft.people,
        event=draft.event,
        good_until=draft.good_until,
        said=draft.messages,
    )
