"""Hours have waited too long for the person to vouch for them."""

from __future__ import annotations

from flows import vouching_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say where they still do at this moment."""
    vouching_news.wanted(turn, turn.event.facts["projects"])
