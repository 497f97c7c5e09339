"""Draws a QR code that a phone reads from another phone's screen."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import segno

SIDE: Final = 720
"""About how many pixels wide it is: sharp on a phone, and printed on a sheet."""
QUIET_ZONE: Final = 4
"""Empty modules around it, without which cameras do not find it."""


class TooLong(ValueError):
    """The text does not fit into a QR code that a phone can read."""


def png(text: str) -> bytes:
    """The QR code of a text (a link) as a PNG; raises :class:`TooLong` for one that no QR code holds."""
    code = made(text)
    modules, _ = code.symbol_size(border=QUIET_ZONE)
    drawn = io.BytesIO()
    code.save(drawn, kind="png", scale=max(4, SIDE // modules), border=QUIET_ZONE, dark="black", light="white")
    return drawn.getvalue()


def svg(text: str) -> str:
    """The QR code of a text as an SVG, for paper; raises as :func:`png` does."""
    drawn = io.BytesIO()
    made(text).save(drawn, kind="svg", border=1, dark="#16302B", light=None)
    return drawn.getvalue().decode()


def made(text: str) -> segno.QRCode:
    """The QR code of a text; raises as :func:`png` does."""
    import segno  # noqa: PLC0415 (not every process draws one)

    try:
        return segno.make_qr(text, error="m")
    except segno.DataOverflowError as error:
        raise TooLong("a QR code holds about 2,300 letters") from error
