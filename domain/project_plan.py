"""Proposes when a project's team meets: training, kickoff, workshop, handover, and a look back a month later."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

WEEK: Final = timedelta(days=7)
WORKSHOP_AFTER: Final = timedelta(days=28)
"""The workshop is in the fifth week."""
FOLLOW_UP_AFTER: Final = timedelta(days=30)
USUAL: Final = timedelta(weeks=12)
"""So long a project takes if nobody said when it ends."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One session that is proposed."""

    kind: str
    day: date


def propose(starts_on: date, ends_on: date, weekday: int, today: date, without: Container[str] = ()) -> list[Proposed]:
    """The sessions of a project on one weekday, in order; what has passed, and kinds that are there, are left out."""
    kickoff = on_or_after(starts_on, weekday)
    handover = max(on_or_before(ends_on, weekday), kickoff + WEEK)
    workshop = min(on_or_after(starts_on + WORKSHOP_AFTER, weekday), handover - WEEK)
    days = {
        "training": kickoff - WEEK,
        "kickoff": kickoff,
        "workshop": workshop,
        "handover": handover,
        "follow_up": on_or_after(handover + FOLLOW_UP_AFTER, weekday),
    }
    if workshop <= kickoff:
        del days["workshop"]
    return [Proposed(kind, day) for kind, day in days.items() if day >= today and kind not in without]


def on_or_after(day: date, weekday: int) -> date:
    """The first such weekday from a day on (Monday is 0)."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def on_or_before(day: date, weekday: int) -> date:
    """The last such weekday up to a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)
