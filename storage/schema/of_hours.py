"""Hours: a ledger to which lines are only added, who vouched for them, what they are worth, and their letters."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text, text
from sqlalchemy import false as no
from sqlalchemy import true as yes

from storage.append_only import protect_facts
from storage.columns import Counter, Moment, Plain
from storage.schema.naming import Id, metadata

hours = Table(
    "hours",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("role", Id, ForeignKey("roles.id"), index=True),
    Column("worked_on", Date, nullable=False, index=True),
    Column("minutes", Integer, nullable=False),
    Column("note", Text, nullable=False),
    Column("replaces", Id, ForeignKey("hours.id"), unique=True),
    Column("voids", Boolean, nullable=False),
    Column("logged_at", Moment, nullable=False),
    Column("session", Id, ForeignKey("sessions.id"), index=True),
    Column("working", Boolean, nullable=False, server_default=no()),
    Column("begins", Integer),
    Column("skill", String(40)),
    Column("adjusts", Id, ForeignKey("hours.id"), index=True),
    Column("company", Id),
    Column("came", Boolean),
    Column("waits", Boolean, nullable=False, server_default=yes()),
    CheckConstraint("adjusts IS NOT NULL OR minutes BETWEEN 0 AND 1440", name="minutes"),
    CheckConstraint("begins BETWEEN 0 AND 1439", name="begins"),
)
Index(
    "ix_hours_waiting",
    hours.c.logged_at,
    sqlite_where=hours.c.waits.is_(yes()),
    postgresql_where=hours.c.waits.is_(yes()),
)
"""What somebody should look at still: few, however long the ledger is."""
protect_facts(
    hours,
    ("id", "role", "worked_on", "minutes", "replaces", "voids", "logged_at", "session", "working", "skill", "adjusts"),
)

hour_checks = Table(
    "hour_checks",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("entry", Id, ForeignKey("hours.id"), nullable=False, index=True),
    Column("verdict", String(10), nullable=False),
    Column("by", Id),
    Column("duty", String(14), nullable=False),
    Column("words", Text, nullable=False, server_default=text("''")),
    Column("at", Moment, nullable=False),
    CheckConstraint("verdict IN ('verified', 'asked', 'answered', 'rejected')", name="verdict"),
    CheckConstraint("duty IN ('organisation', 'team_lead', 'staff', 'self')", name="duty"),
)
protect_facts(hour_checks, ("entry", "verdict", "duty", "at"))

closings = Table(
    "closings",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("about", Id),
    Column("from_on", Date),
    Column("until_on", Date),
    Column("at", Moment, nullable=False),
    Column("by", Id),
    CheckConstraint("kind IN ('letter', 'project', 'company', 'year')", name="kind"),
)

closed_hours = Table(
    "closed_hours",
    metadata,
    Column("entry", Id, ForeignKey("hours.id"), primary_key=True),
    Column("closing", Id, ForeignKey("closings.id"), primary_key=True),
    Index("ix_closed_hours_closing", "closing"),
)

rates = Table(
    "rates",
    metadata,
    Column("id", Id, primary_key=True),
    Column("skill", String(40), nullable=False, server_default=text("''")),
    Column("from_on", Date, nullable=False),
    Column("until_on", Date),
    Column("baht_a_day", Integer, nullable=False),
    Column("source", String(200), nullable=False),
    Column("set_by", Id),
    Column("at", Moment, nullable=False),
    CheckConstraint("baht_a_day > 0", name="baht_a_day"),
    CheckConstraint("until_on >= from_on", name="until_on"),
    Index("uq_rates_skill_from_on", "skill", "from_on", unique=True),
)

nudges = Table(
    "nudges",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("week", Date, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("state", String(6), nullable=False),
)

# ---------------------------------------------------------------- those who vouch, and what they say

organisation_members = Table(
    "organisation_members",
    metadata,
    Column("project", Id, ForeignKey("projects.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("part", String(8), nullable=False),
    Column("joined_at", Moment, nullable=False),
    Column("left_at", Moment),
    CheckConstraint("part IN ('lead', 'deputy')", name="part"),
    Index("ix_organisation_members_person", "person"),
)

organisation_codes = Table(
    "organisation_codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("project", Id, ForeignKey("projects.id"), nullable=False),
    Column("part", String(8), nullable=False),
    Column("made_by", Id),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

chasers = Table(
    "chasers",
    metadata,
    Column("project", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Moment, nullable=False),
)

praises = Table(
    "praises",
    metadata,
    Column("project", Id, ForeignKey("projects.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("words", Text, nullable=False),
    Column("by", Id),
    Column("at", Moment, nullable=False),
    Index("ix_praises_person", "person"),
)

organisation_answers = Table(
    "organisation_answers",
    metadata,
    Column("project", Id, ForeignKey("projects.id"), primary_key=True),
    Column("question", String(20), primary_key=True),
    Column("answer", Plain, nullable=False),
    Column("by", Id),
    Column("at", Moment, nullable=False),
)

look_backs = Table(
    "look_backs",
    metadata,
    Column("role", Id, ForeignKey("roles.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("before", Plain),
    Column("after", Plain),
    Column("learned", Text, nullable=False, server_default=text("''")),
    Column("would_invite", Integer),
    Column("advises", Integer),
    Column("asked_at", Moment),
    Column("answered_at", Moment),
    CheckConstraint("would_invite BETWEEN 0 AND 10", name="would_invite"),
    Index("ix_look_backs_person", "person"),
)

# ---------------------------------------------------------------- letters

letter_requests = Table(
    "letter_requests",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("role", Id, ForeignKey("roles.id"), nullable=False),
    Column("name_th", String(120), nullable=False),
    Column("name_en", String(120), nullable=False),
    Column("praise", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("state", String(8), nullable=False),
    Column("settled_at", Moment),
    Column("reason", Text),
    CheckConstraint("state IN ('asked', 'issued', 'refused', 'taken')", name="state"),
)
Index("ix_letter_requests_state_asked_at", letter_requests.c.state, letter_requests.c.asked_at)

letters = Table(
    "letters",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(24), nullable=False, unique=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("role", Id, ForeignKey("roles.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("content", Plain, nullable=False),
    Column("signature", String(120), nullable=False),
    Column("key", String(16), nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("issued_by", Id),
    Column("changed_at", Moment),
    Column("reason", Text),
    CheckConstraint("state IN ('valid', 'replaced', 'revoked')", name="state"),
)

company_pledges = Table(
    "company_pledges",
    metadata,
    Column("company", Id, ForeignKey("companies.id", ondelete="CASCADE"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("hours", Integer, nullable=False),
    Column("set_by", Id),
    Column("at", Moment, nullable=False),
)
