"""Looking back on a role: the skills' levels when somebody took their seat, and what they say when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from domain.outcomes import LookBack
from domain.work import OpenRole
from storage import people
from storage import sign_ups as sign_up_rows
from storage.schema import look_backs, organisation_answers
from storage.writing import insert_into, wrote


def begin(tx: Connection, role: OpenRole | None, person: str) -> None:
    """Write down how well the person knows the role's skills as they take their seat; the first time counts."""
    if role is None or not role.role.skills:
        return
    levels = people.skills_of(tx, person)
    before = {skill: levels.get(skill) for skill in role.role.skills}
    tx.execute(
        insert_into(tx, look_backs).values(role=role.role.id, person=person, before=before).on_conflict_do_nothing()
    )


def wanted(tx: Connection, person: str) -> list[OpenRole]:
    """On which roles that are done has this person not looked back yet, the newest first?"""
    done = select(look_backs.c.role).where(look_backs.c.person == person, look_backs.c.answered_at.is_not(None))
    answered = set(tx.execute(done).scalars())
    return [each for each in sign_up_rows.roles_of(tx, person, "completed") if each.role.id not in answered]


def note_asked(tx: Connection, role: str, person: str, now: datetime) -> bool:
    """Write down that the person was asked; false if they were before."""
    statement = insert_into(tx, look_backs).values(role=role, person=person, asked_at=now)
    anew = statement.on_conflict_do_update(
        index_elements=["role", "person"], set_={"asked_at": now}, where=look_backs.c.asked_at.is_(None)
    )
    return wrote(tx, look_backs, anew)


def before(tx: Connection, role: str, person: str) -> Mapping[str, str | None]:
    """How well did the person know the role's skills when they took their seat?"""
    query = select(look_backs.c.before).where(look_backs.c.role == role, look_backs.c.person == person)
    return tx.execute(query).scalar_one_or_none() or {}


def answer(tx: Connection, role: str, person: str, now: datetime, **said: Any) -> bool:
    """Write down what they say, once; false if they said it before."""
    values = {**said, "answered_at": now}
    statement = insert_into(tx, look_backs).values(role=role, person=person, **values)
    once = statement.on_conflict_do_update(
        index_elements=["role", "person"], set_=values, where=look_backs.c.answered_at.is_(None)
    )
    return wrote(tx, look_backs, once)


def all_of_them(tx: Connection) -> list[LookBack]:
    """What did people say, by role and person?"""
    query = select(look_backs).where(look_backs.c.answered_at.is_not(None))
    return [look_back_of(row) for row in tx.execute(query.order_by(look_backs.c.role, look_backs.c.person))]


def look_back_of(row: Row[*tuple[Any, ...]]) -> LookBack:
    """What is in a row of look_backs."""
    said = (row.learned, row.would_invite, row.advises)
    return LookBack(row.role, row.person, row.before or {}, row.after or {}, *said)


def would_have_paid(tx: Connection) -> list[str]:
    """What did organisations answer to whether they would have paid, by project?"""
    query = select(organisation_answers.c.answer).where(organisation_answers.c.question == "would_have_paid")
    return [str(each) for each in tx.execute(query.order_by(organisation_answers.c.project)).scalars()]
