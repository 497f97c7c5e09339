"""Hours: an append-only ledger; a change is a new entry that replaces the old one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from storage.columns import new_id
from storage.schema import hours


@dataclass(frozen=True, slots=True)
class Entry:
    """Hours that stand: logged, and neither replaced nor cancelled."""

    id: str
    role: str | None
    worked_on: date
    minutes: int
    note: str


def log(tx: Connection, person: str, role: str | None, worked_on: date, minutes: int, note: str, now: datetime) -> str:
    """Add an entry; gives its id."""
    return append(tx, person, role, worked_on, minutes, note, now, replaces=None, voids=False)


def correct(tx: Connection, person: str, old: Entry, minutes: int, worked_on: date, now: datetime) -> str:
    """Replace an entry by one with other figures; gives the new one's id."""
    return append(tx, person, old.role, worked_on, minutes, old.note, now, replaces=old.id, voids=False)


def cancel(tx: Connection, person: str, old: Entry, now: datetime) -> str:
    """Void an entry by a new one that counts nothing."""
    return append(tx, person, old.role, old.worked_on, 0, old.note, now, replaces=old.id, voids=True)


def append(
    tx: Connection,
    person: str,
    role: str | None,
    worked_on: date,
    minutes: int,
    note: str,
    now: datetime,
    *,
    replaces: str | None,
    voids: bool,
) -> str:
    """Write one line of the ledger."""
    entry = new_id()
    tx.execute(
        insert(hours).values(
            id=entry,
            person=person,
            role=role,
            worked_on=worked_on,
            minutes=minutes,
            note=note,
            replaces=replaces,
            voids=voids,
            logged_at=now,
        )
    )
    return entry


def standing(tx: Connection, person: str) -> list[Entry]:
    """Which of this person's entries stand, the last logged first?"""
    newer = hours.alias("newer")
    query = (
        select(hours.c.id, hours.c.role, hours.c.worked_on, hours.c.minutes, hours.c.note)
        .where(hours.c.person == person, ~hours.c.voids)
        .where(~select(newer.c.id).where(newer.c.replaces == hours.c.id).exists())
        .order_by(hours.c.number.desc())
    )
    return [Entry(*row) for row in tx.execute(query)]
