"""Lengths of time, in minutes, and what is done with them: totals, breaks, each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from domain.reading.clock import NOON, Clock, Span, between
from domain.reading.scan import Face
from domain.reading.tokens import Rule, Token, rule

Run = Sequence[Token]
WHOLE_DAY: Final = 480
_HOURS_OF_A_DAY: Final = 24
_UNITS: Final = {"hour": 60, "minute": 1, "day": WHOLE_DAY}
_QUARTERS: Final = {"00": 0, "25": 15, "50": 30, "75": 45}
_FRACTIONS: Final = {(1, 2): 0.5, (1, 4): 0.25, (3, 4): 0.75}


def _plain(run: Run, _about: Any) -> float:
    """``3 ชม. ครึ่ง``, ``ชั่วโมงสิบห้านาที``, ``two and a half hours``: a number (or one), a unit, and what is added."""
    unit = next(_UNITS[token.kind] for token in run if token.kind in _UNITS)
    at = next(index for index, token in enumerate(run) if token.kind in _UNITS)
    before, after = run[:at], run[at + 1 :]
    numbers = [token.value for token in before if token.kind == "number"]
    parts = [token.value for token in run if token.kind in {"half", "quarter"}]
    minutes = [token.value for token in after if token.kind == "number"]
    only_part = bool(parts) and not numbers and any(token.kind in {"half", "quarter"} for token in before)
    whole = numbers[0] if numbers else 0 if only_part else 1
    return float(unit * (whole + sum(parts[:1])) + (minutes[0] if minutes else 0))


def _hours_and_number(run: Run, about: Any) -> float | None:
    """``2 ชม 20``: a whole number of minutes below 60."""
    minutes = run[-1].value
    return _plain(run, about) if minutes < 60 and minutes == int(minutes) else None


def _one_hour(run: Run, about: Any) -> float | None:
    """``ชั่วโมงหนึ่ง``."""
    return _plain(run[:1], about) if run[1].value == 1 else None


def _faced(run: Run, _about: Any) -> float | None:
    """``1:45 ชม.``, ``1.30 ชม.``, ``2.25 ชม.``; ``None`` for what may be either or neither."""
    face: Face = run[0].value
    if face.separator == "." and face.part in _QUARTERS:
        return float(face.whole * 60 + _QUARTERS[face.part])
    return float(face.whole * 60 + int(face.part)) if int(face.part) < 60 else None


def _fraction(run: Run, _about: Any) -> float | None:
    """``1/2 ชม.``, ``1 1/2 hours``."""
    share = _FRACTIONS.get(next(token.value for token in run if token.kind == "fraction"))
    whole = run[0].value if run[0].kind == "number" else 0
    return None if share is None else float(_UNITS[run[-1].kind] * (whole + share))


def _hyphened(run: Run, about: Any) -> float | None:
    """``a 2-hour call``: number and unit touch the hyphen."""
    return _plain(run, about) if run[0].end == run[1].start and run[1].end == run[2].start else None


def _negative(run: Run, _about: Any) -> float | None:
    """``-2 ชม.``; a dash with a blank after it begins a list."""
    return 0.0 if run[0].end == run[1].start and run[0].value == 1 else None


def _half_or_date(run: Run, _about: Any) -> float | None:
    """``1 ชม. 1/2`` may be a half hour more, or the first of February."""
    return 0.0 if run[2].value in _FRACTIONS else None


def _of_media(run: Run, about: Any) -> float | None:
    """``a 10-minute clip``, ``5 min video``: how long something is that was made."""
    return _hyphened(run, about) if run[1].kind == "joiner" else 0.0


def _full_day(run: Run, _about: Any) -> float | None:
    """``ทั้งวัน``, ``2 วันเต็ม``, ``full day``."""
    whole_day = any(token.kind == "day" for token in run) or any(token.value for token in run if token.kind == "full")
    number = run[0].value if run[0].kind == "number" else 1
    return float(number * WHOLE_DAY) if whole_day else None


def _unclear(_run: Run, _about: Any) -> float:
    """What may be one length or another."""
    return 0.0


def _pair(run: Run, _about: Any) -> tuple[float, ...]:
    """The two lengths of ``2-3 ชม.``."""
    unit = next((_UNITS[token.kind] for token in run if token.kind in _UNITS), 0)
    return tuple(token.value * unit for token in run if token.kind == "number")


def _length(run: Run, _about: Any) -> float:
    """The minutes of the one length or range in the run."""
    token = next(token for token in run if token.kind in {"duration", "span"})
    return float(token.value.minutes) if isinstance(token.value, Span) else float(token.value)


def _number_last(run: Run, _about: Any) -> float:
    """``3 ชม. เอ้ย 2``: the corrected number, its unit left out."""
    return float(run[-1].value)


def _until(run: Run, _about: Any) -> float | None:
    """``พักเที่ยงถึงบ่ายโมง``: the rest began at noon."""
    span = between(Clock(NOON, "sure"), run[-1].value)
    return None if span is None else float(span.minutes)


_UNIT: Final = "(?: hour | minute | day )"
_END: Final = (
    "(?! hour | minute | day | counter | money | month | month_unit | year | week | percent | oclock | thum | nalika"
    " | ampm | half (?: hour | day) | joiner (?: number | clockface) | next)"
)
_NUMERIC: Final = "(?: number | clockface | fraction)"


def _name(run: Run, _about: Any) -> float | None:
    """``โครงการวันอาทิตย์สีเขียว``: what touches a noun and is touched by more words is a part of its name."""
    return 0.0 if run[-2].end == run[-1].start else None


def _no_day(run: Run, _about: Any) -> float | None:
    """``วันที่ 2 ชม.``: the day was forgotten."""
    return 0.0 if run[0].value == 0 else None


def _too_long_to_be_work(run: Run, _about: Any) -> float | None:
    """``โครงการ 24 ชั่วโมง``."""
    return 0.0 if run[1].value >= _HOURS_OF_A_DAY else None


NAME_RULES: Final[tuple[Rule, ...]] = (
    rule("number hour fraction", "vague", _half_or_date),
    rule("head_noun number day", "counted", _unclear),
    rule("head_noun number (?: hour | minute) other", "counted", _name),
    rule("head_noun number hour", "counted", _too_long_to_be_work),
    rule("number day number night", "vague", _unclear),
    rule("someone did", "not_mine", _unclear),
    rule("head_noun (?: weekday | sunday | weekend | night | chao | yen | bai | full | day) other", "counted", _name),
    rule("number head_noun", "counted", _unclear),
)
"""Numbers and days inside the name of a project."""
VAGUE_RULES: Final[tuple[Rule, ...]] = (
    rule(f"number (?: joiner | or_) number half? {_UNIT}", "vague", _pair),
    rule(f"{_NUMERIC} half? {_UNIT}? half? (?: joiner+ | or_) {_NUMERIC} half? {_UNIT}", "vague", _pair),
    rule(f"(?: hour | half hour) (?: joiner+ | or_) {_NUMERIC} half? {_UNIT}", "vague", _pair),
    rule(f"number comma number half? {_UNIT} | counter per number {_UNIT}", "vague", _pair),
    rule(f"from number and_ number half? {_UNIT}", "vague", _pair),
    rule(f"several (?: ten_word | number)? {_UNIT}", "vague", _pair),
    rule(f"less_more (?: hour | half | {_NUMERIC} half? {_UNIT})", "vague", _unclear),
    rule(f"{_NUMERIC} {_UNIT} (?: less_more | per)", "vague", _unclear),
    rule(f"(?: {_NUMERIC} | half) {_UNIT} (?: article (?: day | week | month_unit | year))", "free", _unclear),
    rule(f"{_NUMERIC} (?: times {_NUMERIC})+ | (?: {_NUMERIC} | half) {_UNIT} times {_NUMERIC}", "vague", _unclear),
    rule(f"{_NUMERIC} {_UNIT} ago (?! noon | midnight | number | bai | night)", "vague", _unclear),
    rule(f"not_that {_NUMERIC} half? {_UNIT}?", "vague", _unclear),
    rule("date per | each date", "free", _unclear),
    rule(f"ask again? {_NUMERIC} {_UNIT} | sai number minute | number day then", "vague", _unclear),
    rule(f"^ again {_NUMERIC} {_UNIT} other", "vague", _name),
    rule("the_nth number (?: hour | minute)", "vague", _no_day),
    rule(f"length_of {_NUMERIC} half? {_UNIT} half? | {_NUMERIC} {_UNIT} length_of", "counted", _unclear),
    rule(f"number joiner minute | {_NUMERIC} (?: minute | hour) media", "counted", _of_media),
    rule(r"^ joiner number (?: hour | minute | day)", "vague", _negative),
    rule(
        "(?: label | counter) number"
        " (?! hour | minute | day | half | joiner | month | oclock | thum | nalika | ampm | per)",
        "counted",
        _unclear,
    ),
    rule("(?: number | clockface | several) (?: counter | money | year | month_unit | media)", "counted", _unclear),
    rule("money number", "counted", _unclear),
)
"""What is no single length, and numbers that count something else."""

DURATION_RULES: Final[tuple[Rule, ...]] = (
    rule(f"number? fraction {_UNIT}", "duration", _fraction),
    rule("number full day?", "duration", _full_day),
    rule("article? full joiner? day | full", "day_long", _full_day),
    rule("number hour (?: more | and_ | again | comma)* number minute", "duration", _plain),
    rule("(?: number | article) hour and_? (?: half (?! day | hour) hour? | quarter)", "duration", _plain),
    rule("(?: number | article) day and_? half (?! day | hour)", "duration", _plain),
    rule(f"number and_? (?: half | quarter) {_UNIT}", "duration", _plain),
    rule(f"article? (?: half | quarter) (?: joiner | the_nth)? article? {_UNIT}", "duration", _plain),
    rule("number joiner hour", "duration", _hyphened),
    rule(f"number hour number {_END}", "duration", _hours_and_number),
    rule("clockface (?: hour | day)", "duration", _faced),
    rule("media number minute", "media_length", _plain),
    rule("number (?: hour | day) full?", "duration", _plain),
    rule("hour (?: one | more)* (?: and_ | again)* number minute", "duration", _plain),
    rule("number minute half?", "duration", _plain),
    rule("hour one? half | hour (?: one | more)+", "duration", _plain),
    rule("hour number", "duration", _one_hour),
    rule("(?<= again) hour", "duration", _plain),
    rule("article (?: hour | day)", "duration", _plain),
    rule("day half | day one", "duration", _plain),
)
"""Words to minutes, the longer sayings first."""

_SMALL: Final = "(?: other | approx | more | again | lead | did){0,2}"
_NO_MORE: Final = "(?= $ | comma | line | date)"
AMOUNT_RULES: Final[tuple[Rule, ...]] = (
    rule(f"(?:(?<= duration) | (?<= duration comma)) correction+ number {_NO_MORE}", "correction", _number_last),
    rule(f"(?<= date) correction+ number {_NO_MORE}", "vague", _unclear),
    rule("travel+ (?: did | joiner)? (?: duration | span)", "off_work", _length),
    rule("duration late", "vague", _unclear),
    rule("duration ago (?! noon | midnight | clock)", "vague", _unclear),
    rule("again duration (?: finish | joiner) (?! number | clock | duration)", "vague", _unclear),
    rule("duration more+ duration | duration number nalika", "vague", _unclear),
    rule("minus? rest joiner clock", "off", _until),
    rule(f"minus? rest {_SMALL} (?: duration | span)", "off", _length),
    rule("duration (?: other | approx)? rest", "off", _length),
    rule("minus (?: duration | span)", "rest_off", _length),
    rule("each duration | duration each", "amount", _length),
    rule("(?: total | equals)+ then? duration", "total_of", _length),
    rule("duration total (?! duration | span | number)", "total_of", _length),
)
"""Breaks, totals and shares."""
