"""Runs what becomes due by itself, each at its rhythm; what fails is noted and tried again, and stops nothing else."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from bot import logs
from bot.clock import Clock
from scheduler import sweeper
from scheduler.clock import WATCH_SECONDS, Rhythm
from scheduler.sweeper import RETRY_SECONDS, keep_turn, run_in_turn, run_sweep
from scheduler.sweeps import SWEEPS, Sweep
from storage import retention
from storage.database import Database, learn

DEAD_AFTER: Final = timedelta(minutes=5)
"""Where nothing has run for so long, though many things run every half a minute, nothing will."""
INTRODUCE, COUNT_ROOMS, RETENTION = "introduce", "count_rooms", "retention"
RHYTHMS: Final = {each.name: each.seconds for each in SWEEPS} | {
    INTRODUCE: 600.0,
    COUNT_ROOMS: 20.0,
    RETENTION: 6 * 3600.0,
}
"""Everything that runs by itself, and every how many seconds."""


class Sweeping:
    """The sweeps of one process."""

    def __init__(self, database: Database, clock: Clock, wake: Callable[[], None]) -> None:
        """Build it; ``wake`` is called when something was due."""
        self.database = database
        self.clock = clock
        self.wake = wake
        self.rhythm = Rhythm(clock.machine)
        self.failures: Counter[str] = Counter()
        self.last_attempt: datetime = clock.machine()
        """When something ran last, by the machine's clock; before that, when we were built."""

    def start(self, asking: Mapping[str, Callable[[], Awaitable[None]]]) -> None:
        """Begin (inside the running loop); ``asking`` is what is asked of the platforms, by its name."""
        jobs: dict[str, Callable[[], Awaitable[int]]] = {each.name: partial(self.in_turn, each) for each in SWEEPS}
        asks = {name: partial(self.ask, name, question) for name, question in asking.items()}
        jobs |= {name: partial(self.after_turn, name, job) for name, job in ({RETENTION: self.tidy} | asks).items()}
        jobs[INTRODUCE] = asks[INTRODUCE]
        for name, job in jobs.items():
            self.rhythm.every(RHYTHMS[name], name, partial(self.attempt, name, job), at_once=name == INTRODUCE)
        self.rhythm.start()

    def why_dead(self) -> str:
        """Whether nothing runs by itself any more, in a few words; empty while it does."""
        silent = self.clock.machine() - self.last_attempt > DEAD_AFTER
        return "nothing that runs by itself has run for five minutes" if silent else ""

    async def keep_time(self) -> None:
        """Mind the machine's clock until cancelled."""
        while True:
            await asyncio.sleep(WATCH_SECONDS)
            self.rhythm.watch()

    async def sweep(self, sweep: Sweep) -> int:
        """Look once what is due; gives how many things that were (0 where it failed)."""
        return await self.attempt(sweep.name, partial(self.look, sweep))

    async def attempt(self, name: str, job: Callable[[], Awaitable[int]]) -> int:
        """Do it once; a failure is noted and goes no further."""
        self.last_attempt = self.clock.machine()
        try:
            count = await job()
        except Exception as error:
            await self.failed(name, type(error).__name__)
            return 0
        self.failures.pop(name, None)
        return count

    async def in_turn(self, sweep: Sweep) -> int:
        """Look what is due, unless another process does: of all that share a database, one at a time."""
        return await self.look(sweep, run_in_turn)

    async def after_turn(self, name: str, job: Callable[[], Awaitable[int]]) -> int:
        """Do what cannot be done in one transaction, unless another process has just begun to."""
        mine = partial(keep_turn, name=name, seconds=RHYTHMS[name], now=self.clock.now())
        return await job() if await self.database.run(mine) else 0

    async def look(self, sweep: Sweep, run: Callable[..., int] = run_sweep) -> int:
        """Look what is due."""
        count = await self.database.run(partial(run, sweep=sweep, now=self.clock.now()))
        if count:
            logs.log("swept", sweep=sweep.name, count=count)
            self.wake()
        return count

    async def tidy(self) -> int:
        """Remove what is older than we promised to keep it, and let the database learn what it holds now.

        People are gone through a part at a time, so that nobody's turn waits for it.
        """
        count = 0
        for part in retention.PARTS:
            count += await self.database.run(partial(retention.erase_overdue, now=self.clock.now(), part=part))
        count += await self.note(RETENTION, partial(retention.forget_old, now=self.clock.now()))
        await self.database.run(learn)
        if count:
            logs.log("tidied", count=count)
        return count

    async def ask(self, name: str, question: Callable[[], Awaitable[None]]) -> int:
        """Ask the platforms something that we must know of them."""
        await question()
        return await self.note(name, lambda _tx: 0)

    async def note(self, name: str, work: Callable[..., int]) -> int:
        """Do the work in the database, and note that it was done."""
        done = partial(sweeper.run, name=name, seconds=RHYTHMS[name], work=work, now=self.clock.now())
        return await self.database.run(done)

    async def failed(self, name: str, error: str) -> None:
        """Note a failure; the first one in a row is followed by another attempt at once."""
        self.failures[name] += 1
        first = self.failures[name] == 1 and RHYTHMS[name] > RETRY_SECONDS
        again_in = RETRY_SECONDS if first else RHYTHMS[name]
        logs.warn("sweep_failed", sweep=name, error=error, failures=self.failures[name], again_in=again_in)
        if first:
            self.rhythm.again(name, again_in)
        try:
            work = partial(sweeper.note_failure, name=name, again_in=again_in, error=error, now=self.clock.now())
            await self.database.run(work)
        except Exception as problem:
            logs.warn("sweep_failure_not_noted", sweep=name, error=type(problem).__name__)
        else:
            self.wake()
