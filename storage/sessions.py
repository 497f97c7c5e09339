"""Sessions: planning, moving and calling off, and which lie ahead of whom."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, and_, delete, exists, insert, or_, select, update

from domain.people import Person
from domain.sign_ups import IN_TEAM
from domain.suiting import away_on, clashing
from domain.work import Session
from storage import invitations, reminders
from storage.columns import new_id
from storage.schema import projects, roles, session_answers, session_roles, sessions, sign_ups

COLUMN_OF = {"where": "where_held"}
SESSION = tuple(sessions.c[COLUMN_OF.get(each.name, each.name)] for each in fields(Session))

BANGKOK = ZoneInfo("Asia/Bangkok")
"""On whose calendar people say when they are away."""
CALENDAR_KEEPS = timedelta(days=90)
"""So long a session stays in people's calendars."""
KEPT_UP = ("yes", "waiting")
"""Answers that a move leaves as they are: who said no, or maybe, is asked anew."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session as one person sees it."""

    session: Session
    project: str
    """The project's title."""
    answer: str | None
    """yes, no, maybe or waiting (for a place); ``None``: they have not said."""

    @property
    def takes_time(self) -> bool:
        """Whether the person may be busy then: all but who said that they cannot come."""
        return self.answer != "no"


# ---------------------------------------------------------------- writing


def plan(
    tx: Connection,
    project: str,
    kind: str,
    starts_at: datetime,
    ends_at: datetime,
    where: str,
    *,
    now: datetime,
    only: Sequence[str] = (),
    **more: Any,
) -> str:
    """Plan a session (``only`` for these roles, ``more`` are other columns of sessions); gives its id."""
    session = new_id()
    facts = {"starts_at": starts_at, "ends_at": ends_at, "where_held": where, "state": "planned"}
    facts |= {"planned_at": now, "invited": "roles" if only else "team"}
    tx.execute(insert(sessions).values(id=session, project=project, kind=kind, **(facts | more)))
    invite_roles(tx, session, only)
    return session


def invite_roles(tx: Connection, session: str, only: Sequence[str]) -> None:
    """Write down for which roles a session is, if only for some."""
    tx.execute(delete(session_roles).where(session_roles.c.session == session))
    if only:
        tx.execute(insert(session_roles), [{"session": session, "role": role} for role in dict.fromkeys(only)])


def move(
    tx: Connection, session: str, starts_at: datetime, ends_at: datetime, *, now: datetime, reason: str = ""
) -> None:
    """Move a session: reminders begin anew, those on their way are taken back, who could not come is asked again."""
    times: dict[str, Any] = {"starts_at": starts_at, "ends_at": ends_at, "planned_at": now}
    change(tx, session, now, **times, reason=reason)
    kept = session_answers.c.answer.in_(KEPT_UP)
    tx.execute(delete(session_answers).where(session_answers.c.session == session, ~kept))


def cancel(tx: Connection, session: str, *, now: datetime, reason: str = "") -> None:
    """Call a session off; reminders on their way are taken back."""
    change(tx, session, now, state="cancelled", reason=reason)


def change(tx: Connection, session: str, now: datetime, **facts: Any) -> None:
    """Write these columns of a session anew: what was said of it before is no longer all true, and is taken back."""
    reminders.withdraw(tx, session)
    more = {"sequence": sessions.c.sequence + 1, "changed_at": now, "look_at": None}
    tx.execute(update(sessions).where(sessions.c.id == session).values(**facts, **more))


def note(tx: Connection, session: str, **facts: Any) -> None:
    """Write columns of a session that change nothing for those who come (its check-in code, its board)."""
    tx.execute(update(sessions).where(sessions.c.id == session).values(**facts))


# ---------------------------------------------------------------- asking


def find(tx: Connection, session: str) -> Session | None:
    """Which session is this?"""
    row = tx.execute(select(*SESSION).where(sessions.c.id == session)).one_or_none()
    return Session(*row) if row else None


def lock(tx: Connection, session: str) -> Session | None:
    """As :func:`find`, but nobody else takes a place in it, or moves it, until this transaction ends."""
    tx.execute(select(sessions.c.id).where(sessions.c.id == session).with_for_update(key_share=True))
    return find(tx, session)


def only_for(tx: Connection, session: str) -> list[str]:
    """For which roles is this session, if only for some?"""
    query = select(session_roles.c.role).where(session_roles.c.session == session)
    return list(tx.execute(query.order_by(session_roles.c.role)).scalars())


def of_project(tx: Connection, project: str) -> list[Session]:
    """Which sessions are planned for this project, the soonest first?"""
    query = select(*SESSION).where(sessions.c.project == project, sessions.c.state == "planned")
    return [Session(*row) for row in tx.execute(query.order_by(sessions.c.starts_at, sessions.c.id))]


def all_of_project(tx: Connection, project: str) -> list[Session]:
    """Which sessions were ever written down for this project, the soonest first?"""
    query = select(*SESSION).where(sessions.c.project == project)
    return [Session(*row) for row in tx.execute(query.order_by(sessions.c.starts_at, sessions.c.id))]


def of_series(tx: Connection, series: str, after: datetime) -> list[Session]:
    """Which sessions of this series are planned for after this moment, the soonest first?"""
    query = select(*SESSION).where(
        sessions.c.series == series, sessions.c.state == "planned", sessions.c.starts_at > after
    )
    return [Session(*row) for row in tx.execute(query.order_by(sessions.c.starts_at, sessions.c.id))]


def ahead(tx: Connection, now: datetime, limit: int) -> list[tuple[Session, str]]:
    """Which planned sessions of published projects come next, with the project's title?"""
    query = (
        select(*SESSION, projects.c.title)
        .join(projects, projects.c.id == sessions.c.project)
        .where(sessions.c.state == "planned", projects.c.state == "published", sessions.c.starts_at > now)
        .order_by(sessions.c.starts_at, sessions.c.id)
        .limit(limit)
    )
    return [session_and_title(row) for row in tx.execute(query)]


def session_and_title(row: Row[*tuple[Any, ...]]) -> tuple[Session, str]:
    """The session and the project's title in a row."""
    *session, title = row
    return Session(*session), title


def of_person(tx: Connection, person: str, now: datetime) -> list[Meeting]:
    """To which sessions ahead is this person invited, the soonest first?"""
    query = meetings(person).where(
        projects.c.state == "published", sessions.c.id.in_(invitations.of_person(person, now))
    )
    ordered = query.order_by(sessions.c.starts_at, projects.c.title, sessions.c.id)
    found = [meeting_of(row) for row in tx.execute(ordered)]
    return [each for each in found if each.session.state == "planned"]  # asked here: else SQLite reads all planned ones


def behind(tx: Connection, person: str, now: datetime) -> list[Meeting]:
    """Which sessions that have begun did this person say to come to, the latest first?"""
    said = and_(session_answers.c.answer == "yes", session_answers.c.person == person)
    query = meetings(person).where(sessions.c.state == "planned", sessions.c.starts_at <= now, said)
    return [meeting_of(row) for row in tx.execute(query.order_by(sessions.c.starts_at.desc(), sessions.c.id))]


def in_calendar(tx: Connection, person: str, now: datetime) -> list[Meeting]:
    """Which sessions belong into this person's calendar, the soonest first: ahead and of the last 90 days?

    Those that were called off are among them, and those to which they cannot come.
    """
    since = now - CALENDAR_KEEPS
    was_there = and_(session_answers.c.answer == "yes", sessions.c.starts_at <= now)
    theirs = or_(sessions.c.id.in_(invitations.of_person(person, since)), was_there)
    query = meetings(person).where(sessions.c.starts_at > since, projects.c.state != "draft", theirs)
    return [meeting_of(row) for row in tx.execute(query.order_by(sessions.c.starts_at, sessions.c.id))]


def meetings(person: str) -> Select[*tuple[Any, ...]]:
    """The query of sessions with their project's title and what this person answered."""
    said = and_(session_answers.c.session == sessions.c.id, session_answers.c.person == person)
    query = select(*SESSION, projects.c.title, session_answers.c.answer).select_from(sessions)
    return query.join(projects, projects.c.id == sessions.c.project).outerjoin(session_answers, said)


def meeting_of(row: Row[*tuple[Any, ...]]) -> Meeting:
    """The meeting in a row of :func:`meetings`."""
    *session, project, said = row
    return Meeting(Session(*session), project, said)


# ---------------------------------------------------------------- what falls together


def clashes(tx: Connection, who: Person, project: str, now: datetime) -> bool:
    """Would a session ahead of this project fall together with another of the person's, or with days away?

    A session to which they cannot come clashes with nothing.
    """
    new = [each for each in of_project(tx, project) if each.starts_at > now]
    if any(away_on(who, each.starts_at, BANGKOK) for each in new):
        return True
    held = [each.session for each in of_person(tx, who.id, now) if each.takes_time]
    return bool(clashing(new, [each for each in held if each.project != project]))


def clashing_projects(tx: Connection, who: Person, among: Collection[str], now: datetime) -> set[str]:
    """Which of these projects have a session ahead that falls together with the person's others, or with days away?"""
    query = select(*SESSION).where(sessions.c.project.in_(among), sessions.c.state == "planned")
    new = [Session(*row) for row in tx.execute(query.where(sessions.c.starts_at > now))]
    held = [each.session for each in of_person(tx, who.id, now) if each.takes_time]
    together = {one.project for one, other in clashing(new, held) if one.project != other.project}
    return together | {each.project for each in new if away_on(who, each.starts_at, BANGKOK)}


def busy(project: str, now: datetime) -> Select[tuple[str]]:
    """The query of the people one of whose sessions falls together with a session ahead of this project."""
    own, other = sessions.alias("own"), sessions.alias("other")
    said = exists().where(
        session_answers.c.session == other.c.id,
        session_answers.c.person == sign_ups.c.person,
        session_answers.c.answer == "no",
    )
    ahead = and_(own.c.project == project, own.c.state == "planned", own.c.starts_at > now)
    meanwhile = and_(other.c.starts_at < own.c.ends_at, own.c.starts_at < other.c.ends_at, other.c.starts_at > now)
    return (
        select(sign_ups.c.person)
        .select_from(own)
        .join(other, and_(meanwhile, other.c.project != project, other.c.state == "planned"))
        .join(projects, and_(projects.c.id == other.c.project, projects.c.state == "published"))
        .join(roles, roles.c.project == projects.c.id)
        .join(sign_ups, and_(sign_ups.c.role == roles.c.id, sign_ups.c.state.in_(IN_TEAM)))
        .where(ahead, ~said)
    )
