"""What a line about free time says beside its answer: reasons, questions and doubts; the plain statement counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.tokens import Token

_QUESTIONS: Final = frozenset({"question", "question_word"})
_DOUBTS: Final = frozenset({"unsure", "relative_day", "season", "this", "next"})
_REFUSALS: Final = frozenset({"busy", "no_time", "working", "other", "not_mine", "name_mark", "counter", "appointment"})
_TIME_KINDS: Final = """
    weekday short_days sunday weekend weekdays everyday chao sai bai yen night lunch after_work before_work daytime
    allday noon clockface oclock thum relative_day anytime number digit_word the_rest
"""
_TIMES: Final = frozenset(_TIME_KINDS.split())
_STOPS: Final = frozenset({"comma", "line", "particle", "but"})


def without_asides(tokens: list[Token], line: str) -> list[Token]:
    """The line less reasons, less a question beside an answer of one's own, and less a doubt before what is usual."""
    for shorten in (_reasons, _concluded, _answer, _echoed, _usual, _never_now, _turned):
        tokens = shorten(tokens, line)
    return tokens


_REASON: Final = re.compile(
    r"(?<![a-z])(?:because|cos|coz|cuz|bcs|bc)(?![a-z])[^,.;\n]*?(?=\s(?:so|but)\s|[,.;\n]|$)"
    r"|(?<![a-z])(?:since|as|while|when|once|after) (?:i|i'm|my|our|we|(?:the )?(?:kids?|children|baby|little ones?))"
    r"(?![a-z])"
    r"[^,.;\n]*?(?=\s(?:so|but)\s|[,.;\n]|$)"
    r"|(?:เพราะ(?:ว่า)?|เนื่องจาก)(?:(?!แต่|ก็เลย|จึง|\s(?:ว่าง|สะดวก|เลย))[^,\n])*"
    r"|(?:(?<=[,.;\n]\s)|^)(?:i'm|im|i am|as) (?:an?|the) [a-z' -]+?(?=\s*(?:[,.;\n]|\b(?:so|but|and)\b|$))"
    r"|^[a-z' -]{3,30} here(?=[,.!])"
    r"|(?:(?<=\s)|^)(?:ผม|หนู|เรา|ฉัน|ดิฉัน|พอดี)?(?:เป็น|อาชีพ)(?!ต้น|บาง)[ก-๎]{2,24}(?=\s|$|[,.])"
)
"""``because …``, ``I'm a barista``, ``เพราะ…``, ``เป็นครูค่ะ``."""
_FREE_SELF: Final = re.compile(r"ว่าง|สะดวก|free|available")


def _reasons(tokens: list[Token], line: str) -> list[Token]:
    """The line less reasons and occupations; what is free is never a reason."""
    for found in _REASON.finditer(line):
        inside = [token for token in tokens if found.start() <= token.start < found.end()]
        names_trade = not line.startswith(_BECAUSE, found.start())
        if _FREE_SELF.search(found[0]) or (names_trade and _has_time(inside)):
            continue
        rest = [token for token in tokens if not found.start() <= token.start < found.end()]
        if _has_time(rest):
            tokens = rest
    return tokens


_BECAUSE: Final = ("because", "cos", "coz", "cuz", "bc", "since", "while", "when", "once", "เพราะ", "เนื่อง")


def _concluded(tokens: list[Token], line: str) -> list[Token]:
    """``office 9-6 so evenings``, ``… เลยว่างเสาร์``: what follows from the reason, if that says nothing of free time."""
    for index in range(len(tokens) - 1, 0, -1):
        if not _concludes(tokens[index], tokens[index - 1], line):
            continue
        reason, rest = tokens[:index], tokens[index + 1 :]
        kinds = {token.kind for token in reason}
        own = any(one.kind == "free" and line[one.start : one.end] not in {"volunteer", "help"} for one in reason)
        own = own and not kinds & {"busy", "no_time", "working", "not_mine", "used_to"}
        if _AT_HOME.search(line, 0, tokens[index].start) and not {one.kind for one in rest} & _DAYS:
            return [*(one for one in reason if one.kind in _DAYS), *rest]
        plain = _has_time(rest) and not {token.kind for token in rest} & {"the_rest", "except_"}
        return rest if plain and kinds & _REFUSALS and not own and not kinds & _QUESTIONS else tokens
    return tokens


_AT_HOME: Final = re.compile(r"wfh|work(?:ing)? from home|ทำงานที่บ้าน")
"""``WFH วันศุกร์ เลยมาช่วยช่วงเย็นได้``: on the days at home."""


def _concludes(token: Token, before: Token, line: str) -> bool:
    """``so``, ``จึง``, and ``เลย`` at the beginning of its clause, or behind oneself."""
    if token.kind == "then":
        return line[token.start : token.end] in {"so", "therefore", "ก็เลย", "จึง"}
    if token.kind != "after" or token.value != 1 or line[token.end : token.end + 1] in {"", " "}:
        return False
    return line[token.start - 1] == " " or line[before.start : before.end] in {"เรา", "ผม", "หนู", "ฉัน", "ก็"}


_I_AM: Final = re.compile(
    r"(?:ถ้า)?งั้น(?:ก็)?(?:ขอ|เอา|เป็น)|\s*(?:เรา|ผม|ฉัน|หนู|ดิฉัน|พี่|ส่วนตัว|ของเรา|ของผม|i'm|i am|im|i|me|my)(?![a-z])\s*"
    r"(?:[,:]\s*)?(?:ก็|จะ|เอง|usually |only |am )?\s*(?:ว่าง|สะดวก|ได้|โอเค|มาได้|free|available|can|could|prefer|days?)"
)


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


_ECHO: Final = re.compile(
    r"ถาม|เ?หรอ|ใช่(?:ไหม|มั้ย|มั๊ย|ไม๊|ปะ|ป่ะ)"
    r"|\b(?:you(?:'re)? ask(?:ed|ing)?|asked|asking about|you mean|am i|suits? me|works? for me)\b"
)
_ENDS_QUESTION: Final = re.compile(r"[?,.;\n]|\s(?![a-z])|(?:คะ|ครับ|คับ|ค่ะ)")


def _echoed(tokens: list[Token], line: str) -> list[Token]:
    """``ถามว่าว่างวันไหนใช่ไหมคะ ว่างวันเสาร์``: the answer behind a question said again."""
    asked = [token for token in tokens if token.kind in _QUESTIONS]
    ends = _ENDS_QUESTION.search(line, asked[-1].end - (asked[-1].kind == "question")) if asked else None
    if ends is None:
        return tokens
    question = [token for token in tokens if token.start < ends.end()]
    rest = tokens[len(question) :]
    kinds = {token.kind for token in rest}
    told = _ECHO.search(line, 0, ends.end()) or ("free" in kinds and _ABOUT_WHEN.search(line, 0, ends.end()))
    return rest if told and _has_time(rest) and not _has_time(question) and "or_" not in kinds else tokens


_ABOUT_WHEN: Final = re.compile(r"วันไหน|ตอนไหน|ช่วงไหน|เมื่อไ|กี่โมง|เวลาไหน|\b(?:when|which days?|what (?:days?|time))\b")


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


_USUAL: Final = re.compile(r"ปกติ|ปรกติ|ส่วนใหญ่|ส่วนมาก|มัก|(?:usual|normal|general|typical|most)ly")
_CERTAIN: Final = re.compile(
    r"แน่ๆ|แน่นอน|แน่|ชัวร์|จริงๆ|เสมอ|definitely|for sure|certain|guaranteed|always|sure thing|solid|a given"
)
_GUESS: Final = re.compile(r"น่าจะ|อาจ|คิดว่า|มั้ง|maybe|probably|perhaps|might|hopefully")


def _usual(tokens: list[Token], line: str) -> list[Token]:
    """``แล้วแต่งาน แต่ปกติว่างเสาร์``: what is usual, after a doubt or a day that is not."""
    for index, token in enumerate(tokens):
        if token.kind not in {"but", "comma", "line", "usual"} or not _doubted(tokens[:index]):
            continue
        rest = tokens[index:]
        sure = not _doubted(rest) and not _GUESS.search(line, token.start) and _has_time(rest)
        told = _USUAL.search(line, token.start) or (
            token.kind == "but" and (_claims(rest) or _CERTAIN.search(line, token.start))
        )
        if token.kind == "comma" and rest[1:2] and rest[1].kind == "but":
            continue
        return rest[1:] if sure and told else tokens
    return tokens


def _doubted(tokens: Sequence[Token]) -> bool:
    return any(token.kind in _DOUBTS for token in tokens)


def _claims(tokens: Sequence[Token]) -> bool:
    """Free time of every week is said outright."""
    kinds = {token.kind for token in tokens}
    return "free" in kinds and bool(kinds & {"every", "everyday", "weekend", "weekdays"})


_AT_ALL: Final = re.compile(r"เลย|สักวัน|ตอนนี้|at all|right now|at the moment")


def _never_now(tokens: list[Token], line: str) -> list[Token]:
    """``ไม่ว่างเลยค่ะตอนนี้ เปิดเทอมงานท่วมหัว``: a season after a blank is why."""
    kinds = [token.kind for token in tokens]
    if "no_time" not in kinds or "season" not in kinds:
        return tokens
    at = kinds.index("season")
    start = tokens[at].start
    denied = "no_time" in kinds[:at] and _AT_ALL.search(line, 0, start) and not _has_time(tokens)
    return tokens[:at] if denied and line[start - 1 : start] in {" ", "\n"} else tokens


def _said_free(tokens: Sequence[Token], line: str) -> bool:
    """``… but Monday and Tuesday mornings are good``: a clause of its own behind a refusal."""
    kinds = [token.kind for token in tokens]
    latin = line[tokens[0].start : tokens[0].end] in {"but", "however"}
    return (
        latin and "free" in kinds and _has_time(tokens[: kinds.index("free")]) and not {"busy", "no_time"} & set(kinds)
    )


_ONLY: Final = frozenset({"only", "just", "แค่", "เฉพาะ", "เพียง", "เท่านั้น"})


_DAYS: Final = frozenset({"weekday", "sunday", "weekend", "weekdays"})


def _ends_there(tokens: Sequence[Token], at: int) -> bool:
    """``แค่เสาร์ค่ะ อาทิตย์ขอพัก``: a sentence between two days of which the second is refused."""
    around = [token.kind for token in tokens[max(0, at - 1) : at + 3]]
    return len(around) == 4 and {around[0], around[2]} <= _DAYS and around[3] in {"busy", "no_time", "working"}


def _only_that(tokens: Sequence[Token], at: int, line: str) -> bool:
    """``พักเที่ยงอย่างเดียวค่ะ ออกไปไหนไม่ได้``: all has been said, unless it was said what is refused."""
    only = any(line[token.start : token.end] in {"อย่างเดียว", "เท่านั้น"} for token in tokens[max(0, at - 2) : at])
    return only and not any(token.kind in {"busy", "no_time", "working"} for token in tokens[:at])


def _turned(tokens: list[Token], line: str) -> list[Token]:
    """``can't do weekends, only weekdays``: behind a refusal the comma begins what is free."""
    made = list(tokens)
    for index, token in enumerate(tokens[:-1]):
        if token.kind == "particle" and (_ends_there(tokens, index) or _only_that(tokens, index, line)):
            made[index] = token._replace(kind="then")
        kinds = {earlier.kind for earlier in tokens[:index]}
        if (
            token.kind == "but"
            and kinds & {"busy", "no_time", "working"}
            and "free" not in kinds
            and _said_free(tokens[index:], line)
        ):
            made[index] = token._replace(kind="then", value=0)
        near = (*tokens[index + 1 : index + 3], tokens[-1])
        only = {line[one.start : one.end] for one in near} & _ONLY
        if token.kind == "comma" and only and kinds & {"busy", "no_time", "working"} and "free" not in kinds:
            made[index] = token._replace(kind="then")
    return made
