"""The ledger as it counts: each standing entry with its grade and its worth on its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, func, select

from domain.ledger import Check, Line, grade_of
from domain.value import Rate, rate_on, satang
from storage import rates
from storage.schema import attendances, closed_hours, hour_checks, hours, projects, roles

newer = hours.alias("newer")
LAST = (
    select(func.max(hour_checks.c.number)).where(hour_checks.c.entry == hours.c.id).correlate(hours).scalar_subquery()
)
CAME = exists().where(
    attendances.c.session == hours.c.session, attendances.c.person == hours.c.person, attendances.c.came
)
CLOSED = exists().where(closed_hours.c.entry == hours.c.id)
STANDS = and_(~hours.c.voids, ~exists().where(newer.c.replaces == hours.c.id))


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


def was_seen(tx: Connection, entry: str) -> bool:
    """Was the person of this entry seen at the session that it is for?"""
    return tx.execute(select(hours.c.id).where(hours.c.id == entry, CAME)).first() is not None


def query() -> Select[*tuple[Any, ...]]:
    """The query of entries with what makes their grade."""
    facts = (hours.c.id, hours.c.person, hours.c.role, hours.c.company, hours.c.worked_on, hours.c.minutes)
    more = (hours.c.working, hours.c.skill, hours.c.session, hours.c.note, hours.c.adjusts)
    found = select(
        *facts,
        *more,
        projects.c.id.label("project"),
        projects.c.organisation,
        hour_checks.c.verdict,
        CAME.label("came"),
        CLOSED.label("closed"),
    )
    return (
        found.select_from(hours)
        .outerjoin(roles, roles.c.id == hours.c.role)
        .outerjoin(projects, projects.c.id == roles.c.project)
        .outerjoin(hour_checks, hour_checks.c.number == LAST)
    )


def line_of(row: Row[*tuple[Any, ...]], known: Sequence[Rate]) -> Line:
    """The line in a row of :func:`query`."""
    check = Check(row.verdict or "none")
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
        grade=grade_of(check, came=row.came),
        baht_a_day=baht,
        satang=satang(row.minutes, baht),
        closed=row.closed,
        adjusts=row.adjusts,
    )
