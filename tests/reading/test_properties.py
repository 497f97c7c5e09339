"""What holds for every line, whatever people type."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.read_command import TASKS
from domain.reading import normalise, read_availability, read_hours, read_skills
from domain.reading.normalise import tidy
from domain.skills import TAXONOMY
from tests.reading.example_sets import NOON, lines

PIECES = """เมื่อวาน วันนี้ พรุ่งนี้ เสาร์ อาทิตย์ ที่แล้ว ก่อน ชม. ชั่วโมง นาที ครึ่ง วัน โมง ทุ่ม ตี บ่าย เที่ยง น. ถึง - ละ
    สัปดาห์ เดือน ว่าง ไม่ ได้ บัญชี excel แปล ออกแบบ กฎหมาย ไหม รวม พัก หัก คนละ เอ้ย log 2 3.5 12 2569 9.00 1:30
    12/1/69 31 ม.ค. h min am pm to from last สอง สิบ ห้า half a and ค่ะ ครับ นะ ( ) , 🥰 555 เช้า เย็น จันทร์ ทุก ต่อ / ~ +"""
WORDS = st.sampled_from([*PIECES.split(), "\n"])
LINES = st.lists(WORDS, max_size=14).map(" ".join) | st.lists(WORDS, max_size=14).map("".join) | st.text(max_size=200)
MOMENTS = st.integers(-2000, 3600).map(lambda days: NOON + timedelta(days=days, minutes=days % 1440))
TASK = st.sampled_from(("hours", "availability", "skills"))
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def predicted(task: str, text: str, now: datetime = NOON) -> Any:
    return TASKS[task].row(text, now)["predicted"]


@given(LINES, MOMENTS)
@settings(max_examples=400, deadline=None)
def test_hours_are_never_to_come_and_never_more_than_a_day(text: str, now: datetime) -> None:
    reading = read_hours(text, now)
    for one in (reading, *reading.suggestions):
        if one.minutes is not None:
            assert 0 < one.minutes <= 1440
            assert one.date is not None
            assert one.date <= now.date()
            assert (now.date() - one.date).days <= 366
    assert (reading.minutes is None) == (reading.date is None)


@given(LINES, MOMENTS)
@settings(max_examples=300, deadline=None)
def test_free_time_is_made_of_known_slots(text: str, now: datetime) -> None:
    reading = read_availability(text, now)
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    assert reading.slots <= {f"{day}:{part}" for day in days for part in ("morning", "afternoon", "evening")}
    assert reading.understood or not reading.slots
    assert all(first <= last and last >= now.date() for first, last in reading.away)


@given(LINES)
@settings(max_examples=300, deadline=None)
def test_skills_are_named_once_and_suggested_only_if_not_read(text: str) -> None:
    reading = read_skills(text)
    assert len(set(reading.skills)) == len(reading.skills)
    assert not set(reading.skills) & set(reading.suggestions)


@given(TASK, LINES)
@settings(max_examples=300, deadline=None)
def test_thai_digits_are_digits(task: str, text: str) -> None:
    assert predicted(task, text) == predicted(task, text.translate(THAI_DIGITS))


@given(TASK, LINES)
@settings(max_examples=300, deadline=None)
def test_composed_and_decomposed_letters_are_the_same(task: str, text: str) -> None:
    apart = unicodedata.normalize("NFD", text).replace("ำ", "ํา").replace("แ", "เเ")
    assert predicted(task, text) == predicted(task, apart)


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert normalise(text) == normalise(normalise(text))


@pytest.mark.parametrize("task", ["hours", "availability", "skills"])
@pytest.mark.parametrize("tail", [" ค่ะ", "ครับ", "นะคะ", " จ้าาา", " 🥰", " 55555"])
def test_a_particle_at_the_end_changes_nothing(task: str, tail: str) -> None:
    for text, now in lines(task):
        assert predicted(task, text + tail, now) == predicted(task, text, now), text


@pytest.mark.parametrize("task", ["hours", "availability", "skills"])
@pytest.mark.parametrize(("before", "after"), [("สวัสดีค่ะ ", ""), ("Hi, ", ""), ("", " ขอบคุณค่ะ"), ("", ", thanks!")])
def test_greetings_and_thanks_change_nothing(task: str, before: str, after: str) -> None:
    for text, now in lines(task):
        if not text.startswith("-"):
            assert predicted(task, f"{before}{text}{after}", now) == predicted(task, text, now), text


@pytest.mark.parametrize("task", ["hours", "availability", "skills"])
def test_case_and_wide_blanks_change_nothing(task: str) -> None:
    for text, now in lines(task):
        assert predicted(task, text.replace(" ", "   "), now) == predicted(task, text, now), text
        assert predicted(task, f"\u200b {text} \u200f", now) == predicted(task, text, now), text


@pytest.mark.parametrize("text", ["เมื่อวาน 2 ชม. ครึ่ง", "9.00 - 12.30 น. เสาร์ ที่แล้ว", "3 ชม. 20 นาที วันที่ 12"])
def test_blanks_between_words_change_nothing(text: str) -> None:
    assert predicted("hours", text.replace(" ", "")) == predicted("hours", text)


BAD = {
    "empty": "",
    "blank": " \n\t ",
    "5,000 letters": "ก" * 5000,
    "5,000 of anything": "เมื่อวาน 2 ชม. ทำบัญชี เสาร์เช้า " * 160,
    "pictures": "🥰🙏🏽👩‍👩‍👧‍👦" * 50,
    "zalgo": "z̷̢̛̤a̴̧̛l̵̨g̸o" + "͎̤" * 200,
    "right to left": "\u202e.มช 2\u202c \u2067abc\u2069",
    "400 digits": "9" * 400 + " ชม.",
    "400 digits twice": "1" * 400 + ":" + "2" * 400,
    "SQL": "'; DROP TABLE hours; --",
    "HTML": "<script>alert('x')</script><b>&nbsp;</b>",
    "nothing but marks": "่้๊๋" * 100,
    "lone surrogates": "\ud800 \udfff",
    "null": "\x00\x01\x02",
}


@pytest.mark.parametrize("task", ["hours", "availability", "skills"])
@pytest.mark.parametrize("name", [name for name in BAD if name != "5,000 of anything"])
def test_bad_input_is_not_understood(task: str, name: str) -> None:
    assert not predicted(task, BAD[name])


def test_marks_over_the_letters_hide_nothing() -> None:
    assert predicted("hours", "2̷̢̛ ช̴̧̛ม̵̨.̸") == predicted("hours", "2 ชม.")


@pytest.mark.parametrize("task", ["hours", "availability"])
def test_a_long_text_is_no_answer(task: str) -> None:
    assert predicted(task, BAD["5,000 of anything"]) is None


def test_the_words_of_the_taxonomy_are_written_as_they_are_read() -> None:
    forms = [form for skill in TAXONOMY.values() for form in (skill.th, skill.en, *skill.forms)]
    assert [form for form in forms if normalise(form) != form.lower() or "|" in form] == []


def test_every_skill_is_read_by_its_own_name() -> None:
    for skill in TAXONOMY.values():
        for name in (skill.th, skill.en):
            assert skill.id in read_skills(name).skills, name
