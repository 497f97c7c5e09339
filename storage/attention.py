"""What waits for staff: people who applied, searches that ended with seats left, broadcasts on their way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, func, select

from storage.projects import open_role_of, with_projects
from storage.schema import broadcasts, projects, roles, searches, sign_ups

UNDECIDED: Final = ("interested", "shortlisted")
"""Applied, and nobody has said yes, no or wait."""
ON_THEIR_WAY: Final = ("planned", "running", "paused")


@dataclass(frozen=True, slots=True)
class Applicants:
    """How many people wait for an answer to their application."""

    waiting: int
    overdue: int
    """How many of them have waited longer than the network promises."""


def applicants(tx: Connection, promised: timedelta, now: datetime) -> Applicants:
    """How many applicants of projects under way wait for an answer, and how many for too long?"""
    query = (
        select(func.count(), func.count().filter(sign_ups.c.asked_at < now - promised))
        .join(roles, roles.c.id == sign_ups.c.role)
        .join(projects, projects.c.id == roles.c.project)
        .where(sign_ups.c.state.in_(UNDECIDED), projects.c.state != "closed")
    )
    waiting, overdue = tx.execute(query).one()
    return Applicants(waiting, overdue)


def spent_searches(tx: Connection, limit: int) -> list[tuple[str, str]]:
    """For which open roles has the search ended with seats left, the oldest first (id and title)?"""
    query = with_projects().join(searches, searches.c.role == roles.c.id)
    spent = query.where(searches.c.state == "spent", projects.c.state == "published", roles.c.state == "open")
    found = [open_role_of(row) for row in tx.execute(spent.order_by(searches.c.next_at))]
    return [(each.role.id, each.role.title) for each in found if each.seats_left][:limit]


@dataclass(frozen=True, slots=True)
class Sending:
    """A broadcast that is not over."""

    id: str
    state: str
    moment: datetime
    """When it begins or began, or was written."""


def broadcasts_on_their_way(tx: Connection, limit: int) -> list[Sending]:
    """Which broadcasts are planned, running or paused, the oldest first?"""
    moment = func.coalesce(broadcasts.c.begun_at, broadcasts.c.starts_at, broadcasts.c.written_at, type_=MOMENT)
    query = select(broadcasts.c.id, broadcasts.c.state, moment).where(broadcasts.c.state.in_(ON_THEIR_WAY))
    return [Sending(*row) for row in tx.execute(query.order_by(broadcasts.c.written_at).limit(limit))]


MOMENT: Final = broadcasts.c.written_at.type
