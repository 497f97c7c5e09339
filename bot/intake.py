"""Makes what arrives durable, many webhooks in one write, and wakes who answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from bot.clock import Clock
from domain.events import Arrival
from storage import inbox
from storage.database import Database


@dataclass(frozen=True, slots=True)
class Waiting:
    """Arrivals of one webhook, and the webhook that waits for them to be durable."""

    arrivals: Sequence[Arrival]
    kept: asyncio.Future[None]


class Intake:
    """The door of the inbox."""

    def __init__(self, database: Database, clock: Clock, wake: Callable[[], None]) -> None:
        """Build it; ``wake`` is called whenever something new is durable."""
        self.database = database
        self.clock = clock
        self.wake = wake
        self.waiting: list[Waiting] = []
        self.writing: asyncio.Task[None] | None = None

    async def keep(self, arrivals: Sequence[Arrival]) -> None:
        """Return when the arrivals are durable; raises what the database raised."""
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append(Waiting(arrivals, kept))
        if self.writing is None or self.writing.done():
            self.writing = asyncio.create_task(self.write())
        await kept

    async def write(self) -> None:
        """Write what waits, all of it together, until nothing waits."""
        while self.waiting:
            batch, self.waiting = self.waiting, []
            arrivals = [arrival for each in batch for arrival in each.arrivals]
            try:
                await self.database.run(partial(inbox.keep, arrivals=arrivals, now=self.clock.now()))
            except Exception as error:  # noqa: BLE001 (it is handed to the webhooks that wait: they answer 500)
                for each in batch:
                    if not each.kept.done():
                        each.kept.set_exception(error)
            else:
                for each in batch:
                    if not each.kept.done():
                        each.kept.set_result(None)
                self.wake()
