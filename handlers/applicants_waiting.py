"""People have waited too long for an answer."""

from __future__ import annotations

from flows import team_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """List for the member of staff which roles owe whom an answer at this moment."""
    team_news.applicants_waiting(turn)
