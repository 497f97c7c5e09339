"""The processes that share one PostgreSQL: who lives, what they call out to each other, and what a dead one leaves.

A process has a number, and holds the lock of that number with a connection of its own. Whatever ends the process ends
the connection, and with it the lock: then what it had in hand is another's at once, and need not wait for its lease.
SQLite has one process, and none of this.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, select, text, update

from storage.schema import fetches, outbox

if TYPE_CHECKING:
    from psycopg import AsyncConnection

CHANNEL: Final = "handup"
LOCKS: Final = 0x48557021
"""The family of our locks among the advisory locks of the database."""
FIRST: Final = 0
"""The lock of what one process does for all: no process has this number."""
PATIENCE: Final = 5.0
"""Seconds in which the server must answer."""


# ---------------------------------------------------------------- who lives


class Place:
    """A connection of our own that hears calls, and holds our number for as long as we live."""

    def __init__(self, connection: AsyncConnection[Any], number: int) -> None:
        """Build it from what :meth:`take` found."""
        self.connection = connection
        self.number = number
        self.is_first = False

    @classmethod
    async def take(cls, engine: Engine, number: int | None) -> Place:
        """Connect, listen, and take a number: the one that we had, unless its lock is still held."""
        from psycopg import AsyncConnection  # noqa: PLC0415 (not on SQLite)

        words, settings = engine.dialect.create_connect_args(engine.url)
        settings = {"connect_timeout": int(PATIENCE), "application_name": "handup places", **settings}
        connection = await AsyncConnection.connect(*words, autocommit=True, **settings)
        place = cls(connection, number or new_number())
        try:
            await connection.execute(f"LISTEN {CHANNEL}")
            while not await place.lock(place.number):
                place.number = new_number()
            await place.check()
        except BaseException:
            await connection.close()
            raise
        return place

    async def lock(self, number: int) -> bool:
        """Take a lock unless another has it; says whether it is ours."""
        found = await self.connection.execute("SELECT pg_try_advisory_lock(%s, %s)", (LOCKS, number))
        row = await found.fetchone()
        return bool(row and row[0])

    async def check(self) -> None:
        """Make sure that the server still hears us, and ask whether we are the first now; raises if it does not."""
        async with asyncio.timeout(PATIENCE):
            if self.is_first:
                await self.connection.execute("SELECT 1")
            else:
                self.is_first = await self.lock(FIRST)

    async def calls(self, seconds: float) -> AsyncIterator[str]:
        """The works that others call for within so many seconds; raises when the connection is lost."""
        async for call in self.connection.notifies(timeout=seconds):
            caller, *works = call.payload.split()
            if caller != str(self.number):
                for work in works:
                    yield work

    async def leave(self) -> None:
        """Give up the number."""
        await self.connection.close()


def new_number() -> int:
    """A number for a process, never 0."""
    return 1 + secrets.randbelow(2**31 - 2)


# ---------------------------------------------------------------- calls


def call(tx: Connection, works: Iterable[str], by: int | None = None) -> None:
    """Let the processes that listen hear, once this is durable, that there is work (``by``: not the one who calls).

    PostgreSQL lets one transaction that calls commit after the other: this is not for every message.
    """
    if tx.dialect.name == "postgresql":
        words = " ".join([str(by or 0), *works])
        tx.execute(text("SELECT pg_notify(:channel, :words)"), {"channel": CHANNEL, "words": words})


# ---------------------------------------------------------------- what the dead leave


def absent(tx: Connection, us: int) -> list[int]:
    """Which processes have letters in hand, but do not live?"""
    theirs = (outbox.c.state == "waiting", outbox.c.leased_by.is_not(None), outbox.c.leased_by != us)
    numbers = tx.execute(select(outbox.c.leased_by).distinct().where(*theirs, outbox.c.leased_until.is_not(None)))
    return sorted(number for number in numbers.scalars() if not is_held(tx, number))


def is_held(tx: Connection, number: int) -> bool:
    """Whether a process of this number lives: shared, so that those who ask do not see each other."""
    free = text("SELECT pg_try_advisory_xact_lock_shared(:locks, :number)")
    return not tx.execute(free, {"locks": LOCKS, "number": number}).scalar_one()


def take_over(tx: Connection, numbers: Iterable[int], now: datetime) -> int:
    """End the leases of these processes, so that what they had in hand is anybody's; gives how many letters that is.

    Whether these were sent nobody knows, as ever when a lease runs out.
    """
    dead = list(numbers)
    left = (outbox.c.state == "waiting", outbox.c.leased_by.in_(dead), outbox.c.leased_until > now)
    letters = tx.execute(update(outbox).where(*left).values(leased_until=now)).rowcount
    tx.execute(update(fetches).where(fetches.c.leased_by.in_(dead), fetches.c.due_at > now).values(due_at=now))
    return letters
