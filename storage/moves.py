"""Moves of sign-ups: the only place that writes where a person stands with a role, and the history of how it came."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, func, insert, select, update

from domain.events import LOOK_BACK_WANTED, SIGN_UP_ANSWERED
from domain.people import Person
from domain.sign_ups import APPLIED, IN_TEAM, SEATED, Refusal, may_move
from domain.work import OpenRole
from storage import answers, look_backs, notices, people, reminders, teams
from storage.columns import new_id
from storage.projects import find_role, lock_role, project_of
from storage.schema import people as people_table
from storage.schema import sign_up_moves, sign_ups
from storage.sign_ups import state_of
from storage.writing import insert_into

TOLD: Final = frozenset({"turned_down", "released", "expired"})
"""What others (or time) did, and the person hears of."""


def locked(tx: Connection, role: str, person: str) -> tuple[OpenRole | None, Person | None]:
    """The role and the person, whose sign-ups nobody else changes until this transaction ends: role first."""
    found = lock_role(tx, role)
    row = select(people_table.c.id).where(people_table.c.id == person)
    tx.execute(row.with_for_update(key_share=True))
    return found, people.find(tx, person)


def may(tx: Connection, role: str, person: str, after: str) -> Refusal | None:
    """Whether this step may follow from where a person stands; else why not."""
    before = state_of(tx, role, person)
    return may_move(before, after) if before else Refusal.NOT_FROM_HERE


def write(
    tx: Connection,
    role: str,
    person: str,
    after: str,
    now: datetime,
    *,
    by: str | None = None,
    reason: str | None = None,
    **more: Any,
) -> None:
    """Write down where a person stands with a role now, and that it came to this."""
    before = state_of(tx, role, person)
    settled: dict[str, Any] = {"expires_at": None, "escalated_at": None, "reason": reason}
    values = {"state": after, "changed_at": now, **settled, **asked(before, after, now), **more}
    statement = insert_into(tx, sign_ups).values(id=new_id(), role=role, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["role", "person"], set_=values))
    moved = {"role": role, "person": person, "before": before, "after": after, "by": by, "reason": reason, "at": now}
    tx.execute(insert(sign_up_moves).values(**moved))
    if after == "accepted" and before not in IN_TEAM:
        tx.execute(update(people_table).where(people_table.c.id == person).values(seated_at=now))
        look_backs.begin(tx, find_role(tx, role), person)
    if after == "completed":
        notices.tell(tx, person, LOOK_BACK_WANTED, role, now, role=role)
    if (before in IN_TEAM) != (after in IN_TEAM):
        teams.settle(tx, role, now)
    if before in IN_TEAM or after in IN_TEAM:
        reminders.begin_anew_in(tx, project_of(tx, role), person)
    if before in IN_TEAM and after not in IN_TEAM:
        answers.give_up(tx, person, now)
    if after in TOLD and by != person:
        say(tx, role, person, after, now)


def asked(before: str | None, after: str, now: datetime) -> dict[str, datetime]:
    """Since when they wait for an answer, if they begin to; who is put aside or taken up again keeps their place."""
    begins = before not in (*APPLIED, "offered", *IN_TEAM) and after in (*APPLIED, "accepted")
    return {"asked_at": now} if begins else {}


def say(tx: Connection, role: str, person: str, state: str, now: datetime) -> None:
    """Let the person hear what became of their sign-up."""
    notices.tell(tx, person, SIGN_UP_ANSWERED, f"{role}:{state}:{now.isoformat()}", now, role=role, state=state)


def explain(tx: Connection, role: str, person: str, reason: str) -> None:
    """Add the reason that a person gives for what they did last with their sign-up."""
    mine = (sign_up_moves.c.role == role) & (sign_up_moves.c.person == person)
    latest = select(func.max(sign_up_moves.c.number)).where(mine).scalar_subquery()
    tx.execute(update(sign_up_moves).where(sign_up_moves.c.number == latest).values(reason=reason))
    here = (sign_ups.c.role == role) & (sign_ups.c.person == person)
    tx.execute(update(sign_ups).where(here).values(reason=reason))


def last_to_leave(tx: Connection, role: str) -> Row[*tuple[Any, ...]] | None:
    """Who gave up a seat in this role last, or lost it (person, after, reason)?"""
    query = select(sign_up_moves.c.person, sign_up_moves.c.after, sign_up_moves.c.reason).where(
        sign_up_moves.c.role == role, sign_up_moves.c.before.in_(SEATED), sign_up_moves.c.after.not_in(SEATED)
    )
    return tx.execute(query.order_by(sign_up_moves.c.number.desc()).limit(1)).one_or_none()
