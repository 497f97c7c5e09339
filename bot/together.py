"""Many small writes as one: what comes in while a write is under way shares the next one."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from sqlalchemy import Connection

from storage.database import Database

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Waiting(Generic[T]):
    """Something to write, and the one who waits for it to be durable."""

    item: T
    written: asyncio.Future[None]


class Together(Generic[T]):
    """Writes items, many at a time."""

    def __init__(
        self,
        database: Database,
        write: Callable[[Connection, list[T]], None],
        begun: Callable[[], None] = lambda: None,
    ) -> None:
        """Build it; ``write`` writes a list of items. ``begun`` is called whenever the database was asked to."""
        self.database = database
        self.write = write
        self.begun = begun
        self.waiting: deque[Waiting[T]] = deque()
        self.asked = False
        """Whether somebody will take what waits."""
        self.writing: set[asyncio.Task[None]] = set()

    async def add(self, item: T) -> None:
        """Return when the item is durable; raises what writing it raised."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(Waiting(item, written))
        if not self.asked:
            self.asked = True
            task = asyncio.create_task(self.write_all())
            self.writing.add(task)
            task.add_done_callback(self.writing.discard)
        await written

    async def write_all(self) -> None:
        """Write what waits, all of it together.

        SQLite's writer takes it when it comes to it, so that nothing waits for two commits: who comes later asks anew.
        PostgreSQL has several, at once: there things gather while the last of us is under way, until nothing waits.
        """
        while self.asked:
            begun = time.monotonic()
            batch: list[Waiting[T]] = []
            await self.write_batch(batch)
            if self.database.is_sqlite:
                return
            if len(batch) > 1:
                await self.database.rest_after(begun)
            self.asked = bool(self.waiting)

    async def write_batch(self, batch: list[Waiting[T]]) -> None:
        """Write what waits; if that fails, one by one, so that a bad one is alone in its failure."""
        try:
            writing = self.database.begin(partial(self.take, batch=batch))
            self.begun()
            await writing
        except Exception as error:
            if not batch:  # the database was not reached
                self.fill(batch)
                tell(batch, error)
            elif len(batch) == 1:
                tell(batch, error)
            else:
                await asyncio.gather(*(self.write_alone(each) for each in batch))
        else:
            tell(batch)

    async def write_alone(self, one: Waiting[T]) -> None:
        """Write one item."""
        try:
            await self.database.run(lambda tx: self.write(tx, [one.item]))
        except Exception as error:
            tell([one], error)
        else:
            tell([one])

    def take(self, tx: Connection, batch: list[Waiting[T]]) -> None:
        """Write what waits now, or when we were here the last time (a writer's thread)."""
        if not batch:
            self.fill(batch)
        if batch:
            self.write(tx, [each.item for each in batch])

    def fill(self, batch: list[Waiting[T]]) -> None:
        """Take what waits."""
        if self.database.is_sqlite:
            self.asked = False  # and only then what waits: who comes after this asks anew
        with suppress(IndexError):
            while True:
                batch.append(self.waiting.popleft())


def tell(batch: list[Waiting[T]], error: Exception | None = None) -> None:
    """Wake those who wait."""
    for each in batch:
        if each.written.done():
            continue
        if error is None:
            each.written.set_result(None)
        else:
            each.written.set_exception(error)
