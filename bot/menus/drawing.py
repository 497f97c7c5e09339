"""Draws a rich menu's picture with typst: six places, each with a symbol and its words in Sarabun."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

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
    import fontpkg_sarabun  # noqa: PLC0415 (only who draws needs them)
    import typst  # noqa: PLC0415

    fonts = Path(fontpkg_sarabun.__file__).parent / "files"
    drawn = typst.compile(
        str(TEMPLATE),
        format="png",
        ppi=PIXELS_AN_INCH,
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs={"menu": menu},
    )
    if not isinstance(drawn, bytes):
        raise TypeError("a menu is one page")
    return drawn
