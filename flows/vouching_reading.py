"""Reads what whoever vouches types about a numbered list of hours: what to do with which, and why."""

from __future__ import annotations

from typing import Final

from domain.ledger import Check
from domain.several import Said, with_words
from flows.engine import Read, Turn, Unclear, Understood
from flows.engine.matching_words import by_number, exactly, plain
from flows.few_words import few_words

VERBS: Final = {"verify": Check.VERIFIED, "ask": Check.ASKED, "reject": Check.REJECTED}
PAGE: Final = 8
"""So many entries and the ways on are as many buttons as a question has room for."""
FEWEST_LETTERS: Final = 4
"""Fewer say nothing."""


def read_act(text: str, turn: Turn) -> Read:
    """Something to be done with some of those that are listed: ``ยืนยัน 1-5``, ``ถาม 3 ทำอะไรบ้าง``; or one's number."""
    seen = min(len(turn.answers["listed"]), (turn.answers["page"] + 1) * PAGE)
    number = by_number(text, 999)
    if number is not None:
        return Understood(str(number + 1)) if number < seen else no_such_number(number + 1, seen)
    for each in with_words(text):
        if (verb := verb_of(turn, each.verb)) is not None:
            return read_several(turn, verb, each, seen)
    return Unclear()


def no_such_number(number: int, most: int) -> Unclear:
    """That a number is not in the list."""
    return Unclear("no_such_number", values={"number": number, "most": most})


def verb_of(turn: Turn, words: str) -> str | None:
    """Which of the three is called so, in either language?"""
    both = turn.network.texts.both
    listed = {verb: ",".join(both(f"verify_hours.{verb}_words").values()).split(",") for verb in VERBS}
    return exactly(words, listed)


def read_several(turn: Turn, verb: str, said: Said, seen: int) -> Read:
    """What is to be done with which entries; words after a verifying one may say "but not …", so they are not taken."""
    if verb == "verify" and plain(f"1{said.words}") != "1":
        return Unclear("only_numbers")
    if wrong := [each for each in said.numbers or () if not 1 <= each <= seen]:
        return no_such_number(wrong[0], seen)
    start = turn.answers["page"] * PAGE
    numbers = range(start + 1, seen + 1) if said.numbers is None else said.numbers
    words = few_words(said.words, turn)
    if said.words and isinstance(words, Unclear):
        return words
    return Understood({"verb": verb, "numbers": list(numbers), "words": said.words})


def read_words(text: str, turn: Turn) -> Read:
    """A question or a reason in a few words; a number, a yes or another act is neither."""
    letters = sum(each.isalpha() for each in text)
    if letters < FEWEST_LETTERS or isinstance(read_act(text, turn), Understood):
        return Unclear()
    return few_words(text, turn)
