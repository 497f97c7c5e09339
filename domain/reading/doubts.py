"""When a line says more about time than was understood: then it is better to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.chatter import left_open
from domain.reading.slots import WEEKDAYS
from domain.reading.tokens import Token

_SHORT_WORD: Final = 10
_UNKNOWN_LETTERS: Final = 1
_TELLING: Final = frozenset({"free", "anytime", "no_time", "busy", "working", "off_group", "the_rest", "change"})
_LEFT_KINDS: Final = """
    clockface oclock ampm tee thum noon midnight hour minute after before onwards alternate per per_week per_day
    time_unit nth first_last fraction decimal half nalika
"""
_LEFT: Final = frozenset(_LEFT_KINDS.split())
"""Words of time that every rule has passed over."""


def doubtful(tokens: Sequence[Token], line: str, *, measured: bool) -> bool:
    """Whether something was said that was not understood, and may change what was."""
    return (
        _half_unsaid(tokens)
        or _misspelt(tokens)
        or _left_over(tokens, line, measured=measured)
        or _after_the_job(tokens)
        or _off_alone(tokens, line)
        or _on_condition(tokens, line)
        or left_open(line)
        or (_strange(tokens, line) and not measured)
    )


def _left_over(tokens: Sequence[Token], line: str, *, measured: bool) -> bool:
    """Words of time that found no place (``ว่างเสาร์ ก่อนไปยิม``)."""
    for index, token in enumerate(tokens):
        if token.kind in _LEFT and not _harmless(token, tokens[index + 1 :], line) and not _a_letter(tokens, index):
            return True
        if token.kind == "number" and _beside_time(tokens, index):
            return True
        if token.kind == "per_month" and not measured:
            return True
    return False


def _beside_time(tokens: Sequence[Token], index: int) -> bool:
    """A bare number after a word of time, or before one, was meant as a time or a count."""
    if index and tokens[index - 1].kind == "label":
        return False
    following = tokens[index + 1].kind if index + 1 < len(tokens) else ""
    return following not in {"day", "counter"} and (
        following == "group" or bool(index and tokens[index - 1].kind in _BESIDE)
    )


_BESIDE: Final = frozenset({"group", "free", "joiner", "from"})


def _a_letter(tokens: Sequence[Token], at: int) -> bool:
    """``size M``: a unit in one letter with no number before it."""
    token = tokens[at]
    numbered = at > 0 and tokens[at - 1].kind in {"number", "decimal", "half", "clockface"}
    return token.kind in {"minute", "hour"} and token.end - token.start == 1 and not numbered


def _harmless(token: Token, rest: Sequence[Token], line: str) -> bool:
    """``เลย`` and ``ไป`` that are mere particles, ``ก่อน`` (``รับลูกก่อน``) and a doubled ``น`` at the end."""
    if token.kind in {"after", "onwards"} and token.value == 1:
        return True
    return not rest and line[token.start : token.end] in {"ก่อน", "น"}


def _after_the_job(tokens: Sequence[Token]) -> bool:
    """``เลิกงานห้าโมง ว่างวันธรรมดา``, ``กลับบ้านแล้วว่าง``: surely not the whole of such days."""
    return any(token.kind in {"job_end", "work_ends"} for token in tokens) and any(
        token.kind == "group" and token.value.parts is None and (token.value.days or WEEKDAYS) & WEEKDAYS
        for token in tokens
    )


_MY_OFF: Final = re.compile(r"(?:have|has|get|got|take|'m|am|my|every|every \w+) |^\w+ off$|^off ")


def _off_alone(tokens: Sequence[Token], line: str) -> bool:
    """``Mon-Thu 6pm, Fri: off``: off work or off the list, nobody said."""
    off = any(token.kind == "free" and line[token.start : token.end] == "off" for token in tokens)
    return off and sum(token.kind == "group" for token in tokens) > 1 and not _MY_OFF.search(line)


_CONDITION: Final = re.compile(r"วันที่(?:ไม่|หยุด|ว่าง)|\b(?:when|if|unless) (?:i|my|the)\b")


def _on_condition(tokens: Sequence[Token], line: str) -> bool:
    """``ว่างเย็นวันที่ไม่มีเวร``: on which days, nobody said."""
    groups = [token.value for token in tokens if token.kind == "group"]
    return bool(groups and _CONDITION.search(line)) and all(group.days is None for group in groups)


def _half_unsaid(tokens: Sequence[Token]) -> bool:
    """``เสาร์ครึ่งวัน``: which half, nobody said."""
    return any(token.kind == "half_day" for token in tokens) and any(
        token.kind == "group" and token.value.parts is None for token in tokens
    )


def _misspelt(tokens: Sequence[Token]) -> bool:
    """``Mondey and Wednesday``: an unknown word joined to days may be a day too."""
    for index in range(1, len(tokens) - 1):
        before, joint, after = tokens[index - 1 : index + 2]
        last = all(token.kind in {"free", "group"} for token in tokens[index + 2 :])
        kinds = before.kind, after.kind
        strange = (kinds[1] == "group" and _unknown(before)) or (kinds[0] == "group" and last and _unknown(after))
        if strange and joint.kind in {"and_", "or_", "slash"}:
            return True
    return False


def _unknown(token: Token) -> bool:
    return token.kind == "other" and 2 < token.end - token.start <= _SHORT_WORD


def _strange(tokens: Sequence[Token], line: str) -> bool:
    """More unknown words than known ones, and none that says free or busy."""
    if any(token.kind in _TELLING for token in tokens) or _said_free(tokens) or _all_said(tokens, line):
        return False
    strange = [token for token in tokens if token.kind == "other" or (token.kind == "name_mark" and token.value == 1)]
    unknown = (re.sub(r"\W", "", line[token.start : token.end]) for token in strange)
    return sum(map(len, unknown)) > _UNKNOWN_LETTERS


def _said_free(tokens: Sequence[Token]) -> bool:
    """``กลางวันได้ทุกวัน``: the word stands inside; ``WFH on Wednesdays, can do lunch`` begins with a doubt."""
    return any(
        token.kind == "group" and token.value.said_free and (index == 0 or tokens[index - 1].kind != "other")
        for index, token in enumerate(tokens)
    )


_POLITE_END: Final = re.compile(r"(?:เลย|แหละ)?(?:นะ)?(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ)\s|\s?please[,.!]")


def _all_said(tokens: Sequence[Token], line: str) -> bool:
    """``เสาร์ 13.00 เป็นต้นไปค่ะ บ้านอยู่ใกล้``: one group, a polite end, and then something else."""
    first = tokens[0] if tokens else None
    whole = first is not None and first.kind == "group" and first.value.days and first.value.parts
    alone = sum(token.kind == "group" for token in tokens) == 1
    return bool(first and whole and alone and _POLITE_END.match(line, first.end))
