"""A place in a session became free, and went to this person."""

from __future__ import annotations

from flows import rsvp_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say so, if it is still theirs."""
    rsvp_news.freed(turn, str(turn.event.facts["session"]))
