"""Sessions were planned, moved, changed or called off."""

from __future__ import annotations

from flows import session_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Tell what is still news of it, as the sessions stand at this moment."""
    session_news.show(turn, turn.event.facts["sessions"])
