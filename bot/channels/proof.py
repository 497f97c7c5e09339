"""Does a request prove where it comes from? Compared in constant time."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterable, Mapping
from typing import Final

SIGNATURE_LENGTH: Final = 44
"""Of 32 bytes as base64."""


def header(headers: Mapping[str, str], name: str) -> str:
    """The header's value whatever the case of its name, or an empty text; ``name`` is in lower case."""
    found = headers.get(name)
    if found is not None:
        return found
    return next((value for other, value in headers.items() if other.lower() == name), "")


def same(given: str, expected: str) -> bool:
    """Are both the same, told in a time that says nothing about where they differ?"""
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode("utf-8", "replace"))


def same_as_one(given: str, expected: Iterable[str]) -> bool:
    """Is it one of these? All are compared, so that the time says nothing of which."""
    return sum(same(given, each) for each in expected) > 0


def secrets_in(setting: str) -> tuple[str, ...]:
    """The secrets of a setting: while one is changed for another, both stand there, with a comma, the new one first."""
    return tuple(each.strip() for each in setting.split(",") if each.strip())


def signature(secret: str, body: bytes) -> str:
    """LINE's signature of a body: base64 of HMAC-SHA256 with the channel's secret."""
    return base64.b64encode(hmac.digest(secret.encode(), body, hashlib.sha256)).decode()
