"""Which part of the day goes with which days: ``จันทร์กับพุธ ตอนค่ำ`` is two evenings, ``เย็นกับเสาร์`` is a union."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from domain.reading.slots import ALL_DAYS, ALL_PARTS, WEEKDAYS, WEEKEND, Days, Parts, slots
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
    job: bool = False
    """The hours of a job: ``I work Mon to Fri, 9 to 6``."""

    def slots(self) -> frozenset[str]:
        """What it comes to: no part is the whole day, no day is every day."""
        days = self.days if self.days is not None else WEEKDAYS if self.after_work else ALL_DAYS
        return slots(days, self.parts if self.parts is not None else ALL_PARTS)


def _days(run: Run) -> Days | None:
    named = [token.value for token in run if token.kind in {"days", "dayclass"}]
    return frozenset().union(*named) if named else None


def _parts(run: Run) -> Parts | None:
    named = [token.value for token in run if token.kind in {"parts", "work_parts", "timed"}]
    return frozenset().union(*named) if named else None


def _group(run: Run, _about: Any) -> Group:
    work = any(token.kind == "work_parts" for token in run)
    return Group(_days(run), _parts(run), work, any(token.kind == "free" for token in run))


def _job(run: Run, about: Any) -> Group:
    return _group(run, about)._replace(job=True)


def _limited(run: Run, about: Any) -> Group:
    """``ว่างเสาร์ แต่ไม่เกินบ่ายสาม``: the part goes with the days before."""
    return _group(run, about)


def _only(run: Run, about: Any) -> Group | None:
    """``เสาร์ได้แต่เช้า``: without a blank it is no *but*."""
    *_days_of, free, but, part = run
    return _group(run, about) if free.end == but.start and but.end == part.start else None


_CLOCK_WORDS: Final = re.compile(r"\d|โมง|ทุ่ม|เที่ยง|noon")


_LIMIT: Final = re.compile(r"not |no |ไม่ก่อน|ไม่เกิน|หลัง|after |before |ก่อน")


def _limit(run: Run, about: Any) -> Group | None:
    """``Sundays only, and not before noon``: a limit of what was said, and no more of it."""
    return _group(run, about) if _LIMIT.match(about, run[-1].start) else None


_UNTIL: Final = re.compile("ไม่เกิน|ไม่หลัง|ก่อน|before |until |till |by |not after |no later")


def _within(run: Run, about: Any) -> Group | None:
    """``ตอนเย็นพอได้ แต่ไม่เกินสองทุ่ม``: an end of what was said adds nothing to it."""
    first, last = (token for token in run if token.kind in {"parts", "work_parts", "timed"})
    common = first.value & last.value
    if not common or not _UNTIL.match(about, last.start):
        return None
    return Group(_days(run), common, first.kind == "work_parts", any(token.kind == "free" for token in run))


def _by_the_clock(run: Run, about: Any) -> Group | None:
    """``after 6, Mon and Wed``: a clock time goes with the days behind the comma."""
    return _group(run, about) if _CLOCK_WORDS.search(about, run[0].start, run[0].end) else None


def _listed(run: Run, about: Any) -> Group | None:
    """``lunchtimes, Mon to Thu``; ``evenings, weekends`` may be both."""
    return None if any(token.value == WEEKEND for token in run[1:]) else _group(run, about)


def _done_then(run: Run, about: Any) -> Group | None:
    """``ขับแท็กซี่กลางคืน กลางวันว่าง``: a part that clings to what is done then."""
    before = about[: run[0].start]
    return None if before.endswith(" ") and not before.rstrip()[-1:].isascii() else _group(run, about)


def _english_but(run: Run, about: Any) -> Group | None:
    """``any time but mornings``; แต่ may as well mean *only*."""
    return _group(run, about) if about[run[0].start : run[0].end] == "but" else None


def _overnight(run: Run, _about: Any) -> int | None:
    """``ศุกร์เย็นถึงอาทิตย์``: through the nights, or not."""
    return 0 if any(token.kind == "joiner" and token.value == 0 for token in run) else None


def _own_word(run: Run, about: Any) -> Group | None:
    """``อาทิตย์ขอพัก เสาร์ได้ทั้งวัน``: the word for being free clings to its days."""
    at = next(index for index, token in enumerate(run) if token.kind == "free")
    return _group(run, about) if run[at - 1].end == run[at].start else None


def _one_class(run: Run, about: Any) -> Group | None:
    """``Saturday, weekday evenings``: the part goes with no more than the working days, or the weekend."""
    listed = about[run[0].start - 1 : run[0].start] == "/"
    return _touching(run, about) if run[0].value in (WEEKDAYS, WEEKEND) and not listed else None


def _own_part(run: Run, about: Any) -> Group | None:
    """``เสาร์ เย็นวันพุธ``: a part that clings to the days after, and not to those before."""
    part, days = run[0], run[1]
    return _group(run, about) if part.end == days.start and about[part.start - 1 : part.start] == " " else None


def _by_mode(run: Run, about: Any) -> Group | None:
    """``เสาร์ออนไลน์ช่วงเย็น``: the way of working clings to its days."""
    mode = next(index for index, token in enumerate(run) if token.kind == "mode")
    return _group(run, about) if run[mode - 1].end == run[mode].start else None


def _free_parts(run: Run, about: Any) -> Group | None:
    """``เช้าว่างทุกวัน``, ``บ่ายว่าง จันทร์กับพุธ``; ``เย็นได้ เสาร์อาทิตย์`` may be either."""
    at = next(index for index, token in enumerate(run) if token.kind in {"free", "anytime"})
    every_day = all(token.value == ALL_DAYS for token in run[at + 1 :])
    if run[at - 1].end != run[at].start and not about[run[at].start].isascii() and not every_day:
        return None
    weekend = any(token.value == WEEKEND for token in run[at + 1 :])
    return None if weekend and run[at].end != run[at + 1].start else _group(run, about)


def _same_part(run: Run, _about: Any) -> Parts:
    """``ดึกๆ หลังสามทุ่ม``: one part said twice; ``เช้า บ่าย``: two parts."""
    first, second = (token.value for token in run)
    common: Parts = first & second
    return common or first | second


def _more_exact(run: Run, _about: Any) -> Parts | None:
    """``4-7 เย็น``: the range says it better than the word behind it."""
    span, part = (token.value for token in run)
    return span if part <= span else None


def _both_parts(run: Run, _about: Any) -> Parts:
    return _parts(run) or frozenset()


def _touching(run: Run, about: Any) -> Group | None:
    """The part goes with the days left out only if nothing stands between the words."""
    between = run[-1].start - run[-2].end
    latin = about[run[-1].start : run[-1].start + 1].isascii()
    return _group(run, about) if between == 0 or latin else None


_SEPARATOR: Final = "(?: and_ | or_ | comma | slash | plus | line | joiner)"
_LIST: Final = f"(?: days {_SEPARATOR}* | dayclass {_SEPARATOR}+)* (?: days | dayclass)"
_PARTS: Final = "(?: parts | work_parts | timed)"
_MARKED: Final = "(?: busy | no_time | working | free)"
JOIN_RULES: Final[tuple[Rule, ...]] = (
    rule("busy other? appointment", "busy", lambda _run, _about: True),
    rule("the_rest (?: no_time | busy | working | work_ends | job_end)", "noise", lambda _run, _about: True),
    rule(f"except_ {_LIST} {_PARTS}", "off_group", _touching),
    rule(f"except_ (?: {_LIST} | {_PARTS}+ {_LIST} | {_PARTS})", "off_group", _group),
    rule(f"(?<= dayclass) but {_LIST} (?! {_MARKED} | {_PARTS})", "off_group", _group),
    rule(f"(?<= {_PARTS} | anytime) but {_LIST} $", "off_group", _group),
    rule(f"(?<= anytime | dayclass) but {_PARTS} $", "off_group", _english_but),
)
"""What is left out; taken away before the rest is joined."""

_COMMA: Final = "(?: comma | line)"
_REFUSED: Final = "(?<= busy | no_time | working)"
_SPLITTER: Final = "(?: comma | and_ | or_ | line | slash | mode)"
_UNREFUSED: Final = "(?<! working)(?<! busy)(?<! no_time)"
_TAKEN: Final = f"(?! free (?! {_LIST} | {_PARTS} | comma | line))"
"""Not if a word for being free stands last: then what it follows is free."""
_STOP: Final = "(?= $ | comma | line | but | then | not_mine | other | mode)"
GROUP_RULES: Final[tuple[Rule, ...]] = (
    rule(
        f"{_PARTS} (?: busy | working | no_time) (?: and_? other)? dayclass (?= $ | comma? free {_PARTS})",
        "off_group",
        _group,
    ),
    rule(f"{_LIST} {_PARTS} joiner {_LIST}", "unsure", _overnight),
    rule(f"(?<= working) other? {_LIST} (?: comma | line | from)* timed {_TAKEN}", "job_group", _job),
    rule(f"(?<= working) other? timed (?: {_COMMA}? {_LIST} {_TAKEN})?", "job_group", _job),
    rule(f"(?<! days)(?<! dayclass)(?<! comma) timed {_COMMA} {_LIST} (?! {_PARTS})", "group", _group),
    rule(f"(?<! days)(?<! dayclass)(?<! comma) parts {_COMMA} {_LIST} $", "group", _by_the_clock),
    rule("(?<! days)(?<! dayclass) timed parts", "parts", _more_exact),
    rule("timed", "parts", _both_parts),
    rule(f"(?<= other) (?: {_LIST} {_PARTS}? | {_PARTS}) {_COMMA} (?= (?: {_LIST} | {_PARTS})+ free)", "group", _group),
    rule(f"^ {_PARTS} (?: {_COMMA} | free comma) {_LIST} $", "group", _listed),
    rule(f"(?<= other) {_PARTS} (?= {_PARTS} {_LIST}? free)", "group", _done_then),
    rule(
        f"(?<! days)(?<! dayclass) {_PARTS} {_LIST} (?= comma? {_PARTS} {_LIST} (?: $ | comma? {_PARTS} {_LIST}))",
        "group",
        _group,
    ),
    rule(f"{_REFUSED} other {_LIST}? {_PARTS} {_COMMA}? (?= {_PARTS} free)", "group", _group),
    rule(f"{_REFUSED} {_LIST} free {_PARTS}", "group", _own_word),
    rule(f"{_REFUSED} {_LIST} {_COMMA}? (?= {_LIST} {_PARTS}? free (?! {_LIST} | {_PARTS}))", "group", _group),
    rule(f"{_REFUSED} {_PARTS} {_COMMA}? (?= {_PARTS} {_LIST}? free (?! {_LIST} | {_PARTS}))", "group", _group),
    rule(f"{_REFUSED} {_LIST} {_PARTS}", "group", _touching),
    rule(f"{_UNREFUSED} {_LIST} free but {_PARTS}", "group", _only),
    rule(f"{_UNREFUSED} (?: {_LIST})? {_PARTS} free? comma? but free* {_PARTS}", "group", _within),
    rule(f"{_UNREFUSED} {_LIST} comma? and_ {_PARTS} {_STOP}", "group", _limit),
    rule("parts work_parts | work_parts parts", "work_parts", _same_part),
    rule("parts parts", "parts", _same_part),
    rule(f"(?<! days)(?<! dayclass) {_PARTS} (?: {_SEPARATOR}+ {_PARTS})+", "parts", _both_parts),
    rule(
        f"{_PARTS} (?: {_SEPARATOR}+ {_PARTS})+ (?! (?: days | dayclass) (?! parts | work_parts))", "parts", _both_parts
    ),
    rule(f"(?<= {_SPLITTER}) dayclass {_PARTS}", "group", _one_class),
    rule(f"(?<= days | dayclass) {_PARTS} (?: days | dayclass) (?! {_PARTS})", "group", _own_part),
    rule(f"{_LIST} free? mode {_PARTS}", "group", _by_mode),
    rule(f"(?<! days)(?<! dayclass) {_PARTS} (?: free | anytime) {_LIST} {_STOP}", "group", _free_parts),
    rule(f"{_UNREFUSED} {_LIST} (?: free comma?)? but free* {_PARTS} (?! {_MARKED} | {_LIST})", "group", _limited),
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
