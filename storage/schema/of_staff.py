"""Staff: who they are, what they did, what they set, and who asked for a human."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table, Text

from storage.append_only import protect
from storage.columns import Counter, Moment, Plain
from storage.schema.naming import ChatName, Id, metadata

staff = Table(
    "staff",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("joined_at", Moment, nullable=False),
    Column("left_at", Moment),
    Column("duty", String(12), nullable=False, server_default="admin"),
)

staff_invites = Table(
    "staff_invites",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("duty", String(12), nullable=False, server_default="admin"),
    Column("made_by", Id),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("person", Id),
    Column("act", String(40), nullable=False),
    Column("subject", String(80), nullable=False),
    Column("details", Plain),
)
protect(audit)

settings = Table(
    "settings",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Plain, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("changed_by", Id),
)

help_requests = Table(
    "help_requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat", ChatName, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answered_at", Moment),
)
