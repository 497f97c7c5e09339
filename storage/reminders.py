"""Reminders of sessions: who is due one as things stand now, who has had which, and taking back what is on its way.

What is said of a session is decided under a shared lock of its row; whoever makes it untrue (a move, an answer,
somebody who leaves) takes that row alone first, and takes back what was written before. So nothing slips in between.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    true,
    union,
    union_all,
    update,
)

from domain.reminders import AFTER_LASTS, LONGEST_QUIET, LONGEST_SESSION, Invitee, Outlook, Quiet, first_look, outlook
from domain.work import Session
from storage import invitations, settings
from storage.schema import attendances, chats, hours, outbox, people, projects, room_posts, session_answers, sessions
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
OVER_FOR_GOOD: Final = LONGEST_SESSION + AFTER_LASTS
MOST_AT_ONCE: Final = 1000
LONGEST_WAIT: Final = timedelta(hours=2)
"""A letter is not put off for longer, unless the clock has been put back."""
NEVER_AGAIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Until when a letter is good that may have arrived and is not to be sent again, wherever the clock is put."""


def usual(tx: Connection) -> dict[str, int]:
    """How many minutes before a session (after: behind it) does the network remind?"""
    found = settings.several(tx, [name for name, _ in USUAL.values()])
    return {lead: found[name] * unit for lead, (name, unit) in USUAL.items()}


# ---------------------------------------------------------------- who is due what


def to_look_at(tx: Connection, now: datetime, limit: int) -> list[Session]:
    """At which sessions is it time to look whether somebody is due a reminder, the soonest first?

    What is looked at by somebody else right now is left out; what was looked at in the future, before the clock was put
    back, is looked at again.
    """
    query = (
        select(*SESSION, projects.c.state)
        .join(projects, projects.c.id == sessions.c.project)
        .where(sessions.c.id.in_(worth_looking(now)), projects.c.state.in_(("published", "closed")))
        .order_by(sessions.c.starts_at, sessions.c.id)
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


def invitees(tx: Connection, session: Session, only: str | None = None) -> list[Invitee]:
    """Who is invited to this session and can be reached (``only`` one of them), and how do they stand to it?"""
    asked = invitations.people(session).subquery()
    answered = and_(session_answers.c.session == session.id, session_answers.c.person == asked.c.person)
    seen = and_(attendances.c.session == session.id, attendances.c.person == asked.c.person)
    query = (
        select(asked.c.person, people.c.quiet_from, people.c.quiet_until, session_answers.c.answer, attendances.c.came)
        .select_from(asked)
        .join(people, people.c.id == asked.c.person)
        .outerjoin(session_answers, answered)
        .outerjoin(attendances, seen)
        .where(exists().where(chats.c.person == people.c.id, chats.c.reachable))
        .order_by(asked.c.person)
    )
    rows = tx.execute(query if only is None else query.where(asked.c.person == only)).all()
    had, logged = said_of(tx, session, only), logged_of(tx, session.id, only)
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
    """Somebody's quiet hours, if they have any: hours that end when they begin are none."""
    if not begins or not ends or begins == ends:
        return None
    return Quiet(time.fromisoformat(begins), time.fromisoformat(ends), BANGKOK)


def said_of(tx: Connection, session: Session, only: str | None = None) -> dict[str, frozenset[str]]:
    """Who (or ``only`` one of them) has had which reminders of this session as it is planned now?"""
    query = select(said_table.c.person, said_table.c.lead).where(
        said_table.c.session == session.id, said_table.c.starts_at == session.starts_at, is_one(said_table, only)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for row in tx.execute(query):
        found[row.person].add(row.lead)
    return {person: frozenset(leads) for person, leads in found.items()}


def logged_of(tx: Connection, session: str, only: str | None = None) -> set[str]:
    """Who (or ``only`` one of them) has written down hours of this session?"""
    return set(tx.execute(select(hours.c.person).where(hours.c.session == session, is_one(hours, only))).scalars())


def is_one(table: Any, person: str | None) -> ColumnElement[bool]:
    """Whether a row is of this person, if one is named."""
    return true() if person is None else table.c.person == person


def due_of(tx: Connection, person: str, now: datetime) -> list[tuple[Session, str]]:
    """Which reminders of which sessions is this person due right now, the soonest session first?

    Until this transaction ends, nobody changes these sessions, or how anybody stands to them.
    """
    leads = usual(tx)
    near = held(tx, nearby(person, leads, now), shared=True)
    query = (
        select(*SESSION)
        .join(projects, projects.c.id == sessions.c.project)
        .where(sessions.c.id.in_(near), sessions.c.state == "planned", projects.c.state == "published")
        .order_by(sessions.c.starts_at, sessions.c.id)
    )
    found = [Session(*row) for row in tx.execute(query)]
    due = [(each, outlook(each, invitees(tx, each, person), leads, now).due) for each in found]
    return [(session, lead) for session, leads_due in due for _, lead in leads_due]


def nearby(person: str, leads: dict[str, int], now: datetime) -> ColumnElement[bool]:
    """The sessions to which this person is invited and of which they may be due a reminder."""
    horizon = now + timedelta(minutes=max(leads.values())) + LONGEST_QUIET
    own = or_(*(sessions.c[f"{lead}_minutes"].is_not(None) for lead in USUAL))
    return and_(
        or_(sessions.c.starts_at <= horizon, own), sessions.c.id.in_(invitations.of_person(person, now - OVER_FOR_GOOD))
    )


def held(tx: Connection, which: ColumnElement[bool], *, shared: bool = False) -> list[str]:
    """Which planned sessions are these? They are locked until this transaction ends, in a fixed order."""
    query = select(sessions.c.id).where(sessions.c.state == "planned", which).order_by(sessions.c.id)
    return list(tx.execute(query.with_for_update(read=shared, key_share=not shared)).scalars())


# ---------------------------------------------------------------- what was said


def note(tx: Connection, session: Session, person: str, lead: str, now: datetime, event: int | None = None) -> bool:
    """Note that a reminder is being said by the answer to an event; false if it was said before.

    One event is answered by one letter: what is taken back with it was not said by any other.
    """
    key = {"session": session.id, "person": person, "lead": lead, "starts_at": session.starts_at}
    return was_new(tx, said_table, **key, said_at=now, event=event)


def unsay(tx: Connection, events: Iterable[int | None]) -> None:
    """Note that what these events' letters reminded of has not been said after all, and look again."""
    numbers = [each for each in events if each is not None]
    if numbers:
        gone = delete(said_table).where(said_table.c.event.in_(numbers)).returning(said_table.c.session)
        for session in sorted(set(tx.execute(gone).scalars())):
            look_again(tx, session)
        tx.execute(delete(room_posts).where(room_posts.c.event.in_(numbers)))


# ---------------------------------------------------------------- when something has changed


def said_at(tx: Connection, session: str, person: str) -> datetime | None:
    """When was this person last reminded of this session?"""
    mine = (said_table.c.session == session) & (said_table.c.person == person)
    last = func.max(said_table.c.said_at, type_=said_table.c.said_at.type)
    return tx.execute(select(last).where(mine)).scalar()


def withdraw(tx: Connection, session: str, person: str | None = None) -> None:
    """Begin a session's reminders anew (for one person, or all): its facts change, or how somebody stands to it."""
    begin_anew(tx, sessions.c.id == session, person)


def begin_anew_in(tx: Connection, project: str, person: str | None = None) -> None:
    """As :func:`withdraw`, of every session for which it matters who is in this project's team."""
    begin_anew(tx, or_(sessions.c.project == project, sessions.c.invited == "everyone"), person)


def begin_all_anew(tx: Connection, now: datetime) -> None:
    """As :func:`withdraw`, of all sessions: what holds for every one of them has changed."""
    begin_anew(tx, sessions.c.starts_at > now - OVER_FOR_GOOD)


def begin_anew_for(tx: Connection, person: str, now: datetime) -> None:
    """As :func:`withdraw`, of all sessions of a person: when, or where, they can be reached has changed."""
    begin_anew(tx, sessions.c.id.in_(invitations.of_person(person, now - OVER_FOR_GOOD)), person)


def begin_anew(tx: Connection, which: ColumnElement[bool], person: str | None = None) -> None:
    """Take back the reminders of these sessions that are on their way, and look at the sessions again."""
    found = held(tx, which)
    for start in range(0, len(found), MOST_AT_ONCE):
        some = found[start : start + MOST_AT_ONCE]
        take_back(tx, some, person)
        tx.execute(update(sessions).where(sessions.c.id.in_(some)).values(look_at=None))


def take_back(tx: Connection, found: Sequence[str], person: str | None = None) -> None:
    """Take back the letters that remind of these sessions (for all: in groups too); what else they say is said anew."""
    said: Any = select(said_table.c.event).where(said_table.c.session.in_(found), is_one(said_table, person))
    if person is None:
        said = union_all(said, select(room_posts.c.event).where(room_posts.c.session.in_(found)))
    take_letters_back(tx, outbox.c.event.in_(said))


def take_back_from_later(tx: Connection, now: datetime) -> None:
    """Take back what was written, or put off, at a time that is still to come: the clock was put back meanwhile."""
    later = or_(outbox.c.written_at > now, outbox.c.due_at > now + LONGEST_WAIT)
    take_letters_back(tx, and_(outbox.c.event.in_(select(said_table.c.event)), later))


def take_letters_back(tx: Connection, which: ColumnElement[bool]) -> None:
    """Take back letters that were not sent: what they said is not said.

    A letter that is being sent, or may have arrived, is not sent again; what it said counts as said.
    """
    unsettled = and_(outbox.c.state == "waiting", which)
    untouched = and_(outbox.c.leased_until.is_(None), outbox.c.progress == 0, outbox.c.in_doubt.is_(False))
    gone = delete(outbox).where(unsettled, untouched).returning(outbox.c.event)
    unsay(tx, tx.execute(gone).scalars().all())
    tx.execute(update(outbox).where(unsettled).values(good_until=NEVER_AGAIN, due_at=NEVER_AGAIN))


def look_again(tx: Connection, session: str) -> None:
    """Look at a session again at once: something has changed."""
    tx.execute(update(sessions).where(sessions.c.id == session, sessions.c.state == "planned").values(look_at=None))
