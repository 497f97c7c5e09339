"""Whether letters can be signed, and whether those that were signed can still be checked, in words for the doctor."""

from __future__ import annotations

from collections.abc import Iterable

from domain.signing import Keys


def problem(keys: Keys, used: Iterable[str]) -> str:
    """What is wrong: the first key cannot sign, or letters were signed by one that is gone; nothing if all is well."""
    lost = sorted(set(used) - {each.id for each in keys.keys})
    if lost:
        return f"letters signed by {', '.join(lost)} are taken for false. Put that key back into LETTER_KEYS."
    if keys.keys and not keys.can_sign:
        return "the first key in LETTER_KEYS is public and cannot sign. Put a private one before it: handup keys new"
    return ""


def in_words(keys: Keys) -> str:
    """What is well."""
    if not keys.can_sign:
        return "LETTER_KEYS is not set, so none can be issued. To issue some: handup keys new"
    older = len(keys.keys) - 1
    also = f" Older keys that still check: {older}." if older else ""
    return f"can be signed, by key {keys.keys[0].id}.{also}"
