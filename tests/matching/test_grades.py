"""How well the ranking agrees with a coordinator's grades: printed, and held just under what is reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from domain.skills import TAXONOMY
from tests.matching.grading import cases, in_order, mean, ndcg

FLOORS = {"tuning": (0.985, 0.965), "kept_apart": (0.99, 0.97)}
"""NDCG@10, and the share of pairs in the right order."""


@pytest.mark.parametrize("part", FLOORS)
def test_ranks_as_a_coordinator_would(part: str, tell_figure: Callable[[str], None]) -> None:
    gain, pairs = mean(part, ndcg), mean(part, in_order)
    graded = sum(len(case.volunteers) for case in cases(part))
    tell_figure(
        f"matching     {part:<10} NDCG@10 {gain:.4f}, {pairs:.1%} of pairs in order"
        f" ({len(cases(part))} cases, {graded} volunteers)"
    )
    least_gain, least_pairs = FLOORS[part]
    assert gain >= least_gain
    assert pairs >= least_pairs


def test_there_are_cases_enough_and_a_third_is_kept_apart() -> None:
    tuned, apart = cases("tuning"), cases("kept_apart")
    assert len(tuned) + len(apart) >= 40
    assert len(apart) * 2 >= len(tuned) * 0.9
    assert all(8 <= len(case.volunteers) <= 15 for case in (*tuned, *apart))


def test_the_cases_speak_of_skills_that_exist() -> None:
    for case in (*cases("tuning"), *cases("kept_apart")):
        named = {*case.role.skills, *case.role.nice, *case.role.teaches}
        named |= {skill for each in case.volunteers for skill in (*each.skills, *each.person.learns)}
        assert named <= set(TAXONOMY)
