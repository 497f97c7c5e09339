"""Training: who of a team is trained follows from who attended a training session of their project."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, Select, exists, or_, select

from domain.work import Session
from storage import moves, seats, sessions
from storage.schema import attendances, roles, session_roles, sign_ups
from storage.schema import sessions as session_table
from storage.sign_ups import standing

ATTENDED: Final = "attended"
"""Why somebody is trained who attended a training session; staff who exempt somebody give words of their own."""


class Gate(StrEnum):
    """Whether somebody's training is proved."""

    ATTENDED = "attended"
    AHEAD = "ahead"
    """They have not attended one; there is one ahead."""
    MISSED = "missed"
    """They have not attended one, and none is ahead."""
    NONE = "none"
    """The project has neither held nor planned a training session."""


def sessions_for(role: str) -> Select[*tuple[Any, ...]]:
    """The query of the training sessions that are for this role, planned ones only."""
    listed = exists().where(session_roles.c.session == session_table.c.id, session_roles.c.role == role)
    its_own = select(roles.c.project).where(roles.c.id == role).scalar_subquery()
    return select(session_table.c.id).where(
        session_table.c.project == its_own,
        session_table.c.kind == "training",
        session_table.c.state == "planned",
        or_(session_table.c.invited != "roles", listed),
    )


def gate(tx: Connection, role: str, person: str, now: datetime) -> Gate:
    """Has this person attended a training session that is for this role, and if not, could they?"""
    if has_attended(tx, role, person):
        return Gate.ATTENDED
    every = sessions_for(role)
    if tx.execute(every.limit(1)).first() is None:
        return Gate.NONE
    ahead = tx.execute(every.where(session_table.c.ends_at > now).limit(1)).first()
    return Gate.AHEAD if ahead else Gate.MISSED


def has_attended(tx: Connection, role: str, person: str) -> bool:
    """Was this person at a training session that is for this role?"""
    here = attendances.c.session.in_(sessions_for(role))
    query = select(attendances.c.session).where(here, attendances.c.person == person, attendances.c.came)
    return tx.execute(query.limit(1)).first() is not None


def next_for(tx: Connection, role: str, now: datetime) -> Session | None:
    """Which training session for this role comes next, or is under way?"""
    query = (
        sessions_for(role).where(session_table.c.ends_at > now).order_by(session_table.c.starts_at, session_table.c.id)
    )
    found: str | None = tx.execute(query.limit(1)).scalar()
    return sessions.find(tx, found) if found else None


def settle(tx: Connection, session: Session, person: str, now: datetime, by: str | None = None) -> list[str]:
    """Let where a person stands with the roles of a session's project follow from what they attended.

    Who attended is trained; who turns out not to have attended after all (``by`` staff) is so no more, unless staff
    exempted them or they are at work. Gives the roles in which something changed.
    """
    if session.kind != "training":
        return []
    mine = select(sign_ups.c.role).join(roles, roles.c.id == sign_ups.c.role)
    mine = mine.where(roles.c.project == session.project, sign_ups.c.person == person)
    held = tx.execute(mine.where(sign_ups.c.state.in_(("accepted", "trained"))).order_by(sign_ups.c.role)).scalars()
    return [role for role in held.all() if follow(tx, role, person, now, by)]


def follow(tx: Connection, role: str, person: str, now: datetime, by: str | None) -> bool:
    """Take the one step that attendance asks for, forward or back; says whether there was one."""
    moves.locked(tx, role, person)
    found, attended = standing(tx, role, person), has_attended(tx, role, person)
    if found is None or found.state not in {"accepted", "trained"}:
        return False
    if attended and found.state == "accepted":
        return seats.step(tx, role, person, "trained", by, now, ATTENDED) is None
    if not attended and found.state == "trained" and found.reason == ATTENDED:
        return seats.step(tx, role, person, "accepted", by, now) is None
    return False
