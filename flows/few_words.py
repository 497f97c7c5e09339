"""Reads a few sentences in the person's own words."""

from __future__ import annotations

from typing import Final

from flows.engine import Read, Turn, Unclear, Understood

MOST_CHARACTERS: Final = 500


def few_words(text: str, _turn: Turn) -> Read:
    """A few sentences, as they are."""
    words = text.strip()
    if len(words) > MOST_CHARACTERS:
        return Unclear("too_long", values={"most": MOST_CHARACTERS})
    return Understood(words) if words else Unclear()
