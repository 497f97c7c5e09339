"""The work: projects, their roles, and what has changed in them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    false,
    text,
)

from storage.columns import Moment, Plain
from storage.schema.naming import Id, metadata

projects = Table(
    "projects",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organisation", String(120), nullable=False),
    Column("title", String(120), nullable=False),
    Column("aim", Text, nullable=False),
    Column("cause", String(20)),
    Column("state", String(10), nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("published_at", Moment),
    Column("scope_in", Text, nullable=False, server_default=text("''")),
    Column("scope_out", Text, nullable=False, server_default=text("''")),
    Column("done_when", Text, nullable=False, server_default=text("''")),
    Column("needs", Text, nullable=False, server_default=text("''")),
    Column("starts_on", Date),
    Column("ends_on", Date),
    Column("closes_at", Moment),
    Column("teamed_at", Moment),
    Column("closed_at", Moment),
    CheckConstraint("state IN ('draft', 'published', 'paused', 'closed')", name="state"),
)

roles = Table(
    "roles",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project", Id, ForeignKey("projects.id"), nullable=False, index=True),
    Column("title", String(120), nullable=False),
    Column("skills", Plain, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("hours_per_week", Float, nullable=False),
    Column("place", String(10), nullable=False),
    Column("province", String(4)),
    Column("slots", Plain, nullable=False),
    Column("purpose", Text, nullable=False, server_default=text("''")),
    Column("levels", Plain, nullable=False, server_default=text("'{}'")),
    Column("nice", Plain, nullable=False, server_default=text("'[]'")),
    Column("least", Integer, nullable=False, server_default="1"),
    Column("learns", Text, nullable=False, server_default=text("''")),
    Column("teaches", Plain, nullable=False, server_default=text("'[]'")),
    Column("question", Text, nullable=False, server_default=text("''")),
    Column("lead", Boolean, nullable=False, server_default=false()),
    Column("buddy", Text, nullable=False, server_default=text("''")),
    Column("travel_paid", Boolean),
    Column("total_hours", Float),
    Column("reserved", Integer, nullable=False, server_default="0"),
    Column("reserved_for", Id, ForeignKey("companies.id")),
    Column("reserved_until", Moment),
    Column("admission", String(12), nullable=False, server_default="first_come"),
    Column("state", String(10), nullable=False, server_default="open"),
    CheckConstraint("seats > 0", name="seats"),
    CheckConstraint("least BETWEEN 1 AND seats", name="least"),
    CheckConstraint("reserved BETWEEN 0 AND seats", name="reserved"),
    CheckConstraint("admission IN ('first_come', 'chosen')", name="admission"),
    CheckConstraint("state IN ('open', 'paused', 'closed')", name="state"),
    CheckConstraint("place IN ('online', 'on_site', 'both')", name="place"),
)

changes = Table(
    "changes",
    metadata,
    Column("project", Id, ForeignKey("projects.id"), nullable=False, index=True),
    Column("subject", Id, primary_key=True),
    Column("fact", String(20), primary_key=True),
    Column("before", Plain),
    Column("at", Moment, nullable=False),
)
