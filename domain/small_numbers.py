"""Reads a small number as people type it: ``3``, ``๓ คน``, ``สามคน``, ``2.5 ชม.``, ``two``, ``ชั่วโมงครึ่ง``."""

from __future__ import annotations

import re
from typing import Final

from domain.reading.lexicons import time_scanner
from domain.reading.normalise import normalise
from domain.reading.numbers import NUMBER_RULES
from domain.reading.tokens import rewrite

UNIT: Final = re.compile(
    r"(?:คน|ที่นั่ง|ที่|ตำแหน่ง|อัตรา|people|persons|person|seats|seat|volunteers|volunteer|ชั่วโมง|ชม\.?|hours|hour|hrs|hr|h)"
    r"(?:\s*(?:ต่อสัปดาห์|/สัปดาห์|ต่ออาทิตย์|a week|per week|/week))?"
)
BEFORE: Final = re.compile(r"^(?:สัปดาห์ละ|อาทิตย์ละ|รับ|ประมาณ|ราว|สัก|about|around)\s*")
AFTER: Final = re.compile(r"\s*(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้า|please)$")
MINUS: Final = re.compile(r"^-\s?\d")
HALF_ALONE: Final = re.compile(r"ครึ่ง\s*(?:ชั่วโมง|ชม\.?)|half(?: an)? hour")
UNIT_AND_HALF: Final = re.compile(r"(?:ชั่วโมง|ชม\.?)\s*ครึ่ง")
AND_HALF: Final = re.compile(r"\s*(?:ครึ่ง|and a half)$")


def read(text: str) -> float | None:
    """The one number in a short answer, below nought too; nothing if there is none, or several."""
    line = BEFORE.sub("", AFTER.sub("", normalise(text)))
    if MINUS.match(line):
        return -1.0
    if HALF_ALONE.fullmatch(line):
        return 0.5
    if UNIT_AND_HALF.fullmatch(line):
        return 1.5
    half = 0.5 if AND_HALF.search(line) else 0.0
    number = numeral(UNIT.sub(" ", AND_HALF.sub("", line)).strip())
    return None if number is None else number + half


def numeral(line: str) -> float | None:
    """A number in digits or words, and nothing else."""
    if re.fullmatch(r"\d{1,6}(?:\.\d+)?", line):
        return float(line)
    tokens = rewrite(time_scanner().scan(line), NUMBER_RULES, None)
    return float(tokens[0].value) if [token.kind for token in tokens] == ["number"] else None
