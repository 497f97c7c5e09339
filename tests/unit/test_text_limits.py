"""How long texts are, and where they may be cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.text_limits import clean, cut, graphemes, shorten, split, units

ANY_TEXT = st.text(st.characters(), max_size=300)
THAI = "ที่ปรึกษาอาสาสมัครช่วยน้ำท่วม"


@pytest.mark.parametrize(
    ("text", "utf16", "letters"),
    [
        ("", 0, 0),
        ("abc", 3, 3),
        ("ที่", 3, 1),
        ("น้ำ", 3, 1),
        ("🍎", 2, 1),
        ("👩‍👩‍👧", 8, 1),
        ("🇹🇭", 4, 1),
        ("e\u0301", 2, 1),
    ],
)
def test_counts_units_and_letters(text: str, utf16: int, letters: int) -> None:
    assert (units(text), graphemes(text)) == (utf16, letters)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("short", 20, "short"),
        ("  two\nlines ", 20, "two lines"),
        ("", 20, "…"),
        (" \n ", 20, "…"),
        ("abcdef", 4, "abc…"),
        ("ab cdef", 4, "ab…"),
        ("ที่นี่ที่นั่น", 3, "ที่นี่…"),
    ],
)
def test_shortens_a_label(text: str, most: int, expected: str) -> None:
    assert shorten(text, most) == expected


def test_a_label_is_not_shortened_when_only_its_code_points_are_many() -> None:
    twenty = "ที่" * 20
    assert shorten(twenty, 20) == twenty


def test_a_heap_of_accents_is_cut_too() -> None:
    assert units(shorten("a" + "\u0301" * 5000, 20)) <= 240


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("plain", "plain"), ("a\0b", "ab"), ("ที่\0", "ที่"), ("half \ud83d here", "half ? here"), ("🍎", "🍎")],
)
def test_leaves_out_what_cannot_be_kept(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "most", "pieces"),
    [
        ("", 10, [""]),
        ("fits", 10, ["fits"]),
        ("one two three", 9, ["one two", "three"]),
        ("line one\nline two", 12, ["line one", "line two"]),
        ("para one\nmore\n\npara two", 16, ["para one\nmore", "para two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("ที่ที่", 4, ["ที่", "ที่"]),
        ("🍎🍎🍎", 5, ["🍎🍎", "🍎"]),
    ],
)
def test_splits_at_the_best_place(text: str, most: int, pieces: list[str]) -> None:
    assert split(text, most) == pieces


@given(ANY_TEXT, st.integers(2, 80))
def test_pieces_fit_and_lose_only_white_space(text: str, most: int) -> None:
    pieces = split(text, most)
    assert all(units(piece) <= most for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join(clean(text).split())


@given(ANY_TEXT, st.integers(2, 80))
def test_a_cut_text_fits(text: str, most: int) -> None:
    cut_text = cut(clean(text), most)
    assert units(cut_text) <= most
    assert cut_text == clean(text) or cut_text.endswith("…")


@given(ANY_TEXT, st.integers(2, 40))
def test_a_short_label_fits_and_says_something(text: str, most: int) -> None:
    label = shorten(text, most)
    assert label.strip()
    assert graphemes(label) <= most
    assert "\n" not in label


def test_no_thai_letter_is_torn() -> None:
    marks = "\u0e31\u0e33\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
    assert not any(piece.startswith(tuple(marks)) for most in range(4, 12) for piece in split(THAI, most))
