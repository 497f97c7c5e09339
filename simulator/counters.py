"""What was sent, counted as the platforms count it."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Literal

JAPAN = timezone(timedelta(hours=9))
"""LINE's days and months are counted there."""

Kind = Literal["reply", "push", "multicast", "broadcast"]


@dataclass(slots=True)
class Counters:
    """Calls that were accepted, and whom they reached."""

    calls: Counter[str] = field(default_factory=Counter)
    """Accepted LINE calls by kind: ``reply``, ``push``, ``multicast``, ``broadcast``."""
    pushes_to: Counter[str] = field(default_factory=Counter)
    """Paid deliveries by phone id."""
    repeats: int = 0
    """Pushes that arrived again with a retry key already accepted, and were answered 409."""
    undelivered: int = 0
    """Accepted LINE messages that reached nobody."""
    telegram_sent: int = 0
    telegram_to: Counter[str] = field(default_factory=Counter)
    """Telegram messages by phone id."""
    replies_reached: int = 0

    @property
    def replies(self) -> int:
        """Accepted replies, which are free."""
        return self.calls["reply"]

    @property
    def pushes(self) -> int:
        """Accepted pushes, multicasts and broadcasts."""
        return self.calls["push"] + self.calls["multicast"] + self.calls["broadcast"]


class Quota:
    """The recipients reached in each of LINE's months and days."""

    def __init__(self) -> None:
        self._months: Counter[str] = Counter()
        self._days: Counter[tuple[str, str]] = Counter()

    def used(self, now: datetime) -> int:
        """The recipients pushed to this month."""
        return self._months[_month(now)]

    def add(self, kind: Kind, reached: int, now: datetime) -> None:
        """Count recipients; replies count by the day only."""
        self._days[kind, day(now)] += reached
        if kind != "reply":
            self._months[_month(now)] += reached

    def use(self, recipients: int, now: datetime) -> None:
        """Count recipients that were reached in another way, such as from the account's own console."""
        self._months[_month(now)] += recipients

    def on(self, kind: str, date: str) -> int:
        """The recipients of one kind on a day (``yyyyMMdd``)."""
        return self._days[kind, date]


@dataclass(frozen=True, slots=True)
class Call:
    """One request to a platform's API; the token in the path is left out."""

    at: datetime
    channel: str
    method: str
    path: str
    status: int
    request_id: str = ""


class CallLog:
    """The latest requests."""

    def __init__(self, kept: int = 5000) -> None:
        self.calls: deque[Call] = deque(maxlen=kept)

    def matching(self, path: str) -> list[Call]:
        """The requests whose path contains this, oldest first."""
        return [call for call in self.calls if path in call.path]


def day(moment: datetime) -> str:
    """LINE's day, ``yyyyMMdd``."""
    return moment.astimezone(JAPAN).strftime("%Y%m%d")


def _month(moment: datetime) -> str:
    return day(moment)[:6]
