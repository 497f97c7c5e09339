"""Lines about one of a numbered list."""

from __future__ import annotations

import pytest

from domain.numbered_lines import read


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2 ย้ายไป 15 ธ.ค.", (2, "ย้ายไป 15 ธ.ค.", True)),
        ("๒ ย้ายไป ๑๕ ธ.ค.", (2, "ย้ายไป 15 ธ.ค.", True)),
        ("ข้อ 3 ไม่เอา", (3, "ไม่เอา", True)),
        ("2", (2, "", True)),
        ("ตัด 3", (3, "ตัด", False)),
        ("ตัดข้อ 3", (3, "ตัด", False)),
        ("drop number 4", (4, "drop", False)),
    ],
)
def test_reads_the_number_and_the_words(typed: str, meant: tuple[int, str, bool]) -> None:
    assert read(typed) == meant


@pytest.mark.parametrize("typed", ["", "ย้าย", "ประชุมวันที่ 15 ธ.ค."])
def test_other_lines_are_none(typed: str) -> None:
    assert read(typed) is None
