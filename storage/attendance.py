"""Attendance: who was at a session, as they showed by its code or as staff say; kept apart from what they answered."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, exists, func, or_, select, union, update

from domain.attendance import Attendance, Presence, presence
from domain.work import Session
from storage import invitations, reminders, sessions
from storage.schema import attendances, people, projects, session_answers
from storage.schema import sessions as session_table
from storage.sessions import SESSION, Meeting, session_and_title
from storage.writing import insert_into, was_new, wrote

SEEN = tuple(attendances.c[each.name] for each in fields(Attendance))
AROUND: Final = timedelta(days=31)
"""A code means the session nearest to now within this time."""
KEY: Final = ["session", "person"]


# ---------------------------------------------------------------- the code of the day


def code_of(tx: Connection, session: str) -> str | None:
    """What is the code of this session, made now if it has none; nothing if there is no such session?"""
    found = sessions.lock(tx, session)
    if found is None or found.code:
        return found.code if found else None
    code = free_code(tx, found)
    sessions.note(tx, session, code=code)
    return code


def free_code(tx: Connection, session: Session) -> str:
    """Six digits that no session around this one has."""
    near = session_table.c.starts_at.between(session.starts_at - AROUND, session.starts_at + AROUND)
    taken = set(tx.execute(select(session_table.c.code).where(near)).scalars())
    while (code := str(secrets.randbelow(900_000) + 100_000)) in taken:
        pass
    return code


def by_code(tx: Connection, code: str, now: datetime) -> list[tuple[Session, str]]:
    """Which sessions around now have this code, the nearest first, with the project's title?"""
    query = (
        select(*SESSION, projects.c.title)
        .join(projects, projects.c.id == session_table.c.project)
        .where(session_table.c.state.in_(("planned", "cancelled")), session_table.c.code == code)
        .where(session_table.c.starts_at.between(now - AROUND, now + AROUND))
    )
    found = [session_and_title(row) for row in tx.execute(query.order_by(session_table.c.id))]
    return sorted(found, key=lambda each: abs(each[0].starts_at - now))


def beginning_between(tx: Connection, since: datetime, until: datetime) -> list[tuple[Session, str]]:
    """Which planned sessions begin from then until before then, the soonest first, with the project's title?"""
    query = (
        select(*SESSION, projects.c.title)
        .join(projects, projects.c.id == session_table.c.project)
        .where(session_table.c.state == "planned", session_table.c.starts_at >= since)
        .where(session_table.c.starts_at < until)
    )
    ordered = query.order_by(session_table.c.starts_at, projects.c.title, session_table.c.id)
    return [session_and_title(row) for row in tx.execute(ordered)]


# ---------------------------------------------------------------- writing


def check_in(tx: Connection, session: str, person: str, arrived_at: datetime, source: str, now: datetime) -> bool:
    """Write down that a person showed that they are there; false if it is known how it was.

    Staff's “was not there” gives way, unless they gave a reason for it.
    """
    values = {"came": True, "arrived_at": arrived_at, "left_at": None, "source": source, "by": None, "at": now}
    statement = insert_into(tx, attendances).values(session=session, person=person, reason=None, **values)
    gives_way = and_(~attendances.c.came, attendances.c.reason.is_(None))
    return wrote(tx, attendances, statement.on_conflict_do_update(index_elements=KEY, set_=values, where=gives_way))


def note_own_absence(tx: Connection, session: str, person: str, now: datetime) -> bool:
    """Write down that a person says they were not there; false if it is known already how it was."""
    return was_new(tx, attendances, session=session, person=person, came=False, source="self", at=now)


def leave(tx: Connection, session: str, person: str, left_at: datetime | None) -> bool:
    """Write down when a person who is there leaves (``None``: they stay after all); false if staff said how it was."""
    here = and_(attendances.c.session == session, attendances.c.person == person, attendances.c.came)
    theirs = or_(attendances.c.source != "staff", attendances.c.reason.is_(None))
    written = update(attendances).where(here, theirs).values(left_at=left_at)
    return tx.execute(written).rowcount == 1


def correct(
    tx: Connection,
    session: str,
    person: str,
    by: str,
    now: datetime,
    reason: str | None = None,
    *,
    came: bool,
    arrived_at: datetime | None = None,
    left_at: datetime | None = None,
) -> bool:
    """Write down what staff say of a person; false if the person showed otherwise and staff give no reason.

    What is about to ask them how it was is asked anew, if it still is to be.
    """
    values = {"came": came, "arrived_at": arrived_at, "left_at": left_at, "source": "staff", "by": by, "at": now}
    given = {"reason": reason} if reason else {}
    statement = insert_into(tx, attendances).values(
        session=session, person=person, **{"reason": None, **values, **given}
    )
    may = None if reason else attendances.c.source == "staff"
    kept = statement.on_conflict_do_update(index_elements=KEY, set_={**values, **given}, where=may)
    reminders.withdraw(tx, session, person)
    return wrote(tx, attendances, kept)


# ---------------------------------------------------------------- asking


def of(tx: Connection, session: str, person: str) -> Attendance | None:
    """What is known of this person's being at this session?"""
    row = tx.execute(select(*SEEN).where(attendances.c.session == session, attendances.c.person == person)).first()
    return Attendance(*row) if row else None


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody who is invited to a session or was seen there."""

    person: str
    name: str | None
    answer: str | None
    seen: Attendance | None


def of_session(tx: Connection, session: Session) -> list[Standing]:
    """Who is invited to this session or was seen there, what did they answer, and were they there; by name?"""
    were_there = select(attendances.c.person).where(attendances.c.session == session.id)
    everybody = union(invitations.people(session).order_by(None), were_there).subquery()
    who = everybody.c.person
    answered = and_(session_answers.c.session == session.id, session_answers.c.person == who)
    query = (
        select(who, people.c.name, session_answers.c.answer, *SEEN)
        .join(people, people.c.id == who)
        .outerjoin(session_answers, answered)
        .outerjoin(attendances, and_(attendances.c.session == session.id, attendances.c.person == who))
    )
    found = [Standing(row[0], row[1], row[2], seen_in(row[3:])) for row in tx.execute(query)]
    return sorted(found, key=lambda each: (each.name or "", each.person))


def seen_in(columns: Sequence[Any]) -> Attendance | None:
    """The attendance in a row, if there is one."""
    return Attendance(*columns) if columns[0] is not None else None


@dataclass(frozen=True, slots=True)
class Visit:
    """A session that has begun, of a person who said that they come or was seen there."""

    meeting: Meeting
    seen: Attendance | None
    counted: bool
    """Whether it was written down at all who was there."""

    def presence(self, now: datetime) -> Presence:
        """Whether they were there, as far as we know."""
        return presence(self.meeting.session, self.meeting.answer, self.seen, now)

    def is_behind(self, now: datetime) -> bool:
        """Whether it counts among what they took part in: by attendance where that is known, else by their word."""
        return self.presence(now) == Presence.CAME if self.counted else self.meeting.answer == "yes"


def of_person(tx: Connection, person: str, now: datetime) -> list[Visit]:
    """At which sessions that have begun was this person, or said to come, the latest first?"""
    query = visits(person).where(session_table.c.starts_at <= now)
    return [visit_of(row) for row in tx.execute(query)]


def of_person_at(tx: Connection, person: str, session: str) -> Visit | None:
    """How does this person stand to this one session, whether it has begun or not?"""
    row = tx.execute(visits(person, every=True).where(session_table.c.id == session)).first()
    return visit_of(row) if row else None


def visits(person: str, *, every: bool = False) -> Select[*tuple[Any, ...]]:
    """The query of the planned sessions that a person said to come to or was seen at (``every``: of all)."""
    mine = and_(attendances.c.session == session_table.c.id, attendances.c.person == person)
    others = attendances.alias("others")
    counted = exists().where(others.c.session == session_table.c.id)
    query = sessions.meetings(person).add_columns(counted, *SEEN).outerjoin(attendances, mine)
    if not every:
        there = or_(session_answers.c.answer == "yes", attendances.c.person.is_not(None))
        query = query.where(session_table.c.state == "planned", there)
    return query.order_by(session_table.c.starts_at.desc(), session_table.c.id)


def visit_of(row: Row[*tuple[Any, ...]]) -> Visit:
    """The visit in a row of :func:`visits`."""
    size = len(SESSION)
    return Visit(Meeting(Session(*row[:size]), *row[size : size + 2]), seen_in(row[size + 3 :]), bool(row[size + 2]))


def behind(tx: Connection, person: str, now: datetime) -> int:
    """At how many sessions was this person, by attendance where that is known, else by what they said?"""
    return sum(each.is_behind(now) for each in of_person(tx, person, now))


def count(tx: Connection, session: str) -> int:
    """How many were seen at this session?"""
    query = select(func.count()).where(attendances.c.session == session, attendances.c.came)
    return tx.execute(query).scalar_one()
