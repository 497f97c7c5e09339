"""Somebody in a group spoke to us."""

from __future__ import annotations

from flows import rooms
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Answer in a few words, or say where to ask."""
    rooms.spoken(turn, str(turn.event.facts.get("text", "")))
