"""Staff told this person of a role."""

from __future__ import annotations

from flows import role_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Show the role with the reasons why it suits, unless it has closed or been answered meanwhile."""
    role_news.show(turn, str(turn.event.facts["role"]))
