"""Which process has a letter or a picture in hand: what a dead one had is another's at once."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go on to this version."""
    for table in ("outbox", "fetches"):
        op.add_column(table, sa.Column("leased_by", sa.Integer(), nullable=True))
