"""Hours: an append-only ledger; a change is a new entry that replaces the old one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select

from storage.columns import new_id
from storage.schema import hours, people


@dataclass(frozen=True, slots=True)
class Entry:
    """Hours that stand: logged, and neither replaced nor cancelled."""

    id: str
    role: str | None
    worked_on: date
    minutes: int
    note: str
    session: str | None = None
    """The session that they were given at, if they were."""


def log(
    tx: Connection,
    person: str,
    role: str | None,
    worked_on: date,
    minutes: int,
    note: str,
    now: datetime,
    *,
    session: str | None = None,
) -> str:
    """Add an entry; gives its id."""
    return append(tx, person, role, worked_on, minutes, note, now, replaces=None, voids=False, session=session)


def log_session(
    tx: Connection, person: str, role: str, session: str, worked_on: date, minutes: int, note: str, now: datetime
) -> str | None:
    """Add an entry for a session; nothing if one stands already: nobody logs a session twice."""
    tx.execute(select(people.c.id).where(people.c.id == person).with_for_update(key_share=True))
    if of_session(tx, person, session):
        return None
    return log(tx, person, role, worked_on, minutes, note, now, session=session)


def correct(tx: Connection, person: str, old: Entry, minutes: int, worked_on: date, now: datetime) -> str:
    """Replace an entry by one with other figures; gives the new one's id."""
    kept = {"replaces": old.id, "session": old.session}
    return append(tx, person, old.role, worked_on, minutes, old.note, now, voids=False, **kept)


def cancel(tx: Connection, person: str, old: Entry, now: datetime) -> str:
    """Void an entry by a new one that counts nothing."""
    kept = {"replaces": old.id, "session": old.session}
    return append(tx, person, old.role, old.worked_on, 0, old.note, now, voids=True, **kept)


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
    session: str | None = None,
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
            session=session,
        )
    )
    return entry


def standing(tx: Connection, person: str) -> list[Entry]:
    """Which of this person's entries stand, the last logged first?"""
    newer = hours.alias("newer")
    query = (
        select(hours.c.id, hours.c.role, hours.c.worked_on, hours.c.minutes, hours.c.note, hours.c.session)
        .where(hours.c.person == person, ~hours.c.voids)
        .where(~select(newer.c.id).where(newer.c.replaces == hours.c.id).exists())
        .order_by(hours.c.number.desc())
    )
    return [Entry(*row) for row in tx.execute(query)]


def of_session(tx: Connection, person: str, session: str) -> Entry | None:
    """Which of this person's entries stands for this session?"""
    return next((each for each in standing(tx, person) if each.session == session), None)
