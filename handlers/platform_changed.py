"""A platform does not answer, or answers again; for staff."""

from __future__ import annotations

from datetime import datetime

from flows import platform_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Tell the member of staff, if it is still so."""
    facts = turn.event.facts
    platform_news.show(turn, str(facts["channel"]), str(facts["what"]), datetime.fromisoformat(str(facts["since"])))
