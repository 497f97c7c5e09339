"""Fans broadcasts out into the outbox, a little at a time, behind all else that is said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot import logs
from bot.clock import Clock
from bot.dispatcher import IDLE_SECONDS, REST_SECONDS, sleep
from domain.broadcasts import Broadcast
from storage import fanning_out
from storage.database import Database
from texts.dates import local

FAN_OUT_SECONDS: Final = 0.2
"""How often letters are written while a broadcast runs."""
BETWEEN_STEPS: Final = 0.03
"""How long answers have the database to themselves between two steps of a large broadcast."""
LARGE_STEP: Final = 100
"""After a step that dealt with so many people the next one follows at once."""
MOST_WAITING: Final = {"line": 4, "telegram": 60}
"""Letters of one broadcast that wait in each channel: few, so that a pause is immediate and a look is quick."""


class FanOut:
    """The worker between the broadcasts and the outbox; several processes may have one each."""

    def __init__(self, database: Database, clock: Clock, timezone: str, wake_delivery: Callable[[], None]) -> None:
        """Build it; ``wake_delivery`` is called when letters were written."""
        self.database = database
        self.clock = clock
        self.timezone = timezone
        self.wake_delivery = wake_delivery
        self.woken = asyncio.Event()

    def wake(self) -> None:
        """Look at once whether a broadcast is due."""
        self.woken.set()

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            self.woken.clear()
            dealt_with = await self.step()
            if dealt_with:
                self.wake_delivery()
            await sleep(self.woken, min(rest_after(dealt_with), IDLE_SECONDS))

    async def step(self) -> int:
        """Begin what is due and write what there is room for; a database that is away is waited for."""
        now = self.clock.now()
        try:
            return await self.database.run(partial(fan_out, now=now, here=local(now, self.timezone)))
        except Exception as error:
            logs.warn("fan_out_failed", error=type(error).__name__)
            await asyncio.sleep(REST_SECONDS)
            self.wake()
            return 0


def rest_after(dealt_with: int) -> float:
    """How long to sleep after a step: briefly after a large one, for the next is due; long when nothing was to do."""
    if dealt_with >= LARGE_STEP:
        return BETWEEN_STEPS
    return FAN_OUT_SECONDS if dealt_with else IDLE_SECONDS


def fan_out(tx: Connection, now: datetime, here: datetime) -> int:
    """Take the next small step of each broadcast that is due or runs; gives about how many people it dealt with.

    ``here`` is the moment on the network's clock.
    """
    month_began = here.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    if fanning_out.begin_due(tx, now, month_began):
        return LARGE_STEP
    dealt_with = 0
    for broadcast in fanning_out.running(tx):
        dealt_with += write_next(tx, broadcast, now, here)
        if fanning_out.finish(tx, broadcast, now):
            logs.log("broadcast_done", broadcast=broadcast.id)
    return dealt_with


def write_next(tx: Connection, broadcast: Broadcast, now: datetime, here: datetime) -> int:
    """Write the next letters of a broadcast if there is room: on LINE one for many; gives how many were dealt with."""
    rooms = {name: most - fanning_out.letters_waiting(tx, broadcast.id, name) for name, most in MOST_WAITING.items()}
    dealt_with = write_each(tx, broadcast, rooms["telegram"], now, here)
    for lane in fanning_out.SHARED_LANES:
        found = fanning_out.write_many(tx, broadcast, lane, now, here) if rooms["line"] > 0 else 0
        if found:
            return dealt_with + found
    return dealt_with


def write_each(tx: Connection, broadcast: Broadcast, room: int, now: datetime, here: datetime) -> int:
    """Write letters for one person each; delivery keeps the pace."""
    return fanning_out.write_each(tx, broadcast, room, now, here) if room > 0 else 0
