"""Which state of a project or role may follow which, what publishing takes, and which changes people must hear of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from domain.work import Project, Role, Session

PROJECT_MOVES: Final[Mapping[str, frozenset[str]]] = {
    "draft": frozenset({"published", "closed"}),
    "published": frozenset({"paused", "closed"}),
    "paused": frozenset({"published", "closed"}),
    "closed": frozenset(),
}
ROLE_MOVES: Final[Mapping[str, frozenset[str]]] = {
    "open": frozenset({"paused", "closed"}),
    "paused": frozenset({"open", "closed"}),
    "closed": frozenset(),
}
"""Which state may follow which; a draft that is closed was thrown away."""


class Refusal(StrEnum):
    """Why staff cannot do this with a project or a role; each has its words in the texts."""

    GONE = "gone"
    """There is none (any more)."""
    SAME = "same"
    """It is so already."""
    CLOSED = "closed"
    """It has ended, and nothing follows."""
    DRAFT = "draft"
    """It was never published: there is nothing to pause."""
    SEEN = "seen"
    """People have seen it: it cannot become a draft again."""
    FEWER_THAN_TAKEN = "fewer_than_taken"
    """More people have a seat than there would be seats."""
    FEWER_THAN_LEAST = "fewer_than_least"
    """The work could never begin: it needs more people than there would be seats."""
    FEWER_THAN_RESERVED = "fewer_than_reserved"
    """More seats are kept for a company than there would be."""


def may_move(before: str | None, after: str, moves: Mapping[str, frozenset[str]]) -> Refusal | None:
    """Whether this state may follow; else why not."""
    if before is None:
        return Refusal.GONE
    if after in moves[before]:
        return None
    if before == after:
        return Refusal.SAME
    if before == "closed":
        return Refusal.CLOSED
    return Refusal.DRAFT if before == "draft" else Refusal.SEEN


def may_have_seats(role: Role, taken: int) -> Refusal | None:
    """Whether a role can have as many seats as it says while so many are taken; else why not."""
    if role.seats < taken:
        return Refusal.FEWER_THAN_TAKEN
    if role.seats < role.least:
        return Refusal.FEWER_THAN_LEAST
    return Refusal.FEWER_THAN_RESERVED if role.seats < role.reserved else None


# ---------------------------------------------------------------- what publishing takes


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a project needs before it can be published."""

    what: str
    """roles, skills, seats, hours, dates, closes_at or lead"""
    role: str = ""
    """The title of the role that lacks it."""


def missing(project: Project, roles: Sequence[Role], sessions: Sequence[Session], now: datetime) -> list[Missing]:
    """What the project still needs before people can be shown it; a lead can be done without, nothing else can."""
    taking_part = [role for role in roles if role.state != "closed"]
    lacks = [Missing(what, role.title) for role in taking_part for what in lacking(role)]
    if not taking_part:
        lacks.append(Missing("roles"))
    if not has_dates(project, sessions, now):
        lacks.append(Missing("dates"))
    if project.closes_at is not None and project.closes_at <= now:
        lacks.append(Missing("closes_at"))
    if taking_part and not any(role.lead for role in taking_part):
        lacks.append(Missing("lead"))
    return lacks


def lacking(role: Role) -> list[str]:
    """What a role needs and does not say."""
    says = {"skills": bool(role.skills), "seats": role.seats > 0, "hours": role.hours_per_week > 0}
    return [what for what, said in says.items() if not said]


def has_dates(project: Project, sessions: Iterable[Session], now: datetime) -> bool:
    """Whether people can know when it begins: a session ahead, or a first day."""
    begins = project.starts_on is not None and project.starts_on >= now.date()
    return begins or any(each.starts_at > now for each in sessions)


# ---------------------------------------------------------------- what people must hear of

PROJECT_NEWS: Final = ("state", "starts_on", "aim", "scope_in", "scope_out", "done_when")
ROLE_NEWS: Final = ("state", "hours_per_week", "total_hours", "slots", "place", "province")
"""What matters to those who signed up; a mended title or another buddy does not."""


def news(before: Project | Role, after: Project | Role) -> dict[str, Any]:
    """What has changed that matters to those who signed up, each with its old value as plain data."""
    names = ROLE_NEWS if isinstance(after, Role) else PROJECT_NEWS
    old, new = ({name: getattr(each, name) for name in names} for each in (before, after))
    return {name: plain(old[name]) for name in names if old[name] != new[name]}


def plain(value: Any) -> Any:
    """A fact as plain data."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value


def fact_of(name: str, value: Any) -> Any:
    """The fact that :func:`plain` wrote, one of the news."""
    if name == "starts_on":
        return date.fromisoformat(value) if value else None
    return frozenset(value) if name == "slots" else value
