"""Counts the webhooks that are refused: an attack is a line a minute in the log, not a line a request."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Final

from bot import logs

SECONDS: Final = 60.0


class Refusals:
    """What was refused: told at once when it begins, then as a sum while it goes on."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """Begin with none; ``seconds`` is how often the log hears of them."""
        self.seconds = seconds
        self.untold: Counter[tuple[str, str]] = Counter()
        self.timer: asyncio.TimerHandle | None = None

    def note(self, channel: str, why: str) -> None:
        """Count one."""
        self.untold[channel, why] += 1
        if self.timer is None:
            self.tell()

    def tell(self) -> None:
        """Log what was counted since the last time; when nothing was, the next one is told at once."""
        self.timer = asyncio.get_running_loop().call_later(self.seconds, self.tell) if self.untold else None
        for (channel, why), count in self.untold.items():
            logs.warn("webhook_refused", channel=channel, why=why, count=count)
        self.untold.clear()

    def close(self) -> None:
        """Log what is left."""
        if self.timer is not None:
            self.tell()
        if self.timer is not None:
            self.timer.cancel()
