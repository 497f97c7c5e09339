"""Chats: where we can talk with somebody, in which language, and what we are talking about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, column, delete, select, update, values

from storage.prepared import Among, Prepared
from storage.schema import chats
from storage.writing import inserting


@dataclass(slots=True)
class Chat:
    """One chat; the turn that holds it may change it."""

    name: str
    person: str | None = None
    language: str = "th"
    language_chosen: bool = False
    reachable: bool = True
    talk: dict[str, Any] = field(default_factory=dict)
    held_until: datetime | None = None
    heard_at: datetime | None = None
    tray: int = 0
    """So many things wait until the person writes to us."""
    tray_said_at: datetime | None = None
    said_until: datetime | None = None
    """Until when all that the person said would have taken, one thing a second (:mod:`domain.flood`)."""
    slowed_at: datetime | None = None
    """When we last answered several things together because they came too fast."""

    @property
    def channel(self) -> str:
        """The channel's name: ``line`` or ``telegram``."""
        return self.name.partition(":")[0]

    @property
    def address(self) -> str:
        """The chat's address on its channel."""
        return self.name.partition(":")[2]


def take(tx: Connection, names: Sequence[str]) -> dict[str, Chat]:
    """Take the turn of these chats; those that another worker holds are left out."""
    found = {row[0]: Chat(*row) for row in TAKE.all(tx, {"names": names})}
    missing = [name for name in names if name not in found]
    if missing:
        held = set(WRITTEN.first_column(tx, {"names": missing}))
        missing = sorted(name for name in missing if name not in held)
    if missing:
        OPEN.many(tx, [of_columns(Chat(name)) for name in missing])
        found |= {row[0]: Chat(*row) for row in TAKE.all(tx, {"names": missing})}
    return found


def of_columns(chat: Chat) -> dict[str, Any]:
    """What of a chat its turn may change, by its columns."""
    return {
        "name": chat.name,
        "person": chat.person,
        "language": chat.language,
        "language_chosen": chat.language_chosen,
        "reachable": chat.reachable,
        "talk": chat.talk,
        "held_until": chat.held_until,
        "heard_at": chat.heard_at,
        "said_until": chat.said_until,
        "slowed_at": chat.slowed_at,
    }


COLUMNS = tuple(chats.c[each.name] for each in fields(Chat))
OWN = tuple(of_columns(Chat("")))
MOST_AT_ONCE = 1000
TAKE = Prepared(
    lambda _: (
        select(*COLUMNS).where(Among(chats.c.name, "names")).order_by(chats.c.name).with_for_update(skip_locked=True)
    )
)
WRITTEN = Prepared(lambda _: select(chats.c.name).where(Among(chats.c.name, "names")))
"""Which chats have a row, in whoever's hands: inserting one of those would wait for its holder."""
OPEN = Prepared(lambda database: inserting(database, chats).on_conflict_do_nothing(), OWN)
"""Writes chats that nobody has written yet."""


def save(tx: Connection, changed: Sequence[Chat]) -> None:
    """Write down what the turns made of their chats."""
    SAVE.many(tx, [of_columns(chat) for chat in changed])


TURNED = (
    values(*(column(name, chats.c[name].type) for name in OWN))
    .data([tuple(bindparam(name, type_=chats.c[name].type) for name in OWN)])
    .cte("turned")
)
SAVE = Prepared(
    lambda _: (
        update(chats).where(chats.c.name == TURNED.c.name).values({column: TURNED.c[column] for column in OWN[1:]})
    )
)
"""Never writes a chat anew: a turn may have removed its own."""


def of_person(tx: Connection, person: str) -> list[Chat]:
    """Through which chats can we reach this person: reachable ones first, Telegram (free) before LINE?"""
    rows = tx.execute(select(*COLUMNS).where(chats.c.person == person, chats.c.reachable))
    return sorted((Chat(*row) for row in rows), key=lambda chat: (chat.channel != "telegram", chat.name))


def others_of(tx: Connection, name: str) -> list[Chat]:
    """Through which other chats can we reach the person in this one, in the order of :func:`of_person`?"""
    person = tx.execute(select(chats.c.person).where(chats.c.name == name)).scalar_one_or_none()
    return [each for each in of_person(tx, person) if each.name != name] if person else []


def note_tray_said(tx: Connection, person: str, now: datetime) -> None:
    """Note, for all their chats, that the person was told that something waits for them."""
    tx.execute(update(chats).where(chats.c.person == person).values(tray_said_at=now))


def language_of(tx: Connection, person: str) -> str:
    """In which language does this person read: that of the chat in which we heard of them last?"""
    query = select(chats.c.language).where(chats.c.person == person)
    latest = query.order_by(chats.c.reachable.desc(), chats.c.heard_at.desc(), chats.c.name).limit(1)
    return str(tx.execute(latest).scalar_one_or_none() or "th")


def of_people(tx: Connection, people: Sequence[str]) -> dict[str, str]:
    """Which chat reaches each of these people first (:func:`of_person`)? Who cannot be reached is left out."""
    found: dict[str, str] = {}
    for start in range(0, len(people), MOST_AT_ONCE):
        mine = chats.c.person.in_(people[start : start + MOST_AT_ONCE])
        rows = tx.execute(select(chats.c.person, chats.c.name).where(mine, chats.c.reachable))
        ordered = sorted(rows, key=lambda row: (row.name.partition(":")[0] != "telegram", row.name))
        found |= {row.person: row.name for row in reversed(ordered)}
    return found


def mark_unreachable(tx: Connection, name: str) -> None:
    """Note that nothing reaches this chat until the person returns."""
    tx.execute(update(chats).where(chats.c.name == name).values(reachable=False))


def forget(tx: Connection, name: str) -> None:
    """Remove a chat and what we were talking about."""
    tx.execute(delete(chats).where(chats.c.name == name))
