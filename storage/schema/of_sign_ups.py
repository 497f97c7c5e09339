"""Sign-ups: where people stand with roles, who was told of which, and the searches."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, text

from storage.columns import Counter, Moment
from storage.schema.naming import Id, metadata

sign_ups = Table(
    "sign_ups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("role", Id, ForeignKey("roles.id"), nullable=False),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(12), nullable=False),
    Column("why", Text),
    Column("changed_at", Moment, nullable=False),
    Column("asked_at", Moment),
    Column("expires_at", Moment),
    Column("reason", Text),
    Column("escalated_at", Moment),
    UniqueConstraint("role", "person"),
    CheckConstraint(
        "state IN ('interested', 'shortlisted', 'waiting', 'offered', 'accepted', 'trained', 'active', 'completed', "
        "'declined', 'expired', 'turned_down', 'withdrawn', 'released', 'not_now', 'never')",
        name="state",
    ),
)
Index("ix_sign_ups_state_expires_at_role", sign_ups.c.state, sign_ups.c.expires_at, sign_ups.c.role)
Index("ix_sign_ups_role_state", sign_ups.c.role, sign_ups.c.state)

sign_up_moves = Table(
    "sign_up_moves",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("role", Id, ForeignKey("roles.id"), nullable=False, index=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("before", String(12)),
    Column("after", String(12), nullable=False),
    Column("by", Id),
    Column("reason", Text),
    Column("at", Moment, nullable=False),
)

announcements = Table(
    "announcements",
    metadata,
    Column("role", Id, ForeignKey("roles.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("wave", Integer, nullable=False, server_default="1"),
    Column("state", String(10), nullable=False, server_default="told"),
    Column("due_at", Moment),
    Column("tapped_at", Moment),
)
Index("ix_announcements_state_due_at", announcements.c.state, announcements.c.due_at)
Index(
    "ix_announcements_planned",
    announcements.c.person,
    announcements.c.due_at,
    sqlite_where=text("state = 'planned'"),
    postgresql_where=text("state = 'planned'"),
)
Index("ix_announcements_person_at", announcements.c.person, announcements.c.at)

searches = Table(
    "searches",
    metadata,
    Column("role", Id, ForeignKey("roles.id"), primary_key=True),
    Column("state", String(10), nullable=False),
    Column("wave", Integer, nullable=False),
    Column("most_waves", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("begun_by", Id),
    Column("pushes", Integer, nullable=False, server_default="0"),
    CheckConstraint("state IN ('running', 'stopped', 'filled', 'spent')", name="state"),
)
Index("ix_searches_state_next_at", searches.c.state, searches.c.next_at)
