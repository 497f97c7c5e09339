"""How fast each chat speaks, and when it was last answered together."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go on to this version."""
    for name in ("said_until", "slowed_at"):
        op.add_column("chats", sa.Column(name, Moment(), nullable=True))
