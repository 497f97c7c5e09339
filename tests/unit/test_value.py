"""What hours are worth: the rate of their day, to the satang, and two forecasts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.value import (
    BASE,
    Rate,
    Refusal,
    forecast_a,
    forecast_b,
    holding,
    last_day,
    problem,
    rate_on,
    satang,
    satang_more,
)

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


@given(st.lists(st.integers(1, 400), min_size=1, max_size=6), st.integers(1, 5000))
def test_nothing_is_left_of_what_is_taken_back_bit_by_bit(parts: list[int], baht: int) -> None:
    left, worth = sum(parts), satang(sum(parts), baht)
    for part in parts:
        worth += satang_more(-part, left, baht)
        left -= part
        assert worth == satang(left, baht)
    assert worth == 0


@given(st.integers(-1440, 1440), st.integers(1, 100_000))
def test_rounding_never_moves_more_than_half_a_satang(minutes: int, baht: int) -> None:
    assert abs(satang(minutes, baht) * 480 - minutes * baht * 100) * 2 <= 480
    assert satang(-minutes, baht) == -satang(minutes, baht)


def test_an_open_rate_that_another_followed_does_not_come_back() -> None:
    known = [rate(date(2026, 1, 1), 700), rate(NEXT_YEAR, 900, until=date(2027, 3, 31))]
    assert rate_on(known, None, date(2027, 4, 1)) == BASE
    assert last_day(known[0], known) == date(2026, 12, 31)


def test_a_rate_may_end_where_one_begins_that_is_set_already() -> None:
    known = [rate(date(2027, 6, 1), 900)]
    assert problem(rate(NEXT_YEAR, 850), known, TODAY) is None
    assert problem(rate(NEXT_YEAR, 850, until=date(2027, 5, 31)), known, TODAY) is None
    assert problem(rate(NEXT_YEAR, 850, until=date(2027, 6, 1)), known, TODAY) == Refusal.OVERLAP
    assert problem(rate(NEXT_YEAR, 850, until=date(2027, 5, 30)), known, TODAY) == Refusal.GAP


def test_a_gap_that_is_over_stands_in_nobodys_way() -> None:
    known = [rate(date(2026, 1, 1), 700, until=date(2026, 10, 31))]
    assert problem(rate(TODAY + timedelta(days=1), 900), known, TODAY) is None
    assert problem(rate(TODAY + timedelta(days=2), 900), known, TODAY) == Refusal.GAP


def test_a_skill_may_be_without_a_rate_of_its_own_for_a_while() -> None:
    known = [rate(date(2026, 1, 1), 2000, "tech.web", until=NEXT_YEAR)]
    assert problem(rate(date(2027, 6, 1), 2500, "tech.web"), known, TODAY) is None
    assert problem(rate(date(2027, 6, 1), 2500, "no.such_skill"), known, TODAY) == Refusal.UNKNOWN_SKILL


@pytest.mark.parametrize("baht", [0, -800, 100_001])
def test_a_day_is_worth_something_sensible(baht: int) -> None:
    assert problem(rate(NEXT_YEAR, baht), [], TODAY) == Refusal.AMOUNT


def test_a_report_names_the_rates_of_its_days() -> None:
    mine, of_a_skill = rate(date(2026, 3, 1), 900), rate(date(2025, 1, 1), 3000, "tech.web", date(2025, 12, 31))
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert holding([mine, of_a_skill], *year) == [BASE, mine]
    assert holding([mine], date(2026, 3, 1), year[1]) == [mine]
    assert holding([of_a_skill], date(2025, 6, 1), date(2025, 7, 1)) == [BASE, of_a_skill]


days = st.integers(1, 60).map(lambda ahead: TODAY + timedelta(days=ahead))
new_rates = st.builds(
    lambda skill, begins, lasts, baht: rate(begins, baht, skill, lasts and begins + timedelta(days=lasts)),
    st.sampled_from(["", "tech.web"]),
    days,
    st.one_of(st.none(), st.integers(1, 20)),
    st.integers(1, 5000),
)


@given(st.lists(new_rates, max_size=8), st.sampled_from([None, "tech.web", "design.logo"]))
def test_rates_that_were_let_in_never_argue_about_a_day(wanted: list[Rate], skill: str | None) -> None:
    known: list[Rate] = []
    for each in wanted:
        before = {day: rate_on(known, skill, day) for day in (TODAY, each.from_on - timedelta(days=1))}
        if problem(each, known, TODAY) is None:
            known.append(each)
        assert {day: rate_on(known, skill, day) for day in before} == before
    for first in known:
        ends = last_day(first, known) or date.max
        assert not any(other.skill == first.skill and first.from_on < other.from_on <= ends for other in known), (
            "two of one kind hold on a day"
        )
