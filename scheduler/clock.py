"""APScheduler, and nothing else: runs jobs at their rhythm, one run of each at a time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Rhythm:
    """Runs jobs again and again."""

    def __init__(self) -> None:
        """Build it; nothing runs before :meth:`start`."""
        self.scheduler = AsyncIOScheduler(timezone="UTC")

    def every(self, seconds: float, name: str, job: Callable[[], Awaitable[object]]) -> None:
        """Run a job every so many seconds; a run that was missed is made up for once."""
        self.scheduler.add_job(job, "interval", seconds=seconds, id=name, coalesce=True, max_instances=1)

    def start(self) -> None:
        """Begin (inside the running loop)."""
        self.scheduler.start()

    def stop(self) -> None:
        """End; a job under way is left to finish."""
        if self.scheduler.running:
            self.scheduler.shutdown(wait=False)
