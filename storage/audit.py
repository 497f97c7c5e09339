"""The audit log: who of staff did what to what, when. Lines are only ever added."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from storage.schema import audit, companies, people, projects, roles, sessions

ID_OR_NUMBER: Final = re.compile(r"[A-Za-z0-9_.:+-]{0,80}")


class NotPlain(ValueError):
    """The audit log keeps ids and numbers; a name or a text has no place in it."""


def record(
    tx: Connection,
    person: str | None,
    act: str,
    subject: str,
    now: datetime,
    details: Mapping[str, Any] | None = None,
) -> None:
    """Add a line: who did what to what, when; ``details`` are ids and numbers, never names or texts."""
    plain = dict(details or {})
    if not is_plain(list(plain.values())):
        raise NotPlain(act)
    tx.execute(insert(audit).values(at=now, person=person, act=act, subject=subject, details=plain or None))


def is_plain(value: Any) -> bool:
    """Whether this is nothing but ids and numbers, or lists and tables of them."""
    if isinstance(value, list | tuple):
        return all(is_plain(each) for each in value)
    if isinstance(value, Mapping):
        return is_plain([*value.keys(), *value.values()])
    if isinstance(value, str):
        return ID_OR_NUMBER.fullmatch(value) is not None
    return value is None or isinstance(value, bool | int | float)


# ---------------------------------------------------------------- reading it


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the log."""

    number: int
    at: datetime
    person: str | None
    act: str
    subject: str
    details: Mapping[str, Any]


def newest(
    tx: Connection, limit: int, before: int | None = None, person: str | None = None, act: str | None = None
) -> list[Line]:
    """Which lines were written last (before this one; by this person; of this act), the newest first?"""
    columns = (audit.c.number, audit.c.at, audit.c.person, audit.c.act, audit.c.subject, audit.c.details)
    query = select(*columns).order_by(audit.c.number.desc()).limit(limit)
    if before is not None:
        query = query.where(audit.c.number < before)
    if person is not None:
        query = query.where(audit.c.person == person)
    if act is not None:
        query = query.where(audit.c.act == act)
    return [Line(*row[:5], row[5] or {}) for row in tx.execute(query)]


def last(tx: Connection, act: str, subject: str) -> datetime | None:
    """When was this last done to this, if it ever was?"""
    query = select(audit.c.at).where(audit.c.act == act, audit.c.subject == subject)
    return tx.execute(query.order_by(audit.c.number.desc()).limit(1)).scalar_one_or_none()


def people_in(tx: Connection) -> list[str]:
    """Who has done anything, by when they first did?"""
    query = select(audit.c.person).where(audit.c.person.is_not(None)).order_by(audit.c.number)
    return list(dict.fromkeys(tx.execute(query).scalars()))


def acts_in(tx: Connection) -> list[str]:
    """What has been done at all, by name?"""
    return list(tx.execute(select(audit.c.act).distinct().order_by(audit.c.act)).scalars())


TITLES: Final = (
    select(roles.c.id, roles.c.title),
    select(projects.c.id, projects.c.title),
    select(companies.c.id, companies.c.name),
    select(people.c.id, people.c.name),
)
"""Where ids have words; no two rows share an id, whatever their tables."""


def titles(tx: Connection, ids: Sequence[str]) -> dict[str, str]:
    """What are these ids called now; what is gone or has no name is left out?"""
    found: dict[str, str] = {}
    for query in TITLES:
        found |= {row[0]: row[1] for row in tx.execute(query.where(query.selected_columns[0].in_(ids))) if row[1]}
    of_sessions = select(sessions.c.id, projects.c.title).join(projects, projects.c.id == sessions.c.project)
    return found | {row[0]: row[1] for row in tx.execute(of_sessions.where(sessions.c.id.in_(ids)))}
