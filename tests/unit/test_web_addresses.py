"""Which addresses can be given for a session."""

from __future__ import annotations

import pytest

from domain.web_addresses import find, read


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://maps.example.org/x?q=1", "https://maps.example.org/x?q=1"),
        ("HTTP://example.org", "HTTP://example.org"),
        (" meet.example.org/abc ", "https://meet.example.org/abc"),
    ],
)
def test_reads_an_address(typed: str, link: str) -> None:
    assert read(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "ftp://example.org",
        "https://",
        "https://localhost",
        "https://[::1",
        "see https://example.org",
        "ที่บ้าน",
        "meet",
        "https://example.org/" + "x" * 500,
        "",
    ],
)
def test_refuses_what_is_none(typed: str) -> None:
    assert read(typed) is None


def test_finds_the_first_address_in_a_place() -> None:
    assert find("ตลาด (https://maps.example.org/x) ชั้น 2") == "https://maps.example.org/x"
    assert find("ตลาด ชั้น 2") == ""
