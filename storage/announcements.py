"""Announcements: who was told of which role, who will be, and for whom it waits until they write to us."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Table,
    and_,
    case,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)

from domain.announcing import MOST_CARDS
from domain.push_budget import FREE_CHANNELS
from storage.schema import announcements, broadcast_people, chats, nudges, people
from storage.writing import insert_into

WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Notice:
    """A person and a role that they are told of."""

    role: str
    person: str
    at: datetime
    """When they were told, or when it was decided that they will be."""
    wave: int = 1
    state: str = "told"
    """told, planned (said when it is due) or tray (seen when they next write to us)"""
    due_at: datetime | None = None


COLUMNS = (
    announcements.c.role,
    announcements.c.person,
    announcements.c.at,
    announcements.c.wave,
    announcements.c.state,
    announcements.c.due_at,
)


# ---------------------------------------------------------------- writing it down


def announce(tx: Connection, role: str, person: str, now: datetime) -> bool:
    """Note that a person is told of a role; false if they were told before."""
    return bool(keep(tx, [Notice(role, person, now)]))


def keep(tx: Connection, notices: Sequence[Notice]) -> list[Notice]:
    """Write notices down; gives those of people who had none of that role."""
    if not notices:
        return []
    statement = insert_into(tx, announcements).on_conflict_do_nothing()
    keys = (announcements.c.role, announcements.c.person)
    rows = [{column.name: getattr(each, column.name) for column in COLUMNS} for each in notices]
    written = {tuple(row) for row in tx.execute(statement.returning(*keys), rows)}
    fresh = [each for each in notices if (each.role, each.person) in written]
    note_told(tx, [each.person for each in fresh if each.state == "told"], notices[0].at)
    return fresh


def note_told(tx: Connection, told: Sequence[str], now: datetime) -> None:
    """Note when these people were last told of a role: who was not for longest comes first next time."""
    if told:
        tx.execute(update(people).where(people.c.id.in_(told)).values(told_at=now))


def take_due(tx: Connection, person: str, now: datetime) -> list[Notice]:
    """Take a person's notices that are due, so that nobody else says them; gives what was taken."""
    due = (announcements.c.person == person, announcements.c.state == "planned", announcements.c.due_at <= now)
    return take(tx, person, and_(*due), now)


def take_tray(tx: Connection, person: str, roles: Sequence[str], now: datetime) -> list[Notice]:
    """Take these roles out of a person's tray, because they see them now."""
    chosen = and_(announcements.c.person == person, announcements.c.state == "tray", announcements.c.role.in_(roles))
    return take(tx, person, chosen, now)


def take(tx: Connection, person: str, chosen: ColumnElement[bool], now: datetime) -> list[Notice]:
    """Turn the chosen notices of a person into told ones; gives them as they are now."""
    values: dict[str, Any] = {"state": "told", "at": now, "due_at": None}
    rows = tx.execute(update(announcements).where(chosen).values(**values).returning(*COLUMNS)).all()
    if rows:
        note_told(tx, [person], now)
    return sorted((Notice(*row) for row in rows), key=lambda each: (each.wave, each.role))


def put_off(tx: Connection, notices: Iterable[Notice], due_at: datetime) -> None:
    """Say these later."""
    again(tx, [replace(each, state="planned", due_at=due_at) for each in notices])


def into_tray(tx: Connection, notices: Iterable[Notice]) -> None:
    """Let these wait until the person writes to us."""
    waiting = [replace(each, state="tray", due_at=None) for each in notices]
    again(tx, waiting)
    count_tray(tx, [each.person for each in waiting])


def again(tx: Connection, notices: Sequence[Notice]) -> None:
    """Write down that these are not said yet after all."""
    for each in notices:
        values: dict[str, Any] = {"state": each.state, "due_at": each.due_at}
        statement = insert_into(tx, announcements).values(
            role=each.role, person=each.person, at=each.at, wave=each.wave, **values
        )
        tx.execute(statement.on_conflict_do_update(index_elements=["role", "person"], set_=values))


def take_back(tx: Connection, person: str, roles: Sequence[str]) -> None:
    """Note that the person was not told of these roles after all: they may be told later."""
    own = announcements.c.person == person
    tx.execute(delete(announcements).where(own, announcements.c.role.in_(roles)))


def drop(tx: Connection, role: str) -> int:
    """Give up what was to be said of a role and is not said yet; gives how many notices that were."""
    waiting = (announcements.c.role == role, announcements.c.state.in_(["planned", "tray"]))
    gone = list(tx.execute(delete(announcements).where(*waiting).returning(announcements.c.person)).scalars())
    count_tray(tx, gone)
    return len(gone)


def count_tray(tx: Connection, whose: Sequence[str]) -> None:
    """Let the chats of these people know how much waits in their tray: roles, what staff wrote, missing hours."""
    names = select(chats.c.name).where(chats.c.person.in_(whose)).order_by(chats.c.name).with_for_update()
    reached = list(tx.execute(names).scalars()) if whose else []
    if reached:
        waiting = waiting_in(announcements) + waiting_in(broadcast_people) + waiting_in(nudges)
        tx.execute(update(chats).where(chats.c.name.in_(reached)).values(tray=waiting))


def waiting_in(table: Table) -> ScalarSelect[int]:
    """How many rows of this table are in the tray of a chat's person?"""
    own = (table.c.person == chats.c.person, table.c.state == "tray")
    return select(func.count()).where(*own).correlate(chats).scalar_subquery()


# ---------------------------------------------------------------- asking


def count_announced(tx: Connection, role: str) -> int:
    """How many people were told of this role?"""
    told = (announcements.c.role == role, announcements.c.state == "told")
    return tx.execute(select(func.count()).where(*told)).scalar_one()


def count_unheard(tx: Connection, role: str, since: datetime) -> int:
    """How many people are still to hear of this role, or have heard of it only after this moment?"""
    recent = and_(announcements.c.state == "told", announcements.c.at > since)
    unheard = or_(announcements.c.state == "planned", recent)
    return tx.execute(select(func.count()).where(announcements.c.role == role, unheard)).scalar_one()


def of_role(tx: Connection, role: str) -> list[Notice]:
    """Who was told of this role or will be, wave by wave, in the order of their names?"""
    query = select(*COLUMNS).join(people, people.c.id == announcements.c.person).where(announcements.c.role == role)
    rows = tx.execute(query.order_by(announcements.c.wave, people.c.name, announcements.c.person))
    return [Notice(*row) for row in rows]


def find(tx: Connection, role: str, person: str) -> Notice | None:
    """Was this person told of this role, or will they be?"""
    query = select(*COLUMNS).where(announcements.c.role == role, announcements.c.person == person)
    row = tx.execute(query).one_or_none()
    return Notice(*row) if row else None


def people_due(tx: Connection, now: datetime, limit: int) -> list[tuple[str, datetime]]:
    """Who has notices that are due to be said, and since when, the longest due first?"""
    reached = exists().where(chats.c.person == announcements.c.person, chats.c.reachable)
    since = func.min(announcements.c.due_at)
    query = select(announcements.c.person, since).where(
        announcements.c.state == "planned", announcements.c.due_at <= now, reached
    )
    ranked = query.group_by(announcements.c.person).order_by(since, announcements.c.person)
    return [(row[0], row[1]) for row in tx.execute(ranked.limit(limit))]


def in_tray(tx: Connection, person: str) -> list[str]:
    """Which roles wait in this person's tray, the newest first?"""
    query = select(announcements.c.role).where(announcements.c.person == person, announcements.c.state == "tray")
    return list(tx.execute(query.order_by(announcements.c.at.desc(), announcements.c.role)).scalars())


PLANNED: Final = announcements.c.state == literal("planned", literal_execute=True)
"""Spelt out in the query, so that the index of what is planned is known to hold it all."""


def with_digest_planned(tx: Connection) -> set[str]:
    """Who gets a digest that is planned already: one role more in it costs no other message?"""
    query = select(announcements.c.person).join(people, people.c.id == announcements.c.person)
    planned = query.where(PLANNED, people.c.news == "weekly")
    return set(tx.execute(planned.distinct()).scalars())


def planned_pushes(tx: Connection, channel: str) -> int:
    """How many paid messages in this channel are planned: one for each person and moment?"""
    query = select(announcements.c.person, announcements.c.due_at).where(PLANNED)
    free = or_(*(chats.c.name.startswith(f"{name}:") for name in sorted(FREE_CHANNELS)))
    reached = (chats.c.person == announcements.c.person, chats.c.reachable)
    here = exists().where(*reached, chats.c.name.startswith(f"{channel}:"))
    letters = query.where(here, ~exists().where(*reached, free)).distinct().subquery()
    return tx.execute(select(func.count()).select_from(letters)).scalar_one()


def room_for_more(now: datetime, most: int) -> ColumnElement[bool]:
    """The condition on people: was told of fewer roles this week, and their next digest is not full."""
    weekly = func.coalesce(people.c.news, "") == "weekly"
    recent = and_(announcements.c.state == "told", announcements.c.at > now - WEEK, ~weekly)
    counted = (announcements.c.person == people.c.id, or_(announcements.c.state == "planned", recent))
    heard = select(func.count()).where(*counted).correlate(people).scalar_subquery()
    return heard < case((weekly, MOST_CARDS), else_=most)
