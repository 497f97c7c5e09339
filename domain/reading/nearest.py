"""Skills that may have been meant by words that were not understood; only ever offered, never taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from domain.reading.mentions import Mention
from domain.reading.skill_words import REAL
from domain.reading.tokens import Token
from domain.skills import TAXONOMY

_ENOUGH: Final = 72
_TRIES: Final = 2
_SHOWN: Final = 3
_SURE_FROM: Final = 8
_PAIR_FROM: Final = 5
_PAIR: Final = re.compile("[a-z]+ [a-z]+")
_PIECE: Final = re.compile(r"[\w'ก-๙-]+(?: [\w'-]+)*")


@cache
def _forms() -> dict[str, str]:
    """Every form of four letters or more, and its skill."""
    return {
        form: skill.id
        for skill in TAXONOMY.values()
        for form in map(str.lower, (skill.th, skill.en, *skill.forms))
        if len(form) >= 4
    }


@cache
def _long_words() -> dict[str, str]:
    """Single Latin words of seven letters or more that mean one skill."""
    return {
        form: skill for form, skill in _forms().items() if form.isascii() and form.isalpha() and len(form) >= _SURE_FROM
    }


@lru_cache(maxsize=4096)
def misspelt(word: str) -> str | None:
    """The skill of a long Latin word with one slip in it (``photoshp``), if it begins and ends alike."""
    if not _SURE_FROM - 1 <= len(word) <= 20:
        return None
    found = process.extractOne(word, list(_long_words()), scorer=OSA.distance, score_cutoff=1 if len(word) < 10 else 2)
    if found is None or found[0][0] != word[0] or word in REAL:
        return None
    return _long_words()[found[0]]


@cache
def _pairs() -> dict[str, str]:
    """Forms of two Latin words that mean one skill."""
    return {form: skill for form, skill in _forms().items() if _PAIR.fullmatch(form)}


@lru_cache(maxsize=4096)
def misspelt_pair(words: str) -> str | None:
    """The skill of two Latin words with a slip in one of them (``video edting``), if each begins alike."""
    if words in _pairs() or not _PAIR.fullmatch(words):
        return None
    for form, _slips, _index in process.extract(words, list(_pairs()), scorer=OSA.distance, score_cutoff=2, limit=3):
        if all(map(_slip, words.split(), form.split())):
            return _pairs()[form]
    return None


def _slip(word: str, meant: str) -> bool:
    """The same word, or a longer one with one slip, which is no word itself."""
    if word == meant:
        return True
    return len(word) >= _PAIR_FROM and word[0] == meant[0] and word not in REAL and OSA.distance(word, meant) == 1


def nearest(line: str, tokens: Sequence[Token], found: Sequence[Mention], skills: Sequence[str]) -> tuple[str, ...]:
    """Up to three ids: named but not surely one's own, then alike in writing to what was left over."""
    wished = [mention.skill for mention in found if mention.out == "wish"]
    alike = [] if skills or found else _alike(line, tokens)
    return tuple(dict.fromkeys(skill for skill in (*wished, *alike) if skill not in skills))[:_SHOWN]


def _alike(line: str, tokens: Sequence[Token]) -> list[str]:
    """Skills whose forms look like the words of no meaning."""
    if any(token.kind in {"question", "question_word", "refuse", "need", "someone"} for token in tokens):
        return []
    pieces = [line[token.start : token.end] for token in tokens if token.kind == "other"]
    names = list(_forms())
    ids: list[str] = []
    for piece in [piece for piece in pieces if 4 <= len(piece) <= 30][:_TRIES]:
        for name, _score, _index in process.extract(
            piece, names, scorer=fuzz.ratio, score_cutoff=_ENOUGH, limit=_SHOWN
        ):
            ids.append(_forms()[name])
    return ids
