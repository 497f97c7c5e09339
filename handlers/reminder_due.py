"""A session is near."""

from __future__ import annotations

from flows import session_reminder
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Remind of the session as it stands at this moment, or say nothing."""
    session_reminder.show(turn, str(turn.event.facts["session"]), str(turn.event.facts["lead"]))
