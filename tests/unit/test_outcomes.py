"""What changed is told from five people on, and never as money."""

from __future__ import annotations

from dataclasses import fields

from domain.outcomes import LookBack, Outcomes, changes, outcomes


def said(person: str, before: str | None, after: str | None, invite: int | None = None, hours: int = 0) -> LookBack:
    return LookBack("role", person, {"skill": before}, {"skill": after}, "", invite, hours)


def test_a_skill_changes_by_levels_where_it_was_rated_both_times() -> None:
    assert changes({"a": "learning", "b": "able", "c": None}, {"a": "professional", "b": "able", "c": "able"}) == [2, 0]


def test_four_answers_are_not_told() -> None:
    found = outcomes([said(str(each), "learning", "able", 9, 1) for each in range(4)], [])
    assert found.answered == 4
    assert (found.rose, found.would_invite, found.advisers, found.advising) == (None, None, None, None)


def test_five_answers_are_told() -> None:
    given = [said(str(each), "learning", "able", 6 + each, each % 2) for each in range(5)]
    found = outcomes(given, ["yes", "yes", "no"])
    assert (found.rose, found.same, found.fell) == (5, 0, 0)
    assert found.would_invite == 8
    assert (found.advisers, found.advising) == (2, 2)
    assert found.would_have_paid == {"yes": 2, "partly": 0, "no": 1}


def test_five_answers_of_one_person_are_of_one_person() -> None:
    assert outcomes([said("same", "learning", "able", 9) for _ in range(5)], []).would_invite is None


def test_skipped_questions_do_not_count_as_nought() -> None:
    given = [said(str(each), "learning", None, None) for each in range(9)]
    found = outcomes(given, [])
    assert (found.rose, found.would_invite) == (None, None)


def test_no_outcome_is_money() -> None:
    assert not any(word in each.name for each in fields(Outcomes) for word in ("baht", "satang", "worth", "value"))
