"""Staff changed what this person signed up for."""

from __future__ import annotations

from flows import role_changes
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say what is different now, as it stands at this moment; nothing if it is all as it was."""
    role_changes.show(turn, str(turn.event.facts["project"]), dict(turn.event.facts["before"]))
