"""Finds which of some words a person typed: exactly, by number, or nearly (then it is only a suggestion)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

PARTICLES: Final = re.compile(
    r"(?:(?:นะ|น้า)?(?:ครับ|คับ|ค้าบ|ครัช|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|จร้า|ฮะ)|please|ka|krub|krap|kub|นะ|น้า|เลย)+$"
)
DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
NEARLY: Final = 78
NUMBER: Final = re.compile(r"(?:ข้อ|ข้อที่|เบอร์|หมายเลข|no\.?|number|#)?\s*(\d{1,3})\s*[.)]?")


@lru_cache(maxsize=8192)
def plain(words: str) -> str:
    """The words without case, spaces, marks, emoji and polite particles; Thai digits as digits."""
    text = unicodedata.normalize("NFC", words).replace("เเ", "แ").replace("ํา", "ำ").casefold().translate(DIGITS)
    kept = "".join(char for char in text if unicodedata.category(char)[0] in "LMN" or char in "+&")
    return PARTICLES.sub("", kept) or kept


def by_number(typed: str, count: int) -> int | None:
    """Which place in a list from 1 to ``count`` was typed, counted from 0?"""
    match = NUMBER.fullmatch(typed.strip().casefold().translate(DIGITS))
    if match and 1 <= int(match[1]) <= count:
        return int(match[1]) - 1
    return None


def exactly(typed: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """Which value has a name that is exactly what was typed (but for particles and spaces)?"""
    wanted = plain(typed)
    found = {value for value, words in names.items() if any(plain(word) == wanted for word in words)}
    return found.pop() if wanted and len(found) == 1 else None


def nearly(typed: str, names: Mapping[str, Sequence[str]], most: int = 3) -> list[str]:
    """Which values might have been meant, the likeliest first?"""
    wanted = plain(typed)
    if len(wanted) < 2:
        return []
    holding = [value for value, words in names.items() if any(wanted in plain(word) for word in words)]
    flat = [(plain(word), value) for value, words in names.items() for word in words]
    scored = process.extract(wanted, [word for word, _ in flat], scorer=fuzz.WRatio, score_cutoff=NEARLY, limit=8)
    likely = holding + [flat[index][1] for _, _, index in scored]
    return list(dict.fromkeys(likely))[:most]
