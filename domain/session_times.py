"""Reads when a session will be: a day still to come, and from when until when; พ.ศ. and two-digit years understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from domain.reading.clock import CLOCK_RULES, SPAN_RULES
from domain.reading.dates import About
from domain.reading.lexicons import time_scanner
from domain.reading.normalise import normalise
from domain.reading.numbers import NUMBER_RULES
from domain.reading.tokens import rewrite
from domain.reading.words import tables

BUDDHIST: Final = 543
FURTHEST: Final = timedelta(days=730)
LONG_AHEAD: Final = timedelta(days=300)
"""Without a year, a day that has just passed is a slip, and not next year's."""
MIDNIGHT: Final = 24 * 60
LONGEST: Final = 12 * 60
"""A session of more minutes is a slip of the finger."""


class Refusal(StrEnum):
    """Why what was typed is no day or no time for a session."""

    UNREAD = "retry"
    NO_SUCH_DAY = "no_such_day"
    PAST = "past"
    TOO_FAR = "too_far"
    END_FIRST = "end_first"
    TOO_LONG = "too_long"
    ONLY_START = "only_start"
    MORNING_OR_NOT = "morning_or_not"


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when, in minutes after midnight."""

    start: int
    end: int


DAYS: Final = tables("time_words")["days"]
MONTHS: Final = {
    form.replace(" ", ""): number
    for number, forms in DAYS["month"].items()
    for form in forms.split("|")
    if len(form) > 1
}
WEEKDAYS: Final = {
    form.replace(" ", "").removeprefix("วัน"): number
    for kind in ("weekday", "sunday")
    for number, forms in DAYS[kind].items()
    for form in forms.split("|")
}
NEAR: Final = {
    "วันนี้": 0,
    "today": 0,
    "พรุ่งนี้": 1,
    "พรุงนี้": 1,
    "tomorrow": 1,
    "tmr": 1,
    "มะรืน": 2,
    "มะรืนนี้": 2,
    "วันมะรืน": 2,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
}
PASSED: Final = frozenset({"เมื่อวาน", "เมื่อวานนี้", "เมื่อวานซืน", "yesterday", "the day before yesterday"})
ERA: Final = re.compile(r"(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|\bb\.?e\.?|\ba\.?d\.?)\s*(?=\d)")
OPENING: Final = re.compile(r"^(?:วันที่|ในวันที่|on|the|วัน(?=\s?\d))\s*")
WEEKDAY_BEFORE: Final = re.compile(
    rf"^(?:วัน)?(?:{'|'.join(map(re.escape, sorted(WEEKDAYS, key=len, reverse=True)))})(?:ที่|\s|,)+(?=\S*\d)"
)
POLITE: Final = re.compile(r"\s*(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้า|please)$")
ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
NUMBERS: Final = re.compile(r"(\d{1,2})\s?[-/. ]\s?(\d{1,2})(?:\s?[-/. ]\s?(\d{4}|\d{2}))?")
DAY_MONTH: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?:\sof)?\s*([^\d\s,]+?)\s*,?\s*(\d{4}|\d{2})?")
MONTH_DAY: Final = re.compile(r"([a-z.]+)\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,?\s*(\d{4}|\d{2}))?")


def read_day(text: str, today: date) -> date | Refusal:
    """The day that was typed, from today on: ``15 ธ.ค. 69``, ``15/12/2569``, ``2026-12-15``, ``เสาร์นี้``."""
    line = POLITE.sub("", normalise(text))
    if (days := NEAR.get(line)) is not None:
        return today + timedelta(days=days)
    if (weekday := coming_weekday(line, today)) is not None:
        return weekday
    if line in PASSED:
        return Refusal.PAST
    line = ERA.sub(" ", OPENING.sub("", WEEKDAY_BEFORE.sub("", line))).strip()
    parts = numbers_of(re.sub(r"\s+", " ", line))
    return in_time(parts, today) if parts else Refusal.UNREAD


def numbers_of(line: str) -> tuple[int, int, str] | None:
    """Day, month and year (as typed; empty if none was) in a line."""
    if found := ISO.fullmatch(line):
        return int(found[3]), int(found[2]), found[1]
    if found := NUMBERS.fullmatch(line):
        return int(found[1]), int(found[2]), found[3] or ""
    if (found := DAY_MONTH.fullmatch(line)) and (month := MONTHS.get(found[2])):
        return int(found[1]), month, found[3] or ""
    if (found := MONTH_DAY.fullmatch(line)) and (month := MONTHS.get(found[1])):
        return int(found[2]), month, found[3] or ""
    return None


def in_time(parts: tuple[int, int, str], today: date) -> date | Refusal:
    """That day, unless the calendar has none, it has passed, or it is too far off."""
    day, month, year = parts
    found = [on_day(each, month, day) for each in years_meant(year, today)]
    days = [each for each in found if each is not None]
    if not days:
        return Refusal.NO_SUCH_DAY
    ahead = [each for each in days if each >= today]
    if not ahead or (not year and ahead[0] - today > LONG_AHEAD and days[0] < today):
        return Refusal.PAST
    return ahead[0] if ahead[0] - today <= FURTHEST else Refusal.TOO_FAR


def years_meant(year: str, today: date) -> list[int]:
    """The years C.E. that a typed year can mean, the likeliest first; without one, this year and those after."""
    if not year:
        return [today.year + ahead for ahead in range(4)]
    number = int(year)
    if len(year) == 4:
        return [number - BUDDHIST if number >= 2400 else number]
    return sorted((2500 - BUDDHIST + number, 2000 + number), key=lambda each: abs(each - today.year))[:1]


def on_day(year: int, month: int, day: int) -> date | None:
    """That day, or nothing where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def coming_weekday(line: str, today: date) -> date | None:
    """``เสาร์นี้``, ``this Saturday``: the next one from today on; ``เสาร์หน้า``, ``next Saturday``: next week's."""
    found = re.fullmatch(r"(?:(this|next|on)\s+)?(?:วัน)?(.+?)\s?(นี้|หน้า)?", line)
    weekday = WEEKDAYS.get(found[2]) if found else None
    if found is None or weekday is None:
        return None
    if found[1] == "next" or found[3] == "หน้า":
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(days=7 + weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def read_when(text: str, today: date) -> tuple[date, Hours | None] | Refusal:
    """A day, and from when until when if that stands behind it: ``15 ธ.ค. 69 13:00-16:00``."""
    day = read_day(text, today)
    if not isinstance(day, Refusal):
        return day, None
    for place in reversed([found.start() for found in re.finditer(r"\s+", text.strip())]):
        first, hours = read_day(text.strip()[:place], today), read_hours(text.strip()[place:].strip())
        if isinstance(hours, Hours):
            return first if isinstance(first, Refusal) else (first, hours)
    return day


# ---------------------------------------------------------------- from when until when

CLOCK: Final = r"(\d{1,2})(?:\s?[.:]\s?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:น\.?|นาฬิกา)?"
SPAN: Final = re.compile(rf"(?:เวลา|ตั้งแต่|จาก|from)?\s*{CLOCK}\s*(?:-|~|ถึง|จนถึง|to|until|till|–)\s*(?:เวลา)?\s*{CLOCK}")
ALONE: Final = re.compile(rf"(?:เวลา|ตั้งแต่|จาก|from)?\s*{CLOCK}")


def read_hours(text: str) -> Hours | Refusal:
    """From when until when: ``13:00-16:00``, ``9.30 ถึง 12.00 น.``, ``1pm-4pm``."""
    line = POLITE.sub("", normalise(text))
    if found := SPAN.fullmatch(line):
        return between(found.groups())
    return Refusal.ONLY_START if ALONE.fullmatch(line) else in_words(line)


def in_words(line: str) -> Hours | Refusal:
    """The hours as one says them: ``บ่ายโมงถึงสี่โมง``, ``หกโมงเย็นถึงสองทุ่ม``, ``10am to noon``."""
    rules = (*NUMBER_RULES, *CLOCK_RULES, *SPAN_RULES)
    tokens = rewrite(time_scanner().scan(line), rules, About(date.min, 0))
    spans = [token.value for token in tokens if token.kind == "span" and not token.value.to_now]
    if len(spans) != 1:
        return Refusal.ONLY_START if [token.kind for token in tokens] == ["clock"] else Refusal.UNREAD
    end = spans[0].end
    return hours_of(spans[0].start, end) if end <= MIDNIGHT else Refusal.END_FIRST


def between(parts: tuple[str | None, ...]) -> Hours | Refusal:
    """The range from one clock time to another, unless it cannot be meant."""
    half = parts[2] or parts[5]
    start, end = minutes(parts[0], parts[1], parts[2] or half), minutes(parts[3], parts[4], parts[5] or half)
    if start is None or end is None:
        return Refusal.UNREAD
    if not half and parts[1] is None and parts[4] is None and start < 7 * 60:
        return Refusal.MORNING_OR_NOT
    if half and not parts[2] and start >= end:
        start -= 12 * 60
    return hours_of(start, end)


def hours_of(start: int, end: int) -> Hours | Refusal:
    """The hours, unless the end comes first or they are too many."""
    if end <= start:
        return Refusal.END_FIRST
    return Hours(start, end) if end - start <= LONGEST else Refusal.TOO_LONG


def minutes(hour: str | None, minute: str | None, half: str | None) -> int | None:
    """Minutes after midnight; nothing for what no clock shows."""
    hours, rest = int(hour or 0), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.startswith("p") else 0)
    return hours * 60 + rest if rest < 60 and hours * 60 + rest <= MIDNIGHT else None
