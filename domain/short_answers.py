"""Reads short answers about oneself: a name, quiet hours; and sees numbers that nobody should send in a chat."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import regex

from domain.reading.normalise import normalise

LONGEST_NAME: Final = 60
LINK: Final = re.compile(r"https?:|www\.|\.(?:com|co|th|org|net|io|me)\b|@\w+\.", re.IGNORECASE)
BEFORE_NAME: Final = re.compile(
    r"^(?:(?:สวัสดี(?:ครับ|ค่ะ|คะ)?|hello|hi)[\s,!]*)?"
    r"(?:(?:ผม|เรา|ดิฉัน|ฉัน|หนู|พี่)?\s*(?:มี)?(?:ชื่อเล่น|ชื่อ|เรียกว่า|เรียก)(?:ว่า|คือ)?\s*"
    r"|my name is\s+|call me\s+|i am\s+|i'm\s+|it's\s+|name\s*:\s*)",
    re.IGNORECASE,
)
AFTER_NAME: Final = re.compile(
    r"(?:\s*(?:ก็ได้|ได้เลย|ก็พอ|นะ|น้า|ครับผม|ครับ|คับ|ค้าบ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|please)|[\s.,!~]|(?<=\w)\s+ka)+$",
    re.IGNORECASE,
)
NO_NAME: Final = re.compile(
    r"อยาก|ทำไม|อะไร|ยังไง|อย่างไร|ไหม$|มั้ย|หรือเปล่า|ช่วยงาน|สมัคร|\?|\b(?:want|how|what|why|help|can i|would like)\b",
    re.IGNORECASE,
)
UNSEEN: Final = regex.compile(r"[\p{Cc}\p{Cf}\p{Co}\ufe0f]|\p{Extended_Pictographic}|(?<!\d)5{3,}\+*\s*$")
"""What is no part of a name: control characters, pictures, laughter."""
GREETING: Final = re.compile(
    r"(?:สวัสดี|หวัดดี|ดีจ้า|ฮัลโหล|ทดสอบ|เทส|hello|hi|hey|test|ok|okay|โอเค|ได้|ไม่|ใช่|yes|no|ขอบคุณ|thanks|thank you)"
    r"(?:ครับ|ค่ะ|คะ|คับ|จ้า|นะ)*[\s.!]*",
    re.IGNORECASE,
)


def read_name(text: str) -> str | None:
    """What somebody wants to be called; nothing for a greeting, a command, a question, a link, digits, or too much."""
    line = " ".join(UNSEEN.sub(" ", unicodedata.normalize("NFC", text).replace("เเ", "แ").replace("ํา", "ำ")).split())
    name = AFTER_NAME.sub("", BEFORE_NAME.sub("", line)).strip(" \"'“”‘’")
    if not name or len(regex.findall(r"\X", name)) > LONGEST_NAME or name.startswith("/"):
        return None
    if LINK.search(name) or NO_NAME.search(line) or GREETING.fullmatch(line):
        return None
    return name if any(letter.isalpha() for letter in name) else None


HOURS: Final = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,7})\s*(?:ชั่วโมง|ชม\.?|h|hrs?|hours?)?")


def whole_hours(text: str) -> int | None:
    """A number of whole hours: ``1,200``, ``500 ชม.``; nothing for what is anything else."""
    found = HOURS.fullmatch(normalise(text).strip().lower())
    return int(found[1].replace(",", "")) if found else None


def has_identity_number(text: str) -> bool:
    """Whether a Thai identity number (13 digits, the last one a check) stands in the text."""
    digits = re.sub(r"(?<=\d)[\s-](?=\d)", "", normalise(text))
    return any(is_identity_number(number) for number in re.findall(r"(?<!\d)\d{13}(?!\d)", digits))


def is_identity_number(number: str) -> bool:
    """Whether the last of 13 digits is the check that the others ask for."""
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(number[:12]))
    return (11 - total % 11) % 10 == int(number[12])


CLOCK: Final = r"(\d{1,2})(?:[.:](\d{2}))?\s*(?:น\.?|นาฬิกา)?\s*(ทุ่ม|โมงเช้า|โมงเย็น|โมง|am|pm|a\.m\.|p\.m\.)?\s*(ครึ่ง)?"
QUIET: Final = re.compile(
    rf"(?:ตั้งแต่|เวลา|หลัง|ช่วง|between|from|after)?\s*{CLOCK}\s*(?:-|~|ถึง|จนถึง|to|until|till|and)\s*{CLOCK}\s*(?:เช้า)?"
)
HALVES: Final = {"ทุ่ม": 18, "โมงเย็น": 12, "pm": 12, "p.m.": 12}


def read_quiet_hours(text: str) -> tuple[str, str] | None:
    """From when until when nobody should write: ``22-7``, ``4 ทุ่มถึง 7 โมง``, ``10pm-7am`` as (``22:00``, ``07:00``)."""
    line = re.sub("เที่ยงคืน|midnight", "0", normalise(text))
    found = QUIET.fullmatch(line.removesuffix("ครับ").removesuffix("ค่ะ").strip())
    if found is None:
        return None
    starts, ends = clock(*found.groups()[:4]), clock(*found.groups()[4:])
    return (starts, ends) if starts and ends and starts != ends else None


def clock(hour: str, minute: str | None, half: str | None, and_a_half: str | None) -> str | None:
    """A time of day as ``HH:MM``; nothing for what no clock shows."""
    hours = int(hour)
    if half in HALVES and not 1 <= hours <= 12:
        return None
    if half in {"pm", "p.m.", "am", "a.m."}:
        hours %= 12
    hours += HALVES.get(half or "", 0)
    minutes = 30 if and_a_half else int(minute or 0)
    hours = 0 if hours == 24 and minutes == 0 else hours
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None
