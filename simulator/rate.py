"""A token bucket for each thing that a platform limits, on the movable clock."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, and so many a second afterwards."""

    burst: float
    per_second: float


class Bucket:
    """What is left of one limit."""

    __slots__ = ("at", "left", "limit")

    def __init__(self, limit: Limit, now: datetime) -> None:
        self.limit = limit
        self.left = limit.burst
        self.at = now

    def wait(self, now: datetime) -> float:
        """Seconds until one more is allowed; 0 when it is allowed now."""
        grown = max(0.0, (now - self.at).total_seconds()) * self.limit.per_second
        self.left, self.at = min(self.limit.burst, self.left + grown), now
        return 0.0 if self.left >= 1 else (1 - self.left) / self.limit.per_second


class Buckets:
    """The buckets of everything that is limited, made when first needed."""

    def __init__(self) -> None:
        self._buckets: dict[Hashable, Bucket] = {}

    def take(self, limits: dict[Hashable, Limit], now: datetime) -> float:
        """Take one from every bucket, or from none; the seconds to wait, 0 when it was taken."""
        buckets = [self._bucket(key, limit, now) for key, limit in limits.items()]
        wait = max((bucket.wait(now) for bucket in buckets), default=0.0)
        if wait == 0:
            for bucket in buckets:
                bucket.left -= 1
        return wait

    def _bucket(self, key: Hashable, limit: Limit, now: datetime) -> Bucket:
        bucket = self._buckets.get(key)
        if bucket is None or bucket.limit != limit:
            bucket = self._buckets[key] = Bucket(limit, now)
        return bucket


def scaled(limit: Limit, scale: float) -> Limit:
    """The limit, so many times as generous."""
    return Limit(max(1.0, limit.burst * scale), limit.per_second * scale)
