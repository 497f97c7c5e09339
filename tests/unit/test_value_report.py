"""A report shows what few people gave to nobody outside, nor what would give it away; inside it shows everything."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from domain.ledger import Check, Grade, Line, add_up
from domain.value import Plan
from domain.value_report import chosen_lines, common_era, gives_away, report

PLAN = Plan(100, 4, 800)
NUMBERS = itertools.count(1)
SELF, ATTENDED, VERIFIED = Grade.SELF_REPORTED, Grade.ATTENDED, Grade.VERIFIED


def line(person: str | None, project: str = "p1", grade: Grade = SELF, minutes: int = 60, **more: object) -> Line:
    facts = {
        "entry": f"e{next(NUMBERS)}",
        "role": "r",
        "organisation": "บ้านอุ่นใจ",
        "company": None,
        "worked_on": date(2026, 5, 2),
        "working": False,
        "skill": None,
        "session": None,
        "note": "",
        "check": Check.VERIFIED if grade == VERIFIED else Check.NONE,
        "baht_a_day": 800,
        "satang": minutes * 80_000 // 480,
        "closed": False,
    }
    return Line(person=person, project=project, grade=grade, minutes=minutes, **{**facts, **more})  # type: ignore[arg-type]


def crowd(project: str, grade: Grade, first: int, count: int, **more: object) -> list[Line]:
    return [line(f"n{number}", project, grade, **more) for number in range(first, first + count)]


def test_the_forecast_is_the_seed_beside_what_was_really_given() -> None:
    made = report(crowd("p1", VERIFIED, 0, 6), "project", PLAN, ())
    assert [each.baht for each in made.forecasts] == [3_840_000, 960_000]
    assert (made.total, made.grades[VERIFIED], made.verified_share) == (made.grades[VERIFIED], made.total, 1.0)
    assert made.total is not None
    assert (made.total.baht, made.total.people, len(made.total.entries)) == (600, 6, 6)


def test_a_year_without_data_says_so_and_still_has_its_forecasts() -> None:
    made = report([], "month", PLAN, ())
    assert made.total == add_up([])
    assert (made.table, made.verified_share, made.is_hidden, made.forecasts[0].baht) == ((), None, False, 3_840_000)


def test_four_people_are_shown_to_staff_only() -> None:
    lines = crowd("p1", VERIFIED, 0, 4)
    outside, inside = report(lines, "project", PLAN, ()), report(lines, "project", PLAN, (), 0)
    assert outside.is_hidden
    assert (outside.lines, outside.rejected, set(outside.grades.values())) == ((), None, {None})
    assert [row.total for row in outside.table] == [None]
    assert inside.total is not None
    assert inside.total.people == 4


def test_two_verified_among_many_cannot_be_worked_out_from_the_total() -> None:
    made = report(
        [*crowd("p1", VERIFIED, 0, 2), *crowd("p1", ATTENDED, 0, 9), *crowd("p1", SELF, 0, 20)], "project", PLAN, ()
    )
    assert made.total is not None
    assert {grade: found is None for grade, found in made.grades.items()} == {
        SELF: False,
        ATTENDED: True,
        VERIFIED: True,
    }
    assert (made.verified_share, made.working, made.own) == (None, None, None)
    assert [row.grades[SELF] is None for row in made.table] == [False]
    assert all(row.grades[VERIFIED] is None for row in made.table)


def test_two_who_attended_hide_what_is_self_reported_and_not_what_is_verified() -> None:
    made = report(
        [*crowd("p1", VERIFIED, 0, 7), *crowd("p1", ATTENDED, 0, 2), *crowd("p1", SELF, 0, 20)], "project", PLAN, ()
    )
    assert {grade for grade, found in made.grades.items() if found is None} == {SELF, ATTENDED}


def test_a_hidden_row_says_nothing_lists_nothing_and_takes_another_with_it() -> None:
    lines = [*crowd("small", VERIFIED, 0, 2), *crowd("middle", VERIFIED, 0, 6), *crowd("large", VERIFIED, 0, 9)]
    made = report(lines, "project", PLAN, ())
    assert {row.key: row.is_hidden for row in made.table} == {"small": True, "middle": True, "large": False}
    assert {each.project for each in made.lines} == {"large"}
    assert made.total is not None
    assert set(made.total.entries) == {each.entry for each in lines if each.project == "large"}
    assert made.total.minutes == 17 * 60


def test_a_row_with_one_verified_is_not_split() -> None:
    lines = [
        *crowd("p1", SELF, 0, 8),
        *crowd("p1", VERIFIED, 0, 1),
        *crowd("p2", SELF, 0, 8),
        *crowd("p2", VERIFIED, 0, 8),
    ]
    made = report([*lines, *crowd("p3", VERIFIED, 0, 6)], "project", PLAN, ())
    split = {row.key: row.grades[VERIFIED] is not None for row in made.table}
    assert split == {"p1": False, "p2": True, "p3": False}
    assert all(not row.is_hidden for row in made.table)


def test_working_time_of_few_people_hides_their_own_time_too() -> None:
    lines = [*crowd("p1", VERIFIED, 0, 7), *crowd("p1", VERIFIED, 7, 2, working=True)]
    made = report(lines, "project", PLAN, ())
    assert (made.working, made.own, made.grades[VERIFIED] is None) == (None, None, False)


def test_rejected_entries_count_nowhere_and_few_peoples_are_not_told() -> None:
    rejected = crowd("p1", SELF, 0, 5, check=Check.REJECTED)
    many = report([*crowd("p1", SELF, 0, 6), *rejected], "project", PLAN, ())
    few = report([*crowd("p1", SELF, 0, 6), *rejected[:4]], "project", PLAN, ())
    assert many.total is not None
    assert (many.total.people, many.rejected, few.rejected) == (6, 5, None)


def test_people_who_were_erased_count_as_one() -> None:
    lines = [*crowd("p1", SELF, 0, 3), line(None), line(None)]
    assert report(lines, "project", PLAN, ()).is_hidden
    assert not report([*lines, line("n9")], "project", PLAN, ()).is_hidden


def test_what_the_table_hides_cannot_be_asked_for_by_name() -> None:
    lines = [*crowd("small", VERIFIED, 0, 2), *crowd("middle", VERIFIED, 0, 6), *crowd("large", VERIFIED, 0, 9)]
    told = {project: gives_away(lines, {"project": project}) for project in ("small", "middle", "large")}
    assert told == {"small": True, "middle": True, "large": False}
    assert not gives_away(lines, {})
    assert not gives_away(lines, {"project": "middle"}, fewest=0)


def test_all_years_together_do_not_tell_of_one_with_few_people() -> None:
    lines = [*crowd("p1", VERIFIED, 0, 3, worked_on=date(2025, 5, 1)), *crowd("p1", VERIFIED, 0, 9)]
    assert gives_away(lines, {})
    assert not gives_away(lines, {"year": "2026"})
    assert report(lines, "project", PLAN, (), withheld=True).is_hidden


def test_lines_are_chosen_by_all_that_was_asked() -> None:
    lines = [line("a", "p1"), line("a", "p2"), line("b", "p1", company="siam22222222")]
    assert chosen_lines(lines, {"project": "p1", "company": "siam22222222", "year": "2026"}) == [lines[2]]
    assert chosen_lines(lines, {"year": "2027"}) == []


@pytest.mark.parametrize(("year", "meant"), [(2569, 2026), (2026, 2026), (2400, 1857)])
def test_a_year_of_either_era_is_understood(year: int, meant: int) -> None:
    assert common_era(year) == meant
