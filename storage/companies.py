"""Companies whose people take part, and the codes that they come by."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.columns import ALPHABET, new_id
from storage.schema import companies, people, projects, roles

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
