"""Staff revoked a work reference of the person."""

from __future__ import annotations

from flows import letter_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say so, with the reason."""
    letter_news.revoked(turn, str(turn.event.facts["letter"]))
