"""Reads what is to be done with several of a numbered list: ``เสนอ 1, 3 และ 5``."""

from __future__ import annotations

import re
from dataclasses import dataclass
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


# ---------------------------------------------------------------- with words after the numbers

UNIT: Final = r"\s*(?:ชม|ชั่วโมง|นาที|วัน|เดือน|น\.|h\b|hrs?\b|hours?\b|min|days?\b)"
ONE: Final = rf"(?<!\d)(?<!\d[/:.])\d{{1,3}}(?![\d/]|[:.]\d|{UNIT})"
RANGE: Final = rf"{ONE}(?:\s*(?:-|–|—|ถึง|to)\s*{ONE})?"
JOINED: Final = r"(?:[\s,.&+]|และ|กับ|and)+"
WITH_WORDS: Final = re.compile(
    rf"(?P<verb>\D+?)(?P<numbers>{RANGE}(?:{JOINED}{RANGE})*)(?P<words>.*)", re.IGNORECASE | re.DOTALL
)
WITH_ALL: Final = re.compile(
    r"(?P<verb>\D+?)\s*(?P<all>ทั้งหมด|ทุกรายการ|ทุกข้อ|ทุกอัน|\ball\b(?: of them)?|\beverything\b)(?P<words>.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be done with which of a numbered list, and what else was said."""

    verb: str
    numbers: tuple[int, ...] | None
    """``None``: with all of them."""
    words: str


def with_words(text: str) -> list[Said]:
    """How a line such as ``ถาม 3 ทำอะไรบ้าง``, ``ยืนยัน 1-5`` or ``ยืนยันทั้งหมด`` can be read, the likelier first."""
    line = text.translate(DIGITS).strip()
    found = [(form.fullmatch(line), form) for form in (WITH_WORDS, WITH_ALL)]
    return [said(text.strip(), match, everything=form is WITH_ALL) for match, form in found if match]


def said(text: str, match: re.Match[str], *, everything: bool) -> Said:
    """What a match says; the words are given as they were written."""
    verb = BEFORE_NUMBERS.sub("", match["verb"].strip()).strip()
    return Said(verb, None if everything else numbers_in(match["numbers"]), text[match.start("words") :].strip(" :\n"))


def numbers_in(listed: str) -> tuple[int, ...]:
    """The numbers of ``1, 3-5``, each once."""
    found: dict[int, None] = {}
    for first, last in re.findall(r"(\d+)(?:\s*(?:-|–|—|ถึง|to)\s*(\d+))?", listed, re.IGNORECASE):
        low, high = sorted((int(first), int(last or first)))
        found |= dict.fromkeys(range(low, high + 1))
    return tuple(found)
