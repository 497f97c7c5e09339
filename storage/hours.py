"""Hours: an append-only ledger; a change is a new entry that replaces the old one, or adjusts what is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from domain.hours import MINUTES_PER_DAY
from domain.ledger import Line
from storage import closings, ledger, reminders
from storage.columns import new_id
from storage.ledger import Wanted
from storage.schema import hours, people


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody did, as it is written down."""

    role: str | None
    worked_on: date
    minutes: int
    note: str = ""
    session: str | None = None
    """The session that the hours were given at, if they were."""
    working: bool = False
    """Given in the employer's time."""
    begins: int | None = None
    """From so many minutes after midnight, if that is known."""
    skill: str | None = None
    """The skill that was given; none: the network's rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Work):
    """Hours in the ledger."""

    id: str
    company: str | None = None
    """The person's company when they logged it."""
    adjusts: str | None = None
    """The closed entry that staff put right by this one."""
    replaces: str | None = None
    """The entry that it took the place of."""
    voids: bool = False
    logged_at: datetime


class Refusal(StrEnum):
    """Why nothing was written down; each has its words in the texts."""

    GONE = "gone"
    """It was changed or cancelled meanwhile."""
    CLOSED = "closed"
    """It stands in a letter or a report: staff adjust it."""
    ADJUSTS = "adjusts"
    """Staff wrote it, to adjust another."""
    NOT_CLOSED = "not_closed"
    """It stands in no letter or report: its person can correct it."""
    OWN = "own"
    """Nobody adjusts their own hours."""
    TOO_MUCH = "too_much"
    """It would come to less than nothing, or to more than a day."""


FACTS = tuple(each.name for each in fields(Entry))
newer = hours.alias("newer")
NOT_REPLACED = ~select(newer.c.id).where(newer.c.replaces == hours.c.id).exists()


# ---------------------------------------------------------------- writing


def log(tx: Connection, person: str, work: Work, now: datetime) -> str:
    """Add an entry; gives its id."""
    company = select(people.c.company).where(people.c.id == person).scalar_subquery()
    return append(tx, person, work, now, company=company)


def log_session(tx: Connection, person: str, work: Work, now: datetime) -> str | None:
    """Add an entry for a session; nothing if one stands already: nobody logs a session twice."""
    tx.execute(select(people.c.id).where(people.c.id == person).with_for_update(key_share=True))
    if of_session(tx, person, str(work.session)):
        return None
    return log(tx, person, work, now)


def correct(tx: Connection, person: str, old: Entry, work: Work, now: datetime) -> Refusal | None:
    """Replace an entry by another; or why not."""
    refusal = why_it_stays(tx, old)
    if refusal is None:
        append(tx, person, work, now, replaces=old.id, company=old.company)
    return refusal


def cancel(tx: Connection, person: str, old: Entry, now: datetime) -> Refusal | None:
    """Void an entry by a new one that counts nothing; or why not."""
    refusal = why_it_stays(tx, old)
    if refusal is None:
        append(tx, person, replace(work_of(old), minutes=0), now, replaces=old.id, company=old.company, voids=True)
    return refusal


def adjust(tx: Connection, entry: str, minutes: int, by: str, now: datetime, reason: str) -> Refusal | None:
    """Add staff's entry of so many minutes more, or fewer, to a closed one; or why not.

    It counts as the closed entry does: if that is verified, it is.
    """
    lock(tx, entry)
    found = ledger.lines(tx, Wanted(entries=[entry]))
    refusal = why_not_adjusted(tx, found[0], minutes, by) if found else Refusal.GONE
    if refusal is None:
        line, old = found[0], find(tx, entry)
        work = replace(work_of(old), minutes=minutes, note=reason, begins=None)
        append(tx, line.person, work, now, adjusts=entry, company=old.company)
    return refusal


def append(tx: Connection, person: str | None, work: Work, now: datetime, **more: Any) -> str:
    """Write one line of the ledger; ``more`` are the columns that say how it stands to another."""
    entry = new_id()
    said = {each.name: getattr(work, each.name) for each in fields(Work)}
    tx.execute(insert(hours).values(id=entry, person=person, logged_at=now, **said, **{"voids": False, **more}))
    if work.session and person:
        reminders.withdraw(tx, work.session, person)
    return entry


def work_of(entry: Entry) -> Work:
    """What an entry says was done."""
    return Work(**{each.name: getattr(entry, each.name) for each in fields(Work)})


# ---------------------------------------------------------------- what may not be written


def lock(tx: Connection, entry: str) -> None:
    """Let nobody else change, check or adjust this entry until this transaction ends."""
    tx.execute(select(hours.c.id).where(hours.c.id == entry).with_for_update(key_share=True))


def why_it_stays(tx: Connection, old: Entry) -> Refusal | None:
    """Why this entry may not be replaced."""
    lock(tx, old.id)
    if old.adjusts:
        return Refusal.ADJUSTS
    if tx.execute(select(hours.c.id).where(hours.c.replaces == old.id)).first():
        return Refusal.GONE
    return Refusal.CLOSED if closings.is_closed(tx, old.id) else None


def why_not_adjusted(tx: Connection, line: Line, minutes: int, by: str) -> Refusal | None:
    """Why so many minutes may not be added to this line by this member of staff."""
    if line.adjusts:
        return Refusal.ADJUSTS
    if line.person is None or line.person == by:
        return Refusal.GONE if line.person is None else Refusal.OWN
    if not line.closed:
        return Refusal.NOT_CLOSED
    fits = 0 <= line.minutes + adjusted(tx, line.entry) + minutes <= MINUTES_PER_DAY
    return None if fits else Refusal.TOO_MUCH


# ---------------------------------------------------------------- asking


def entries() -> Select[*tuple[Any, ...]]:
    """The query of entries."""
    return select(*(hours.c[name] for name in FACTS))


def entry_of(row: Sequence[Any]) -> Entry:
    """The entry in a row of :func:`entries`."""
    return Entry(**dict(zip(FACTS, row, strict=True)))


def find(tx: Connection, entry: str) -> Entry:
    """What does this line of the ledger say?"""
    return entry_of(tx.execute(entries().where(hours.c.id == entry)).one())


def standing(tx: Connection, person: str) -> list[Entry]:
    """Which of this person's entries stand, the last logged first?"""
    query = entries().where(hours.c.person == person, ~hours.c.voids, NOT_REPLACED)
    return [entry_of(row) for row in tx.execute(query.order_by(hours.c.number.desc()))]


def of_session(tx: Connection, person: str, session: str) -> Entry | None:
    """Which of this person's entries stands for this session?"""
    found = (each for each in standing(tx, person) if each.session == session and not each.adjusts)
    return next(found, None)


def adjusted(tx: Connection, entry: str) -> int:
    """By how many minutes, more or fewer, was this entry adjusted?"""
    query = select(func.coalesce(func.sum(hours.c.minutes), 0)).where(hours.c.adjusts == entry)
    return int(tx.execute(query).scalar_one())
