"""What telling people costs: who hears for free, who by a paid message, and what the month still allows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FREE_CHANNELS: Final = frozenset({"telegram"})
"""Where telling somebody costs nothing; everywhere else it is a paid message for each person."""
RESERVE: Final = 60
"""Paid messages kept back for offers, reminders and cancellations."""
ASSUMED_ALLOWED: Final = 200
"""The month of the smallest plan anywhere: what we go by before a channel has told us."""


class Verdict(StrEnum):
    """Whether everybody can be told."""

    FREE = "free"
    """It costs nothing."""
    FITS = "fits"
    """Everybody can be told."""
    PARTLY = "partly"
    """Some are held back."""
    SPENT = "spent"
    """Nobody can be told by a paid message."""


@dataclass(frozen=True, slots=True)
class Month:
    """Where the month's paid messages stand."""

    allowed: int | None
    """``None`` where the channel sets no limit."""
    used: int
    waiting: int = 0
    """Paid messages that are on their way already."""
    reserve: int = RESERVE
    extra_satang: int = 0
    """What a paid message beyond the month costs; 0 where none can be had."""
    known: bool = True
    """Whether the channel has told us, or we go by the smallest plan."""

    @property
    def left(self) -> int | None:
        """What remains once everything that waits has been sent; ``None`` without a limit."""
        return None if self.allowed is None else max(0, self.allowed - self.used - self.waiting)

    @property
    def spendable(self) -> int | None:
        """What news may take of it: the reserve stays; ``None`` without a limit."""
        return None if self.left is None else max(0, self.left - self.reserve)


@dataclass(frozen=True, slots=True)
class Cost:
    """What telling some people takes."""

    people: Mapping[str, int]
    """How many are told in each channel if the budget allows."""
    free: int
    paid: int
    """How many are told by a paid message."""
    held_back: int
    """How many are not told, because the month does not allow it."""
    left: int | None
    """Paid messages that remain afterwards, the reserve included; ``None`` without a limit."""
    extra_baht: float | None = None
    """What those held back would cost beyond the month; ``None`` where it cannot be had."""

    @property
    def told(self) -> int:
        """How many are told."""
        return self.free + self.paid

    @property
    def verdict(self) -> Verdict:
        """Whether everybody can be told."""
        if self.held_back:
            return Verdict.PARTLY if self.paid else Verdict.SPENT
        return Verdict.FITS if self.paid else Verdict.FREE


def weigh(people: Mapping[str, int], month: Month) -> Cost:
    """Count what it takes to tell so many people in each channel, within what the month allows."""
    free = sum(count for channel, count in people.items() if channel in FREE_CHANNELS)
    wanted = sum(people.values()) - free
    paid = wanted if month.spendable is None else min(wanted, month.spendable)
    left = None if month.left is None else month.left - paid
    return Cost(dict(people), free, paid, wanted - paid, left, baht(wanted - paid, month))


def baht(count: int, month: Month) -> float | None:
    """What so many paid messages beyond the month cost; ``None`` where they cannot be had."""
    return count * month.extra_satang / 100 if month.extra_satang else None
