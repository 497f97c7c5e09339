"""At which time of a day something is to be sent, as people type it in either language."""

from __future__ import annotations

import pytest

from domain.send_times import read_clock
from domain.session_times import Refusal


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("18:00", 18, 0),
        ("9.30 น.", 9, 30),
        ("๑๘.๐๐ น.", 18, 0),
        ("2pm", 14, 0),
        ("9:30am", 9, 30),
        ("9", 9, 0),
        ("บ่ายสองโมง", 14, 0),
        ("สองทุ่มครับ", 20, 0),
        ("ทุ่มครึ่ง", 19, 30),
        ("เวลา 9 โมงเช้า", 9, 0),
        ("at 6pm", 18, 0),
        ("เที่ยง", 12, 0),
        ("noon", 12, 0),
    ],
)
def test_reads_a_time(text: str, hour: int, minute: int) -> None:
    assert read_clock(text) == hour * 60 + minute


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3", Refusal.MORNING_OR_NOT),
        ("25:00", Refusal.UNREAD),
        ("24:00", Refusal.UNREAD),
        ("บ่าย", Refusal.UNREAD),
        ("พรุ่งนี้", Refusal.UNREAD),
        ("10am to noon", Refusal.UNREAD),
        ("", Refusal.UNREAD),
    ],
)
def test_asks_again_rather_than_guess(text: str, why: Refusal) -> None:
    assert read_clock(text) == why
