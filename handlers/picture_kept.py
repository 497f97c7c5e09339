"""A picture that the conversation waited for is here, or cannot be had."""

from __future__ import annotations

from flows.engine import Turn, hearing, walking
from storage import pictures


def handle(turn: Turn) -> None:
    """Hand it to the question that still waits for one; whoever has moved on hears nothing, and it is forgotten."""
    picture = str(turn.event.facts.get("picture", ""))
    if not hearing.waits_for_picture(turn):
        pictures.forget(turn.tx, picture)
    elif picture:
        hearing.pictured(turn, picture)
    else:
        walking.take_up(turn, turn.words(f"engine.picture-{turn.event.facts['why']}"))
