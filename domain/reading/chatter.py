"""What a line about free time tells of the home and the way: bedtimes, children's lessons, how long the way is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from domain.reading.sentences import vocative
from domain.reading.tokens import Token

_CLOCK: Final = r"(?:\s*\d+(?:[.:]\d+)?\s*(?:ทุ่ม|โมง|น\.)(?:ครึ่ง|เช้า|เย็น|ตรง)?)?"
_THAI: Final = "(?:(?!ว่าง|สะดวก)[ก-๎])"
_STARTS: Final = r"(?:(?<=[\s,])|^)"
_CLAUSE: Final = r"(?:(?<=[,.;!]\s)|^)"
_ON: Final = r"(?:(?!\s(?:but|so)\s)[^,.;!\n])*"
"""The rest of an English clause."""
_ROUTINES: Final = (
    rf"{_STARTS}(?:ลูก|น้อง|หลาน|สามี|ภรรยา)(?:ๆ|สาว|ชาย|คนเล็ก|คนโต|น้อย)?(?:จะ|ก็|มัก)?"
    r"(?:เข้านอน|นอน|หลับ|ตื่น|กลับจาก|กลับบ้าน|เลิกเรียน|เรียนพิเศษ|มีเรียน|มีซ้อม|มาหา|มาเยี่ยม)"
    rf"(?:(?!ว่าง|สะดวก|แล้ว)[^\s,])*{_CLOCK}",
    rf"{_CLAUSE}(?:my |the |our )?(?:\w+ )?"
    r"(?:kids?|children|baby|toddler|son|daughter|little ones?|girls|boys|dogs?|cats?|puppy)(?:'s|'re)? "
    rf"(?:are|is|has|have|go|goes|nap|naps|sleep|sleeps|wakes?|needs?)\b{_ON}",
    rf"{_CLAUSE}(?:our |my |daily )*stand-?up (?:is|at)\b{_ON}",
    rf"{_STARTS}ประชุม\s?(?:standup|stand-up|daily|scrum)(?:(?!\s(?:ว่าง|สะดวก|ขอ))[^,\n])*",
)
_NEWS: Final = (
    rf"{_STARTS}(?:เมื่อวาน|เมื่อคืน|วันก่อน)(?:นี้)?(?:ลืม|ไม่ได้|ไม่ทัน|ยุ่ง|หลับ|ไม่เห็น)(?:(?!แต่){_THAI})*",
    rf"{_STARTS}(?:ผ่าน|เคย|อบรม|ร่วม){_THAI}*(?:แล้ว|มา)\s*\d+\s*(?:รอบ|ครั้ง|หน|ปี|เดือน)",
    rf"{_STARTS}(?:(?!ละ){_THAI})+\s*\d+\s*(?:รอบ|ครั้ง|หน)แล้ว",
    rf"{_STARTS}(?:เพิ่ง|พึ่ง){_THAI}+(?:\s*\d+\s*(?:ปี|เดือน|สัปดาห์|วัน)(?:ก่อน|ที่แล้ว)?)?(?=[\s,]|$)",
    r"(?:ชั่วโมง|ชม\.?|วัน|เดือน|ครั้ง)ละ\s*\d[\d,]*\s*(?:บาท|฿)",
    r"(?:รายได้|ค่าแรง|ค่าจ้าง|ค่าเดินทาง|เงินเดือน)[ก-๎]*\s*\d[\d,]*(?:\s*บาท)?",
    rf"{_CLAUSE}[a-z' ]+ (?:\d+|an?|two|three|few) (?:years?|months?|weeks?) ago\b",
    rf"(?<![a-z])(?:just|recently) (?:moved|started|retired|graduated|finished|had|became|joined|changed)\b{_ON}",
    r"(?<![a-z])(?:moved|started|retired|graduated)\b[^,.;!\n]* ago\b",
)
_HOME_AND_WAY: Final = (
    r"(?:บ้าน)?เลขที่\s*\d+(?:\s?/\s?\d+)?",
    rf"{_CLAUSE}(?:the |my )?commute (?:is|takes)\b{_ON}",
    rf"\bi live (?:at|in|on|near)\b{_ON}",
    r"(?<![a-z])(?:it )?(?:takes?|took) (?:me )?(?:[a-z]+ ){0,2}"
    rf"(?:\d+|an?|half an) ?(?:min\w*|hours?|hrs?|h)\b{_ON}",
    rf"(?:it's an? )?\d+ ?(?:min\w*|hours?|hrs?|km|kms)\b (?:away|drive|by|from|walk|ride|commute)\b{_ON}",
    r"(?:ใช้เวลาเดินทาง|เดินทาง|จากบ้าน|จากที่ทำงาน|จากออฟฟิศ|จากหอ"
    rf"|(?:ขับรถ|นั่งรถ|ขี่รถ|ขี่มอไซค์|นั่งเรือ){_THAI}*?(?:จาก|มา|ไป|ถึง))"
    rf"{_THAI}*\s*\d+(?:[.:]\d+)?\s*(?:นาที|ชม\.?|ชั่วโมง|กม\.?|กิโล)(?:ครึ่ง|กว่า|กว่าๆ)?(?:ถึง|ไปถึง|กว่าจะถึง)?",
)
_CHATTER: Final = re.compile("|".join((*_ROUTINES, *_NEWS, *_HOME_AND_WAY)))
_MEANT: Final = re.compile(r"หลังจากนั้น|(?:ตอน|ช่วง|เวลา|หลัง)นั้น|\b(?:then|after that|that time|those hours|during)\b")
"""What was told is spoken of once more: then it is no chatter."""
_OFFERED: Final = re.compile("ว่าง|สะดวก|free|available")


def without_chatter(tokens: list[Token], line: str) -> list[Token]:
    """The line less what it tells of the home and the way, if enough is left to be an answer."""
    tokens = without_chores(with_stops(tokens, line), line)
    if _MEANT.search(line):
        return tokens
    for found in _CHATTER.finditer(line):
        rest = [token for token in tokens if not found.start() <= token.start < found.end()]
        if _OFFERED.search(found[0]):
            continue
        goes_on = any(token.start == found.end() and token.kind in _WHEN | {"every"} for token in rest)
        if any(token.kind in _WHEN for token in rest) and not goes_on:
            tokens = rest
        elif not any(token.kind in {"free", "anytime"} for token in rest):
            return [*rest, Token("unsure", found.start(), found.end(), 0)]
    return tokens


def without_calls(tokens: list[Token], line: str) -> list[Token]:
    """The line less whom one speaks to (``ได้ค่ะพี่``)."""
    return [one for before, one in pairwise([Token("line", 0, 0), *tokens]) if not vocative(before, one, line)]


def without_particles(tokens: list[Token], line: str) -> list[Token]:
    """The line less เลย that is no time: with no number or part of the day behind (``วันธรรมดาเลยได้แค่…``)."""
    made: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=False):
        late = token.kind == "after" and token.value == 1
        if not late or (following is not None and following.kind in _CLOCKS and line[token.start - 1] != " "):
            made.append(token)
    return made


_CLOCKS: Final = frozenset({"number", "digit_word", "clockface", "noon", "midnight", "bai", "bai_mong", "yen", "thum"})


def without_chores(tokens: list[Token], line: str) -> list[Token]:
    """``ส่งลูกเข้าโรงเรียนเสร็จก็ว่าง จ-ศ 9-12``: what is done before, where the part of the day is said behind it."""
    for index, token in enumerate(tokens):
        if token.kind != "did" or not line.startswith("เสร็จ", token.start):
            continue
        rest = tokens[index + 1 :]
        behind = [one.kind for one in rest if one.kind not in {"noise", "then", "particle"}][:1]
        start = index
        while start and tokens[start - 1].end == tokens[start].start and tokens[start - 1].kind not in _WHEN:
            start -= 1
        if behind == ["free"] and any(one.kind in _PARTS for one in rest):
            return tokens[:start] + rest
    return tokens


_PARTS: Final = frozenset({"chao", "sai", "bai", "yen", "night", "lunch", "daytime", "oclock", "clockface", "thum"})


def with_stops(tokens: list[Token], line: str) -> list[Token]:
    """``I can't lift things. Sunday works``: a full stop behind words that are no time begins anew."""
    made = list(tokens)
    for index in range(1, len(tokens) - 1):
        token, before = tokens[index], tokens[index - 1]
        stop = token.kind == "particle" and line[token.start : token.end] in {".", "!"}
        if (
            stop
            and before.kind == "other"
            and line[token.start - 1].isascii()
            and line[token.end : token.end + 1] == " "
        ):
            made[index] = token._replace(kind="then", value=0)
    return made


def plural_works(tokens: list[Token], line: str) -> list[Token]:
    """``Wednesday afternoons work``: at the end of a clause, and of more than one, it is no job."""
    made = list(tokens)
    kinds: set[str] = set()
    for index, token in enumerate(tokens):
        ends = index + 1 == len(tokens) or tokens[index + 1].kind in _ENDS
        if token.kind in _ENDS - {"particle"}:
            kinds = set()
        elif token.kind == "working" and ends and not kinds & _SAID and _WORKS.search(line, 0, token.end):
            made[index] = token._replace(kind="free", value=0)
        kinds.add(token.kind)
    return made


_ENDS: Final = frozenset({"comma", "line", "particle", "but", "then"})
_SAID: Final = frozenset({"free", "busy", "no_time", "working"})
_WORKS: Final = re.compile(r"(?:days|mornings|afternoons|evenings|nights|ends) work$")


def left_open(line: str) -> bool:
    """``ลูกนอนสามทุ่ม ว่างหลังจากนั้น``: free from a time that was told of something else."""
    told = _CHATTER.search(line)
    return bool(told and _MEANT.search(line, told.end())) or bool(_FROM_THEN.search(line) or _THOSE.search(line))


_FROM_THEN: Final = re.compile(
    r"(?:โมง|ทุ่ม|\d\s?น\.|\d[.:]\d\d)\D*(?:หลังจากนั้น)[^,.]*(?:ว่าง|สะดวก|ได้)|\d[^,.]*[,.]? (?:free|available) after that"
)
_THOSE: Final = re.compile(r"\bthose (?:days|mornings|afternoons|evenings|times|hours)\b")


_WHEN_KINDS: Final = """
    weekday short_days sunday weekend weekdays everyday chao sai bai yen night lunch after_work daytime allday noon
    anytime
"""
_WHEN: Final = frozenset(_WHEN_KINDS.split())
