"""Letters: asked for, issued and signed, replaced, revoked, and found by their code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from domain.signing import Keys
from storage.columns import new_id
from storage.schema import letter_requests, letters, people, praises

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

    def is_genuine(self, keys: Keys) -> bool:
        """Whether it says what was signed, under the code that was signed with it."""
        said = self.content
        own = isinstance(said, Mapping) and said.get("code") == self.code
        return own and keys.holds(said, self.signature, self.key)


COLUMNS = tuple(letters.c[each.name] for each in fields(Letter))


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asks for a letter."""

    id: str
    person: str
    role: str
    name_th: str
    """As the letter is to say it; kept only until the request is answered, for then the letter has it."""
    name_en: str
    praise: str
    """The organisation's words, as the person was shown them; empty if they are to be left out."""
    asked_at: datetime
    state: str
    """asked, issued, refused or taken (back)"""
    reason: str | None


ASKED = tuple(letter_requests.c[each.name] for each in fields(Request))

# ---------------------------------------------------------------- asking


def ask(tx: Connection, person: str, role: str, names: tuple[str, str], praise: str, now: datetime) -> str:
    """Write down that somebody asks for a letter about a role, under these names (Thai, English), with this praise.

    An older request for the same gives way.
    """
    one_at_a_time(tx, person)
    for older in requests_of(tx, person, role):
        settle(tx, older.id, "taken", now)
    request = new_id()
    asked = {"person": person, "role": role, "asked_at": now, "state": "asked", "praise": praise}
    tx.execute(insert(letter_requests).values(id=request, name_th=names[0], name_en=names[1], **asked))
    return request


def settle(tx: Connection, request: str, state: str, now: datetime, reason: str | None = None) -> bool:
    """Answer a request (issued, refused or taken) and forget what it wished for; false if it was answered before."""
    here = (letter_requests.c.id == request) & (letter_requests.c.state == "asked")
    forgotten: dict[str, Any] = {"name_th": "", "name_en": "", "praise": ""}
    answered = update(letter_requests).where(here).values(state=state, settled_at=now, reason=reason, **forgotten)
    return tx.execute(answered).rowcount == 1


def find_request(tx: Connection, wanted: str) -> Request | None:
    """Which request is this?"""
    row = tx.execute(select(*ASKED).where(letter_requests.c.id == wanted)).one_or_none()
    return Request(*row) if row else None


def requests(tx: Connection) -> list[Request]:
    """Who waits for a letter, the longest first?"""
    query = select(*ASKED).where(letter_requests.c.state == "asked")
    return [Request(*row) for row in tx.execute(query.order_by(letter_requests.c.asked_at, letter_requests.c.id))]


def requests_of(tx: Connection, person: str, role: str | None = None) -> list[Request]:
    """Which requests of this person (for this role) wait, the longest first?"""
    return [each for each in requests(tx) if each.person == person and role in {None, each.role}]


def names_before(tx: Connection, person: str) -> tuple[str, str]:
    """Which names (Thai, English) did this person choose for a letter last?"""
    waiting = requests_of(tx, person)
    if waiting:
        return waiting[-1].name_th, waiting[-1].name_en
    said = next((each.content["name"] for each in of_person(tx, person) if each.content), {"th": "", "en": ""})
    return said["th"], said["en"]


def praise_of(tx: Connection, project: str, person: str) -> str:
    """What does the organisation of this project say of this person, if it said something?"""
    query = select(praises.c.words).where(praises.c.project == project, praises.c.person == person)
    return tx.execute(query).scalar_one_or_none() or ""


# ---------------------------------------------------------------- issuing


def one_at_a_time(tx: Connection, person: str) -> None:
    """Let nobody else ask for or issue a letter of this person until this transaction ends."""
    tx.execute(select(people.c.id).where(people.c.id == person).with_for_update(key_share=True))


def next_version(tx: Connection, person: str, role: str) -> int:
    """Which version will the next letter about this role of this person be?"""
    one_at_a_time(tx, person)
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
    return change(tx, letter, state=REVOKED, changed_at=now, reason=reason)


def change(tx: Connection, letter: str, **values: Any) -> bool:
    """Change a letter that is valid; false if it is that no more."""
    here = (letters.c.id == letter) & (letters.c.state == VALID)
    return tx.execute(update(letters).where(here).values(**values)).rowcount == 1


def end(tx: Connection, letter: Letter, now: datetime) -> bool:
    """End a letter, as its owner wishes, and those that it replaced: nothing of what they said is kept.

    False if it is not valid any more.
    """
    ended: dict[str, Any] = {"state": REVOKED, "changed_at": now, "content": {}}
    if not change(tx, letter.id, **ended):
        return False
    about_the_same = (letters.c.person == letter.person) & (letters.c.role == letter.role)
    tx.execute(update(letters).where(about_the_same).values(**ended))
    return True


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


def of_person(tx: Connection, person: str) -> list[Letter]:
    """Which letters has this person, the newest first?"""
    query = select(*COLUMNS).where(letters.c.person == person).order_by(letters.c.issued_at.desc(), letters.c.id)
    return [Letter(*row) for row in tx.execute(query)]


def valid(tx: Connection, limit: int, skipped: int = 0) -> list[Letter]:
    """Which letters are valid, the newest first?"""
    query = select(*COLUMNS).where(letters.c.state == VALID).order_by(letters.c.issued_at.desc(), letters.c.id)
    return [Letter(*row) for row in tx.execute(query.limit(limit).offset(skipped))]


def valid_of(tx: Connection, person: str, role: str) -> Letter | None:
    """Which letter about this role of this person is valid?"""
    return next((each for each in of_person(tx, person) if each.role == role and each.state == VALID), None)


def keys_in_use(tx: Connection) -> set[str]:
    """By which keys were the letters signed that still say something?"""
    query = select(letters.c.key).where(letters.c.state != REVOKED).distinct()
    return set(tx.execute(query).scalars())


def found(row: Row[*tuple[Any, ...]] | None) -> Letter | None:
    """The letter in a row, if there is one."""
    return Letter(*row) if row is not None else None
