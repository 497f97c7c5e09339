"""Rooms: the groups in LINE and Telegram that we are in, the projects that they belong to, and how many people hear."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, delete, or_, select, update

from storage.schema import outbox, room_codes, room_posts, rooms
from storage.writing import was_new

CODE_LIFE: Final = timedelta(hours=1)
DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Room:
    """A group that we are or were in."""

    chat: str
    project: str | None
    """The project whose team it is; ``None``: nobody has said."""
    language: str
    members: int | None
    """How many people are in it, without us; ``None``: not counted yet."""
    opened_at: datetime
    linked_at: datetime | None
    linked_by: str | None
    left_at: datetime | None
    """Since when we are not in it any more."""
    reminders: bool
    """Whether sessions are posted there unasked."""

    @property
    def channel(self) -> str:
        """The channel's name: ``line`` or ``telegram``."""
        return self.chat.partition(":")[0]


ROOM: Final = tuple(rooms.c[each.name] for each in fields(Room))


# ---------------------------------------------------------------- being there


def find(tx: Connection, chat: str) -> Room | None:
    """Which room is this chat?"""
    row = tx.execute(select(*ROOM).where(rooms.c.chat == chat)).one_or_none()
    return Room(*row) if row else None


def enter(tx: Connection, chat: str, language: str, now: datetime) -> Room:
    """Note that we are in this room; gives it. Whoever puts us out and takes us in again finds it as it was."""
    was_new(tx, rooms, chat=chat, language=language, opened_at=now)
    back = update(rooms).where(rooms.c.chat == chat, rooms.c.left_at.is_not(None))
    tx.execute(back.values(left_at=None, members=None))
    return Room(*tx.execute(select(*ROOM).where(rooms.c.chat == chat)).one())


def leave(tx: Connection, chat: str, now: datetime) -> None:
    """Note that we are not in this room any more, if it is one."""
    tx.execute(update(rooms).where(rooms.c.chat == chat, rooms.c.left_at.is_(None)).values(left_at=now))


def move(tx: Connection, old: str, new: str, now: datetime) -> None:
    """Note that a room goes on in another chat: its project, and what it was told and is about to be told, go along."""
    before = find(tx, old)
    if before is None or old == new:
        return
    enter(tx, new, before.language, now)
    linked = {name: getattr(before, name) for name in ("project", "language", "linked_at", "linked_by", "reminders")}
    if before.project is not None:
        tx.execute(update(rooms).where(rooms.c.chat == new).values(**linked))
    tx.execute(delete(rooms).where(rooms.c.chat == old))
    tx.execute(delete(room_posts).where(room_posts.c.chat == new))
    tx.execute(update(room_posts).where(room_posts.c.chat == old).values(chat=new))
    tx.execute(update(outbox).where(outbox.c.chat == old, outbox.c.state == "waiting").values(chat=new))


def forget_old(tx: Connection, before: datetime) -> int:
    """Remove what rooms were told, codes, and rooms that we left, all of it before this moment; gives how many rows."""
    old = (
        delete(room_posts).where(room_posts.c.said_at < before),
        delete(room_codes).where(room_codes.c.expires_at < before),
        delete(rooms).where(rooms.c.left_at < before),
    )
    return sum(tx.execute(statement).rowcount for statement in old)


# ---------------------------------------------------------------- how many hear


def count(tx: Connection, chat: str, members: int | None) -> None:
    """Write down how many people are in a room, as its platform says."""
    tx.execute(update(rooms).where(rooms.c.chat == chat).values(members=members))


def add_members(tx: Connection, chat: str, by: int) -> None:
    """Count people who came or left, where they were counted before."""
    counted = update(rooms).where(rooms.c.chat == chat, rooms.c.members + by >= 0)
    tx.execute(counted.values(members=rooms.c.members + by))


def to_count(tx: Connection, channel: str, limit: int, *, anew: bool) -> list[str]:
    """In which rooms of this channel are the people to be counted: those never counted, or (``anew``) all?"""
    query = select(rooms.c.chat).where(rooms.c.chat.startswith(f"{channel}:"), rooms.c.left_at.is_(None))
    wanted = query if anew else query.where(rooms.c.members.is_(None))
    return list(tx.execute(wanted.order_by(rooms.c.chat).limit(limit)).scalars())


# ---------------------------------------------------------------- whose it is


def of_project(tx: Connection, project: str) -> Room | None:
    """Which room is this project's?"""
    query = select(*ROOM).where(rooms.c.project == project).order_by(rooms.c.linked_at.desc(), rooms.c.chat)
    row = tx.execute(query.limit(1)).one_or_none()
    return Room(*row) if row else None


def link(tx: Connection, chat: str, project: str, by: str | None, language: str, now: datetime) -> Room:
    """Make a room this project's, instead of whichever was; gives it. Reminders are on where they cost nothing."""
    tx.execute(update(rooms).where(rooms.c.project == project).values(project=None, reminders=False))
    reminders = chat.startswith("telegram:")
    values = {"project": project, "linked_by": by, "linked_at": now, "language": language, "reminders": reminders}
    tx.execute(update(rooms).where(rooms.c.chat == chat).values(**values))
    return Room(*tx.execute(select(*ROOM).where(rooms.c.chat == chat)).one())


def unlink(tx: Connection, chat: str) -> None:
    """Make a room no project's."""
    tx.execute(update(rooms).where(rooms.c.chat == chat).values(project=None, reminders=False))


def switch(tx: Connection, chat: str, *, reminders: bool) -> None:
    """Post sessions in a room unasked, or do not."""
    tx.execute(update(rooms).where(rooms.c.chat == chat).values(reminders=reminders))


# ---------------------------------------------------------------- codes


@dataclass(frozen=True, slots=True)
class Code:
    """What a code is for."""

    project: str
    made_by: str | None


def make_code(tx: Connection, project: str, by: str, now: datetime) -> str:
    """Make a one-time code of six digits that makes a room this project's; only its hash is kept, and no older one."""
    over = or_(room_codes.c.expires_at <= now, room_codes.c.used_at.is_not(None), room_codes.c.project == project)
    tx.execute(delete(room_codes).where(over))
    facts = {"project": project, "made_by": by, "expires_at": now + CODE_LIFE}
    while True:
        code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
        if was_new(tx, room_codes, code_hash=hash_of(code), **facts):
            return code


def use_code(tx: Connection, code: str, now: datetime) -> Code | None:
    """Use up a code; gives what it is for, nothing if it is unknown, used or too old."""
    good = (room_codes.c.code_hash == hash_of(code)) & room_codes.c.used_at.is_(None) & (room_codes.c.expires_at > now)
    used = update(room_codes).where(good).values(used_at=now).returning(room_codes.c.project, room_codes.c.made_by)
    row = tx.execute(used).one_or_none()
    return Code(*row) if row else None


def hash_of(code: str) -> str:
    """The form in which a code is kept."""
    return hashlib.sha256(f"room:{code}".encode()).hexdigest()
