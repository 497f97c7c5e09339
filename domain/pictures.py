"""Makes of what somebody sent a picture that can be shown to others: a plain JPEG or PNG, and a small one beside it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageOps

MOST_BYTES: Final = 10 * 1024 * 1024
"""A bigger file is not even opened: LINE and Telegram send people's pictures smaller."""
MOST_PIXELS: Final = 50_000_000
"""A picture that says it is bigger is a bomb, or of no use in a chat."""
LONGEST_SIDE: Final = 2048
SMALL_SIDE: Final = 480
READ: Final = ("JPEG", "PNG", "WEBP", "GIF")
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
SUFFIXES: Final = {PNG: "png", JPEG: "jpg"}
PLAIN_SIZE: Final = 100 * 1024
"""A PNG up to this size is its own small picture."""


class NotAPicture(ValueError):
    """The bytes are no picture that we can show; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as we keep it: drawn anew, so nothing of the file it came in is left (place, camera, code)."""

    kind: str
    """``image/jpeg`` or ``image/png``."""
    body: bytes
    small: bytes
    """The same, at most 480 pixels wide or high, of the same kind."""


def read_picture(raw: bytes) -> Picture:
    """The picture in a file that somebody sent; raises :class:`NotAPicture`."""
    image = opened(raw)
    kind = PNG if image.mode in {"RGBA", "LA", "P", "1"} and drawn_in_few_colours(image) else JPEG
    return Picture(kind, written(image, kind, LONGEST_SIDE), written(image, kind, SMALL_SIDE))


def small_of(body: bytes, kind: str) -> bytes:
    """The small picture beside one that we drew ourselves."""
    return body if len(body) <= PLAIN_SIZE else written(opened(body), kind, SMALL_SIDE)


def path(picture: str, kind: str) -> str:
    """Where a picture is found under our public address."""
    return f"pictures/{picture}.{SUFFIXES[kind]}"


def opened(raw: bytes) -> Image.Image:
    """The picture, upright; raises :class:`NotAPicture`."""
    if len(raw) > MOST_BYTES:
        raise NotAPicture("too many bytes")
    try:
        image: Image.Image = Image.open(io.BytesIO(raw), formats=READ)
        fits = image.width * image.height <= MOST_PIXELS
        if fits:
            image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            image = ImageOps.exif_transpose(image)
    except Exception as error:  # whatever a decoder makes of broken bytes
        raise NotAPicture(type(error).__name__) from error
    if not fits:
        raise NotAPicture("too many pixels")
    return image


def drawn_in_few_colours(image: Image.Image) -> bool:
    """Is it a drawing (a logo, a QR code) rather than a photograph?"""
    small = image.convert("RGBA").resize((64, 64), Image.Resampling.NEAREST)
    return small.getcolors(256) is not None


def written(image: Image.Image, kind: str, side: int) -> bytes:
    """The picture drawn anew, no side longer than this."""
    fitted = image.convert("RGBA" if kind == PNG else "RGB") if image.mode != "RGBA" or kind == PNG else on_white(image)
    fitted.thumbnail((side, side), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    if kind == PNG:
        fitted.save(file, "PNG", optimize=True)
    else:
        fitted.save(file, "JPEG", quality=85, optimize=True, progressive=True)
    return file.getvalue()


def on_white(image: Image.Image) -> Image.Image:
    """A picture with holes, on white paper."""
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper
