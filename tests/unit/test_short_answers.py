"""Names, quiet hours and identity numbers as people type them."""

from __future__ import annotations

import pytest

from domain.short_answers import has_identity_number, read_name, read_quiet_hours, whole_hours


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("มะลิ", "มะลิ"),
        ("ชื่อมะลิค่ะ", "มะลิ"),
        ("สวัสดีค่ะ ชื่อหนูนา", "หนูนา"),
        ("เรียกว่าพี่โอ๋ก็ได้ค่ะ", "พี่โอ๋"),
        ("ผมชื่อเอก ครับ", "เอก"),
        ("My name is Mali", "Mali"),
        ("call me Ken please", "Ken"),
        ("I'm Ken.", "Ken"),
        ("เมย์ (May)", "เมย์ (May)"),
        ("นะโม", "นะโม"),
        ("คะนิ้ง", "คะนิ้ง"),
        ("โอ", "โอ"),
        ("เอ็ม 555555", "เอ็ม"),
        ("มะลิ 🌸", "มะลิ"),
        ("เเพร", "แพร"),
        ("อรรณพ", "อรรณพ"),
        ("AAA", "AAA"),
        ("Jean-Luc O'Neill", "Jean-Luc O'Neill"),
    ],
)
def test_reads_a_name(typed: str, name: str) -> None:
    assert read_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "😀",
        "...",
        "12345",
        "๑๒๓",
        "สวัสดีค่ะ",
        "hello",
        "Hi!",
        "/start",
        "https://example.org",
        "example.com",
        "mali@example.org",
        "อยากช่วยงานบัญชี",
        "ต้องทำยังไงคะ",
        "what is this?",
        "I would like to help",
        "ขอบคุณค่ะ",
        "โอเค",
        "no",
        "ชื่อ",
        "ก" * 61,
        "ab " * 40,
    ],
)
def test_refuses_what_is_no_name(typed: str) -> None:
    assert read_name(typed) is None


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("22-7", ("22:00", "07:00")),
        ("๒๒-๗", ("22:00", "07:00")),
        ("22:00–07:30", ("22:00", "07:30")),
        ("21.30 - 8.00 น.", ("21:30", "08:00")),
        ("4 ทุ่มถึง 7 โมง", ("22:00", "07:00")),
        ("4 ทุ่มครึ่ง ถึง 8 โมงเช้า", ("22:30", "08:00")),
        ("10pm-7am", ("22:00", "07:00")),
        ("10 PM to 7 AM", ("22:00", "07:00")),
        ("เที่ยงคืนถึง 6", ("00:00", "06:00")),
        ("from 20 until 9", ("20:00", "09:00")),
        ("22", None),
        ("25-7", None),
        ("22:70-7", None),
        ("7-7", None),
        ("กลางคืน", None),
        ("22-7-2569", None),
    ],
)
def test_reads_quiet_hours(typed: str, hours: tuple[str, str] | None) -> None:
    assert read_quiet_hours(typed) == hours


def test_sees_an_identity_number_however_it_is_written() -> None:
    for typed in ("1101700230708", "เลขบัตร 1-1017-00230-70-8 ค่ะ", "๑๑๐๑๗๐๐๒๓๐๗๐๘", "1 1017 00230 70 8"):
        assert has_identity_number(typed)


def test_other_numbers_are_no_identity_numbers() -> None:
    for typed in ("0812345678", "1101700230709", "11017002307081", "บัญชี 123-4-56789-0", ""):
        assert not has_identity_number(typed)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("500", 500),
        ("1,200 ชม.", 1200),
        ("๕๐๐ ชั่วโมง", 500),
        ("40 hours", 40),
        ("1,2", None),
        ("500 บาท", None),
        ("", None),
    ],
)
def test_whole_hours_are_a_number_and_nothing_else(text: str, hours: int | None) -> None:
    assert whole_hours(text) == hours
