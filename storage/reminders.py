"""Reminders of sessions: who is due one as things stand now, who has had which, and taking back what is on its way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, delete, or_, select, union, union_all, update

from domain.reminders import AFTER_LASTS, LONGEST_QUIET, Invitee, Outlook, Quiet, first_look, outlook
from domain.work import Session
from storage import invitations, settings
from storage.schema import (
    attendances,
    hours,
    outbox,
    people,
    projects,
    room_posts,
    session_answers,
    sessions,
)
from storage.schema import reminders as said_table
from storage.writing import was_new

BANGKOK = ZoneInfo("Asia/Bangkok")
SESSION = tuple(sessions.c["where_held" if each.name == "where" else each.name] for each in fields(Session))
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
"""What is over for good is not looked at again, unless the clock is put back."""
USUAL = {
    "week": ("remind_week_hours", 60),
    "day": ("remind_day_hours", 60),
    "soon": ("remind_soon_minutes", 1),
    "after": ("remind_after_minutes", 1),
}


def usual(tx: Connection) -> dict[str, int]:
    """How many minutes before a session (after: behind it) does the network remind?"""
    return {lead: settings.number(tx, name) * unit for lead, (name, unit) in USUAL.items()}


# ---------------------------------------------------------------- who is due what


def to_look_at(tx: Connection, now: datetime, limit: int) -> list[Session]:
    """At which sessions is it time to look whether somebody is due a reminder, those that wait longest first?

    What is looked at by somebody else right now is left out; what was looked at in the future, before the clock was put
    back, is looked at again.
    """
    query = (
        select(*SESSION, projects.c.state)
        .join(projects, projects.c.id == sessions.c.project)
        .where(sessions.c.id.in_(worth_looking(now)), projects.c.state.in_(("published", "closed")))
        .order_by(sessions.c.look_at, sessions.c.starts_at, sessions.c.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=sessions, key_share=True)
    )
    found = [(Session(*row[:-1]), row[-1]) for row in tx.execute(query)]
    note_look(tx, [session.id for session, state in found if state == "closed"], now, NEVER)
    return [session for session, state in found if state == "published"]


def worth_looking(now: datetime) -> Any:
    """The query of the sessions that are to be looked at: each of its parts reads one index and nothing else."""
    moments = (sessions.c.look_at.is_(None), sessions.c.look_at <= now, sessions.c.looked_at > now)
    return union(*(select(sessions.c.id).where(sessions.c.state == "planned", moment) for moment in moments))


def look(tx: Connection, session: Session, now: datetime) -> Outlook:
    """Who is due a reminder of this session, and when to look again; that is written down."""
    leads = usual(tx)
    begins = first_look(session, leads)
    if begins > now:
        found = Outlook((), begins)
    elif session.ends_at + AFTER_LASTS <= now:
        found = Outlook((), NEVER)
    else:
        found = outlook(session, invitees(tx, session), leads, now)
    note_look(tx, [session.id], now, found.next_look)
    return found


def note_look(tx: Connection, looked_at: list[str], now: datetime, next_look: datetime) -> None:
    """Note that these sessions were looked at, and when to look again."""
    if looked_at:
        tx.execute(update(sessions).where(sessions.c.id.in_(looked_at)).values(look_at=next_look, looked_at=now))


def look_again(tx: Connection, session: str | None = None) -> None:
    """Look at a session (or at all of them) again at once: something has changed."""
    query = update(sessions).where(sessions.c.state == "planned").values(look_at=None)
    tx.execute(query if session is None else query.where(sessions.c.id == session))


def invitees(tx: Connection, session: Session, only: str | None = None) -> list[Invitee]:
    """Who is invited to this session (``only`` one of them), and how do they stand to it?"""
    asked = invitations.people(session).subquery()
    answered = and_(session_answers.c.session == session.id, session_answers.c.person == asked.c.person)
    seen = and_(attendances.c.session == session.id, attendances.c.person == asked.c.person)
    query = (
        select(asked.c.person, people.c.quiet_from, people.c.quiet_until, session_answers.c.answer, attendances.c.came)
        .select_from(asked)
        .join(people, people.c.id == asked.c.person)
        .outerjoin(session_answers, answered)
        .outerjoin(attendances, seen)
        .order_by(asked.c.person)
    )
    rows = tx.execute(query if only is None else query.where(asked.c.person == only)).all()
    had, logged = said_of(tx, session), logged_of(tx, session.id)
    return [
        Invitee(
            row.person,
            row.answer,
            had.get(row.person, frozenset()),
            quiet_of(row.quiet_from, row.quiet_until),
            row.came,
            row.person in logged,
        )
        for row in rows
    ]


def quiet_of(begins: str | None, ends: str | None) -> Quiet | None:
    """Somebody's quiet hours, if they have any."""
    return Quiet(time.fromisoformat(begins), time.fromisoformat(ends), BANGKOK) if begins and ends else None


def said_of(tx: Connection, session: Session) -> dict[str, frozenset[str]]:
    """Who has had which reminders of this session as it is planned now?"""
    query = select(said_table.c.person, said_table.c.lead).where(
        said_table.c.session == session.id, said_table.c.starts_at == session.starts_at
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in tx.execute(query):
        found[row.person].add(row.lead)
    return {person: frozenset(leads) for person, leads in found.items()}


def logged_of(tx: Connection, session: str) -> set[str]:
    """Who has written down hours of this session?"""
    return set(tx.execute(select(hours.c.person).where(hours.c.session == session)).scalars())


def due_of(tx: Connection, person: str, now: datetime) -> list[tuple[Session, str]]:
    """Which reminders of which sessions is this person due right now, the soonest session first?"""
    leads = usual(tx)
    horizon = now + timedelta(minutes=max(leads.values())) + LONGEST_QUIET
    recent = now - AFTER_LASTS - timedelta(days=1)
    own = or_(sessions.c.week_minutes.is_not(None), sessions.c.day_minutes.is_not(None))
    query = (
        select(*SESSION)
        .join(projects, projects.c.id == sessions.c.project)
        .where(sessions.c.state == "planned", projects.c.state == "published")
        .where(or_(sessions.c.starts_at <= horizon, own), sessions.c.id.in_(invitations.of_person(person, recent)))
        .order_by(sessions.c.starts_at, sessions.c.id)
    )
    found = [Session(*row) for row in tx.execute(query)]
    due = [(each, outlook(each, invitees(tx, each, person), leads, now).due) for each in found]
    return [(session, lead) for session, leads_due in due for _, lead in leads_due]


# ---------------------------------------------------------------- what was said


def note(tx: Connection, session: Session, person: str, lead: str, now: datetime, event: int | None = None) -> bool:
    """Note that a reminder is being said by the answer to an event; false if it was said before."""
    key = {"session": session.id, "person": person, "lead": lead, "starts_at": session.starts_at}
    return was_new(tx, said_table, **key, said_at=now, event=event)


def withdraw(tx: Connection, session: str, person: str | None = None) -> None:
    """Take back the reminders of a session (for one person, or all and in groups) that are written and have not left.

    What else stands in the same letter is said anew.
    """
    query: Any = select(said_table.c.event).where(said_table.c.session == session, said_table.c.event.is_not(None))
    if person is not None:
        query = query.where(said_table.c.person == person)
    else:
        posted = select(room_posts.c.event).where(room_posts.c.session == session, room_posts.c.event.is_not(None))
        query = union_all(query, posted)
    unsent = and_(outbox.c.state == "waiting", outbox.c.leased_until.is_(None), outbox.c.progress == 0)
    sure = and_(unsent, outbox.c.in_doubt.is_(False), outbox.c.event.in_(query))
    unsay(tx, tx.execute(delete(outbox).where(sure).returning(outbox.c.event)).scalars().all())


def unsay(tx: Connection, events: Iterable[int | None]) -> None:
    """Note that what these events' letters reminded of has not been said after all, and look again."""
    numbers = [each for each in events if each is not None]
    if numbers:
        gone = delete(said_table).where(said_table.c.event.in_(numbers)).returning(said_table.c.session)
        for session in set(tx.execute(gone).scalars()):
            look_again(tx, session)
        tx.execute(delete(room_posts).where(room_posts.c.event.in_(numbers)))
