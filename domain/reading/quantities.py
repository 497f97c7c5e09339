"""How often and how long: days a month, hours a week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from domain.reading.tokens import Rule, Token, rule

Run = Sequence[Token]
_MOST_WEEKS: Final = 5
_HOURS_OF_A_DAY: Final = 24
WEEKS: Final = 4
"""Weeks that a month is counted as."""


class Quantity(NamedTuple):
    """One stated measure; the days of the week it is said of may be counted in later."""

    days_per_month: float | None = None
    hours_per_week: float | None = None
    hours_per_day: float | None = None
    length: float | None = None
    """Hours without a word that says how often."""
    counted: bool = False
    """Certain days of the month: several such are added up."""


def _number(run: Run) -> float:
    """The first number of the run, the lower one of a range; one where there is none."""
    for token in run:
        if token.kind in {"number", "often"}:
            return float(token.value)
        if token.kind == "clockface":
            return float(token.value.whole) + int(token.value.part) / (
                100 if token.value.part in {"25", "50", "75"} else 60
            )
    return 1


def _hours(run: Run) -> float:
    """The hours of the run: ``2 ชม.``, ``ชั่วโมงครึ่ง``, ``90 นาที``."""
    named = {token.kind for token in run}
    if "hour" not in named:
        return _number(run) / 60
    half = 0.5 if "half" in named else 0
    bare = not named & {"number", "clockface"}
    before = bare and run and next(token.kind for token in run if token.kind in {"half", "hour"}) == "half"
    return half if before else _number(run) + half


def _period(run: Run) -> str:
    return next(token.kind for token in run if token.kind in {"per_month", "per_week", "per_day"})


def _times(run: Run, _about: Any) -> Quantity:
    """``เดือนละ 4 วัน``, ``twice a week``."""
    period = _period(run)
    return Quantity(days_per_month=_number(run) * (WEEKS if period == "per_week" else 1))


def _long(run: Run, _about: Any) -> Quantity:
    """``สัปดาห์ละ 3 ชม.``, ``เดือนละ 10 ชม.``, ``วันละ 2 ชม.``."""
    period, hours = _period(run), _hours(run)
    if period == "per_day":
        return Quantity(hours_per_day=hours)
    return Quantity(hours_per_week=hours if period == "per_week" else hours / WEEKS)


def _each(run: Run, _about: Any) -> Quantity:
    """``เสาร์ละ 3 ชม.``, ``3 hours every Sunday``: on each day that is named."""
    return Quantity(hours_per_day=_hours([token for token in run if token.kind != "weekday"]))


def _length(run: Run, _about: Any) -> Quantity:
    return Quantity(length=_hours(run))


def _alternate(_run: Run, _about: Any) -> Quantity:
    """Every other week: two days a month."""
    return Quantity(days_per_month=2)


def _fortnight(run: Run, about: Any) -> Quantity | None:
    """``every 2 weeks``."""
    return _alternate(run, about) if run[1].value == 2 else None


def _no_count(_run: Run, _about: Any) -> int:
    """``several times a month``, ``every three weeks``: how often comes to no number here."""
    return 0


def _weekly(_run: Run, _about: Any) -> Quantity:
    """``อาทิตย์ครั้ง``."""
    return Quantity(days_per_month=WEEKS)


def _every_other(run: Run, about: Any) -> Quantity | None:
    """``เสาร์เว้นเสาร์``; ``เว้นวันเสาร์`` after another day is an exception."""
    return _alternate(run, about) if run[1].value == 1 and run[0].value == run[2].value else None


def _round_the_clock(run: Run, _about: Any) -> bool | None:
    return True if run[0].value == _HOURS_OF_A_DAY else None


def _nth(run: Run, _about: Any) -> Quantity | None:
    """``เสาร์ที่ 1 กับ 3``, ``first and third Sundays``: so many a month; ``เสาร์ที่ 17`` is a date.

    Of weekends nobody says whether one day is meant or two.
    """
    counted = [token for token in run if token.kind in {"number", "nth", "first_last"}]
    if any(token.kind == "weekend" for token in run):
        return None
    if any(token.kind != "first_last" and token.value > _MOST_WEEKS for token in counted):
        return None
    return Quantity(days_per_month=float(len(counted)), counted=True)


def _every_nth(run: Run, about: Any) -> int | None:
    """``every third Saturday``: of the month, or each third week."""
    return 0 if about[run[1].start : run[1].end] in {"third", "fourth", "3rd", "4th"} else None


_N: Final = "(?: number (?: joiner number | or_ number | number)?)"
_HOURS: Final = (
    f"(?: {_N} half? hour half? | {_N} minute | half article? hour | clockface hour | hour (?: half | one)?)"
)
_TIMES: Final = f"(?: {_N}? (?: day | time_unit) one? | often)"
_EACH: Final = "(?: before | less_more)? (?: per_month | per_week)"
_DAY: Final = "(?: weekday | sunday | weekend | weekdays)"
_PART: Final = "(?: chao | sai | bai | yen | night)"


def keeping(kind: str, build: Any) -> Any:
    """A builder that returns its quantity with the tokens of that kind that must stay readable beside it."""

    def built(run: Run, about: Any) -> tuple[Quantity, tuple[Token, ...]] | None:
        quantity = build(run, about)
        return quantity and (quantity, tuple(token for token in run if token.kind in kind.split()))

    return built


_DAYS_TOO: Final = "weekday sunday weekend weekdays"
_PARTS_TOO: Final = "chao sai bai yen night"
_NTHS: Final = "(?: number | nth | first_last)"
QUANTITY_RULES: Final[tuple[Rule, ...]] = (
    rule("number hour (?! per_day | per_week | per_month)", "anytime", _round_the_clock),
    rule(f"every (?: first_last | nth) {_DAY} (?! per_month)", "unsure", _every_nth),
    rule("alternate (?: month_unit | day)", "unsure", _no_count),
    rule("sunday except_ sunday | week except_ week", "quantity", keeping("", _every_other)),
    rule(f"{_DAY} except_ {_DAY}", "quantity", keeping(_DAYS_TOO, _every_other)),
    rule(
        "alternate (?: week | time_unit)?(?! weekday | sunday)",
        "quantity",
        keeping("", _alternate),
    ),
    rule("alternate sunday", "quantity", keeping("", _alternate)),
    rule("(?<! number)(?<! every) (?: sunday | week) time_unit one?", "quantity", keeping("", _weekly)),
    rule(f"alternate {_DAY}", "quantity", keeping(_DAYS_TOO, _alternate)),
    rule("every number week", "quantity", keeping("", _fortnight)),
    rule("every number week | every number month_unit", "unsure", _no_count),
    rule(f"several (?: day | time_unit | hour | {_PART} | {_DAY})+ {_EACH}", "unsure", _no_count),
    rule(f"article {_PART} {_EACH}", "quantity", keeping(_PARTS_TOO, _times)),
    rule("number sunday (?: number? time_unit one? | often)", "quantity", keeping("", _alternate)),
    rule(f"number week (?: number? time_unit | {_TIMES})", "quantity", keeping("", _alternate)),
    rule(
        f"every? {_DAY} (?: ordinal | the_nth) {_NTHS}"
        f" (?: (?: and_ | comma | joiner)+ (?: ordinal | the_nth)? {_NTHS})* per_month?",
        "quantity",
        keeping(_DAYS_TOO, _nth),
    ),
    rule(
        f"(?: nth | first_last) (?: (?: and_ | comma)+ {_NTHS})* {_DAY} per_month?",
        "quantity",
        keeping(_DAYS_TOO, _nth),
    ),
    rule(
        f"every? {_DAY} (?: sunday | week)? first_last (?: (?: and_ | comma)+ ordinal? {_NTHS})* per_month?",
        "quantity",
        keeping(_DAYS_TOO, _nth),
    ),
    rule(f"per_day free* less_more? {_HOURS}", "quantity", keeping("", _long)),
    rule(f"{_HOURS} (?: per_day | per_day per_week)", "quantity", keeping("", _long)),
    rule(f"{_EACH} free* (?: less_more | before)? {_HOURS}", "quantity", keeping("", _long)),
    rule(f"{_HOURS} {_EACH} (?! {_TIMES})", "quantity", keeping("", _long)),
    rule(f"{_DAY} per {_HOURS}", "quantity", keeping(_DAYS_TOO, _each)),
    rule(f"{_HOURS} every {_DAY}", "quantity", keeping(_DAYS_TOO, _each)),
    rule(f"{_EACH} free* less_more? {_TIMES}", "quantity", keeping("", _times)),
    rule(f"{_TIMES} {_EACH}", "quantity", keeping("", _times)),
    rule(f"{_N} (?: weekday | sunday) {_PART} {_EACH}", "quantity", keeping(f"{_DAYS_TOO} {_PARTS_TOO}", _times)),
    rule(f"{_N} {_PART} {_EACH}", "quantity", keeping(_PARTS_TOO, _times)),
    rule(f"{_EACH} free* less_more? {_N} {_PART}", "quantity", keeping(_PARTS_TOO, _times)),
    rule(f"{_EACH} free* less_more? {_N} (?: weekday | sunday)", "quantity", keeping(_DAYS_TOO, _times)),
    rule(f"{_N} (?: weekday | sunday) {_EACH}", "quantity", keeping(_DAYS_TOO, _times)),
    rule(_HOURS, "quantity", keeping("", _length)),
)
"""Measures, before the days and numbers in them are read as anything else."""
