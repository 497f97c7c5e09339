"""From a line to typed tokens: numerals first, then the words of a lexicon, and whatever is left as ``other``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, Self

from domain.reading.lexicon import Lexicon, skeleton
from domain.reading.tokens import Token

LONGEST_LINE: Final = 1000
"""A line of more characters is a text, not an answer."""


class Face(NamedTuple):
    """Digits as on a clock's face or in a price: ``9.30``, ``9:30``; which of the two, the words around them tell."""

    whole: int
    part: str
    separator: str


class Typed(float):
    """A whole number typed in digits; how many of them, tells a year or ``0930`` from an amount."""

    digits: int

    def __new__(cls, text: str) -> Self:
        """From digits."""
        number = super().__new__(cls, text)
        number.digits = len(text)
        return number


def digits_of(number: object) -> int:
    """How many digits a number was typed with; none if it was said in words."""
    return number.digits if isinstance(number, Typed) else 0


_SHORT_DAYS: Final = {"จ": 0, "อ": 1, "พ": 2, "พฤ": 3, "ศ": 4, "ส": 5, "อา": 6}
_SHORT: Final = "(?:พฤ|อา|[จอพส])"
_NUMERALS: Final = r"""
 (?P<date_digits>(?<![\d.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?:\d{4}|\d\d)
    |\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))(?![\d]|[.:/-]\d))
|(?P<long_number>(?:\+66[\s-]?|(?<![\d.:/]))0\d{1,2}[- ]?\d{3}[- ]?\d{3,4}(?![\d.:])|[\d-]{12,}
    |\d+(?:[.,]\d{3,})+(?:\.\d+)?|\d+,\d{1,2}(?!\d)|\d{5,}(?:[.:]\d+)*|\d+(?:\.\d+){2,}|\d+\s\.\s?\d+|\d+\.{2,}\d+|\#\s?\d+|\$\s?\d+(?:[.,]\d+)*)
|(?P<anytime>(?<!\d)24/7(?!\d))
|(?P<fraction>(?<![\d.])(?!24/7)\d{1,2}\s?/\s?\d{1,2}(?![\d/]))
|(?P<line>(?<![\d.:-])(?<!after\s)(?<!before\s)(?<!at\s)(?<!to\s)(?<!from\s)(?<!by\s)(?<!till\s)(?<!until\s)\d{1,2}[.)]\s+(?=[^\s\d]))
|(?P<percent>\d+(?:\.\d+)?\s?(?:%|เปอเสน|percent))
|(?P<clockface>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2}(?!\d))
|(?P<decimal>\d{1,3}\.\d(?!\d)|(?<![\d.])\.\d{1,2}(?!\d))
|(?P<nth>\d{1,2}(?:st|nd|rd|th)(?![a-z]))
|(?P<number>\d{1,4}(?!\d))
"""
_NUMERAL: Final = re.compile(re.sub(r"(?<!\\)\s+", "", _NUMERALS))
_OTHER: Final = re.compile(r"[a-z]+(?:'[a-z]+)?\d*|[เ-ไ]?[ก-ฮ][ะ-ฺ]*|[^\S\n]+|.|\n")
_SHORT_DAY: Final = re.compile(rf"{_SHORT}\.?(?:(?![ก-๙])|(?<=\.)(?=(?:กับ|และ|หรือ|ถึง)?{_SHORT}\.?(?![ก-๙])))")
_SHORT_RUN: Final = re.compile(rf"{_SHORT}\.?(?=\s?[-/,]\s?{_SHORT})")
"""Such days side by side are days even where a word touches them (``ว่างจ-ศ``)."""
_SHORT_LAST: Final = re.compile(rf"{_SHORT}\.?")
_DOTTED: Final = re.compile(rf"{_SHORT}\.")
_JOINTS: Final = ("กับ", "และ", "หรือ", "ถึง")
_MAY_BE_NUMERAL: Final = frozenset("0123456789+.#$")


class Scanner:
    """Cuts folded text into tokens with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def scan(self, text: str) -> list[Token]:
        """The tokens of the text, without blanks, and with neighbours of no meaning in one token."""
        tokens: list[Token] = []
        bones, places = skeleton(text)
        at = 0
        while at < len(bones):
            kind, value, end = self._next(text, bones, places, at, tokens)
            start, stop = places[at], places[end]
            if kind == "other" and value is None:
                _grow(tokens, start, stop)
            elif kind != "blank":
                tokens.append(Token(kind, start, stop, value))
            at = end
        return tokens

    def _next(
        self, text: str, bones: str, places: list[int], at: int, before: Sequence[Token]
    ) -> tuple[str, object, int]:
        """Kind and value of what begins here, and where it ends."""
        if bones[at] in _MAY_BE_NUMERAL and (numeral := _NUMERAL.match(bones, at)):
            name = str(numeral.lastgroup)
            return name, _VALUES[name](numeral[0]), numeral.end()
        word = self.lexicon.find(text, bones, places, at)
        if word and not (
            (word[1][0] in _DOUBTFUL and self._inside(text, bones, places, at, word[0]))
            or (word[1][0] == "nalika" and word[0] == at + 1 and not _behind_number(before))
            or (word[1][0] == "month" and _within_word(bones, at, word[0]) and not _behind_number(before))
        ):
            end, (kind, value) = word
            if kind == "skill" and (later := self._overlapping(text, bones, places, at, end)):
                return "other", None, later
            return kind, value, end
        if day := self._short_day(text, bones, places, at, before):
            return "weekday", day[0], day[1]
        found = _OTHER.match(bones, at)
        end = found.end() if found else at + 1
        return ("line" if bones[at] == "\n" else "blank" if bones[at].isspace() else "other"), None, end

    def _short_day(
        self, text: str, bones: str, places: list[int], at: int, before: Sequence[Token]
    ) -> tuple[int, int] | None:
        """A day in one or two letters, and where it ends: by itself, or in a row of such between known words."""
        found = _SHORT_DAY.match(bones, at)
        if "ก" <= bones[at - 1 : at] <= "๙" and not bones.endswith(_JOINTS, 0, at):
            known = before and before[-1].kind != "other" and before[-1].end == places[at]
            found = (_SHORT_RUN.match(bones, at) or self._then_known(text, bones, places, at)) if known else None
        elif found is None and _row_of_short(before):
            found = self._then_known(text, bones, places, at, dotted=False)
        name = text[places[at] : places[found.end()]].strip(".") if found else ""
        return (_SHORT_DAYS[name], found.end()) if found and name in _SHORT_DAYS else None

    def _then_known(
        self, text: str, bones: str, places: list[int], at: int, *, dotted: bool = True
    ) -> re.Match[str] | None:
        """A short day that a known word touches (``พฤ.หลัง``, ``จ-ศเย็น``)."""
        found = (_DOTTED if dotted else _SHORT_LAST).match(bones, at)
        return found if found and self.lexicon.find(text, bones, places, found.end()) else None

    def _overlapping(self, text: str, bones: str, places: list[int], at: int, end: int) -> int | None:
        """Where a longer skill begins inside this one (``สื่อการสอน`` in ``ทำสื่อการสอน``)."""
        for later in range(at + 1, end):
            word = self.lexicon.find(text, bones, places, later)
            if word and word[1][0] == "skill" and word[0] > end and word[0] - later > end - at:
                return later
        return None

    def _inside(self, text: str, bones: str, places: list[int], at: int, end: int) -> bool:
        """Whether a short Thai word is rather a piece of a longer one: ``ลา`` in ``กลาง``, in ``ปลา``."""
        if end - at > _SHORT_WORD or not "ก" <= bones[at] <= "๙" or bones[end - 1] == "ะ":
            return False
        if _INITIAL.search(bones[max(0, at - 2) : at]):
            return True
        return bool(_FINAL.match(bones, end)) and self.lexicon.find(text, bones, places, end) is None


def _behind_number(before: Sequence[Token]) -> bool:
    """Whether a letter may stand for *o'clock*; in ``บ้าน`` and ``นอน`` it is a letter."""
    return bool(before) and before[-1].kind in _NUMBERS


_THAI: Final = re.compile("[ก-๎]")


def _within_word(bones: str, at: int, end: int) -> bool:
    """Whether two or three bare letters stand within a word: ``มค`` in ``ฟอร์มครบ``."""
    bare = end - at <= _SHORT_WORD and bool(_THAI.match(bones, end - 1))
    return bare and bool((at and _THAI.match(bones, at - 1)) or _THAI.match(bones, end))


_NUMBERS: Final = frozenset(
    {"number", "clockface", "decimal", "digit_word", "ten_word", "tens_word", "teen_word", "half", "ampm"}
)


def _row_of_short(before: Sequence[Token]) -> bool:
    """A short day and what joins it to the next."""
    return (
        len(before) > 1
        and before[-1].kind in {"joiner", "comma", "slash"}
        and before[-2].kind == "weekday"
        and before[-2].end - before[-2].start <= _SHORT_WORD + 1
    )


_DOUBTFUL_KINDS: Final = "not_done travel delete target question_word correction finish rest deadline"
_DOUBTFUL: Final = frozenset(_DOUBTFUL_KINDS.split())
"""Kinds whose short words would change the meaning of a line if they were found inside longer ones."""
_SHORT_WORD: Final = 3
_FINAL: Final = re.compile("[ก-ฮ](?![ะ-ฺ])")
_INITIAL: Final = re.compile("(?<![เ-ไะ-ฺก-ฮ])[ก-ฮ]$")


def _grow(tokens: list[Token], start: int, end: int) -> None:
    """Add to the last token if that has no meaning either and touches."""
    if tokens and tokens[-1].end == start and (tokens[-1].kind == "other" or _cut_off(tokens[-1])):
        tokens[-1] = Token("other", tokens[-1].start, end)
    else:
        tokens.append(Token("other", start, end))


def _cut_off(token: Token) -> bool:
    """A short particle that more letters follow was the beginning of a word (``ค่า`` in ``ค่ารถ``)."""
    return token.kind == "particle" and token.end - token.start <= 3 and token.end - token.start > 1


def _digits(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text))


def _face(text: str) -> Face:
    separator = ":" if ":" in text else "."
    whole, part = text.split(separator)[:2]
    return Face(int(whole), part, separator)


_VALUES: Final[dict[str, Callable[[str], object]]] = {
    "date_digits": _digits,
    "long_number": lambda _text: None,
    "anytime": lambda _text: None,
    "fraction": _digits,
    "percent": lambda _text: None,
    "clockface": _face,
    "line": lambda _text: None,
    "decimal": float,
    "nth": lambda text: int(text[:-2]),
    "number": Typed,
}
