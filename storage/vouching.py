"""Vouching: whose hours somebody may look at, which wait for that, for how long, and who should be asked to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, true, update

from domain.ledger import Check, Line
from domain.vouching import LEADING, NO_PROJECT, WHOLE_LIST, Voice, duty_for, is_for_others
from storage import chats, checks, ledger, rates, staff
from storage.checks import Refusal
from storage.ledger import CLOSED, STANDS, Wanted
from storage.schema import chasers, hour_checks, hours, organisation_members, projects, roles, sign_ups
from storage.schema import staff as staff_table
from storage.writing import insert_into

IN_QUESTION = hours.c.waits.is_(true())
"""As the index of what waits has it; what was replaced or closed meanwhile waits no more."""
WAITING = and_(IN_QUESTION, STANDS, ~CLOSED, hours.c.person.is_not(None), hours.c.adjusts.is_(None))
SINCE = func.coalesce(hour_checks.c.at, hours.c.logged_at, type_=hours.c.logged_at.type)
"""Since when an entry waits: it was logged, or its person answered."""
LATELY = 200
"""So many words are looked through for what was settled last."""


# ---------------------------------------------------------------- who may


def voice_of(tx: Connection, person: str) -> Voice:
    """What may this person vouch for?"""
    return Voice(person, speaks_for(tx, person), leads(tx, person), staff.is_staff(tx, person))


def speaks_for(tx: Connection, person: str) -> frozenset[str]:
    """Of which projects' organisations is this person lead or deputy?"""
    mine = (organisation_members.c.person == person, organisation_members.c.left_at.is_(None))
    return frozenset(tx.execute(select(organisation_members.c.project).where(*mine)).scalars())


def leads(tx: Connection, person: str) -> frozenset[str]:
    """Which projects' teams does this person lead?"""
    query = select(roles.c.project).join(sign_ups, sign_ups.c.role == roles.c.id).where(roles.c.lead)
    mine = query.where(sign_ups.c.person == person, sign_ups.c.state.in_(LEADING))
    return frozenset(tx.execute(mine).scalars())


def say(
    tx: Connection, voice: Voice, entry: str, verdict: Check, seen: Check, now: datetime, words: str = ""
) -> Refusal | None:
    """Write down what somebody says of an entry that they saw standing so; or why it cannot be."""
    line = next(iter(ledger.lines(tx, Wanted(entries=[entry]))), None)
    if line is None:
        return Refusal.GONE
    duty = duty_for(voice, line.project, line.person)
    if duty is None:
        return Refusal.OWN if line.person == voice.person else Refusal.NOT_YOURS
    return checks.say(tx, entry, verdict, voice.person, duty, now, words, seen=seen)


# ---------------------------------------------------------------- what waits


def waiting(tx: Connection, voice: Voice, project: str | None = None, limit: int = WHOLE_LIST) -> list[Line]:
    """Which entries wait for this voice (of one project, if it is named), the oldest first?"""
    query = ledger.query().where(WAITING, *within(voice, project))
    rows = tx.execute(query.order_by(hours.c.logged_at, hours.c.number).limit(limit)).all()
    known = rates.all_of_them(tx) if rows else []
    return [ledger.line_of(row, known) for row in rows]


def is_waiting(tx: Connection, staff_member: str) -> bool:
    """Does anything wait that this member of staff may look at?"""
    return bool(waiting(tx, Voice(staff_member, is_staff=True), limit=1))


def settled(tx: Connection, voice: Voice, project: str | None = None, limit: int = WHOLE_LIST) -> list[Line]:
    """Of which entries was something said last, that can still be said otherwise by this voice, the latest first?"""
    said = select(hour_checks.c.entry).join(hours, hours.c.id == hour_checks.c.entry)
    ours = said.outerjoin(roles, roles.c.id == hours.c.role).outerjoin(projects, projects.c.id == roles.c.project)
    newest = ours.where(*within(voice, project)).order_by(hour_checks.c.number.desc()).limit(LATELY)
    order = list(dict.fromkeys(tx.execute(newest).scalars()))
    found = {each.entry: each for each in ledger.lines(tx, Wanted(entries=order))}
    lines = [found[each] for each in order if each in found]
    return [each for each in lines if not each.closed and each.person and each.check not in checks.WAITING][:limit]


def within(voice: Voice, project: str | None) -> Iterator[ColumnElement[bool]]:
    """The conditions of entries that a voice may look at."""
    yield hours.c.person != voice.person
    if not voice.is_staff:
        yield projects.c.id.in_(voice.projects)
    if project is not None:
        yield projects.c.id.is_(None) if project == NO_PROJECT else projects.c.id == project


@dataclass(frozen=True, slots=True)
class Overdue:
    """What waits too long in one project."""

    project: str
    """Its id, or :data:`domain.vouching.NO_PROJECT`."""
    people: frozenset[str]
    """Whose hours they are."""
    minutes: int


def may_be_overdue(tx: Connection, before: datetime) -> bool:
    """Is anything among what waits that was logged before then? Mostly not, and then nothing more is asked."""
    old = select(hours.c.id).where(IN_QUESTION, hours.c.logged_at <= before).limit(1)
    return tx.execute(old).first() is not None


def overdue(tx: Connection, before: datetime, among: Collection[str] | None = None) -> list[Overdue]:
    """In which projects have hours waited since before then, the longest waiting first?"""
    query = (
        select(func.coalesce(projects.c.id, NO_PROJECT).label("project"), hours.c.person, hours.c.minutes)
        .select_from(hours)
        .outerjoin(roles, roles.c.id == hours.c.role)
        .outerjoin(projects, projects.c.id == roles.c.project)
        .outerjoin(hour_checks, hour_checks.c.number == ledger.last_word(hours))
        .where(WAITING, hours.c.logged_at <= before, before >= SINCE)
        .order_by(hours.c.logged_at, hours.c.number)
    )
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in tx.execute(query):
        found[row.project].append((row.person, row.minutes))
    return [
        Overdue(project, frozenset(person for person, _ in rows), sum(minutes for _, minutes in rows))
        for project, rows in found.items()
        if among is None or project in among
    ]


def tidy(tx: Connection) -> int:
    """Note of entries that were replaced, cancelled, closed or erased that they wait no more; gives how many."""
    over = or_(~STANDS, CLOSED, hours.c.person.is_(None), hours.c.adjusts.is_not(None))
    return tx.execute(update(hours).where(IN_QUESTION, over).values(waits=False)).rowcount


# ---------------------------------------------------------------- who is asked to look


def responsible(tx: Connection, found: Overdue) -> dict[str, str]:
    """Who should look at these hours, with the chat that reaches them: the first of these that can be reached?

    The organisation's lead, its deputies, the team's lead, coordinators, all staff: whoever may for somebody's hours.
    """
    for asked in in_turn(tx, found.project):
        able = [person for person in asked if is_for_others(person, found.people)]
        if reached := chats.of_people(tx, able):
            return reached
    return {}


def in_turn(tx: Connection, project: str) -> Iterator[Sequence[str]]:
    """Groups of people who may look at a project's hours, those who should first."""
    if project != NO_PROJECT:
        yield members(tx, project, "lead")
        yield members(tx, project, "deputy")
        yield leaders(tx, project)
    now = select(staff_table.c.person).where(staff_table.c.left_at.is_(None)).order_by(staff_table.c.joined_at)
    yield tx.execute(now.where(staff_table.c.duty == "coordinator")).scalars().all()
    yield tx.execute(now).scalars().all()


def members(tx: Connection, project: str, part: str) -> Sequence[str]:
    """Who is this project's organisation's lead, or deputy, the longest first?"""
    here = (organisation_members.c.project == project, organisation_members.c.part == part)
    query = select(organisation_members.c.person).where(*here, organisation_members.c.left_at.is_(None))
    return tx.execute(query.order_by(organisation_members.c.joined_at, organisation_members.c.person)).scalars().all()


def leaders(tx: Connection, project: str) -> Sequence[str]:
    """Who leads this project's team?"""
    query = select(sign_ups.c.person).join(roles, roles.c.id == sign_ups.c.role)
    led = query.where(roles.c.project == project, roles.c.lead, sign_ups.c.state.in_(LEADING))
    return tx.execute(led.order_by(sign_ups.c.person)).scalars().all()


def may_ask(tx: Connection, project: str, person: str, now: datetime, every: timedelta) -> bool:
    """Note that a person is asked to look at a project's hours; false if they were asked a short while ago."""
    statement = insert_into(tx, chasers).values(project=project, person=person, at=now)
    again = statement.on_conflict_do_update(
        index_elements=["project", "person"], set_={"at": now}, where=chasers.c.at <= now - every
    )
    return tx.execute(again.returning(chasers.c.person)).first() is not None
