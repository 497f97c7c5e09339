"""What a session thinks together: ideas as people type them, dots into places, feedback that gives nobody away."""

from __future__ import annotations

import pytest

from domain.workshop import (
    FEWEST,
    MOVES,
    Tally,
    gathered,
    ideas_in,
    in_halves,
    in_order_of,
    may_be_shown,
    may_move,
    numbers_in,
    ranked,
)


def tally(words: str, dots: int, voters: int = 1) -> Tally:
    return Tally(words, words, dots, voters)


def places(*tallies: Tally) -> list[tuple[int, str, bool]]:
    return [(each.place, each.words, each.wins) for each in ranked(tallies)]


def test_the_idea_with_the_most_dots_comes_first() -> None:
    assert places(tally("a", 1), tally("b", 3), tally("c", 2)) == [(1, "b", True), (2, "c", True), (3, "a", True)]


def test_ideas_with_the_same_dots_share_a_place_and_the_next_one_is_not_moved_up() -> None:
    found = places(tally("a", 3), tally("b", 3), tally("c", 2), tally("d", 2), tally("e", 1))
    assert [(place, wins) for place, _, wins in found] == [(1, True), (1, True), (3, True), (3, True), (5, False)]


def test_among_equals_the_one_that_more_people_chose_stands_first() -> None:
    assert [each.words for each in ranked([tally("one fan", 3, 1), tally("three fans", 3, 3)])] == [
        "three fans",
        "one fan",
    ]


def test_an_idea_without_a_dot_wins_nothing() -> None:
    assert places(tally("a", 0)) == [(1, "a", False)]


def test_nothing_is_ranked_where_there_is_nothing() -> None:
    assert ranked([]) == []


# ---------------------------------------------------------------- ideas and numbers


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ทำปฏิทินโพสต์", ["ทำปฏิทินโพสต์"]),
        ("- หนึ่งไอเดีย\n• สองไอเดีย\n3. สามไอเดีย\n๔) สี่ไอเดีย", ["หนึ่งไอเดีย", "สองไอเดีย", "สามไอเดีย", "สี่ไอเดีย"]),
        ("  two   words  \n\n", ["two words"]),
        ("2 weeks of posts", ["2 weeks of posts"]),
        ("12", []),
        ("👍", []),
        ("ok", []),
    ],
)
def test_every_line_is_an_idea(typed: str, found: list[str]) -> None:
    assert ideas_in(typed) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1 1 4", [1, 1, 4]),
        ("๑,๑,๔", [1, 1, 4]),
        ("ข้อ 1 กับ 4", [1, 4]),
        ("#2 and #3", [2, 3]),
        ("3", [3]),
        ("1 1 ข้าว", []),
        ("3 จุดให้ข้อ 4", []),
        ("114", []),
        ("", []),
    ],
)
def test_numbers_are_read_only_where_nothing_else_stands(typed: str, found: list[int]) -> None:
    assert numbers_in(typed) == found


def test_each_reader_has_an_order_of_their_own_that_stays() -> None:
    ideas = {str(number): f"idea {number}" for number in range(8)}
    orders = {tuple(in_order_of(f"line:U{reader}", ideas)) for reader in range(20)}
    assert len(orders) > 15
    assert all(sorted(order) == sorted(ideas) for order in orders)
    assert in_order_of("line:U1", ideas) == in_order_of("line:U1", dict(reversed(ideas.items())))


def test_a_board_goes_on_or_one_step_back() -> None:
    assert may_move(None, "open")
    assert not may_move(None, "voting")
    assert not may_move("open", "done")
    assert all(
        before in MOVES[after] for before, ahead in MOVES.items() if before for after in ahead if after != "open"
    )


# ---------------------------------------------------------------- feedback


def test_three_are_not_shown_and_four_are() -> None:
    assert [number for number in range(9) if may_be_shown(number)] == [4, 5, 6, 7, 8]
    assert FEWEST == 4


@pytest.mark.parametrize(
    ("numbers", "average"),
    [([5, 5, 5, 1], 4.0), ([4, 4, 5, 5], 4.5), ([3, 3, 3, 4], 3.5), ([1], 1.0), ([5, 4, 4], 4.5)],
)
def test_averages_are_told_in_halves(numbers: list[int], average: float) -> None:
    assert in_halves(numbers) == average


def test_words_come_in_the_order_of_the_alphabet_so_that_no_sheet_can_be_put_together_again() -> None:
    sheets = [
        {"skill": 5, "keep": "c", "tell": "x"},
        {"skill": 4, "keep": "a", "tell": "z"},
        {"skill": 4, "keep": "b", "tell": "y"},
        {"skill": 4, "aim": 2},
    ]
    found = gathered(sheets)
    assert (found.words["keep"], found.words["tell"], found.words["stop"]) == (["a", "b", "c"], ["x", "y", "z"], [])
    assert (found.count, found.averages) == (4, {"skill": 4.5, "aim": 2.0})
