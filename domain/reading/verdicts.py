"""Whole sentences beside one that states when: told of something else, or of times that are taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.sentences import ASKS, DAYS, FREE, TIMES, Part
from domain.reading.telling import does, only_free
from domain.reading.tokens import Token


def judge(parts: Sequence[Part], line: str) -> None:
    """Beside a sentence that states when, one that tells of anything else is told as a whole."""
    sentences: list[list[Part]] = []
    for part in parts:
        turns = sentences and part.comma and not _plain(part) and all(map(_plain, sentences[-1]))
        turns = turns or bool(sentences and part.tells == "free" and part.kinds & DAYS and _refused(sentences[-1][-1]))
        if part.hard or turns or not sentences:
            sentences.append([])
        sentences[-1].append(part)
    stated = [one for one in sentences if _states(one)]
    if not stated:
        return
    dated = any(part.kinds & (DAYS | {"per_week", "per_month", "per_day", "anytime"}) for one in stated for part in one)
    for sentence in sentences:
        if sentence in stated or any(part.tells in {"once", "ask", "other"} for part in sentence):
            continue
        behind = sentence[0].start > stated[0][0].start and any(part.tells == "busy" for part in sentence)
        verdict = _verdict(sentence, line, dated=dated or behind)
        for part in sentence if verdict else ():
            part.tells = verdict


def _refused(part: Part) -> bool:
    """``ไม่สะดวกเสาร์อาทิตย์``: a refusal before its times, after which another clause begins."""
    refusals = [index for index, token in enumerate(part.tokens) if token.kind in {"no_time", "busy"}]
    return part.tells == "busy" and bool(refusals) and bool({one.kind for one in part.tokens[refusals[0] :]} & TIMES)


def _states(sentence: Sequence[Part]) -> bool:
    """Whether a sentence says when one is free."""
    timed = [part for part in sentence if part.timed]
    return bool(timed) and (any(part.tells == "free" for part in timed) or all(map(_plain, sentence)))


def _plain(part: Part) -> bool:
    """Whether a clause is of free time and nothing else."""
    return part.tells in {"when", "free"} or only_free(part)


def _verdict(sentence: Sequence[Part], line: str, *, dated: bool) -> str:
    """``told``, ``taken`` for what is busy, or nothing where it may belong to what is stated."""
    has = set().union(*(part.kinds for part in sentence))
    strange = [token for part in sentence for token in part.tokens if token.kind in {"other", "name_mark", "counter"}]
    free = any(token.kind in FREE and not does(token, line) for part in sentence for token in part.tokens)
    if has & _ABOUT_THE_REST or ("no_time" in has and not any(map(_refused, sentence))) or _goes_on(sentence, line):
        return ""
    if not any(part.timed for part in sentence):
        past = has & {"year", "used_to"} and not free
        vague = "unsure" in has or any(_VAGUE.search(line, part.start, part.end) for part in sentence)
        return "told" if past or (strange and not vague) else ""
    if free or has & {"now", "used_to", "unsure"} or (has & DAYS - {"everyday"} and not dated):
        return ""
    return _timed(sentence, strange, line)


_ABOUT_THE_REST: Final = ASKS | {"the_rest", "except_", "correction", "change"}


def _begins(sentence: Sequence[Part]) -> bool:
    """Whether a sentence begins with a time, and goes on with what is no time."""
    return sentence[0].tells == "open" and sentence[0].tokens[0].kind in TIMES


def _goes_on(sentence: Sequence[Part], line: str) -> bool:
    """Whether a sentence may go on with what was stated before it (``Sunday mornings too if needed``)."""
    if _begins(sentence) and (not sentence[0].hard or _TOO.search(line, sentence[0].start, sentence[-1].end)):
        return True
    listed = any(one.tells == "when" and one.comma for one in sentence)
    return listed and not sentence[0].hard and not _refused(sentence[0])


def _timed(sentence: Sequence[Part], strange: Sequence[Token], line: str) -> str:
    """The verdict on a sentence with times of which it is not said that they are free."""
    if any(part.tells == "busy" for part in sentence):
        return "taken"
    letters = sum(token.end - token.start for token in strange)
    known = any(part.tells == "job" or "working" in part.kinds for part in sentence)
    misspelt = len(strange) == 1 and line[strange[0].start].isascii() and _LIKE_TIMES.search(_word(strange[0], line))
    if not (known or len(strange) > 1 or (letters >= _A_WORD and not misspelt)):
        return ""
    return "taken" if _begins(sentence) and not _HERE.search(line, 0, sentence[-1].end) else "told"


def _word(token: Token, line: str) -> str:
    return line[token.start : token.end]


_A_WORD: Final = 5
_LIKE_TIMES: Final = re.compile(r"^(?:mo|tu|we|th|fr|sa|su)|da?ys?$|ings?$|noons?$|w[ea]*k")
"""One unknown word that may be a day or a part of it, misspelt."""
_HERE: Final = re.compile(r"\bhere[!.,\s]*$")
_TOO: Final = re.compile(r"\b(?:too|also|if|as well)\b|ด้วย|ก็")
_VAGUE: Final = re.compile(r"\b(?:late|later|early|earlier|sometimes|if|unless|when)\b|บางที|บางครั้ง|ถ้า|แล้วแต่")
