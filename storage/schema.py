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
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.append_only import protect
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
    Column("tray", Integer, nullable=False, server_default="0"),
    Column("tray_said_at", Moment),
    Column("menu", String(20), server_default="?"),
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
    Column("first_tried_at", Moment),
    Column("settled_at", Moment),
    Column("paid", Boolean, nullable=False),
    Column("why", String(200)),
    Column("broadcast", Id),
    Column("people", Integer, nullable=False, server_default="1"),
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
Index("ix_outbox_broadcast", outbox.c.broadcast, outbox.c.state)
Index("ix_outbox_paid", outbox.c.settled_at, sqlite_where=text("paid"), postgresql_where=text("paid"))

quotas = Table(
    "quotas",
    metadata,
    Column("channel", String(20), primary_key=True),
    Column("allowed", Integer),
    Column("used", Integer, nullable=False),
    Column("read_at", Moment, nullable=False),
)

# ---------------------------------------------------------------- people

companies = Table(
    "companies",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("code", String(20), nullable=False, unique=True),
    Column("made_at", Moment, nullable=False),
)

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
    Column("company", Id, ForeignKey("companies.id", ondelete="SET NULL")),
    Column("learns", Plain, nullable=False, server_default=text("'[]'")),
    Column("conflicts", Plain, nullable=False, server_default=text("'[]'")),
    Column("away", Plain, nullable=False, server_default=text("'[]'")),
    Column("hears_of_roles", Boolean, nullable=False, server_default=false()),
    Column("slot_bits", Integer, nullable=False, server_default="0"),
    Column("cause_bits", Integer, nullable=False, server_default="0"),
    Column("told_at", Moment),
    Column("seated_at", Moment),
)

person_skills = Table(
    "person_skills",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("skill", String(40), primary_key=True),
    Column("level", String(12)),
    Index("ix_person_skills_skill", "skill", "person", "level"),  # matching reads nothing but this
)

person_wishes = Table(
    "person_wishes",
    metadata,
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("skill", String(40), primary_key=True),
    Index("ix_person_wishes_skill", "skill", "person"),
)
MATCHED = (
    "id",
    "hears_of_roles",
    "adult",
    "place",
    "province",
    "slot_bits",
    "cause_bits",
    "told_at",
    "seated_at",
    "news",
)
MATCHING = Index("ix_people_matching", *(people.c[name] for name in MATCHED))
"""All that matching asks of a person, so that it never reads the rows themselves."""

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
Index("ix_sign_ups_state_expires_at", sign_ups.c.state, sign_ups.c.expires_at)

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
    Column("broadcast", Id, ForeignKey("broadcasts.id"), primary_key=True),
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
