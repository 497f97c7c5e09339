"""Few people are not shown, nor can they be worked out from what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure import FEWEST, hidden, may_show


def test_groups_of_five_and_more_are_shown() -> None:
    assert hidden({"a": 5, "b": 12}) == set()


def test_a_small_group_takes_the_next_smallest_with_it() -> None:
    assert hidden({"a": 2, "b": 12, "c": 7}) == {"a", "c"}


def test_two_small_groups_that_are_five_together_hide_each_other() -> None:
    assert hidden({"a": 2, "b": 3, "c": 7}) == {"a", "b"}


def test_nobody_is_no_secret() -> None:
    assert hidden({"a": 0, "b": 9}) == set()
    assert may_show(0)
    assert not may_show(FEWEST - 1)


@given(st.dictionaries(st.integers(), st.integers(0, 20), max_size=8))
def test_what_is_hidden_cannot_be_found_by_subtraction(people: dict[int, int]) -> None:
    unseen = hidden(people)
    assert all(people[key] >= FEWEST or not people[key] for key in people.keys() - unseen)
    left = sum(people[key] for key in unseen)
    whole = sum(people.values())
    assert not unseen or left >= FEWEST or left == whole
