"""Which roles suit a person: the rules, as sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import weighing
from domain.matching import Near, best, match, spoken_of
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
    assert best(PERSON, {}, [OpenRole(ROLE, PROJECT, taken=0)])


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
    order = best(PERSON, designer, [OpenRole(other, PROJECT, taken=0), OpenRole(ROLE, PROJECT, taken=0)])
    assert [found.role.id for found in order] == ["r", "s"]


def test_of_two_equal_roles_the_one_with_a_free_seat_goes_first() -> None:
    full, free = OpenRole(ROLE, PROJECT, taken=1), OpenRole(replace(ROLE, id="s"), PROJECT, taken=0)
    assert best(PERSON, {}, [full, free]) == [free, full]


# ---------------------------------------------------------------- how well, and what comes near

EXPERT = replace(ROLE, levels={"design.graphic": "professional"})
LOGO = {"design.logo": "professional"}


@pytest.mark.parametrize(
    ("less", "more"),
    [("learning", "able"), ("able", None), ("learning", None), (None, "professional")],
)
def test_where_a_level_is_needed_one_step_below_counts_less(less: str | None, more: str | None) -> None:
    assert score(skills={"design.graphic": less}, role=EXPERT) < score(skills={"design.graphic": more}, role=EXPERT)


def test_more_than_enough_is_enough() -> None:
    by_teacher = score(skills={"design.graphic": "teaching"}, role=EXPERT)
    assert by_teacher == score(skills={"design.graphic": "professional"}, role=EXPERT)


def test_a_skill_of_the_same_family_counts_a_part_and_is_a_reason() -> None:
    assert score() < score(skills=LOGO) < score(skills={"design.graphic": "able"})
    assert match(PERSON, LOGO, ROLE, PROJECT).near_skills == (Near("design.graphic", "design.logo", "professional"),)
    assert match(PERSON, LOGO, ROLE, PROJECT).skills == ()


def test_of_several_near_skills_the_closest_is_taken() -> None:
    skills: dict[str, str | None] = {"design.layout": "able", "design.logo": "professional", "design.uxui": "learning"}
    (near,) = match(PERSON, skills, EXPERT, PROJECT).near_skills
    assert near.offered == "design.logo"


def test_what_is_only_being_learned_stands_for_nothing_else() -> None:
    assert score(skills={"design.logo": "learning"}) == score()
    assert match(PERSON, {"design.logo": "learning"}, ROLE, PROJECT).near_skills == ()


def test_a_skill_of_another_family_counts_nothing() -> None:
    assert score(skills={"legal.tax": "teaching", "tech.web": "teaching"}) == score()


def test_all_of_the_skills_are_better_than_one_known_better() -> None:
    team = replace(ROLE, skills=("design.graphic", "comms.writing", "mkt.social"))
    broad: dict[str, str | None] = dict.fromkeys(team.skills, "able")
    assert score(skills=broad, role=team) > score(skills={"design.graphic": "teaching"}, role=team)


def test_what_is_nice_to_have_counts_and_is_a_reason() -> None:
    both: dict[str, str | None] = {"design.graphic": "able", "comms.writing": None}
    wanted = replace(ROLE, nice=("comms.writing",))
    assert score(skills=both, role=wanted) > score(skills={"design.graphic": "able"}, role=wanted)
    assert match(PERSON, both, wanted, PROJECT).nice == (("comms.writing", None),)


def test_what_one_wants_to_learn_counts_whether_the_role_teaches_or_uses_it() -> None:
    learner, teaching = replace(PERSON, learns=("mkt.ads", "design.graphic")), replace(ROLE, teaches=("mkt.ads",))
    assert score(learner) > score()
    assert match(learner, {}, teaching, PROJECT).learns == ("design.graphic", "mkt.ads")


# ---------------------------------------------------------------- time, place, fairness


def test_two_of_many_times_are_as_good_as_all() -> None:
    wide = replace(ROLE, slots=frozenset({"sat:morning", "sat:afternoon", "sun:morning"}))
    once, twice = (replace(PERSON, slots=frozenset(slots)) for slots in (SATURDAY[:1], SATURDAY[:2]))
    assert score(once, role=wide) < score(twice, role=wide) == score(replace(PERSON, slots=wide.slots), role=wide)


SATURDAY = ("sat:morning", "sat:afternoon", "sat:evening")


def test_who_did_not_tell_when_ranks_between_those_who_can_and_those_who_cannot() -> None:
    cannot, can = replace(PERSON, slots=frozenset({"mon:evening"})), replace(PERSON, slots=frozenset({"sat:morning"}))
    assert score(cannot) < score() < score(can)


def test_on_site_whoever_lives_there_goes_before_a_better_one_far_away() -> None:
    there = replace(ROLE, place="on_site", province="LPG")
    near, far = replace(PERSON, province="LPG", place="both"), replace(PERSON, province="BKK", place="both")
    online = replace(far, place="online")
    skilled: dict[str, str | None] = {"design.graphic": "teaching"}
    assert score(near, {"design.graphic": None}, there) > score(far, skilled, there) > score(online, skilled, there)


def test_the_provinces_around_bangkok_are_one_city() -> None:
    in_town = replace(ROLE, place="on_site", province="BKK")
    assert match(replace(PERSON, province="NBI", place="both"), {}, in_town, PROJECT).near
    assert not match(replace(PERSON, province="CBI", place="both"), {}, in_town, PROJECT).near


def at(now: datetime, person: Person) -> float:
    return match(person, {}, ROLE, PROJECT, now).score


def test_whoever_was_asked_least_recently_goes_first_among_equals() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    asked = [at(now, replace(PERSON, told_at=now - timedelta(days=days))) for days in (1, 8, 15, 40)]
    assert asked == sorted(set(asked))
    assert asked[-1] == at(now, PERSON)


def test_a_newcomer_goes_before_who_had_a_role_lately() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert at(now, PERSON) > at(now, replace(PERSON, seated_at=now - timedelta(days=200)))
    assert at(now, replace(PERSON, seated_at=now - timedelta(days=200))) > at(now, replace(PERSON, seated_at=now))


def test_fairness_never_outweighs_a_level() -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    worn_out = replace(PERSON, told_at=now, seated_at=now)
    better = match(worn_out, {"design.graphic": "professional"}, ROLE, PROJECT, now).score
    assert better > match(PERSON, {"design.graphic": "able"}, ROLE, PROJECT, now).score


def test_the_weights_sum_to_a_hundred() -> None:
    person = replace(PERSON, slots=ROLE.slots, causes=("education",), learns=ROLE.skills, place="online")
    assert weighing.ALL == 10_000
    assert score(person, {"design.graphic": "teaching"}, replace(ROLE, levels={"design.graphic": "able"})) == 100


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
