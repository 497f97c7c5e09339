"""What follows when a backup is brought back: time has gone on, things were said since, and people were forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, exists, func, or_, select, union, update

from storage import broadcast_results, erasures, people, seats
from storage.erasures import Register
from storage.schema import (
    announcements,
    broadcasts,
    chats,
    fetches,
    help_requests,
    inbox,
    outbox,
    reminders,
    roles,
    searches,
    sessions,
)
from storage.schema import (
    people as people_table,
)
from storage.schema.of_the_path import FORGOTTEN
from storage.writing import insert_into, was_new

WHY: Final = "restored from a backup"
FAILURE: Final = "RestoredFromBackup"
KEY_LASTS: Final = timedelta(hours=23)
"""LINE forgets a retry key after a day: what was tried longer ago could arrive twice."""
ASTRAY: Final = timedelta(days=7)
"""So much the clocks of two machines, or of one before and after it broke, may differ."""
MOST_AT_ONCE: Final = 500


@dataclass(slots=True)
class Counts:
    """What became of what was under way, and of whom."""

    letters_held: int = 0
    letters_expired: int = 0
    letters_resumed: int = 0
    events_set_aside: int = 0
    events_resumed: int = 0
    broadcasts_paused: int = 0
    broadcasts_unplanned: int = 0
    searches_stopped: int = 0
    news_taken_as_told: int = 0
    people_forgotten_again: int = 0
    chats_forgotten_again: int = 0

    def told(self) -> list[tuple[str, int]]:
        """Each with its name in words, where there are any."""
        found = [(each.name.replace("_", " "), getattr(self, each.name)) for each in fields(self)]
        return [(name, count) for name, count in found if count]


# ---------------------------------------------------------------- what was said since


@dataclass(frozen=True, slots=True)
class SaidSince:
    """Reminders and news that went out after the backup was made, as the database that is replaced has them."""

    reminders: tuple[dict[str, Any], ...] = ()
    news: tuple[dict[str, Any], ...] = ()


def said_since(tx: Connection, moment: datetime) -> SaidSince:
    """Who was reminded of what, and told of which role, since then?"""
    reminded = tx.execute(select(reminders).where(reminders.c.said_at >= moment)).mappings()
    told = tx.execute(select(announcements).where(announcements.c.state == "told", announcements.c.at >= moment))
    without_event = tuple(dict(row) | {"event": None} for row in reminded)
    return SaidSince(without_event, tuple(dict(row) for row in told.mappings()))


def note_said(tx: Connection, said: SaidSince) -> None:
    """Let what was said since not be said again."""
    for row in said.reminders:
        if is_there(tx, sessions, row["session"]) and is_there(tx, people_table, row["person"]):
            was_new(tx, reminders, **row)
    for row in said.news:
        if is_there(tx, roles, row["role"]) and is_there(tx, people_table, row["person"]):
            statement = insert_into(tx, announcements).values(**row)
            told = {"state": "told", "at": row["at"], "due_at": None}
            tx.execute(statement.on_conflict_do_update(index_elements=["role", "person"], set_=told))


def is_there(tx: Connection, table: Any, key: str) -> bool:
    """Whether a row with this id exists?"""
    return bool(tx.execute(select(exists().where(table.c.id == key))).scalar())


# ---------------------------------------------------------------- what was under way


def quiet(tx: Connection, now: datetime, counts: Counts) -> None:
    """Let nothing that was under way go on by itself: most of it was said and answered moments after the backup."""
    over = (outbox.c.state == "waiting", outbox.c.good_until <= now)
    gone: dict[str, Any] = {
        "state": "expired",
        "messages": [],
        "free_reply": None,
        "leased_until": None,
        "settled_at": now,
        "why": WHY,
    }
    counts.letters_expired = tx.execute(update(outbox).where(*over).values(**gone)).rowcount
    counts.letters_held = hold(tx, now, outbox.c.state == "waiting")
    aside = update(inbox).where(inbox.c.state == "waiting").values(state="set_aside", failure=FAILURE)
    counts.events_set_aside = tx.execute(aside).rowcount
    began = update(broadcasts).where(broadcasts.c.state == "running").values(state="paused")
    counts.broadcasts_paused = tx.execute(began).rowcount
    due = (broadcasts.c.state == "planned", broadcasts.c.starts_at <= now)
    unplanned = update(broadcasts).where(*due).values(state="draft", starts_at=None)
    counts.broadcasts_unplanned = tx.execute(unplanned).rowcount
    stopped = update(searches).where(searches.c.state == "running", searches.c.next_at <= now).values(state="stopped")
    counts.searches_stopped = tx.execute(stopped).rowcount
    planned = (announcements.c.state == "planned", announcements.c.due_at <= now)
    told = update(announcements).where(*planned).values(state="told", at=announcements.c.due_at, due_at=None)
    counts.news_taken_as_told = tx.execute(told).rowcount


def resume(tx: Connection, now: datetime, counts: Counts) -> None:
    """Let what was under way go on, but for letters that could arrive twice without anybody noticing."""
    waiting = outbox.c.state == "waiting"
    tx.execute(
        update(outbox)
        .where(waiting)
        .values(leased_until=None, in_doubt=or_(outbox.c.in_doubt, outbox.c.leased_until.is_not(None)))
    )
    counts.letters_held = hold(tx, now, waiting & (outbox.c.first_tried_at < now - KEY_LASTS))
    counts.letters_resumed = tx.execute(select(func.count()).select_from(outbox).where(waiting)).scalar_one()
    left = select(func.count()).select_from(inbox).where(inbox.c.state == "waiting")
    counts.events_resumed = tx.execute(left).scalar_one()


def hold(tx: Connection, now: datetime, which: Any) -> int:
    """Hold these letters with their words, until a human decides; gives how many."""
    numbers = tx.execute(select(outbox.c.number).where(which, outbox.c.broadcast.is_not(None))).scalars().all()
    broadcast_results.settle(tx, numbers, now, state="held", why=WHY)
    held = {"state": "held", "free_reply": None, "leased_until": None, "settled_at": now, "why": WHY}
    return tx.execute(update(outbox).where(which).values(**held)).rowcount


# ---------------------------------------------------------------- who was forgotten


def forget_again(
    tx: Connection, register: Register, known: Register, taken_at: datetime, now: datetime, counts: Counts
) -> None:
    """Forget whom ``register`` has and the backup, which knows of those in ``known``, did not forget yet."""
    for person in sorted(register.people.keys() - known.people.keys()):
        if is_there(tx, people_table, person):
            forget_person(tx, person, now)
            counts.people_forgotten_again += 1
    fresh = {each: at for each, at in register.chats.items() if since(at, known.chats.get(each), taken_at)}
    for chat in [each for each in chats_named(tx) if erasures.hashed(register.key, each) in fresh] if fresh else []:
        close_events(tx, chat)
        people.forget_chat(tx, chat, now)
        counts.chats_forgotten_again += 1


def since(at: datetime, known: datetime | None, taken_at: datetime) -> bool:
    """Whether a chat was forgotten after the backup was made."""
    return at > taken_at - ASTRAY if known is None else at > known


def forget_person(tx: Connection, person: str, now: datetime) -> None:
    """Forget a person as if they had asked for it now: seats go to those who wait for them."""
    for chat in tx.execute(select(chats.c.name).where(chats.c.person == person)).scalars().all():
        close_events(tx, chat)
    seats.withdraw_from_all(tx, person, now)
    people.erase(tx, person, now)


def close_events(tx: Connection, chat: str) -> None:
    """Let nothing of a chat wait any more."""
    tx.execute(update(inbox).where(inbox.c.chat == chat, inbox.c.state == "waiting").values(state="done"))


def chats_named(tx: Connection) -> Iterator[str]:
    """Every chat's name that stands anywhere."""
    tables = (chats.c.name, inbox.c.chat, outbox.c.chat, fetches.c.chat, help_requests.c.chat)
    found = tx.execute(union(*(select(column) for column in tables))).scalars().all()
    return (name for name in found if name != FORGOTTEN)
