"""Has the chats that have waited longest answered, again and again, until nothing waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection

from bot import logs
from bot.clock import Clock
from flows.engine import Network
from handlers.turns import Done, take_turns
from storage.database import Database
from storage.posting import Handing

if TYPE_CHECKING:
    from bot.delivery import Delivery

MOST_CHATS: Final = 64
IDLE_SECONDS: Final = 30.0
"""How long to sleep when nothing waits: :mod:`bot.watching` looks every second for all workers, and wakes us."""
REST_SECONDS: Final = 2.0
GIVE_BACK_SECONDS: Final = 2.0
"""So long the database may take for what was asked of it when we are told to end."""


class Dispatcher:
    """The worker between the inbox and the outbox."""

    def __init__(
        self, database: Database, network: Network, clock: Clock, delivery: Delivery, at_once: int = 1
    ) -> None:
        """Build it; what is said goes out by ``delivery``, whose room ``at_once`` of our batches share."""
        self.database = database
        self.network = network
        self.clock = clock
        self.delivery = delivery
        self.at_once = at_once
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
            begun = time.monotonic()
            done = await self.take()
            if len(done) > 1:
                await self.database.rest_after(begun)
            if not done:
                await sleep(self.woken, IDLE_SECONDS)
            elif len({each.chat for each in done}) >= MOST_CHATS:
                self.more_waits()

    async def take(self) -> list[Done]:
        """Take the turns that wait; a database that is away is waited for."""
        turning = self.database.begin(self.turns, last=True)
        try:
            done, handing = await asyncio.shield(turning)
        except asyncio.CancelledError:
            await self.hand_over(turning)
            raise
        except Exception as error:
            logs.warn("turns_failed", error=type(error).__name__)
            await asyncio.sleep(REST_SECONDS)
            self.wake()
            return []
        self.delivery.take_over(handing)
        for each in done:
            note(each)
        return done

    async def hand_over(self, turning: asyncio.Future[tuple[list[Done], Handing]]) -> None:
        """Hand over what is said by the turns that were under way when we were told to end: it is leased to us."""
        await asyncio.wait({turning}, timeout=GIVE_BACK_SECONDS)
        if turning.done() and turning.exception() is None:
            self.delivery.take_over(turning.result()[1])

    def turns(self, tx: Connection) -> tuple[list[Done], Handing]:
        """Take turns; gives every event's fate, and what is to be sent at once."""
        handing = self.delivery.handing(self.at_once)
        return take_turns(tx, self.network, self.clock.now(), MOST_CHATS, handing), handing


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
