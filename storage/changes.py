"""Changes that matter to those who signed up, until they are told: what it was before, and since when it is quiet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, delete, func, select

from domain.sign_ups import APPLIED, IN_TEAM
from storage.schema import changes, chats, roles, sign_ups
from storage.writing import insert_into

QUIET: Final = timedelta(minutes=5)
"""So long after the last change people are told of them all at once: who mends one thing often mends the next."""
CONCERNED: Final = (*APPLIED, "offered", *IN_TEAM)
"""Where one stands with a role whose changes one must hear of."""

Before = dict[str, dict[str, Any]]
"""Of the ids of a project and its roles: what has changed, with its old values."""


def note(tx: Connection, project: str, subject: str, before: Mapping[str, Any], now: datetime) -> None:
    """Note what has changed in a project or one of its roles; the oldest value that nobody was told of stays."""
    rows = [
        {"project": project, "subject": subject, "fact": fact, "before": value, "at": now}
        for fact, value in before.items()
    ]
    if rows:
        statement = insert_into(tx, changes)
        tx.execute(statement.on_conflict_do_update(index_elements=["subject", "fact"], set_={"at": now}), rows)


def ripe(tx: Connection, now: datetime, limit: int) -> list[str]:
    """Which projects have changes to tell, and have been left alone for a while since, the oldest first?"""
    last = func.max(changes.c.at)
    query = select(changes.c.project).group_by(changes.c.project).having(last <= now - QUIET)
    return list(tx.execute(query.order_by(last, changes.c.project).limit(limit)).scalars())


def take(tx: Connection, project: str) -> Before:
    """Take the changes of a project off the list, to tell them now."""
    gone = delete(changes).where(changes.c.project == project)
    before: Before = defaultdict(dict)
    for row in tx.execute(gone.returning(changes.c.subject, changes.c.fact, changes.c.before)):
        before[row.subject][row.fact] = row.before
    return before


def concerned(tx: Connection, among: Iterable[str]) -> dict[str, set[str]]:
    """Who is concerned by changes of these roles, each with which of the roles?"""
    query = select(sign_ups.c.person, sign_ups.c.role)
    query = query.where(sign_ups.c.role.in_(list(among)), sign_ups.c.state.in_(CONCERNED)).order_by(sign_ups.c.person)
    found: dict[str, set[str]] = defaultdict(set)
    for row in tx.execute(query):
        found[row.person].add(row.role)
    return found


def channels_of(tx: Connection, among: Iterable[str], states: Iterable[str] = CONCERNED) -> dict[str, str]:
    """In which channel is each person told who stands in one of these states with these roles, a free one first?"""
    query = select(sign_ups.c.person, chats.c.name).join(chats, chats.c.person == sign_ups.c.person)
    query = query.where(sign_ups.c.role.in_(list(among)), sign_ups.c.state.in_(list(states)), chats.c.reachable)
    rows = tx.execute(query.order_by(chats.c.name))  # "line" sorts before "telegram": the free one wins
    return {row.person: row.name.partition(":")[0] for row in rows}


def roles_in(tx: Connection, project: str) -> list[str]:
    """Which roles does this project have, in the order in which roles are locked?"""
    return list(tx.execute(select(roles.c.id).where(roles.c.project == project).order_by(roles.c.id)).scalars())
