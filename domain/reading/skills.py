"""Skills, read from one line: what the sender has, does or offers, by the ids of the taxonomy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from domain.reading.hours import Understood
from domain.reading.lexicons import skill_scanner
from domain.reading.mentions import Mention, mentions
from domain.reading.nearest import misspelt, nearest
from domain.reading.normalise import folded, tidy
from domain.reading.tokens import Token

_SENTENCE_ENDS: Final = frozenset({"line", "stop_sentence", "but", "question"})


@dataclass(frozen=True, slots=True)
class SkillsReading:
    """Ids of the skills in the order they were named, and what else may have been meant."""

    skills: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    explanation: tuple[Understood, ...] = ()

    @property
    def understood(self) -> bool:
        """Whether any skill was read."""
        return bool(self.skills)


def read_skills(text: str) -> SkillsReading:
    """The skills that a line claims for its sender."""
    tidied = tidy(text)[:_LONGEST]
    if not tidied:
        return SkillsReading()
    line = folded(tidied)
    tokens = [_capital_it(token, tidied) for token in skill_scanner().scan(line)]
    tokens = [*map(partial(_mended, line=line), tokens[:_MENDED]), *tokens[_MENDED:]]
    found = _found(tokens, line)
    skills = tuple(dict.fromkeys(mention.skill for mention in found if not mention.out))
    explanation = tuple(Understood(tidied[m.start : m.end], m.out or "skill", m.skill) for m in found)
    return SkillsReading(skills, nearest(line, tokens, found, skills), explanation)


_LONGEST: Final = 1500
"""Letters of a text that are read; who sends a whole life's story has said the most by then."""
_MENDED: Final = 40
"""Tokens of a line that are searched for slips of the keyboard."""


def _mended(token: Token, line: str) -> Token:
    """A long Latin word with a slip in it is taken for the skill's word."""
    word = line[token.start : token.end]
    skill = misspelt(word) if token.kind == "other" and word.isascii() and word.isalpha() else None
    return Token("skill", token.start, token.end, skill) if skill else token


_IT: Final = re.compile(r"(?:^|สาย|งาน|ด้าน|ฝ่าย|แผนก|ทำ|เป็น|[,/]|ช่วย)\s*$")


def _capital_it(token: Token, tidied: str) -> Token:
    """``it`` is a skill only in capitals or after such words as สาย; else a pronoun."""
    if token.kind != "stop" or tidied[token.start : token.end].lower() != "it":
        return token
    shouted = tidied.isupper() and " " in tidied
    if (tidied[token.start : token.end] == "IT" and not shouted) or _IT.search(tidied[: token.start].lower()):
        return Token("skill", token.start, token.end, "tech.support")
    return token


def _found(tokens: Sequence[Token], line: str) -> list[Mention]:
    """The mentions of all sentences; one without a mention may take back the one before (``แต่พอได้``, ``แต่เลิกแล้ว``)."""
    found: list[Mention] = []
    before: list[Mention] = []
    for sentence in _sentences(tokens):
        named = mentions(sentence, line)
        kinds = {token.kind for token in sentence}
        if not named and kinds & {"gave_up"}:
            _mark(before, "", "refused")
        elif not named and "good" in kinds and not kinds & {"refuse", "question", "question_word"}:
            _mark(before, "refused", "")
        found += named
        before = named or before
    return found


def _mark(mentioned: Sequence[Mention], out: str, now: str) -> None:
    for mention in mentioned:
        if mention.out == out:
            mention.out = now


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The line cut where something new is said; the cutting token ends its sentence."""
    sentence: list[Token] = []
    for token in tokens:
        sentence.append(token)
        if token.kind in _SENTENCE_ENDS:
            yield sentence
            sentence = []
    if sentence:
        yield sentence
