"""APScheduler, and nothing else: runs jobs at their rhythm, one run of each at a time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler

FIRST_SECONDS: Final = 600.0
"""A job with a longer rhythm runs for the first time so soon: a program that is started daily gets to it, too."""
JITTER: Final = 0.1
"""A run comes by up to so much of its rhythm later, so that several programs do not look in step."""
WATCH_SECONDS: Final = 5.0
MOST_ASTRAY: Final = timedelta(seconds=10)


class Rhythm:
    """Runs jobs again and again."""

    def __init__(self, time: Callable[[], datetime]) -> None:
        """Build it; nothing runs before :meth:`start`. ``time`` gives the machine's time, by which APScheduler goes."""
        self.scheduler = AsyncIOScheduler(timezone="UTC")
        self.time = time
        self.looked_at = time()

    def every(self, seconds: float, name: str, job: Callable[[], Awaitable[object]], *, at_once: bool = False) -> None:
        """Run a job every so many seconds; runs that were missed, however long ago, are made up for by one."""
        first = 0.0 if at_once else min(seconds, FIRST_SECONDS)
        self.scheduler.add_job(
            job,
            "interval",
            seconds=seconds,
            jitter=seconds * JITTER,
            next_run_time=self.time() + timedelta(seconds=first),
            id=name,
            coalesce=True,
            misfire_grace_time=None,
            max_instances=1,
        )

    def again(self, name: str, seconds: float) -> None:
        """Let the next run of a job come so soon; its rhythm goes on from there."""
        if self.scheduler.running:
            self.scheduler.modify_job(name, next_run_time=self.time() + timedelta(seconds=seconds))

    def watch(self) -> None:
        """Begin anew where the machine's clock was put back: else nothing would run until it has caught up."""
        now, before = self.time(), self.looked_at
        self.looked_at = now
        if now < before - MOST_ASTRAY:
            for job in self.scheduler.get_jobs():
                job.modify(next_run_time=now)

    def start(self) -> None:
        """Begin (inside the running loop)."""
        self.scheduler.start()

    def stop(self) -> None:
        """End; what the database was asked to do it still does."""
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)
