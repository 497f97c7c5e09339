"""A token bucket (so many at once, then so many a second) and a window; pure, given the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, Self

OUT_OF_ORDER: Final = timedelta(seconds=1)
"""So late somebody may come with a moment that they noted before: the clock was not put back."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast something may go, and what is left of it; every change is a new :class:`Pace`."""

    per_second: float
    burst: float
    tokens: float
    counted_at: datetime
    held_until: datetime | None = None

    @classmethod
    def full(cls, per_second: float, burst: float, now: datetime) -> Self:
        """A rested bucket: ``burst`` (at least 1) may go at once; refuses numbers under which nothing ever goes."""
        if per_second <= 0 or burst < 1:
            raise ValueError("a pace needs a positive rate and room for one")
        return cls(per_second, burst, burst, now)

    def room(self, now: datetime, spare: float = 0.0) -> int:
        """How many may go right now, if so much is to be spared."""
        if self.held_until is not None and now < self.held_until:
            return 0
        # Refilling to exactly one token must not fall short of it by a rounding error.
        return max(0, int(self._tokens(now) - spare + 1e-9))

    def wait(self, now: datetime, spare: float = 0.0) -> float:
        """Seconds until the next one may go, if so much is to be spared; 0 when one may go now."""
        held = 0.0 if self.held_until is None else (self.held_until - now).total_seconds()
        missing = 1 + spare - self._tokens(now)
        return max(0.0, held, missing / self.per_second if missing > 1e-9 else 0.0)

    def take(self, now: datetime, count: float = 1) -> Self:
        """The bucket after ``count`` went; more than its room is a debt that the next ones wait for."""
        left, counted_at = self._tokens(now) - count, max(now, self.counted_at)
        return type(self)(self.per_second, self.burst, left, counted_at, self.held_until)

    def hold(self, until: datetime) -> Self:
        """The bucket that lets nothing go before ``until``; a later hold that stands already stays."""
        if self.held_until is not None and self.held_until >= until:
            return self
        return replace(self, held_until=until)

    def follow(self, now: datetime) -> Self:
        """The bucket by a clock that was put back: all its moments are put back as far, and nothing is given."""
        back = self.counted_at - now
        if back <= OUT_OF_ORDER:
            return self
        held_until = self.held_until and self.held_until - back
        return replace(self, counted_at=now, held_until=held_until)

    def _tokens(self, now: datetime) -> float:
        # Who asks with a moment that is over by now is given nothing for it, and takes nothing.
        elapsed = max(now - self.counted_at, timedelta(0)).total_seconds()
        return min(self.burst, self.tokens + elapsed * self.per_second)


def window_wait(gone: Sequence[datetime], most: int, seconds: float, now: datetime) -> float:
    """Seconds until one more may go, where ``most`` may within so many seconds; ``gone`` is when the last ones went."""
    if len(gone) < most:
        return 0.0
    return max(0.0, (gone[-most] - now).total_seconds() + seconds)
