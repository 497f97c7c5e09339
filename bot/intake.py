"""Makes what arrives durable, many webhooks in one write, and wakes who answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from bot.clock import Clock
from bot.together import Together
from domain.events import Arrival
from storage import inbox
from storage.database import Database


class Intake:
    """The door of the inbox."""

    def __init__(self, database: Database, clock: Clock, wake: Callable[[], None]) -> None:
        """Build it; ``wake`` is called whenever something new is durable."""
        self.database = database
        self.clock = clock
        self.wake = wake
        # On SQLite who answers comes right behind, and what both write is one transaction.
        begun = (wake,) if database.is_sqlite else ()
        self.together: Together[Sequence[Arrival]] = Together(database, self.write, *begun)

    async def keep(self, arrivals: Sequence[Arrival]) -> None:
        """Return when the arrivals are durable; raises what the database raised."""
        await self.together.add(arrivals)
        if not self.database.is_sqlite:
            self.wake()

    def write(self, tx: Connection, batch: list[Sequence[Arrival]]) -> None:
        """Write the arrivals of many webhooks."""
        inbox.keep(tx, [arrival for arrivals in batch for arrival in arrivals], self.clock.now())
