"""Draws a QR code that a phone reads from another phone's screen."""

from __future__ import annotations

import io
from typing import Final

import segno

SIDE: Final = 720
"""About how many pixels wide it is: sharp on a phone, and printed on a sheet."""
QUIET_ZONE: Final = 4
"""Empty modules around it, without which cameras do not find it."""


class TooLong(ValueError):
    """The text does not fit into a QR code that a phone can read."""


def png(text: str) -> bytes:
    """The QR code of a text (a link) as a PNG; raises :class:`TooLong` for one that no QR code holds."""
    try:
        code = segno.make(text, error="m", micro=False)
    except segno.DataOverflowError as error:
        raise TooLong("a QR code holds about 2,300 letters") from error
    modules, _ = code.symbol_size(border=QUIET_ZONE)
    drawn = io.BytesIO()
    code.save(drawn, kind="png", scale=max(4, SIDE // modules), border=QUIET_ZONE, dark="black", light="white")
    return drawn.getvalue()
