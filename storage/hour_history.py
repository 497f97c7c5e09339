"""The history of hours, for the person whose they are: what was logged, changed and said of it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, func, select

from storage import checks
from storage.hours import NOT_REPLACED, Entry, entries, entry_of
from storage.schema import closed_hours, closings, hours

LOGGED, CORRECTED, CANCELLED, ADJUSTED, CLOSED = "logged", "corrected", "cancelled", "adjusted", "closed"
AFTER: Final = (LOGGED, CORRECTED, CANCELLED, ADJUSTED, "verified", "asked", "answered", "rejected", CLOSED)


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to an entry."""

    what: str
    """logged, corrected, cancelled, adjusted, closed; or what was said: verified, asked, answered, rejected"""
    at: datetime
    entry: Entry | None = None
    """What was written down, if something was."""
    words: str = ""
    """What was said of it, or in what it was closed: letter, project, company or year."""
    duty: str = ""
    """As what somebody spoke: organisation, team_lead, staff or self."""


def of(tx: Connection, person: str, entry: str) -> list[Happening]:
    """What happened to this entry of the person's, and to those that it replaces, in order?"""
    lines = chain(tx, person, entry)
    found = [each for line in lines for each in happened_to(tx, line)]
    return sorted(found, key=lambda each: (each.at, AFTER.index(each.what)))


def chain(tx: Connection, person: str, entry: str) -> list[Entry]:
    """Which lines make up this entry of the person's, the first first?"""
    mine = entries().where(hours.c.person == person, hours.c.adjusts.is_(None))
    known = {each.id: each for each in map(entry_of, tx.execute(mine))}
    found: list[Entry] = []
    line = known.get(entry)
    while line is not None:
        found.insert(0, line)
        line = known.get(line.replaces or "")
    return found


def happened_to(tx: Connection, line: Entry) -> Iterator[Happening]:
    """What happened to one line: it was written, spoken of, closed and adjusted."""
    yield Happening(written_as(line), line.logged_at, line)
    for word in checks.of(tx, line.id):
        yield Happening(word.verdict, word.at, words=word.words, duty=word.duty)
    ends = select(closings.c.kind, closings.c.at).join(closed_hours, closed_hours.c.closing == closings.c.id)
    for kind, at in tx.execute(ends.where(closed_hours.c.entry == line.id).order_by(closings.c.at, closings.c.id)):
        yield Happening(CLOSED, at, words=kind)
    for row in tx.execute(entries().where(hours.c.adjusts == line.id).order_by(hours.c.number)):
        yield Happening(ADJUSTED, row.logged_at, entry_of(row))


def written_as(line: Entry) -> str:
    """Whether this line was logged, corrected another, or cancelled it."""
    if line.voids:
        return CANCELLED
    return CORRECTED if line.replaces else LOGGED


def latest(tx: Connection, person: str, limit: int) -> list[Entry]:
    """Which are the person's entries as they are now, those that were cancelled among them, the last logged first?"""
    query = entries().where(hours.c.person == person, hours.c.adjusts.is_(None), NOT_REPLACED)
    return [entry_of(row) for row in tx.execute(query.order_by(hours.c.number.desc()).limit(limit))]


def count(tx: Connection, person: str) -> int:
    """How many entries has this person, those that were cancelled among them?"""
    mine = (hours.c.person == person, hours.c.adjusts.is_(None), NOT_REPLACED)
    return tx.execute(select(func.count()).select_from(hours).where(*mine)).scalar_one()
