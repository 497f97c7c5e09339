"""Indexes for what is over (whom it concerns, how old it is), for what was paid, planned news and a company's people."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OVER = "state IN ('sent', 'merged', 'unreachable', 'expired') AND NOT paid"
INDEXES = (
    ("ix_inbox_answered", "inbox", ["chat"], "state <> 'waiting'"),
    ("ix_inbox_done", "inbox", ["received_at"], "state = 'done'"),
    ("ix_inbox_set_aside", "inbox", ["received_at"], "state = 'set_aside'"),
    ("ix_outbox_over", "outbox", ["settled_at"], OVER),
    ("ix_outbox_stuck", "outbox", ["chat", "settled_at"], "state IN ('held', 'refused')"),
    ("ix_outbox_paid", "outbox", ["settled_at", "people"], "paid"),
    ("ix_announcements_planned", "announcements", ["person", "due_at"], "state = 'planned'"),
    ("ix_people_company", "people", ["company"], "company IS NOT NULL"),
)


def upgrade() -> None:
    """Go on to this version."""
    op.drop_index("ix_outbox_paid", "outbox")
    for name, table, columns, some in INDEXES:
        op.create_index(name, table, columns, sqlite_where=sa.text(some), postgresql_where=sa.text(some))
