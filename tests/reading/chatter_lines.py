"""What people say around their free time that is none of it: ``(kind, words)``."""

from __future__ import annotations

from typing import Final

_BEFORE: Final = {
    "greeting": ("สวัสดีค่ะ", "ดีครับพี่", "Hi there!", "Hello team,", "อรุณสวัสดิ์ค่า"),
    "thanks": ("ขอบคุณที่ถามนะคะ", "Thanks for asking!", "ขอบคุณมากๆ ครับ"),
    "job": (
        "เป็นพยาบาลค่ะ", "ทำงานโรงงานครับ", "ขายของตลาดเช้าทุกวันจ้า", "เป็นพยาบาลเวรดึก", "I'm a nurse.", "I run a bakery in the mornings.",
        "ทำงานออฟฟิศ 9 โมงถึง 6 โมงเย็นครับ", "I work 9 to 6.", "I work Mon-Fri 9-5.", "เลิกงานห้าโมงครึ่งค่ะ", "ขับแกร็บกลางคืนครับ",
        "Barista here,", "I teach Mon-Thu 8-4.", "เปิดร้านกาแฟตอนเช้าค่ะ", "ทำงานจันทร์ถึงศุกร์ครับ", "เรียนอยู่ปี 3 ค่ะ", "สอนหนังสือวันธรรมดาค่ะ",
    ),
    "home": (
        "มีลูกสองคนค่ะ", "บ้านอยู่แถวบางนาครับ", "I live near BTS Ari.", "อายุ 35 ค่ะ", "I have 2 kids.", "เพิ่งย้ายบ้านครับ", "ลูกเข้านอนสองทุ่มค่ะ",
        "กว่าจะถึงบ้านก็ทุ่มนึงค่ะ", "Kids go to bed at 8.", "Just moved to Bangkok.",
    ),
    "other person": (
        "แฟนว่างวันอาทิตย์ค่ะ", "เพื่อนไม่ว่างวันเสาร์ครับ", "My wife is free on Fridays.", "พี่สาวทำงานวันเสาร์ค่ะ", "My boss is busy on Mondays.",
    ),
    "one-off": (
        "พรุ่งนี้ไม่ว่างนะคะ", "วันเสาร์นี้ติดงานแต่งเพื่อนค่ะ", "Can't make it tomorrow, sorry.", "อาทิตย์หน้าไปเที่ยวครับ", "I have a dentist appointment this Friday.",
        "เมื่อวานไม่ได้ตอบ ขอโทษค่ะ",
    ),
    "question": ("ถามว่าว่างวันไหนใช่ไหมคะ", "When am I free?", "วันไหนว่างเหรอคะ"),
    "interest": ("สนใจงานสอนเด็กค่ะ", "อยากช่วยมากครับ", "I'd love to help!", "เห็นโพสต์ในเพจค่ะ", "ถนัดทำบัญชีครับ", "ok so", "เอ่อ", "งั้น"),
}  # fmt: skip
_AFTER: Final = {
    "thanks": ("ขอบคุณค่ะ", "Thanks!", "ฝากด้วยนะคะ", "ยินดีช่วยค่ะ", "see you!", "รบกวนด้วยครับ"),
    "reason": (
        "ต้องไปรับลูก", "kids in bed by then", "เพราะต้องดูแลแม่", "because of school runs", "กลางวันนอน", "I have class in between", "ที่เหลือติดงาน",
        "เย็นๆ รถติดมาก", "วันอื่นทำงาน", "I work the other days", "ต้องเลี้ยงลูก",
    ),
    "job": (
        "I clock out at 5:30", "เลิกงาน 5 โมงครึ่ง", "I run a bakery in the mornings", "ทำงานเป็นกะ", "ขายของตอนเช้า", "ร้านเปิด 8 โมง", "the shop closes at 6",
        "my shift ends at 5", "ทำงานแบงก์",
    ),
    "hedge": ("ประมาณนี้", "ถ้าไม่ติดอะไร", "I think", "probably", "น่าจะได้", "ไม่เกินนี้นะ", "whichever", "แล้วแต่พี่เลย", "if that helps"),
    "way": ("บ้านอยู่ไกล", "นั่งรถ 40 นาที", "it takes 30 min to get there", "ขับรถไปเองได้", "มีรถส่วนตัว", "I live 5 km away"),
    "other person": ("แฟนว่างวันอาทิตย์", "my sister is free on Fridays", "เพื่อนไม่ว่างวันพุธ", "my boss works weekends"),
    "question": ("มีงานอะไรบ้างคะ", "any work for me?", "ต้องเตรียมอะไรไหมคะ", "does that work?", "พอได้ไหมคะ", "ok?"),
}  # fmt: skip
_NOTHING: Final = {
    "one-off": ("พรุ่งนี้ว่างค่ะ", "เสาร์นี้ว่างบ่าย", "free this Friday", "I can come tomorrow after 6", "อาทิตย์หน้าได้ทั้งวัน"),
    "other person": ("แฟนว่างวันอาทิตย์", "boss ว่างแค่วันศุกร์ after 4 ค่ะ", "my sister is free on Fridays", "เพื่อนว่างเสาร์อาทิตย์ครับ"),
    "busy": ("ไม่ว่างวันจันทร์", "ทำงานจันทร์ถึงศุกร์", "I work Mon-Fri 9-5", "busy on Mondays", "วันเสาร์ติดเรียน", "can't do weekends"),
    "job": ("ขายของตลาดเช้าทุกวันจ้า", "ร้านเปิด 8 โมง", "I run a bakery in the mornings", "I clock out at 5:30", "เลิกงาน 5 โมงครึ่ง"),
    "question": ("ว่างวันไหนดีคะ", "เสาร์นี้มีงานไหมคะ", "do you need help on Mondays?", "วันเสาร์เริ่มกี่โมงคะ", "what time on Sunday?"),
    "chat": ("สวัสดีวันจันทร์ค่ะ", "ขอบคุณค่ะ", "ok", "เป็นพยาบาลค่ะ", "ลูกเข้านอนสองทุ่ม", "นั่งรถ 40 นาที", "happy friday", "ว่างค่ะ", "I'm free"),
    "hours": ("เมื่อวานทำ 3 ชม.", "ทำไป 2 ชั่วโมงเมื่อเช้า", "worked 3 hours yesterday"),
    "season": ("ว่างช่วงปิดเทอม", "free in summer", "หลังสงกรานต์ว่างค่ะ"),
}  # fmt: skip


def _flat(table: dict[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    return tuple((kind, words) for kind, all_words in table.items() for words in all_words)


BEFORE: Final = _flat(_BEFORE)
AFTER: Final = _flat(_AFTER)
NOTHING: Final = _flat(_NOTHING)
