"""Waiting for what the bot says or changes in one chat."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import TypeVar

from simulator.bubbles import Bubble

Found = TypeVar("Found")


class Arrivals:
    """The bubbles that nobody has taken yet, and a way to wait for more; each waiting raises TimeoutError."""

    def __init__(self, kept: int) -> None:
        self._new: deque[Bubble] = deque(maxlen=kept)
        self._changed: deque[Bubble] = deque(maxlen=kept)
        self._news = asyncio.Event()

    def come(self, bubble: Bubble) -> None:
        """The bot has said something."""
        self._new.append(bubble)
        self._wake()

    def change(self, bubble: Bubble) -> None:
        """The bot has edited or deleted something."""
        self._changed.append(bubble)
        self._wake()

    def take_all(self) -> list[Bubble]:
        """Everything said that was not taken."""
        taken = list(self._new)
        self._new.clear()
        return taken

    async def next(self, seconds: float) -> Bubble:
        """The oldest thing said that was not taken."""
        return await self._until(lambda: self._new.popleft() if self._new else None, seconds)

    async def next_change(self, seconds: float) -> Bubble:
        """The oldest change that was not taken."""
        return await self._until(lambda: self._changed.popleft() if self._changed else None, seconds)

    async def next_with(self, words: str, seconds: float) -> Bubble:
        """The oldest thing said that has these words; those before it count as taken."""
        return await self._until(lambda: self._take_until(words), seconds)

    def _take_until(self, words: str) -> Bubble | None:
        while self._new:
            bubble = self._new.popleft()
            if words in bubble.text:
                return bubble
        return None

    async def _until(self, question: Callable[[], Found | None], seconds: float) -> Found:
        async with asyncio.timeout(seconds):
            while (found := question()) is None:
                await self._news.wait()
            return found

    def _wake(self) -> None:
        self._news.set()
        self._news = asyncio.Event()
