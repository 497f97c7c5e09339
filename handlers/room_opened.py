"""We were taken into a group."""

from __future__ import annotations

from flows import rooms
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say hello, and how to link the group to its project."""
    rooms.opened(turn)
