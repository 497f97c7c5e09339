"""The platforms' limits, shared by several processes, and when a platform has been away."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, Plain

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go on to this version."""
    op.create_table('paces',
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.Column('tokens', sa.Float(), nullable=False),
    sa.Column('counted_at', Moment(timezone=True), nullable=False),
    sa.Column('held_until', Moment(timezone=True), nullable=True),
    sa.Column('gone', Plain, nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_paces'))
    )
    op.create_table('outages',
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('began_at', Moment(timezone=True), nullable=False),
    sa.Column('told_at', Moment(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('channel', name=op.f('pk_outages'))
    )
