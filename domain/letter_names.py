"""Reads a name as somebody wants it in their letter, in Thai or in English letters."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import Final

from domain.letters import on_paper

LEAST, MOST = 2, 80
BESIDE_LETTERS: Final = frozenset(" .,'’-()")


class Odd(StrEnum):
    """Why words are no name for a letter; each has its words in the texts."""

    NO_NAME = "retry"
    """There are digits or signs in it, or hardly a letter."""
    TOO_LONG = "too_long"
    OTHER_LETTERS = "other_letters"
    """It is written in the letters of another language."""


def read_name(text: str, language: str) -> str | Odd:
    """The name in these words, for the Thai (``th``) or the English (``en``) line of a letter; or why it is none."""
    name = on_paper(text)
    letters = [each for each in name if each not in BESIDE_LETTERS]
    if len(name) > MOST:
        return Odd.TOO_LONG
    if len(letters) < LEAST or any(unicodedata.category(each)[0] not in "LM" for each in letters):
        return Odd.NO_NAME
    thai = sum(is_thai(each) for each in letters)
    known = all(is_thai(each) or is_latin(each) for each in letters)
    fits = thai > 0 if language == "th" else thai == 0
    return name if known and fits else Odd.OTHER_LETTERS


def is_thai(letter: str) -> bool:
    """Whether this is a Thai letter, vowel or mark."""
    return "\u0e00" <= letter <= "\u0e7f"


def is_latin(letter: str) -> bool:
    """Whether this is a Latin letter, or a mark on one."""
    return unicodedata.name(letter, "").startswith(("LATIN", "COMBINING"))
