"""Which part of the day goes with which days: ``จันทร์กับพุธ ตอนค่ำ`` is two evenings, ``เย็นกับเสาร์`` is a union."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from domain.reading.slots import ALL_DAYS, ALL_PARTS, WEEKDAYS, Days, Parts, slots
from domain.reading.tokens import Rule, Token, rule

Run = Sequence[Token]


class Group(NamedTuple):
    """Days and the parts of them; ``None`` where one of the two was not said."""

    days: Days | None
    parts: Parts | None
    after_work: bool = False
    """The part alone means working days."""
    said_free: bool = False
    """With a word such as ว่าง between the days and the part."""

    def slots(self) -> frozenset[str]:
        """What it comes to: no part is the whole day, no day is every day."""
        days = self.days if self.days is not None else WEEKDAYS if self.after_work else ALL_DAYS
        return slots(days, self.parts if self.parts is not None else ALL_PARTS)


def _days(run: Run) -> Days | None:
    named = [token.value for token in run if token.kind in {"days", "dayclass"}]
    return frozenset().union(*named) if named else None


def _parts(run: Run) -> Parts | None:
    named = [token.value for token in run if token.kind in {"parts", "work_parts"}]
    return frozenset().union(*named) if named else None


def _group(run: Run, _about: Any) -> Group:
    work = any(token.kind == "work_parts" for token in run)
    return Group(_days(run), _parts(run), work, any(token.kind == "free" for token in run))


def _same_part(run: Run, _about: Any) -> Parts:
    """``ดึกๆ หลังสามทุ่ม``: one part said twice; ``เช้า บ่าย``: two parts."""
    first, second = (token.value for token in run)
    common: Parts = first & second
    return common or first | second


def _both_parts(run: Run, _about: Any) -> Parts:
    return _parts(run) or frozenset()


def _touching(run: Run, about: Any) -> Group | None:
    """The part goes with the days left out only if nothing stands between the words."""
    between = run[-1].start - run[-2].end
    latin = about[run[-1].start : run[-1].start + 1].isascii()
    return _group(run, about) if between == 0 or latin else None


_SEPARATOR: Final = "(?: and_ | or_ | comma | slash | plus | line | joiner)"
_LIST: Final = f"(?: days {_SEPARATOR}* | dayclass {_SEPARATOR}+)* (?: days | dayclass)"
_PARTS: Final = "(?: parts | work_parts)"
_MARKED: Final = "(?: busy | no_time | working | free)"
JOIN_RULES: Final[tuple[Rule, ...]] = (
    rule(f"except_ {_LIST} {_PARTS}", "off_group", _touching),
    rule(f"except_ (?: {_LIST} | {_PARTS}+ {_LIST} | {_PARTS})", "off_group", _group),
    rule(f"(?<= dayclass) but {_LIST} (?! {_MARKED} | {_PARTS})", "off_group", _group),
)
"""What is left out; taken away before the rest is joined."""

GROUP_RULES: Final[tuple[Rule, ...]] = (
    rule("parts work_parts | work_parts parts", "work_parts", _same_part),
    rule("parts parts", "parts", _same_part),
    rule(f"(?<! days)(?<! dayclass) {_PARTS} (?: {_SEPARATOR}+ {_PARTS})+", "parts", _both_parts),
    rule(
        f"{_PARTS} (?: {_SEPARATOR}+ {_PARTS})+ (?! (?: days | dayclass) (?! parts | work_parts))", "parts", _both_parts
    ),
    rule(
        f"{_PARTS} {_LIST} (?! {_PARTS})"
        f" | {_PARTS} (?: days | dayclass) (?= {_PARTS} (?: days | dayclass) (?! {_PARTS}))"
        f" | (?<! working)(?<! busy) {_LIST} (?: comma | line | free | equals | from)* {_PARTS}",
        "group",
        _group,
    ),
    rule(_LIST, "group", _group),
    rule(_PARTS, "group", _group),
)
"""Days and parts to groups."""
