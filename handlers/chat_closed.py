"""The person blocked us."""

from __future__ import annotations

from flows.engine import Turn
from storage import reminders


def handle(turn: Turn) -> None:
    """Send nothing more until they return; what they are to be reminded of is said where else they can be reached."""
    turn.chat.reachable = False
    if turn.known:
        reminders.begin_anew_for(turn.tx, turn.person.id, turn.now)
