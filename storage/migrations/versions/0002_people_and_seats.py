"""Seats that are offered, waves of notices, broadcasts, companies, settings, pictures and rich menus."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.columns import Counter, Moment, Plain

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Id = sa.String(length=12)
EMPTY_LIST, EMPTY_TABLE = sa.text("'[]'"), sa.text("'{}'")
PROJECT_STATES = "state IN ('draft', 'published', 'paused', 'closed')"
SIGN_UP_STATES = (
    "state IN ('interested', 'shortlisted', 'waiting', 'offered', 'accepted', 'trained', 'active', 'completed', "
    "'declined', 'expired', 'turned_down', 'withdrawn', 'released', 'not_now', 'never')"
)
ROLE_CHECKS = {
    "least": "least BETWEEN 1 AND seats",
    "reserved": "reserved BETWEEN 0 AND seats",
    "admission": "admission IN ('first_come', 'chosen')",
    "state": "state IN ('open', 'paused', 'closed')",
}


def upgrade() -> None:
    """Go on to this version."""
    new_tables()
    for table, columns in NEW_COLUMNS.items():
        with op.batch_alter_table(table, recreate="auto" if table in REFERRING else "never") as batch:
            for column in columns:
                batch.add_column(column)
    recheck("projects", {"state": PROJECT_STATES}, ("state",))
    recheck("sign_ups", {"state": SIGN_UP_STATES}, ("state",))
    recheck("roles", ROLE_CHECKS)
    widen_audit()
    fill()
    wanting = sa.text("menu IS NOT NULL OR language = 'en'")
    op.create_index("ix_chats_menu", "chats", ["name"], sqlite_where=wanting, postgresql_where=wanting)
    for_many = sa.text("broadcast IS NOT NULL")
    op.create_index(
        "ix_outbox_broadcast", "outbox", ["broadcast", "state"], sqlite_where=for_many, postgresql_where=for_many
    )
    paid = sa.text("paid")
    op.create_index("ix_outbox_paid", "outbox", ["settled_at"], sqlite_where=paid, postgresql_where=paid)
    op.create_index("ix_sign_ups_state_expires_at", "sign_ups", ["state", "expires_at"])
    op.create_index("ix_announcements_state_due_at", "announcements", ["state", "due_at"])
    op.create_index("ix_announcements_person_at", "announcements", ["person", "at"])
    op.drop_index("ix_person_skills_skill", table_name="person_skills")
    op.create_index("ix_person_skills_skill", "person_skills", ["skill", "person", "level"])
    matched = ["place", "province", "slot_bits", "cause_bits", "told_at", "seated_at", "news"]
    op.create_index("ix_people_matching", "people", ["id", "hears_of_roles", "adult", *matched])


def recheck(table: str, checks: dict[str, str], outdated: tuple[str, ...] = ()) -> None:
    """Replace or add the checks of a table; SQLite copies the table for it."""
    with op.batch_alter_table(table) as batch:
        for name in outdated:
            batch.drop_constraint(op.f(f"ck_{table}_{name}"), type_="check")
        for name, words in checks.items():
            batch.create_check_constraint(op.f(f"ck_{table}_{name}"), words)


def widen_audit() -> None:
    """Let an act's subject be longer (SQLite takes any, but its declared type must say the same); then only add lines."""
    old, new = sa.String(length=40), sa.String(length=80)
    with op.batch_alter_table("audit") as audit:
        audit.alter_column("subject", existing_type=old, type_=new, existing_nullable=False)
    for statement in AUDIT_TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def fill() -> None:
    """Work out, for what is there already, what is now kept ready for matching."""
    tx = op.get_bind()
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    slots = [f"{day}:{part}" for day in days for part in ("morning", "afternoon", "evening")]
    causes = ["education", "health", "environment", "children", "elderly", "disability", "livelihood", "animals"]
    causes += ["arts", "rights", "disaster", "community"]
    people = sa.table("people", *[sa.column(n, t) for n, t in (("id", Id), ("slots", Plain), ("causes", Plain))])
    bits = sa.table("people", sa.column("id", Id), sa.column("slot_bits"), sa.column("cause_bits"))
    for person, has_slots, has_causes in tx.execute(sa.select(people.c.id, people.c.slots, people.c.causes)).all():
        values = {
            "slot_bits": sum(1 << slots.index(each) for each in set(has_slots) if each in slots),
            "cause_bits": sum(1 << causes.index(each) for each in set(has_causes) if each in causes),
        }
        tx.execute(sa.update(bits).where(bits.c.id == person).values(**values))
    tx.execute(
        sa.text(
            "UPDATE people SET hears_of_roles = (SELECT c.answer = 'yes' FROM consents c WHERE c.person = people.id"
            " AND c.purpose = 'role_news' ORDER BY c.number DESC LIMIT 1) WHERE id IN"
            " (SELECT person FROM consents WHERE purpose = 'role_news')"
        )
    )
    tx.execute(
        sa.text("UPDATE people SET told_at = (SELECT max(a.at) FROM announcements a WHERE a.person = people.id)")
    )
    accepted = "FROM sign_ups s WHERE s.person = people.id AND s.state = 'accepted'"
    tx.execute(sa.text(f"UPDATE people SET seated_at = (SELECT max(s.changed_at) {accepted})"))
    tx.execute(sa.text("UPDATE sign_ups SET asked_at = changed_at WHERE state IN ('accepted', 'waiting')"))


AUDIT_TRIGGERS = {
    "sqlite": (
        "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit"
        " BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END",
        "CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit WHEN OLD.at > datetime('now', '-730 days')"
        " BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END",
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " IF TG_OP = 'DELETE' AND OLD.at <= now() - interval '730 days' THEN RETURN OLD; END IF;"
        " RAISE EXCEPTION 'the audit log is only ever added to'; END $$",
        "CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE ON audit"
        " FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to()",
    ),
}
REFERRING = {"people", "roles"}
"""What gets columns that refer to another table: SQLite copies these tables."""
NEW_COLUMNS: dict[str, list[sa.Column[Any]]] = {
    "chats": [
        sa.Column("tray", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("tray_said_at", Moment()),
        sa.Column("menu", sa.String(length=20), server_default="?"),
    ],
    "outbox": [
        sa.Column("broadcast", Id),
        sa.Column("people", sa.Integer(), nullable=False, server_default="1"),
    ],
    "people": [
        sa.Column(
            "company", Id, sa.ForeignKey("companies.id", ondelete="SET NULL", name="fk_people_company_companies")
        ),
        sa.Column("learns", Plain, nullable=False, server_default=EMPTY_LIST),
        sa.Column("conflicts", Plain, nullable=False, server_default=EMPTY_LIST),
        sa.Column("away", Plain, nullable=False, server_default=EMPTY_LIST),
        sa.Column("hears_of_roles", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("slot_bits", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("cause_bits", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("told_at", Moment()),
        sa.Column("seated_at", Moment()),
    ],
    "staff": [sa.Column("duty", sa.String(length=12), nullable=False, server_default="admin")],
    "staff_invites": [
        sa.Column("duty", sa.String(length=12), nullable=False, server_default="admin"),
        sa.Column("made_by", Id),
    ],
    "audit": [sa.Column("details", Plain)],
    "projects": [
        *[
            sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''"))
            for name in ("scope_in", "scope_out", "done_when", "needs")
        ],
        *[sa.Column(name, sa.Date()) for name in ("starts_on", "ends_on")],
        *[sa.Column(name, Moment()) for name in ("closes_at", "teamed_at", "closed_at")],
    ],
    "roles": [
        sa.Column("purpose", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("levels", Plain, nullable=False, server_default=EMPTY_TABLE),
        sa.Column("nice", Plain, nullable=False, server_default=EMPTY_LIST),
        sa.Column("least", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("learns", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("teaches", Plain, nullable=False, server_default=EMPTY_LIST),
        sa.Column("question", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("lead", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("buddy", sa.Text(), nullable=False, server_default=sa.text("''")),
        sa.Column("travel_paid", sa.Boolean()),
        sa.Column("total_hours", sa.Float()),
        sa.Column("reserved", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("reserved_for", Id, sa.ForeignKey("companies.id", name="fk_roles_reserved_for_companies")),
        sa.Column("reserved_until", Moment()),
        sa.Column("admission", sa.String(length=12), nullable=False, server_default="first_come"),
        sa.Column("state", sa.String(length=10), nullable=False, server_default="open"),
    ],
    "sign_ups": [
        sa.Column("asked_at", Moment()),
        sa.Column("expires_at", Moment()),
        sa.Column("reason", sa.Text()),
        sa.Column("escalated_at", Moment()),
    ],
    "announcements": [
        sa.Column("wave", sa.Integer(), nullable=False, server_default="1"),
        sa.Column("state", sa.String(length=10), nullable=False, server_default="told"),
        sa.Column("due_at", Moment()),
        sa.Column("tapped_at", Moment()),
    ],
}



def new_tables() -> None:
    """Make the tables that are new."""
    op.create_table('companies',
    sa.Column('id', sa.String(length=12), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('made_at', Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_companies')),
    sa.UniqueConstraint('code', name=op.f('uq_companies_code'))
    )
    op.create_table('pictures',
    sa.Column('id', sa.String(length=32), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('small', sa.LargeBinary(), nullable=False),
    sa.Column('made_at', Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pictures'))
    )
    op.create_table('fetches',
    sa.Column('number', Counter, autoincrement=True, nullable=False),
    sa.Column('chat', sa.String(length=80), nullable=False),
    sa.Column('content', sa.String(length=200), nullable=False),
    sa.Column('free_reply', Plain, nullable=True),
    sa.Column('asked_at', Moment(timezone=True), nullable=False),
    sa.Column('due_at', Moment(timezone=True), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_fetches')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_fetches_chat', 'fetches', ['chat'])
    op.create_index('ix_fetches_due_at', 'fetches', ['due_at'])
    op.create_table('rich_menus',
    sa.Column('name', sa.String(length=20), nullable=False),
    sa.Column('menu', sa.String(length=80), nullable=False),
    sa.Column('print', sa.String(length=64), nullable=False),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_rich_menus'))
    )
    op.create_table('settings',
    sa.Column('name', sa.String(length=40), nullable=False),
    sa.Column('value', Plain, nullable=False),
    sa.Column('changed_at', Moment(timezone=True), nullable=False),
    sa.Column('changed_by', sa.String(length=12), nullable=True),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_settings'))
    )
    op.create_table('changes',
    sa.Column('project', sa.String(length=12), nullable=False),
    sa.Column('subject', sa.String(length=12), nullable=False),
    sa.Column('fact', sa.String(length=20), nullable=False),
    sa.Column('before', Plain, nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['project'], ['projects.id'], name=op.f('fk_changes_project_projects')),
    sa.PrimaryKeyConstraint('subject', 'fact', name=op.f('pk_changes'))
    )
    op.create_index(op.f('ix_changes_project'), 'changes', ['project'], unique=False)
    op.create_table('broadcasts',
    sa.Column('id', sa.String(length=12), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('audience', Plain, nullable=False),
    sa.Column('contents', Plain, nullable=False),
    sa.Column('role', sa.String(length=12), nullable=True),
    sa.Column('way', sa.String(length=12), nullable=False),
    sa.Column('written_by', sa.String(length=12), nullable=True),
    sa.Column('written_at', Moment(timezone=True), nullable=False),
    sa.Column('starts_at', Moment(timezone=True), nullable=True),
    sa.Column('begun_at', Moment(timezone=True), nullable=True),
    sa.Column('done_at', Moment(timezone=True), nullable=True),
    sa.CheckConstraint("state IN ('draft', 'planned', 'running', 'paused', 'done', 'undone')", name=op.f('ck_broadcasts_state')),
    sa.ForeignKeyConstraint(['role'], ['roles.id'], name=op.f('fk_broadcasts_role_roles')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_broadcasts'))
    )
    op.create_table('searches',
    sa.Column('role', sa.String(length=12), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('wave', sa.Integer(), nullable=False),
    sa.Column('most_waves', sa.Integer(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('next_at', Moment(timezone=True), nullable=False),
    sa.Column('begun_at', Moment(timezone=True), nullable=False),
    sa.Column('begun_by', sa.String(length=12), nullable=True),
    sa.Column('pushes', sa.Integer(), server_default='0', nullable=False),
    sa.CheckConstraint("state IN ('running', 'stopped', 'filled', 'spent')", name=op.f('ck_searches_state')),
    sa.ForeignKeyConstraint(['role'], ['roles.id'], name=op.f('fk_searches_role_roles')),
    sa.PrimaryKeyConstraint('role', name=op.f('pk_searches'))
    )
    op.create_table('sign_up_moves',
    sa.Column('number', Counter, autoincrement=True, nullable=False),
    sa.Column('role', sa.String(length=12), nullable=False),
    sa.Column('person', sa.String(length=12), nullable=False),
    sa.Column('before', sa.String(length=12), nullable=True),
    sa.Column('after', sa.String(length=12), nullable=False),
    sa.Column('by', sa.String(length=12), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_sign_up_moves_person_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['role'], ['roles.id'], name=op.f('fk_sign_up_moves_role_roles')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_sign_up_moves'))
    )
    op.create_table('broadcast_people',
    sa.Column('broadcast', sa.String(length=12), nullable=False),
    sa.Column('person', sa.String(length=12), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('chat', sa.String(length=80), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('lane', sa.String(length=20), nullable=False),
    sa.Column('due_at', Moment(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('letter', Counter, nullable=True),
    sa.Column('why', sa.String(length=200), nullable=True),
    sa.Column('settled_at', Moment(timezone=True), nullable=True),
    sa.Column('tapped_at', Moment(timezone=True), nullable=True),
    sa.CheckConstraint("state IN ('queued', 'written', 'sent', 'failed', 'unreachable', 'held', 'tray', 'left_out')", name=op.f('ck_broadcast_people_state')),
    sa.ForeignKeyConstraint(['broadcast'], ['broadcasts.id'], name=op.f('fk_broadcast_people_broadcast_broadcasts')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_broadcast_people_person_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('broadcast', 'person', name=op.f('pk_broadcast_people'))
    )
    op.create_table('person_wishes',
    sa.Column('person', sa.String(length=12), nullable=False),
    sa.Column('skill', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_person_wishes_person_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person', 'skill', name=op.f('pk_person_wishes'))
    )
    op.create_index('ix_person_wishes_skill', 'person_wishes', ['skill', 'person'], unique=False)
    op.create_index('ix_broadcasts_state_starts_at', 'broadcasts', ['state', 'starts_at'], unique=False)
    op.create_index(op.f('ix_sign_up_moves_person'), 'sign_up_moves', ['person'], unique=False)
    op.create_index(op.f('ix_sign_up_moves_role'), 'sign_up_moves', ['role'], unique=False)
    op.create_index(op.f('ix_broadcast_people_letter'), 'broadcast_people', ['letter'], unique=False)
    op.create_index('ix_broadcast_people_next', 'broadcast_people', ['broadcast', 'state', 'lane', 'due_at', 'place'], unique=False)
    op.create_index('ix_broadcast_people_person_state', 'broadcast_people', ['person', 'state'], unique=False)
