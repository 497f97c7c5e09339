"""Sign-ups: where people stand with roles, who waits in which order, who is in which team."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, or_, select

from domain.hours import MAY_LOG
from domain.sign_ups import APPLIED, IN_TEAM, MOVES, OWED
from domain.work import OpenRole
from storage.columns import new_id
from storage.projects import open_role_of, with_projects
from storage.schema import companies, projects, roles, sign_ups
from storage.writing import insert_into, wrote


@dataclass(frozen=True, slots=True)
class SignUp:
    """Where a person stands with a role."""

    role: str
    person: str
    state: str
    why: str | None
    """Their answer to the role's question."""
    changed_at: datetime
    asked_at: datetime | None
    expires_at: datetime | None
    """Until when an offer is good."""
    reason: str | None


@dataclass(frozen=True, slots=True)
class Overdue:
    """A role that owes people an answer."""

    role: str
    title: str
    project: str
    project_title: str
    count: int
    since: datetime
    """When the first of them asked."""


COLUMNS = (
    sign_ups.c.role,
    sign_ups.c.person,
    sign_ups.c.state,
    sign_ups.c.why,
    sign_ups.c.changed_at,
    sign_ups.c.asked_at,
    sign_ups.c.expires_at,
    sign_ups.c.reason,
)


def standing(tx: Connection, role: str, person: str) -> SignUp | None:
    """Where does this person stand with this role, if they ever answered?"""
    row = tx.execute(select(*COLUMNS).where(sign_ups.c.role == role, sign_ups.c.person == person)).one_or_none()
    return SignUp(*row) if row else None


def state_of(tx: Connection, role: str, person: str) -> str | None:
    """Where does this person stand with this role, in a word?"""
    query = select(sign_ups.c.state).where(sign_ups.c.role == role, sign_ups.c.person == person)
    return tx.execute(query).scalar_one_or_none()


def offer_of(tx: Connection, person: str, now: datetime) -> SignUp | None:
    """Which offer waits for this person's answer, if there is one?"""
    query = select(*COLUMNS).where(
        sign_ups.c.person == person, sign_ups.c.state == "offered", sign_ups.c.expires_at > now
    )
    row = tx.execute(query.order_by(sign_ups.c.expires_at).limit(1)).one_or_none()
    return SignUp(*row) if row else None


def in_line(tx: Connection, role: str) -> list[str]:
    """Who is on the role's wait-list, the longest waiting first?"""
    query = select(sign_ups.c.person).where(sign_ups.c.role == role, sign_ups.c.state == "waiting")
    return list(tx.execute(query.order_by(sign_ups.c.asked_at, sign_ups.c.id)).scalars())


def place_in_line(tx: Connection, role: str, person: str) -> int | None:
    """At which place of the role's wait-list is this person, counted from 1?"""
    waiting = in_line(tx, role)
    return waiting.index(person) + 1 if person in waiting else None


def of_role(tx: Connection, role: str, states: tuple[str, ...] = APPLIED) -> list[SignUp]:
    """Who stands with this role in one of these states, the first to ask first?"""
    query = select(*COLUMNS).where(sign_ups.c.role == role, sign_ups.c.state.in_(states))
    return [SignUp(*row) for row in tx.execute(query.order_by(sign_ups.c.asked_at, sign_ups.c.id))]


PER_ROLE = (roles.c.id, roles.c.title, projects.c.id, projects.c.title)
FIRST = func.min(sign_ups.c.asked_at)


def per_role(*states: str) -> Select[*tuple[Any, ...]]:
    """The query of roles with how many stand with them in one of these states, and since when the first does."""
    query = select(*PER_ROLE, func.count(), FIRST).join(roles, roles.c.id == sign_ups.c.role)
    query = query.join(projects, projects.c.id == roles.c.project)
    return query.where(sign_ups.c.state.in_(states)).group_by(*PER_ROLE)


def owed(tx: Connection, asked_before: datetime | None = None) -> list[Overdue]:
    """Which roles owe people an answer (who asked by then), the longest waiting first?"""
    query = per_role(*OWED)
    if asked_before is not None:
        query = query.where(sign_ups.c.asked_at <= asked_before)
    return [Overdue(*row) for row in tx.execute(query.order_by(FIRST, roles.c.id))]


def asked_for(tx: Connection) -> list[Overdue]:
    """Which roles of projects under way has somebody asked for, those that owe an answer longest first?"""
    owes = func.min(case((sign_ups.c.state.in_(OWED), sign_ups.c.asked_at)))
    query = per_role(*APPLIED).where(projects.c.state.in_(("published", "paused")))
    return [Overdue(*row) for row in tx.execute(query.order_by(owes.is_(None), owes, roles.c.title, roles.c.id))]


def decline(tx: Connection, role: str, person: str, state: str, now: datetime) -> bool:
    """Write down not_now or never; false if it changes nothing: a place is kept, a no of staff stands."""
    values = {"state": state, "why": None, "changed_at": now}
    statement = insert_into(tx, sign_ups).values(id=new_id(), role=role, person=person, **values)
    free = sign_ups.c.state.in_(sorted(before for before, after in MOVES.items() if before and state in after))
    unless_held = statement.on_conflict_do_update(index_elements=["role", "person"], set_=values, where=free)
    return wrote(tx, sign_ups, unless_held)


def put_off(tx: Connection, person: str, since: datetime) -> set[str]:
    """For which roles did this person say not now, after this moment?"""
    query = select(sign_ups.c.role).where(
        sign_ups.c.person == person, sign_ups.c.state == "not_now", sign_ups.c.changed_at > since
    )
    return set(tx.execute(query).scalars())


def roles_of(tx: Connection, person: str, *states: str) -> list[OpenRole]:
    """Which roles has this person in one of these states (by default: has a seat in the team), the newest first?"""
    query = with_projects().join(sign_ups, sign_ups.c.role == roles.c.id)
    query = query.where(sign_ups.c.person == person, sign_ups.c.state.in_(states or (*IN_TEAM, "completed")))
    return [open_role_of(row) for row in tx.execute(query.order_by(sign_ups.c.changed_at.desc(), roles.c.id))]


def active_roles(tx: Connection, person: str) -> list[OpenRole]:
    """In which roles of projects under way does this person have a seat, the newest first?"""
    return [found for found in roles_of(tx, person, *IN_TEAM) if found.project.state in {"published", "paused"}]


def roles_to_log(tx: Connection, person: str, since: datetime) -> list[OpenRole]:
    """For which roles may this person log hours: a seat in a project under way, or completed after this moment?"""
    under_way = and_(sign_ups.c.state.in_(MAY_LOG), projects.c.state.in_(("published", "paused")))
    just_done = and_(sign_ups.c.state == "completed", sign_ups.c.changed_at > since)
    query = with_projects().join(sign_ups, sign_ups.c.role == roles.c.id)
    query = query.where(sign_ups.c.person == person, or_(under_way, just_done))
    return [open_role_of(row) for row in tx.execute(query.order_by(sign_ups.c.changed_at.desc(), roles.c.id))]


def team_of(tx: Connection, project: str) -> list[str]:
    """Who has a seat in this project?"""
    query = select(sign_ups.c.person).join(roles, roles.c.id == sign_ups.c.role)
    query = query.where(roles.c.project == project, sign_ups.c.state.in_(IN_TEAM))
    return list(tx.execute(query.distinct().order_by(sign_ups.c.person)).scalars())


def kept_for(tx: Connection, role: str) -> str | None:
    """For which company's people are seats of this role kept, by its name?"""
    query = select(companies.c.name).join(roles, roles.c.reserved_for == companies.c.id).where(roles.c.id == role)
    return tx.execute(query).scalar_one_or_none()
