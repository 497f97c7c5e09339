"""Sets words and figures on a page: typst with Sarabun, in which Thai vowels and tone marks stand right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


def png(template: Path, pixels_an_inch: float, **inputs: str) -> bytes:
    """The one page that a template makes of its inputs, as a PNG; it takes a while, so never within a transaction."""
    return page(template, inputs, format="png", ppi=pixels_an_inch)


def pdf(template: Path, **inputs: str) -> bytes:
    """What a template makes of its inputs, as a PDF; it takes a while as well."""
    return page(template, inputs, format="pdf")


def page(template: Path, inputs: Mapping[str, str], **how: Any) -> bytes:
    """Have typst set it; people's words only ever reach it as data."""
    import fontpkg_sarabun  # noqa: PLC0415 (only who draws needs them)
    import typst  # noqa: PLC0415

    fonts = [str(Path(fontpkg_sarabun.__file__).parent / "files")]
    drawn = typst.compile(str(template), font_paths=fonts, ignore_system_fonts=True, sys_inputs=dict(inputs), **how)
    if not isinstance(drawn, bytes):
        raise TypeError("it is one page")
    return drawn
