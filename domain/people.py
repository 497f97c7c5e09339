"""Who a person is to us: what they told us, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

LEVELS: Final = ("learning", "able", "professional", "teaching")
SECTORS: Final = ("private", "government", "freelance", "retired", "student", "social")
PLACES: Final = ("online", "on_site", "both")
CAUSES: Final = (
    "education",
    "health",
    "environment",
    "children",
    "elderly",
    "disability",
    "livelihood",
    "animals",
    "arts",
    "rights",
    "disaster",
    "community",
)
NEWS: Final = ("at_once", "weekly", "best_only")
DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS: Final = ("morning", "afternoon", "evening")
PURPOSES: Final = ("role_news", "share_profile", "employer", "stories")
"""What consent is asked for, one question each."""
NOTICE_VERSION: Final = "2026-11"


SLOTS: Final = tuple(f"{day}:{part}" for day in DAYS for part in PARTS)
"""The 21 times of the week."""


def bits_of(chosen: Iterable[str], among: Sequence[str]) -> int:
    """Some of a list as one number, a bit for each: the first is 1, the second 2, the third 4."""
    wanted = set(chosen)
    return sum(1 << place for place, each in enumerate(among) if each in wanted)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who joined."""

    id: str
    joined_at: datetime
    notice_version: str | None = None
    noticed_at: datetime | None = None
    adult: bool | None = None
    name: str | None = None
    sector: str | None = None
    employer: str | None = None
    province: str | None = None
    place: str | None = None
    causes: tuple[str, ...] = ()
    slots: frozenset[str] = frozenset()
    days_per_month: float | None = None
    starts_on: date | None = None
    news: str | None = None
    quiet_from: str | None = None
    quiet_until: str | None = None
    answered: frozenset[str] = frozenset()
    """Which questions were answered or skipped, so that none is asked twice."""
    company: str | None = None
    """The company that sent them, as its invitation code says."""
    office: str | None = None
    """Which of the company's offices they work at, in their own words."""
    learns: tuple[str, ...] = ()
    """Skills that they would like to learn: ids of the taxonomy."""
    conflicts: tuple[str, ...] = ()
    """Organisations that they should not work with, in their own words."""
    away: tuple[tuple[date, date], ...] = ()
    """When they are away: from the first day until the last."""
    hears_of_roles: bool = False
    """They agreed to be told of roles (their last answer)."""
    told_at: datetime | None = None
    """When they were last told of a role."""
    seated_at: datetime | None = None
    """When they last got a seat."""

    @property
    def welcomed(self) -> bool:
        """Has seen the notice and is of age: may use what volunteers use."""
        return self.noticed_at is not None and self.adult is True
