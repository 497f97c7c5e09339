"""An amount of baht, as people type it."""

import pytest

from domain.baht import read


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("900", 900),
        ("๙๐๐ บาท", 900),
        ("1,200 บาทต่อวัน", 1200),
        ("฿900", 900),
        ("900 Baht a day", 900),
        ("THB 900", 900),
        ("900 บาทครับ", 900),
        ("900.50", 900.5),
        ("2,000,000", 2_000_000),
        ("-5", -1),
        ("เก้าร้อยกว่า", None),
        ("800 หรือ 900", None),
        ("", None),
    ],
)
def test_an_amount_is_read(text: str, amount: float | None) -> None:
    assert read(text) == amount
