"""A week is over in which the person gave time, and they have logged none of it."""

from __future__ import annotations

from datetime import date

from flows import nudging
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Ask after that week's hours, unless they were logged meanwhile."""
    nudging.ask(turn, date.fromisoformat(str(turn.event.facts["week"])))
