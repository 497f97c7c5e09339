"""The tables that the whole path needs."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Counter, Moment, Plain

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go on to this version."""
    op.create_table(
        "audit",
        sa.Column("number", Counter, autoincrement=True, nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=True),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    op.create_table(
        "erasures",
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_erasures")),
    )
    op.create_table(
        "help_requests",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("asked_at", Moment(), nullable=False),
        sa.Column("answered_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_help_requests")),
    )
    op.create_index(op.f("ix_help_requests_chat"), "help_requests", ["chat"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("id", Counter, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("facts", Plain, nullable=False),
        sa.Column("free_reply", Plain, nullable=True),
        sa.Column("happened_at", Moment(), nullable=False),
        sa.Column("sequence", Counter, nullable=False),
        sa.Column("received_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("failure", sa.String(length=200), nullable=True),
        sa.CheckConstraint("state IN ('waiting', 'done', 'set_aside')", name=op.f("ck_inbox_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("key", name=op.f("uq_inbox_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["chat", "happened_at", "sequence", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "outbox",
        sa.Column("number", Counter, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("chat", sa.String(length=80), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("messages", Plain, nullable=False),
        sa.Column("free_reply", Plain, nullable=True),
        sa.Column("worth_push", sa.Boolean(), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("due_at", Moment(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("in_doubt", sa.Boolean(), nullable=False),
        sa.Column("progress", sa.Integer(), nullable=False),
        sa.Column("leased_until", Moment(), nullable=True),
        sa.Column("first_tried_at", Moment(), nullable=True),
        sa.Column("settled_at", Moment(), nullable=True),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting', 'sent', 'merged', 'unreachable', 'refused', 'expired', 'held')", name=op.f("ck_outbox_state")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_outbox")),
        sa.UniqueConstraint("id", name=op.f("uq_outbox_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["chat", "number"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("joined_at", Moment(), nullable=False),
        sa.Column("notice_version", sa.String(length=20), nullable=True),
        sa.Column("noticed_at", Moment(), nullable=True),
        sa.Column("adult", sa.Boolean(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("sector", sa.String(length=20), nullable=True),
        sa.Column("employer", sa.String(length=120), nullable=True),
        sa.Column("province", sa.String(length=4), nullable=True),
        sa.Column("place", sa.String(length=10), nullable=True),
        sa.Column("causes", Plain, nullable=False),
        sa.Column("slots", Plain, nullable=False),
        sa.Column("days_per_month", sa.Float(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("news", sa.String(length=10), nullable=True),
        sa.Column("quiet_from", sa.String(length=5), nullable=True),
        sa.Column("quiet_until", sa.String(length=5), nullable=True),
        sa.Column("answered", Plain, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "projects",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("aim", sa.Text(), nullable=False),
        sa.Column("cause", sa.String(length=20), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("written_at", Moment(), nullable=False),
        sa.Column("published_at", Moment(), nullable=True),
        sa.CheckConstraint("state IN ('draft', 'published', 'closed')", name=op.f("ck_projects_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_projects")),
    )
    op.create_table(
        "quotas",
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("allowed", sa.Integer(), nullable=True),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("read_at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_quotas")),
    )
    op.create_table(
        "staff_invites",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.Column("used_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_staff_invites")),
    )
    op.create_table(
        "chats",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("language_chosen", sa.Boolean(), nullable=False),
        sa.Column("reachable", sa.Boolean(), nullable=False),
        sa.Column("talk", Plain, nullable=False),
        sa.Column("held_until", Moment(), nullable=True),
        sa.Column("heard_at", Moment(), nullable=True),
        sa.CheckConstraint("language IN ('th', 'en')", name=op.f("ck_chats_language")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_chats_person_people"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_chats")),
    )
    op.create_index(op.f("ix_chats_person"), "chats", ["person"], unique=False)
    op.create_table(
        "consents",
        sa.Column("number", Counter, autoincrement=True, nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("notice_version", sa.String(length=20), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_consents_person_people"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_consents")),
    )
    op.create_index(op.f("ix_consents_person"), "consents", ["person"], unique=False)
    op.create_table(
        "person_skills",
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("skill", sa.String(length=40), nullable=False),
        sa.Column("level", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_person_skills_person_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person", "skill", name=op.f("pk_person_skills")),
    )
    op.create_index("ix_person_skills_skill", "person_skills", ["skill", "person"], unique=False)
    op.create_table(
        "private_links",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("expires_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_private_links_person_people"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_private_links")),
    )
    op.create_index(op.f("ix_private_links_person"), "private_links", ["person"], unique=False)
    op.create_table(
        "roles",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("project", sa.String(length=12), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("skills", Plain, nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("hours_per_week", sa.Float(), nullable=False),
        sa.Column("place", sa.String(length=10), nullable=False),
        sa.Column("province", sa.String(length=4), nullable=True),
        sa.Column("slots", Plain, nullable=False),
        sa.CheckConstraint("place IN ('online', 'on_site', 'both')", name=op.f("ck_roles_place")),
        sa.CheckConstraint("seats > 0", name=op.f("ck_roles_seats")),
        sa.ForeignKeyConstraint(["project"], ["projects.id"], name=op.f("fk_roles_project_projects")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
    )
    op.create_index(op.f("ix_roles_project"), "roles", ["project"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("project", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("starts_at", Moment(), nullable=False),
        sa.Column("ends_at", Moment(), nullable=False),
        sa.Column("where_held", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.CheckConstraint("state IN ('planned', 'cancelled')", name=op.f("ck_sessions_state")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_sessions_ends_after_start")),
        sa.ForeignKeyConstraint(["project"], ["projects.id"], name=op.f("fk_sessions_project_projects")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
    )
    op.create_index(op.f("ix_sessions_project"), "sessions", ["project"], unique=False)
    op.create_index("ix_sessions_state_starts_at", "sessions", ["state", "starts_at"], unique=False)
    op.create_table(
        "staff",
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("joined_at", Moment(), nullable=False),
        sa.Column("left_at", Moment(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_staff_person_people"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_staff")),
    )
    op.create_table(
        "announcements",
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_announcements_person_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["role"], ["roles.id"], name=op.f("fk_announcements_role_roles")),
        sa.PrimaryKeyConstraint("role", "person", name=op.f("pk_announcements")),
    )
    op.create_table(
        "hours",
        sa.Column("number", Counter, autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=True),
        sa.Column("role", sa.String(length=12), nullable=True),
        sa.Column("worked_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("replaces", sa.String(length=12), nullable=True),
        sa.Column("voids", sa.Boolean(), nullable=False),
        sa.Column("logged_at", Moment(), nullable=False),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name=op.f("ck_hours_minutes")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_hours_person_people"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["replaces"], ["hours.id"], name=op.f("fk_hours_replaces_hours")),
        sa.ForeignKeyConstraint(["role"], ["roles.id"], name=op.f("fk_hours_role_roles")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_hours")),
        sa.UniqueConstraint("id", name=op.f("uq_hours_id")),
        sa.UniqueConstraint("replaces", name=op.f("uq_hours_replaces")),
    )
    op.create_index(op.f("ix_hours_person"), "hours", ["person"], unique=False)
    op.create_table(
        "reminders",
        sa.Column("session", sa.String(length=12), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("lead", sa.String(length=10), nullable=False),
        sa.Column("said_at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_reminders_person_people"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_reminders_session_sessions")),
        sa.PrimaryKeyConstraint("session", "person", "lead", name=op.f("pk_reminders")),
    )
    op.create_table(
        "session_answers",
        sa.Column("session", sa.String(length=12), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("coming", sa.Boolean(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_session_answers_person_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_session_answers_session_sessions")),
        sa.PrimaryKeyConstraint("session", "person", name=op.f("pk_session_answers")),
    )
    op.create_table(
        "sign_ups",
        sa.Column("id", sa.String(length=12), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("person", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("changed_at", Moment(), nullable=False),
        sa.CheckConstraint(
            "state IN ('accepted', 'waiting', 'withdrawn', 'not_now', 'never')", name=op.f("ck_sign_ups_state")
        ),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_sign_ups_person_people"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["role"], ["roles.id"], name=op.f("fk_sign_ups_role_roles")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_ups")),
        sa.UniqueConstraint("role", "person", name=op.f("uq_sign_ups_role_person")),
    )
    op.create_index(op.f("ix_sign_ups_person"), "sign_ups", ["person"], unique=False)


def downgrade() -> None:
    """Go back to the version before."""
    op.drop_index(op.f("ix_sign_ups_person"), table_name="sign_ups")
    op.drop_table("sign_ups")
    op.drop_table("session_answers")
    op.drop_table("reminders")
    op.drop_index(op.f("ix_hours_person"), table_name="hours")
    op.drop_table("hours")
    op.drop_table("announcements")
    op.drop_table("staff")
    op.drop_index("ix_sessions_state_starts_at", table_name="sessions")
    op.drop_index(op.f("ix_sessions_project"), table_name="sessions")
    op.drop_table("sessions")
    op.drop_index(op.f("ix_roles_project"), table_name="roles")
    op.drop_table("roles")
    op.drop_index(op.f("ix_private_links_person"), table_name="private_links")
    op.drop_table("private_links")
    op.drop_index("ix_person_skills_skill", table_name="person_skills")
    op.drop_table("person_skills")
    op.drop_index(op.f("ix_consents_person"), table_name="consents")
    op.drop_table("consents")
    op.drop_index(op.f("ix_chats_person"), table_name="chats")
    op.drop_table("chats")
    op.drop_table("staff_invites")
    op.drop_table("quotas")
    op.drop_table("projects")
    op.drop_table("people")
    op.drop_index(
        "ix_outbox_waiting",
        table_name="outbox",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_table("outbox")
    op.drop_index(
        "ix_inbox_waiting",
        table_name="inbox",
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.drop_table("inbox")
    op.drop_index(op.f("ix_help_requests_chat"), table_name="help_requests")
    op.drop_table("help_requests")
    op.drop_table("erasures")
    op.drop_table("audit")
