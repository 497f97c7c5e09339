"""A broadcast is done, or does not go on as it was meant to."""

from __future__ import annotations

from flows import broadcast_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Show staff where the broadcast stands at this moment."""
    broadcast_news.show(turn, str(turn.event.facts["broadcast"]), str(turn.event.facts["what"]))
