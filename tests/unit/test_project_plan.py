"""When a project's sessions are proposed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.project_plan import USUAL, propose

TODAY = date(2026, 11, 23)
SATURDAY = 5


def days(starts: date, ends: date, today: date = TODAY) -> dict[str, date]:
    return {each.kind: each.day for each in propose(starts, ends, SATURDAY, today)}


@pytest.mark.parametrize("ahead", range(20, 34))
def test_a_usual_project_meets_five_times_on_the_day_that_suits(ahead: int) -> None:
    starts = TODAY + timedelta(days=ahead)
    found = days(starts, starts + USUAL)
    assert list(found) == ["training", "kickoff", "workshop", "handover", "follow_up"]
    assert {each.weekday() for each in found.values()} == {SATURDAY}
    assert list(found.values()) == sorted(found.values())
    assert starts - timedelta(days=10) <= found["training"] <= starts
    assert timedelta(0) <= found["kickoff"] - starts < timedelta(days=7)
    assert timedelta(days=28) <= found["workshop"] - starts < timedelta(days=35)
    assert timedelta(days=-7) < found["handover"] - (starts + USUAL) <= timedelta(0)
    assert timedelta(days=30) <= found["follow_up"] - found["handover"] < timedelta(days=37)


def test_what_has_passed_is_left_out() -> None:
    assert list(days(TODAY, TODAY + USUAL)) == ["kickoff", "workshop", "handover", "follow_up"]
    assert list(days(TODAY - timedelta(days=60), TODAY + timedelta(days=20))) == ["handover", "follow_up"]


def test_a_short_project_has_no_room_for_a_workshop() -> None:
    assert "workshop" not in days(TODAY, TODAY + timedelta(days=10))
    assert "workshop" in days(TODAY, TODAY + timedelta(days=24))


def test_kinds_that_are_there_are_left_out() -> None:
    found = propose(TODAY, TODAY + USUAL, SATURDAY, TODAY, {"kickoff", "follow_up"})
    assert [each.kind for each in found] == ["workshop", "handover"]
