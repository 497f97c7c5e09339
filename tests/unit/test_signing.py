"""One changed byte of a letter shows; older keys still check."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.letters import ALPHABET, new_code, read_code
from domain.signing import Key, Keys, WrongKey, canonical, new_key, read_keys

PRIVATE, PUBLIC = new_key()
KEYS = read_keys(PRIVATE)
CONTENT = {"name": {"th": "น้ำผึ้ง", "en": "Namphueng"}, "minutes": 2730}


def test_what_was_signed_holds() -> None:
    assert KEYS.holds(CONTENT, *KEYS.sign(CONTENT))


def test_a_changed_minute_does_not_hold() -> None:
    assert not KEYS.holds(CONTENT | {"minutes": 2731}, *KEYS.sign(CONTENT))


@given(st.data())
def test_one_changed_letter_anywhere_does_not_hold(data: st.DataObject) -> None:
    signature, key = KEYS.sign(CONTENT)
    place = data.draw(st.integers(0, len(signature) - 4))
    other = data.draw(st.sampled_from("ABCDabcd0123").filter(lambda each: each != signature[place]))
    assert not KEYS.holds(CONTENT, signature[:place] + other + signature[place + 1 :], key)


def test_a_key_that_signs_no_more_still_checks() -> None:
    signature, key = KEYS.sign(CONTENT)
    rotated = read_keys(f"{new_key()[0]},{PUBLIC}")
    assert rotated.holds(CONTENT, signature, key)
    assert not read_keys(new_key()[0]).holds(CONTENT, signature, key)


def test_without_a_private_key_nothing_is_signed() -> None:
    assert not Keys().can_sign
    assert not read_keys(PUBLIC).can_sign
    assert KEYS.can_sign


@pytest.mark.parametrize("words", ["short", "§§§", "pub.AAAA", pytest.param(f"{PRIVATE}AAAA", id="too long")])
def test_what_is_no_key_is_refused(words: str) -> None:
    with pytest.raises(WrongKey):
        read_keys(words)


def test_a_key_never_shows_itself() -> None:
    assert PRIVATE not in repr(KEYS)
    assert repr(Key(b"x" * 32)).startswith("Key(")


def test_a_content_is_written_in_one_way() -> None:
    assert canonical({"b": 1, "a": "ก"}) == canonical({"a": "ก", "b": 1}) == '{"a":"ก","b":1}'.encode()


def test_a_code_is_read_however_it_was_typed() -> None:
    code = new_code()
    assert read_code(code.lower().replace("-", " ")) == code
    assert read_code(code[:-1]) is None
    assert read_code("OOOO-1111-0000-LLLL") is None
    assert set(code) <= set(ALPHABET) | {"-"}
