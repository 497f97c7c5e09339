"""What people answer when they are asked on which days they are away."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from domain.reading.days_away import read_away

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
NEW_YEAR = (date(2026, 12, 24), date(2027, 1, 2))
TENTH = (date(2027, 1, 10), date(2027, 1, 10))


@pytest.mark.parametrize(
    ("words", "away"),
    [
        ("1-15 ธ.ค.", [(date(2026, 12, 1), date(2026, 12, 15))]),
        ("24/12-2/1", [NEW_YEAR]),
        ("24 ธ.ค. - 2 ม.ค. และ 10 ม.ค.", [NEW_YEAR, TENTH]),
        ("10 ม.ค., 24 ธ.ค. - 2 ม.ค.", [NEW_YEAR, TENTH]),
        ("24 Dec - 2 Jan and 10 Jan", [NEW_YEAR, TENTH]),
        ("ไปเที่ยวญี่ปุ่น 10 มกราคม 2570", [TENTH]),
        ("ไม่ว่าง ๑๐ ม.ค. ๗๐", [TENTH]),
        ("10/1/2027", [TENTH]),
    ],
)
def test_reads_every_date_as_one_of_absence(words: str, away: list[tuple[date, date]]) -> None:
    assert list(read_away(words, NOW).away) == away


@pytest.mark.parametrize(
    "words",
    ["", "เสาร์นี้", "สัปดาห์หน้า", "ทั้งเดือนธันวา", "12-14", "31 ก.พ.", "ว่าง 1-5 ธ.ค.", "ไม่แน่ใจ อาจจะ 1-5 ธ.ค.", "next week"],
)
def test_saves_nothing_that_may_mean_something_else(words: str) -> None:
    assert read_away(words, NOW).away == ()
    assert read_away(words, NOW).reason == "unclear"


@pytest.mark.parametrize("words", ["1 ต.ค.", "1 Oct", "1-15 ก.ย."])
def test_a_day_far_off_was_meant_otherwise(words: str) -> None:
    assert read_away(words, NOW).reason == "far"
