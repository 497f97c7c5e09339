"""The proposed team, with small teams in which the right answer is plain."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.team import Applicant, Member, Place, Proposal, able_to_lead, propose, without
from domain.work import Role


def role(name: str = "draw", skills: tuple[str, ...] = ("design.graphic",), seats: int = 1, **facts: Any) -> Role:
    return Role(name, "project", name, skills, seats, 3.0, "online", None, frozenset(), **facts)


def asks(
    person: str, score: float = 50.0, of: str = "draw", skills: str = "design.graphic:able", **facts: Any
) -> Applicant:
    told = dict(word.split(":") for word in skills.split(",") if word)
    return Applicant(person, of, score, told, **facts)


def names(found: Proposal) -> list[tuple[str, str]]:
    return sorted((each.role, each.person) for each in found.picks)


def test_the_best_match_has_the_only_seat() -> None:
    found = propose([Place(role(), 1)], [asks("pim", 40), asks("mali", 80), asks("kai", 60)])
    assert names(found) == [("draw", "mali")]
    assert (found.empty, found.uncovered, found.no_lead, found.crowded) == ({}, (), (), ())


def test_nobody_has_two_seats_and_both_roles_are_filled() -> None:
    places = [Place(role(), 1), Place(role("write", ("mkt.content",)), 1)]
    both = [asks("mali", 90), asks("mali", 85, "write", "mkt.content:able"), asks("pim", 30)]
    assert names(propose(places, both)) == [("draw", "pim"), ("write", "mali")]


def test_a_role_that_leads_goes_only_to_who_can_lead() -> None:
    lead = role("lead", ("strategy.project_mgmt",), lead=True)
    weak = asks("mali", 95, "lead", "strategy.project_mgmt:able")
    strong = asks("pim", 40, "lead", "strategy.project_mgmt:professional")
    assert names(propose([Place(lead, 1)], [weak, strong])) == [("lead", "pim")]
    alone = propose([Place(lead, 1)], [weak])
    assert (alone.picks, alone.no_lead, alone.empty) == ((), ("lead",), {"lead": 1})


def test_who_teaches_strategy_can_lead_whatever_the_role_needs() -> None:
    lead = role("lead", ("legal.tax",), lead=True)
    assert able_to_lead(asks("mali", skills="strategy.planning:teaching"), lead)
    assert not able_to_lead(asks("mali", skills="design.graphic:professional"), lead)


def test_the_team_covers_more_skills_even_if_the_match_is_a_little_weaker() -> None:
    two = Place(role(skills=("design.graphic", "design.logo"), seats=2), 2)
    found = propose([two], [asks("mali", 60), asks("pim", 58), asks("kai", 45, skills="design.logo:able")])
    assert names(found) == [("draw", "kai"), ("draw", "mali")]
    assert found.uncovered == ()


def test_a_skill_that_the_team_has_already_need_not_be_covered_again() -> None:
    place = Place(role(skills=("design.graphic", "design.logo"), seats=2), 1)
    there = [Member({"design.logo": "able"})]
    assert names(propose([place], [asks("mali", 60), asks("kai", 45, skills="design.logo:able")], there)) == [
        ("draw", "mali")
    ]


def test_a_third_person_of_one_employer_gives_way_to_a_near_equal() -> None:
    place = Place(role(seats=3), 3)
    same = [asks(name, 60, employer="ก้าวหน้า") for name in ("mali", "pim", "kai")]
    assert names(propose([place], [*same, asks("dao", 50, employer="อื่น")])) == [
        ("draw", "dao"),
        ("draw", "mali"),
        ("draw", "pim"),
    ]
    alone = propose([place], same)
    assert len(alone.picks) == 3
    assert alone.crowded == ("ก้าวหน้า",)


def test_seats_kept_for_a_company_go_to_its_people_or_stay_free() -> None:
    kept = Place(role(seats=2, reserved=1, reserved_for="acme"), 2, kept_back=1)
    strangers = [asks("mali", 90), asks("pim", 80)]
    found = propose([kept], strangers)
    assert names(found) == [("draw", "mali")]
    assert found.empty == {"draw": 1}
    assert names(propose([kept], [*strangers, asks("kai", 10, company="acme")])) == [("draw", "kai"), ("draw", "mali")]


def test_of_two_equals_the_one_who_waited_longer_or_asked_first_is_chosen() -> None:
    place = Place(role(), 1)
    assert names(propose([place], [asks("mali", days=1), asks("pim", days=6)])) == [("draw", "pim")]
    assert names(propose([place], [asks("mali"), asks("pim")])) == [("draw", "mali")]


def test_who_is_on_the_short_list_goes_before_a_slightly_better_match() -> None:
    assert names(propose([Place(role(), 1)], [asks("mali", 55), asks("pim", 50, shortlisted=True)])) == [
        ("draw", "pim")
    ]


def test_without_applicants_everything_is_missing() -> None:
    found = propose([Place(role(seats=2), 2)], [])
    assert (found.picks, found.empty, found.uncovered) == ((), {"draw": 2}, ("design.graphic",))


def test_whom_staff_do_not_want_is_replaced_by_the_next() -> None:
    asked = [asks("mali", 80), asks("pim", 60)]
    assert names(propose([Place(role(), 1)], without(asked, [("draw", "mali")]))) == [("draw", "pim")]


SKILLS = ("design.graphic", "design.logo", "mkt.content", "strategy.planning")
LEVELS = (None, "learning", "able", "professional", "teaching")


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[Place], list[Applicant]]:
    count = draw(st.integers(1, 3))
    places = []
    for number in range(count):
        free = draw(st.integers(1, 3))
        skills = tuple(draw(st.lists(st.sampled_from(SKILLS), max_size=2, unique=True)))
        facts = {"lead": draw(st.booleans()), "reserved_for": "acme"}
        places.append(Place(role(f"r{number}", skills, free, **facts), free, draw(st.integers(0, free))))
    pairs = draw(st.lists(st.tuples(st.integers(0, 7), st.integers(0, count - 1)), max_size=14, unique=True))
    levels = st.dictionaries(st.sampled_from(SKILLS), st.sampled_from(LEVELS), max_size=3)
    company = st.sampled_from([None, "acme", "other"])
    asked = [
        Applicant(f"p{who}", f"r{which}", draw(st.floats(0, 100)), draw(levels), company=draw(company))
        for who, which in pairs
    ]
    return places, asked


@settings(max_examples=60, deadline=None)
@given(situations())
def test_whoever_asks_no_seat_is_given_twice_and_no_condition_is_broken(
    situation: tuple[list[Place], list[Applicant]],
) -> None:
    places, asked = situation
    found = propose(places, asked)
    by_role = {place.role.id: place for place in places}
    assert max(Counter(each.person for each in found.picks).values(), default=0) <= 1
    for name, place in by_role.items():
        here = [each for each in found.picks if each.role == name]
        assert len(here) + found.empty.get(name, 0) == place.free
        assert sum(each.company != "acme" for each in here) <= place.free - place.kept_back
        assert not place.role.lead or all(able_to_lead(each, place.role) for each in here)
    assert all(each in asked for each in found.picks)
