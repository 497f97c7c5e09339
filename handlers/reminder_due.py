"""Sessions are near, or just over."""

from __future__ import annotations

from flows import session_reminder
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Remind of the sessions as they stand at this moment, or say nothing."""
    session_reminder.show(turn)
