"""Clock times and clock ranges, in minutes after midnight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from domain.reading.scan import Face, digits_of
from domain.reading.tokens import Rule, Token, rule

Run = Sequence[Token]
NOON: Final = 12 * 60
DAY: Final = 24 * 60


class Clock(NamedTuple):
    """A time of day; ``mark`` tells how sure it is: a bare number may be morning or afternoon."""

    minute: int
    mark: str
    """``bare`` 9, ``face`` 9.30, ``hour`` 9 น., ``mong``, ``mong_chao``, ``mong_yen``, ``thum``, ``am``, ``pm``;
    ``sure`` for the rest."""


class Span(NamedTuple):
    """From a time to a time; an end beyond midnight counts on, past 1440."""

    start: int
    end: int
    to_now: bool = False

    @property
    def minutes(self) -> int:
        """How long."""
        return self.end - self.start


def _minutes(run: Run) -> int | None:
    """The minutes said after an hour: ครึ่ง, สิบห้า, 20 นาที; ``None`` where they are none."""
    for token in run:
        if token.kind == "half":
            return 30
        if token.kind == "number":
            return int(token.value) if token.value < 60 and token.value == int(token.value) else None
    return 0


def _clock(hour: float, rest: Run, mark: str) -> Clock | None:
    """A whole hour and what follows it."""
    minutes = _minutes(rest)
    if minutes is None or hour != int(hour) or not 0 <= hour <= 24:
        return None
    return Clock(int(hour) * 60 + minutes, mark)


def _noon(run: Run, _about: Any) -> Clock | None:
    return _clock(run[0].value, run[1:], "sure")


def _tee(run: Run, _about: Any) -> Clock | None:
    return _clock(run[1].value, run[2:], "sure") if run[1].value <= 6 else None


def _thum(run: Run, _about: Any) -> Clock | None:
    """``สามทุ่มครึ่ง``; ``ทุ่ม`` alone is one ทุ่ม."""
    number = run[0].value if run[0].kind == "number" else 1
    rest = run[2:] if run[0].kind == "number" else run[1:]
    return _clock(number + 18, rest, "thum") if 1 <= number <= 6 else None


def _afternoon(run: Run, _about: Any) -> Clock | None:
    """``บ่ายสาม``, ``บ่าย 2 โมงครึ่ง``, ``บ่าย 2.30``."""
    face = run[1].value
    if isinstance(face, Face):
        clock = of_face(face)
        return clock and Clock(clock.minute + NOON if clock.minute < 7 * 60 else clock.minute, "sure")
    hour = face + 12 if face < 7 else face
    return _clock(hour, run[2:], "sure") if 12 <= hour < 19 else None


def _mong(run: Run, _about: Any) -> Clock | None:
    """``สี่โมงเย็น``, ``สามโมงเช้า``, ``สิบโมงครึ่ง``, ``เย็น 5 โมง``: of the morning, of the evening, or as is usual."""
    number = next(token.value for token in run if token.kind == "number")
    after = run[[token.kind for token in run].index("oclock") + 1 :]
    part = next((token.kind for token in run if token.kind in {"chao", "yen", "sai", "night"}), "")
    hour = hour_of_mong(number, part)
    mark = {"chao": "mong_chao", "sai": "mong_chao", "yen": "mong_yen", "night": "mong_yen"}.get(part, "mong")
    return None if hour is None else _clock(hour, [token for token in after if token.kind in {"half", "number"}], mark)


def hour_of_mong(number: float, part: str = "") -> int | None:
    """The hour that X โมง means; ``None`` where it means none."""
    if not 1 <= number <= 12 or number != int(number):
        return int(number) if 13 <= number <= 23 else None
    if part in {"chao", "sai"}:
        return int(number + 6 if number <= 5 else number)
    if part in {"yen", "night"}:
        return int(number + 12) if number <= 11 else None
    return int(number + 12 if number <= 6 else number)


def _on_the_hour(run: Run, _about: Any) -> Clock | None:
    """``9 น.``, ``14 นาฬิกา 30 นาที``."""
    value = run[0].value
    if isinstance(value, Face):
        return of_face(value)
    if digits_of(value) == 4:
        return of_four_digits(value)
    return _clock(value, run[2:], "hour")


def _am_pm(run: Run, _about: Any) -> Clock | None:
    """``2:30 pm``, ``noon`` is 12 pm."""
    value, half_day = run[0].value, run[1].value
    clock = of_face(value) if isinstance(value, Face) else _clock(value, (), "bare")
    if clock is None or clock.minute >= 13 * 60:
        return clock and Clock(clock.minute, "sure")
    return Clock(clock.minute % NOON + half_day * 60, "pm" if half_day else "am")


def of_face(face: Face) -> Clock | None:
    """``9.30`` as a time; ``None`` for 9.75."""
    minutes = face.whole * 60 + int(face.part)
    return Clock(minutes, "face") if int(face.part) < 60 and minutes <= DAY else None


def of_four_digits(number: float) -> Clock | None:
    """``0930`` as a time."""
    hour, minute = divmod(int(number), 100)
    return Clock(hour * 60 + minute, "face") if hour <= 24 and minute < 60 else None


_UNIT: Final = (
    "(?! hour | minute | day | counter | month | month_unit | money | week | year | percent | joiner number hour)"
)
CLOCK_RULES: Final[tuple[Rule, ...]] = (
    rule(f"bai_mong number (?: minute | {_UNIT})", "clock", _noon),
    rule("midnight half? | noon half | bai_mong half?", "clock", _noon),
    rule(f"noon number (?: minute | {_UNIT})", "clock", _noon),
    rule("noon", "clock", _noon),
    rule(f"tee number half? {_UNIT}", "clock", _tee),
    rule("number thum number minute", "clock", _thum),
    rule(f"number thum (?: half | number {_UNIT})?", "clock", _thum),
    rule("thum half | thum one | thum digit_word | thum", "clock", _thum),
    rule(f"bai number number (?: minute | {_UNIT})", "clock", _afternoon),
    rule(f"bai number oclock number (?: minute | {_UNIT})", "clock", _afternoon),
    rule(f"bai (?: number oclock half? | clockface {_UNIT} | number half? {_UNIT})", "clock", _afternoon),
    rule("(?: chao | sai | yen | night) number oclock half?", "clock", _mong),
    rule("number oclock (?: chao | sai | yen | night) half?", "clock", _mong),
    rule("number oclock half (?: chao | yen)?", "clock", _mong),
    rule("number oclock number minute", "clock", _mong),
    rule(f"number oclock number {_UNIT}", "clock", _mong),
    rule("number oclock", "clock", _mong),
    rule("number nalika number minute", "clock", _on_the_hour),
    rule("(?: number | clockface) nalika", "clock", _on_the_hour),
    rule("(?: number | clockface) ampm", "clock", _am_pm),
)
"""Words to single times."""


def _span(run: Run, about: Any) -> Span | None:
    """Two times and a joiner; ``None`` where nothing marks bare numbers as times."""
    ends = [token for token in run if token.kind in {"clock", "clockface", "number", "now"}]
    marked = any(token.kind != "number" for token in (*run[:1], *ends)) or _four_digits(ends)
    start, end = (time_of(token, about) for token in ends)
    if not marked or start is None or end is None:
        return None
    part = next((token.kind for token in run if token.kind in {"chao", "sai", "bai", "yen", "night"}), "")
    if part in {"yen", "night"} and end.mark == "mong" and end.minute < NOON:
        end = Clock(end.minute + NOON, "mong_yen")
    return between(start, end, part, to_now=ends[1].kind == "now")


def _four_digits(ends: Run) -> bool:
    """``0900-1200``, and not ``2024-2025``."""
    return all(digits_of(token.value) == 4 and token.value % 5 == 0 for token in ends)


def time_of(token: Token, about: Any) -> Clock | None:
    """Any token that can be an end of a range, as a time."""
    if token.kind == "clock":
        clock: Clock = token.value
        return clock
    if token.kind == "clockface":
        return of_face(token.value)
    if token.kind == "now":
        return Clock(about.minute, "sure")
    if digits_of(token.value) == 4:
        return of_four_digits(token.value)
    return _clock(token.value, (), "bare")


def between(start: Clock, end: Clock, part: str = "", *, to_now: bool = False) -> Span | None:
    """The range from start to end; ``None`` if both are the same moment."""
    first = _start(start, end, part)
    last = end.minute
    if last == first:
        return None
    if last <= first:
        both_bare = start.mark == end.mark == "mong"
        last += (
            NOON
            if (both_bare and last + NOON > first)
            or (end.mark in {"bare", "face"} and last <= NOON and first < last + NOON)
            else DAY
        )
    return Span(first, last, to_now) if last - first < DAY else None


def _start(start: Clock, end: Clock, part: str) -> int:
    """The start, in the light of what marks the end or stands before."""
    if start.mark != "bare" and not (start.mark == "face" and end.mark in {"pm", "thum"}):
        return start.minute
    number = start.minute // 60
    if end.mark == "pm":
        return start.minute + NOON if start.minute + NOON < end.minute and number < 12 else start.minute
    if start.mark == "face":
        return start.minute
    if end.mark == "thum" and (number + 18) * 60 < end.minute:
        return (number + 18) * 60
    if end.mark.startswith("mong") or end.mark == "thum":
        same, usual = hour_of_mong(number, end.mark[5:]) or number, hour_of_mong(number) or number
        return (same if same * 60 < end.minute else usual) * 60
    return start.minute + NOON if part in {"bai", "yen", "night"} and number < 12 else start.minute


def _begun_and_ended(run: Run, about: Any) -> Span | None:
    """``เริ่ม 9.00 เลิก 12.00``, ``9 โมง เสร็จเที่ยง``."""
    start, end = (time_of(token, about) for token in run if token.kind in {"clock", "clockface"})
    return between(start, end) if start and end else None


_TIME: Final = "(?: clock | clockface | number)"
_PART: Final = "(?: chao | sai | bai | yen | night)"
_JOIN: Final = f"nalika? joiner+ (?: from | approx | {_PART})*"
SPAN_RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"from+ {_PART}? {_TIME} (?: nalika? joiner+ | and_) {_PART}? (?: {_TIME} nalika? | now) {_UNIT}", "span", _span
    ),
    rule(f"{_PART} {_TIME} {_JOIN} (?: {_TIME} nalika? | now) {_UNIT}", "span", _span),
    rule(f"(?: clock | clockface) {_JOIN} (?: clock | now)", "span", _span),
    rule(f"{_TIME} {_JOIN} (?: {_TIME} nalika? | now) {_UNIT}", "span", _span),
    rule(
        "lead* (?: clock | clockface) nalika? (?: other | did | and_ | comma | then | counted | joiner | line){0,4}"
        " finish+ (?: lead | other)? (?: clock | clockface) nalika?",
        "span",
        _begun_and_ended,
    ),
)
"""Two times to a range."""
