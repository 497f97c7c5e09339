"""Has the chats that have waited longest answered, again and again, until nothing waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final

from bot import logs
from bot.clock import Clock
from flows.engine import Network
from handlers.turns import Done, take_turns
from storage.database import Database

MOST_CHATS: Final = 64
IDLE_SECONDS: Final = 30.0
"""How long to sleep when nothing waits: :mod:`bot.watching` looks every second for all workers, and wakes us."""
REST_SECONDS: Final = 2.0


class Dispatcher:
    """The worker between the inbox and the outbox."""

    def __init__(self, database: Database, network: Network, clock: Clock, wake_delivery: Callable[[], None]) -> None:
        """Build it; ``wake_delivery`` is called when something was said."""
        self.database = database
        self.network = network
        self.clock = clock
        self.wake_delivery = wake_delivery
        self.woken = asyncio.Event()
        self.more_waits: Callable[[], None] = lambda: None
        """Called when more waits than we take at once."""

    def wake(self) -> None:
        """Look at once whether something waits."""
        self.woken.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            self.woken.clear()
            done = await self.take()
            if done:
                self.wake_delivery()
                if len({each.chat for each in done}) >= MOST_CHATS:
                    self.more_waits()
            else:
                await sleep(self.woken, IDLE_SECONDS)

    async def take(self) -> list[Done]:
        """Take the turns that wait; a database that is away is waited for."""
        work = partial(take_turns, network=self.network, now=self.clock.now(), limit=MOST_CHATS)
        try:
            done = await self.database.run(work)
        except Exception as error:
            logs.warn("turns_failed", error=type(error).__name__)
            await asyncio.sleep(REST_SECONDS)
            self.wake()
            return []
        for each in done:
            note(each)
        return done


def note(done: Done) -> None:
    """Log an event's fate."""
    facts = {"event": done.event, "kind": done.kind, "chat": logs.mask(done.chat)}
    if done.outcome == "answered":
        logs.log("event_answered", **facts)
    else:
        logs.warn(f"event_{done.outcome}", **facts, error=done.failure)


async def sleep(woken: asyncio.Event, seconds: float) -> None:
    """Sleep so long, or until woken."""
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        return
