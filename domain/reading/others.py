"""What a line tells of somebody else: their hours and their free time are not the sender's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from domain.reading.tokens import Token

_KIN: Final = (
    r"(?:เพื่อน(?!บ้าน)(?:ๆ\s*|สนิท|ร่วมงาน)*|แฟน(?!เพจ)|สามี|ภรรยา|เมีย|หัวหน้า|เจ้านาย|พี่สาว|พี่ชาย|น้องสาว|น้องชาย|ลูกสาว|ลูกชาย"
    "|ลูก(?!เสือ)(?:ค้า|ศิษย์|ทีม)?|คุณแม่|คุณพ่อ|แม่(?!บ้าน|ครัว|น้ำ)|พ่อ(?!ครัว|ค้า)|พวกเขา|เขา|หลาน|รูมเมท|รูมเมต|ญาติ|ทีม(?:งาน)?|ทุกคน)"
)
_TITLE: Final = "(?:น้อง(?!ๆ)|พี่(?!เลี้ยง|ๆ)|คุณ(?!ภาพ)|ลุง|ป้า|น้า)"
_NO_NAME: Final = (
    "แล้ว|เลย|ไป|มา|ให้|ชวน|แนะนำ|กับ|และ|ไม่|ก็|จะ|น่าจะ|เอง|พอ|มี|ยัง|เพิ่ง|พึ่ง|ได้|สะดวก|มัก|ปกติ|ทำ|อยู่|ขอ|ส่วน|วัน|ช่วง|ตอน|เข้า"
    "|สามารถ|ถาม|เป็น|เกษียณ|แก่|ขาย|เลี้ยง|อยาก|ถนัด|ชอบ|ใช้|คิด|รู้|หยุด|ติด|โอเค"
    "|นั่ง|ลอง|เคย|กำลัง|แค่|ลง|ออก|รับ|สอน|แปล|ต้อง|ว่าง|ทุก|หมด|เช้า|บ่าย|เย็น|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|ผม|ฉัน|หนู|เรา"
)
_NAME: Final = f"(?:(?!{_NO_NAME})[ก-๎])"
_OWNER: Final = "(?:ของ)?(?:ดิฉัน|ฉัน|ผม|หนู|เรา|พี่)?"
_TITLED: Final = f"{_TITLE}{_NAME}(?:(?!แล้ว|เลย|สามารถ|ก็)[ก-๎]){{1,13}}?"
_OTHERS: Final = f"(?:{_KIN}{_OWNER}{_NAME}{{0,14}}?|{_TITLED})"
_RELATION: Final = (
    "friends?|sister|brother|wife|husband|partner|girlfriend|boyfriend|mom|mum|mother|dad|father|boss|son|daughter"
    "|kids?|colleagues?|roommate|cousin|aunt|uncle|manager|teammate"
)
_BEFORE: Final = r"(?:^|[\n,;.!?]\s*|(?:ครับ|ค่ะ|คะ|ค่า|จ้า|นะ)\s+|แต่(?:ว่า)?\s*|ส่วน\s*|\b(?:but|and|while|whereas)\s+)"
_DATED: Final = r"(?:(?:เมื่อวาน|วันนี้|เมื่อเช้า|เมื่อคืน|today|yesterday|last night|this morning)(?:นี้)?[\s,:]*)?"
_ME: Final = r"(?<![a-z])(?:i|me|myself|i'm|i've|we)(?![a-z])|ผม|ฉัน|หนู|เรา(?!ียน)|ข้าพเจ้า"
_STOP: Final = re.compile(
    rf"[\n,;!]|(?:ครับ|คับ|ค่ะ|คะ|ค่า|จ้า)\s|\s(?:ก็)?(?:เลย|จึง)?(?:ว่าง|สะดวก|ขอ|มาช่วย)|แต่(?!ละ)|ส่วน(?!ใหญ่|มาก)|(?<![a-z])(?:but|so|while|whereas)(?![a-z])|{_ME}"
)

_WHEN: Final = "จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|ทุกวัน|วัน"
_PREDICATE: Final = f"ว่าง|สะดวก|มีเวลา|ติด|ทำงาน|หยุด|ได้(?:{_WHEN}|แค่|เฉพาะ)|มาได้|ช่วยได้"
_FREE: Final = f"(?=(?:จะ|ก็|น่าจะ|มัก|ปกติ)*(?:ไม่)?(?:ค่อย)?(?:{_PREDICATE}))"
_THING: Final = "(?:ร้าน|ห้อง(?:ประชุม|เรียน|สมุด|ซ้อม)?|ที่จอดรถ|โต๊ะ|ตำแหน่ง|สนาม|โรงเรียน|ธนาคาร|คลินิก|ตลาด)"
_WEEK: Final = re.compile(
    rf"(?:{_BEFORE}|(?<=[ก-๎0-9])\s+|ok so )(?P<who>{_OTHERS}{_FREE}|{_THING}(?=จะ|ก็|ยัง|ว่าง|หยุด|ปิด|เต็ม)"
    r"|(?:(?:the|a|meeting|class|study) )*(?:room|hall|court|parking|seats?|tables?)(?=\s(?:is|are)\s)"
    rf"|(?:my|his|her|their|our)\s(?:{_RELATION})(?![a-z])(?!\s+and\s+i\b)(?=[\s'])"
    r"|(?:the|our|my)\s(?:shop|store|office|market|cafe|clinic|school|library|temple|centre|center|museum|gym|bank)(?![a-z])"
    rf"|(?:{_RELATION})(?='s\s|\s(?:is|works|has|can|does)\s)"
    r"|(?:boss|manager|หัวหน้า)\s(?:ว่าง|ไม่ว่าง|ได้|is|free)"
    r"|(?:mom|mum|dad|nobody|no one|someone|everybody|everyone)(?=\s(?:is|works|can)\b)"
    r"|(?:she|he|they)(?=\s|'s|'re))"
)
_NAMED: Final = re.compile(
    r"^(?:(?:hi|hello|hey)[,!. ]+)?(?P<who>[a-z]{2,12})"
    r"(?:(?:'s|\s+is|\s+isn't)\s+(?:only\s+|not\s+|always\s+)?(?:free|available|busy)"
    r"|\s+(?:can|can't|cannot|prefers|has|wants|likes|does"
    r"|works (?:on |at )?(?:week|night|mon|tue|wed|thu|fri|sat|sun|every)\w*))\b"
)
_OWN_NOUN: Final = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)|\w*(?:day|end|time|hour|night|morning|noon|evening|schedule|calendar|diary|week)s?$"
    r"|(?:it|that|this|what|when|which|who|where|how|mine|any\w*|every(?:thing|day)|am|pm|rest|eve|there|all|afterwork|work|lunch"
    r"|we|you|yes|ok|sure|only|also|both|either|online|onsite|zoom|remote|still|currently|late|early|now|and|so)$"
)


def others_week(line: str) -> list[tuple[int, int]]:
    """Where a folded line speaks of the free or busy time of somebody else: from the word for them to the next stop."""
    found = [(match.start("who"), match.end()) for match in _WEEK.finditer(line) if not _parent(match, line)]
    named = _NAMED.match(line)
    if named and not _OWN_NOUN.match(named["who"]):
        found.append((0, named.end()))
    return [(start, _until(line, end)) for start, end in found]


def _parent(match: re.Match[str], line: str) -> bool:
    """``ลูกเรียนวันเสาร์ แม่ว่างวันอาทิตย์``: who speaks of the child and of the mother is the mother."""
    return bool(re.match("แม่|พ่อ", match["who"])) and "ลูก" in line[: match.start("who")]


def _until(line: str, start: int) -> int:
    """The next stop, or a word for oneself, after a place in the line."""
    stop = _STOP.search(line, start)
    return stop.start() if stop else len(line)


_OWN_WORD: Final = re.compile("(?:คุณ)?(?:แม่|พ่อ)$|(?:คุณ)?(?:ยาย|ตา|ย่า|ปู่|ป้า|ลุง|น้า|อา)$")
_CHILD: Final = re.compile("ลูก(?!น้อง|ค้า|ทีม|พี่|ศิษย์)|หลาน")


def parents(tokens: Sequence[Token], line: str) -> list[Token]:
    """The line with the word that mothers and uncles use for themselves marked so: ``ลูกเรียนออกแบบ ส่วนแม่เป็นครู``."""
    made: list[Token] = []
    for token in tokens:
        word = line[token.start : token.end]
        own = token.kind == "someone" and _OWN_WORD.match(word)
        mine = own and (line.startswith("เอง", token.end) or _CHILD.search(line, 0, token.start))
        touches = made and made[-1].kind == "someone" and made[-1].end == token.start
        made.append(token._replace(kind="self_", value=1) if mine and not touches else token)
    return made


_DID: Final = re.compile(
    rf"{_BEFORE}{_DATED}{_TITLED}(?:ทำ|ช่วย|ลงพื้นที่|สอน|แปล)(?:งาน|ไป|มา|ได้|แล้ว|อยู่)*\s*(?:ประมาณ|ราว)?\s*\d"
)
_HE_DID: Final = re.compile(rf"^{_DATED}(?P<who>[a-z]{{2,12}})\s+(?:did|worked|spent|helped|put in)\s+(?:about\s+)?\d")
_NOBODY: Final = re.compile(
    r"(?:i|we|just|also|only|then|have|and|so|mon|tues?|wed|thur?s?|fri|sat|sun|today|tdy|yday|noon|again|still|already"
    r"|volunteers?|work|me|myself|\w+day|\w+ly)$"
)


def others_hours(line: str) -> bool:
    """Whether a folded line tells hours of somebody with a name (``น้องแนนทำ 3 ชม.``, ``Ann did 2h``)."""
    if re.search(_ME, line):
        return False
    named = _HE_DID.match(line)
    return bool(_DID.search(line)) or bool(named and not _NOBODY.match(named["who"]))
