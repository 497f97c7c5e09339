"""Fetches the pictures that conversations wait for, so that no turn waits for a platform."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot import logs
from bot.channels import Channel, CredentialsRefused
from bot.clock import Clock
from bot.dispatcher import IDLE_SECONDS, sleep
from domain.pictures import NotAPicture, Picture, read_picture
from storage import fetches, pictures
from storage.database import Database
from storage.fetches import Fetch

REST_SECONDS: Final = 2.0
LEASE: Final = timedelta(seconds=60)
"""A picture whose fetcher died is anybody's again after so long."""
MOST_AT_ONCE: Final = 4
MOST_ATTEMPTS: Final = 5


class Fetching:
    """The worker between what people send and the pictures that we keep."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        wake_dispatcher: Callable[[], None],
    ) -> None:
        """Build it; ``wake_dispatcher`` is called when a chat is to hear of its picture."""
        self.database = database
        self.channels = channels
        self.clock = clock
        self.wake_dispatcher = wake_dispatcher
        self.number: Callable[[], int | None] = lambda: None
        """Our number among the processes that share a database."""
        self.woken = asyncio.Event()

    def wake(self) -> None:
        """Look at once whether a picture is wanted."""
        self.woken.set()

    async def run(self) -> None:
        """Work until cancelled; a database that is away is waited for."""
        while True:
            self.woken.clear()
            try:
                found = await self.look()
            except Exception as error:
                logs.warn("fetching_failed", error=type(error).__name__)
                await asyncio.sleep(REST_SECONDS)
            else:
                await sleep(self.woken, 0 if found else IDLE_SECONDS)

    async def look(self) -> int:
        """Fetch once what is wanted now; gives how many pictures that were."""
        claim = partial(fetches.claim, now=self.clock.now(), lease=LEASE, limit=MOST_AT_ONCE, by=self.number())
        found = await self.database.run(claim)
        await asyncio.gather(*(self.fetch(each) for each in found))
        return len(found)

    async def fetch(self, wanted: Fetch) -> None:
        """Fetch one picture, and let its chat hear what became of it."""
        channel = self.channels.get(wanted.chat.partition(":")[0])
        outcome: Picture | str | None
        try:
            raw = await channel.fetch(wanted.content) if channel else None
            outcome = await asyncio.to_thread(read_picture, raw) if raw is not None else "gone"
        except NotAPicture:
            outcome = "not_a_picture"
        except (CredentialsRefused, OSError) as error:
            logs.warn("fetch_failed", chat=logs.mask(wanted.chat), error=type(error).__name__)
            outcome = "gone" if wanted.attempts + 1 >= MOST_ATTEMPTS else None
        await self.database.run(partial(self.note, wanted=wanted, outcome=outcome))
        self.wake_dispatcher()

    def note(self, tx: Connection, wanted: Fetch, outcome: Picture | str | None) -> None:
        """Keep the picture, say why there is none, or (without an outcome) try again later."""
        now = self.clock.now()
        if outcome is None:
            fetches.put_off(tx, wanted, now + timedelta(seconds=2**wanted.attempts))
        elif isinstance(outcome, str):
            fetches.settle(tx, wanted, now, why=outcome)
        else:
            kept = pictures.keep(tx, outcome.body, outcome.kind, now, outcome.small)
            fetches.settle(tx, wanted, now, picture=kept)
