"""A session's board takes ideas now, or votes."""

from __future__ import annotations

from flows import board_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say so, if it still does, to somebody who takes part."""
    board_news.show(turn, str(turn.event.facts["session"]), str(turn.event.facts["board"]))
