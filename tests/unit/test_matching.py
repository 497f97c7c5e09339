"""Which roles suit a person: the rules, as sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import best, match, spoken_of
from domain.people import CAUSES, DAYS, LEVELS, PARTS, PLACES, Person
from domain.work import OpenRole, Project, Role

PERSON = Person("p", datetime(2026, 11, 1, tzinfo=UTC))
PROJECT = Project("j", "บ้านอุ่นใจ", "เพจใหม่", "ให้คนรู้จัก", "education", "published")
ROLE = Role("r", "j", "นักออกแบบ", ("design.graphic",), 1, 3.0, "online", None, frozenset({"sat:morning"}))
SLOTS = [f"{day}:{part}" for day in DAYS for part in PARTS]


def score(person: Person = PERSON, skills: dict[str, str | None] | None = None, role: Role = ROLE) -> float:
    return match(person, skills or {}, role, PROJECT).score


def test_a_person_we_know_nothing_of_can_still_be_offered_everything() -> None:
    assert score() >= 0
    assert best(PERSON, {}, [OpenRole(ROLE, PROJECT, 1)])


def test_a_skill_counts_most() -> None:
    free_and_caring = replace(PERSON, slots=frozenset({"sat:morning"}), causes=("education",))
    assert score(skills={"design.graphic": "professional"}) > score(free_and_caring)


@pytest.mark.parametrize(("less", "more"), [("learning", "able"), ("able", "professional"), ("learning", None)])
def test_a_higher_level_ranks_higher(less: str | None, more: str | None) -> None:
    assert score(skills={"design.graphic": less}) < score(skills={"design.graphic": more})


def test_a_role_that_names_no_skills_suits_everybody_a_little() -> None:
    assert score(role=replace(ROLE, skills=())) > score()


def test_free_time_that_suits_ranks_higher_and_is_a_reason() -> None:
    free = replace(PERSON, slots=frozenset({"sat:morning", "mon:evening"}))
    assert score(free) > score()
    assert match(free, {}, ROLE, PROJECT).slots == ("sat:morning",)


def test_a_cause_the_person_cares_for_is_a_reason() -> None:
    assert match(replace(PERSON, causes=("education",)), {}, ROLE, PROJECT).cause == "education"
    assert match(replace(PERSON, causes=("animals",)), {}, ROLE, PROJECT).cause is None


def test_online_work_suits_who_lives_anywhere() -> None:
    assert match(replace(PERSON, province="CMI", place="online"), {}, ROLE, PROJECT).near


@pytest.mark.parametrize(
    ("province", "place", "near"),
    [
        ("CMI", "both", True),
        ("CMI", "on_site", True),
        ("CMI", None, True),
        ("CMI", "online", False),
        ("BKK", "both", False),
    ],
)
def test_work_on_site_suits_who_lives_there_and_goes_out(province: str, place: str | None, near: bool) -> None:
    on_site = replace(ROLE, place="on_site", province="CMI")
    assert match(replace(PERSON, province=province, place=place), {}, on_site, PROJECT).near is near


def test_an_unknown_province_is_not_taken_for_the_same_unknown_province() -> None:
    assert not match(PERSON, {}, replace(ROLE, place="on_site", province=None), PROJECT).near


def test_missing_what_a_role_needs_ranks_lower_but_forbids_nothing() -> None:
    designer = {"design.graphic": "professional"}
    other = replace(ROLE, id="s", skills=("legal.contracts",))
    order = best(PERSON, designer, [OpenRole(other, PROJECT, 1), OpenRole(ROLE, PROJECT, 1)])
    assert [found.role.id for found in order] == ["r", "s"]


def test_of_two_equal_roles_the_one_with_a_free_seat_goes_first() -> None:
    full, free = OpenRole(ROLE, PROJECT, ROLE.seats), OpenRole(replace(ROLE, id="s"), PROJECT, 0)
    assert best(PERSON, {}, [full, free]) == [free, full]


@given(
    skills=st.dictionaries(st.sampled_from(["design.graphic", "legal.tax"]), st.sampled_from([None, *LEVELS])),
    slots=st.frozensets(st.sampled_from(SLOTS)),
    wanted=st.frozensets(st.sampled_from(SLOTS)),
    place=st.sampled_from([None, *PLACES]),
    causes=st.lists(st.sampled_from(CAUSES), max_size=3),
)
def test_a_score_is_always_between_0_and_100(
    skills: dict[str, str | None], slots: frozenset[str], wanted: frozenset[str], place: str | None, causes: list[str]
) -> None:
    person = replace(PERSON, slots=slots, place=place, causes=tuple(causes))
    found = match(person, skills, replace(ROLE, slots=wanted), PROJECT)
    assert 0 <= found.score <= 100
    assert set(found.slots) <= slots & wanted


# ---------------------------------------------------------------- which role a line of hours speaks of

TITLES = {"d": ("นักออกแบบโลโก้", "เพจใหม่ของบ้านอุ่นใจ"), "b": ("พี่เลี้ยงบัญชี", "บัญชีง่าย ๆ ของกลุ่มผัก")}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("ออกแบบโลโก้", "d"),
        ("ประชุมบ้านอุ่นใจ", "d"),
        ("สอนบัญชีกลุ่มผัก", "b"),
        ("ประชุมทีม", None),
        ("", None),
        ("ของ", None),
        ("ออกแบบสมุดบัญชี", None),
    ],
)
def test_the_words_of_a_line_name_a_role_only_if_they_clearly_name_one(words: str, role: str | None) -> None:
    assert spoken_of(words, TITLES) == role


def test_titles_are_found_whatever_their_case() -> None:
    assert spoken_of("LOGO draft", {"d": ("Logo designer",), "b": ("Bookkeeper",)}) == "d"


def test_no_titles_name_nothing() -> None:
    assert spoken_of("ออกแบบโลโก้", {}) is None
