"""Hours that a person logs: what makes us ask once more before we write them down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

MINUTES_PER_DAY: Final = 24 * 60
LONG_DAY: Final = 12 * 60
"""More minutes than this on one day are asked about."""
LONG_AGO: Final = timedelta(days=30)
"""Work longer ago than this is asked about."""


@dataclass(frozen=True, slots=True)
class Worked:
    """So many minutes on one day."""

    on: date
    minutes: int


class Doubt(StrEnum):
    """A reason to ask once more."""

    LONG_DAY = "long_day"
    LONG_AGO = "long_ago"
    TWICE = "twice"


def total_on(day: date, standing: Iterable[Worked]) -> int:
    """How many minutes stand on a day."""
    return sum(each.minutes for each in standing if each.on == day)


def fits_in_the_day(new: Worked, standing: Iterable[Worked]) -> bool:
    """Whether a day has room for these minutes beside those that stand."""
    return total_on(new.on, standing) + new.minutes <= MINUTES_PER_DAY


def doubts(new: Worked, standing: Iterable[Worked], today: date) -> frozenset[Doubt]:
    """What to ask about before these minutes are written down beside those that stand."""
    before = list(standing)
    found = {
        Doubt.LONG_DAY: total_on(new.on, before) + new.minutes > LONG_DAY,
        Doubt.LONG_AGO: today - new.on > LONG_AGO,
        Doubt.TWICE: new in before,
    }
    return frozenset(doubt for doubt, there in found.items() if there)
