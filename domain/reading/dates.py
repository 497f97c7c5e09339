"""The one day that a line speaks of; a day that cannot be meant is stated too, so that nothing else is assumed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from domain.reading.scan import digits_of
from domain.reading.tokens import Rule, Token, rule

Run = Sequence[Token]
OLDEST: Final = timedelta(days=366)
BUDDHIST: Final = 543
_TWO_LETTERS_AND_A_DOT: Final = 3
_DAWN: Final = 5 * 60
_DUSK: Final = 17 * 60


class About(NamedTuple):
    """The moment of reading, in local time: the day, and the minutes since its midnight."""

    today: date
    minute: int


class Stated(NamedTuple):
    """A day as it was said; ``day`` is ``None`` if it is none to use: to come, impossible, too long ago, a period."""

    day: date | None
    full: bool = False
    """With its month: stronger than a weekday."""
    maybe: tuple[date, ...] = ()
    """Days that may have been meant, for a question."""
    ahead: bool = False
    """A day still to come."""


UNUSABLE: Final = Stated(None)
AHEAD: Final = Stated(None, ahead=True)


def usable(day: date | None, about: About, *, full: bool = False) -> Stated:
    """The day if it is not to come and not too long ago."""
    if day is None or about.today - day > OLDEST:
        return UNUSABLE
    return AHEAD if day > about.today else Stated(day, full)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def common_year(year: int, width: int, about: About, month: int, day: int) -> int | None:
    """The year C.E. that a typed year means; two digits are B.E. unless only C.E. is near."""
    if width > 2:
        return year - BUDDHIST if 2400 <= year <= 2700 else year if 1900 <= year <= 2099 else None
    buddhist, christian = 2500 + year - BUDDHIST, 2000 + year
    if not _near(day_of(buddhist, month, day), about) and _near(day_of(christian, month, day), about):
        return christian
    return buddhist


def _near(day: date | None, about: About) -> bool:
    return day is not None and abs(about.today - day) <= OLDEST


def full_date(day: int, month: int, about: About, year: int | None = None, width: int = 0) -> Stated:
    """A day and month, of the year said or else the latest one on or before today."""
    if year is not None:
        common = common_year(year, width, about, month, day)
        return UNUSABLE if common is None else usable(day_of(common, month, day), about, full=True)
    this_year = day_of(about.today.year, month, day)
    if this_year is not None and this_year <= about.today:
        return Stated(this_year, full=True)
    return usable(day_of(about.today.year - 1, month, day), about, full=True)


def nth(day: float, about: About) -> Stated:
    """The latest so-manieth on or before today."""
    first = about.today.replace(day=1)
    for _month in range(4):
        found = day_of(first.year, first.month, int(day))
        if found is not None and found <= about.today:
            return Stated(found, full=True)
        first = (first - timedelta(days=1)).replace(day=1)
    return UNUSABLE


def nth_of_month(day: float, back: int, about: About) -> Stated:
    """That day of this month or of the one before."""
    first = about.today.replace(day=1)
    if back:
        first = (first - timedelta(days=1)).replace(day=1)
    return usable(day_of(first.year, first.month, int(day)), about, full=True)


def latest(weekday: int, about: About, *, before_today: bool = False) -> Stated:
    """The latest such weekday, today included or not."""
    back = (about.today.weekday() - weekday) % 7
    return Stated(about.today - timedelta(days=back or (7 if before_today else 0)))


def of_week(weekday: int, weeks_back: int, about: About) -> Stated:
    """That weekday of this Monday-to-Sunday week, or of the one before."""
    monday = about.today - timedelta(days=about.today.weekday() + 7 * weeks_back)
    return usable(monday + timedelta(days=weekday), about)


def _numbers(run: Run) -> list[Token]:
    return [token for token in run if token.kind in {"number", "nth"}]


def _month(run: Run, about: About) -> Stated | None:
    """``12 ม.ค. 69``, ``19th of January``, ``Jan 12, 2026``."""
    month = next(token.value for token in run if token.kind == "month")
    day, *year = _numbers(run)
    if not 1 <= day.value <= 31 or day.value != int(day.value):
        return UNUSABLE if 0 < digits_of(day.value) < 3 else None
    if not year:
        return full_date(int(day.value), month, about)
    width = digits_of(year[0].value)
    return full_date(int(day.value), month, about, int(year[0].value), width) if width in {2, 4} else None


def _month_and_year(run: Run, about: About) -> Stated | None:
    """``15 พ.ค. 2569``: four digits that can be a year are one, whatever follows."""
    year = run[-1].value
    return _month(run, about) if digits_of(year) == 4 and _ERAS[0] <= year <= _ERAS[1] else None


_ERAS: Final = (1900, 2700)


def _digits(run: Run, about: About) -> Stated:
    """``15/3/69``, ``2026-01-12``."""
    first, month, last = run[-1].value
    if first > 31:
        return full_date(last, month, about, first, 4)
    return full_date(first, month, about, last, 4 if last > 99 else 2)


def _day_month(run: Run, about: About) -> Stated | None:
    """``12/1``; the month of a fraction is a day's only if the calendar says so."""
    day, month = run[-1].value
    return full_date(day, month, about) if 1 <= month <= 12 and 1 <= day <= 31 else UNUSABLE


def _relative(run: Run, about: About) -> Stated:
    offset = run[0].value
    return AHEAD if offset > 0 else Stated(about.today + timedelta(days=offset))


def _tonight(_run: Run, about: About) -> Stated:
    """Still to come as long as it is day."""
    return AHEAD if _DAWN <= about.minute < _DUSK else Stated(about.today)


def _days_ago(run: Run, about: About) -> Stated | None:
    number = _numbers(run)[0].value
    return usable(about.today - timedelta(days=int(number)), about) if number == int(number) else UNUSABLE


def _nth(run: Run, about: About) -> Stated | None:
    """``วันที่ 28``, ``ศุกร์ที่ 9``, ``the 19th``; the day of a month said beside it."""
    number = _numbers(run)[0].value
    if number != int(number) or not 1 <= number <= 31:
        return UNUSABLE
    named = [token.kind for token in run]
    if "month_unit" in named:
        return AHEAD if "next" in named else nth_of_month(number, int("this" not in named), about)
    return nth(number, about)


def _on_the_nth(run: Run, about: About) -> Stated | None:
    """``on the 19th``, whatever follows; ``the 19th meeting`` is none."""
    return _nth(run, about) if run[0].value == 1 else None


def _weekday(run: Run, about: About) -> Stated:
    """A weekday, and the words around it that say of which week."""
    named = [token for token in run if token.kind in {"weekday", "sunday"}]
    weekday = min(named, key=lambda token: token.kind == "sunday")
    around = {token.kind for token in run if token is not weekday}
    if "next" in around:
        return AHEAD
    if around & {"week", "sunday"}:
        return of_week(weekday.value, int("this" not in around), about)
    if "this" in around:
        return of_week(weekday.value, 0, about)
    return latest(weekday.value, about, before_today=bool(around & {"ago", "from_start", "day_after"}))


def _period(run: Run, _about: About) -> Stated:
    return AHEAD if any(token.kind == "next" for token in run) else UNUSABLE


def _month_alone(run: Run, _about: About) -> Stated | None:
    """``เดือนมกรา`` is no day; two letters without dots may be anything."""
    return UNUSABLE if run[-1].end - run[-1].start > _TWO_LETTERS_AND_A_DOT else None


def _many(_run: Run, _about: About) -> Stated:
    return UNUSABLE


_NOT_UNIT: Final = (
    "(?! hour | minute | day | joiner | oclock | thum | ampm | nalika | counter | money | half hour | percent)"
)
_YEAR: Final = f"(?: comma? (?: label | other )? number {_NOT_UNIT})?"
_NTH: Final = "(?: the_nth | ordinal)"
DATE_RULES: Final[tuple[Rule, ...]] = (
    rule(f"{_NTH}? number (?: joiner | comma | and_ ) {_NTH}? number approx? month", "date", _many),
    rule(f"the_nth number (?: joiner | and_ | comma) the_nth? number {_NOT_UNIT} (?! month)", "date", _many),
    rule(f"(?: weekday | sunday)? {_NTH}? (?: number | nth) approx? month number", "date", _month_and_year),
    rule(f"(?: weekday | sunday)? {_NTH}? (?: number | nth) approx? month number {_NOT_UNIT}", "date", _month),
    rule(
        f"(?: weekday | sunday)? {_NTH}? (?: number | nth) approx? month (?: label | other) number {_NOT_UNIT}",
        "date",
        _month,
    ),
    rule(f"(?: weekday | sunday)? {_NTH}? (?: number | nth) approx? (?: month_unit)? month", "date", _month),
    rule(f"(?: weekday | sunday)? {_NTH}? month nth (?: comma? number {_NOT_UNIT})?", "date", _month),
    rule(f"(?: weekday | sunday)? {_NTH}? month number {_NOT_UNIT}", "date", _month),
    rule("number joiner month joiner number", "date", _month),
    rule("month number (?= joiner number (?: hour | minute))", "date", _month),
    rule("(?: weekday | sunday)? the_nth? date_digits", "date", _digits),
    rule("(?: weekday | sunday)? the_nth? fraction (?! hour | minute | day | approx)", "date", _day_month),
    rule("number (?: day ago | the_nth then)", "date", _days_ago),
    rule("relative_day", "date", _relative),
    rule("tonight", "date", _tonight),
    rule(
        f"{_NTH} (?: number | nth) (?: month_unit (?: ago | this | next) | (?: from_start | this | next) month_unit)",
        "date",
        _nth,
    ),
    rule("the_nth nth approx? (?: from_start | this | next) month_unit", "date", _nth),
    rule(f"(?: weekday | sunday) {_NTH} number ago? {_NOT_UNIT}", "date", _nth),
    rule(f"the_nth number {_NOT_UNIT}", "date", _nth),
    rule("the_nth nth", "date", _on_the_nth),
    rule("(?: weekday the_nth | the_nth | weekday) nth (?! other)", "date", _nth),
    rule("weekday other? (?: sunday | week) (?: ago | this | next)", "date", _weekday),
    rule("(?: sunday | week) (?: ago | this | next) comma? weekday", "date", _weekday),
    rule("weekday approx? comma? (?: from_start | this | next) week", "date", _weekday),
    rule("(?: from_start | this | next) week comma? (?: lead | the_nth)? weekday", "date", _weekday),
    rule("weekday (?: ago | day_after | this (?! week | month_unit) | next)", "date", _weekday),
    rule("(?: from_start | this | next) weekday", "date", _weekday),
    rule("number? (?: week | sunday | month_unit | year) (?: ago | this | next)", "date", _period),
    rule("(?: from_start | this | next) (?: number? (?: week | month_unit | year | day | weekend))", "date", _period),
    rule("weekend (?: ago | this | next)? | number sunday | number week", "date", _many),
    rule("full (?: week | sunday | month_unit | year)", "date", _period),
    rule("month_unit? month", "date", _month_alone),
    rule("day_after | day ago", "date", _many),
    rule("weekday | sunday", "date", _weekday),
)
"""Words to days, the longer sayings first."""
