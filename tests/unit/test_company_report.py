"""A company's report shows what its people gave, and nobody who has not agreed to be seen."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import count

import pytest

from domain.company_report import CompanyReport, Employee, Event, Figures, part_of, report
from domain.ledger import Check, Grade, Line

NUMBERS = count()
DAY = date(2026, 5, 4)


def line(person: str | None, minutes: int = 60, *, session: str | None = None, **more: object) -> Line:
    facts = {
        "role": "role",
        "project": "project",
        "organisation": "บ้านอุ่นใจ",
        "company": "company",
        "worked_on": DAY,
        "working": True,
        "skill": None,
        "note": "",
        "check": Check.VERIFIED,
        "grade": Grade.VERIFIED,
        "baht_a_day": 800,
        "satang": 0,
        "closed": False,
    }
    return Line(entry=str(next(NUMBERS)), person=person, minutes=minutes, session=session, **{**facts, **more})  # type: ignore[arg-type]


def crowd(number: int, sees: str = "none", office: str = "", begin: int = 0) -> list[Employee]:
    return [Employee(f"p{each}", f"คน{each}", office, sees) for each in range(begin, begin + number)]


def shown(found: CompanyReport) -> list[str]:
    return [employee.person for employee, _ in found.named]


def test_five_people_who_agreed_to_nothing_are_a_total_and_no_names() -> None:
    people = crowd(5)
    found = report([line(each.person) for each in people], people, 100)
    assert found.total == Figures(5, 300, 300, 0, 0, DAY, DAY)
    assert found.named == ()
    assert found.contribution == 300
    assert found.pledged == 100


def test_four_people_who_agreed_to_nothing_are_not_shown_at_all() -> None:
    people = crowd(4, "total_only", "เชียงใหม่")
    found = report([line(each.person) for each in people], people, None)
    assert found.is_hidden
    assert [row.figures for row in (*found.events, *found.offices)] == [None, None]
    assert found.actual is None
    assert found.contribution is None


def test_those_who_agreed_are_shown_however_few() -> None:
    people = crowd(2, "name_and_hours", "เชียงใหม่")
    found = report([line("p0", 120), line("p1", 60, working=False)], people, None)
    assert found.total == Figures(2, 180, 120, 60, 0, DAY, DAY)
    assert [(each.name, figures.minutes) for each, figures in found.named] == [("คน0", 120), ("คน1", 60)]
    assert [row.key for row in found.offices] == ["เชียงใหม่"]


def test_names_are_left_out_where_the_total_would_tell_of_the_few_others() -> None:
    people = [*crowd(4), *crowd(2, "name_and_hours", begin=4)]
    found = report([line(each.person) for each in people], people, None)
    assert found.total is not None
    assert (found.total.people, shown(found), found.names_withheld) == (6, [], 2)


def test_names_stand_beside_enough_others() -> None:
    people = [*crowd(5), *crowd(2, "name_and_hours", begin=5)]
    found = report([line(each.person) for each in people], people, None)
    assert found.total is not None
    assert (found.total.people, shown(found), found.names_withheld) == (7, ["p5", "p6"], 0)


def test_the_few_are_shown_by_name_without_a_total_where_all_are_few() -> None:
    people = [*crowd(1), *crowd(2, "name_and_hours", begin=1)]
    found = report([line(each.person) for each in people], people, None)
    assert (found.total, shown(found)) == (None, ["p1", "p2"])


def test_taking_a_name_back_takes_it_out_of_the_next_report() -> None:
    lines = [line(f"p{each}") for each in range(6)]
    agreed = [*crowd(5), Employee("p5", "คน5", "", "name_and_hours")]
    assert shown(report(lines, agreed, None)) == ["p5"]
    assert shown(report(lines, crowd(6), None)) == []
    assert shown(report(lines, crowd(5), None)) == [], "nor is anybody named who has left the company"


def test_an_event_of_few_people_is_hidden_and_so_is_what_gives_it_away() -> None:
    people = crowd(12)
    lines = [line(each.person) for each in people]
    lines += [line(each.person, session="large") for each in people[:6]]
    lines += [line(each.person, session="small") for each in people[:2]]
    found = {row.key.session: row.figures for row in report(lines, people, None).events}
    assert found["small"] is None
    assert found["large"] is None, "the total less the others would be the small one"
    assert found[None] is not None


def test_offices_are_of_those_who_let_them_be_shown() -> None:
    people = [*crowd(5, "total_only", "เชียงใหม่"), *crowd(6, "none", "เชียงใหม่", begin=5)]
    offices = {row.key: row.figures for row in report([line(each.person) for each in people], people, None).offices}
    assert {office: figures and figures.people for office, figures in offices.items()} == {"เชียงใหม่": 5, "": 6}


def test_working_and_own_time_and_the_unverified_stand_apart() -> None:
    people = crowd(5)
    lines = [line(each.person) for each in people]
    lines += [line(each.person, 30, working=False) for each in people]
    lines += [line(each.person, 15, check=Check.NONE, grade=Grade.SELF_REPORTED) for each in people]
    lines += [line(each.person, 600, check=Check.REJECTED, grade=Grade.SELF_REPORTED) for each in people]
    found = report(lines, people, None)
    assert found.total == Figures(5, 525, 300, 150, 75, DAY, DAY)
    assert (found.contribution, found.actual) == (300, 450)


def test_a_year_without_hours_says_so() -> None:
    found = report([], crowd(3), None)
    assert found.total is not None
    assert (found.total.people, found.events, found.named) == (0, (), ())


def test_those_who_were_erased_count_as_one() -> None:
    people = crowd(4)
    found = report([*(line(each.person) for each in people), line(None), line(None)], people, None)
    assert found.total is not None
    assert found.total.people == 5


@pytest.mark.parametrize("seed", range(300))
def test_nobody_who_has_not_agreed_can_be_made_out(seed: int) -> None:
    chance = random.Random(seed)
    sees = ["none", "total_only", "name_and_hours"]
    people = [
        Employee(f"p{each}", "คน", chance.choice(["ก", "ข", ""]), chance.choice(sees))
        for each in range(chance.randint(1, 16))
    ]
    lines = [
        line(
            chance.choice(people).person,
            chance.randint(1, 99),
            session=chance.choice([None, "a", "b", "c"]),
            working=chance.random() < 0.6,
            worked_on=DAY + timedelta(days=chance.randint(0, 9)),
            grade=chance.choice([Grade.VERIFIED, Grade.SELF_REPORTED]),
        )
        for _ in range(chance.randint(1, 60))
    ]
    found = report(lines, people, None)
    anonymous = {each.person for each in lines} - set(shown(found))
    assert set(shown(found)) <= {each.person for each in people if each.sees == "name_and_hours"}
    offices = {each.person: each.office if each.sees != "none" else "" for each in people}
    keys = {"events": lambda each: Event(each.project, each.session), "offices": lambda each: offices[each.person]}

    def enough(some: list[Line]) -> bool:
        behind = {each.person for each in some} & anonymous
        return not behind or len(behind) >= 5

    if found.total is not None:
        assert enough(lines)
    for name, key in keys.items():
        rows = getattr(found, name)
        unseen = {row.key for row in rows if row.figures is None}
        assert all(enough([each for each in lines if key(each) == row.key]) for row in rows if row.figures)
        if found.total is not None:
            assert enough([each for each in lines if key(each) in unseen])
        for part in ("working", "own", "others"):
            split = {row.key for row in rows if row.figures and getattr(row.figures, part) is not None}
            theirs = [each for each in lines if part_of(each) == part]
            assert all(enough([each for each in theirs if key(each) == row]) for row in split)
            if found.total is not None and getattr(found.total, part) is not None:
                assert enough([each for each in theirs if key(each) not in split])
