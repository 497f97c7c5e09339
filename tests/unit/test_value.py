"""What hours are worth: the rate of their day, to the satang, and two forecasts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.value import BASE, Rate, Refusal, forecast_a, forecast_b, problem, rate_on, satang

TODAY = date(2026, 11, 25)
NEXT_YEAR = date(2027, 1, 1)


def rate(begins: date, baht: int, skill: str = "", until: date | None = None) -> Rate:
    return Rate(skill, begins, baht, "มติที่ประชุม", until)


def test_the_seed_is_forecast_a() -> None:
    plan = forecast_a(100, 4, 800)
    assert (plan.total_days, plan.baht) == (4800, 3_840_000)


def test_one_project_each_is_a_quarter_of_it() -> None:
    plan = forecast_b(100, 4, 800)
    assert (plan.total_days, plan.baht) == (1200, 960_000)


def test_without_any_rate_a_day_is_worth_what_the_network_assumes() -> None:
    assert rate_on([], "tech.web", TODAY) == BASE
    assert BASE.baht_a_day == 800


def test_a_day_has_the_rate_that_began_last_before_it() -> None:
    known = [rate(date(2026, 1, 1), 800), rate(NEXT_YEAR, 900)]
    assert rate_on(known, None, TODAY).baht_a_day == 800
    assert rate_on(known, None, NEXT_YEAR).baht_a_day == 900


def test_a_skill_with_a_rate_of_its_own_has_it_until_its_last_day() -> None:
    known = [rate(date(2026, 1, 1), 800), rate(date(2026, 6, 1), 3000, "tech.web", TODAY)]
    assert rate_on(known, "tech.web", TODAY).baht_a_day == 3000
    assert rate_on(known, "tech.web", TODAY + timedelta(days=1)).baht_a_day == 800
    assert rate_on(known, "design.logo", TODAY).baht_a_day == 800


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (rate(TODAY, 900), Refusal.PAST),
        (rate(TODAY - timedelta(days=40), 900), Refusal.PAST),
        (rate(NEXT_YEAR, 900, until=TODAY), Refusal.END_FIRST),
        (rate(date(2027, 3, 31), 900), Refusal.OVERLAP),
        (rate(date(2027, 4, 2), 900), Refusal.GAP),
        (rate(date(2027, 4, 1), 900), None),
        (rate(date(2027, 4, 2), 900, "tech.web"), None),
    ],
)
def test_a_new_rate_begins_on_a_day_to_come_right_behind_the_last_one(new: Rate, why: Refusal | None) -> None:
    known = [rate(date(2026, 1, 1), 800), rate(NEXT_YEAR, 850, until=date(2027, 3, 31))]
    assert problem(new, known, TODAY) == why


def test_an_open_rate_ends_where_the_next_begins() -> None:
    assert problem(rate(NEXT_YEAR, 900), [rate(date(2026, 1, 1), 800)], TODAY) is None
    assert problem(rate(NEXT_YEAR, 900), [rate(NEXT_YEAR, 800)], TODAY) == Refusal.OVERLAP


@pytest.mark.parametrize(
    ("minutes", "worth"), [(480, 80_000), (60, 10_000), (1, 167), (2, 333), (0, 0), (-60, -10_000)]
)
def test_minutes_are_worth_whole_satang(minutes: int, worth: int) -> None:
    assert satang(minutes, 800) == worth


@given(st.integers(-1440, 1440), st.integers(1, 100_000))
def test_rounding_never_moves_more_than_half_a_satang(minutes: int, baht: int) -> None:
    assert abs(satang(minutes, baht) * 480 - minutes * baht * 100) * 2 <= 480
    assert satang(-minutes, baht) == -satang(minutes, baht)
