"""What staff write to many, pictures, and the menus of LINE."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from storage.columns import Counter, Moment, Plain
from storage.schema.naming import ChatName, Id, metadata

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("state", String(10), nullable=False),
    Column("audience", Plain, nullable=False),
    Column("contents", Plain, nullable=False),
    Column("role", Id, ForeignKey("roles.id")),
    Column("way", String(12), nullable=False),
    Column("written_by", Id),
    Column("written_at", Moment, nullable=False),
    Column("starts_at", Moment),
    Column("begun_at", Moment),
    Column("done_at", Moment),
    CheckConstraint("state IN ('draft', 'planned', 'running', 'paused', 'done', 'undone')", name="state"),
)
Index("ix_broadcasts_state_starts_at", broadcasts.c.state, broadcasts.c.starts_at)

broadcast_people = Table(
    "broadcast_people",
    metadata,
    Column("broadcast", Id, ForeignKey(broadcasts.c.id), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, nullable=False),
    Column("chat", ChatName, nullable=False),
    Column("language", String(2), nullable=False),
    Column("lane", String(20), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    Column("letter", Counter, index=True),
    Column("why", String(200)),
    Column("settled_at", Moment),
    Column("tapped_at", Moment),
    CheckConstraint(
        "state IN ('queued', 'written', 'sent', 'failed', 'unreachable', 'held', 'tray', 'left_out')", name="state"
    ),
)
Index(
    "ix_broadcast_people_next",
    broadcast_people.c.broadcast,
    broadcast_people.c.state,
    broadcast_people.c.lane,
    broadcast_people.c.due_at,
    broadcast_people.c.place,
)
Index("ix_broadcast_people_person_state", broadcast_people.c.person, broadcast_people.c.state)

pictures = Table(
    "pictures",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("small", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
)

fetches = Table(
    "fetches",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("chat", ChatName, nullable=False, index=True),
    Column("content", String(200), nullable=False),
    Column("free_reply", Plain),
    Column("asked_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False, index=True),
    Column("attempts", Integer, nullable=False),
    Column("leased_by", Integer),
    sqlite_autoincrement=True,  # a number is never used again: the event of a picture has one key
)

rich_menus = Table(
    "rich_menus",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("menu", String(80), nullable=False),
    Column("print", String(64), nullable=False),
    Column("at", Moment, nullable=False),
)
