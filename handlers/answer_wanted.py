"""Staff ask this person once more whether they come to a session."""

from __future__ import annotations

from flows import rsvp_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Ask, unless they have answered meanwhile."""
    rsvp_news.wanted(turn, str(turn.event.facts["session"]))
