"""Free time, read from one line: parts of the days of a usual week, how often, how long, and days away."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from domain.reading.amended import (
    after_change,
    instead,
    only_left,
    trimmed,
    without_at,
    without_greetings,
    without_others,
)
from domain.reading.asides import without_asides
from domain.reading.away import Stretch, take_out
from domain.reading.chatter import plural_works, without_calls, without_chatter, without_particles
from domain.reading.clock import CLOCK_RULES
from domain.reading.dates import About
from domain.reading.doubts import doubtful
from domain.reading.groups import GROUP_RULES, JOIN_RULES, Group
from domain.reading.heard import heard, with_breaks
from domain.reading.hours import Understood, moment
from domain.reading.lexicons import week_scanner
from domain.reading.normalise import LONGEST, folded, stopped, tidy
from domain.reading.numbers import NUMBER_RULES
from domain.reading.quantities import QUANTITY_RULES, Quantity
from domain.reading.scan import LONGEST_LINE
from domain.reading.slots import ALL_DAYS, ALL_PARTS, DAY_RULES, PART_RULES
from domain.reading.tokens import Rule, Token, rewrite, rule
from domain.reading.week import Week, balance

_MEANINGLESS: Final = frozenset({"particle", "approx", "noise", "greeting", "of", "usual", "open", "close"})
_STOPPERS: Final = {
    "question_word": "question",
    "question": "question",
    "one_off": "one_off",
    "season": "season",
    "unsure": "unsure",
    "did": "report",
}


@dataclass(frozen=True, slots=True)
class AvailabilityReading:
    """When someone is free in a usual week; no slots and no measures, but understood: explicitly never."""

    slots: frozenset[str] = frozenset()
    days_per_month: float | None = None
    hours_per_week: float | None = None
    away: tuple[tuple[date, date], ...] = ()
    """First and last day of each stretch of days away; told whether or not the usual week is understood."""
    suggestions: tuple[frozenset[str], ...] = ()
    explanation: tuple[Understood, ...] = ()
    understood: bool = False
    reason: str = ""
    """Why nothing is saved: ``one_off``, ``question``, ``only_busy`` …; empty if understood."""


_NOW_AND_THEN: Final = re.compile(r"บ้าง.*ไม่.*บ้าง|sometimes (?:free|yes).*sometimes (?:not|no|busy)")
"""Free at times and at times not: when is left unsaid."""


def _once(_run: object, _about: object) -> bool:
    return True


_DAY: Final = "(?: weekday | sunday | weekend)"
_PERIOD: Final = "(?: week | month_unit | year | day)"
ONE_OFF_RULES: Final[tuple[Rule, ...]] = (
    rule(
        "relative_day | tonight | date_digits | day_after | number? month number? | the_nth number | the_nth nth"
        " | fraction | nth month",
        "one_off",
        _once,
    ),
    rule("joiner now", "one_off", _once),
    rule("everyday (?: ordinal | the_nth) number", "one_off", _once),
    rule(f"{_DAY} (?: ordinal | the_nth) number | {_DAY} the_nth? nth", "one_off", _once),
    rule(
        f"(?: {_DAY} | {_PERIOD}) (?: this | next | ago) | (?: this | next | from_start) (?: {_DAY} | {_PERIOD})",
        "one_off",
        _once,
    ),
)
"""Days of the calendar, and weeks to come: not a usual week."""


HALF_DAY_RULES: Final[tuple[Rule, ...]] = (rule("half day", "half_day", _once),)
"""After the clock, for ``หกโมงครึ่ง`` may come before a day."""


def read_availability(text: str, now: datetime) -> AvailabilityReading:
    """The free time that a line says; ``now`` dates the days away."""
    tidied = tidy(stopped(text[:LONGEST]))
    if not tidied or len(tidied) > LONGEST_LINE:
        return AvailabilityReading(reason="nothing" if not tidied else "too_long")
    line = folded(tidied)
    tokens, quantities, away = parse(line, moment(now))
    explanation = tuple(
        Understood(tidied[token.start : token.end], token.kind, shown(token)) for token in tokens if token.kind in _TOLD
    )
    reading = _reading(tokens, quantities, line)
    reading = _heard(reading, line, moment(now))
    reason = "away" if away and not reading.understood else reading.reason
    return replace(reading, away=away, explanation=explanation, reason=reason)


_LONGEST_ANSWER: Final = 400
"""A line of more characters is read as a whole, and not by its clauses."""


def _heard(whole: AvailabilityReading, line: str, about: About) -> AvailabilityReading:
    """The reading of what is heard of the line; busy times take away, and never add."""
    if len(line) > _LONGEST_ANSWER:
        return whole
    scanned = week_scanner().scan(line)
    stays, goes = heard(scanned, line), heard(scanned, line, busy=False)
    if not stays:
        return whole if not whole.slots else AvailabilityReading(reason="only_busy")
    taken = whole if stays == line else _reading(*parse(stays, about)[:2], stays)
    if goes == stays:
        return taken
    stated = _reading(*parse(goes, about)[:2], goes)
    if not stated.understood:
        return taken
    rest = "".join(" " if kept != " " else said for kept, said in zip(goes, stays, strict=True))
    told = [token for token in parse(rest, about)[0] if token.kind == "group" and _some_days(token)]
    busy = [token.value.slots() for token in told if token.value.days or not _TILL.search(rest, 0, token.end)]
    left = stated.slots - frozenset().union(*busy)
    if left in (stated.slots, taken.slots) and bool(left) == bool(stated.slots):
        return replace(taken if taken.slots == left else stated, slots=left)
    return AvailabilityReading(reason="unclear", suggestions=(left,) if left else ())


_TILL: Final = re.compile(r"ถึง|จน|until|till")
"""``ติดสอนถึงบ่ายสอง``: to the hour, which parts of the day are too coarse for."""


def _some_days(token: Token) -> bool:
    """``ยุ่งทั้งสัปดาห์``: all of all days says nothing of one."""
    return token.value.parts not in {None, ALL_PARTS} or token.value.days not in {None, ALL_DAYS}


_TOLD: Final = frozenset(
    [
        "group",
        "off_group",
        "quantity",
        "one_off",
        "season",
        "question",
        "question_word",
        "no_time",
        "busy",
        "working",
        "job_group",
        "job_end",
        "free",
        "anytime",
        "the_rest",
        "did",
    ]
)


def shown(token: Token) -> str:
    """A token's value for a person."""
    return ", ".join(sorted(token.value.slots())) if isinstance(token.value, Group) else ""


def parse(line: str, about: About) -> tuple[list[Token], list[Quantity], tuple[Stretch, ...]]:
    """The line as groups of days and parts with the words around them; its measures and the days away apart."""
    scanned = without_chatter(week_scanner().scan(line), line)
    scanned = plural_works(without_asides(without_others(scanned, line), line), line)
    scanned = with_breaks(scanned, line) if len(line) <= _LONGEST_ANSWER else scanned
    scanned = without_particles(without_calls(scanned, line), line)
    tokens = [token for token in without_at(without_greetings(scanned, line)) if token.kind not in _MEANINGLESS]
    tokens = rewrite(after_change(instead(only_left(trimmed(tokens), line))), NUMBER_RULES, line)
    tokens, away = take_out(tokens, about)
    tokens, quantities = _apart(rewrite(tokens, QUANTITY_RULES, line))
    tokens = rewrite(
        tokens, (*ONE_OFF_RULES, *CLOCK_RULES, *HALF_DAY_RULES, *DAY_RULES, *PART_RULES, *JOIN_RULES), line
    )
    off = [token for token in tokens if token.kind == "off_group"]
    kept = _anew([token for token in tokens if token.kind != "off_group"], line)
    kept = rewrite(kept, GROUP_RULES, line)
    kept = [token for token in kept if token.kind not in {"mode", "at", "noise"}]
    return sorted([*kept, *off], key=lambda token: token.start), quantities, away


_OF_DAYS: Final = frozenset({"days", "dayclass"})


def _anew(tokens: list[Token], line: str) -> list[Token]:
    """``ยุ่งทั้งอาทิตย์ ว่างจริงๆ ก็เย็นวันอาทิตย์``: what only is free has days of its own, and joins none before."""
    made: list[Token] = []
    for index, token in enumerate(tokens):
        behind = [following.kind for following in tokens[index + 1 : index + 3]]
        if token.kind == "free" and (token.value == 2 or _begins(token, line, behind)) and _OF_DAYS & set(behind):
            made.append(Token("then", token.start, token.start, 0))
        made.append(token)
    return made


def _begins(token: Token, line: str, behind: list[str]) -> bool:
    """``เรียนเสาร์อาทิตย์ เลยว่างเย็นวันธรรมดา``: behind a blank, with a part and days of its own."""
    own = behind[:1] == ["parts"] and line.startswith(("ว่าง", "สะดวก", "เลยว่าง"), token.start)
    return own and line[token.start - 1 : token.start] == " "


_PARTS_OF_DAY: Final = frozenset({"chao", "sai", "bai", "yen", "night"})


def _apart(tokens: list[Token]) -> tuple[list[Token], list[Quantity]]:
    """The measures out of the line; the days and parts named in them stay, beside what follows."""
    kept: list[Token] = []
    quantities: list[Quantity] = []
    beside = False
    for token in tokens:
        if token.kind == "quantity":
            quantities.append(token.value[0])
            kept += token.value[1]
            beside = any(one.kind in _PARTS_OF_DAY for one in token.value[1])
        elif beside and token.kind == "comma":
            beside = False
        else:
            beside = False
            kept.append(token)
    return kept, quantities


def _reading(tokens: list[Token], quantities: list[Quantity], line: str) -> AvailabilityReading:
    """The week and the measures, or why there are none."""
    kinds = {token.kind for token in tokens}
    for kind, reason in _STOPPERS.items():
        if kind in kinds and not (kind == "unsure" and _up_to_you(tokens)):
            return AvailabilityReading(reason=reason)
    week = balance(tokens, line)
    if week.reason == "unclear" or "except_" in kinds or _NOW_AND_THEN.search(line):
        return AvailabilityReading(reason="unclear")
    if "not_mine" in kinds and not (week.slots or quantities):
        return AvailabilityReading(reason="someone_else")
    if "appointment" in kinds and not (kinds & {"free", "anytime", "the_rest"} or quantities):
        return AvailabilityReading(reason="appointment")
    if doubtful(tokens, line, measured=bool(quantities)):
        return AvailabilityReading(reason="unclear", suggestions=(week.slots,) if week.slots else ())
    offered = any(token.kind == "free" and line[token.start : token.end] != "ช่วย" for token in tokens)
    return _measured(week, quantities, offered or bool(_REGULAR.search(line)))


def _up_to_you(tokens: list[Token]) -> bool:
    """``แล้วแต่เลย เมื่อไหร่ก็ได้``: left to the reader, and said to be any time; not ``แล้วแต่งาน``."""
    unsure = [token.value for token in tokens if token.kind == "unsure"]
    return all(unsure) and any(token.kind == "anytime" or _any_day(token) for token in tokens)


def _any_day(token: Token) -> bool:
    return token.kind == "group" and token.value.days == ALL_DAYS


_REGULAR: Final = re.compile(r"ทุก|ละ|every|each|(?:day|end|morning|afternoon|evening|night)s\b|ไม่เกิน|up to")


def _measured(week: Week, quantities: list[Quantity], regular: bool) -> AvailabilityReading:
    """The week with its measures; a bare length belongs to each day only if the line speaks of what is usual."""
    days = next((q.days_per_month for q in quantities if q.days_per_month is not None), None)
    if sum(q.counted for q in quantities) > 1:
        days = sum(q.days_per_month or 0 for q in quantities if q.counted)
    hours = next((q.hours_per_week for q in quantities if q.hours_per_week is not None), None)
    a_day = next((q.hours_per_day for q in quantities if q.hours_per_day is not None), None)
    length = next((q.length for q in quantities if q.length is not None), None)
    named = len({slot[:3] for slot in week.slots})
    if a_day is not None and days is not None and not named:
        return AvailabilityReading(reason="unclear")
    if a_day is not None:
        hours = a_day * (named or 7)
    elif length is not None and hours is None and days is None:
        if not (regular and week.slots) or length < 1:
            return AvailabilityReading(reason="unclear", suggestions=(week.slots,) if week.slots else ())
        hours = length * named
    if not week.slots and days is None and hours is None:
        return AvailabilityReading(understood=week.never, reason="" if week.never else week.reason)
    return AvailabilityReading(week.slots, days, hours, understood=True)
