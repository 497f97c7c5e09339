"""A seat of a team became free."""

from __future__ import annotations

from flows import team_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Tell the member of staff who left, who is asked now, and who is missing."""
    team_news.seat_freed(turn, str(turn.event.facts["role"]))
