"""When a session will be, as staff type it."""

from datetime import date

import pytest

from domain.session_times import Hours, Refusal, read_day, read_hours, read_when

TODAY = date(2026, 11, 23)
"""A Monday."""


@pytest.mark.parametrize(
    "typed",
    [
        "15 ธ.ค. 69",
        "15 ธ.ค. 2569",
        "15 ธันวาคม พ.ศ. 2569",
        "วันอังคารที่ 15 ธันวาคม 2569",
        "อังคาร 15 ธ.ค. 2569",
        "วันที่ 15 ธ.ค. ครับ",
        "15ธค69",
        "๑๕ ธ.ค. ๖๙",
        "15/12/2569",
        "15/12/69",
        "15/12",
        "15-12-2569",
        "15.12.26",
        "15 12 69",
        "2026-12-15",
        "2569-12-15",
        "15 Dec 2026",
        "Tue 15 Dec 2026",
        "Dec 15, 2026",
        "December 15th",
        "15th of december 2026",
    ],
)
def test_reads_a_date_in_either_language_and_era(typed: str) -> None:
    assert read_day(typed, TODAY) == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("วันนี้", date(2026, 11, 23)),
        ("พรุ่งนี้", date(2026, 11, 24)),
        ("tomorrow", date(2026, 11, 24)),
        ("มะรืน", date(2026, 11, 25)),
        ("เสาร์นี้", date(2026, 11, 28)),
        ("วันอาทิตย์", date(2026, 11, 29)),
        ("this Saturday", date(2026, 11, 28)),
        ("เสาร์หน้า", date(2026, 12, 5)),
        ("next Saturday", date(2026, 12, 5)),
        ("1 ม.ค.", date(2027, 1, 1)),
        ("29 ก.พ. 2571", date(2028, 2, 29)),
    ],
)
def test_counts_from_today(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("20 พ.ย. 69", Refusal.PAST),
        ("20/11", Refusal.PAST),
        ("1 ต.ค.", Refusal.PAST),
        ("15/12/2025", Refusal.PAST),
        ("31/11/69", Refusal.NO_SUCH_DAY),
        ("30 ก.พ.", Refusal.NO_SUCH_DAY),
        ("12/15/2026", Refusal.NO_SUCH_DAY),
        ("1 ม.ค. 80", Refusal.TOO_FAR),
        ("15", Refusal.UNREAD),
        ("สัปดาห์หน้า", Refusal.UNREAD),
        ("ยังไม่แน่ใจ", Refusal.UNREAD),
        ("", Refusal.UNREAD),
        ("2026-12-15T10:00", Refusal.UNREAD),
    ],
)
def test_refuses_what_is_no_day_ahead_and_says_why(typed: str, why: Refusal) -> None:
    assert read_day(typed, TODAY) is why


@pytest.mark.parametrize(
    "typed",
    [
        "13:00-16:00",
        "13.00-16.00 น.",
        "13:00 – 16:00",
        "เวลา 13:00 ถึง 16:00 น.",
        "๑๓.๐๐-๑๖.๐๐",
        "13-16",
        "1pm-4pm",
        "1-4pm",
        "from 1 pm to 4 pm",
        "บ่ายโมงถึงสี่โมง",
        "บ่ายโมงถึงสี่โมงเย็น",
        "บ่าย 1 ถึงบ่าย 4",
    ],
)
def test_reads_from_when_until_when(typed: str) -> None:
    assert read_hours(typed) == Hours(13 * 60, 16 * 60)


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("9-12", Hours(540, 720)),
        ("9 โมงถึงเที่ยง", Hours(540, 720)),
        ("10am to noon", Hours(600, 720)),
        ("10-2pm", Hours(600, 840)),
        ("หกโมงเย็นถึงสองทุ่ม", Hours(1080, 1200)),
        ("22:00-24:00", Hours(1320, 1440)),
    ],
)
def test_reads_mornings_and_evenings(typed: str, hours: Hours) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("16:00-13:00", Refusal.END_FIRST),
        ("13:00-13:00", Refusal.END_FIRST),
        ("สี่โมงเย็นถึงบ่ายโมง", Refusal.END_FIRST),
        ("8:00-22:00", Refusal.TOO_LONG),
        ("1-4", Refusal.MORNING_OR_NOT),
        ("13:00", Refusal.ONLY_START),
        ("บ่ายโมง", Refusal.ONLY_START),
        ("25:00-26:00", Refusal.UNREAD),
        ("ทั้งวัน", Refusal.UNREAD),
        ("", Refusal.UNREAD),
    ],
)
def test_refuses_what_are_no_hours_and_says_why(typed: str, why: Refusal) -> None:
    assert read_hours(typed) is why


@pytest.mark.parametrize(
    ("typed", "day", "hours"),
    [
        ("15 ธ.ค. 13:00-16:00", date(2026, 12, 15), Hours(780, 960)),
        ("15 ธ.ค. 69 บ่ายโมงถึงสี่โมงเย็น", date(2026, 12, 15), Hours(780, 960)),
        ("เสาร์นี้ 9-12", date(2026, 11, 28), Hours(540, 720)),
        ("15/12 9.30 ถึง 12.00 น.", date(2026, 12, 15), Hours(570, 720)),
        ("next Saturday 1pm-4pm", date(2026, 12, 5), Hours(780, 960)),
        ("15 ธ.ค. 69", date(2026, 12, 15), None),
        ("15 12 69", date(2026, 12, 15), None),
    ],
)
def test_reads_a_day_with_its_hours(typed: str, day: date, hours: Hours | None) -> None:
    assert read_when(typed, TODAY) == (day, hours)


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("31 ก.พ. 13:00-16:00", Refusal.NO_SUCH_DAY),
        ("เมื่อวาน 13:00-16:00", Refusal.PAST),
        ("เมื่อวาน", Refusal.PAST),
        ("yesterday", Refusal.PAST),
        ("15 ธ.ค. ตอนไหนก็ได้", Refusal.UNREAD),
        ("", Refusal.UNREAD),
    ],
)
def test_says_what_is_wrong_with_a_day_and_its_hours(typed: str, refusal: Refusal) -> None:
    assert read_when(typed, TODAY) == refusal
