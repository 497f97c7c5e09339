"""Hours that others vouch for, what they are worth, who speaks for an organisation, and letters."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Counter, Moment, Plain

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Id = sa.String(length=12)


def upgrade() -> None:
    """Go on to this version."""
    widen_hours()
    new_tables()
    op.add_column("people", sa.Column("office", sa.String(length=80), nullable=True))
    asked: sa.Column[bool] = sa.Column("asked_for_hours", sa.Boolean(), server_default=sa.true(), nullable=False)
    op.add_column("people", asked)
    for table, columns in FACTS.items():
        for statement in statements(table, columns)[op.get_bind().dialect.name]:
            op.execute(statement)


def widen_hours() -> None:
    """Let a line of the ledger say more: whose time it was, from when, which skill, and what it adjusts."""
    with op.batch_alter_table("hours") as batch:
        batch.add_column(sa.Column('working', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column('begins', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('skill', sa.String(length=40), nullable=True))
        batch.add_column(sa.Column('adjusts', Id, nullable=True))
        batch.add_column(sa.Column('company', Id, nullable=True))
        batch.add_column(sa.Column('came', sa.Boolean(), nullable=True))
        batch.add_column(sa.Column('waits', sa.Boolean(), server_default=sa.true(), nullable=False))
        batch.create_foreign_key(op.f("fk_hours_adjusts_hours"), "hours", ["adjusts"], ["id"])
        batch.drop_constraint(op.f("ck_hours_minutes"), type_="check")
        batch.create_check_constraint(op.f("ck_hours_minutes"), "adjusts IS NOT NULL OR minutes BETWEEN 0 AND 1440")
        batch.create_check_constraint(op.f("ck_hours_begins"), "begins BETWEEN 0 AND 1439")
    for column in ("adjusts", "role", "worked_on"):
        op.create_index(f"ix_hours_{column}", "hours", [column])
    waiting = sa.text("waits IS true") if op.get_bind().dialect.name == "postgresql" else sa.text("waits IS 1")
    op.create_index("ix_hours_waiting", "hours", ["logged_at"], sqlite_where=waiting, postgresql_where=waiting)


FACTS = {
    "hours": (
        "id", "role", "worked_on", "minutes", "replaces", "voids", "logged_at", "session", "working", "skill", "adjusts",
    ),
    "hour_checks": ("entry", "verdict", "duty", "at"),
}


def statements(table: str, columns: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The triggers that keep a ledger's lines, for each database."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    problem = f"{table} are only ever added to"
    return {
        "sqlite": (
            f"CREATE TRIGGER {table}_stay_as_written BEFORE UPDATE OF {quoted} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{problem}'); END",
            f"CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{problem}'); END",
        ),
        "postgresql": (
            f"CREATE OR REPLACE FUNCTION {table}_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" RAISE EXCEPTION '{problem}'; END $$",
            f"CREATE TRIGGER {table}_stay_as_written BEFORE UPDATE OF {quoted} OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_only_added_to()",
        ),
    }


def new_tables() -> None:
    """Make the tables that are new."""
    op.create_table('closings',
    sa.Column('id', Id, nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('about', Id, nullable=True),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.Column('by', Id, nullable=True),
    sa.CheckConstraint("kind IN ('letter', 'project', 'company', 'year')", name=op.f('ck_closings_kind')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_closings'))
    )
    op.create_table('rates',
    sa.Column('id', Id, nullable=False),
    sa.Column('skill', sa.String(length=40), server_default=sa.text("''"), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('baht_a_day', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.Column('set_by', Id, nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.CheckConstraint('baht_a_day > 0', name=op.f('ck_rates_baht_a_day')),
    sa.CheckConstraint('until_on >= from_on', name=op.f('ck_rates_until_on')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rates'))
    )
    op.create_table('company_pledges',
    sa.Column('company', Id, nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('hours', sa.Integer(), nullable=False),
    sa.Column('set_by', Id, nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['company'], ['companies.id'], name=op.f('fk_company_pledges_company_companies'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('company', 'year', name=op.f('pk_company_pledges'))
    )
    op.create_table('organisation_answers',
    sa.Column('project', Id, nullable=False),
    sa.Column('question', sa.String(length=20), nullable=False),
    sa.Column('answer', Plain, nullable=False),
    sa.Column('by', Id, nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['project'], ['projects.id'], name=op.f('fk_organisation_answers_project_projects')),
    sa.PrimaryKeyConstraint('project', 'question', name=op.f('pk_organisation_answers'))
    )
    op.create_table('organisation_codes',
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('project', Id, nullable=False),
    sa.Column('part', sa.String(length=8), nullable=False),
    sa.Column('made_by', Id, nullable=True),
    sa.Column('expires_at', Moment(timezone=True), nullable=False),
    sa.Column('used_at', Moment(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['project'], ['projects.id'], name=op.f('fk_organisation_codes_project_projects')),
    sa.PrimaryKeyConstraint('code_hash', name=op.f('pk_organisation_codes'))
    )
    op.create_table('letter_requests',
    sa.Column('id', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.Column('role', Id, nullable=False),
    sa.Column('name_th', sa.String(length=120), nullable=False),
    sa.Column('name_en', sa.String(length=120), nullable=False),
    sa.Column('praise', sa.Text(), nullable=False),
    sa.Column('asked_at', Moment(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('settled_at', Moment(timezone=True), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.CheckConstraint("state IN ('asked', 'issued', 'refused', 'taken')", name=op.f('ck_letter_requests_state')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_letter_requests_person_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['role'], ['roles.id'], name=op.f('fk_letter_requests_role_roles')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter_requests'))
    )
    op.create_table('letters',
    sa.Column('id', Id, nullable=False),
    sa.Column('code', sa.String(length=24), nullable=False),
    sa.Column('person', Id, nullable=True),
    sa.Column('role', Id, nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=8), nullable=False),
    sa.Column('content', Plain, nullable=False),
    sa.Column('signature', sa.String(length=120), nullable=False),
    sa.Column('key', sa.String(length=16), nullable=False),
    sa.Column('issued_at', Moment(timezone=True), nullable=False),
    sa.Column('issued_by', Id, nullable=True),
    sa.Column('changed_at', Moment(timezone=True), nullable=True),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.CheckConstraint("state IN ('valid', 'replaced', 'revoked')", name=op.f('ck_letters_state')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_letters_person_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['role'], ['roles.id'], name=op.f('fk_letters_role_roles')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letters')),
    sa.UniqueConstraint('code', name=op.f('uq_letters_code'))
    )
    op.create_table('look_backs',
    sa.Column('role', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.Column('before', Plain, nullable=True),
    sa.Column('after', Plain, nullable=True),
    sa.Column('learned', sa.Text(), server_default=sa.text("''"), nullable=False),
    sa.Column('would_invite', sa.Integer(), nullable=True),
    sa.Column('advises', sa.Integer(), nullable=True),
    sa.Column('asked_at', Moment(timezone=True), nullable=True),
    sa.Column('answered_at', Moment(timezone=True), nullable=True),
    sa.CheckConstraint('would_invite BETWEEN 0 AND 10', name=op.f('ck_look_backs_would_invite')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_look_backs_person_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['role'], ['roles.id'], name=op.f('fk_look_backs_role_roles')),
    sa.PrimaryKeyConstraint('role', 'person', name=op.f('pk_look_backs'))
    )
    op.create_table('nudges',
    sa.Column('person', Id, nullable=False),
    sa.Column('week', sa.Date(), nullable=False),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.Column('state', sa.String(length=6), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_nudges_person_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person', 'week', name=op.f('pk_nudges'))
    )
    op.create_table('organisation_members',
    sa.Column('project', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.Column('part', sa.String(length=8), nullable=False),
    sa.Column('joined_at', Moment(timezone=True), nullable=False),
    sa.Column('left_at', Moment(timezone=True), nullable=True),
    sa.CheckConstraint("part IN ('lead', 'deputy')", name=op.f('ck_organisation_members_part')),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_organisation_members_person_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project'], ['projects.id'], name=op.f('fk_organisation_members_project_projects')),
    sa.PrimaryKeyConstraint('project', 'person', name=op.f('pk_organisation_members'))
    )
    op.create_table('chasers',
    sa.Column('project', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_chasers_person_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('project', 'person', name=op.f('pk_chasers'))
    )
    op.create_table('praises',
    sa.Column('project', Id, nullable=False),
    sa.Column('person', Id, nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('by', Id, nullable=True),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person'], ['people.id'], name=op.f('fk_praises_person_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['project'], ['projects.id'], name=op.f('fk_praises_project_projects')),
    sa.PrimaryKeyConstraint('project', 'person', name=op.f('pk_praises'))
    )
    op.create_table('closed_hours',
    sa.Column('entry', Id, nullable=False),
    sa.Column('closing', Id, nullable=False),
    sa.ForeignKeyConstraint(['closing'], ['closings.id'], name=op.f('fk_closed_hours_closing_closings')),
    sa.ForeignKeyConstraint(['entry'], ['hours.id'], name=op.f('fk_closed_hours_entry_hours')),
    sa.PrimaryKeyConstraint('entry', 'closing', name=op.f('pk_closed_hours'))
    )
    op.create_table('hour_checks',
    sa.Column('number', Counter, autoincrement=True, nullable=False),
    sa.Column('entry', Id, nullable=False),
    sa.Column('verdict', sa.String(length=10), nullable=False),
    sa.Column('by', Id, nullable=True),
    sa.Column('duty', sa.String(length=14), nullable=False),
    sa.Column('words', sa.Text(), server_default=sa.text("''"), nullable=False),
    sa.Column('at', Moment(timezone=True), nullable=False),
    sa.CheckConstraint("duty IN ('organisation', 'team_lead', 'staff', 'self')", name=op.f('ck_hour_checks_duty')),
    sa.CheckConstraint("verdict IN ('verified', 'asked', 'answered', 'rejected')", name=op.f('ck_hour_checks_verdict')),
    sa.ForeignKeyConstraint(['entry'], ['hours.id'], name=op.f('fk_hour_checks_entry_hours')),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_hour_checks'))
    )
    op.create_index('uq_rates_skill_from_on', 'rates', ['skill', 'from_on'], unique=True)
    op.create_index('ix_letter_requests_person', 'letter_requests', ['person'])
    op.create_index('ix_letter_requests_state_asked_at', 'letter_requests', ['state', 'asked_at'])
    op.create_index('ix_letters_person', 'letters', ['person'])
    op.create_index('ix_letters_role', 'letters', ['role'])
    op.create_index('ix_look_backs_person', 'look_backs', ['person'])
    op.create_index('ix_organisation_members_person', 'organisation_members', ['person'])
    op.create_index('ix_praises_person', 'praises', ['person'])
    op.create_index('ix_closed_hours_closing', 'closed_hours', ['closing'])
    op.create_index('ix_hour_checks_entry', 'hour_checks', ['entry'])
