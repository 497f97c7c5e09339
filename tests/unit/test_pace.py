"""The token bucket."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pace import Pace

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_a_rested_bucket_lets_its_burst_go_at_once() -> None:
    pace = Pace.full(per_second=2, burst=3, now=NOON)
    assert (pace.room(NOON), pace.wait(NOON)) == (3, 0)


def test_an_empty_bucket_says_how_long_to_wait() -> None:
    pace = Pace.full(2, 3, NOON).take(NOON, 3)
    assert (pace.room(NOON), pace.wait(NOON)) == (0, 0.5)
    assert (pace.room(later(0.5)), pace.wait(later(0.5))) == (1, 0)


def test_it_never_holds_more_than_its_burst() -> None:
    assert Pace.full(2, 3, NOON).take(NOON, 3).room(later(3600)) == 3


def test_what_is_taken_beyond_its_room_is_waited_for_later() -> None:
    pace = Pace.full(1, 1, NOON).take(NOON, 3)
    assert pace.wait(NOON) == 3
    assert pace.room(later(2.9)) == 0
    assert pace.room(later(3)) == 1


def test_a_hold_stops_everything_until_it_ends() -> None:
    pace = Pace.full(5, 5, NOON).hold(later(10))
    assert (pace.room(NOON), pace.wait(NOON)) == (0, 10)
    assert pace.room(later(10)) == 5


def test_an_earlier_hold_does_not_shorten_a_later_one() -> None:
    assert Pace.full(5, 5, NOON).hold(later(10)).hold(later(2)).wait(NOON) == 10


def test_a_moment_that_is_over_gives_nothing_and_takes_nothing() -> None:
    pace = Pace.full(1, 2, NOON).take(NOON, 2)
    assert pace.follow(later(-0.9)) is pace
    assert (pace.room(later(-0.9)), pace.take(later(-0.9), 0)) == (0, pace)


def test_a_clock_put_back_gives_nothing_and_what_is_waited_for_stays_as_far_away() -> None:
    pace = Pace.full(1, 2, NOON).take(NOON, 2).hold(later(5)).follow(later(-3600))
    assert (pace.room(later(-3600)), pace.wait(later(-3600))) == (0, 5)
    assert (pace.room(later(-3596)), pace.room(later(-3595))) == (0, 2)


@pytest.mark.parametrize(("per_second", "burst"), [(0, 1), (-1, 1), (1, 0.5)])
def test_refuses_a_pace_under_which_nothing_ever_goes(per_second: float, burst: float) -> None:
    with pytest.raises(ValueError, match="pace"):
        Pace.full(per_second, burst, NOON)


@given(
    st.floats(0.1, 50), st.integers(1, 40), st.lists(st.floats(0, 30).map(lambda value: round(value, 3)), max_size=60)
)
def test_never_lets_more_go_than_the_rate_allows(per_second: float, burst: int, moments: list[float]) -> None:
    pace, gone = Pace.full(per_second, burst, NOON), 0
    for moment in sorted(moments):
        room = pace.room(later(moment))
        pace, gone = pace.take(later(moment), room), gone + room
        assert gone <= burst + per_second * moment + 1e-6


@given(st.floats(0.05, 50), st.integers(1, 9), st.integers(1, 12))
def test_after_the_wait_one_may_go(per_second: float, burst: int, taken: int) -> None:
    pace = Pace.full(per_second, burst, NOON).take(NOON, taken)
    assert pace.room(later(pace.wait(NOON) + 1e-4)) >= 1
