"""Draws a rich menu's picture with typst: six places, each with a symbol and its words in Sarabun."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from bot import typesetting

WIDTH: Final = 2500
HEIGHT: Final = 1686
"""Pixels, as LINE wants a big menu."""
TEMPLATE: Final = Path(__file__).with_suffix(".typ")
PIXELS_AN_INCH: Final = 72
"""A point of the template is a pixel."""


@cache
def template() -> str:
    """How a menu is drawn."""
    return TEMPLATE.read_text(encoding="utf-8")


def png(menu: str) -> bytes:
    """The picture of a menu as a PNG of 2500 by 1686 pixels; ``menu`` is what the template reads, as JSON."""
    return typesetting.png(TEMPLATE, PIXELS_AN_INCH, menu=menu)
