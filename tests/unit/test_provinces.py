"""Provinces as people name them in a chat."""

from __future__ import annotations

import pytest

from domain.provinces import PROVINCES, provinces_in, squeezed


def test_knows_all_77_with_short_codes() -> None:
    assert len(PROVINCES) == 77
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in PROVINCES)
    assert PROVINCES["CMI"].name("th") == "เชียงใหม่"
    assert PROVINCES["CMI"].name("en") == "Chiang Mai"


def test_no_name_means_two_provinces() -> None:
    owner: dict[str, str] = {}
    for code, province in PROVINCES.items():
        for name in (code, *province.names):
            assert owner.setdefault(squeezed(name), code) == code


@pytest.mark.parametrize("code", PROVINCES)
def test_every_province_is_found_by_each_of_its_names(code: str) -> None:
    for name in (code, code.lower(), *PROVINCES[code].names):
        assert provinces_in(name) == [code]
    assert provinces_in(f"อยู่จังหวัด{PROVINCES[code].th}ค่ะ") == [code]
    assert provinces_in(f"I live in {PROVINCES[code].en}.") == [code]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("กทม.", ["BKK"]),
        ("กรุงเทพฯ", ["BKK"]),
        ("บางกอก", ["BKK"]),
        ("อยู่โคราชครับ", ["NMA"]),
        ("จ.อยุธยา", ["AYA"]),
        ("แปดริ้ว", ["CCO"]),
        ("ตอนนี้อยู่ที่หาดใหญ่", ["SKA"]),
        ("หาดใหญ่ สงขลา", ["SKA"]),
        ("chonburi", ["CBI"]),
        ("Chon Buri", ["CBI"]),
        ("เเพร่", ["PRE"]),
        ("อยู่เลย", ["LEI"]),
        ("บ้านอยู่ขอนแก่น ทำงานกรุงเทพ", ["KKN", "BKK"]),
        ("เผยแพร่งาน", []),
        ("ตากผ้า", []),
        ("ไปเลย", []),
        ("", []),
        ("😀", []),
        ("ต่างประเทศ", []),
    ],
)
def test_finds_what_is_named_and_nothing_else(typed: str, codes: list[str]) -> None:
    assert set(provinces_in(typed)) == set(codes)
