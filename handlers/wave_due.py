"""The next people may have to be told of a project's roles."""

from __future__ import annotations

from flows import waves
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Tell the next wave where too few have answered, or let staff know that it leads nowhere."""
    waves.go_on(turn, str(turn.event.facts["project"]))
