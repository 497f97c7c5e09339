"""Sets words and figures as a picture: typst with Sarabun, in which Thai vowels and tone marks stand right."""

from __future__ import annotations

from pathlib import Path


def png(template: Path, pixels_an_inch: float, **inputs: str) -> bytes:
    """The one page that a template makes of its inputs, as a PNG; it takes a while, so never within a transaction."""
    import fontpkg_sarabun  # noqa: PLC0415 (only who draws needs them)
    import typst  # noqa: PLC0415

    fonts = Path(fontpkg_sarabun.__file__).parent / "files"
    drawn = typst.compile(
        str(template),
        format="png",
        ppi=pixels_an_inch,
        font_paths=[str(fonts)],
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )
    if not isinstance(drawn, bytes):
        raise TypeError("a picture is one page")
    return drawn
