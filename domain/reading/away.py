"""Days away: ``ไม่อยู่ 1-15 เม.ย.``; dates to come on which someone says they are not there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from domain.reading.dates import About, common_year, day_of
from domain.reading.scan import digits_of
from domain.reading.tokens import Rule, Token, rewrite, rule

Run = Sequence[Token]
Stretch = tuple[date, date]
_REFUSALS: Final = frozenset({"gone", "no_time", "busy", "except_"})
_CUTS: Final = frozenset({"but", "comma", "line"})


def _coming(day: int, month: int, year: Token | None, about: About) -> date | None:
    """The day of the year said, or else the next one from today."""
    if year is not None:
        common = common_year(int(year.value), digits_of(year.value), about, month, day)
        return None if common is None else day_of(common, month, day)
    this_year = day_of(about.today.year, month, day)
    if this_year is not None and this_year >= about.today:
        return this_year
    return day_of(about.today.year + 1, month, day)


def _stretch(run: Run, about: About) -> Stretch | None:
    """``1-15 เม.ย.``, ``28 ธ.ค. - 2 ม.ค.``, ``5 เม.ย. 69``: first and last day."""
    months = [token.value for token in run if token.kind == "month"]
    numbers = [token for token in run if token.kind == "number"]
    years = [token for token in numbers if token.value > 31]
    days = [int(token.value) for token in numbers if token.value <= 31]
    if not months or not days:
        return None
    year = years[-1] if years else None
    return _ordered(_coming(days[0], months[0], year, about), _coming(days[-1], months[-1], year, about))


def _in_digits(run: Run, about: About) -> Stretch | None:
    """``1/4-15/4``, ``1/4/69``."""
    ends: list[date | None] = []
    for token in run:
        if token.kind == "fraction":
            ends.append(_coming(token.value[0], token.value[1], None, about))
        elif token.kind == "date_digits":
            day, month, year = token.value if token.value[0] <= 31 else token.value[::-1]
            common = common_year(year, 4 if year > 99 else 2, about, month, day)
            ends.append(None if common is None else day_of(common, month, day))
    return _ordered(ends[0], ends[-1])


def _ordered(first: date | None, last: date | None) -> Stretch | None:
    """Both days, the second in the year after if it would come before the first."""
    if first is None or last is None:
        return None
    if last < first:
        last = day_of(last.year + 1, last.month, last.day)
    return (first, last) if last is not None and last - first < timedelta(days=366) else None


_DAY: Final = "the_nth? number"
_YEAR: Final = "(?: number (?! joiner | hour | day | oclock))?"
AWAY_RULES: Final[tuple[Rule, ...]] = (
    rule(f"{_DAY} month {_YEAR} joiner+ {_DAY} month {_YEAR}", "away", _stretch),
    rule(f"{_DAY} joiner+ {_DAY} month {_YEAR}", "away", _stretch),
    rule(f"{_DAY} month {_YEAR}", "away", _stretch),
    rule("(?: fraction | date_digits) (?: joiner+ (?: fraction | date_digits))?", "away", _in_digits),
)
"""Dates to stretches of days."""


def take_out(tokens: list[Token], about: About) -> tuple[list[Token], tuple[Stretch, ...]]:
    """The tokens without what says when someone is away, and those stretches, the past ones left out."""
    if not any(token.kind in _REFUSALS for token in tokens):
        return tokens, ()
    kept: list[Token] = []
    away: list[Stretch] = []
    for clause in _clauses(tokens):
        dated = rewrite(clause, AWAY_RULES, about)
        stretches = [token.value for token in dated if token.kind == "away"]
        refused = any(token.kind in _REFUSALS for token in dated)
        away += [stretch for stretch in stretches if refused and stretch[1] >= about.today]
        kept += _rest(dated) if stretches and refused else clause
    return kept, tuple(away)


def _rest(clause: list[Token]) -> list[Token]:
    """What stands before an exception of dates; nothing of a clause that only says away."""
    kinds = [token.kind for token in clause]
    return clause[: kinds.index("except_")] if "except_" in kinds else []


def _clauses(tokens: Sequence[Token]) -> list[list[Token]]:
    """The line cut at its stops; a stop begins its clause."""
    clauses: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in _CUTS:
            clauses.append([])
        clauses[-1].append(token)
    return clauses
