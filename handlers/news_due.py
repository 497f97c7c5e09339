"""What the person was not to hear at once can be said now."""

from __future__ import annotations

from flows import role_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Show what is due in one letter, as it stands at this moment."""
    role_news.say_due(turn)
