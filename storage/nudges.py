"""Nudges: who was asked after a week's hours, and what came of it; each week is asked about once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select, update

from domain.nudges import WEEK, is_stale, last_day
from storage import announcements, settings
from storage.hours import NOT_REPLACED
from storage.schema import (
    attendances,
    chats,
    hours,
    nudges,
    people,
    projects,
    roles,
    session_answers,
    sessions,
    sign_ups,
)
from storage.writing import insert_into

BANGKOK: Final = ZoneInfo("Asia/Bangkok")
ASKED, TRAY, SEEN, NONE, DONE = "asked", "tray", "seen", "none", "done"
"""Said in the chat; waits until they write; seen when they wrote; they gave no time that week; no longer asked."""


# ---------------------------------------------------------------- who


def wanted(tx: Connection, week: date, limit: int) -> list[str]:
    """Who of the teams under way gave time in this week, as far as we know, logged none of it, and was not asked?"""
    asked = exists().where(nudges.c.person == sign_ups.c.person, nudges.c.week == week)
    query = select(sign_ups.c.person).where(~asked, *misses(week)).distinct().order_by(sign_ups.c.person)
    return list(tx.execute(query.limit(limit)).scalars())


def is_wanted(tx: Connection, person: str, week: date) -> bool:
    """Does this person still miss a week's hours?"""
    query = select(sign_ups.c.person).where(sign_ups.c.person == person, *misses(week))
    return tx.execute(query.limit(1)).first() is not None


def misses(week: date) -> tuple[ColumnElement[bool], ...]:
    """The conditions on sign-ups: at work, or trained and at a session of that week; no hours of that week."""
    under_way = exists().where(
        roles.c.id == sign_ups.c.role, projects.c.id == roles.c.project, projects.c.state.in_(("published", "paused"))
    )
    at_work = or_(sign_ups.c.state == "active", and_(sign_ups.c.state == "trained", met_in(week)))
    in_week = hours.c.worked_on.between(week, last_day(week))
    logged = exists().where(hours.c.person == sign_ups.c.person, in_week, ~hours.c.voids, NOT_REPLACED)
    wishes = exists().where(people.c.id == sign_ups.c.person, people.c.asked_for_hours)
    reached = exists().where(chats.c.person == sign_ups.c.person, chats.c.reachable)
    return (sign_ups.c.state.in_(("trained", "active")), at_work, under_way, wishes, reached, ~logged)


def met_in(week: date) -> ColumnElement[bool]:
    """The condition on sign-ups: the person was at a session of that week, or said to come and was not missed."""
    begins = datetime.combine(week, time(), BANGKOK)
    in_week = (sessions.c.state == "planned", sessions.c.starts_at >= begins, sessions.c.starts_at < begins + WEEK)
    their_own = and_(attendances.c.session == sessions.c.id, attendances.c.person == sign_ups.c.person)
    came, missed = exists().where(their_own, attendances.c.came), exists().where(their_own, ~attendances.c.came)
    said_yes = exists().where(
        session_answers.c.session == sessions.c.id,
        session_answers.c.person == sign_ups.c.person,
        session_answers.c.answer == "yes",
    )
    here = and_(roles.c.id == sign_ups.c.role, sessions.c.project == roles.c.project)
    return exists().where(here, *in_week, or_(came, and_(said_yes, ~missed)))


LAST_WEEK: Final = "week_asked_about"
"""The fact, among the settings, that everybody was asked after this week: nobody is looked for twice."""


def is_done(tx: Connection, week: date) -> bool:
    """Was everybody asked after this week?"""
    return bool(settings.fact(tx, LAST_WEEK) == week.isoformat())


def note_done(tx: Connection, week: date, now: datetime) -> None:
    """Note that everybody was asked after this week."""
    settings.note(tx, LAST_WEEK, week.isoformat(), now)


# ---------------------------------------------------------------- what came of it


def note(tx: Connection, whose: Sequence[str], week: date, state: str, now: datetime) -> None:
    """Note that these people are asked after a week's hours, or what came of it."""
    if not whose:
        return
    rows = [{"person": person, "week": week, "state": state, "at": now} for person in whose]
    statement = insert_into(tx, nudges)
    again = statement.on_conflict_do_update(index_elements=["person", "week"], set_={"state": state, "at": now})
    tx.execute(again, rows)
    announcements.count_tray(tx, whose)


def state_of(tx: Connection, person: str, week: date) -> str | None:
    """What came of asking this person after a week's hours, if they were asked?"""
    query = select(nudges.c.state).where(nudges.c.person == person, nudges.c.week == week)
    return tx.execute(query).scalar_one_or_none()


def in_tray(tx: Connection, person: str, today: date) -> list[date]:
    """Which weeks wait in this person's tray and are missed still, the latest first? Others wait no more."""
    query = select(nudges.c.week).where(nudges.c.person == person, nudges.c.state == TRAY)
    weeks = list(tx.execute(query.order_by(nudges.c.week.desc())).scalars())
    missed = [week for week in weeks if not is_stale(week, today) and is_wanted(tx, person, week)]
    settle(tx, person, [week for week in weeks if week not in missed], DONE)
    return missed


def settle(tx: Connection, person: str, weeks: Sequence[date], state: str) -> None:
    """Take these weeks out of the tray."""
    if weeks:
        these = (nudges.c.person == person, nudges.c.week.in_(weeks))
        tx.execute(update(nudges).where(*these).values(state=state))


def empty_tray(tx: Connection, person: str) -> None:
    """Note that the person sees now that hours are missed: nothing of it waits any more."""
    waiting = (nudges.c.person == person, nudges.c.state == TRAY)
    tx.execute(update(nudges).where(*waiting).values(state=SEEN))


# ---------------------------------------------------------------- whether at all


def are_wanted(tx: Connection, person: str) -> bool:
    """Does this person want to be asked after a week's hours?"""
    query = select(people.c.asked_for_hours).where(people.c.id == person)
    return bool(tx.execute(query).scalar_one_or_none())


def want(tx: Connection, person: str, *, asked: bool) -> None:
    """Write down whether this person wants to be asked; who does not has nothing of it in the tray either."""
    tx.execute(update(people).where(people.c.id == person).values(asked_for_hours=asked))
    if not asked:
        tx.execute(update(nudges).where(nudges.c.person == person, nudges.c.state == TRAY).values(state=DONE))
        announcements.count_tray(tx, [person])
