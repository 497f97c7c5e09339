"""Letters: asked for, issued and signed, replaced, revoked, and found by their code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from storage import people
from storage.columns import new_id
from storage.schema import letter_requests, letters

VALID, REPLACED, REVOKED = "valid", "replaced", "revoked"


@dataclass(frozen=True, slots=True)
class Letter:
    """A work reference as it was issued."""

    id: str
    code: str
    person: str | None
    role: str
    version: int
    state: str
    """valid, replaced (by a later one) or revoked"""
    content: Mapping[str, Any]
    """As :func:`domain.letters.plain` wrote it; empty once its person was erased."""
    signature: str
    key: str
    issued_at: datetime
    issued_by: str | None
    changed_at: datetime | None
    reason: str | None


COLUMNS = tuple(letters.c[each.name] for each in fields(Letter))


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asks for a letter."""

    id: str
    person: str
    role: str
    name_th: str
    name_en: str
    asked_at: datetime
    state: str
    """asked, issued, refused or taken (back)"""


ASKED = (
    letter_requests.c.id,
    letter_requests.c.person,
    letter_requests.c.role,
    letter_requests.c.name_th,
    letter_requests.c.name_en,
    letter_requests.c.asked_at,
    letter_requests.c.state,
)

# ---------------------------------------------------------------- asking


def ask(tx: Connection, person: str, role: str, name_th: str, name_en: str, now: datetime) -> str:
    """Write down that somebody asks for a letter about a role, under this name; an older request gives way."""
    mine = (letter_requests.c.person == person) & (letter_requests.c.role == role)
    waiting = update(letter_requests).where(mine, letter_requests.c.state == "asked")
    tx.execute(waiting.values(state="taken", settled_at=now))
    request = new_id()
    names = {"name_th": name_th, "name_en": name_en}
    asked = {"person": person, "role": role, "asked_at": now, "state": "asked"}
    tx.execute(insert(letter_requests).values(id=request, **asked, **names))
    return request


def settle(tx: Connection, request: str, state: str, now: datetime, reason: str | None = None) -> bool:
    """Answer a request (issued, refused or taken); false if it was answered before."""
    here = (letter_requests.c.id == request) & (letter_requests.c.state == "asked")
    done = tx.execute(update(letter_requests).where(here).values(state=state, settled_at=now, reason=reason))
    return done.rowcount == 1


def find_request(tx: Connection, wanted: str) -> Request | None:
    """Which request is this?"""
    row = tx.execute(select(*ASKED).where(letter_requests.c.id == wanted)).one_or_none()
    return Request(*row) if row else None


def requests(tx: Connection) -> list[Request]:
    """Who waits for a letter, the longest first?"""
    query = select(*ASKED).where(letter_requests.c.state == "asked")
    return [Request(*row) for row in tx.execute(query.order_by(letter_requests.c.asked_at, letter_requests.c.id))]


# ---------------------------------------------------------------- issuing


def next_version(tx: Connection, person: str, role: str) -> int:
    """Which version would the next letter about this role of this person be?"""
    query = select(func.max(letters.c.version)).where(letters.c.person == person, letters.c.role == role)
    return (tx.execute(query).scalar() or 0) + 1


def issue(
    tx: Connection,
    person: str,
    role: str,
    content: Mapping[str, Any],
    signed: tuple[str, str],
    now: datetime,
    by: str | None,
) -> str:
    """Keep a signed letter (``signed``: signature and key id); an earlier one about the same role is replaced."""
    earlier = (letters.c.person == person) & (letters.c.role == role) & (letters.c.state == VALID)
    tx.execute(update(letters).where(earlier).values(state=REPLACED, changed_at=now))
    letter = new_id()
    facts = {"code": content["code"], "version": content["version"], "content": dict(content)}
    signature = {"signature": signed[0], "key": signed[1], "state": VALID, "issued_at": now, "issued_by": by}
    tx.execute(insert(letters).values(id=letter, person=person, role=role, **facts, **signature))
    return letter


def revoke(tx: Connection, letter: str, reason: str, now: datetime) -> bool:
    """Take a letter back; false if it is not valid any more."""
    here = (letters.c.id == letter) & (letters.c.state == VALID)
    return tx.execute(update(letters).where(here).values(state=REVOKED, changed_at=now, reason=reason)).rowcount == 1


def forget(tx: Connection, person: str, now: datetime) -> None:
    """Take back all letters of somebody who is being erased, and what they say."""
    values: dict[str, Any] = {"state": REVOKED, "content": {}, "person": None, "changed_at": now, "reason": None}
    tx.execute(update(letters).where(letters.c.person == person).values(**values))


# ---------------------------------------------------------------- finding


def by_code(tx: Connection, code: str) -> Letter | None:
    """Which letter has this code?"""
    return found(tx.execute(select(*COLUMNS).where(letters.c.code == code)).one_or_none())


def find(tx: Connection, letter: str) -> Letter | None:
    """Which letter is this?"""
    return found(tx.execute(select(*COLUMNS).where(letters.c.id == letter)).one_or_none())


def behind_link(tx: Connection, token: str, now: datetime) -> Letter | None:
    """Which letter is behind this private link, if it is still good and the letter still says something?"""
    link = people.link_of(tx, token, now)
    letter = find(tx, link.about) if link and link.purpose == "letter" and link.about else None
    return letter if link and letter and letter.content and letter.person == link.person else None


def of_person(tx: Connection, person: str) -> list[Letter]:
    """Which letters has this person, the newest first?"""
    query = select(*COLUMNS).where(letters.c.person == person).order_by(letters.c.issued_at.desc(), letters.c.id)
    return [Letter(*row) for row in tx.execute(query)]


def of_role(tx: Connection, role: str) -> list[Letter]:
    """Which letters are about this role, the newest first?"""
    query = select(*COLUMNS).where(letters.c.role == role).order_by(letters.c.issued_at.desc(), letters.c.id)
    return [Letter(*row) for row in tx.execute(query)]


def found(row: Row[*tuple[Any, ...]] | None) -> Letter | None:
    """The letter in a row, if there is one."""
    return Letter(*row) if row is not None else None
