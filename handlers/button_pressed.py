"""The person tapped a button."""

from __future__ import annotations

from flows.engine import Turn, hearing


def handle(turn: Turn) -> None:
    """Answer the tap."""
    turn.chat.heard_at = turn.now
    picked = turn.event.facts.get("picked")
    hearing.tapped(turn, str(turn.event.facts.get("value", "")), str(picked) if picked else None)
