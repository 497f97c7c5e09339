"""Reads an address of the web as people paste it: a map, a video call; nothing that a browser would run."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

LONGEST: Final = 500
WITHIN: Final = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
BARE: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?", re.ASCII)


def read(text: str) -> str | None:
    """The http(s) address that was typed, ``https://`` put before one without; nothing if it is none."""
    link = text.strip()
    if "://" not in link and BARE.fullmatch(link):
        link = f"https://{link}"
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").strip(".")
    except ValueError:
        return None
    fits = parts.scheme.lower() in {"http", "https"} and "." in host and not re.search(r"\s", link)
    return link if fits and link.isascii() and len(link) <= LONGEST else None


def find(text: str) -> str:
    """The first address that stands in a text; empty if there is none."""
    found = WITHIN.search(text)
    return read(found[0].rstrip(".,;)")) or "" if found else ""
