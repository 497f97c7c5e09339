"""Lines about free time put together from parts of known value: a statement, and around it chatter that has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from domain.reading.slots import ALL_DAYS, ALL_PARTS, WEEKDAYS, WEEKEND, slots
from tests.reading.chatter_lines import AFTER, BEFORE, NOTHING

Parts = frozenset[str]
MORNING, AFTERNOON, EVENING = (frozenset({part}) for part in ("morning", "afternoon", "evening"))


@dataclass(frozen=True, slots=True)
class Line:
    """A line, what it says, and of which patterns it is made."""

    text: str
    slots: frozenset[str] | None
    days_per_month: float | None = None
    hours_per_week: float | None = None
    pattern: str = ""
    chatter: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Words and what they stand for."""

    text: str
    days: frozenset[int] = ALL_DAYS
    parts: Parts = ALL_PARTS


THAI_DAYS: Final = (
    ("จันทร์", "วันจันทร์", "วันจัน"),
    ("อังคาร", "วันอังคาร", "วันอังคาน"),
    ("พุธ", "วันพุธ", "วันพุท"),
    ("พฤหัส", "วันพฤหัส", "พฤหัสบดี"),
    ("ศุกร์", "วันศุกร์", "วันศุก"),
    ("เสาร์", "วันเสาร์", "วันเสา"),
    ("วันอาทิตย์", "วันอาทิตย์", "วันอาทิต"),
)
ENGLISH_DAYS: Final = (
    ("Monday", "Mondays", "Mon"),
    ("Tuesday", "Tuesdays", "Tue"),
    ("Wednesday", "Wednesdays", "Wed"),
    ("Thursday", "Thursdays", "Thu"),
    ("Friday", "Fridays", "Fri"),
    ("Saturday", "Saturdays", "Sat"),
    ("Sunday", "Sundays", "Sun"),
)
THAI_CLASSES: Final = (
    ("วันธรรมดา", WEEKDAYS),
    ("จันทร์-ศุกร์", WEEKDAYS),
    ("จ-ศ", WEEKDAYS),
    ("เสาร์อาทิตย์", WEEKEND),
    ("ทุกวัน", ALL_DAYS),
    ("จันทร์ถึงพฤหัส", frozenset(range(4))),
)
ENGLISH_CLASSES: Final = (
    ("weekdays", WEEKDAYS),
    ("any weekday", WEEKDAYS),
    ("Mon-Fri", WEEKDAYS),
    ("weekends", WEEKEND),
    ("any day", ALL_DAYS),
    ("every day", ALL_DAYS),
    ("Monday to Thursday", frozenset(range(4))),
)
THAI_PARTS: Final = (
    *((word, MORNING) for word in ("เช้า", "ตอนเช้า", "ช่วงเช้า", "9-12 น.", "ก่อนเที่ยง", "8 โมงถึงเที่ยง", "ช่วงสาย")),
    *(
        (word, AFTERNOON)
        for word in ("บ่าย", "ตอนบ่าย", "บ่ายๆ", "13.00-16.00", "บ่ายโมงถึงสี่โมง", "1-4", "บ่ายสองถึงห้าโมงเย็น")
    ),
    *(
        (word, EVENING)
        for word in ("เย็น", "ช่วงเย็น", "ตอนค่ำ", "หลังหกโมงเย็น", "หลัง 6 โมงเย็น", "หลังทุ่มนึง", "18.00-20.00", "หลังเลิกงาน")
    ),
    ("บ่ายถึงเย็น", AFTERNOON | EVENING),
    ("ตั้งแต่บ่ายโมงเป็นต้นไป", AFTERNOON | EVENING),
    ("ตอนกลางวัน", MORNING | AFTERNOON),
    ("ช่วงพักเที่ยง", AFTERNOON),
    ("ทั้งวัน", ALL_PARTS),
)
ENGLISH_PARTS: Final = (
    *(
        (word, MORNING)
        for word in ("mornings", "in the morning", "9-12", "before noon", "9am to noon", "from 8 to 11am")
    ),
    *((word, AFTERNOON) for word in ("afternoons", "in the afternoon", "1-4pm", "2 to 5", "between 1 and 4pm")),
    *(
        (word, EVENING)
        for word in ("evenings", "after 6", "after 7:30pm", "after 6pm", "from 6pm", "after work", "7-9pm", "at night")
    ),
    ("after noon", AFTERNOON | EVENING),
    ("from 1pm onwards", AFTERNOON | EVENING),
    ("not before noon", AFTERNOON | EVENING),
    ("all day", ALL_PARTS),
    ("at lunchtime", AFTERNOON),
)


def thai_days(chance: Random, *, most: int = 3) -> Said:
    """One day, a list of days, or a class of days."""
    if chance.random() < 0.3:
        text, days = chance.choice(THAI_CLASSES)
        return Said(text, days)
    named = chance.sample(range(7), chance.randint(1, most))
    words = [chance.choice(THAI_DAYS[day]) for day in named]
    joint = chance.choice(("กับ", "และ", " ", " กับ", ", ", "หรือ"))
    text = words[0] if len(words) == 1 else joint.join(words)
    return Said(f"ทุก{text}" if len(words) == 1 and chance.random() < 0.2 else text, frozenset(named))


def english_days(chance: Random, *, most: int = 3) -> Said:
    """The same in English."""
    if chance.random() < 0.3:
        text, days = chance.choice(ENGLISH_CLASSES)
        return Said(text, days)
    named = chance.sample(range(7), chance.randint(1, most))
    style = chance.randrange(3)
    words = [ENGLISH_DAYS[day][style] for day in named]
    if chance.random() < 0.4:
        words = [word.lower() for word in words]
    joint = chance.choice((" and ", ", ", " & ", " or ", "/"))
    return Said(joint.join(words), frozenset(named))


def _one(days: Said, part: tuple[str, Parts]) -> frozenset[str]:
    return slots(days.days, part[1])


def _joined(days: str, part: str) -> str:
    """English days before their part; ``Mondays in the morning`` and not ``Mondays mornings``."""
    return f"{days.removesuffix('s') if part in {'mornings', 'afternoons', 'evenings'} else days} {part}"


def _thai_plain(chance: Random) -> Line:
    days, part = thai_days(chance), chance.choice(THAI_PARTS)
    gap = chance.choice(("", " "))
    form = chance.choice(
        (
            "{d}{g}{p}",
            "ว่าง{d}{g}{p}",
            "{d}{g}{p}ได้",
            "{d}{g}{p}ว่าง",
            "สะดวก{d}{g}{p}",
            "{d}ว่าง{p}",
            "ว่างแค่{d}{g}{p}",
            "มาได้{d}{g}{p}",
            "ปกติว่าง{d}{g}{p}",
            "ไปช่วยได้{d}{g}{p}",
            "ขอเป็น{d}{g}{p}",
        )
    )
    return Line(form.format(d=days.text, p=part[0], g=gap), _one(days, part), pattern=f"thai plain {form}")


def _thai_days_only(chance: Random) -> Line:
    days = thai_days(chance)
    form = chance.choice(("{d}", "ว่าง{d}", "{d}ว่าง", "{d}ได้", "สะดวก{d}", "{d}ทั้งวัน", "ว่างทั้งวัน{d}", "เฉพาะ{d}"))
    return Line(form.format(d=days.text), slots(days.days, ALL_PARTS), pattern=f"thai days {form}")


def _english_plain(chance: Random) -> Line:
    days, part = english_days(chance), chance.choice(ENGLISH_PARTS)
    form = chance.choice(
        (
            "{x}",
            "I'm free {x}",
            "{x} works",
            "{x} works for me",
            "can do {x}",
            "available {x}",
            "I can help {x}",
            "{x} only",
            "{x} is good",
            "free on {x}",
            "usually free {x}",
            "{x} would be best",
            "only {x}",
            "I can come {x}",
        )
    )
    return Line(form.format(x=_joined(days.text, part[0])), _one(days, part), pattern=f"english plain {form}")


def _english_days_only(chance: Random) -> Line:
    days = english_days(chance)
    form = chance.choice(
        ("{d}", "I'm free {d}", "{d} works", "{d} only", "can do {d}", "{d} all day", "only {d}", "free all day {d}")
    )
    return Line(form.format(d=days.text), slots(days.days, ALL_PARTS), pattern=f"english days {form}")


def _mixed(chance: Random) -> Line:
    days, part = thai_days(chance), chance.choice(ENGLISH_PARTS)
    form = chance.choice(("{d} {p} ค่ะ", "free {d} {p}", "{d} available {p}", "ว่าง {d} {p}", "{d} {p} ได้"))
    return Line(form.format(d=days.text, p=part[0]), _one(days, part), pattern=f"mixed {form}")


def _mixed_too(chance: Random) -> Line:
    days, part = english_days(chance), chance.choice(THAI_PARTS)
    form = chance.choice(("ว่าง {d} {p}", "{d} {p}", "{d} {p} ได้ครับ", "สะดวก {d} {p}"))
    return Line(form.format(d=days.text, p=part[0]), _one(days, part), pattern=f"mixed too {form}")


def _two(chance: Random) -> Line:
    """Two groups, each with its own part."""
    first, second = chance.sample(range(7), 2)
    thai = chance.random() < 0.5
    names, parts = (THAI_DAYS, THAI_PARTS) if thai else (ENGLISH_DAYS, ENGLISH_PARTS)
    one, other = chance.choice(parts), chance.choice(parts)
    form = chance.choice(
        ("ว่าง{a} {b}", "{a}กับ{b}", "{a}, {b}", "{a} และ{b}") if thai else ("{a} and {b}", "{a} or {b}", "free {a}, {b}")
    )
    said = [names[day][0] + ("" if thai else " ") + part[0] for day, part in ((first, one), (second, other))]
    text = form.format(a=said[0], b=said[1])
    return Line(text, slots({first}, one[1]) | slots({second}, other[1]), pattern=f"two {form}")


def _except(chance: Random) -> Line:
    day = chance.randrange(7)
    form, days = chance.choice(
        (
            ("ทุกวันยกเว้น{t}", ALL_DAYS),
            ("ว่างทุกวันเว้น{t}", ALL_DAYS),
            ("ว่างทุกวัน แต่{t}ไม่ว่าง", ALL_DAYS),
            ("any day except {e}", ALL_DAYS),
            ("every day but {e}", ALL_DAYS),
            ("วันธรรมดายกเว้น{t}", WEEKDAYS),
            ("weekdays except {e}", WEEKDAYS),
        )
    )
    if days == WEEKDAYS:
        day %= 5
    text = form.format(t=chance.choice(THAI_DAYS[day]), e=ENGLISH_DAYS[day][0])
    return Line(text, slots(days - {day}, ALL_PARTS), pattern=f"except {form}")


def _busy_beside(chance: Random) -> Line:
    """Days that are refused beside days that are free."""
    first, second = chance.sample(range(7), 2)
    thai, english = (
        chance.choice(THAI_PARTS),
        chance.choice((("mornings", MORNING), ("evenings", EVENING), ("afternoons", AFTERNOON))),
    )
    form = chance.choice(
        (
            "ไม่ว่าง{t1} แต่{t2}{p}ได้",
            "{t1}ไม่ได้ ว่าง{t2}{p}",
            "{t1}ติดงาน {t2}{p}ว่าง",
            "I can't do {e1} but {e2} {q} are good",
            "{e1} is out, {e2} {q} work",
            "not {e1}, but {e2} {q} are fine",
            "I work {e1}, free {e2} {q}",
            "ทำงาน{t1} ว่าง{t2}{p}",
        )
    )
    text = form.format(
        t1=THAI_DAYS[first][0],
        t2=THAI_DAYS[second][0],
        p=thai[0],
        e1=ENGLISH_DAYS[first][0],
        e2=ENGLISH_DAYS[second][0],
        q=english[0],
    )
    part = thai[1] if "{p}" in form else english[1]
    return Line(text, slots({second}, part), pattern=f"busy {form}")


def _quantity(chance: Random) -> Line:
    count = chance.randint(2, 4)
    day = chance.randrange(7)
    name, english = THAI_DAYS[day][0], ENGLISH_DAYS[day][1]
    named = slots({day}, ALL_PARTS)
    text, value, days, hours = chance.choice(
        (
            (f"เดือนละ {count} วัน", frozenset(), count, None),
            (f"ได้สัปดาห์ละ {count} ชม.", frozenset(), None, count),
            (f"สัปดาห์ละ {count} วัน", frozenset(), 4 * count, None),
            (f"ว่าง{name} เดือนละ {count} ครั้ง", named, count, None),
            (f"{name} เดือนละ {count} วัน", named, count, None),
            (f"{count} hours a week", frozenset(), None, count),
            (f"{count} days a month", frozenset(), count, None),
            (f"{english}, {count} hours a week", named, None, count),
            (f"เดือนละ {4 * count} ชม.", frozenset(), None, count),
        )
    )
    return Line(text, value, days, hours, pattern="quantity")


def _whole(chance: Random) -> Line:
    text, value = chance.choice(
        (
            ("หลังเลิกงาน", slots(WEEKDAYS, EVENING)),
            ("After work", slots(WEEKDAYS, EVENING)),
            ("ว่างหลังเลิกงาน", slots(WEEKDAYS, EVENING)),
            ("ตอนกลางคืนอย่างเดียว", slots(ALL_DAYS, EVENING)),
            ("ได้ตลอด", slots(ALL_DAYS, ALL_PARTS)),
            ("เมื่อไหร่ก็ได้", slots(ALL_DAYS, ALL_PARTS)),
            ("anytime works", slots(ALL_DAYS, ALL_PARTS)),
            ("I'm flexible", slots(ALL_DAYS, ALL_PARTS)),
            ("ว่างช่วงเย็น", slots(ALL_DAYS, EVENING)),
            ("free in the mornings", slots(ALL_DAYS, MORNING)),
            ("evenings only", slots(ALL_DAYS, EVENING)),
            ("พักเที่ยง", slots(WEEKDAYS, AFTERNOON)),
        )
    )
    return Line(text, value, pattern=f"whole {text}")


STATEMENTS: Final[tuple[Callable[[Random], Line], ...]] = (
    _thai_plain, _thai_plain, _thai_days_only, _english_plain, _english_plain, _english_days_only,
    _mixed, _mixed_too, _two, _except, _busy_beside, _quantity, _whole,
)  # fmt: skip
ENDS: Final = ("", "", "", "ครับ", "ค่ะ", "นะคะ", " 🙏", "ค่าาา", "จ้า", " 555")


def statement(chance: Random) -> Line:
    """A line that says when, and nothing else."""
    return chance.choice(STATEMENTS)(chance)


def around(said: Line, chance: Random) -> Line:
    """The line with chatter before it or behind, or both."""
    kind, before = chance.choice(BEFORE)
    other, after = chance.choice(AFTER)
    thai = said.text[-1:] >= "ก"
    end = chance.choice(ENDS[3:] if thai else (".", "!", ","))
    place = chance.randrange(3)
    text = said.text if place == 1 else f"{before} {said.text}"
    text = text if place == 0 else f"{text}{end} {after}"
    chatter = (kind, other, f"{kind} + {other}")[place]
    return Line(text, said.slots, said.days_per_month, said.hours_per_week, said.pattern, f"{'<>='[place]} {chatter}")


def idle(chance: Random) -> Line:
    """Chatter beside chatter, and nothing about when."""
    (kind, before), (other, after) = chance.choice(BEFORE), chance.choice((*AFTER, *NOTHING))
    return Line(f"{before} {after}", None, pattern="nothing", chatter=f"{kind} + {other}")


def nothing(chance: Random) -> Line:
    """Nothing about when."""
    kind, text = chance.choice(NOTHING)
    return Line(text + chance.choice(ENDS), None, pattern="nothing", chatter=kind)
