"""The ledger as it counts: each standing entry with its grade and its worth on its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, and_, exists, func, select, update

from domain.ledger import Check, Line, standing_of
from domain.value import Rate, rate_on, satang, satang_more
from storage import rates
from storage.schema import attendances, closed_hours, hour_checks, hours, projects, roles

newer, adjusted, before = hours.alias("newer"), hours.alias("adjusted"), hours.alias("before")
CLOSED = exists().where(closed_hours.c.entry == hours.c.id)
STANDS = and_(~hours.c.voids, ~exists().where(newer.c.replaces == hours.c.id))


EARLIER = (
    select(func.coalesce(func.sum(before.c.minutes), 0))
    .where(before.c.adjusts == hours.c.adjusts, before.c.number < hours.c.number)
    .correlate(hours)
    .scalar_subquery()
)
"""By how many minutes what an entry adjusts was adjusted before."""


def last_word(of: FromClause) -> ColumnElement[Any]:
    """The number of what was said last of an entry."""
    query = select(func.max(hour_checks.c.number)).where(hour_checks.c.entry == of.c.id)
    return query.correlate(of).scalar_subquery()


def was_seen(of: FromClause) -> ColumnElement[bool]:
    """Whether the person was at the session of an entry, as it was noted for good, or else as attendance says now."""
    seen = exists().where(
        attendances.c.session == of.c.session, attendances.c.person == of.c.person, attendances.c.came
    )
    return func.coalesce(of.c.came, seen)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: those of a person, a role, a project, an organisation, a company, between two days."""

    person: str | None = None
    role: str | None = None
    project: str | None = None
    organisation: str | None = None
    company: str | None = None
    since: date | None = None
    until: date | None = None
    """The last day."""
    entries: Sequence[str] | None = None

    def conditions(self) -> Iterator[ColumnElement[bool]]:
        """The same, for a query."""
        columns = {"person": hours.c.person, "role": hours.c.role, "company": hours.c.company}
        columns |= {"project": projects.c.id, "organisation": projects.c.organisation}
        for name, column in columns.items():
            if (value := getattr(self, name)) is not None:
                yield column == value
        if self.since is not None:
            yield hours.c.worked_on >= self.since
        if self.until is not None:
            yield hours.c.worked_on <= self.until
        if self.entries is not None:
            yield hours.c.id.in_(list(self.entries))


def lines(tx: Connection, wanted: Wanted) -> list[Line]:
    """Which entries stand, with their grade and worth, by the day they are for?"""
    known = rates.all_of_them(tx)
    rows = tx.execute(query().where(STANDS, *wanted.conditions()).order_by(hours.c.worked_on, hours.c.number))
    return [line_of(row, known) for row in rows]


def was_seen_at(tx: Connection, entry: str) -> bool:
    """Was the person of this entry seen at the session that it is for?"""
    return tx.execute(select(hours.c.id).where(hours.c.id == entry, was_seen(hours))).first() is not None


def query() -> Select[*tuple[Any, ...]]:
    """The query of entries with what makes their grade."""
    facts = (hours.c.id, hours.c.person, hours.c.role, hours.c.company, hours.c.worked_on, hours.c.minutes)
    more = (hours.c.working, hours.c.skill, hours.c.session, hours.c.note, hours.c.adjusts)
    checks, earlier = hour_checks.alias("checks"), hour_checks.alias("earlier")
    grading = (checks.c.verdict, earlier.c.verdict.label("earlier"))
    seen = (was_seen(hours).label("came"), was_seen(adjusted).label("earlier_came"))
    of_work = (projects.c.id.label("project"), projects.c.organisation)
    so_far = (adjusted.c.minutes + EARLIER).label("before")
    return (
        select(*facts, *more, *of_work, *grading, *seen, so_far, CLOSED.label("closed"))
        .select_from(hours)
        .outerjoin(roles, roles.c.id == hours.c.role)
        .outerjoin(projects, projects.c.id == roles.c.project)
        .outerjoin(adjusted, adjusted.c.id == hours.c.adjusts)
        .outerjoin(checks, checks.c.number == last_word(hours))
        .outerjoin(earlier, earlier.c.number == last_word(adjusted))
    )


def line_of(row: Row[*tuple[Any, ...]], known: Sequence[Rate]) -> Line:
    """The line in a row of :func:`query`."""
    before = (check_of(row.earlier), bool(row.earlier_came)) if row.adjusts else None
    check, grade = standing_of((check_of(row.verdict), bool(row.came)), before)
    baht = rate_on(known, row.skill, row.worked_on).baht_a_day
    return Line(
        entry=row.id,
        person=row.person,
        role=row.role,
        project=row.project,
        organisation=row.organisation,
        company=row.company,
        worked_on=row.worked_on,
        minutes=row.minutes,
        working=row.working,
        skill=row.skill,
        session=row.session,
        note=row.note,
        check=check,
        grade=grade,
        baht_a_day=baht,
        satang=worth(row, baht),
        closed=row.closed,
        adjusts=row.adjusts,
    )


def worth(row: Row[*tuple[Any, ...]], baht: int) -> int:
    """What the entry in a row is worth, in satang."""
    return satang(row.minutes, baht) if row.adjusts is None else satang_more(row.minutes, row.before, baht)


def check_of(verdict: str | None) -> Check:
    """The check that a verdict means, or that nobody has said anything."""
    return Check(verdict) if verdict else Check.NONE


def note_who_came(tx: Connection, which: ColumnElement[bool]) -> None:
    """Note for good which of these entries are for a session at which the person was seen, as far as it is open."""
    tx.execute(update(hours).where(which, hours.c.came.is_(None)).values(came=was_seen(hours)))
