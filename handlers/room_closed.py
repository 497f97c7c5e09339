"""We were taken out of a group."""

from __future__ import annotations

from flows import rooms
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say nothing there any more; where the group only has a new number, go on there."""
    moved_to = turn.event.facts.get("moved_to")
    rooms.closed(turn, str(moved_to) if moved_to else None)
