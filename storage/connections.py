"""One person's chats: the code that joins another one, what happens when it does, and taking one apart again."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, or_, select, update

from storage import announcements
from storage import people as people_rows
from storage.chats import COLUMNS, Chat
from storage.columns import ALPHABET
from storage.schema import chats, hours, people, private_links, sign_ups, staff

CODE_LIFE: Final = timedelta(minutes=15)
CODE_LENGTH: Final = 8
PURPOSE: Final = "connect"


# ---------------------------------------------------------------- codes


def offer(tx: Connection, person: str, now: datetime) -> str:
    """Make a one-time code such as ``with-k3f9m2xw`` that joins a chat to this person; earlier ones are good no more.

    Only its hash is kept. A digit is always among its letters, so that no two words can look like one.
    """
    code = f"with-{letters()}"
    tx.execute(delete(private_links).where(private_links.c.person == person, private_links.c.purpose == PURPOSE))
    facts: dict[str, Any] = {"person": person, "purpose": PURPOSE, "expires_at": now + CODE_LIFE}
    tx.execute(insert(private_links).values(token_hash=hash_of(code), **facts))
    return code


def letters() -> str:
    """Eight letters and digits, at least one of them a digit."""
    while True:
        drawn = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
        if any(each.isdigit() for each in drawn):
            return drawn


def hash_of(code: str) -> str:
    """The form in which a code is kept."""
    return hashlib.sha256(code.encode()).hexdigest()


def offered_by(tx: Connection, code: str, now: datetime) -> str | None:
    """Who made this code, if it is good still?"""
    return tx.execute(select(private_links.c.person).where(*good(code, now))).scalar_one_or_none()


def use(tx: Connection, code: str, now: datetime) -> str | None:
    """Use up a code; gives who made it, nothing if it is unknown, used or too old."""
    used = delete(private_links).where(*good(code, now)).returning(private_links.c.person)
    return tx.execute(used).scalar_one_or_none()


def good(code: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions of a code: this one, for this purpose, not too old."""
    mine = (private_links.c.token_hash == hash_of(code), private_links.c.purpose == PURPOSE)
    return (*mine, private_links.c.expires_at > now)


# ---------------------------------------------------------------- chats


def of_person(tx: Connection, person: str) -> list[Chat]:
    """Which chats are this person's, those too that nothing reaches: by their names?"""
    rows = tx.execute(select(*COLUMNS).where(chats.c.person == person).order_by(chats.c.name))
    return [Chat(*row) for row in rows]


def lock(tx: Connection, person: str) -> list[Chat]:
    """Keep others from joining or leaving this person's chats until this transaction ends; gives the chats."""
    tx.execute(select(people.c.id).where(people.c.id == person).with_for_update())
    return of_person(tx, person)


def join(tx: Connection, chat: str, person: str) -> None:
    """Let this chat be one of the person's from now on."""
    tx.execute(update(chats).where(chats.c.name == chat).values(person=person))
    announcements.count_tray(tx, [person])


def disconnect(tx: Connection, chat: str, now: datetime, event: int) -> None:
    """Take a chat away from its person, and forget what was written in it; ``event`` is the one being answered."""
    people_rows.forget_chat(tx, chat, now, event)


# ---------------------------------------------------------------- somebody who joined twice


def is_bare(tx: Connection, person: str) -> bool:
    """Whether this person has neither roles nor hours nor a duty, now or ever, and one chat at most?"""
    rows = (exists().where(table.c.person == person) for table in (sign_ups, hours, staff))
    held = tx.execute(select(or_(*rows))).scalar_one()
    count = tx.execute(select(func.count()).where(chats.c.person == person)).scalar_one()
    return not held and count <= 1


def take_over(tx: Connection, chat: str, person: str, into: str, now: datetime) -> None:
    """Give the only chat of somebody bare to the person that they are as well, and forget the second record of them."""
    join(tx, chat, into)
    people_rows.erase(tx, person, now)
