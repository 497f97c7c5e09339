"""A line about free time in clauses: cut at its stops (hard), and at commas and the blanks of Thai (soft)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from domain.reading.tokens import Token, kinds, marks

_TIME_KINDS: Final = """
    weekday short_days sunday weekend weekdays everyday chao sai bai bai_mong yen night lunch after_work before_work
    daytime allday noon midnight clockface oclock thum tee anytime the_rest per_week per_month per_day alternate
    often work_ends nalika half_day
"""
TIMES: Final = frozenset(_TIME_KINDS.split())
DAYS: Final = frozenset({"weekday", "short_days", "sunday", "weekend", "weekdays", "everyday"})
MEASURES: Final = frozenset({"hour", "minute", "time_unit"})
_CLOCKED: Final = kinds(
    "(?: after | before | from | at) approx? (?: number | digit_word | teen_word)"
    " | number joiner number | number onwards | (?: number | clockface) ampm"
)
FREE: Final = frozenset({"free", "anytime"})
ASKS: Final = frozenset({"question", "question_word"})
ONCE: Final = frozenset({"relative_day", "tonight", "day_after", "date_digits", "month", "this", "next", "season"})
REFUSES: Final = frozenset({"no_time", "busy", "gone", "appointment", "did"})
AMENDS: Final = frozenset({"except_", "change", "used_to", "now", "correction"})
SILENT: Final = frozenset({"particle", "noise", "approx", "of", "open", "close", "comma", "line"})
UNKNOWN: Final = frozenset(
    {"other", "name_mark", "counter", "label", "money", "working", "busy", "gone", "appointment"}
)


@dataclass(slots=True)
class Part:
    """A clause: its tokens, where it stands, whether a hard stop ends the one before, and what it tells of."""

    tokens: list[Token]
    start: int
    end: int
    hard: bool
    comma: bool = False
    tells: str = "open"

    @property
    def kinds(self) -> set[str]:
        """The kinds of its tokens."""
        return {token.kind for token in self.tokens}

    @property
    def clocked(self) -> bool:
        """Whether a part of the day or a time of the clock stands in it."""
        return bool(self.kinds & TIMES - DAYS or _CLOCKED.search(marks(self.tokens)))

    @property
    def timed(self) -> bool:
        """Whether any word of time stands in it."""
        return bool(self.kinds & TIMES or _CLOCKED.search(marks(self.tokens)))


_ENDS: Final = re.compile(r"[.!?;]+$|.*(?:ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|นะ|น้า|ฮะ)$")
_SOFT: Final = re.compile(
    r"(?P<apart>,\s*|(?<=[a-z])\s(?=(?:because|cos|coz|cuz|(?:as|since) (?:my|i|our))\s)|(?<=[a-z0-9])\s(?=\())"
    r"|(?<=[ก-๎ๆ])\s(?=[ก-๎a-z])|(?<=[a-z])\s(?=[ก-๎])"
)
"""Commas, reasons and brackets stand apart; a blank between Thai words may be nothing."""


def parts_of_line(tokens: Sequence[Token], line: str) -> list[Part]:
    """The clauses of the line."""
    cuts = [(token.end, True, False) for token in tokens if _ends_sentence(token, line)]
    cuts += [(one.end, True, False) for one, following in pairwise(tokens) if _short_end(one, following, line)]
    cuts += [(one.start, True, False) for one, following in pairwise(tokens) if _dashes(one, following, line)]
    cuts += [(one.end, True, False) for before, one in pairwise(tokens) if vocative(before, one, line)]
    glued = {one.end for one in tokens if _holds(one, line)} | {one.start for one in tokens if one.kind in _GLUE_BEFORE}
    soft = [found for found in _SOFT.finditer(line) if found[0] != " " or not {found.start(), found.end()} & glued]
    cuts += [(found.end(), False, bool(found["apart"])) for found in soft]
    cuts += [(token.start, False, True) for token in tokens if token.kind in {"but", "then"} and _joins(token, line)]
    inside = {place for token in tokens for place in range(token.start + 1, token.end)}
    parts: list[Part] = []
    start, hard, comma = 0, True, False
    for end, next_hard, next_comma in [*sorted(cut for cut in cuts if cut[0] not in inside), (len(line), True, False)]:
        within = [token for token in tokens if start <= token.start < end]
        if within and any(token.kind not in {"particle", "comma", "line"} for token in within):
            parts.append(Part(within, start, end, hard, comma))
            hard, comma = next_hard, next_comma
        else:
            if parts:
                parts[-1].end = end
                parts[-1].tokens += within
            hard, comma = hard or next_hard, comma or next_comma
        start = end
    return parts


_GLUE_BEHIND: Final = frozenset({"every", "from", "after", "before", "joiner", "and_", "or_", "at", "approx"})
_GLUE_BEFORE: Final = frozenset({"joiner", "and_", "or_"})
"""Words that hold what stands behind or before them."""


def _holds(token: Token, line: str) -> bool:
    """Whether what stands behind the word belongs to it."""
    return token.kind in _GLUE_BEHIND or line[token.start : token.end] in {"ช่วง", "ตอน", "ในช่วง", "เวลา"}


def _ends_sentence(token: Token, line: str) -> bool:
    """A stop, or a word such as ครับ, with a blank behind."""
    if token.kind == "line":
        return True
    polite = token.kind in {"particle", "question"} and line[token.end : token.end + 1] == " "
    return polite and bool(_ENDS.match(line, token.start, token.end))


def _short_end(token: Token, following: Token, line: str) -> bool:
    """``only Thu. I work nearby``: the stop of a short day may be that of the sentence."""
    dotted = token.kind == "weekday" and line[token.end - 1] == "." and line[token.end] == " "
    thai = line[following.start] >= "ก"
    return dotted and (thai or following.kind in UNKNOWN | FREE | {"noise", "greeting", "every", "everyday"})


def _dashes(token: Token, following: Token, line: str) -> bool:
    """``Lunch breaks only - I work near Siam``."""
    dash = token.kind == "joiner" and line[token.start - 1 : token.end + 1] == " - "
    return dash and following.kind in UNKNOWN | {"noise"}


def vocative(before: Token, token: Token, line: str) -> bool:
    """``ค่ะพี่``: whom one speaks to, at the end of a sentence."""
    calls = token.kind == "name_mark" and line[token.start : token.end] in {"พี่", "น้อง", "คุณ", "ทีม", "ครู"}
    return (
        calls
        and before.kind == "particle"
        and before.end == token.start
        and line[token.end : token.end + 1] in {"", " "}
    )


def _joins(token: Token, line: str) -> bool:
    """``but``, ``so`` and ``แต่`` between clauses; แต่ that clings may mean *only*."""
    return (
        token.start > 0
        and line[token.start - 1] == " "
        and line[token.start : token.end] in {"but", "แต่", "ส่วน", "while"}
    )
