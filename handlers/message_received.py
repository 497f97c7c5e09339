"""The person wrote something."""

from __future__ import annotations

from flows.engine import Turn, hearing


def handle(turn: Turn) -> None:
    """Answer the text."""
    turn.chat.heard_at = turn.now
    hearing.heard(turn, str(turn.event.facts.get("text", "")))
