"""Reads a line about one of a numbered list: ``2 ย้ายไป 15 ธ.ค.``, ``ตัด 3``, ``drop number 4``."""

from __future__ import annotations

import re
from typing import Final

DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
NUMBER: Final = r"(?:นัดที่|ข้อที่|ข้อ|นัด|ที่|number|no\.?|#)?\s*(\d{1,2})"
NUMBER_FIRST: Final = re.compile(rf"{NUMBER}(?!\d)\s*(.*)", re.DOTALL | re.IGNORECASE)
WORDS_FIRST: Final = re.compile(rf"(\D+?)\s*{NUMBER}\s*", re.IGNORECASE)


def read(text: str) -> tuple[int, str, bool] | None:
    """The number, the words beside it, and whether the number stands first; nothing if the line has no such form."""
    line = text.translate(DIGITS).strip()
    if found := NUMBER_FIRST.fullmatch(line):
        return int(found[1]), found[2].strip(), True
    found = WORDS_FIRST.fullmatch(line)
    return (int(found[2]), found[1].strip(), False) if found else None
