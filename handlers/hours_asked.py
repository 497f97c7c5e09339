"""Somebody who vouches for the person's hours asked something about them."""

from __future__ import annotations

from flows import vouching_news
from flows.engine import Turn


def handle(turn: Turn) -> None:
    """Say which questions wait for an answer at this moment."""
    vouching_news.asked(turn)
