"""Who cannot well come at a time: another session of theirs falls together with it, or they are away."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from domain.suiting import away_on
from domain.work import Session
from storage import answers, invitations, people
from storage.schema import people as people_table
from storage.schema import projects
from storage.schema import sessions as sessions_table
from storage.sessions import BANGKOK, SESSION

MOST_TOGETHER: Final = 50
"""So many sessions at one time are looked through."""


def then(
    tx: Connection, among: Collection[str], starts_at: datetime, ends_at: datetime, without: Collection[str] = ()
) -> list[str]:
    """Who of these people is busy or away then, leaving these sessions out of account?"""
    busy = busy_then(tx, starts_at, ends_at, without)
    away = away_then(tx, among, starts_at)
    return [each for each in among if each in busy or each in away]


def busy_then(tx: Connection, starts_at: datetime, ends_at: datetime, without: Collection[str]) -> set[str]:
    """Who is invited to a session at that time and has not said that they cannot come?"""
    found: set[str] = set()
    for other in at_that_time(tx, starts_at, ends_at, without):
        found |= set(invitations.invited(tx, other)) - set(answers.who(tx, other.id, "no"))
    return found


def at_that_time(tx: Connection, starts_at: datetime, ends_at: datetime, without: Collection[str]) -> list[Session]:
    """Which sessions of open projects fall together with this time, the soonest first?"""
    query = (
        select(*SESSION)
        .join(projects, projects.c.id == sessions_table.c.project)
        .where(sessions_table.c.state == "planned", projects.c.state == "published")
        .where(sessions_table.c.starts_at < ends_at, sessions_table.c.ends_at > starts_at)
        .where(sessions_table.c.id.not_in(list(without)))
        .order_by(sessions_table.c.starts_at, sessions_table.c.id)
        .limit(MOST_TOGETHER)
    )
    return [Session(*row) for row in tx.execute(query)]


def away_then(tx: Connection, among: Collection[str], moment: datetime) -> set[str]:
    """Who of these people said that they are away on that day?"""
    query = select(*people.FACTS).where(people_table.c.id.in_(list(among)))
    found = [people.person_of(row) for row in tx.execute(query).mappings()]
    return {each.id for each in found if away_on(each, moment, BANGKOK)}


def names(tx: Connection, among: Sequence[str]) -> list[str]:
    """What are these people called, by name; who has no name is left out?"""
    query = select(people_table.c.name).where(people_table.c.id.in_(list(among)), people_table.c.name.is_not(None))
    return sorted(tx.execute(query).scalars())
