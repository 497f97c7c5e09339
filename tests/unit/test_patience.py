"""How often one address may ask, and which address that is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.patience import Patience, caller

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def test_an_address_waits_when_its_room_is_spent_and_another_does_not() -> None:
    patience = Patience(3, 0.5)
    for _ in range(3):
        assert patience.wait("a", NOW) == 0
        patience.take("a", NOW)
    assert (patience.wait("a", NOW), patience.wait("b", NOW)) == (2.0, 0.0)
    assert patience.wait("a", NOW + timedelta(seconds=2)) == 0


def test_only_so_many_addresses_are_remembered_those_of_long_ago_are_forgotten_first() -> None:
    patience = Patience(1, 0.1, most=2)
    for address in ("a", "b", "a", "c"):
        patience.take(address, NOW)
    assert list(patience.kept) == ["a", "c"]


@pytest.mark.parametrize(
    ("peer", "told", "found"),
    [
        ("1.2.3.4", None, "1.2.3.4"),
        ("1.2.3.4", "8.8.4.4", "1.2.3.4"),  # a stranger's words are not believed
        ("127.0.0.1", "8.8.4.4", "8.8.4.4"),
        ("172.18.0.2", "10.0.0.1, 8.8.4.4", "8.8.4.4"),  # only the last is our web server's
        ("127.0.0.1", "nobody", "127.0.0.1"),
        ("127.0.0.1", None, "127.0.0.1"),
        ("2001:4860:1:2:3:4:5:6", None, "2001:4860:1:2::"),
        ("::ffff:8.8.4.7", None, "8.8.4.7"),
        (None, None, ""),
        (None, "8.8.4.4", "8.8.4.4"),
    ],
)
def test_who_asks(peer: str | None, told: str | None, found: str) -> None:
    assert caller(peer, {"X-Forwarded-For": told} if told is not None else {}) == found
