"""Many small writes as one: what comes in while a write is under way shares the next one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
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
        self.waiting: list[Waiting[T]] = []
        self.writing: asyncio.Task[None] | None = None

    async def add(self, item: T) -> None:
        """Return when the item is durable; raises what writing it raised."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(Waiting(item, written))
        if self.writing is None or self.writing.done():
            self.writing = asyncio.create_task(self.write_all())
        await written

    async def write_all(self) -> None:
        """Write what waits, all of it together, until nothing waits."""
        while self.waiting:
            begun = time.monotonic()
            batch, self.waiting = self.waiting, []
            if not await self.written(batch) and len(batch) > 1:
                await asyncio.gather(*(self.written([each], last=True) for each in batch))
            if len(batch) > 1:
                await self.database.rest_after(begun)

    async def written(self, batch: list[Waiting[T]], *, last: bool = False) -> bool:
        """Write a batch; if that fails, its items are tried one by one, so that a bad one is alone in its failure."""
        items = [each.item for each in batch]
        try:
            writing = self.database.begin(lambda tx: self.write(tx, items))
            self.begun()
            await writing
        except Exception as error:
            if last or len(batch) == 1:
                tell(batch, error)
            return False
        tell(batch)
        return True


def tell(batch: list[Waiting[T]], error: Exception | None = None) -> None:
    """Wake those who wait."""
    for each in batch:
        if each.written.done():
            continue
        if error is None:
            each.written.set_result(None)
        else:
            each.written.set_exception(error)
