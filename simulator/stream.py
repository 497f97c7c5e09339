"""What the page hears as it happens: one stream of small JSON events to everyone who listens."""

from __future__ import annotations

import asyncio
import json
from typing import Any

BACKLOG = 2000


class Stream:
    """The listeners, and a way to tell them all."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[str]] = set()

    @property
    def heard(self) -> bool:
        """Is anyone listening?"""
        return bool(self._listeners)

    def join(self) -> asyncio.Queue[str]:
        """A new listener's queue of JSON texts."""
        queue: asyncio.Queue[str] = asyncio.Queue(BACKLOG)
        self._listeners.add(queue)
        return queue

    def leave(self, queue: asyncio.Queue[str]) -> None:
        """Stop telling this listener."""
        self._listeners.discard(queue)

    def tell(self, event: dict[str, Any]) -> None:
        """Tell everyone; a listener that has fallen far behind misses it."""
        text = json.dumps(event, ensure_ascii=False)
        for queue in self._listeners:
            if not queue.full():
                queue.put_nowait(text)
