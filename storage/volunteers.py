"""Volunteers who may hear of roles: consenting, grown-up, reachable, with what matching needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, func, or_, select

from domain.people import Person
from domain.sign_ups import HOLDING, SILENT
from storage import settings
from storage.announcements import heard_enough
from storage.people import FACTS, person_of
from storage.schema import announcements, chats, consents, people, person_skills, sign_ups

NOT_NOW_DAYS = 30


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be told of a role."""

    person: Person
    skills: dict[str, str | None]
    chat: str


def candidates(tx: Connection, role: str, now: datetime) -> list[Candidate]:
    """Who may be told of this role: wants role news, is reachable, was not told, did not say no, not too often?"""
    rows = tx.execute(
        select(*FACTS).where(may_be_told(role, now, settings.number(tx, "notices_a_week"))).order_by(people.c.id)
    ).mappings()
    found = [person_of(dict(row)) for row in rows]
    skills = skills_by_person(tx)
    best_chat = chat_by_person(tx)
    return [
        Candidate(person, skills.get(person.id, {}), best_chat[person.id]) for person in found if person.id in best_chat
    ]


def may_be_told(role: str, now: datetime, most: int):  # type: ignore[no-untyped-def]
    """The condition on people of :func:`candidates`."""
    last = (
        select(consents.c.person, func.max(consents.c.number).label("number"))
        .where(consents.c.purpose == "role_news")
        .group_by(consents.c.person)
        .subquery()
    )
    said_yes = (
        select(consents.c.person).join(last, last.c.number == consents.c.number).where(consents.c.answer == "yes")
    )
    settled = select(sign_ups.c.person).where(
        sign_ups.c.role == role,
        or_(
            sign_ups.c.state.in_([*HOLDING, *SILENT, "withdrawn", "declined", "expired"]),
            and_(sign_ups.c.state == "not_now", sign_ups.c.changed_at > now - timedelta(days=NOT_NOW_DAYS)),
        ),
    )
    told = select(announcements.c.person).where(announcements.c.role == role)
    return and_(
        people.c.adult,
        people.c.id.in_(said_yes),
        people.c.id.not_in(settled),
        people.c.id.not_in(told),
        people.c.id.not_in(heard_enough(now, most)),
    )


def skills_by_person(tx: Connection) -> dict[str, dict[str, str | None]]:
    """Which skills does each person offer?"""
    skills: dict[str, dict[str, str | None]] = {}
    for row in tx.execute(select(person_skills.c.person, person_skills.c.skill, person_skills.c.level)):
        skills.setdefault(row.person, {})[row.skill] = row.level
    return skills


def chat_by_person(tx: Connection) -> dict[str, str]:
    """In which chat is each person told things: a free channel before a paid one?"""
    query = select(chats.c.person, chats.c.name).where(chats.c.reachable, chats.c.person.is_not(None))
    rows = tx.execute(query.order_by(chats.c.name))  # "line" sorts before "telegram": the free one wins
    return {row.person: row.name for row in rows}
