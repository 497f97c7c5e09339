"""The scores on the example sets, printed, and held above what was promised."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.example_sets import Score, score

TASKS = ("hours", "availability", "skills")


def told(task: str, name: str, tell_figure: Callable[[str], None]) -> Score:
    total, misses = score(task, name)
    tell_figure(f"{task:<12} {name:<9} {total}")
    assert len(misses) < total.rows, "\n".join(misses)
    return total


@pytest.mark.parametrize("task", TASKS)
def test_reads_the_public_examples(task: str, tell_figure: Callable[[str], None]) -> None:
    total = told(task, "public", tell_figure)
    assert total.exact / total.rows >= 0.99
    assert total.wrong == 0


@pytest.mark.parametrize("task", TASKS)
def test_reads_the_lines_it_was_made_with(task: str, tell_figure: Callable[[str], None]) -> None:
    total = told(task, "own_dev", tell_figure)
    assert total.exact / total.rows >= 0.99


@pytest.mark.parametrize("name", ["own_held", "own_new", "second", "third", "fourth", "fifth", "sixth"])
@pytest.mark.parametrize(("task", "exact", "wrong"), [("hours", 0.98, 0.005), ("availability", 0.95, 0.01)])
def test_reads_what_was_kept_apart(
    task: str, exact: float, wrong: float, name: str, tell_figure: Callable[[str], None]
) -> None:
    total = told(task, name, tell_figure)
    assert total.exact / total.rows >= exact
    assert total.wrong / total.rows <= wrong


def test_reads_hard_lines_of_free_time(tell_figure: Callable[[str], None]) -> None:
    total = told("availability", "seventh", tell_figure)
    assert total.exact / total.rows >= 0.95
    assert total.wrong / total.rows <= 0.01


@pytest.mark.parametrize("name", ["own_held", "own_new", "second", "third", "fourth", "fifth", "sixth", "siblings"])
def test_reads_skills_that_were_kept_apart(name: str, tell_figure: Callable[[str], None]) -> None:
    total = told("skills", name, tell_figure)
    assert total.f1 >= 0.96
    assert total.precision >= 0.98


@pytest.mark.parametrize("task", ["hours", "availability"])
def test_reads_the_siblings_of_what_was_once_missed(task: str, tell_figure: Callable[[str], None]) -> None:
    total = told(task, "siblings", tell_figure)
    assert total.exact == total.rows


LEFT = {
    ("hours", "second"): (1, 0),
    ("hours", "fifth"): (1, 0),
    ("availability", "fifth"): (1, 0),
    ("availability", "seventh"): (5, 1),
    ("skills", "second"): (1, 1),
    ("skills", "fifth"): (4, 2),
    ("skills", "siblings"): (6, 5),
}
"""Lines that are not read exactly, and those among them that get a wrong value; everywhere else there are none."""
SETS = ("public", "own_dev", "own_held", "own_new", "second", "third", "fourth", "fifth", "sixth", "siblings")


@pytest.mark.parametrize(
    ("task", "name"), [*((task, name) for task in TASKS for name in SETS), ("availability", "seventh")]
)
def test_loses_nothing_of_what_it_reads(task: str, name: str) -> None:
    total, misses = score(task, name)
    lost, wrong = LEFT.get((task, name), (0, 0))
    assert len(misses) <= lost, "\n".join(misses)
    assert total.wrong <= wrong
