"""Who is invited to a session: a team, some of its roles, those of it who are trained, or everybody in a team."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select, union

from domain.sign_ups import IN_TEAM
from domain.work import Session
from storage.schema import projects, roles, session_roles, sessions, sign_ups

TRAINED = ("trained", "active")


def people(session: Session, only: Sequence[str] = ()) -> Select[str]:
    """The query of the people who are invited to a session, each once, in a fixed order.

    ``only`` are the roles of a session that is not written down yet.
    """
    query = select(sign_ups.c.person).join(roles, roles.c.id == sign_ups.c.role)
    return query.where(*narrowed(session, only)).distinct().order_by(sign_ups.c.person)


def narrowed(session: Session, only: Sequence[str] = ()) -> list[ColumnElement[bool]]:
    """Which sign-ups bring an invitation to this session."""
    if session.invited == "everyone":
        under_way = select(projects.c.id).where(projects.c.state == "published")
        return [sign_ups.c.state.in_(IN_TEAM), roles.c.project.in_(under_way)]
    found: list[ColumnElement[bool]] = [roles.c.project == session.project]
    if session.invited == "roles":
        written = select(session_roles.c.role).where(session_roles.c.session == session.id)
        found.append(roles.c.id.in_(list(only) if only else written))
    return [*found, sign_ups.c.state.in_(TRAINED if session.invited == "trained" else IN_TEAM)]


def invited(tx: Connection, session: Session, only: Sequence[str] = ()) -> list[str]:
    """Who is invited to this session (or would be, ``only`` with these roles)?"""
    return list(tx.execute(people(session, only)).scalars())


def is_invited(tx: Connection, session: Session, person: str) -> bool:
    """Is this person invited to this session?"""
    return tx.execute(people(session).where(sign_ups.c.person == person).limit(1)).first() is not None


def of_person(person: str, since: datetime) -> Any:
    """The query of the sessions that begin after a moment and to which this person is invited."""
    mine = and_(sign_ups.c.person == person, sign_ups.c.state.in_(IN_TEAM))
    seats = select(sessions.c.id).select_from(sign_ups).join(roles, roles.c.id == sign_ups.c.role)
    own = seats.join(sessions, sessions.c.project == roles.c.project).where(mine, sessions.c.starts_at > since)
    published = and_(roles.c.project == projects.c.id, projects.c.state == "published")
    in_a_team = exists().where(sign_ups.c.role == roles.c.id, published, mine)
    for_all = select(sessions.c.id).where(sessions.c.invited == "everyone", sessions.c.starts_at > since, in_a_team)
    return union(own.where(suits()), for_all)


def suits() -> ColumnElement[bool]:
    """The condition that a session of a project is for this sign-up of its team."""
    listed = (session_roles.c.session == sessions.c.id, session_roles.c.role == roles.c.id)
    for_role = exists().where(*listed).correlate(sessions, roles)
    return or_(
        sessions.c.invited == "team",
        and_(sessions.c.invited == "trained", sign_ups.c.state.in_(TRAINED)),
        and_(sessions.c.invited == "roles", for_role),
    )
