"""Fast typing is never slowed; what no person could write is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain import flood

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def calm(moments: Iterable[float]) -> list[bool]:
    """Of things said so many seconds after the first, which are not too fast?"""
    said_until, found = None, []
    for seconds in moments:
        at = NOW + seconds * SECOND
        found.append(not flood.is_too_fast(said_until, at))
        if found[-1]:
            said_until = flood.after(said_until, at)
    return found


@pytest.mark.parametrize(
    "moments",
    [
        [0, 0.6, 1.2, 1.8, 3],
        [0] * 10,
        [0] * 40,
        [*[0] * 10, *[5] * 10, *range(6, 30)],
        range(1000),
        [*range(100), *[100] * 39],
        [5, 4, 3, 2, 1],
    ],
    ids=["fast typing", "ten pictures", "forty", "pictures and taps", "a tap a second", "then a burst", "out of order"],
)
def test_what_people_do_is_never_too_fast(moments: Iterable[float]) -> None:
    assert all(calm(moments))


def test_after_forty_at_once_one_more_is_calm_each_second() -> None:
    assert calm([0] * 100) == [True] * 40 + [False] * 60
    assert calm([*[0] * 100, 1, 1, 3, 3, 3])[100:] == [True, False, True, True, False]


@given(some.lists(some.floats(0, 1000), max_size=200))
def test_never_more_than_forty_and_one_a_second_are_calm(moments: list[float]) -> None:
    moments.sort()
    taken = [at for at, fine in zip(moments, calm(moments), strict=True) if fine]
    for first, begin in enumerate(taken):
        for count, end in enumerate(taken[first:], 1):
            assert count <= 40 + end - begin + 1e-6


def test_the_person_is_told_once_for_as_long_as_it_goes_on() -> None:
    assert flood.is_worth_saying(None, NOW)
    assert not flood.is_worth_saying(NOW, NOW + timedelta(minutes=59))
    assert flood.is_worth_saying(NOW, NOW + timedelta(minutes=61))


def test_nobody_is_too_fast_because_the_clock_was_put_back() -> None:
    ahead = flood.after(None, NOW + timedelta(hours=26))
    assert not flood.is_too_fast(ahead, NOW)
    assert calm([0] * 41)[-1] is False
    said_until = flood.after(ahead, NOW)
    for _ in range(39):
        said_until = flood.after(said_until, NOW)
    assert flood.is_too_fast(said_until, NOW), "and is counted anew"
