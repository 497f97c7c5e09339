"""The tasks that must never end by themselves: when one does, whoever runs the process must hear of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from bot import logs


class Workers:
    """The workers of one process."""

    def __init__(self) -> None:
        """Build it; nobody works yet."""
        self.tasks: set[asyncio.Task[None]] = set()
        self.fell = asyncio.Event()
        """Set when one has ended that should not have."""
        self.fallen: list[str] = []
        self.stopping = False

    def begin(self, job: Callable[[], Coroutine[Any, Any, None]], *, may_end: bool = False) -> None:
        """Let a worker run until we stop; ``may_end``: it has an end of its own."""
        task = asyncio.ensure_future(job())
        self.tasks.add(task)
        task.add_done_callback(partial(self.ended, name_of(job), may_end))

    def ended(self, name: str, may_end: bool, task: asyncio.Task[None]) -> None:
        """Note a worker's end: where nobody asked for it, the process is of no use any more."""
        self.tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if self.stopping or (error is None and may_end):
            return
        logs.failed("worker_died", error, worker=name)
        self.fallen.append(name)
        self.fell.set()

    async def stop(self) -> None:
        """Let all of them end."""
        self.stopping = True
        tasks = list(self.tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def name_of(job: Callable[..., Any]) -> str:
    """What a worker is called in the log."""
    inner = job.func if isinstance(job, partial) else job
    return str(getattr(inner, "__qualname__", type(inner).__name__))
