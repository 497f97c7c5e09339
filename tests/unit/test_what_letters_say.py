"""What a work reference counts, quotes and names; and how its code is read from paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import Check, Grade, Line
from domain.letter_names import Odd, read_name
from domain.letters import MOST_PRAISE, new_code, on_paper, quoted, read_code, work_of

AUGUST, OCTOBER, NOVEMBER = date(2026, 8, 3), date(2026, 10, 5), date(2026, 11, 20)


def line(on: date, minutes: int, check: Check = Check.VERIFIED, skill: str | None = None, adjusts: str = "") -> Line:
    grade = Grade.VERIFIED if check == Check.VERIFIED else Grade.SELF_REPORTED
    facts = {"person": "p", "role": "r", "project": "x", "organisation": "o", "company": None, "session": None}
    more = {"working": False, "note": "", "baht_a_day": 800, "satang": 0, "closed": False, "adjusts": adjusts or None}
    made = {"worked_on": on, "minutes": minutes, "check": check, "grade": grade, "skill": skill}
    return Line(entry=f"{on}{minutes}", **facts, **more, **made)  # type: ignore[arg-type]


def test_only_verified_hours_count_and_the_rest_is_told() -> None:
    work = work_of([line(AUGUST, 480), line(OCTOBER, 90, Check.NONE), line(NOVEMBER, 60, Check.REJECTED)])
    assert (work.minutes, work.waiting) == (480, 90)
    assert (work.began_on, work.ended_on) == (AUGUST, AUGUST)
    assert work.entries == ("2026-08-03480",)


def test_the_period_is_from_the_first_to_the_last_verified_day() -> None:
    work = work_of([line(NOVEMBER, 60, Check.ASKED), line(OCTOBER, 90, skill="tech.web"), line(AUGUST, 30)])
    assert (work.began_on, work.ended_on, work.skills) == (AUGUST, OCTOBER, ("tech.web",))


def test_adjusting_entries_are_added_and_a_day_may_come_to_nothing() -> None:
    work = work_of([line(AUGUST, 480), line(OCTOBER, 60), line(OCTOBER, -60, adjusts="x"), line(AUGUST, -30)])
    assert (work.minutes, work.began_on, work.ended_on) == (450, AUGUST, AUGUST)
    assert len(work.entries) == 4


def test_nothing_verified_has_no_period() -> None:
    assert work_of([line(AUGUST, 480, Check.NONE)]).began_on is None
    assert work_of([]).minutes == 0


def test_long_praise_is_cut_between_words() -> None:
    words = quoted("ทำงานละเอียด ส่งตรงเวลา " * 30)
    assert len(words) <= MOST_PRAISE
    assert words.endswith(("ละเอียด…", "ตรงเวลา…"))
    assert len(quoted("ก" * 900)) == MOST_PRAISE
    assert quoted("ดีมาก") == "ดีมาก"


def test_what_cannot_stand_on_paper_is_left_out() -> None:
    assert on_paper("ดี\u202eมาก 🎉\n\tจริง ๆ\ufe0f") == "ดี มาก จริง ๆ"


@pytest.mark.parametrize(
    ("typed", "language", "read"),
    [
        ("  ดร. น้ำผึ้ง   ใจดี ", "th", "ดร. น้ำผึ้ง ใจดี"),
        ("น้ำผึ้ง (Honey) ใจดี", "th", "น้ำผึ้ง (Honey) ใจดี"),
        ("Anne-Marie O’Neil", "en", "Anne-Marie O’Neil"),
        ("Nguyễn Thị Minh", "en", "Nguyễn Thị Minh"),
        ("Mali", "th", Odd.OTHER_LETTERS),
        ("มะลิ", "en", Odd.OTHER_LETTERS),
        ("山田太郎", "en", Odd.OTHER_LETTERS),
        ("081 234 5678", "th", Odd.NO_NAME),
        ("mali@example.org", "en", Odd.NO_NAME),
        ("…", "th", Odd.NO_NAME),
        ("=", "en", Odd.NO_NAME),
        ("ก" * 81, "th", Odd.TOO_LONG),
    ],
)
def test_a_name_is_read_in_its_own_letters(typed: str, language: str, read: str) -> None:
    assert read_name(typed, language) == read


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), lambda code: f" {code.lower()}\n"])
def test_a_code_is_read_however_it_was_typed(change: "object") -> None:
    code = new_code()
    assert read_code(change(code)) == code  # type: ignore[operator]
    assert read_code(code.replace("-", "–")) == read_code(code.replace("-", "")) == code


@given(st.text(max_size=40))
def test_whatever_else_is_typed_is_a_code_or_nothing(text: str) -> None:
    read = read_code(text)
    assert read is None or read_code(read) == read
