"""Reads an amount of baht as people type it: ``900``, ``๙๐๐ บาท``, ``1,200 baht a day``, ``฿900``."""

from __future__ import annotations

import re
from typing import Final

from domain.reading.normalise import normalise
from domain.small_numbers import read as read_number

UNIT: Final = re.compile(r"(?:บาท|฿|\bbaht\b|\bthb\b)\s*(?:ต่อวัน|/\s?วัน|a day|per day|/\s?day)?")
COMMAS: Final = re.compile(r"(?<=\d),(?=\d{3})")
MANY_DIGITS: Final = re.compile(r"\d{7,12}")


def read(text: str) -> float | None:
    """The one amount in a short answer; nothing if there is none, or several."""
    line = UNIT.sub(" ", COMMAS.sub("", normalise(text))).strip()
    return float(line) if MANY_DIGITS.fullmatch(line) else read_number(line)
