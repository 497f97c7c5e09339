"""Reads what is to be done with several of a numbered list: ``เสนอ 1, 3 และ 5``."""

from __future__ import annotations

import re
from typing import Final

DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
AND: Final = r"(?:[\s,.&+/]|และ|กับ|and)+"
SEVERAL: Final = re.compile(rf"(?P<verb>\D+?)(?P<numbers>\d{{1,3}}(?:{AND}\d{{1,3}})*)\D{{0,8}}")
BEFORE_NUMBERS: Final = re.compile(r"(?:คนที่|ข้อที่|ข้อ|หมายเลข|เบอร์|คน|numbers?|no\.?|#)?\s*$")


def several(text: str) -> tuple[str, tuple[int, ...]] | None:
    """The words before the numbers, and the numbers, each once; nothing if the line is not of this form."""
    found = SEVERAL.fullmatch(text.translate(DIGITS).strip().casefold())
    if found is None:
        return None
    words = BEFORE_NUMBERS.sub("", found["verb"].strip()).strip()
    numbers = dict.fromkeys(int(each) for each in re.findall(r"\d+", found["numbers"]))
    return words, tuple(numbers)
