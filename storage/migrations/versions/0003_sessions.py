"""Sessions as people plan them: invitations, answers, reminders, check-in, ideas, team rooms, and the sweeps' runs."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Counter, Moment, Plain

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

Id = sa.String(length=12)


def upgrade() -> None:
    """Go on to this version."""
    widen_sessions()
    keep_answers()
    keep_reminders()
    new_tables()
    with op.batch_alter_table("hours") as batch:
        batch.add_column(sa.Column("session", Id, nullable=True))
        batch.create_foreign_key(op.f("fk_hours_session_sessions"), "sessions", ["session"], ["id"])
    op.create_index("ix_hours_session", "hours", ["session"])
    op.add_column("private_links", sa.Column("about", Id, nullable=True))
    op.add_column("outbox", sa.Column("event", Counter, nullable=True))
    op.add_column("outbox", sa.Column("good_until", Moment(timezone=True), nullable=True))
    known = sa.text("event IS NOT NULL")
    op.create_index("ix_outbox_event", "outbox", ["event"], sqlite_where=known, postgresql_where=known)
    quick_questions()


def quick_questions() -> None:
    """Let what is asked again and again read nothing but an index."""
    op.drop_index("ix_sessions_project", "sessions")
    op.create_index("ix_sessions_project_state_starts_at", "sessions", ["project", "state", "starts_at"])
    op.drop_index("ix_sign_ups_state_expires_at", "sign_ups")
    op.create_index("ix_sign_ups_state_expires_at_role", "sign_ups", ["state", "expires_at", "role"])
    op.create_index("ix_sign_ups_role_state", "sign_ups", ["role", "state"])
    op.create_index("ix_searches_state_next_at", "searches", ["state", "next_at"])
    waiting, columns = sa.text("state = 'waiting'"), ["chat", "number", "rank", "written_at"]
    op.drop_index("ix_outbox_waiting", "outbox")
    op.create_index("ix_outbox_waiting", "outbox", columns, sqlite_where=waiting, postgresql_where=waiting)


def widen_sessions() -> None:
    """Let a session say more about itself."""
    with op.batch_alter_table("sessions") as batch:
        batch.add_column(sa.Column('title', sa.String(length=120), server_default=sa.text("''"), nullable=False))
        batch.add_column(sa.Column('link', sa.String(length=500), server_default=sa.text("''"), nullable=False))
        batch.add_column(sa.Column('materials', sa.Text(), server_default=sa.text("''"), nullable=False))
        batch.add_column(sa.Column('capacity', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('invited', sa.String(length=10), server_default='team', nullable=False))
        batch.add_column(sa.Column('sequence', sa.Integer(), server_default='0', nullable=False))
        batch.add_column(sa.Column('planned_at', Moment(timezone=True), nullable=True))
        batch.add_column(sa.Column('changed_at', Moment(timezone=True), nullable=True))
        batch.add_column(sa.Column('reason', sa.Text(), server_default=sa.text("''"), nullable=False))
        batch.add_column(sa.Column('series', Id, nullable=True))
        batch.add_column(sa.Column('code', sa.String(length=6), nullable=True))
        batch.add_column(sa.Column('board', sa.String(length=8), nullable=True))
        batch.add_column(sa.Column('week_minutes', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('day_minutes', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('soon_minutes', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('after_minutes', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('look_at', Moment(timezone=True), nullable=True))
        batch.add_column(sa.Column('looked_at', Moment(timezone=True), nullable=True))
        for name, words in CHECKS.items():
            batch.create_check_constraint(op.f(f"ck_sessions_{name}"), words)
    everyone = sa.text("invited = 'everyone'")
    op.create_index(
        "ix_sessions_everyone", "sessions", ["starts_at"], sqlite_where=everyone, postgresql_where=everyone
    )
    op.create_index("ix_sessions_series", "sessions", ["series"])
    op.create_index("ix_sessions_state_look_at", "sessions", ["state", "look_at"])
    op.create_index("ix_sessions_state_looked_at", "sessions", ["state", "looked_at"])


CHECKS = {
    "capacity": "capacity > 0",
    "invited": "invited IN ('team', 'roles', 'trained', 'everyone')",
    "board": "board IN ('open', 'voting', 'done')",
}


def taken(statement: str, table: str) -> list[dict[str, Any]]:
    """The rows of a table that is about to be built anew; it is gone afterwards."""
    rows = [dict(row) for row in op.get_bind().execute(sa.text(statement)).mappings()]
    op.drop_table(table)
    return rows


def keep_answers() -> None:
    """Let an answer be more than yes or no."""
    rows = taken("SELECT session, person, coming, at FROM session_answers", "session_answers")
    table = op.create_table(
        "session_answers",
        sa.Column("session", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("answer", sa.String(length=8), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.CheckConstraint(
            "answer IN ('yes', 'no', 'maybe', 'waiting')", name=op.f("ck_session_answers_answer")
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_session_answers_person_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_session_answers_session_sessions")),
        sa.PrimaryKeyConstraint("session", "person", name=op.f("pk_session_answers")),
    )
    op.create_index("ix_session_answers_person", "session_answers", ["person"])
    waits = sa.text("answer = 'waiting'")
    op.create_index(
        "ix_session_answers_waiting", "session_answers", ["session"], sqlite_where=waits, postgresql_where=waits
    )
    for row in rows:
        said = {"answer": "yes" if row["coming"] else "no", "at": moment(row["at"])}
        op.bulk_insert(table, [{"session": row["session"], "person": row["person"], **said}])


def keep_reminders() -> None:
    """Let a reminder say for which start of its session it was."""
    columns = "r.session, r.person, r.lead, r.said_at, s.starts_at"
    rows = taken(f"SELECT {columns} FROM reminders r JOIN sessions s ON s.id = r.session", "reminders")
    table = op.create_table(
        "reminders",
        sa.Column("session", Id, nullable=False),
        sa.Column("person", Id, nullable=False),
        sa.Column("lead", sa.String(length=10), nullable=False),
        sa.Column("starts_at", Moment(timezone=True), nullable=False),
        sa.Column("said_at", Moment(timezone=True), nullable=False),
        sa.Column("event", Counter, nullable=True),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_reminders_person_people"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["session"], ["sessions.id"], name=op.f("fk_reminders_session_sessions")),
        sa.PrimaryKeyConstraint("session", "person", "lead", "starts_at", name=op.f("pk_reminders")),
    )
    op.create_index("ix_reminders_event", "reminders", ["event"])
    op.create_index("ix_reminders_person", "reminders", ["person"])
    for row in rows:
        moments = {name: moment(row[name]) for name in ("said_at", "starts_at")}
        op.bulk_insert(table, [row | moments])


def moment(value: Any) -> Any:
    """The moment in a row that was read as it stands: SQLite gives its words."""
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def new_tables() -> None:
    """Make the tables that are new."""
    op.create_table('alarms',
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('subject', Id, nullable=False),
    sa.Column('raised_at', Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'subject', name=op.f('pk_alarms'))
    )
    op.create_table('sweep_runs',
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('began_at', Moment(timezone=True), nullable=False),
    sa.Column('milliseconds', sa.Float(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.Column('next_at', Moment(timezone=True), nullable=False),
    sa.Column('runs', Counter, nullable=False),
    sa.Column('failures', sa.Integer(), nullable=False),
    sa.Column('failed_at', Moment(timezone=True), nullable=True),
    sa.Column('error', sa.String(length=80), nullable=True),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_sweep_runs'))
    )
    op.create_table('room_codes',
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('project', Id, nullable=False),
    sa.Column('made_by', Id, nullable=True),
    sa.Column('expires_at', Moment(timezone=True), nullable=False),
    sa.Column('used_at', Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['project'], ['projects.id'], name=op.f('fk_room_codes_project_projects')),
    sa.PrimaryKeyConstraint('code_hash', name=op.f('pk_room_codes'))
    )
    op.create_table('rooms',
    sa.Column('chat', sa.String(length=80), nullable=False),
    sa.Column('project', Id, nullable=True),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('members', sa.Integer(), nullable=True),
    sa.Column('opened_at', Moment(timezone=True), nullable=False),
    sa.Column('linked_at', Moment(timezone=True), nullable=True),
    sa.Column('linked_by', Id, nullable=True),
    sa.Column('left_at', Moment(timezone=True), nullable=True),
    sa.Column('reminders', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.ForeignKeyConstraint(['project'], ['projects.id'], name=op.f('fk_rooms_project_projects')),
    sa.PrimaryKeyConstraint('chat', name=op.f('pk_rooms'))
    )
    op.create_table('attendances',
    sa.Column('session', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.Column('came', sa.Boolean(), nullable=False),
    sa.Column('arrived_at', Moment(timezone=True), nullable=True),
    sa.Column('left_at', Moment(timezone=True), nullable=True),
    sa.Column('source', sa.String(length=8), nullable=False),
    sa.Column('by', Id, nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.CheckConstraint("source IN ('code', 'qr', 'staff', 'self')", name=op.f('ck_attendances_source')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_attendances_person_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['session'], ['sessions.id'], name=op.f('fk_attendances_session_sessions')),
    sa.PrimaryKeyConstraint('session', 'person', name=op.f('pk_attendances'))
    )
    op.create_table('feedback',
    sa.Column('id', Id, nullable=False),
    sa.Column('session', Id, nullable=False),
    sa.Column('answers', Plain, nullable=False),
    sa.Column('shown', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.ForeignKeyConstraint(['session'], ['sessions.id'], name=op.f('fk_feedback_session_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feedback'))
    )
    op.create_table('feedback_givers',
    sa.Column('session', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_feedback_givers_person_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['session'], ['sessions.id'], name=op.f('fk_feedback_givers_session_sessions')),
    sa.PrimaryKeyConstraint('session', 'person', name=op.f('pk_feedback_givers'))
    )
    op.create_table('ideas',
    sa.Column('id', Id, nullable=False),
    sa.Column('session', Id, nullable=False),
    sa.Column('person', Id, nullable=True),
    sa.Column('question', sa.String(length=8), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.Column('hidden', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_ideas_person_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['session'], ['sessions.id'], name=op.f('fk_ideas_session_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_ideas'))
    )
    op.create_table('room_posts',
    sa.Column('chat', sa.String(length=80), nullable=False),
    sa.Column('session', Id, nullable=False),
    sa.Column('what', sa.String(length=10), nullable=False),
    sa.Column('starts_at', Moment(timezone=True), nullable=False),
    sa.Column('said_at', Moment(timezone=True), nullable=False),
    sa.Column('event', Counter, nullable=True),
    sa.ForeignKeyConstraint(['session'], ['sessions.id'], name=op.f('fk_room_posts_session_sessions')),
    sa.PrimaryKeyConstraint('chat', 'session', 'what', 'starts_at', name=op.f('pk_room_posts'))
    )
    op.create_table('session_roles',
    sa.Column('session', Id, nullable=False),
    sa.Column('role', Id, nullable=False),
    sa.ForeignKeyConstraint(['role'], ['roles.id'], name=op.f('fk_session_roles_role_roles')),
    sa.ForeignKeyConstraint(['session'], ['sessions.id'], name=op.f('fk_session_roles_session_sessions')),
    sa.PrimaryKeyConstraint('session', 'role', name=op.f('pk_session_roles'))
    )
    op.create_table('idea_votes',
    sa.Column('idea', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.Column('dots', sa.Integer(), nullable=False),
    sa.CheckConstraint('dots BETWEEN 1 AND 3', name=op.f('ck_idea_votes_dots')),
    sa.ForeignKeyConstraint(['idea'], ['ideas.id'], name=op.f('fk_idea_votes_idea_ideas')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_idea_votes_person_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('idea', 'person', name=op.f('pk_idea_votes'))
    )
    op.create_index('ix_rooms_project', 'rooms', ['project'])
    op.create_index('ix_room_posts_event', 'room_posts', ['event'])
    op.create_index('ix_room_posts_starts_at', 'room_posts', ['starts_at'])
    op.create_index('ix_attendances_person', 'attendances', ['person'])
    op.create_index('ix_feedback_session', 'feedback', ['session'])
    op.create_index('ix_feedback_givers_person', 'feedback_givers', ['person'])
    op.create_index('ix_ideas_person', 'ideas', ['person'])
    op.create_index('ix_ideas_session', 'ideas', ['session'])
    op.create_index('ix_idea_votes_person', 'idea_votes', ['person'])

