"""Somebody who vouches does not take the person's hours as they are."""

from __future__ import annotations

from flows import vouching_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say which of them are still not taken, and why."""
    vouching_news.rejected(turn, turn.event.facts["entries"])
