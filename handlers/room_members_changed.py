"""People came into a group, or left it."""

from __future__ import annotations

from flows import rooms
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Count them, and say nothing."""
    rooms.members_changed(turn, int(turn.event.facts["by"]))
