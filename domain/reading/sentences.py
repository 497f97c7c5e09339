"""The clauses of a line about free time, each by its own markers; what is none of the sender's free time is left out.

A line is cut at its stops (hard) and at commas and the blanks of Thai (soft). A clause that tells of a job, of somebody
else, of a single day that is refused, of nothing at all, or that asks back, is blanked; days never move from it to another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from domain.reading.others import others_week
from domain.reading.tokens import Token, kinds, marks

_TIME_KINDS: Final = """
    weekday short_days sunday weekend weekdays everyday chao sai bai bai_mong yen night lunch after_work before_work
    daytime allday noon midnight clockface oclock thum tee anytime the_rest per_week per_month per_day alternate
    often work_ends nalika half_day
"""
TIMES: Final = frozenset(_TIME_KINDS.split())
_DAYS: Final = frozenset({"weekday", "short_days", "sunday", "weekend", "weekdays", "everyday"})
_MEASURES: Final = frozenset({"hour", "minute", "time_unit"})
_CLOCKED: Final = kinds("(?: after | before | from | at) approx? (?: number | digit_word | teen_word) | number joiner number | number onwards | (?: number | clockface) ampm")
_FREE: Final = frozenset({"free", "anytime"})
_ASKS: Final = frozenset({"question", "question_word"})
_ONCE: Final = frozenset({"relative_day", "tonight", "day_after", "date_digits", "month", "this", "next", "season"})
_REFUSES: Final = frozenset({"no_time", "busy", "gone", "appointment", "did"})
_AMENDS: Final = frozenset({"except_", "change", "used_to", "now", "correction"})
_SILENT: Final = frozenset({"particle", "noise", "approx", "of", "open", "close", "comma", "line"})
_UNKNOWN: Final = frozenset({"other", "name_mark", "counter", "label", "money", "working", "busy", "gone", "appointment"})


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
    def timed(self) -> bool:
        """Whether any word of time stands in it."""
        return bool(self.kinds & TIMES or _CLOCKED.search(marks(self.tokens)))


_ENDS: Final = re.compile(r"[.!?;]+$|.*(?:ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|นะ|น้า|ฮะ)$")
_SOFT: Final = re.compile(r",\s*|(?<=[a-z])\s(?=(?:because|cos|coz|cuz)\s)|(?<=[ก-๎ๆ])\s(?=[ก-๎a-z])|(?<=[a-z])\s(?=[ก-๎])")


def heard(tokens: Sequence[Token], line: str, *, busy: bool = True) -> str:
    """The line with blanks for what is none of the sender's free time; the same line if that cannot be told.

    A sentence of its own about busy times stays, unless ``busy`` is false.
    """
    parts = _parts(tokens, line)
    if len(parts) < 2:
        return line
    others = [(start, _stop(parts, start, end)) for start, end in others_week(line)]
    for part in parts:
        part.tells = _tells(part, line, others)
    parts = _with_reasons(parts, line)
    _by_sentences(parts, line)
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


def _never(part: Part, line: str) -> bool:
    """``ไม่มีเวลาว่างเลย``."""
    return "no_time" in part.kinds and bool(_AT_ALL.search(line, part.start, part.end))


_AT_ALL: Final = re.compile(r"เลย|สักวัน|\bat all\b")


def _stop(parts: Sequence[Part], start: int, end: int) -> int:
    """Where the sentence ends that speaks of somebody else."""
    return min([end, *(part.start for part in parts if part.hard and part.start > start)])


def _by_sentences(parts: Sequence[Part], line: str) -> None:
    """Beside a sentence that states when, one that tells of anything else is told as a whole."""
    sentences: list[list[Part]] = []
    for part in parts:
        turns = sentences and part.comma and not _plain(part) and all(map(_plain, sentences[-1]))
        turns = turns or bool(sentences and part.tells == "free" and part.kinds & _DAYS and _refused(sentences[-1][-1]))
        if part.hard or turns or not sentences:
            sentences.append([])
        sentences[-1].append(part)
    stated = [one for one in sentences if _states(one)]
    if not stated:
        return
    dated = any(part.kinds & (_DAYS | {"per_week", "per_month", "per_day", "anytime"}) for one in stated for part in one)
    for sentence in sentences:
        if sentence in stated or any(part.tells in {"once", "ask", "other"} for part in sentence):
            continue
        verdict = _verdict(sentence, line, dated=dated)
        for part in sentence if verdict else ():
            part.tells = verdict


def _refused(part: Part) -> bool:
    """``ไม่สะดวกเสาร์อาทิตย์``: a refusal before its days, after which another clause begins."""
    refusals = [index for index, token in enumerate(part.tokens) if token.kind in {"no_time", "busy"}]
    return part.tells == "busy" and bool(refusals) and bool({one.kind for one in part.tokens[refusals[0] :]} & _DAYS)


def _states(sentence: Sequence[Part]) -> bool:
    """Whether a sentence says when one is free."""
    timed = [part for part in sentence if part.timed]
    return bool(timed) and (any(part.tells == "free" for part in timed) or all(map(_plain, sentence)))


def _plain(part: Part) -> bool:
    """Whether a clause is of free time and nothing else."""
    return part.tells in {"when", "free"} or _only_free(part)


def _only_free(part: Part) -> bool:
    """``สะดวก``, ``ไปช่วยได้``: free, of a time that is said beside it."""
    return bool(part.kinds & _FREE) and not part.kinds - _SILENT - _FREE - {"onwards", "after"}


def _verdict(sentence: Sequence[Part], line: str, *, dated: bool) -> str:
    """``told``, ``taken`` for what is busy, or nothing where it may belong to what is stated."""
    has = set().union(*(part.kinds for part in sentence))
    free = any(token.kind in _FREE and not _does(token, line) for part in sentence for token in part.tokens)
    strange = [token for part in sentence for token in part.tokens if token.kind in {"other", "name_mark", "counter"}]
    if has & {"the_rest", "except_", "correction", "change"} or has & _ASKS:
        return ""
    if "no_time" in has and not any(map(_refused, sentence)):
        return ""
    begins = sentence[0].tells == "open" and sentence[0].tokens[0].kind in TIMES
    if begins and (not sentence[0].hard or _TOO.search(line, sentence[0].start, sentence[-1].end)):
        return ""
    if not sentence[0].hard and not _refused(sentence[0]) and any(one.tells == "when" and one.comma for one in sentence):
        return ""
    if not any(part.timed for part in sentence):
        past = has & {"year", "used_to"} and not free
        vague = "unsure" in has or any(_VAGUE.search(line, part.start, part.end) for part in sentence)
        return "told" if past or (strange and not vague) else ""
    if free or has & {"now", "used_to", "unsure"} or (has & _DAYS - {"everyday"} and not dated):
        return ""
    if any(part.tells == "busy" for part in sentence):
        return "taken"
    letters = sum(token.end - token.start for token in strange)
    known = any(part.tells == "job" for part in sentence) or "working" in has
    clear = known or len(strange) > 1 or (letters >= _A_WORD and not line[strange[0].start].isascii())
    return ("taken" if begins and not _HERE.search(line, 0, sentence[-1].end) else "told") if clear else ""


_A_WORD: Final = 5
_HERE: Final = re.compile(r"\bhere[!.,\s]*$")
_TOO: Final = re.compile(r"\b(?:too|also|if|as well)\b|ด้วย|ก็")
_VAGUE: Final = re.compile(r"\b(?:late|later|early|earlier|sometimes|if|unless|when)\b|บางที|บางครั้ง|ถ้า|แล้วแต่")


def _with_reasons(parts: Sequence[Part], line: str) -> list[Part]:
    """``…, เย็นๆ รถติดมาก``: a time that opens a reason behind all else belongs to it."""
    made: list[Part] = []
    for part in parts:
        opens = made and made[-1].tells == "when" and (made[-1].hard or made[-1].comma) and len(made) > 1
        if opens and not part.hard and not part.timed and _RESTS.search(line, part.start, part.end):
            made[-1].tokens, made[-1].end, made[-1].tells = made[-1].tokens + part.tokens, part.end, "job"
        else:
            made.append(part)
    return made


def _parts(tokens: Sequence[Token], line: str) -> list[Part]:
    """The clauses of the line."""
    cuts = [(token.end, True, False) for token in tokens if _ends_sentence(token, line)]
    cuts += [(one.end, True, False) for one, following in pairwise(tokens) if _short_end(one, following, line)]
    cuts += [(one.start, True, False) for one, following in pairwise(tokens) if _dashes(one, following, line)]
    cuts += [(one.end, True, False) for before, one in pairwise(tokens) if vocative(before, one, line)]
    glued = {one.end for one in tokens if _holds(one, line)} | {one.start for one in tokens if one.kind in _GLUE_BEFORE}
    soft = [found for found in _SOFT.finditer(line) if found[0] != " " or not {found.start(), found.end()} & glued]
    cuts += [(found.end(), False, found[0][0] == ",") for found in soft]
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
    return dotted and (thai or following.kind in _UNKNOWN | _FREE | {"noise", "greeting", "every", "everyday"})


def _dashes(token: Token, following: Token, line: str) -> bool:
    """``Lunch breaks only - I work near Siam``."""
    dash = token.kind == "joiner" and line[token.start - 1 : token.end + 1] == " - "
    return dash and following.kind in _UNKNOWN | {"noise"}


def vocative(before: Token, token: Token, line: str) -> bool:
    """``ค่ะพี่``: whom one speaks to, at the end of a sentence."""
    calls = token.kind == "name_mark" and line[token.start : token.end] in {"พี่", "น้อง", "คุณ", "ทีม", "ครู"}
    return calls and before.kind == "particle" and before.end == token.start and line[token.end : token.end + 1] in {"", " "}


def _joins(token: Token, line: str) -> bool:
    """``but``, ``so`` and ``แต่`` between clauses; แต่ that clings may mean *only*."""
    return token.start > 0 and line[token.start - 1] == " " and line[token.start : token.end] in {"but", "แต่", "ส่วน", "while"}


_JOB: Final = re.compile(
    r"(?:^|\s)(?:ผม|หนู|เรา|ฉัน|พี่|ปกติ)?(?:ขาย|ขับ|เข้างาน|เปิด|ปิด|ร้าน|สอน|ทำงาน|ทำ|เลิกงาน|เลิก|เข้ากะ|เข้าเวร|เป็น(?!ต้น|วัน|จันทร์|อังคาร|พุธ|พฤ|ศุกร์|เสาร์|อาทิตย์|เช้า|บ่าย|เย็น|เวลา|ช่วง|ตอน|หลัง|ทุก)|อาชีพ|เฝ้า|รับจ้าง|ออกเวร|ลงเวร|ฝึกงาน)"
    r"|\b(?:i|we|i'm|i am|the|my|our)\b(?: \w+)? (?:run|drive|sell|teach|work|open|opens|close|closes|clock|shift|shop|job|own|manage|cook|bake|tutor"
    r"|serve|deliver|start|starts|finish|get off|bartend|study|am at|commute)"
)
_HOURS: Final = re.compile(
    r"\b(?:i|my shift|the shop|we|our shop) (?:\w+ )?(?:clock(?:s)? (?:out|in|off)|closes?|opens?|ends?|finish(?:es)?)\b"
)
_RESTS: Final = re.compile(r"ถึงบ้าน|นอน|หลับ|รถติด|ตื่น|กินข้าว|\b(?:sleep|asleep|in bed|bedtime|nap|traffic|gym|church|dinner)\b")


def _tells(part: Part, line: str, others: Sequence[tuple[int, int]]) -> str:
    """What a clause tells of."""
    has, text = part.kinds, line[part.start : part.end]
    if any(_of_other(part, start, end) for start, end in others):
        return "other"
    if _NOTICE.search(text) and not has & (_DAYS | _ASKS):
        return "chat"
    if has & _ONCE and (has & (_REFUSES | {"working"}) or (has & _UNKNOWN and not has & (_FREE | {"season"}))):
        return "once"
    if any(_asks(token, part, line) for token in part.tokens):
        return "open" if part.timed and (has & _FREE or has & TIMES - _MEALS) else "ask"
    return _timed(part, text, line) if part.timed else _untimed(part, text)


def _asks(token: Token, part: Part, line: str) -> bool:
    """A mark of a question; ``love what you do`` asks nothing."""
    if token.kind != "question_word":
        return token.kind == "question"
    first = next((one for one in part.tokens if one.kind not in {"noise", "particle"}), token)
    return token is first or line[token.start] >= "ก"


def _timed(part: Part, text: str, line: str) -> str:
    """What a clause with a time tells of."""
    has = part.kinds
    if has & _AMENDS and (has & _AMENDS != {"except_"} or has & _UNKNOWN):
        return "open"
    if "the_rest" in has and has & {"working", "busy", "no_time"} and not has & _FREE:
        return "job"
    if _WORKS.search(text) or any(token.kind in _FREE and not _does(token, line) for token in part.tokens):
        return "free"
    if _HOURS.search(text):
        return "job"
    if has & {"no_time", "busy", "gone"} or _GIVEN.search(text) or text.lstrip().startswith(("ติด", "มี")):
        return "busy"
    if _JOB.search(text) or _KIN.search(text) or _RESTS.search(text) or ("working" in has and "ติด" not in text):
        return "job"
    return "open" if has & _UNKNOWN else "when"


_WORKS: Final = re.compile(r"(?:days?|mornings|afternoons|evenings|nights|ends|noon|\d(?:am|pm)?) (?:would )?works?\b")
_DOES: Final = frozenset({"ช่วย", "help", "volunteer", "หยุด", "off", "join", "come", "open", "เอา", "วาง", "ขอ", "yes", "sure"})
"""Words that are as much done as offered."""


_GIVEN: Final = re.compile(r"ครอบครัว|มีสอน|มีเรียน|\b(?:family|church|gym|mosque|temple)\b")
_KIN: Final = re.compile(r"(?<!ส่ง)(?<!รับ)(?<!หลัง)(?<!เลี้ยง)(?<!ดูแล)(?<!พา)ลูก(?!ค้า|ทีม|ศิษย์|เสือ)|(?:^|\s)(?:แม่|พ่อ|สามี|ภรรยา|แฟน|หลาน|เจ้านาย|หัวหน้า)(?!ค้า|บ้าน|ครัว)|^\W*(?:my |the |our )(?:son|daughter|kids?|husband|wife|children)\b")
_NOTICE: Final = re.compile(
    r"ล่วงหน้า|(?:แจ้ง|บอก)ก่อน|(?:เปลี่ยน|ปรับ|เลื่อน|ขยับ|ยืดหยุ่น)(?:วัน|เวลา)?(?:ก็)?ได้|\b(?:let me know|tell me|notice|in advance|ahead of time)\b"
)
_MEALS: Final = frozenset({"lunch", "noon"})


def _does(token: Token, text: str, start: int = 0) -> bool:
    """Whether a word for being free may be one for what is done."""
    return text[token.start - start : token.end - start] in _DOES


def _of_other(part: Part, start: int, end: int) -> bool:
    """Whether a clause begins with somebody else, or goes on about them."""
    if part.start <= start < part.end:
        return not any(token.kind in TIMES | _FREE for token in part.tokens if token.start < start)
    return start < part.start < end and not part.hard


def _untimed(part: Part, text: str) -> str:
    """A clause without a time: chatter, unless it may be what is said of the times beside it."""
    has = part.kinds - _SILENT
    up_to_you = "unsure" in has and all(token.value for token in part.tokens if token.kind == "unsure")
    if _FAREWELL.match(text.strip()) or (up_to_you and not has - {"unsure", "after"}):
        return "chat"
    if has & _FREE and all(_does(token, text, part.start) for token in part.tokens if token.kind in _FREE):
        has -= _FREE
    if "year" in has and not has - {"year", "number", "digit_word", "again", "more", "used_to", "other"}:
        return "chat"
    if has & (_ONCE | _OPEN) or not has & _UNKNOWN:
        return "open"
    refused = has & {"busy", "working", "gone"}
    if refused and not has - refused and len(text.strip()) < _LONG_ENOUGH:
        return "open"
    return "chat"


_OPEN: Final = _FREE | _AMENDS | {"no_time", "half", "allday", "every", "appointment", "unsure"}
_FAREWELL: Final = re.compile(r"(?:see you(?: soon| there| then)?|sorry|ขอโทษ|ไว้เจอกัน|เจอกัน|พบกัน)(?:ที|ค่ะ|ครับ)*[!., ]*$")
_LONG_ENOUGH: Final = 9
_DROPPED: Final = frozenset({"told", "job", "other", "once", "ask", "chat"})


def _left_out(parts: Sequence[Part], index: int) -> bool:
    """Whether a clause of chatter stands by itself, so that no time beside it can be its own."""
    part = parts[index]
    if part.tells in {"told", "taken"}:
        return True
    before = parts[index - 1] if index else None
    free = any(one.tells == "free" for one in parts[:index])
    then = before and before.timed and before.kinds & _DAYS and part.tokens[0].kind == "after"
    if before and not part.hard and before.tells == "when" and not (free or then or (part.comma and len(part.tokens) > 1)):
        return False
    behind = list(parts[index + 1 :])
    works = part.tells == "chat" and bool(part.kinds & {"working", "busy"})
    if part.tells == "chat" and part.kinds & {"greeting", "particle", "year"} and not works:
        return True
    if not behind or (behind[0].hard and not works) or behind[0].tells not in {"when", "open"}:
        return True
    if part.tells == "ask" or (part.tells == "job" and _only_free(behind[0])):
        return True
    rest = next((one for one in behind[1:] if one.tells != "when" or one.hard), None)
    if behind[0].hard:
        return rest is None or rest.hard or rest.tells != "free" or not rest.timed or rest.tokens[0].kind != "free"
    if rest is None and part.tells == "job" and not part.kinds & _DAYS and behind[0].kinds & _DAYS:
        return any(one.kinds & TIMES - _DAYS for one in behind)
    return rest is not None and not rest.hard and bool(rest.kinds & {"free"}) and not rest.timed


_ABOUT_WHEN: Final = re.compile(r"ว่าง|สะดวก|\bfree\b|availab|เรื่องเวลา")
_WELL: Final = re.compile(r"ได้(?:ไหม|มั้ย|ไม๊|มั๊ย|รึ|หรือ|ป)|\b(?:ok|okay|does that work|is that ok|alright|right)\b")
_OF_EVENT: Final = re.compile(r"กี่โมง|วันไหน|เมื่อไ|\b(?:what time|when|which)\b")
_OTHERWISE: Final = re.compile(r"\bother(?:wise)?\b|อื่น|เหลือ|นอกนั้น|(?:ตอน|หลังจาก|ช่วง|เวลา|วัน)นั้น|\bthen\b|after that|in between")
"""What is free is told from what is not."""


def _allowed(parts: Sequence[Part], index: int, kept: Sequence[Part], line: str) -> bool:
    """Whether a clause may be left out beside those that are kept."""
    part, text = parts[index], line[parts[index].start : parts[index].end]
    has = set().union(*(one.kinds for one in kept))
    if part.tells == "told":
        return "the_rest" not in has and not any(_OTHERWISE.search(line, one.start, one.end) for one in kept)
    if part.tells == "once":
        return bool(has & _REGULAR) and not has & _ONCE and part.start < kept[0].start
    if part.tells == "ask":
        last = part.start > kept[-1].start
        plain = all(one.tells in {"when", "free"} for one in kept if one.timed) and not _OF_EVENT.search(text)
        says = has & _FREE or any(_ABOUT_WHEN.search(line, one.start, one.end) for one in kept)
        return bool(says or _ABOUT_WHEN.search(text) or (last and (plain or _WELL.search(text))))
    if part.tells != "job":
        return True
    soft = not part.kinds & _DAYS
    after = parts[index + 1] if index + 1 < len(parts) else None
    closed = (not index or part.hard or (soft and part.comma)) and (not after or after.hard or (soft and after.comma))
    if "the_rest" in has or ("except_" in has and not closed):
        return False
    if any(_OTHERWISE.search(line, one.start, one.end) for one in kept):
        return False
    return closed or not part.kinds & (_DAYS - {"everyday"}) or bool(has & _DAYS)


_REGULAR: Final = _DAYS | {"anytime", "per_week", "per_month", "after_work", "lunch", "usual"}
