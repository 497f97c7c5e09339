"""Sessions: when a team meets, who said they come, and who is due a reminder."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, and_, delete, exists, insert, literal, select, union_all, update

from domain.people import Person
from domain.sign_ups import IN_TEAM
from domain.suiting import away_on, clashing
from domain.work import LEADS, Session
from storage.columns import new_id
from storage.schema import chats, people, projects, reminders, roles, session_answers, sessions, sign_ups
from storage.writing import insert_into, was_new

SESSION = (
    sessions.c.id,
    sessions.c.project,
    sessions.c.kind,
    sessions.c.starts_at,
    sessions.c.ends_at,
    sessions.c.where_held,
    sessions.c.state,
)


BANGKOK = ZoneInfo("Asia/Bangkok")
"""On whose calendar people say when they are away."""


@dataclass(frozen=True, slots=True)
class Due:
    """A person to remind of a session."""

    session: str
    person: str
    lead: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session as one person sees it."""

    session: Session
    project: str
    """The project's title."""
    coming: bool | None
    """What the person answered."""


def plan(tx: Connection, project: str, kind: str, starts_at: datetime, ends_at: datetime, where: str) -> str:
    """Plan a session; gives its id."""
    session = new_id()
    values = {"starts_at": starts_at, "ends_at": ends_at, "where_held": where, "state": "planned"}
    tx.execute(insert(sessions).values(id=session, project=project, kind=kind, **values))
    return session


def move(tx: Connection, session: str, starts_at: datetime, ends_at: datetime) -> None:
    """Move a session; all are reminded anew, and who could not come is asked again."""
    tx.execute(update(sessions).where(sessions.c.id == session).values(starts_at=starts_at, ends_at=ends_at))
    tx.execute(delete(reminders).where(reminders.c.session == session))
    tx.execute(delete(session_answers).where(session_answers.c.session == session, ~session_answers.c.coming))


def cancel(tx: Connection, session: str) -> None:
    """Call a session off."""
    tx.execute(update(sessions).where(sessions.c.id == session).values(state="cancelled"))


def find(tx: Connection, session: str) -> Session | None:
    """Which session is this?"""
    row = tx.execute(select(*SESSION).where(sessions.c.id == session)).one_or_none()
    return Session(*row) if row else None


def of_project(tx: Connection, project: str) -> list[Session]:
    """Which sessions are planned for this project, the soonest first?"""
    query = select(*SESSION).where(sessions.c.project == project, sessions.c.state == "planned")
    return [Session(*row) for row in tx.execute(query.order_by(sessions.c.starts_at))]


def ahead(tx: Connection, now: datetime, limit: int) -> list[tuple[Session, str]]:
    """Which planned sessions of published projects come next, with the project's title?"""
    query = (
        select(*SESSION, projects.c.title)
        .join(projects, projects.c.id == sessions.c.project)
        .where(sessions.c.state == "planned", projects.c.state == "published", sessions.c.starts_at > now)
        .order_by(sessions.c.starts_at)
        .limit(limit)
    )
    return [session_and_title(row) for row in tx.execute(query)]


def session_and_title(row: Row[*tuple[Any, ...]]) -> tuple[Session, str]:
    """The session and the project's title in a row."""
    *session, title = row
    return Session(*session), title


def answer(tx: Connection, session: str, person: str, coming: bool, now: datetime) -> None:
    """Write down whether a person comes to a session."""
    values = {"coming": coming, "at": now}
    statement = insert_into(tx, session_answers).values(session=session, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["session", "person"], set_=values))


def coming(tx: Connection, session: str, person: str) -> bool | None:
    """Does this person come to this session, as far as they said?"""
    query = select(session_answers.c.coming).where(
        session_answers.c.session == session, session_answers.c.person == person
    )
    return tx.execute(query).scalar_one_or_none()


def of_person(tx: Connection, person: str, now: datetime) -> list[Meeting]:
    """Which sessions ahead does this person take part in, the soonest first?"""
    query = meetings(person).where(sessions.c.state == "planned", sessions.c.starts_at > now)
    return [
        meeting_of(row) for row in tx.execute(query.order_by(sessions.c.starts_at, projects.c.title, sessions.c.id))
    ]


def behind(tx: Connection, person: str, now: datetime) -> list[Meeting]:
    """Which sessions that have begun did this person say to come to, the latest first?"""
    query = meetings(person, seated=False).where(
        sessions.c.state == "planned", sessions.c.starts_at <= now, session_answers.c.coming
    )
    return [meeting_of(row) for row in tx.execute(query.order_by(sessions.c.starts_at.desc(), sessions.c.id))]


def meetings(person: str, *, seated: bool = True) -> Select[*tuple[Any, ...]]:
    """The query of sessions with their project's title and what this person answered; ``seated`` in open projects."""
    said = and_(session_answers.c.session == sessions.c.id, session_answers.c.person == person)
    query = select(*SESSION, projects.c.title, session_answers.c.coming).select_from(sessions)
    query = query.join(projects, projects.c.id == sessions.c.project).outerjoin(session_answers, said)
    seat = exists().where(
        roles.c.project == projects.c.id,
        sign_ups.c.role == roles.c.id,
        sign_ups.c.person == person,
        sign_ups.c.state.in_(IN_TEAM),
    )
    return query.where(seat, projects.c.state == "published") if seated else query


def meeting_of(row: Row[*tuple[Any, ...]]) -> Meeting:
    """The meeting in a row of :func:`meetings`."""
    *session, project, said = row
    return Meeting(Session(*session), project, said)


def clashes(tx: Connection, who: Person, project: str, now: datetime) -> bool:
    """Would a session ahead of this project fall together with another of the person's, or with days away?

    A session to which they cannot come clashes with nothing.
    """
    new = [each for each in of_project(tx, project) if each.starts_at > now]
    if any(away_on(who, each.starts_at, BANGKOK) for each in new):
        return True
    held = [each.session for each in of_person(tx, who.id, now) if each.coming is not False]
    return bool(clashing(new, [each for each in held if each.project != project]))


def clashing_projects(tx: Connection, who: Person, among: Collection[str], now: datetime) -> set[str]:
    """Which of these projects have a session ahead that falls together with the person's others, or with days away?"""
    query = select(*SESSION).where(sessions.c.project.in_(among), sessions.c.state == "planned")
    new = [Session(*row) for row in tx.execute(query.where(sessions.c.starts_at > now))]
    held = [each.session for each in of_person(tx, who.id, now) if each.coming is not False]
    together = {one.project for one, other in clashing(new, held) if one.project != other.project}
    return together | {each.project for each in new if away_on(who, each.starts_at, BANGKOK)}


def busy(project: str, now: datetime) -> Select[tuple[str]]:
    """The query of the people one of whose sessions falls together with a session ahead of this project."""
    own, other = sessions.alias("own"), sessions.alias("other")
    said = exists().where(
        session_answers.c.session == other.c.id,
        session_answers.c.person == sign_ups.c.person,
        ~session_answers.c.coming,
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


def takes_part(tx: Connection, session: str, person: str) -> bool:
    """Has this person a seat in the project that this session is of?"""
    query = (
        select(sign_ups.c.id)
        .join(roles, roles.c.id == sign_ups.c.role)
        .join(sessions, sessions.c.project == roles.c.project)
        .where(sessions.c.id == session, sign_ups.c.person == person, sign_ups.c.state.in_(IN_TEAM))
    )
    return tx.execute(query.limit(1)).first() is not None


def awaiting_reminder(tx: Connection, now: datetime, limit: int) -> list[Due]:
    """Who is due a reminder of a session and has not had it, the soonest session first?

    Each lead has its season: a day before until two hours before, then two hours before until the start. The second
    goes only to those who said that they come. Who said that they cannot come is left in peace.
    """
    seasons = list(LEADS.items())
    ends = [before for _, before in seasons[1:]] + [timedelta()]
    parts = [in_season(lead, now + end, now + begin) for (lead, begin), end in zip(seasons, ends, strict=True)]
    due = union_all(*parts).subquery()
    rows = tx.execute(select(due).order_by(due.c.starts_at, due.c.session, due.c.person).limit(limit))
    return [Due(*row) for row in rows]


def in_season(lead: str, after: datetime, until: datetime):  # type: ignore[no-untyped-def]
    """The people due one lead of the sessions that start in ``(after, until]``."""
    had = exists().where(
        reminders.c.session == sessions.c.id, reminders.c.person == sign_ups.c.person, reminders.c.lead == lead
    )
    said = and_(session_answers.c.session == sessions.c.id, session_answers.c.person == sign_ups.c.person)
    answered = session_answers.c.coming
    reached = exists().where(chats.c.person == sign_ups.c.person, chats.c.reachable)
    wanted = answered.is_(True) if lead == "soon" else answered.is_not(False)
    return (
        select(sessions.c.id.label("session"), sign_ups.c.person, literal(lead).label("lead"), sessions.c.starts_at)
        .select_from(sessions)
        .join(projects, projects.c.id == sessions.c.project)
        .join(roles, roles.c.project == projects.c.id)
        .join(sign_ups, and_(sign_ups.c.role == roles.c.id, sign_ups.c.state.in_(IN_TEAM)))
        .join(people, people.c.id == sign_ups.c.person)
        .outerjoin(session_answers, said)
        .where(sessions.c.state == "planned", sessions.c.starts_at > after, sessions.c.starts_at <= until)
        .where(projects.c.state == "published", wanted, reached, ~had)
        .distinct()
    )


def note_reminder(tx: Connection, session: str, person: str, lead: str, now: datetime) -> bool:
    """Note that a reminder is being said; false if it was said before."""
    return was_new(tx, reminders, session=session, person=person, lead=lead, said_at=now)
