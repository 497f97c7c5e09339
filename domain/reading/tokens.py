"""Typed tokens: a lexicon cuts a line into them, and rules rewrite runs of them into larger ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

_NAMES: Final = """
    other stop comma line question open close joiner slash plus equals period number decimal clockface
    date_digits fraction long_number counted money percent digit_word teen_word ten_word tens_word hundred_word
    point article hour minute day day_after week month_unit year half quarter one more again full several
    weekday weekend weekdays everyday sunday month relative_day ago this next ordinal the_nth nth oclock thum
    tee bai bai_mong chao sai yen night noon midnight nalika ampm past_clock from from_start finish now daytime
    lunch after_work allday anytime after before particle approx less_more each per every alternate times total
    rest minus correction not_that log plan wish not_done question_word target free busy delete travel deadline
    counter label quiet tonight day_long length_of media media_length off_work gave_up request gone not_mine ask late
    away ability except_ only but then and_ or_ did project head_noun season once change used_to someone work
    lead clock duration span date dates vague amount slots quantity off rest_off total_of days parts work_parts
    group per_month per_week per_day per_time time_unit often no_time working appointment name_mark greeting
    ahead becomes the_rest onwards of first_last half_day noise unsure dayclass off_group one_off skill refuse
    good learn need
    mode usual short_days work_ends before_work job_end job_group timed at employer topic
    remark attend self_ stop_sentence firm tool_with known
"""
KINDS: Final = tuple(_NAMES.split())
"""Every kind that a token can be of."""
_MARKS: Final = {kind: chr(0xE000 + index) for index, kind in enumerate(KINDS)}


class Token(NamedTuple):
    """A run of the text with a kind, its place there, and what it stands for."""

    kind: str
    start: int
    end: int
    value: Any = None


Build = Callable[[Sequence[Token], Any], "Token | Any | None"]


class Rule(NamedTuple):
    """Where the pattern of kinds stands, put what ``build`` makes of it; ``None`` leaves it as it is."""

    pattern: re.Pattern[str]
    kind: str
    build: Build


def rule(pattern: str, kind: str, build: Build) -> Rule:
    """A rule over kinds, written as a regular expression whose letters are names of kinds."""
    return Rule(kinds(pattern), kind, build)


def kinds(pattern: str) -> re.Pattern[str]:
    """A regular expression over kinds; raises ``KeyError`` at a name that is no kind."""
    compact = re.sub(r"\s+", "", re.sub(r"[a-z_]{2,}", lambda name: _MARKS[name[0]], pattern))
    return re.compile(compact)


def marks(tokens: Sequence[Token]) -> str:
    """The kinds of the tokens as text, one character each, for patterns made by :func:`kinds`."""
    return "".join([_MARKS[token.kind] for token in tokens])


def rewrite(tokens: list[Token], rules: Iterable[Rule], about: Any) -> list[Token]:
    """The tokens after each rule, in order, had its turn once."""
    line = marks(tokens)
    for pattern, kind, build in rules:
        if pattern.search(line):
            tokens = _apply(tokens, line, pattern, kind, build, about)
            line = marks(tokens)
    return tokens


def _apply(
    tokens: list[Token], line: str, pattern: re.Pattern[str], kind: str, build: Build, about: Any
) -> list[Token]:
    """One rule, everywhere it fits, from the left."""
    made: list[Token] = []
    position = at = 0
    while found := pattern.search(line, at):
        start, end = found.span()
        value = build(tokens[start:end], about) if end > start else None
        if value is None:
            at = start + 1
            continue
        made += tokens[position:start]
        made.append(Token(kind, tokens[start].start, tokens[end - 1].end, value))
        position = at = end
    return made + tokens[position:] if made else tokens
