"""Days of the week and parts of the day, from words and clock times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.reading.clock import DAY, NOON, Clock, between, time_of
from domain.reading.tokens import Rule, Token, rule

Run = Sequence[Token]
Days = frozenset[int]
Parts = frozenset[str]

DAY_NAMES: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS: Final = {"morning": (6 * 60, NOON), "afternoon": (NOON, 17 * 60), "evening": (17 * 60, DAY)}
ALL_PARTS: Final[Parts] = frozenset(PARTS)
ALL_DAYS: Final[Days] = frozenset(range(7))
WEEKDAYS: Final[Days] = frozenset(range(5))
WEEKEND: Final[Days] = frozenset({5, 6})
_ENOUGH: Final = 60
_OF_DAY: Final[dict[str, Parts]] = {
    "chao": frozenset({"morning"}),
    "sai": frozenset({"morning"}),
    "bai": frozenset({"afternoon"}),
    "yen": frozenset({"evening"}),
    "night": frozenset({"evening"}),
    "lunch": frozenset({"afternoon"}),
    "after_work": frozenset({"evening"}),
    "before_work": frozenset({"morning"}),
    "daytime": frozenset({"morning", "afternoon"}),
    "allday": ALL_PARTS,
}


def slots(days: Iterable[int], parts: Iterable[str]) -> frozenset[str]:
    """Every part on every day, as ``mon:morning``."""
    return frozenset(f"{DAY_NAMES[day]}:{part}" for day in days for part in parts)


def parts_of(start: int, end: int) -> Parts:
    """The parts that a stretch covers for an hour or more; if none, the one it covers most."""
    shares = {part: min(end, until) - max(start, since) for part, (since, until) in PARTS.items()}
    covered = frozenset(part for part, share in shares.items() if share >= _ENOUGH)
    return covered or frozenset({max(shares, key=lambda part: shares[part])})


def _weekday_span(run: Run, _about: Any) -> Days:
    """``จันทร์ถึงศุกร์``; from Friday to Monday goes over the weekend."""
    named = [token for token in run if token.kind in {"weekday", "sunday"}]
    first, last = named[0].value, named[-1].value
    return frozenset(day % 7 for day in range(first, last + 1 if last >= first else last + 8))


def _each_named(run: Run, _about: Any) -> Days:
    """``จันทร์-พุธ-ศุกร์``: more than two are a list."""
    return frozenset(token.value for token in run if token.kind != "joiner")


def _each_such(run: Run, _about: Any) -> Days | None:
    """``ทุกวันพุธ`` is no ``ทุกวัน``."""
    return frozenset({run[1].value}) if run[0].end == run[1].start else None


def _narrower(run: Run, _about: Any) -> Days | None:
    """``วันธรรมดาวันไหนก็ได้``: any of those days."""
    first, second = (token.value for token in run)
    return first & second if ALL_DAYS in (first, second) else None


def _short_days(run: Run, _about: Any) -> Days:
    """``M/W/F``."""
    return frozenset(map(int, run[0].value))


def _days(run: Run, _about: Any) -> Days:
    token = next(token for token in run if token.kind in _DAYS_OF or token.kind in {"weekday", "sunday"})
    return _DAYS_OF.get(token.kind, frozenset({token.value}))


_DAYS_OF: Final = {"weekdays": WEEKDAYS, "weekend": WEEKEND, "everyday": ALL_DAYS}


def _parts(run: Run, _about: Any) -> Parts:
    return _OF_DAY[run[-1].kind]


def _part_span(run: Run, _about: Any) -> Parts:
    """``เช้าถึงเย็น``: the first part to the last; a clock time ends or begins it where it falls."""
    first, last = run[0], run[-1]
    start = first.value.minute if first.kind == "clock" else min(PARTS[part][0] for part in _OF_DAY[first.kind])
    end = last.value.minute if last.kind == "clock" else max(PARTS[part][1] for part in _OF_DAY[last.kind])
    return parts_of(start, end if end > start else DAY)


def clock_of(token: Token) -> Clock | None:
    """A time as people say it about their week: plain 1 to 7 are after noon."""
    clock = time_of(token, None)
    if clock is None or clock.minute > DAY:
        return None
    if clock.mark == "bare" and clock.minute < 8 * 60:
        return Clock(clock.minute + NOON, "sure")
    return clock


def _lasttime_of(run: Run, line: str) -> Clock | None:
    """The last time of the run; ``after 5.30`` is after noon, ``05:30`` and ``5.30 น.`` are not."""
    token = next(token for token in reversed(run) if token.kind in {"clock", "clockface", "number"})
    clock = clock_of(token)
    official = run[-1].kind == "nalika" or line[token.start] == "0"
    if clock and token.kind == "clockface" and not official and 60 <= clock.minute < 8 * 60:
        return Clock(clock.minute + NOON, "sure")
    return clock


def _after(run: Run, about: Any) -> Parts | None:
    """``หลัง 6 โมง``, ``18:00 เป็นต้นไป``: until midnight."""
    clock = _lasttime_of(run, about)
    return parts_of(clock.minute, DAY) if clock and clock.minute < DAY else None


def _before(run: Run, about: Any) -> Parts | None:
    """``ก่อนเที่ยง``: from six in the morning."""
    clock = _lasttime_of(run, about)
    return parts_of(6 * 60, clock.minute) if clock else None


def _between(run: Run, _about: Any) -> Parts | None:
    """``9-12``, ``บ่ายสองถึงสี่โมง``: a range, with or without a clock's mark."""
    first, last = (token for token in run if token.kind in {"clock", "clockface", "number"})
    start, end = clock_of(first), time_of(last, None)
    if start is None or end is None or start.minute > DAY or end.minute > DAY:
        return None
    if end.mark in {"pm", "am", "thum"} or end.mark.startswith("mong"):
        start = time_of(first, None) or start
    part = next((token.kind for token in run if token.kind in {"chao", "bai", "yen", "night"}), "")
    if part == "chao":
        start = time_of(first, None) or start
    if _small_hours(run, start, end):
        start, end = Clock(start.minute + NOON, "sure"), Clock(end.minute + NOON, "sure")
    span = between(start, end, part)
    return parts_of(span.start, span.end) if span else None


def _from_part(run: Run, _about: Any) -> Parts:
    """``ตั้งแต่บ่ายเป็นต้นไป``: from where the part begins until midnight."""
    part = next(token.kind for token in run if token.kind in _OF_DAY)
    return parts_of(min(PARTS[name][0] for name in _OF_DAY[part]), DAY)


def _small_hours(run: Run, start: Clock, end: Clock) -> bool:
    """``5.30-7.30`` without a mark: nobody means the small hours."""
    faces = start.mark == end.mark == "face" and all(token.kind in {"clockface", "joiner"} for token in run)
    return faces and 60 <= start.minute < 6 * 60 and end.minute < NOON


def _between_in(run: Run, about: Any) -> Parts | None:
    """``7-9 in the morning``; a Thai part behind a range may belong to what follows."""
    return _between(run, about) if about[run[-1].start].isascii() else None


def _till(run: Run, about: Any) -> Parts | None:
    """``2 till 4``; a word such as ก่อน is no joiner."""
    word = next(token for token in run if token.kind == "before")
    return _between(run, about) if about[word.start : word.end] in {"till", "until"} else None


def _around_lunch(run: Run, _about: Any) -> Parts:
    return frozenset({"morning"}) if run[0].kind == "before" else frozenset({"afternoon", "evening"})


def _at(run: Run, _about: Any) -> Parts:
    """The part in which a single time falls."""
    return parts_of(run[0].value.minute, run[0].value.minute + _ENOUGH)


def _at_hour(run: Run, about: Any) -> Parts | None:
    """``at 6``: the part in which that falls."""
    clock = _lasttime_of(run, about)
    return parts_of(clock.minute, clock.minute + _ENOUGH) if clock and clock.minute < DAY else None


def _am_or_pm(run: Run, _about: Any) -> Parts:
    """``Sat am``, ``Sunday pm``: the half of the working day."""
    return frozenset({"afternoon" if run[0].value else "morning"})


def _going(run: Run, _about: Any) -> bool | None:
    """``เช้าไปวัด``: a word for going, not ``เป็นต้นไป``."""
    return True if run[0].end == run[1].start else None


def _going_free(run: Run, about: Any) -> int | None:
    """``สายๆ ไปช่วยได้``: with a blank before, to go; ``18:00 ไปว่าง`` is from then on."""
    return (
        0 if run[0].value == 1 and _going(run, about) and about[run[0].start - 1 : run[0].start] in {"", " "} else None
    )


def _job_end(run: Run, _about: Any) -> bool | None:
    """``เลิกงานห้าโมงทุกวัน``: when the job is over; ``หลังเลิกงาน`` is free time."""
    at_a_time = run[1].kind not in _OF_DAY or run[0].end == run[1].start
    return True if at_a_time and (run[0].kind == "work_ends" or run[0].value == 1) else None


_MARKED: Final = "(?: free | busy | no_time | working)"
_MORE: Final = (
    "(?: days | dayclass | after | before | from | chao | sai | bai | yen | night | daytime | clock | number)"
)
_PART: Final = "(?: chao | sai | bai | yen | night | daytime)"
_WEEKDAY: Final = "(?: weekday | sunday)"
_TIME: Final = "(?: clock nalika? | clockface nalika? | number nalika?)"
_NOT_UNIT: Final = (
    "(?! hour | minute | day | time_unit | month_unit | week | counter | percent | per_month | per_week | joiner)"
)
DAY_RULES: Final[tuple[Rule, ...]] = (
    rule("onwards other", "other", _going),
    rule("onwards free", "free", _going_free),
    rule("short_days", "days", _short_days),
    rule(f"{_WEEKDAY} (?: joiner {_WEEKDAY}){{2,}}", "dayclass", _each_named),
    rule(f"every? {_WEEKDAY} joiner+ every? {_WEEKDAY}", "dayclass", _weekday_span),
    rule(f"from {_WEEKDAY} and_ {_WEEKDAY}", "dayclass", _weekday_span),
    rule(f"everyday {_WEEKDAY}", "days", _each_such),
    rule("every? (?: weekdays | weekend | everyday)", "dayclass", _days),
    rule(f"every? {_WEEKDAY}", "days", _days),
    rule("dayclass dayclass", "dayclass", _narrower),
)
"""Words to days of the week."""

PART_RULES: Final[tuple[Rule, ...]] = (
    rule(f"(?: {_PART} | clock) joiner+ {_PART} (?! number | clockface)", "parts", _part_span),
    rule(f"{_PART} joiner+ clock", "parts", _part_span),
    rule(f"{_TIME} joiner+ {_TIME} {_PART}", "timed", _between_in),
    rule(f"from? {_TIME} before {_TIME} {_NOT_UNIT}", "timed", _till),
    rule(f"(?: from | {_PART})* {_TIME} joiner+ {_PART}? {_TIME} {_NOT_UNIT}", "timed", _between),
    rule(f"from {_TIME} and_ {_TIME} {_NOT_UNIT}", "timed", _between),
    rule(f"from {_TIME} after_work {_TIME} {_NOT_UNIT}", "job_end", lambda _run, _about: True),
    rule(
        f"(?: after_work | work_ends) (?: from | at | before)? (?: {_TIME} | {_PART})"
        f" (?: comma? (?: days | dayclass)+ (?! {_MARKED} (?! {_MORE})))?",
        "job_end",
        _job_end,
    ),
    rule(f"(?: after | from) {_PART}? {_TIME} onwards? {_NOT_UNIT}", "parts", _after),
    rule(f"{_TIME} onwards {_NOT_UNIT}", "parts", _after),
    rule(f"at {_TIME} {_NOT_UNIT}", "parts", _at_hour),
    rule(f"(?: before | joiner) {_PART}? {_TIME} {_NOT_UNIT}", "parts", _before),
    rule(f"from {_PART} onwards? | {_PART} onwards", "parts", _from_part),
    rule("(?: after | before | from) lunch onwards?", "parts", _around_lunch),
    rule("every? half_day? (?: lunch | after_work | before_work)", "work_parts", _parts),
    rule(f"every? half_day? {_PART}", "parts", _parts),
    rule("(?<= days | dayclass) ampm", "parts", _am_or_pm),
    rule("(?<= parts (?: and_ | slash | or_)) ampm", "parts", _am_or_pm),
    rule("allday", "parts", _parts),
    rule("clock", "parts", _at),
)
"""Words and clock times to parts of the day."""
