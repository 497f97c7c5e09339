"""Who and what was forgotten, without saying who: random ids of people, and keyed hashes of chats' names.

It outlives every backup: what was forgotten after a backup was made is forgotten again when that is brought back.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, select

from storage import settings
from storage.schema import erasures, forgotten_chats
from storage.schema import settings as settings_table
from storage.writing import insert_into

KEY: Final = "erasure_key"
KEPT: Final = timedelta(days=90)
"""Longer than any backup is kept, which is 60 days."""


@dataclass(frozen=True, slots=True)
class Register:
    """What was forgotten, and when."""

    key: str = field(repr=False)
    """By which the chats' names were hashed; empty in what left the database."""
    key_id: str
    people: Mapping[str, datetime]
    chats: Mapping[str, datetime]


def key_of(tx: Connection, now: datetime) -> str:
    """The network's own key; made where there is none yet."""
    values = {"name": KEY, "value": secrets.token_hex(32), "changed_at": now}
    tx.execute(insert_into(tx, settings_table).values(**values).on_conflict_do_nothing())
    return str(settings.fact(tx, KEY))


def id_of(key: str) -> str:
    """A key's name, which does not give it away."""
    return hashlib.sha256(f"id {key}".encode()).hexdigest()[:16]


def hashed(key: str, chat: str) -> str:
    """A chat's name as the register has it."""
    return hmac.digest(key.encode(), chat.encode(), "sha256").hex()


def note_chat(tx: Connection, chat: str, now: datetime) -> None:
    """Note that a chat was forgotten."""
    statement = insert_into(tx, forgotten_chats).values(hash=hashed(key_of(tx, now), chat), at=now)
    tx.execute(statement.on_conflict_do_update(index_elements=["hash"], set_={"at": now}))


def read(tx: Connection, now: datetime) -> Register:
    """What was forgotten, ever?"""
    key = key_of(tx, now)
    people = {row.person: row.at for row in tx.execute(select(erasures.c.person, erasures.c.at))}
    chats = {row.hash: row.at for row in tx.execute(select(forgotten_chats.c.hash, forgotten_chats.c.at))}
    return Register(key, id_of(key), people, chats)


def carry_over(tx: Connection, register: Register) -> None:
    """Let what another register holds stand in this one as well."""
    people = [{"person": person, "at": at} for person, at in register.people.items()]
    chats = [{"hash": each, "at": at} for each, at in register.chats.items()]
    for table, rows in ((erasures, people), (forgotten_chats, chats)):
        if rows:
            tx.execute(insert_into(tx, table).on_conflict_do_nothing(), rows)


def forget_old(tx: Connection, now: datetime) -> int:
    """Remove what is older than any backup; gives how many rows."""
    return tx.execute(delete(forgotten_chats).where(forgotten_chats.c.at < now - KEPT)).rowcount
