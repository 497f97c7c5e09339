"""A channel rests while its platform is away, and goes on at the first answer."""

from datetime import UTC, datetime, timedelta

from bot.breaker import FAILURES, LETTERS, Breaker

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def broken() -> Breaker:
    breaker = Breaker()
    begun = [breaker.failed(number, NOON) for number in range(FAILURES)]
    assert begun == [False] * (FAILURES - 1) + [True]
    return breaker


def test_it_rests_after_failures_in_a_row_of_several_letters() -> None:
    breaker = broken()
    assert (breaker.is_open, breaker.since) == (True, NOON)
    assert not breaker.lets(1)


def test_one_letter_that_fails_for_ever_is_no_outage() -> None:
    breaker = Breaker()
    assert not any(breaker.failed(number % (LETTERS - 1), NOON) for number in range(100))


def test_a_success_between_failures_begins_the_count_anew() -> None:
    breaker = Breaker()
    for number in range(50):
        assert not breaker.failed(number, NOON)
        if number % (FAILURES - 1) == FAILURES - 2:
            assert not breaker.worked()


def test_one_letter_at_a_time_tries_the_platform_at_growing_intervals() -> None:
    breaker, now, waits = broken(), NOON, []
    for number in range(100, 108):
        assert not breaker.wants_probe(now)
        waits.append(breaker.seconds(now))
        now += timedelta(seconds=waits[-1])
        assert breaker.wants_probe(now)
        breaker.probe = number
        assert breaker.lets(number)
        assert not breaker.lets(number + 1)
        assert not breaker.wants_probe(now), "one is under way"
        assert not breaker.failed(number, now)
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]


def test_a_clock_put_back_does_not_make_it_rest_longer() -> None:
    breaker = broken()
    assert not breaker.wants_probe(NOON)
    assert breaker.wants_probe(NOON - 3600 * SECOND)
    assert breaker.seconds(NOON - 3600 * SECOND) == 0


def test_letters_that_were_under_way_when_it_began_do_not_make_it_longer() -> None:
    breaker = broken()
    breaker.failed(99, NOON + SECOND)
    assert breaker.wants_probe(NOON + SECOND)
    assert breaker.since == NOON


def test_the_first_answer_opens_it_whoever_got_it() -> None:
    breaker = broken()
    assert breaker.worked()
    assert breaker.lets(5)
    assert not breaker.worked(), "it is open already"
    assert not any(breaker.failed(number, NOON) for number in range(FAILURES - 1))


def test_a_probe_that_was_not_tried_leaves_room_for_another() -> None:
    breaker = broken()
    breaker.probe = 7
    breaker.untried(8)
    assert not breaker.wants_probe(NOON + SECOND)
    breaker.untried(7)
    assert breaker.wants_probe(NOON + SECOND)
