"""Our place among the processes that share one PostgreSQL: a number, an ear for the others' calls, and a voice."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from bot import logs
from storage import processes
from storage.database import Database
from storage.processes import Place
from storage.waiting import WORKS

CHECK_SECONDS: Final = 10.0
"""So often we make sure that the connection still hears: a firewall may have dropped it without a word."""
RETURN_SECONDS: Final = 0.3
"""So soon we connect again: quicker than others take us for dead (:data:`bot.watching.GRACE_SECONDS`)."""
BETWEEN_CALLS: Final = 0.25
"""However much there is to call for, PostgreSQL hears one call in so many seconds from us."""


class Listening:
    """The worker that hears the others; on SQLite there are none."""

    def __init__(self, database: Database, wakes: Mapping[str, Callable[[], None]]) -> None:
        """Build it; ``wakes`` are called when others call for that work."""
        self.database = database
        self.wakes = wakes
        self.place: Place | None = None
        self.number: int | None = None
        self.wanted: set[str] = set()
        self.calling: asyncio.Task[None] | None = None
        self.listening: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to listen."""
        if not self.database.is_sqlite:
            self.listening = asyncio.create_task(self.run())

    def who_we_are(self) -> int | None:
        """Our number, as long as our connection holds it."""
        return self.place.number if self.place else None

    def are_first(self) -> bool:
        """Whether we do what one process does for all."""
        return self.database.is_sqlite or (self.place is not None and self.place.is_first)

    async def run(self) -> None:
        """Listen until cancelled; a connection that is lost is made again."""
        while True:
            try:
                await self.listen()
            except Exception as error:
                logs.warn("listening_failed", error=type(error).__name__)
            await asyncio.sleep(RETURN_SECONDS)

    async def listen(self) -> None:
        """Take our place and listen until the connection is lost."""
        place = await Place.take(self.database.engine, self.number)
        try:
            self.place, self.number = place, place.number
            logs.log("listening", number=place.number)
            self.wake(WORKS)  # what was called while we did not hear
            while True:
                async for work in place.calls(CHECK_SECONDS):
                    self.wake([work])
                await place.check()
        finally:
            self.place = None
            await place.leave()

    def wake(self, works: Iterable[str]) -> None:
        """Wake whose work it is."""
        for work in works:
            if work in self.wakes:
                self.wakes[work]()

    def call(self, work: str) -> None:
        """Let the others hear that there is more work than we can take at once; soon, and not for each piece of it."""
        if self.place is None:
            return
        self.wanted.add(work)
        if self.calling is None or self.calling.done():
            self.calling = asyncio.create_task(self.call_out())

    async def call_out(self) -> None:
        """Call for what is wanted, until nothing more is."""
        while self.wanted:
            works, self.wanted = sorted(self.wanted), set()
            await self.say(works)
            await asyncio.sleep(BETWEEN_CALLS)

    async def say(self, works: Iterable[str]) -> None:
        """Call once; where that fails, the others look by themselves within a second."""
        try:
            await self.database.run(partial(processes.call, works=works, by=self.number))
        except Exception as error:
            logs.warn("call_failed", error=type(error).__name__)

    async def leave(self) -> None:
        """Leave to the others what we did not get to, once nothing is in our hands any more."""
        if self.listening is None:
            return
        await self.say(WORKS)
        tasks = [each for each in (self.listening, self.calling) if each]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
