"""The person blocked us."""

from __future__ import annotations

from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Send nothing more until they return."""
    turn.chat.reachable = False
