"""Who is told of a new project's roles."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.announcing import GOOD, MOST_PER_ROLE, Suited, choose, suits
from domain.matching import Match
from domain.people import Person
from domain.push_budget import Month

PLENTY = Month(allowed=None, used=0)
ANYBODY = Person("anybody", datetime(2026, 11, 1, tzinfo=UTC))


def somebody(name: str, score: float, role: str = "designer", channel: str = "line") -> Suited:
    match = Match(score, (("design.graphic", "able"),), (), near=True, cause=None)
    return Suited(role, replace(ANYBODY, id=name), f"{channel}:U{name}", match)


NOON = "12:00"


def names(suited: tuple[Suited, ...]) -> list[str]:
    return [each.person.id for each in suited]


def test_a_role_that_suits_little_is_not_worth_a_message() -> None:
    assert suits(somebody("mali", GOOD))
    assert not suits(somebody("mali", GOOD - 0.1))


def test_without_a_shared_skill_no_score_is_enough() -> None:
    suited = somebody("mali", 90)
    assert not suits(replace(suited, match=replace(suited.match, skills=())))


def test_who_wants_only_the_best_hears_only_of_the_best() -> None:
    suited = somebody("mali", 65)
    choosy = replace(suited, person=replace(suited.person, news="best_only"))
    assert suits(suited)
    assert not suits(choosy)
    assert suits(replace(choosy, match=replace(choosy.match, score=70.0)))


def test_a_person_is_told_of_one_role_the_better_one() -> None:
    plan = choose([somebody("mali", 60, "writer"), somebody("mali", 80, "designer")], PLENTY, NOON)
    assert [(each.person.id, each.role) for each in plan.told] == [("mali", "designer")]


def test_telegram_comes_first_and_line_by_score() -> None:
    people = [somebody("a", 50), somebody("b", 90), somebody("c", 45, channel="telegram")]
    assert names(choose(people, PLENTY, NOON).told) == ["c", "b", "a"]


def test_the_best_get_the_messages_that_are_left() -> None:
    people = [somebody("a", 50), somebody("b", 90), somebody("c", 70), somebody("d", 41, channel="telegram")]
    plan = choose(people, Month(allowed=62, used=0), NOON)
    assert names(plan.told) == ["d", "b", "c"]
    assert names(plan.held_back) == ["a"]
    assert plan.cost.left == 60


def test_so_many_of_each_role_and_no_more() -> None:
    people = [somebody(f"{number:02}", 50 + number / 10) for number in range(MOST_PER_ROLE + 5)]
    plan = choose([*people, somebody("writer", 41, "writer")], PLENTY, NOON)
    assert plan.count("designer") == MOST_PER_ROLE
    assert plan.count("writer") == 1
    assert "00" not in names(plan.told)
    assert plan.held_back == ()


def test_the_same_people_give_the_same_plan_in_any_order() -> None:
    people = [somebody(name, 60) for name in "dacb"]
    assert choose(people, PLENTY, NOON) == choose(reversed(people), PLENTY, NOON)


@pytest.mark.parametrize(
    ("quiet", "clock", "resting"),
    [
        (("22:00", "07:00"), "23:30", True),
        (("22:00", "07:00"), "06:59", True),
        (("22:00", "07:00"), "07:00", False),
        (("22:00", "07:00"), NOON, False),
        (("09:00", "17:00"), NOON, True),
        (("09:00", "17:00"), "17:00", False),
        ((None, None), "03:00", False),
    ],
)
def test_nobody_is_disturbed_when_they_rest(quiet: tuple[str | None, str | None], clock: str, resting: bool) -> None:
    mali = somebody("mali", 90)
    person = replace(mali.person, quiet_from=quiet[0], quiet_until=quiet[1])
    plan = choose([replace(mali, person=person), somebody("nok", 80)], Month(allowed=61, used=0), clock)
    assert names(plan.resting) == (["mali"] if resting else [])
    assert names(plan.told) == (["nok"] if resting else ["mali"])
