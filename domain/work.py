"""The work: projects, their roles and sessions, and who takes part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

HOURS_PER_DAY: Final = 8
BAHT_PER_DAY: Final = 800
"""The network's own assumption of what a day is worth."""


@dataclass(frozen=True, slots=True)
class Project:
    """An organisation's project."""

    id: str
    organisation: str
    title: str
    aim: str
    cause: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Role:
    """A part to play in a project's team."""

    id: str
    project: str
    title: str
    skills: tuple[str, ...]
    seats: int
    hours_per_week: float
    place: str
    province: str | None
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class OpenRole:
    """A role one can sign up for, with the project around it."""

    role: Role
    project: Project
    seats_left: int


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting of a project's team."""

    id: str
    project: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    where: str
    state: str


def overlap(one: Session, other: Session) -> bool:
    """Whether two sessions fall together; one that begins when the other ends does not."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


SESSION_KINDS: Final = ("training", "kickoff", "workshop", "handover", "follow_up")

LEADS: Final = {"day": timedelta(hours=24), "soon": timedelta(hours=2)}
"""How long before its start a session is reminded of; a later lead takes over from an earlier one."""


def lead_due(starts_at: datetime, now: datetime) -> str | None:
    """Which reminder of a session is in season; ``None`` before the first and from the start on."""
    remaining = starts_at - now
    if remaining <= timedelta():
        return None
    due = [lead for lead, before in LEADS.items() if remaining <= before]
    return due[-1] if due else None


def value_in_baht(minutes: int) -> int:
    """What so many minutes are worth at the network's rate, in whole baht, rounded down."""
    return minutes * BAHT_PER_DAY // (HOURS_PER_DAY * 60)
