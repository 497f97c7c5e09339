"""Who a person is to us: what they told us, and nothing else."""

from __future__ import annotations

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

    @property
    def welcomed(self) -> bool:
        """Has seen the notice and is of age: may use what volunteers use."""
        return self.noticed_at is not None and self.adult is True
