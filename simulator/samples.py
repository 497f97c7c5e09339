"""What people send when they send a picture or a file: small samples made on the spot."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Sample:
    """One thing to send."""

    name: str
    mime: str
    content: bytes


@cache
def sample(kind: str) -> Sample:
    """The sample of a kind: ``image``, ``video``, ``audio`` or ``file``."""
    match kind:
        case "image":
            return Sample("photo.png", "image/png", picture(240, 160))
        case "video":
            return Sample("video.mp4", "video/mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(64))
        case "audio":
            return Sample("voice.m4a", "audio/x-m4a", b"\x00\x00\x00\x18ftypM4A " + bytes(64))
        case _:
            return Sample("notes.txt", "text/plain", "บันทึก / notes\n".encode())


def picture(width: int, height: int) -> bytes:
    """A PNG of this size in pixels: a quiet gradient."""
    rows = b"".join(b"\x00" + _row(width, line * 255 // height) for line in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (("IHDR", header), ("IDAT", zlib.compress(rows)), ("IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind.encode(), body) for kind, body in chunks)


def _row(width: int, shade: int) -> bytes:
    return bytes((90, 120 + shade // 4, 160 + shade // 4)) * width


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def size_of(image: bytes) -> tuple[int, int] | None:
    """The width and height in pixels of a PNG or JPEG; ``None`` when it is neither."""
    if image.startswith(b"\x89PNG\r\n\x1a\n") and len(image) >= 24:
        width, height = struct.unpack(">II", image[16:24])
        return width, height
    return _jpeg_size(image) if image.startswith(b"\xff\xd8") else None


def _jpeg_size(image: bytes) -> tuple[int, int] | None:
    place = 2
    while place + 9 < len(image) and image[place] == 0xFF:
        marker, length = image[place + 1], int.from_bytes(image[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", image[place + 5 : place + 9])
            return width, height
        place += 2 + length
    return None
