"""Searches: how far the waves are in which people are told of a role."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, case, exists, or_, select, update

from domain.searching import Search
from storage.projects import TAKEN
from storage.schema import projects, roles, searches
from storage.writing import insert_into

COLUMNS = tuple(searches.c[each.name] for each in fields(Search))
STANDING = (roles.c.state == "open", projects.c.state == "published")


# ---------------------------------------------------------------- asking


def find(tx: Connection, role: str) -> Search | None:
    """How far is the search for this role's people, if one was begun?"""
    row = tx.execute(select(*COLUMNS).where(searches.c.role == role)).one_or_none()
    return Search(*row) if row else None


def running(tx: Connection, limit: int) -> list[Search]:
    """Which searches go on, the next wave first?"""
    query = select(*COLUMNS).where(searches.c.state == "running").order_by(searches.c.next_at, searches.c.role)
    return [Search(*row) for row in tx.execute(query.limit(limit))]


def projects_due(tx: Connection, now: datetime, limit: int) -> list[tuple[str, datetime]]:
    """In which projects is a search due, and since when, the longest due first? A role that is paused waits."""
    query = (
        select(roles.c.project, searches.c.next_at)
        .join(roles, roles.c.id == searches.c.role)
        .join(projects, projects.c.id == roles.c.project)
        .where(is_due(now), *STANDING)
        .order_by(searches.c.next_at, searches.c.role)
        .limit(limit)
    )
    since: dict[str, datetime] = {}
    for row in tx.execute(query):
        since.setdefault(row.project, row.next_at)
    return list(since.items())


def is_anything_due(tx: Connection, now: datetime) -> bool:
    """Is there a search that goes on and must be looked at, or ended: all that most sweeps need to know?"""
    ended = or_(roles.c.state == "closed", projects.c.state == "closed", roles.c.seats <= TAKEN)
    query = select(searches.c.role).join(roles, roles.c.id == searches.c.role)
    query = query.join(projects, projects.c.id == roles.c.project).where(searches.c.state == "running")
    return tx.execute(query.where(or_(searches.c.next_at <= now, ended)).limit(1)).first() is not None


def due_of(tx: Connection, project: str, now: datetime) -> list[Search]:
    """Which searches of this project are due? They are ours until this transaction ends."""
    query = select(*COLUMNS).join(roles, roles.c.id == searches.c.role).join(projects, projects.c.id == roles.c.project)
    own = query.where(roles.c.project == project, is_due(now), *STANDING).order_by(searches.c.role)
    return [Search(*row) for row in tx.execute(own.with_for_update(of=searches))]


def is_due(now: datetime) -> ColumnElement[bool]:
    """The condition that a search must be looked at."""
    return and_(searches.c.state == "running", searches.c.next_at <= now)


# ---------------------------------------------------------------- writing it down


def lock(tx: Connection, role: str) -> Search | None:
    """As :func:`find`, but nobody else goes on with it until this transaction ends."""
    tx.execute(select(searches.c.role).where(searches.c.role == role).with_for_update())
    return find(tx, role)


def write(tx: Connection, search: Search) -> None:
    """Write down where a search stands."""
    values = asdict(search)
    statement = insert_into(tx, searches).values(**values)
    tx.execute(statement.on_conflict_do_update(index_elements=["role"], set_=values))


def put_off(tx: Connection, role: str, next_at: datetime) -> None:
    """Look at a search again later."""
    tx.execute(update(searches).where(searches.c.role == role).values(next_at=next_at))


def end(tx: Connection, role: str, state: str) -> bool:
    """End a search that goes on (stopped, filled, spent); false if it did not go on."""
    ended = update(searches).where(searches.c.role == role, searches.c.state == "running").values(state=state)
    return tx.execute(ended).rowcount == 1


def wake(tx: Connection, role: str, now: datetime) -> None:
    """Go on with a search that was over, because a seat has become free; what staff have stopped stays so."""
    over = searches.c.state.in_(["filled", "spent"])
    one_more = case((searches.c.wave >= searches.c.most_waves, searches.c.wave + 1), else_=searches.c.most_waves)
    again = update(searches).where(searches.c.role == role, over)
    tx.execute(again.values(state="running", next_at=now, most_waves=one_more))


def end_filled(tx: Connection) -> int:
    """End the searches for roles whose seats are all taken; gives how many."""
    full = exists().where(roles.c.id == searches.c.role, roles.c.seats <= TAKEN)
    ended = update(searches).where(searches.c.state == "running", full).values(state="filled")
    return tx.execute(ended).rowcount


def end_closed(tx: Connection) -> list[str]:
    """End the searches that go on for roles that are closed for good; gives their roles."""
    closed = or_(roles.c.state == "closed", projects.c.state == "closed")
    gone = exists().where(roles.c.id == searches.c.role, projects.c.id == roles.c.project, closed)
    ended = update(searches).where(searches.c.state == "running", gone).values(state="stopped")
    return list(tx.execute(ended.returning(searches.c.role)).scalars())
