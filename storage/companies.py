"""Companies whose people take part, and the codes that they come by."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from domain.company_report import Employee, Event
from storage.columns import ALPHABET, new_id
from storage.schema import companies, company_pledges, consents, people, projects, roles, sessions
from storage.writing import insert_into

LETTERS: Final = 6


@dataclass(frozen=True, slots=True)
class Company:
    """An employer that sends its people by a code."""

    id: str
    name: str
    code: str
    made_at: datetime


COLUMNS: Final = (companies.c.id, companies.c.name, companies.c.code, companies.c.made_at)


def new_code() -> str:
    """Make a code such as ``team-k3f9m2``; a digit is always in it, so that no word looks like one."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return f"team-{letters}" if any(letter.isdigit() for letter in letters) else new_code()


def make(tx: Connection, name: str, now: datetime) -> Company:
    """Write down a company, with a code for its people."""
    company = Company(new_id(), name, new_code(), now)
    tx.execute(insert(companies).values(id=company.id, name=name, code=company.code, made_at=now))
    return company


def find(tx: Connection, company: str) -> Company | None:
    """Which company is this?"""
    row = tx.execute(select(*COLUMNS).where(companies.c.id == company)).one_or_none()
    return Company(*row) if row else None


def by_code(tx: Connection, code: str) -> Company | None:
    """Whose people come by this code?"""
    row = tx.execute(select(*COLUMNS).where(companies.c.code == code.strip().lower())).one_or_none()
    return Company(*row) if row else None


def by_name(tx: Connection, name: str) -> Company | None:
    """Which company is called so, however it is spelt in capitals?"""
    query = select(*COLUMNS).where(func.lower(companies.c.name) == name.strip().lower()).order_by(companies.c.made_at)
    row = tx.execute(query.limit(1)).one_or_none()
    return Company(*row) if row else None


def all_of_them(tx: Connection) -> list[Company]:
    """Which companies are there, by name?"""
    return [Company(*row) for row in tx.execute(select(*COLUMNS).order_by(companies.c.name, companies.c.id))]


def by_name_or_code(tx: Connection) -> dict[str, str]:
    """Which company has which name, and which code, without case and spaces?"""
    rows = tx.execute(select(companies.c.id, companies.c.name, companies.c.code)).all()
    return {re.sub(r"\s+", "", word).casefold(): row.id for row in rows for word in (row.name, row.code)}


def rename(tx: Connection, company: Company, name: str) -> None:
    """Call a company something else, and so the employer of those who came by its code and named no other since."""
    tx.execute(update(companies).where(companies.c.id == company.id).values(name=name))
    theirs = (people.c.company == company.id) & (people.c.employer == company.name)
    tx.execute(update(people).where(theirs).values(employer=name))


def renew_code(tx: Connection, company: str) -> str:
    """Give a company another code; nobody comes by the old one any more."""
    code = new_code()
    tx.execute(update(companies).where(companies.c.id == company).values(code=code))
    return code


def people_of(tx: Connection, company: str) -> int:
    """How many people came by this company's code?"""
    return tx.execute(select(func.count()).where(people.c.company == company)).scalar_one()


# ---------------------------------------------------------------- what they give


def employees(tx: Connection, company: str) -> list[Employee]:
    """Who belongs to this company now, and what may it see of each?"""
    query = select(consents.c.person, consents.c.answer).join(people, people.c.id == consents.c.person)
    asked = query.where(people.c.company == company, consents.c.purpose == "employer").order_by(consents.c.number)
    sees = {row.person: row.answer for row in tx.execute(asked)}
    rows = tx.execute(select(people.c.id, people.c.name, people.c.office).where(people.c.company == company))
    return [Employee(row.id, row.name or "", row.office or "", sees.get(row.id, "none")) for row in rows.all()]


def pledge(tx: Connection, company: str, year: int, hours: int, by: str | None, now: datetime) -> None:
    """Write down how many hours the company means to give in a year C.E.; another pledge takes its place."""
    values = {"hours": hours, "set_by": by, "at": now}
    statement = insert_into(tx, company_pledges).values(company=company, year=year, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["company", "year"], set_=values))


def pledged(tx: Connection, company: str, year: int) -> int | None:
    """How many hours does the company mean to give in this year C.E.?"""
    query = select(company_pledges.c.hours).where(company_pledges.c.company == company, company_pledges.c.year == year)
    return tx.execute(query).scalar_one_or_none()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What an event of a report is called, and when it was, if it was a session."""

    organisation: str
    title: str
    kind: str
    """The session's kind; empty: the work of roles."""
    starts_at: datetime | None = None


def occasions(tx: Connection, events: Iterable[Event]) -> dict[Event, Occasion]:
    """What is each of these events called?"""
    wanted = set(events)
    about = {each.project for each in wanted if each.project}
    work = {row.id: row for row in tx.execute(select(projects).where(projects.c.id.in_(about)))}
    ids = {each.session for each in wanted if each.session}
    held = select(sessions, projects.c.organisation, projects.c.title.label("of")).join(projects)
    met = {row.id: row for row in tx.execute(held.where(sessions.c.id.in_(ids)))}
    found = {each: occasion(met.get(each.session), work.get(each.project)) for each in wanted}
    return {each: named for each, named in found.items() if named}


def occasion(session: Row[*tuple[Any, ...]] | None, project: Row[*tuple[Any, ...]] | None) -> Occasion | None:
    """What a session is called, else what a project is."""
    if session is not None:
        title = f"{session.of} – {session.title}" if session.title else session.of
        return Occasion(session.organisation, title, session.kind, session.starts_at)
    return Occasion(project.organisation, project.title, "") if project is not None else None


def keeps_seats(tx: Connection, company: str) -> bool:
    """Are seats of a role that is not over reserved for this company?"""
    under_way = (roles.c.state != "closed") & (projects.c.state != "closed")
    query = select(roles.c.id).join(projects, projects.c.id == roles.c.project)
    reserved = query.where(roles.c.reserved_for == company, roles.c.reserved > 0, under_way)
    return tx.execute(reserved.limit(1)).first() is not None


def erase(tx: Connection, company: str) -> bool:
    """Forget a company; its people stay. False while seats are reserved for it."""
    if keeps_seats(tx, company):
        return False
    tx.execute(update(roles).where(roles.c.reserved_for == company).values(reserved_for=None, reserved=0))
    return tx.execute(delete(companies).where(companies.c.id == company)).rowcount == 1
