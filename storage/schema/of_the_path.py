"""The path: what arrived, the chats, what is to be said, and what it costs."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    TextClause,
    text,
)

from storage.columns import Counter, Moment, Plain
from storage.schema.naming import ChatName, Id, metadata

FORGOTTEN: Final = "forgotten"
"""The chat of an event of which only the key is kept, so that it is never answered twice, and of a settled letter."""

inbox = Table(
    "inbox",
    metadata,
    Column("id", Counter, primary_key=True, autoincrement=True),
    Column("key", String(160), nullable=False, unique=True),
    Column("chat", ChatName, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("facts", Plain, nullable=False),
    Column("free_reply", Plain),
    Column("happened_at", Moment, nullable=False),
    Column("sequence", Counter, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("failure", String(200)),
    CheckConstraint("state IN ('waiting', 'done', 'set_aside')", name="state"),
    sqlite_autoincrement=True,  # a number is never used again, even when its row is forgotten
)
Index(
    "ix_inbox_waiting",
    inbox.c.chat,
    inbox.c.happened_at,
    inbox.c.sequence,
    inbox.c.id,
    sqlite_where=text("state = 'waiting'"),
    postgresql_where=text("state = 'waiting'"),
)


def partial(name: str, where: TextClause, *columns: Column[Any]) -> Index:
    """An index of some rows only; a query that says the same words can use it."""
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


ANSWERED: Final = text("state <> 'waiting'")
"""Whatever was done about them, nothing more is."""
DONE: Final = text("state = 'done'")
SET_ASIDE: Final = text("state = 'set_aside'")
partial("ix_inbox_answered", ANSWERED, inbox.c.chat)
partial("ix_inbox_done", DONE, inbox.c.received_at)
partial("ix_inbox_set_aside", SET_ASIDE, inbox.c.received_at)

chats = Table(
    "chats",
    metadata,
    Column("name", ChatName, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("language", String(2), nullable=False),
    Column("language_chosen", Boolean, nullable=False),
    Column("reachable", Boolean, nullable=False),
    Column("talk", Plain, nullable=False),
    Column("held_until", Moment),
    Column("heard_at", Moment),
    Column("tray", Integer, nullable=False, server_default="0"),
    Column("tray_said_at", Moment),
    Column("menu", String(20), server_default="?"),
    Column("said_until", Moment),
    Column("slowed_at", Moment),
    CheckConstraint("language IN ('th', 'en')", name="language"),
)
Index(
    "ix_chats_menu",
    chats.c.name,
    sqlite_where=text("menu IS NOT NULL OR language = 'en'"),
    postgresql_where=text("menu IS NOT NULL OR language = 'en'"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("id", String(36), nullable=False, unique=True),
    Column("chat", ChatName, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("messages", Plain, nullable=False),
    Column("free_reply", Plain),
    Column("worth_push", Boolean, nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("in_doubt", Boolean, nullable=False),
    Column("progress", Integer, nullable=False),
    Column("leased_until", Moment),
    Column("leased_by", Integer),
    Column("first_tried_at", Moment),
    Column("settled_at", Moment),
    Column("paid", Boolean, nullable=False),
    Column("why", String(200)),
    Column("broadcast", Id),
    Column("people", Integer, nullable=False, server_default="1"),
    Column("event", Counter),
    Column("good_until", Moment),
    CheckConstraint(
        "state IN ('waiting', 'sent', 'merged', 'unreachable', 'refused', 'expired', 'held')", name="state"
    ),
    sqlite_autoincrement=True,  # a number is never used again, even when its row is forgotten
)
Index(
    "ix_outbox_waiting",
    outbox.c.chat,
    outbox.c.number,
    outbox.c.rank,
    outbox.c.written_at,
    sqlite_where=text("state = 'waiting'"),
    postgresql_where=text("state = 'waiting'"),
)
OVER: Final = text("state IN ('sent', 'merged', 'unreachable', 'expired') AND NOT paid")
STUCK: Final = text("state IN ('held', 'refused')")
"""Letters that wait for a human: of all that are settled they alone still say whom they were for."""
PAID: Final = text("paid")
partial("ix_outbox_over", OVER, outbox.c.settled_at)
partial("ix_outbox_stuck", STUCK, outbox.c.chat, outbox.c.settled_at)
partial("ix_outbox_paid", PAID, outbox.c.settled_at, outbox.c.people)
partial("ix_outbox_broadcast", text("broadcast IS NOT NULL"), outbox.c.broadcast, outbox.c.state)
Index(
    "ix_outbox_event",
    outbox.c.event,
    sqlite_where=text("event IS NOT NULL"),
    postgresql_where=text("event IS NOT NULL"),
)

quotas = Table(
    "quotas",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("allowed", Integer),
    Column("used", Integer, nullable=False),
    Column("read_at", Moment, nullable=False),
)

paces = Table(
    "paces",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("tokens", Float, nullable=False),
    Column("counted_at", Moment, nullable=False),
    Column("held_until", Moment),
    Column("gone", Plain, nullable=False),
)

outages = Table(
    "outages",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("began_at", Moment, nullable=False),
    Column("told_at", Moment),
)
