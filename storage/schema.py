"""Every table, declared once; the migrations build exactly this."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.columns import Counter, Moment, Plain

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = String(12)
ChatName = String(80)

# ---------------------------------------------------------------- the path

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
    CheckConstraint("language IN ('th', 'en')", name="language"),
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
    Column("first_tried_at", Moment),
    Column("settled_at", Moment),
    Column("paid", Boolean, nullable=False),
    Column("why", String(200)),
    CheckConstraint(
        "state IN ('waiting', 'sent', 'merged', 'unreachable', 'refused', 'expired', 'held')", name="state"
    ),
    sqlite_autoincrement=True,  # a number is never used again, even when its row is forgotten
)
Index(
    "ix_outbox_waiting",
    outbox.c.chat,
    outbox.c.number,
    sqlite_where=text("state = 'waiting'"),
    postgresql_where=text("state = 'waiting'"),
)

quotas = Table(
    "quotas",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("allowed", Integer),
    Column("used", Integer, nullable=False),
    Column("read_at", Moment, nullable=False),
)

# ---------------------------------------------------------------- people

people = Table(
    "people",
    metadata,
    Column("id", Id, primary_key=True),
    Column("joined_at", Moment, nullable=False),
    Column("notice_version", String(20)),
    Column("noticed_at", Moment),
    Column("adult", Boolean),
    Column("name", String(120)),
    Column("sector", String(20)),
    Column("employer", String(120)),
    Column("province", String(4)),
    Column("place", String(10)),
    Column("causes", Plain, nullable=False),
    Column("slots", Plain, nullable=False),
    Column("days_per_month", Float),
    Column("starts_on", Date),
    Column("news", String(10)),
    Column("quiet_from", String(5)),
    Column("quiet_until", String(5)),
    Column("answered", Plain, nullable=False),
)

person_skills = Table(
    "person_skills",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("skill", String(40), primary_key=True),
    Column("level", String(12)),
    Index("ix_person_skills_skill", "skill", "person"),
)

consents = Table(
    "consents",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("purpose", String(20), nullable=False),
    Column("answer", String(20), nullable=False),
    Column("notice_version", String(20), nullable=False),
    Column("at", Moment, nullable=False),
)

erasures = Table(
    "erasures",
    metadata,
    Column("person", Id, primary_key=True),
    Column("at", Moment, nullable=False),
)

private_links = Table(
    "private_links",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("purpose", String(20), nullable=False),
    Column("expires_at", Moment, nullable=False),
)

# ---------------------------------------------------------------- staff

staff = Table(
    "staff",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("joined_at", Moment, nullable=False),
    Column("left_at", Moment),
)

staff_invites = Table(
    "staff_invites",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Counter, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("person", Id),
    Column("act", String(40), nullable=False),
    Column("subject", String(40), nullable=False),
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

# ---------------------------------------------------------------- the work

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
    CheckConstraint("state IN ('draft', 'published', 'closed')", name="state"),
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
    CheckConstraint("seats > 0", name="seats"),
    CheckConstraint("place IN ('online', 'on_site', 'both')", name="place"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project", Id, ForeignKey("projects.id"), nullable=False, index=True),
    Column("kind", String(12), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("where_held", String(200), nullable=False),
    Column("state", String(10), nullable=False),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    CheckConstraint("state IN ('planned', 'cancelled')", name="state"),
)
Index("ix_sessions_state_starts_at", sessions.c.state, sessions.c.starts_at)

sign_ups = Table(
    "sign_ups",
    metadata,
    Column("id", Id, primary_key=True),
    Column("role", Id, ForeignKey("roles.id"), nullable=False),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("state", String(12), nullable=False),
    Column("why", Text),
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("role", "person"),
    CheckConstraint("state IN ('accepted', 'waiting', 'withdrawn', 'not_now', 'never')", name="state"),
)

announcements = Table(
    "announcements",
    metadata,
    Column("role", Id, ForeignKey("roles.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Moment, nullable=False),
)

session_answers = Table(
    "session_answers",
    metadata,
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("coming", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("lead", String(10), primary_key=True),
    Column("said_at", Moment, nullable=False),
)

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
    CheckConstraint("minutes BETWEEN 0 AND 1440", name="minutes"),
)
