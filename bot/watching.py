"""Looks once a second what waits and wakes whose work it is; what a process had in hand that died is anybody's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot import logs
from bot.clock import Clock
from bot.listening import Listening
from storage import processes, waiting
from storage.database import Database

LOOK_SECONDS: Final = 1.0
GRACE_SECONDS: Final = 2.0
"""A process that lost its connection comes back sooner (:data:`bot.listening.RETURN_SECONDS`); a dead one does not."""
REST_SECONDS: Final = 2.0


class Watching:
    """The worker that looks, for all others, what has become due without anybody's call."""

    def __init__(
        self, database: Database, clock: Clock, listening: Listening, wakes: Mapping[str, Callable[[], None]]
    ) -> None:
        """Build it; ``wakes`` are called when there is such work."""
        self.database = database
        self.clock = clock
        self.listening = listening
        self.wakes = wakes
        self.missing: dict[int, float] = {}
        """Since when we miss a process that has letters in hand, by our own watch."""

    async def run(self) -> None:
        """Look until cancelled; a database that is away is waited for."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                await self.look()
            except Exception as error:
                logs.warn("look_failed", error=type(error).__name__)
                self.missing.clear()
                await asyncio.sleep(REST_SECONDS)

    async def look(self) -> None:
        """Look once, and wake whose work it is."""
        us = self.listening.who_we_are()
        found = await self.database.run(partial(waiting.look, now=self.clock.now(), us=us))
        for work in found & self.wakes.keys():
            self.wakes[work]()
        if us is None or waiting.ELSEWHERE not in found:
            self.missing.clear()
        else:
            await self.look_after(us)

    async def look_after(self, us: int) -> None:
        """See whether those live who have letters in hand, and take over from one that has been missed for a while."""
        now = asyncio.get_running_loop().time()
        absent = await self.database.run(partial(processes.absent, us=us))
        self.missing = {number: self.missing.get(number, now) for number in absent}
        dead = [number for number, since in self.missing.items() if now - since >= GRACE_SECONDS]
        if dead:
            count = await self.database.run(partial(self.take_over, numbers=dead))
            logs.warn("taken_over", processes=len(dead), letters=count)
            for wake in self.wakes.values():
                wake()

    def take_over(self, tx: Connection, numbers: list[int]) -> int:
        """Take over what the dead had in hand; gives how many letters that is."""
        return processes.take_over(tx, numbers, self.clock.now())
