"""Silence alarms: which hold now, which were raised, and whose silence they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, delete, exists, or_, select, union

from domain import alarms as rules
from domain.alarms import AGAIN_AFTER, KINDS, Alarm
from domain.sign_ups import IN_TEAM
from domain.vouching import patience
from storage import settings, vouching
from storage.invitations import suits
from storage.schema import alarms, attendances, hours, people, projects, roles, session_answers, sessions, sign_ups
from storage.sessions import BANGKOK
from storage.sweep_runs import find as run_of
from storage.writing import insert_into

Among = Collection[str] | None
"""Only these sessions or projects; ``None``: all."""
LONGEST: Final = timedelta(days=1)
"""No session is longer: who looks for one by its end need not look further back for its start."""
PLANNED: Final = (sessions.c.state == "planned", projects.c.state == "published")
OF_TEAM: Final = (sign_ups.c.role == roles.c.id, sign_ups.c.state.in_(IN_TEAM))


# ---------------------------------------------------------------- which hold


def holding(tx: Connection, now: datetime, kinds: Iterable[str] = KINDS, among: Among = None) -> list[Alarm]:
    """Which alarms of these kinds hold at this moment, the most urgent first?"""
    return [Alarm(kind, subject) for kind in kinds for subject in QUESTIONS[kind](tx, now, among)]


def still(tx: Connection, named: Iterable[Alarm], now: datetime) -> list[Alarm]:
    """Which of these alarms hold at this moment, in their order?"""
    subjects: dict[str, set[str]] = defaultdict(set)
    for each in named:
        subjects[each.kind].add(each.subject)
    found = {each for kind, among in subjects.items() for each in holding(tx, now, (kind,), among)}
    return [each for each in named if each in found]


def nobody_answered(tx: Connection, now: datetime, among: Among = None) -> list[str]:
    """Of which sessions that are near has nobody answered who is invited, the soonest first?"""
    asked_long_ago = or_(sessions.c.planned_at.is_(None), sessions.c.planned_at <= now - rules.TIME_TO_ANSWER)
    near = (sessions.c.starts_at > now, sessions.c.starts_at <= now + rules.NEAR, asked_long_ago)
    said = session_answers.c.session == sessions.c.id
    answered = invitation(said, session_answers.c.person == sign_ups.c.person)
    return of_sessions(tx, among, (*near, invitation(), ~answered), (*near, somebody(), ~exists().where(said)))


def fallen_silent(tx: Connection, since: datetime, now: datetime) -> list[Alarm]:
    """Which alarms of sessions hold that did not yet hold at an earlier moment of this day, the most urgent first?

    Few sessions come into question: those that have come near since, or are over for long enough, or have been planned
    for long enough.
    """
    near = and_(sessions.c.starts_at > since + rules.NEAR, sessions.c.starts_at <= now + rules.NEAR)
    asked = and_(
        sessions.c.planned_at > since - rules.TIME_TO_ANSWER, sessions.c.planned_at <= now - rules.TIME_TO_ANSWER
    )
    over = and_(sessions.c.ends_at > since - rules.OVER, sessions.c.ends_at <= now - rules.OVER)
    ahead = and_(sessions.c.starts_at > now, sessions.c.starts_at <= now + rules.NEAR)
    behind = and_(sessions.c.starts_at > since - rules.OVER - LONGEST, sessions.c.starts_at <= now - rules.OVER)
    parts = (near, and_(ahead, asked), and_(behind, over))
    query = union(*(select(sessions.c.id).where(sessions.c.state == "planned", part) for part in parts))
    among = list(tx.execute(query).scalars())
    return holding(tx, now, rules.OF_SESSIONS, among) if among else []


def nobody_came(tx: Connection, now: datetime, among: Among = None) -> list[str]:
    """At which sessions that are over was nobody seen, and staff marked nothing, the longest over first?"""
    ended = now - rules.OVER
    span = (sessions.c.ends_at <= ended, sessions.c.ends_at > ended - rules.OVER_LASTS)
    began = (sessions.c.starts_at < ended, sessions.c.starts_at > ended - rules.OVER_LASTS - LONGEST)
    unseen = (*span, *began, ~exists().where(attendances.c.session == sessions.c.id))
    return of_sessions(tx, among, (*unseen, invitation()), (*unseen, somebody()))


def of_sessions(
    tx: Connection, among: Among, own: Iterable[ColumnElement[bool]], for_all: Iterable[ColumnElement[bool]]
) -> list[str]:
    """The planned sessions with these conditions: one for a project's own people, one for those of everybody."""
    found = [
        tx.execute(session_query(among).where(sessions.c.invited != "everyone", *own)).all(),
        tx.execute(session_query(among).where(sessions.c.invited == "everyone", *for_all)).all(),
    ]
    return [row.id for row in sorted((row for rows in found for row in rows), key=lambda row: (row.starts_at, row.id))]


def session_query(among: Among) -> Select[*tuple[Any, ...]]:
    """The query of planned sessions of published projects."""
    query = select(sessions.c.id, sessions.c.starts_at).join(projects, projects.c.id == sessions.c.project)
    planned = query.where(*PLANNED)
    return planned if among is None else planned.where(sessions.c.id.in_(among))


def invitation(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether somebody of the project (for whom this holds, too) is invited to a session."""
    return exists().where(roles.c.project == sessions.c.project, *OF_TEAM, suits(), *more).correlate(sessions)


def somebody() -> ColumnElement[bool]:
    """Whether anybody is in any team."""
    return exists().where(*OF_TEAM)


def no_session(tx: Connection, now: datetime, among: Among = None) -> list[str]:
    """Which projects have had people for a while and no session ahead, by title?"""
    since = now - rules.BETWEEN_SESSIONS
    member = exists().where(roles.c.project == projects.c.id, *OF_TEAM, sign_ups.c.changed_at <= since)
    meets = exists().where(
        sessions.c.project == projects.c.id, sessions.c.state == "planned", sessions.c.ends_at > since
    )
    return of_projects(tx, now, among, ~meets, member)


def no_hours(tx: Connection, now: datetime, among: Among = None) -> list[str]:
    """In which projects under way have people not logged hours for a while, by title?"""
    member = exists().where(roles.c.project == projects.c.id, *OF_TEAM, *silent(now)).correlate(projects)
    return of_projects(tx, now, among, under_way(now), member)


def of_projects(tx: Connection, now: datetime, among: Among, *conditions: ColumnElement[bool]) -> list[str]:
    """The published projects that are not past their last day, with these conditions, by title."""
    today = now.astimezone(BANGKOK).date()
    going_on = or_(projects.c.ends_on.is_(None), projects.c.ends_on >= today)
    query = select(projects.c.id).where(projects.c.state == "published", going_on, *conditions)
    query = query if among is None else query.where(projects.c.id.in_(among))
    return list(tx.execute(query.order_by(projects.c.title, projects.c.id)).scalars())


def under_way(now: datetime) -> ColumnElement[bool]:
    """Whether a project began long enough ago: on its first day, or else when its team was complete."""
    day = (now - rules.WITHOUT_HOURS).astimezone(BANGKOK).date()
    teamed = and_(projects.c.starts_on.is_(None), projects.c.teamed_at <= now - rules.WITHOUT_HOURS)
    return or_(projects.c.starts_on <= day, teamed)


def silent(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Whether somebody has been in a project's team for a while and logged nothing for it."""
    since, own = now - rules.WITHOUT_HOURS, roles.alias("own")
    here = select(own.c.id).where(own.c.project == roles.c.project)
    logged = exists().where(
        hours.c.person == sign_ups.c.person,
        hours.c.logged_at > since,
        or_(hours.c.role.is_(None), hours.c.role.in_(here.correlate(roles))),
    )
    return (sign_ups.c.changed_at <= since, ~logged.correlate(sign_ups, roles))


def silent_people(tx: Connection, project: str, now: datetime) -> list[str]:
    """Who of this project's team has not logged hours for a while, in the order of their names?"""
    query = select(people.c.id).join(sign_ups, sign_ups.c.person == people.c.id)
    query = query.join(roles, roles.c.id == sign_ups.c.role).where(roles.c.project == project, *OF_TEAM, *silent(now))
    return list(tx.execute(query.group_by(people.c.id).order_by(people.c.name, people.c.id)).scalars())


def hours_wait(tx: Connection, now: datetime, among: Among = None) -> list[str]:
    """In which projects has nobody looked at hours for twice as long as that should take, the longest first?"""
    before = now - patience(settings.number(tx, "verify_days"))
    return [each.project for each in vouching.overdue(tx, before, among)]


def failing(tx: Connection, _now: datetime, among: Among = None) -> list[str]:
    """Which of these sweeps fail again and again?"""
    runs = [run_of(tx, name) for name in sorted(among or ())]
    return [run.name for run in runs if run and run.failures >= rules.MOST_FAILURES]


QUESTIONS: Final[Mapping[str, Callable[[Connection, datetime, Among], list[str]]]] = {
    rules.NOBODY_ANSWERED: nobody_answered,
    rules.NOBODY_CAME: nobody_came,
    rules.NO_SESSION: no_session,
    rules.NO_HOURS: no_hours,
    rules.HOURS_WAIT: hours_wait,
    rules.SWEEP_FAILS: failing,
}


# ---------------------------------------------------------------- which were raised


def raised(tx: Connection) -> dict[Alarm, datetime]:
    """Which alarms were raised, and when last, the newest last?"""
    rows = tx.execute(select(alarms).order_by(alarms.c.raised_at, alarms.c.kind, alarms.c.subject))
    return {Alarm(row.kind, row.subject): row.raised_at for row in rows}


def note(tx: Connection, named: Iterable[Alarm], now: datetime) -> list[Alarm]:
    """Note that these alarms are raised; gives those that nobody else has raised meanwhile."""
    return [each for each in named if was_raised(tx, each, now)]


def was_raised(tx: Connection, alarm: Alarm, now: datetime) -> bool:
    """Raise an alarm; false if it was raised less than a week ago."""
    statement = insert_into(tx, alarms).values(kind=alarm.kind, subject=alarm.subject, raised_at=now)
    again = alarms.c.raised_at <= now - AGAIN_AFTER
    anew = statement.on_conflict_do_update(
        index_elements=["kind", "subject"], set_={"raised_at": now}, where=again
    ).returning(alarms.c.kind)
    return tx.execute(anew).first() is not None


def forget(tx: Connection, named: Iterable[Alarm]) -> None:
    """Note that these alarms are over."""
    for each in named:
        tx.execute(delete(alarms).where(alarms.c.kind == each.kind, alarms.c.subject == each.subject))
