"""The work: projects, their roles and sessions, and who takes part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

HOURS_PER_DAY: Final = 8
BAHT_PER_DAY: Final = 800
"""The network's own assumption of what a day is worth."""


@dataclass(frozen=True, slots=True)
class Project:
    """An organisation's project of about three months."""

    id: str
    organisation: str
    title: str
    aim: str
    cause: str | None
    state: str
    """draft, published, paused or closed"""
    scope_in: str = ""
    """What it will finish."""
    scope_out: str = ""
    """What it will not do, though it is related."""
    done_when: str = ""
    needs: str = ""
    """Places, systems, data and people that the work needs."""
    starts_on: date | None = None
    ends_on: date | None = None
    closes_at: datetime | None = None
    """Until when people may sign up."""
    teamed_at: datetime | None = None
    """Since when every role has the people that it needs to begin."""


@dataclass(frozen=True, slots=True)
class Role:
    """A part to play in a project's team."""

    id: str
    project: str
    title: str
    skills: tuple[str, ...]
    """What one must be able to do: ids of the taxonomy."""
    seats: int
    hours_per_week: float
    place: str
    province: str | None
    slots: frozenset[str]
    purpose: str = ""
    """What the role makes better, in one sentence."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """How well a skill must be known at least, for those where it matters."""
    nice: tuple[str, ...] = ()
    """Skills that are good to have."""
    least: int = 1
    """So many people must have accepted before the work can begin."""
    learns: str = ""
    """What the volunteer will learn, in words."""
    teaches: tuple[str, ...] = ()
    """What the volunteer will learn: ids of the taxonomy."""
    question: str = ""
    """What who signs up is asked."""
    lead: bool = False
    """Who has this role leads the team."""
    buddy: str = ""
    """Who helps the volunteer to settle in, and how to reach them."""
    travel_paid: bool | None = None
    total_hours: float | None = None
    reserved: int = 0
    """So many of the seats are kept for a company's people."""
    reserved_for: str | None = None
    """The company's id."""
    reserved_until: datetime | None = None
    admission: str = "first_come"
    """``first_come``: who asks first has the seat; ``chosen``: staff choose among those who ask."""
    state: str = "open"
    """open, paused or closed"""


@dataclass(frozen=True, slots=True)
class OpenRole:
    """A role one may be able to sign up for, with the project around it."""

    role: Role
    project: Project
    taken: int
    """Seats that somebody has, or has been offered."""
    taken_by_company: int = 0
    """How many of those are held by people of the company that seats are reserved for."""

    @property
    def is_open(self) -> bool:
        """Whether one can sign up at all."""
        return self.project.state == "published" and self.role.state == "open"

    @property
    def seats_left(self) -> int:
        """Seats that nobody has, reserved ones included."""
        return max(0, self.role.seats - self.taken)

    def kept_back(self, now: datetime) -> int:
        """Seats that nobody has and that are kept for a company's people at this moment."""
        role = self.role
        if not role.reserved or role.reserved_until is None or now >= role.reserved_until:
            return 0
        return min(self.seats_left, max(0, role.reserved - self.taken_by_company))

    def seats_for(self, company: str | None, now: datetime) -> int:
        """Seats that somebody of this company (or of none) could have at this moment."""
        own = company is not None and company == self.role.reserved_for
        return self.seats_left if own else self.seats_left - self.kept_back(now)


@dataclass(frozen=True, slots=True)
class Session:
    """A meeting: of a project's team, of some of its roles, or of everybody who is in a team."""

    id: str
    project: str
    kind: str
    starts_at: datetime
    ends_at: datetime
    where: str
    state: str
    """planned or cancelled; whether it has been held, the clock says."""
    title: str = ""
    """What it is about, in a few words."""
    link: str = ""
    """A map, or a video call."""
    materials: str = ""
    """What to read or bring, in words and links."""
    capacity: int | None = None
    """So many can come; ``None``: as many as like."""
    invited: str = "team"
    """team, roles (some of the project's), trained (of the team) or everyone (in any team under way)"""
    sequence: int = 0
    """Grows with each change: what was said of an older one is no longer true."""
    planned_at: datetime | None = None
    """Since when it is to be at this time; ``None``: longer ago than we wrote that down."""
    changed_at: datetime | None = None
    reason: str = ""
    """Why it was moved or called off last."""
    series: str | None = None
    """What the weekly sessions of one series share."""
    code: str | None = None
    """What one types to check in."""
    board: str | None = None
    """Whether ideas are collected: open, voting or done; ``None``: not yet."""
    week_minutes: int | None = None
    day_minutes: int | None = None
    soon_minutes: int | None = None
    after_minutes: int | None = None
    """How long before its start (``after``: behind its end) it is reminded of; 0: not at all, ``None``: as usual."""


def overlap(one: Session, other: Session) -> bool:
    """Whether two sessions fall together; one that begins when the other ends does not."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


SESSION_KINDS: Final = ("training", "kickoff", "workshop", "handover", "follow_up")
