"""A small number as people type it."""

import pytest

from domain import small_numbers


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3),
        ("๓ คน", 3),
        ("สามคน", 3),
        ("รับ 2 คนครับ", 2),
        ("สิบสองคน", 12),
        ("two people", 2),
        ("0", 0),
        ("-3", -1),
        ("200", 200),
        ("2.5 ชม.", 2.5),
        ("2 ชั่วโมงครึ่ง", 2.5),
        ("ชั่วโมงครึ่ง", 1.5),
        ("ครึ่งชั่วโมง", 0.5),
        ("half an hour", 0.5),
        ("สัปดาห์ละ 4 ชม.", 4),
        ("5 hours a week", 5),
    ],
)
def test_reads_digits_and_words(typed: str, number: float) -> None:
    assert small_numbers.read(typed) == number


@pytest.mark.parametrize("typed", ["", "คน", "หลายคน", "3-5", "3 4", "ไม่แน่ใจ", "half", "1,5"])
def test_does_not_guess(typed: str) -> None:
    assert small_numbers.read(typed) is None
