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
from domain.reading.nearest import misspelt, misspelt_pair, nearest
from domain.reading.normalise import folded, tidy
from domain.reading.others import parents
from domain.reading.skill_words import for_good
from domain.reading.tokens import Token

_NO_TAKING_BACK: Final = frozenset({"refuse", "question", "question_word", "attend", "learn", "remark"})
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
    tokens = _paired(parents(tokens, line), line)
    tokens = [*map(partial(_mended, line=line), tokens[:_MENDED]), *tokens[_MENDED:]]
    found = _found(tokens, line)
    skills = tuple(dict.fromkeys(mention.skill for mention in found if not mention.out))
    explanation = tuple(Understood(tidied[m.start : m.end], m.out or "skill", m.skill) for m in found)
    return SkillsReading(skills, nearest(line, tokens, found, skills), explanation)


_LONGEST: Final = 600
"""Letters of a text that are read; who sends a whole life's story has said the most by then."""
_MENDED: Final = 40
"""Tokens of a line that are searched for slips of the keyboard."""


def _mended(token: Token, line: str) -> Token:
    """A long Latin word with a slip in it is taken for the skill's word."""
    if token.value == "media.video" and _EDITED.search(line[: token.start]):
        return token._replace(value="media.edit")
    word = line[token.start : token.end]
    skill = misspelt(word) if token.kind == "other" and word.isascii() and word.isalpha() else None
    return Token("skill", token.start, token.end, skill) if skill else token


_EDITED: Final = re.compile(r"\bedit(?:s|ed|ing)? (?:[a-z]+ ){0,2}$")
_WORD_AT: Final = re.compile("[a-z]+")


def _paired(tokens: Sequence[Token], line: str) -> list[Token]:
    """Two Latin words side by side with a slip in one are taken for the skill's name."""
    unknown = {word.span() for token in tokens[:_MENDED] if token.kind == "other" for word in _words(token, line)}
    plain = unknown | {(token.start, token.end) for token in tokens[:_MENDED] if token.kind == "skill"}
    meant: list[Token] = []
    for start, end in sorted(unknown):
        for first, last in ((other, (start, end)) if other[1] < start else ((start, end), other) for other in plain):
            if last[0] - first[1] == 1 and (skill := misspelt_pair(line[first[0] : last[1]])):
                meant.append(Token("skill", first[0], last[1], skill))
    return _replaced(tokens, meant) if meant else list(tokens)


def _words(token: Token, line: str) -> Iterator[re.Match[str]]:
    return _WORD_AT.finditer(line, token.start, token.end)


def _replaced(tokens: Sequence[Token], meant: Sequence[Token]) -> list[Token]:
    """The tokens with those that are touched by what was meant taken out for it."""
    taken = {(new.start, new.end): new for new in meant}.values()
    kept = [token for token in tokens if all(token.end <= new.start or new.end <= token.start for new in taken)]
    return sorted([*kept, *taken], key=lambda token: token.start)


_IT: Final = re.compile(r"(?:^|สาย|งาน|ด้าน|ฝ่าย|แผนก|ทำ|เป็น|[,/]|ช่วย)\s*$")
_IT_DOES: Final = re.compile(r"\s+(?!and\b|or\b|support|skills?\b|guy\b|person\b|work\b|staff\b|for \d)[a-z]")
"""What follows a pronoun: ``it took``."""


def _capital_it(token: Token, tidied: str) -> Token:
    """``it`` is a skill only in capitals or after such words as สาย; else a pronoun."""
    if token.kind != "stop" or tidied[token.start : token.end].lower() != "it":
        return token
    shouted = tidied.isupper() and " " in tidied
    if tidied[token.start : token.end] == "IT" and not shouted:
        return Token("skill", token.start, token.end, "tech.support")
    after = tidied[token.end :].lower()
    if _IT.search(tidied[: token.start].lower()) and not _IT_DOES.match(after):
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
        elif not named and "good" in kinds and not kinds & _NO_TAKING_BACK:
            _mark(before, "refused", "")
        found += named
        _take_back(found, line)
        before = named or before
    return found


def _take_back(found: Sequence[Mention], line: str) -> None:
    """``เคยเป็นครู ตอนนี้ไม่ได้สอนแล้ว``: a skill that is over was named before as one's own."""
    over = {mention.skill for mention in found if mention.out == "refused" and for_good(line, mention.end)}
    _mark([mention for mention in found if mention.skill in over], "", "refused")


def _mark(mentioned: Sequence[Mention], out: str, now: str) -> None:
    for mention in mentioned:
        if mention.out == out:
            mention.out = now


def _sentences(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The line cut where something new is said, and behind what was given up; the cutting token ends its sentence."""
    sentence: list[Token] = []
    for token in tokens:
        sentence.append(token)
        given_up = token.kind == "now" and any(earlier.kind == "gave_up" for earlier in sentence)
        if given_up or token.kind in _SENTENCE_ENDS:
            yield sentence
            sentence = []
    if sentence:
        yield sentence
