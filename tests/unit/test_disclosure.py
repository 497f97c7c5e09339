"""Few people are not shown, nor can they be worked out from what is shown."""

from hypothesis import given
from hypothesis import strategies as st

from domain.disclosure import FEWEST, hidden, may_show, splits_hidden


def people(first: int, count: int) -> frozenset[int]:
    return frozenset(range(first, first + count))


def test_groups_of_five_and_more_are_shown() -> None:
    assert hidden({"a": people(0, 5), "b": people(0, 12)}) == set()


def test_a_small_group_takes_the_next_smallest_with_it() -> None:
    assert hidden({"a": people(0, 2), "b": people(2, 12), "c": people(2, 7)}) == {"a", "c"}


def test_two_small_groups_that_are_five_together_hide_each_other() -> None:
    assert hidden({"a": people(0, 2), "b": people(2, 3), "c": people(0, 7)}) == {"a", "b"}


def test_two_small_groups_of_the_same_people_take_another_with_them() -> None:
    assert hidden({"a": people(0, 3), "b": people(0, 3), "c": people(0, 7)}) == {"a", "b", "c"}


def test_what_counts_most_is_hidden_last() -> None:
    assert hidden({"a": people(0, 2), "b": people(0, 6), "c": people(0, 9)}, last={"b"}) == {"a", "c"}


def test_nobody_is_no_secret() -> None:
    assert hidden({"a": frozenset(), "b": people(0, 9)}) == set()
    assert may_show(0)
    assert not may_show(FEWEST - 1)


def test_a_row_with_a_part_of_few_people_is_not_split_and_takes_another_with_it() -> None:
    splits = {"a": [people(0, 6), people(6, 1)], "b": [people(0, 5), people(6, 5)], "c": [people(0, 9), people(0, 9)]}
    assert splits_hidden(splits, set()) == {"a", "b"}


def test_a_row_whose_parts_are_of_many_or_of_nobody_is_split() -> None:
    assert splits_hidden({"a": [people(0, 6), frozenset()], "b": [people(0, 5), people(5, 5)]}, set()) == set()


groups = st.dictionaries(st.integers(), st.frozensets(st.integers(0, 14), max_size=12), max_size=8)


@given(groups)
def test_what_is_hidden_cannot_be_found_by_subtraction(behind: dict[int, frozenset[int]]) -> None:
    unseen = hidden(behind)
    left = set().union(*(behind[key] for key in unseen))
    assert all(len(behind[key]) >= FEWEST or not behind[key] for key in behind.keys() - unseen)
    assert not unseen or (len(left) >= FEWEST and len(unseen) > 1) or unseen == {key for key in behind if behind[key]}


@given(st.dictionaries(st.integers(), st.tuples(*[st.frozensets(st.integers(0, 14), max_size=12)] * 3), max_size=6))
def test_no_part_of_few_people_is_the_rest_of_its_column(splits: dict[int, tuple[frozenset[int], ...]]) -> None:
    left_out = splits_hidden(splits, set())
    for key in splits.keys() - left_out:
        assert all(not part or len(part) >= FEWEST for part in splits[key])
    for column in range(3):
        left = set().union(*(splits[key][column] for key in left_out))
        assert not left or len(left) >= FEWEST or left_out == set(splits)
