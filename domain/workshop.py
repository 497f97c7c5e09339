"""A session thinks together: what ideas answer, three dots for each person, and feedback that names nobody."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Final

# ---------------------------------------------------------------- the board

OPEN, VOTING, DONE = "open", "voting", "done"
MOVES: Final[Mapping[str | None, Sequence[str]]] = {
    None: (OPEN,),
    OPEN: (VOTING,),
    VOTING: (DONE, OPEN),
    DONE: (VOTING,),
}
"""What staff can do with a board: on, and one step back, for a tap too many."""


def may_move(before: str | None, after: str) -> bool:
    """Whether a board may go from one state to another."""
    return after in MOVES.get(before, ())


# ---------------------------------------------------------------- ideas

BEFORE: Final = "before"
"""What people want a session to answer: asked before it begins, and never voted on."""
ASKED_BEFORE: Final = ("workshop", "training")
"""Of which kinds of session."""
ASKED_AHEAD: Final = timedelta(days=14)
"""From how long before it on."""
CARDS: Final = ("unseen", "dream", "quick")
"""What ideas answer during a session: what insiders miss, what one would do with money, what needs none."""
FREELY: Final = "freely"
"""An idea that was written without a question."""
MOST_IDEAS: Final = 20
"""So many ideas can one person bring to a session."""
MOST_CHARACTERS: Final = 100
"""An idea is one line, short enough to be read in a list of them."""
BULLET: Final = re.compile(r"^\s*(?:[-–—•*·▪●]+|[\d๐-๙]{1,2}[.)])\s*")
LEAST_LETTERS: Final = 3


def ideas_in(text: str) -> list[str]:
    """The ideas in what somebody wrote: one a line, without what stands before it in a list."""
    lines = (" ".join(BULLET.sub("", line).split()) for line in text.splitlines())
    return [line for line in lines if sum(unicodedata.category(char)[0] == "L" for char in line) >= LEAST_LETTERS]


# ---------------------------------------------------------------- dots

DOTS: Final = 3
"""So many dots has each person; they may stand on one idea or on several."""
WINNERS: Final = 3


@dataclass(frozen=True, slots=True)
class Tally:
    """An idea with what it has got."""

    idea: str
    words: str
    dots: int
    voters: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """An idea in its place; ideas with the same dots share one."""

    place: int
    words: str
    dots: int

    @property
    def wins(self) -> bool:
        """Whether it is one of those to try first."""
        return self.dots > 0 and self.place <= WINNERS


def ranked(tallies: Iterable[Tally]) -> list[Ranked]:
    """The ideas, those with the most dots first; among equals those that more people chose, then by their words."""
    ordered = sorted(tallies, key=lambda each: (-each.dots, -each.voters, each.words, each.idea))
    found: list[Ranked] = []
    for _, equals in groupby(ordered, key=lambda each: each.dots):
        place = len(found) + 1
        found += [Ranked(place, each.words, each.dots) for each in equals]
    return found


def in_order_of(reader: str, ideas: Mapping[str, str]) -> list[str]:
    """Ideas (words by id) in this reader's own order, always the same: being first on the list must win no dots."""
    return sorted(ideas, key=lambda idea: (hashlib.sha256(f"{reader}:{ideas[idea]}".encode()).digest(), idea))


BETWEEN_NUMBERS: Final = re.compile(r"(?:ข้อที่|ข้อ|กับ|และ|แล้วก็|and|no\.?|[\s,;.+&/#])+", re.IGNORECASE)


def numbers_in(text: str) -> list[int]:
    """The numbers of a line such as ``1 1 4`` or ``ข้อ 1 กับ 4``, in their order; none if anything else stands there."""
    parts = BETWEEN_NUMBERS.sub(" ", text).split()
    return [int(each) for each in parts] if all(re.fullmatch(r"[0-9๐-๙]{1,2}", each) for each in parts) else []


# ---------------------------------------------------------------- feedback

RATINGS: Final = ("skill", "aim", "voice")
"""What is rated from 1 to 5: skill used, aim reached, every voice heard."""
WORDS: Final = ("keep", "stop", "start", "tell")
"""What is answered in words, or not at all."""
SCALE: Final = ("1", "2", "3", "4", "5")
FEWEST: Final = 4
"""Answers are shown only together with so many others that nobody has seen before either."""
FEEDBACK_LASTS: Final = timedelta(days=14)
"""So long after a session one can say how it was."""

Sheet = Mapping[str, object]
"""What one person answered: numbers for ratings, words for words; what was skipped is not in it."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What several people answered, so that nobody can tell who said what."""

    count: int
    averages: Mapping[str, float]
    """By rating, to the nearest half."""
    words: Mapping[str, Sequence[str]]
    """By question, in the order of the alphabet: neither who came first nor which belong together can be seen."""


def may_be_shown(new: int) -> bool:
    """Whether so many answers that nobody has seen can be shown: the difference to before must name nobody."""
    return new >= FEWEST


def gathered(sheets: Sequence[Sheet]) -> Feedback:
    """What these people answered together."""
    return Feedback(
        len(sheets),
        {name: in_halves(numbers) for name in RATINGS if (numbers := numbers_of(sheets, name))},
        {name: sorted(str(each[name]) for each in sheets if each.get(name)) for name in WORDS},
    )


def numbers_of(sheets: Sequence[Sheet], name: str) -> list[int]:
    """The ratings that were given to one question."""
    return [int(str(each[name])) for each in sheets if each.get(name)]


def in_halves(numbers: Sequence[int]) -> float:
    """The average to the nearest half: an exact one can give a single answer away."""
    return math.floor(sum(numbers) / len(numbers) * 2 + 0.5) / 2
