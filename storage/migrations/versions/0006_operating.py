"""What an operator looks at every day, and chats that stay forgotten whatever backup is brought back."""

import secrets

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Plain

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go on to this version."""
    op.create_table(
        "forgotten_chats",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_forgotten_chats")),
    )
    op.create_index("ix_forgotten_chats_at", "forgotten_chats", ["at"])
    settings = sa.table("settings", sa.column("name"), sa.column("value", Plain), sa.column("changed_at"))
    key = {"name": "erasure_key", "value": secrets.token_hex(32), "changed_at": sa.func.current_timestamp()}
    op.execute(settings.insert().values(**key))


def downgrade() -> None:
    """Go back to the version before."""
    op.execute("DELETE FROM settings WHERE name = 'erasure_key'")
    op.drop_table("forgotten_chats")
