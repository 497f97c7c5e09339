"""What a line about free time says beside its answer: a question first, a doubt first; the plain statement counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.tokens import Token

_QUESTIONS: Final = frozenset({"question", "question_word"})
_DOUBTS: Final = frozenset({"unsure", "relative_day", "season", "this", "next"})
_TIMES: Final = frozenset(
    "weekday short_days sunday weekend weekdays everyday chao sai bai yen night lunch after_work daytime allday noon"
    " clockface oclock thum relative_day anytime number digit_word".split()
)
_STOPS: Final = frozenset({"comma", "line", "particle", "but"})
_I_AM: Final = re.compile(
    r"\s*(?:เรา|ผม|ฉัน|หนู|ดิฉัน|พี่|ส่วนตัว|ของเรา|ของผม|i'm|i am|im|i|me|my)(?![a-z])\s*"
    r"(?:[,:]\s*)?(?:ก็|จะ|เอง|usually |only |am )?\s*(?:ว่าง|สะดวก|ได้|โอเค|มาได้|free|available|can|could|prefer|days?)"
)
_USUAL: Final = re.compile(r"ปกติ|ปรกติ|ส่วนใหญ่|ส่วนมาก|มัก|(?:usual|normal|general|typical|most)ly")
_GUESS: Final = re.compile(r"น่าจะ|อาจ|คิดว่า|มั้ง|maybe|probably|perhaps|might|hopefully")


def without_asides(tokens: list[Token], line: str) -> list[Token]:
    """The line less a question that an answer of one's own follows or precedes, and less a doubt before what is usual."""
    return _usual(_answer(tokens, line), line)


def _answer(tokens: list[Token], line: str) -> list[Token]:
    """``ใครว่างเสาร์บ้างคะ เราว่างอาทิตย์``; ``ว่างเสาร์ค่ะ มีงานไหมคะ``."""
    asked = [index for index, token in enumerate(tokens) if token.kind in _QUESTIONS]
    if not asked:
        return tokens
    after = tokens[asked[-1] + 1 :]
    own = next((index for index, token in enumerate(after) if _I_AM.match(line, token.start)), None)
    if own is not None and _has_time(after[own:]):
        return after[own:]
    start = _clause_start(tokens, asked[0])
    stated, question = tokens[:start], tokens[start:]
    claims = any(token.kind == "free" for token in stated) and _has_time(stated)
    return stated if claims and _of_work(question, line) else tokens


def _clause_start(tokens: Sequence[Token], at: int) -> int:
    """Where the clause begins that holds a place."""
    while at and tokens[at - 1].kind not in _STOPS:
        at -= 1
    return at


_WORK: Final = re.compile(
    r"มีงาน|มีอะไร|ช่วยอะไร|ทำอะไร|งานอะไร|ต้องทำ|สมัคร|ลงทะเบียน|any work|anything|what can i|how do i|where"
)


def _of_work(question: Sequence[Token], line: str) -> bool:
    """A question about what there is to do, not about the time just named."""
    return not _has_time(question) and bool(question and _WORK.search(line, question[0].start))


def _has_time(tokens: Sequence[Token]) -> bool:
    return any(token.kind in _TIMES for token in tokens)


def _usual(tokens: list[Token], line: str) -> list[Token]:
    """``แล้วแต่งาน แต่ปกติว่างเสาร์``: what is usual, after a doubt or a day that is not."""
    for index, token in enumerate(tokens):
        if token.kind not in {"but", "comma", "line", "usual"} or not _doubted(tokens[:index]):
            continue
        rest = tokens[index:]
        sure = not _doubted(rest) and not _GUESS.search(line, token.start) and _has_time(rest)
        told = _USUAL.search(line, token.start) or (token.kind == "but" and _claims(rest))
        return rest[1:] if sure and told else tokens
    return tokens


def _doubted(tokens: Sequence[Token]) -> bool:
    return any(token.kind in _DOUBTS for token in tokens)


def _claims(tokens: Sequence[Token]) -> bool:
    """Free time of every week is said outright."""
    kinds = {token.kind for token in tokens}
    return "free" in kinds and bool(kinds & {"every", "everyday", "weekend", "weekdays"})
