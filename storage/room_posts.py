"""What the rooms of projects were told of their sessions unasked, and what they are to be told."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, timedelta, tzinfo
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, delete, exists, or_, select

from domain.reminders import DAY
from domain.room_posts import HELD, NEAR, Told, due
from domain.work import Session
from storage import reminders
from storage.schema import projects, room_posts, rooms, sessions
from storage.writing import insert_into

SESSION: Final = tuple(sessions.c["where_held" if each.name == "where" else each.name] for each in fields(Session))
NIGHT: Final = timedelta(days=1)
"""A post is at most so much earlier than its time, so as not to come at night."""
PATIENCE: Final = timedelta(hours=1)
LONGEST_OWN: Final = timedelta(days=7)
"""A session that has a time of its own is told of at most so long before."""
RECENT: Final = timedelta(days=1)
"""So long after the moment that a room was told of, it may still hear that it was another."""


def to_post(tx: Connection, now: datetime, zone: tzinfo, limit: int) -> list[tuple[str, Session]]:
    """Which rooms are to be told something of which sessions now, the soonest session first?

    What the month had no room for is tried again after an hour.
    """
    usual = reminders.usual(tx)
    found = [
        (chat, session, what_is_due(tx, chat, session, usual, now, zone))
        for chat, session in in_question(tx, usual, now)
    ]
    due_now = [(chat, session) for chat, session, what in found if what]
    return [(chat, session) for chat, session in due_now if not was_held(tx, chat, session, now)][:limit]


def what_is_due(
    tx: Connection, chat: str, session: Session, usual: dict[str, int], now: datetime, zone: tzinfo
) -> str | None:
    """What is a room to be told of a session now, if anything?"""
    told, was_near = last_told(tx, chat, session.id), has(tx, chat, session, NEAR)
    return due(session, told, usual, now, zone, was_near=was_near)


def in_question(tx: Connection, usual: dict[str, int], now: datetime) -> list[tuple[str, Session]]:
    """Of which sessions may a room have to be told something, the soonest first?"""
    found = {(row[0], row.id): row for query in (near(usual, now), told_otherwise(now)) for row in tx.execute(query)}
    ordered = sorted(found.values(), key=lambda row: (row.starts_at, row.id, row[0]))
    return [(row[0], Session(*row[1:])) for row in ordered]


def of_rooms() -> Select[Any]:
    """The query of the sessions of published projects whose rooms are told of them unasked."""
    query = select(rooms.c.chat, *SESSION).select_from(rooms)
    joined = query.join(sessions, sessions.c.project == rooms.c.project).join(
        projects, and_(projects.c.id == rooms.c.project, projects.c.state == "published")
    )
    return joined.where(rooms.c.reminders, rooms.c.left_at.is_(None))


def near(usual: dict[str, int], now: datetime) -> Select[Any]:
    """The query of planned sessions that may be near, and of which the room was not told so."""
    horizon = now + timedelta(minutes=usual[DAY]) + NIGHT
    told = exists().where(
        room_posts.c.chat == rooms.c.chat,
        room_posts.c.session == sessions.c.id,
        room_posts.c.what == NEAR,
        room_posts.c.starts_at == sessions.c.starts_at,
    )
    ahead = and_(
        sessions.c.state == "planned",
        sessions.c.starts_at > now,
        sessions.c.starts_at <= max(horizon, now + LONGEST_OWN),
    )
    soon = or_(sessions.c.starts_at <= horizon, sessions.c.day_minutes.is_not(None))
    return of_rooms().where(ahead, soon, ~told)


def told_otherwise(now: datetime) -> Select[Any]:
    """The query of sessions of which a room was told something that is not so now."""
    told = and_(room_posts.c.chat == rooms.c.chat, room_posts.c.session == sessions.c.id, room_posts.c.what != HELD)
    other = or_(sessions.c.state != "planned", sessions.c.starts_at != room_posts.c.starts_at)
    return of_rooms().join(room_posts, told).where(room_posts.c.starts_at > now - RECENT, other).distinct()


# ---------------------------------------------------------------- what was told


def last_told(tx: Connection, chat: str, session: str) -> Told | None:
    """What was this room told last of this session?"""
    query = select(room_posts.c.what, room_posts.c.starts_at).where(
        room_posts.c.chat == chat, room_posts.c.session == session, room_posts.c.what != HELD
    )
    newest = query.order_by(room_posts.c.said_at.desc(), room_posts.c.what).limit(1)
    row = tx.execute(newest).one_or_none()
    return Told(*row) if row else None


def has(tx: Connection, chat: str, session: Session, what: str) -> bool:
    """Was this room told this of this session, as it is planned now?"""
    query = select(room_posts.c.chat).where(
        room_posts.c.chat == chat, room_posts.c.session == session.id, room_posts.c.what == what
    )
    return tx.execute(query.where(room_posts.c.starts_at == session.starts_at)).first() is not None


def note(tx: Connection, chat: str, session: Session, what: str, now: datetime, event: int | None = None) -> None:
    """Note that a room is being told this of a session, by the answer to an event; or that it cannot be (held)."""
    values = {"said_at": now, "event": event}
    key = {"chat": chat, "session": session.id, "what": what, "starts_at": session.starts_at}
    statement = insert_into(tx, room_posts).values(**key, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values))


def held(tx: Connection, chat: str, now: datetime) -> list[Session]:
    """Of which sessions ahead was a room not told, because the month had no room for it, the soonest first?"""
    query = (
        select(*SESSION)
        .join(room_posts, room_posts.c.session == sessions.c.id)
        .where(
            room_posts.c.chat == chat,
            room_posts.c.what == HELD,
            room_posts.c.starts_at == sessions.c.starts_at,
            sessions.c.starts_at > now,
        )
    )
    return [Session(*row) for row in tx.execute(query.order_by(sessions.c.starts_at, sessions.c.id))]


def was_held(tx: Connection, chat: str, session: Session, now: datetime) -> bool:
    """Was something of this session held back in this room within the last hour?"""
    query = select(room_posts.c.chat).where(
        room_posts.c.chat == chat, room_posts.c.session == session.id, room_posts.c.what == HELD
    )
    return (
        tx.execute(query.where(room_posts.c.said_at > now - PATIENCE, room_posts.c.said_at <= now)).first() is not None
    )


def release(tx: Connection, chat: str, session: str) -> None:
    """Note that nothing of this session is held back in a room any more."""
    mine = and_(room_posts.c.chat == chat, room_posts.c.session == session)
    tx.execute(delete(room_posts).where(mine, room_posts.c.what == HELD))
