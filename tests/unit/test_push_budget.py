"""What telling people costs."""

from domain.push_budget import RESERVE, Month, Verdict, weigh


def test_telegram_is_free() -> None:
    cost = weigh({"telegram": 4}, Month(allowed=0, used=0))
    assert (cost.free, cost.paid, cost.held_back) == (4, 0, 0)
    assert cost.verdict is Verdict.FREE


def test_each_person_on_line_is_one_paid_message() -> None:
    cost = weigh({"telegram": 4, "line": 8}, Month(allowed=300, used=100))
    assert (cost.free, cost.paid, cost.told, cost.left) == (4, 8, 12, 192)
    assert cost.verdict is Verdict.FITS


def test_what_waits_to_be_sent_is_spent_already() -> None:
    assert Month(allowed=300, used=100, waiting=50).left == 150


def test_keeps_the_reserve() -> None:
    month = Month(allowed=200, used=200 - RESERVE - 3)
    cost = weigh({"telegram": 1, "line": 10}, month)
    assert (cost.paid, cost.held_back, cost.left) == (3, 7, RESERVE)
    assert cost.verdict is Verdict.PARTLY


def test_a_month_that_is_spent_tells_nobody_by_a_paid_message() -> None:
    for used in (140, 199, 200, 250):
        cost = weigh({"telegram": 2, "line": 5}, Month(allowed=200, used=used))
        assert (cost.free, cost.paid, cost.held_back) == (2, 0, 5)
        assert cost.verdict is Verdict.SPENT


def test_what_is_left_never_falls_below_nothing() -> None:
    assert Month(allowed=200, used=250).left == 0
    assert Month(allowed=200, used=250).spendable == 0


def test_without_a_limit_everybody_is_told() -> None:
    cost = weigh({"line": 5000}, Month(allowed=None, used=9000))
    assert (cost.paid, cost.held_back, cost.left) == (5000, 0, None)
    assert cost.verdict is Verdict.FITS


def test_an_unknown_channel_is_taken_for_a_paid_one() -> None:
    assert weigh({"post": 2}, Month(allowed=None, used=0)).paid == 2


def test_another_reserve_can_be_kept() -> None:
    assert weigh({"line": 5}, Month(allowed=10, used=0, reserve=8)).paid == 2


def test_nobody_costs_nothing() -> None:
    cost = weigh({}, Month(allowed=200, used=0))
    assert (cost.told, cost.held_back, cost.verdict) == (0, 0, Verdict.FREE)
