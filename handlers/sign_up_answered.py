"""Staff, or time, settled what becomes of this person's sign-up."""

from __future__ import annotations

from flows import sign_up_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say what came of it, unless it has come to something else meanwhile."""
    sign_up_news.show(turn, str(turn.event.facts["role"]), str(turn.event.facts["state"]))
