"""The person has a work reference: here it is, if it is still good."""

from __future__ import annotations

from flows import letter_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Hand it over, unless it has been replaced or revoked meanwhile."""
    letter_news.issued(turn, str(turn.event.facts["letter"]))
