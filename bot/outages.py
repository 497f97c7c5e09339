"""Writes down which platforms are away, and tells staff by one that is not: once when it lasts, once it is over."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot import logs
from bot.clock import Clock
from bot.delivery import Delivery
from domain.daytime import is_day
from storage import outages, sessions
from storage.database import Database

Work = Callable[[Connection], int | None]
LOOK_SECONDS: Final = 1.0
LASTS: Final = timedelta(minutes=2)
"""A platform that is away for a shorter time is nobody's worry."""


class Outages:
    """What one process knows of platforms that are away."""

    def __init__(self, database: Database, delivery: Delivery, clock: Clock, wake: Callable[[], None]) -> None:
        """Build it; ``wake`` is called when staff are to be told."""
        self.database = database
        self.delivery = delivery
        self.clock = clock
        self.wake = wake
        self.known: dict[str, datetime | None] = {}
        """Of each channel that we have heard of: since when it is away, as far as we wrote it down."""

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as error:
                logs.warn("outages_failed", error=type(error).__name__)
            await asyncio.sleep(LOOK_SECONDS)

    async def look(self) -> None:
        """Write down what has changed, and tell staff what they should know."""
        for name, since in self.delivery.away().items():
            if since is not None:
                await self.is_away(name, since)
            elif name not in self.known or self.known[name] is not None:
                await self.is_back(name)

    async def is_away(self, name: str, since: datetime) -> None:
        """Note that a platform is away; where another process has reached it since, it is to be tried again."""
        new = self.known.get(name) is None
        self.known[name] = since
        work: Work = partial(note_away, channel=name, since=since, now=self.clock.now(), new=new)
        told = await self.database.run(work)
        if told is None:
            self.known[name] = None
            self.delivery.reached(name)
        elif told:
            self.wake()

    async def is_back(self, name: str) -> None:
        """Note that a platform answers."""
        work: Work = partial(note_back, channel=name, now=self.clock.now())
        told = await self.database.run(work)
        if told is not None:
            self.known[name] = None
        if told:
            self.wake()


def note_away(tx: Connection, channel: str, since: datetime, now: datetime, *, new: bool) -> int | None:
    """Note that a platform is away; gives how many of staff are to hear of it now. At night nobody is rung up.

    ``None``: it is away no more, for another process.
    """
    if new:
        outages.begin(tx, channel, since)
    elif outages.find(tx, channel) is None:
        return None
    found = outages.to_tell(tx, channel, now - LASTS, now) if is_day(now, sessions.BANGKOK) else None
    return outages.tell_staff(tx, found, "away", now) if found else 0


def note_back(tx: Connection, channel: str, now: datetime) -> int | None:
    """Note that a platform answers; gives how many of staff are to hear of it, because they heard that it did not.

    ``None``: later, for it is night.
    """
    found = outages.find(tx, channel)
    if found and found.told_at and not is_day(now, sessions.BANGKOK):
        return None
    found = outages.end(tx, channel) if found else None
    return outages.tell_staff(tx, found, "back", now) if found and found.told_at else 0
