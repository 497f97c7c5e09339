"""Who is told of which role, and when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.announcing import GOOD, Plan, Suited, Way, awake, choose, next_digest, rests, suits, told_at
from domain.matching import Match
from domain.people import Person
from domain.push_budget import Month

BANGKOK = ZoneInfo("Asia/Bangkok")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=BANGKOK)
"""A Monday."""
PLENTY = Month(allowed=None, used=0)
ANYBODY = Person("anybody", datetime(2026, 11, 1, tzinfo=UTC))
SIZE = 5


def somebody(name: str, score: float = 60, role: str = "designer", channel: str = "line", **facts: Any) -> Suited:
    match = Match(score, (("design.graphic", "able"),), (), near=True, cause=None)
    return Suited(role, replace(ANYBODY, id=name, **facts), f"{channel}:U{name}", match)


def planned(people: list[Suited], month: Month = PLENTY, at: datetime = NOON, **more: Any) -> Plan:
    sizes: Mapping[str, int] = {"designer": SIZE, "writer": SIZE}
    return choose(people, month, at, sizes, **more)


def names(suited: tuple[Suited, ...]) -> list[str]:
    return [each.person.id for each in suited]


def allows(pushes: int) -> Month:
    return Month(allowed=60 + pushes, used=0)


# ---------------------------------------------------------------- whom


def test_a_role_that_suits_little_is_not_worth_a_message() -> None:
    assert suits(somebody("mali", GOOD))
    assert not suits(somebody("mali", GOOD - 0.1))


def test_without_a_shared_skill_no_score_is_enough() -> None:
    suited = somebody("mali", 90)
    assert not suits(replace(suited, match=replace(suited.match, skills=())))


def test_who_wants_only_the_best_hears_only_of_the_best() -> None:
    assert not suits(somebody("mali", 65, news="best_only"))
    assert suits(somebody("mali", 70, news="best_only"))


def test_a_person_is_told_of_one_role_the_better_one() -> None:
    plan = planned([somebody("mali", 60, "writer"), somebody("mali", 80, "designer")])
    assert [(each.person.id, each.role) for each in plan.told] == [("mali", "designer")]


def test_who_has_no_room_in_their_best_role_is_told_of_the_next() -> None:
    """Two roles that ask for the same: the best hear of the one, the next of the other."""
    people = [somebody(f"{number}", 90 - number, role) for number in range(8) for role in ("designer", "writer")]
    plan = planned(people)
    assert (plan.count("designer"), plan.count("writer")) == (5, 3)
    assert len({each.person.id for each in plan.told}) == 8


def test_telegram_comes_first_and_line_by_score() -> None:
    people = [somebody("a", 50), somebody("b", 90), somebody("c", 45, channel="telegram")]
    assert names(planned(people).told) == ["c", "b", "a"]


def test_so_many_of_each_role_and_no_more() -> None:
    people = [somebody(f"{number:02}", 50 + number / 10) for number in range(SIZE + 5)]
    plan = planned([*people, somebody("writer", 41, "writer")])
    assert (plan.count("designer"), plan.count("writer")) == (SIZE, 1)
    assert "00" not in names(plan.told)
    assert plan.held_back == ()


def test_the_same_people_give_the_same_plan_in_any_order() -> None:
    people = [somebody(name) for name in "dacb"]
    assert planned(people) == planned(list(reversed(people)))


# ---------------------------------------------------------------- within the month

FOUR = [somebody("a", 50), somebody("b", 90), somebody("c", 80), somebody("d", 45, channel="telegram")]


@pytest.mark.parametrize(
    ("way", "told", "tray", "held_back"),
    [
        (Way.TELL, ["d", "b", "c"], [], ["a"]),
        (Way.FIT, ["d", "b", "c"], [], ["a"]),
        (Way.FREE, ["d"], [], ["b", "c", "a"]),
        (Way.TRAY, ["d", "b", "c"], ["a"], []),
    ],
)
def test_what_the_month_does_not_allow(way: Way, told: list[str], tray: list[str], held_back: list[str]) -> None:
    plan = planned(FOUR, allows(2), way=way)
    assert (names(plan.told), names(plan.tray), names(plan.held_back)) == (told, tray, held_back)
    assert (plan.cost.paid, plan.cost.held_back, plan.cost.left) == (2, 1, 60)


def test_a_wave_takes_no_more_than_staff_saw() -> None:
    plan = planned(FOUR, PLENTY, pushes={"designer": 1})
    assert (names(plan.told), names(plan.tray)) == (["d", "b"], ["c", "a"])
    assert plan.pushes("designer") == 1


def test_one_role_more_in_a_planned_digest_costs_nothing() -> None:
    weekly = somebody("w", news="weekly")
    assert planned([weekly], allows(0), way=Way.FIT).planned == ()
    plan = planned([weekly], allows(0), way=Way.FIT, riding={"w"})
    assert names(plan.weekly) == ["w"]
    assert plan.cost.paid == 0


# ---------------------------------------------------------------- when


@pytest.mark.parametrize(
    ("quiet", "clock", "resting"),
    [
        (("22:00", "07:00"), "23:30", True),
        (("22:00", "07:00"), "06:59", True),
        (("22:00", "07:00"), "07:00", False),
        (("22:00", "07:00"), "12:00", False),
        (("09:00", "17:00"), "12:00", True),
        (("09:00", "17:00"), "17:00", False),
        ((None, None), "03:00", False),
    ],
)
def test_nobody_is_disturbed_when_they_rest(quiet: tuple[str | None, str | None], clock: str, resting: bool) -> None:
    person = somebody("mali", quiet_from=quiet[0], quiet_until=quiet[1]).person
    assert rests(person, clock) is resting


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("2026-11-23T21:30+07:00", "2026-11-24T08:00+07:00"),
        ("2026-11-24T00:30+07:00", "2026-11-24T08:00+07:00"),
        ("2026-11-24T07:59+07:00", "2026-11-24T08:00+07:00"),
        ("2026-11-24T08:00+07:00", "2026-11-24T08:00+07:00"),
        ("2026-11-30T23:59+07:00", "2026-12-01T08:00+07:00"),
    ],
)
def test_quiet_hours_that_span_midnight_end_in_the_morning(now: str, then: str) -> None:
    person = somebody("mali", quiet_from="21:00", quiet_until="08:00").person
    local = datetime.fromisoformat(now).astimezone(BANGKOK)
    assert awake(person, local) == datetime.fromisoformat(then)


def test_who_rests_is_planned_and_pays_all_the_same() -> None:
    resting = somebody("mali", 90, quiet_from="11:00", quiet_until="13:00")
    plan = planned([resting, somebody("nok", 80)], allows(1))
    assert plan.planned == ((resting, NOON + timedelta(hours=1)),)
    assert (names(plan.told), names(plan.tray)) == ([], ["nok"])


@pytest.mark.parametrize(
    ("now", "days"),
    [("2026-11-23T09:59", 0), ("2026-11-23T10:00", 7), ("2026-11-24T10:00", 6), ("2026-11-29T23:00", 1)],
)
def test_a_digest_comes_on_monday_at_ten(now: str, days: int) -> None:
    local = datetime.fromisoformat(now).replace(tzinfo=BANGKOK)
    monday = datetime.combine(local.date() + timedelta(days=days), datetime.min.time(), BANGKOK)
    assert next_digest(local) == monday.replace(hour=10)


def test_a_digest_waits_for_the_end_of_quiet_hours() -> None:
    late = somebody("mali", news="weekly", quiet_from="22:00", quiet_until="11:30").person
    assert told_at(late, NOON) == datetime(2026, 11, 30, 11, 30, tzinfo=BANGKOK)
