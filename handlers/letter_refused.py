"""Staff do not issue the work reference that the person asked for."""

from __future__ import annotations

from flows import letter_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say so, with the reason."""
    letter_news.refused(turn, str(turn.event.facts["request"]))
