"""What of a line about free time is heard: the clauses that say when; what tells of anything else is left out.

A clause tells of a job, of somebody else, of a single day that is refused, asks back, or is chatter. Days and
parts never move from one that is left out to another; busy times take away from what is stated, and never add.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from domain.reading.others import others_week
from domain.reading.sentences import AMENDS, DAYS, FREE, ONCE, REFUSES, SILENT, Part, parts_of_line
from domain.reading.telling import RESTS, only_free, tells
from domain.reading.tokens import Token
from domain.reading.verdicts import judge


def heard(tokens: Sequence[Token], line: str, *, busy: bool = True) -> str:
    """The line with blanks for what is none of the sender's free time; the same line if that cannot be told.

    Nothing, if whatever has a time in it tells of a job or of somebody else.
    A sentence of its own about busy times stays, unless ``busy`` is false.
    """
    parts = parts_of_line(tokens, line)
    if not 1 < len(parts) <= _MOST:
        return line
    others = [(start, _stop(parts, start, end)) for start, end in others_week(line)]
    for part in parts:
        part.tells = tells(part, line, others)
    parts = _with_reasons(parts, line)
    for before, part, following in zip(parts, parts[1:], parts[2:], strict=False):
        works = before.tells == "busy" and part.hard and part.kinds - SILENT == {"working"} and not following.hard
        if works and following.tells == "free" and following.timed:
            part.tells = "chat"
    timed = [part.tells for part in parts if part.timed]
    if timed and set(timed) <= {"job", "other"} and not any(_never(part, line) for part in parts):
        return ""
    judge(parts, line)
    dropped = _DROPPED if busy else _DROPPED | {"taken"}
    kept = [part for index, part in enumerate(parts) if part.tells not in dropped or not _left_out(parts, index)]
    if len(kept) == len(parts) or not any(part.timed or _never(part, line) for part in kept):
        return line
    if not all(_allowed(parts, index, kept, line) for index, part in enumerate(parts) if part not in kept):
        return line
    made = list(line)
    for part in parts:
        if part not in kept:
            made[part.start : part.end] = " " * (part.end - part.start)
    return "".join(made)


_MOST: Final = 24
"""A line of more clauses is a text."""


def with_breaks(tokens: list[Token], line: str) -> list[Token]:
    """The line with a break between sentences that state days and parts of their own, so that they join in nothing."""
    parts = parts_of_line(tokens, line)
    if not 1 < len(parts) <= _MOST:
        return tokens
    starts = {
        part.tokens[0].start
        for before, part in pairwise(parts)
        if part.hard and _whole(before) and _whole(part) and (part.clocked and before.kinds & FREE)
    }
    made: list[Token] = []
    for token in tokens:
        if token.start in starts:
            made.append(Token("then", token.start, token.start, 0))
        made.append(token)
    return made


def _whole(part: Part) -> bool:
    """Whether a clause names days, and nothing that is refused or corrected."""
    return bool(part.kinds & DAYS) and not part.kinds & (REFUSES | AMENDS | {"working", "the_rest"})


def _never(part: Part, line: str) -> bool:
    """``ไม่มีเวลาว่างเลย``."""
    return "no_time" in part.kinds and bool(_AT_ALL.search(line, part.start, part.end))


_AT_ALL: Final = re.compile(r"เลย|สักวัน|\bat all\b")


def _stop(parts: Sequence[Part], start: int, end: int) -> int:
    """Where the sentence ends that speaks of somebody else."""
    return min([end, *(part.start for part in parts if part.hard and part.start > start)])


def _with_reasons(parts: Sequence[Part], line: str) -> list[Part]:
    """``…, เย็นๆ รถติดมาก``: a time that opens a reason behind all else belongs to it."""
    made: list[Part] = []
    for part in parts:
        opens = made and made[-1].tells == "when" and (made[-1].hard or made[-1].comma) and len(made) > 1
        if opens and not part.hard and not part.timed and RESTS.search(line, part.start, part.end):
            made[-1].tokens, made[-1].end, made[-1].tells = made[-1].tokens + part.tokens, part.end, "job"
        else:
            made.append(part)
    return made


_DROPPED: Final = frozenset({"told", "job", "other", "once", "ask", "chat"})


def _left_out(parts: Sequence[Part], index: int) -> bool:
    """Whether a clause of chatter stands by itself, so that no time beside it can be its own."""
    part, behind = parts[index], parts[index + 1 :]
    if part.tells in {"told", "taken"}:
        return True
    if index and not part.hard and _held(part, parts[:index]):
        return False
    works = part.tells == "chat" and bool(part.kinds & {"working", "busy"})
    greets = part.tells == "chat" and not works and bool(part.kinds & {"greeting", "particle", "year"})
    if greets or not behind or (behind[0].hard and not works) or behind[0].tells not in {"when", "open"}:
        return True
    return part.tells == "ask" or (part.tells == "job" and only_free(behind[0])) or _lets_go(part, behind)


def _held(part: Part, before: Sequence[Part]) -> bool:
    """``วันอาทิตย์ ไปวัด``: what is done at the time before, unless free time was said, or why (``…, หลังรับลูก``)."""
    first = part.tokens[0].kind
    why = bool(before[-1].kinds & DAYS) and (first == "after" or (first == "before" and before[-1].clocked))
    apart = part.comma and len(part.tokens) > 1
    return before[-1].tells == "when" and not (apart or why or any(one.tells == "free" for one in before))


def _lets_go(part: Part, behind: Sequence[Part]) -> bool:
    """Whether the bare times behind a clause are what is stated, and not the times of what it tells."""
    rest = next((one for one in behind[1:] if one.tells != "when" or one.hard), None)
    if behind[0].hard:
        return rest is None or rest.hard or rest.tells != "free" or not rest.timed or rest.tokens[0].kind != "free"
    if rest is None:
        dated = part.tells == "job" and not part.kinds & DAYS and bool(behind[0].kinds & DAYS)
        return dated and any(one.clocked for one in behind)
    return not rest.hard and "free" in rest.kinds and not rest.timed


_ABOUT_WHEN: Final = re.compile(r"ว่าง|สะดวก|\bfree\b|availab|เรื่องเวลา")
_WELL: Final = re.compile(r"ได้(?:ไหม|มั้ย|ไม๊|มั๊ย|รึ|หรือ|ป)|\b(?:ok|okay|does that work|is that ok|alright|right)\b")
_OF_EVENT: Final = re.compile(r"กี่โมง|วันไหน|เมื่อไ|\b(?:what time|when|which)\b")
_OTHERWISE: Final = re.compile(
    r"\bother(?:wise)?\b|อื่น|เหลือ|นอกนั้น|(?:ตอน|หลังจาก|ช่วง|เวลา|วัน)นั้น|\bthen\b|after that|in between"
)
"""What is free is told from what is not."""


def _allowed(parts: Sequence[Part], index: int, kept: Sequence[Part], line: str) -> bool:
    """Whether a clause may be left out beside those that are kept."""
    part = parts[index]
    has = set().union(*(one.kinds for one in kept))
    if part.tells == "once":
        return bool(has & _REGULAR) and not has & ONCE and part.start < kept[0].start
    if part.tells == "ask":
        return _answered(part, kept, line)
    if part.tells not in {"told", "job"}:
        return True
    if "the_rest" in has or any(_OTHERWISE.search(line, one.start, one.end) for one in kept):
        return False
    return part.tells == "told" or _job_apart(parts, index, has)


def _answered(part: Part, kept: Sequence[Part], line: str) -> bool:
    """Whether what is kept is an answer beside a question, and not what the question is about."""
    text = line[part.start : part.end]
    plain = all(one.tells in {"when", "free"} for one in kept if one.timed) and not _OF_EVENT.search(text)
    says = any(one.kinds & FREE or _ABOUT_WHEN.search(line, one.start, one.end) for one in kept)
    last = part.start > kept[-1].start
    return says or bool(_ABOUT_WHEN.search(text)) or (last and (plain or bool(_WELL.search(text))))


def _job_apart(parts: Sequence[Part], index: int, has: set[str]) -> bool:
    """Whether the hours of a job stand apart, or name no days that what is free may lack."""
    part, after = parts[index], parts[index + 1 : index + 2]
    soft = not part.kinds & DAYS
    closed = (not index or part.hard or (soft and part.comma)) and all(
        one.hard or (soft and one.comma) for one in after
    )
    if "except_" in has and not closed:
        return False
    return closed or not part.kinds & (DAYS - {"everyday"}) or bool(has & DAYS)


_REGULAR: Final = DAYS | {"anytime", "per_week", "per_month", "after_work", "lunch", "usual"}
