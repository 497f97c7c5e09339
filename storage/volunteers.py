"""Volunteers and the roles that suit them: who may hear of a role, the best first; which roles somebody could have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Final

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, exists, or_, select, union_all

from domain.announcing import GOOD, VERY_GOOD
from domain.matching import Match, best, match
from domain.people import Person
from domain.sign_ups import HOLDING, SILENT
from domain.suiting import away_on, is_conflict
from domain.weighing import PER_POINT
from domain.work import OpenRole, Session
from storage import projects, ranking, sessions, settings
from storage.announcements import room_for_more
from storage.people import FACTS, person_of, skills_of, stretches
from storage.schema import announcements, chats, people, person_skills, sign_ups

NOT_NOW_DAYS: Final = 30
SPARE: Final = 20
"""So many more than asked for are looked at at first: some cannot be reached, or were told of enough this week."""
FURTHER: Final = 8
"""So many times more are looked at each time that they were not enough."""
AT_ONCE: Final = 500
"""So many people are read at a time."""
EVERYBODY: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who might be told of a role."""

    person: Person
    skills: dict[str, str | None]
    chat: str
    match: Match


# ---------------------------------------------------------------- people for a role


def ranked(tx: Connection, found: OpenRole, now: datetime, limit: int, *, exclude_told: bool = True) -> list[Candidate]:
    """Who may be told of this role, the best match first: those asked least recently, and newcomers, before equals?

    May be told: who is of age, wants role news, is reachable, was told of few roles this week, has not settled this
    role, was not told of it (unless ``exclude_told`` is false), has no conflict of interest and no other dates.
    """
    may_hear = wants_it(found, now, exclude_told=exclude_told)
    ahead = sessions_ahead(tx, found, now)
    asked = chain.from_iterable(
        candidates_of(tx, ids, found, now) for ids in best_ids(tx, found, now, may_hear, limit + SPARE)
    )
    return list(islice((each for each in asked if not is_barred(each.person, found, ahead)), limit))


def best_ids(
    tx: Connection, found: OpenRole, now: datetime, may_hear: ColumnElement[bool], most: int
) -> Iterator[Sequence[str]]:
    """Everybody who may hear of the role, the best first, some at a time: at first so many, the others if need be."""
    seen = 0
    while True:
        ids = [row.id for row in ranking.ranking(tx, found, now, may_hear, most)]
        yield from (ids[start : start + AT_ONCE] for start in range(seen, len(ids), AT_ONCE))
        if len(ids) < most:
            return
        most, seen = most * FURTHER, len(ids)


def candidates(tx: Connection, role: str, now: datetime) -> list[Candidate]:
    """Who may be told of this role, everybody, the best match first?"""
    found = projects.find_role(tx, role)
    return ranked(tx, found, now, EVERYBODY) if found else []


def count_suited(tx: Connection, found: OpenRole, now: datetime) -> int:
    """How many people may be told of this role and suit it well enough to be?"""
    enough = case((people.c.news == "best_only", int(VERY_GOOD * PER_POINT)), else_=int(GOOD * PER_POINT))
    offers = exists().where(person_skills.c.person == people.c.id, person_skills.c.skill.in_(found.role.skills))
    told = and_(wants_it(found, now, exclude_told=True), offers, *is_reached(tx, now))
    ahead = sessions_ahead(tx, found, now)
    rows = ranking.suited(tx, found, now, told, enough)
    return sum(not is_barred(barring(row, now), found, ahead) for row in rows)


def barring(row: Row[tuple[str, list[str], list[list[str]]]], now: datetime) -> Person:
    """What can keep a person from a project, in a row of :func:`storage.ranking.suited`."""
    return Person(row.id, now, conflicts=tuple(row.conflicts), away=stretches(row.away))


# ---------------------------------------------------------------- who may be told


def wants_it(found: OpenRole, now: datetime, *, exclude_told: bool) -> ColumnElement[bool]:
    """The condition on people: of age, wants role news, has not settled this role, is not busy, was not told of it."""
    out = [settled(found.role.id, now), sessions.busy(found.project.id, now)]
    if exclude_told:
        out.append(select(announcements.c.person).where(announcements.c.role == found.role.id))
    return and_(people.c.adult, people.c.hears_of_roles, people.c.id.not_in(union_all(*out)))


def settled(role: str, now: datetime) -> Select[tuple[str]]:
    """The query of the people who need not be asked about this role (now)."""
    states = [*HOLDING, *SILENT, "withdrawn", "declined", "expired"]
    put_off = and_(sign_ups.c.state == "not_now", sign_ups.c.changed_at > now - timedelta(days=NOT_NOW_DAYS))
    return select(sign_ups.c.person).where(sign_ups.c.role == role, or_(sign_ups.c.state.in_(states), put_off))


def is_reached(tx: Connection, now: datetime) -> Iterator[ColumnElement[bool]]:
    """The conditions on people: has a chat that reaches them, was not told of too many roles this week."""
    yield exists().where(chats.c.person == people.c.id, chats.c.reachable)
    yield room_for_more(now, settings.number(tx, "notices_a_week"))


def candidates_of(tx: Connection, ids: Sequence[str], found: OpenRole, now: datetime) -> list[Candidate]:
    """Those of these people who can be told now, in their order, with what the match is made of?"""
    rows = tx.execute(select(*FACTS).where(people.c.id.in_(ids), *is_reached(tx, now))).mappings()
    who = {row["id"]: person_of(row) for row in rows}
    skills, best_chat = skills_by_person(tx, list(who)), chat_by_person(tx, list(who))
    order = [who[each] for each in ids if each in who]
    return [
        Candidate(
            each,
            skills.get(each.id, {}),
            best_chat[each.id],
            match(each, skills.get(each.id, {}), found.role, found.project, now),
        )
        for each in order
    ]


def is_barred(person: Person, found: OpenRole, ahead: Sequence[Session]) -> bool:
    """Whether the person must not work with the organisation, or is away when the team meets."""
    away = any(away_on(person, each.starts_at, sessions.BANGKOK) for each in ahead)
    return away or is_conflict(person, found.project)


def sessions_ahead(tx: Connection, found: OpenRole, now: datetime) -> list[Session]:
    """Which sessions of the role's project are still to come?"""
    return [each for each in sessions.of_project(tx, found.project.id) if each.starts_at > now]


def skills_by_person(tx: Connection, ids: Sequence[str]) -> dict[str, dict[str, str | None]]:
    """Which skills does each of these people offer?"""
    query = select(person_skills.c.person, person_skills.c.skill, person_skills.c.level)
    skills: dict[str, dict[str, str | None]] = {}
    for row in tx.execute(query.where(person_skills.c.person.in_(ids))):
        skills.setdefault(row.person, {})[row.skill] = row.level
    return skills


def chat_by_person(tx: Connection, ids: Sequence[str]) -> dict[str, str]:
    """In which chat is each of these people told things: a free channel before a paid one?"""
    query = select(chats.c.person, chats.c.name).where(chats.c.reachable, chats.c.person.in_(ids))
    rows = tx.execute(query.order_by(chats.c.name))  # "line" sorts before "telegram": the free one wins
    return {row.person: row.name for row in rows}


# ---------------------------------------------------------------- roles for a person


def roles_for(tx: Connection, who: Person, now: datetime) -> list[OpenRole]:
    """Which open roles could this person have, the best first: no conflict of interest, no clash of dates, in time?"""
    offered = [each for each in projects.open_roles(tx, who.id) if not is_over(each, now)]
    offered = [each for each in offered if not is_conflict(who, each.project)]
    taken = sessions.clashing_projects(tx, who, {each.project.id for each in offered}, now)
    return best(who, skills_of(tx, who.id), [each for each in offered if each.project.id not in taken])


def is_over(found: OpenRole, now: datetime) -> bool:
    """Whether the last day for signing up has passed."""
    return found.project.closes_at is not None and found.project.closes_at <= now
