"""A project has the people that it needs to begin."""

from __future__ import annotations

from flows import team_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Tell the member of staff, unless somebody has left meanwhile."""
    team_news.completed(turn, str(turn.event.facts["project"]))
