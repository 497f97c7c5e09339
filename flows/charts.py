"""Pictures of figures: where somebody finds one for a while. They are drawn in the shell, when they are fetched."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from flows.engine import Turn
from storage import people

LIFE: Final = timedelta(days=7)
"""So long a picture is found: whoever has its address sees it."""


def path(turn: Turn, chart: str, about: str, language: str = "") -> str:
    """Under which path (:attr:`domain.messages.Message.picture`) is this chart; empty where we have no address.

    ``chart`` is a name of :data:`bot.charts.CHARTS`, ``about`` what it is of;
    its words are in the chat's language unless another is named.
    """
    if not turn.network.public_url:
        return ""
    token = people.share_link(turn.tx, turn.person.id, f"chart:{chart}", turn.now + LIFE, about)
    return f"charts/{token}.{language or turn.chat.language}.png"
