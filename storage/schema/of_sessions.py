"""Sessions: when a team meets, who is asked, who comes, who came, and what they thought of together."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Float, ForeignKey, Index, Integer, String, Table, Text, text
from sqlalchemy import false as no

from storage.columns import Counter, Moment, Plain
from storage.schema.naming import ChatName, Id, metadata

sessions = Table(
    "sessions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("project", Id, ForeignKey("projects.id"), nullable=False),
    Column("kind", String(12), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("where_held", String(200), nullable=False),
    Column("state", String(10), nullable=False),
    Column("title", String(120), nullable=False, server_default=text("''")),
    Column("link", String(500), nullable=False, server_default=text("''")),
    Column("materials", Text, nullable=False, server_default=text("''")),
    Column("capacity", Integer),
    Column("invited", String(10), nullable=False, server_default="team"),
    Column("sequence", Integer, nullable=False, server_default="0"),
    Column("planned_at", Moment),
    Column("changed_at", Moment),
    Column("reason", Text, nullable=False, server_default=text("''")),
    Column("series", Id, index=True),
    Column("code", String(6)),
    Column("board", String(8)),
    Column("week_minutes", Integer),
    Column("day_minutes", Integer),
    Column("soon_minutes", Integer),
    Column("after_minutes", Integer),
    Column("look_at", Moment),
    Column("looked_at", Moment),
    CheckConstraint("ends_at > starts_at", name="ends_after_start"),
    CheckConstraint("state IN ('planned', 'cancelled')", name="state"),
    CheckConstraint("capacity > 0", name="capacity"),
    CheckConstraint("invited IN ('team', 'roles', 'trained', 'everyone')", name="invited"),
    CheckConstraint("board IN ('open', 'voting', 'done')", name="board"),
)
Index("ix_sessions_project_state_starts_at", sessions.c.project, sessions.c.state, sessions.c.starts_at)
Index("ix_sessions_state_starts_at", sessions.c.state, sessions.c.starts_at)
Index("ix_sessions_state_look_at", sessions.c.state, sessions.c.look_at)
Index("ix_sessions_state_looked_at", sessions.c.state, sessions.c.looked_at)
Index(
    "ix_sessions_everyone",
    sessions.c.starts_at,
    sqlite_where=text("invited = 'everyone'"),
    postgresql_where=text("invited = 'everyone'"),
)

session_roles = Table(
    "session_roles",
    metadata,
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("role", Id, ForeignKey("roles.id"), primary_key=True),
)

session_answers = Table(
    "session_answers",
    metadata,
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("answer", String(8), nullable=False),
    Column("at", Moment, nullable=False),
    CheckConstraint("answer IN ('yes', 'no', 'maybe', 'waiting')", name="answer"),
    Index("ix_session_answers_person", "person"),
)
Index(
    "ix_session_answers_waiting",
    session_answers.c.session,
    sqlite_where=text("answer = 'waiting'"),
    postgresql_where=text("answer = 'waiting'"),
)

reminders = Table(
    "reminders",
    metadata,
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("lead", String(10), primary_key=True),
    Column("starts_at", Moment, primary_key=True),
    Column("said_at", Moment, nullable=False),
    Column("event", Counter, index=True),
    Index("ix_reminders_person", "person"),
)

attendances = Table(
    "attendances",
    metadata,
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("came", Boolean, nullable=False),
    Column("arrived_at", Moment),
    Column("left_at", Moment),
    Column("source", String(8), nullable=False),
    Column("by", Id),
    Column("reason", Text),
    Column("at", Moment, nullable=False),
    CheckConstraint("source IN ('code', 'qr', 'staff', 'self')", name="source"),
    Index("ix_attendances_person", "person"),
)

ideas = Table(
    "ideas",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session", Id, ForeignKey("sessions.id"), nullable=False, index=True),
    Column("person", Id, ForeignKey("people.id", ondelete="SET NULL"), index=True),
    Column("question", String(8), nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("hidden", Boolean, nullable=False, server_default=no()),
)

idea_votes = Table(
    "idea_votes",
    metadata,
    Column("idea", Id, ForeignKey("ideas.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("dots", Integer, nullable=False),
    CheckConstraint("dots BETWEEN 1 AND 3", name="dots"),
    Index("ix_idea_votes_person", "person"),
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", Id, primary_key=True),
    Column("session", Id, ForeignKey("sessions.id"), nullable=False, index=True),
    Column("answers", Plain, nullable=False),
    Column("shown", Boolean, nullable=False, server_default=no()),
)

feedback_givers = Table(
    "feedback_givers",
    metadata,
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Index("ix_feedback_givers_person", "person"),
)

# ---------------------------------------------------------------- rooms, alarms, and the sweeps that look after them

rooms = Table(
    "rooms",
    metadata,
    Column("chat", ChatName, primary_key=True),
    Column("project", Id, ForeignKey("projects.id"), index=True),
    Column("language", String(2), nullable=False),
    Column("members", Integer),
    Column("opened_at", Moment, nullable=False),
    Column("linked_at", Moment),
    Column("linked_by", Id),
    Column("left_at", Moment),
    Column("reminders", Boolean, nullable=False, server_default=no()),
)

room_codes = Table(
    "room_codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("project", Id, ForeignKey("projects.id"), nullable=False),
    Column("made_by", Id),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
)

room_posts = Table(
    "room_posts",
    metadata,
    Column("chat", ChatName, primary_key=True),
    Column("session", Id, ForeignKey("sessions.id"), primary_key=True),
    Column("what", String(10), primary_key=True),
    Column("starts_at", Moment, primary_key=True, index=True),
    Column("said_at", Moment, nullable=False),
    Column("event", Counter, index=True),
)

alarms = Table(
    "alarms",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("subject", Id, primary_key=True),
    Column("raised_at", Moment, nullable=False),
)

sweep_runs = Table(
    "sweep_runs",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("began_at", Moment, nullable=False),
    Column("milliseconds", Float, nullable=False),
    Column("count", Integer, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("runs", Counter, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failed_at", Moment),
    Column("error", String(80)),
)
