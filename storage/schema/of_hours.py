"""Hours: a ledger to which lines are only added."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Integer, Table, Text

from storage.columns import Counter, Moment
from storage.schema.naming import Id, metadata

hours = Table(
    "hours",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("role", Id, ForeignKey("roles.id")),
    Column("worked_on", Date, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("replaces", Id, ForeignKey("hours.id"), unique=True),
    Column("voids", Boolean, nullable=False),
    Column("logged_at", Moment, nullable=False),
    Column("session", Id, ForeignKey("sessions.id"), index=True),
    CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes"),
)
