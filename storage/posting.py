"""What a batch of turns says, written at once; what can go at once is leased to the process that is about to send it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, insert, select

from storage import outbox
from storage.outbox import REPLY, Draft, Letter
from storage.schema import outbox as table


@dataclass(slots=True)
class Handing:
    """Hands answers to whoever sends them, without a detour through the outbox's queue."""

    lease: timedelta = timedelta(0)
    room: dict[str, int] = field(default_factory=dict)
    """How many letters of each channel can be sent at once."""
    letters: list[Letter] = field(default_factory=list)
    """Those that are to be sent, as soon as the transaction is durable."""


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
        for gathered in (self.handing.letters, self.drafts, self.begun):
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
        if not firsts:
            outbox.write(self.tx, drafts, self.now)
            return
        rows = [outbox.row_of(draft, self.now) for draft in drafts]
        until = self.now + self.handing.lease
        for place, row in enumerate(rows):
            ours = place in firsts
            row |= {"leased_until": until, "first_tried_at": self.now, "attempts": 1} if ours else NOT_LEASED
        numbers = self.tx.execute(INSERT, rows).scalars().all()
        for place in firsts:
            self.handing.letters.append(letter_of(numbers[place], drafts[place], rows[place]))

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
        for chat in self.tx.execute(WAITED_FOR, {"chats": list(found)}).scalars():
            self.handing.room[drafts[found.pop(chat)].channel] += 1
        return list(found.values())


NOT_LEASED = {"leased_until": None, "first_tried_at": None}
INSERT = insert(table).returning(table.c.number, sort_by_parameter_order=True)
WAITED_FOR = (
    select(table.c.chat)
    .where(table.c.state == "waiting", table.c.chat.in_(bindparam("chats", expanding=True)))
    .distinct()
)


def letter_of(number: int, draft: Draft, row: dict[str, object]) -> Letter:
    """The letter that was just written, as a claim would give it."""
    return Letter(
        number,
        str(row["id"]),
        draft.chat,
        draft.rank,
        row["messages"],  # type: ignore[arg-type]
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
    )
