"""What a clause of a line about free time tells of, by its own markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.sentences import AMENDS, ASKS, DAYS, FREE, ONCE, REFUSES, SILENT, TIMES, UNKNOWN, Part
from domain.reading.tokens import Token

_NO_TRADE: Final = "ต้น|วัน|จันทร์|อังคาร|พุธ|พฤ|ศุกร์|เสาร์|อาทิตย์|เช้า|บ่าย|เย็น|เวลา|ช่วง|ตอน|หลัง|ทุก"
_JOB: Final = re.compile(
    r"(?:^|\s)(?:ผม|หนู|เรา|ฉัน|พี่|ปกติ)?"
    "(?:ขาย|ขับ|เข้างาน|เปิด|ปิด|ร้าน|สอน|ทำงาน|ทำ|เลิกงาน|เลิก|เข้ากะ|เข้าเวร"
    f"|เป็น(?!{_NO_TRADE})|อาชีพ|เฝ้า|รับจ้าง|ออกเวร|ลงเวร|ฝึกงาน)"
    r"|\bi'm (?:at|in) \w+"
    r"|\b(?:i|we|i'm|i am|the|my|our)\b(?: \w+)? "
    "(?:run|drive|sell|teach|work|open|opens|close|closes|clock|shift|shop|job|own|manage|cook|bake|tutor"
    "|serve|deliver|start|starts|finish|get off|bartend|study|am at|commute)"
)
_HOURS: Final = re.compile(
    r"\b(?:i|my shift|the shop|we|our shop) (?:\w+ )?"
    r"(?:clock(?:s)? (?:out|in|off)|closes?|opens?|ends?|finish(?:es)?)\b"
)
RESTS: Final = re.compile(
    r"ถึงบ้าน|(?<!แน่)นอน|หลับ|รถติด|ตื่น|กินข้าว|\b(?:sleep|asleep|in bed|bedtime|nap|traffic|gym|church|dinner)\b"
)


def tells(part: Part, line: str, others: Sequence[tuple[int, int]]) -> str:
    """What a clause tells of."""
    has, text = part.kinds, line[part.start : part.end]
    if any(_of_other(part, start, end) for start, end in others):
        return "other"
    if _NOTICE.search(text) and not has & (DAYS | ASKS):
        return "chat"
    if has & ONCE and (has & (REFUSES | {"working"}) or (has & UNKNOWN and not has & (FREE | {"season"}))):
        return "once"
    if any(_asks(token, part, line) for token in part.tokens):
        return "open" if part.timed and (has & FREE or has & TIMES - _MEALS) else "ask"
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
    if has & AMENDS and (has & AMENDS != {"except_"} or has & UNKNOWN):
        return "open"
    rest = "the_rest" in has and has & {"working", "busy", "no_time"} and not has & FREE
    if not rest and (_WORKS.search(text) or any(token.kind in FREE and not does(token, line) for token in part.tokens)):
        return "free"
    if rest or _HOURS.search(text):
        return "job"
    if has & {"no_time", "busy", "gone"} or _GIVEN.search(text) or text.lstrip().startswith(("ติด", "มี")):
        return "busy"
    if _JOB.search(text) or _KIN.search(text) or RESTS.search(text) or ("working" in has and "ติด" not in text):
        return "job"
    return "open" if has & UNKNOWN else "when"


_WORKS: Final = re.compile(r"(?:days?|mornings|afternoons|evenings|nights|ends|noon|\d(?:am|pm)?) (?:would )?works?\b")
_DOES: Final = frozenset(
    {"ช่วย", "help", "volunteer", "หยุด", "off", "join", "come", "open", "เอา", "วาง", "ขอ", "yes", "sure"}
)
"""Words that are as much done as offered."""


_GIVEN: Final = re.compile(r"ครอบครัว|มีสอน|มีเรียน|\b(?:family|church|gym|mosque|temple)\b")
_KIN: Final = re.compile(
    "(?<!ส่ง)(?<!รับ)(?<!หลัง)(?<!เลี้ยง)(?<!ดูแล)(?<!พา)ลูก(?!ค้า|ทีม|ศิษย์|เสือ)"
    r"|(?:^|\s)(?:แม่|พ่อ|สามี|ภรรยา|แฟน|หลาน|เจ้านาย|หัวหน้า)(?!ค้า|บ้าน|ครัว)"
    r"|^\W*(?:my |the |our )(?:son|daughter|kids?|husband|wife|children)\b"
)
_NOTICE: Final = re.compile(
    "ล่วงหน้า|(?:แจ้ง|บอก)ก่อน|(?:เปลี่ยน|ปรับ|เลื่อน|ขยับ|ยืดหยุ่น)(?:วัน|เวลา)?(?:ก็)?ได้"
    r"|\b(?:let me know|tell me|notice|in advance|ahead of time)\b"
)
"""When to say so: ``แจ้งล่วงหน้านะคะ``, and that it may be changed."""
_MEALS: Final = frozenset({"lunch", "noon"})


def does(token: Token, text: str, start: int = 0) -> bool:
    """Whether a word for being free may be one for what is done."""
    word, before = text[token.start - start : token.end - start], text[: token.start - start]
    return word in _DOES and not before.endswith(("are ", "is ", "wide "))


def _of_other(part: Part, start: int, end: int) -> bool:
    """Whether a clause begins with somebody else, or goes on about them."""
    if part.start <= start < part.end:
        return not any(token.kind in TIMES | FREE for token in part.tokens if token.start < start)
    return start < part.start < end and not part.hard


def _untimed(part: Part, text: str) -> str:
    """A clause without a time: chatter, unless it may be what is said of the times beside it."""
    has = part.kinds - SILENT
    up_to_you = "unsure" in has and all(token.value for token in part.tokens if token.kind == "unsure")
    if _FAREWELL.match(text.strip()) or (up_to_you and not has - {"unsure", "after"}):
        return "chat"
    if has & FREE and all(does(token, text, part.start) for token in part.tokens if token.kind in FREE):
        has -= FREE
    if "year" in has and not has - {"year", "number", "digit_word", "again", "more", "used_to", "other"}:
        return "chat"
    if has & (ONCE | _OPEN) or not has & UNKNOWN:
        return "open"
    refused = has & {"busy", "working", "gone"}
    if refused and not has - refused and len(text.strip()) < _LONG_ENOUGH:
        return "open"
    return "chat"


_OPEN: Final = FREE | AMENDS | {"no_time", "half", "allday", "every", "appointment", "unsure"}
_FAREWELL: Final = re.compile(r"(?:see you(?: soon| there| then)?|sorry|ขอโทษ|ไว้เจอกัน|เจอกัน|พบกัน)(?:ที|ค่ะ|ครับ)*[!., ]*$")
_LONG_ENOUGH: Final = 9


def only_free(part: Part) -> bool:
    """``สะดวก``, ``ไปช่วยได้``: free, of a time that is said beside it."""
    return bool(part.kinds & FREE) and not part.kinds - SILENT - FREE - {"onwards", "after"}
