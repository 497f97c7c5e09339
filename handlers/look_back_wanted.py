"""A role that this person had is done."""

from __future__ import annotations

from flows import look_back
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Ask them to look back, once, unless they did."""
    look_back.ask(turn, str(turn.event.facts["role"]))
