"""Dates, times and amounts as people write them: พ.ศ. in Thai, C.E. in English, the network's own clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

BUDDHIST_ERA = 543


@lru_cache(maxsize=8)
def zone(name: str) -> tzinfo:
    """A time zone by its name."""
    return UTC if name == "UTC" else ZoneInfo(name)


def local(moment: datetime, timezone: str) -> datetime:
    """A moment on the network's clock."""
    return moment.astimezone(zone(timezone))


def day(language: str, when: date) -> str:
    """A date without its weekday: ``24 พ.ย. 2569`` or ``24 Nov 2026``."""
    if language == "th":
        return f"{format_date(when, 'd MMM', locale='th')} {when.year + BUDDHIST_ERA}"
    return format_date(when, "d MMM y", locale="en")


def days(language: str, first: date, last: date) -> str:
    """Days in a row: ``1–15 ธ.ค. 2569`` or ``28 Dec 2026 – 2 Jan 2027``."""
    if first == last:
        return day(language, first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(language, last)}"
    return f"{day(language, first)} – {day(language, last)}"


def month(language: str, when: date) -> str:
    """The month of a date: ``พ.ย. 2569`` or ``Nov 2026``."""
    year = when.year + BUDDHIST_ERA if language == "th" else when.year
    return f"{format_date(when, 'LLL', locale=language)} {year}"


def weekday_and_day(language: str, when: date) -> str:
    """A date with its weekday: ``อังคาร 24 พ.ย. 2569`` or ``Tue 24 Nov 2026``."""
    name = format_date(when, "EEEE" if language == "th" else "EEE", locale=language)
    return f"{name.removeprefix('วัน')} {day(language, when)}"


def clock(language: str, moment: datetime) -> str:
    """A time of day: ``13:00 น.`` or ``13:00``; the moment must be local already."""
    return f"{moment:%H:%M} น." if language == "th" else f"{moment:%H:%M}"


def span(language: str, starts: datetime, ends: datetime) -> str:
    """From when until when, both local: ``อังคาร 24 พ.ย. 2569 13:00–16:00 น.``."""
    first = weekday_and_day(language, starts.date())
    unit = " น." if language == "th" else ""
    if starts.date() == ends.date():
        return f"{first} {starts:%H:%M}–{ends:%H:%M}{unit}"
    return f"{first} {starts:%H:%M}{unit} – {weekday_and_day(language, ends.date())} {ends:%H:%M}{unit}"


def duration(language: str, minutes: int) -> str:
    """An amount of time: ``3 ชม. 30 นาที`` or ``3 h 30 min``; what is taken off has a minus before it."""
    if minutes < 0:
        return f"−{duration(language, -minutes)}"
    whole, rest = divmod(minutes, 60)
    units = (" ชม.", " นาที") if language == "th" else (" h", " min")
    parts = [f"{amount}{unit}" for amount, unit in zip((whole, rest), units, strict=True) if amount]
    return " ".join(parts) or f"0{units[0]}"


def on_that_day(language: str, when: date, today: date) -> str:
    """A date near today, with the word for it: ``เมื่อวาน (จันทร์ 23 พ.ย. 2569)``."""
    words = {"th": {0: "วันนี้", 1: "เมื่อวาน"}, "en": {0: "today", 1: "yesterday"}}[language]
    full = weekday_and_day(language, when)
    near = words.get((today - when) // timedelta(days=1))
    return f"{near} ({full})" if near else full
