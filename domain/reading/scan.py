"""From a line to typed tokens: numerals first, then the words of a lexicon, and whatever is left as ``other``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from domain.reading.lexicon import Lexicon, skeleton
from domain.reading.tokens import Token

LONGEST_LINE: Final = 1000
"""A line of more characters is a text, not an answer."""


class Face(NamedTuple):
    """Digits as on a clock's face or in a price: ``9.30``, ``9:30``; which of the two, the words around them tell."""

    whole: int
    part: str
    separator: str


_SHORT_DAYS: Final = {"จ": 0, "อ": 1, "พ": 2, "พฤ": 3, "ศ": 4, "ส": 5, "อา": 6}
_SHORT: Final = "(?:พฤ|อา|[จอพศส])"
_NUMERALS: Final = r"""
 (?P<date_digits>(?<![\d.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?:\d{4}|\d\d)
    |\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))(?![\d]|[.:/-]\d))
|(?P<long_number>(?:\+66[\s-]?|(?<![\d.:/]))0\d{1,2}[- ]?\d{3}[- ]?\d{3,4}(?![\d.:])|[\d-]{12,}|\d+(?:[.,]\d{3,})+(?:\.\d+)?|\d+,\d{1,2}(?!\d)
    |\d{5,}(?:[.:]\d+)*|\d+(?:\.\d+){2,}|\#\s?\d+|\$\s?\d+(?:[.,]\d+)*)
|(?P<anytime>(?<!\d)24/7(?!\d))
|(?P<fraction>(?<![\d.])(?!24/7)\d{1,2}\s?/\s?\d{1,2}(?![\d/]))
|(?P<percent>\d+(?:\.\d+)?\s?(?:%|เปอร์เซ็นต์|เปอร์เซนต์|percent))
|(?P<clockface>\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,2}\.\d{2}(?!\d))
|(?P<decimal>\d{1,3}\.\d(?!\d)|(?<!\d)\.\d{1,2}(?!\d))
|(?P<nth>\d{1,2}(?:st|nd|rd|th)(?![a-z]))
|(?P<number>\d{1,4}(?!\d))
"""
_SHORT_DAY: Final = rf"(?<![ก-๙a-z])(?P<weekday>{_SHORT})\.?(?:(?![ก-๙])|(?<=\.)(?={_SHORT}\.?(?![ก-๙])))"
_REST: Final = r"(?P<blank>[^\S\n]+)|(?P<newline>\n)|(?P<other>[a-z]+(?:'[a-z]+)?\d*|[เ-ไ]?[ก-ฮ][ะ-ฺ]*|.)"


class Scanner:
    """Cuts folded text into tokens with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Compile the lexicon into one pattern."""
        self.lexicon = lexicon
        numerals = re.sub(r"(?<!\\)\s+", "", _NUMERALS)
        pattern = f"{numerals}|(?P<word>{lexicon.pattern})|{_SHORT_DAY}|{_REST}"
        self.pattern = re.compile(pattern)

    def scan(self, text: str) -> list[Token]:
        """The tokens of the text, without blanks, and with neighbours of no meaning in one token."""
        tokens: list[Token] = []
        bones, places = skeleton(text)
        for found in self.pattern.finditer(bones):
            name = found.lastgroup
            if name == "blank" or name is None:
                continue
            start, end = places[found.start()], places[found.end()]
            meaning = self.lexicon.meaning(text[start:end], found[0]) if name == "word" else None
            if meaning is not None:
                tokens.append(Token(meaning[0], start, end, meaning[1]))
            elif name == "word" and _stands_alone(text, start, end) and text[start:end] in _SHORT_DAYS:
                tokens.append(Token("weekday", start, end, _SHORT_DAYS[text[start:end]]))
            elif name in {"other", "word"}:
                _grow(tokens, start, end)
            else:
                tokens.append(_numeral(name, text[start:end], start, end))
        return tokens


def _stands_alone(text: str, start: int, end: int) -> bool:
    """No Thai letter touches."""
    return not ("ก" <= text[start - 1 : start] <= "๙" or "ก" <= text[end : end + 1] <= "๙")


def _grow(tokens: list[Token], start: int, end: int) -> None:
    """Add to the last token if that has no meaning either and touches."""
    if tokens and tokens[-1].kind == "other" and tokens[-1].end == start:
        tokens[-1] = Token("other", tokens[-1].start, end)
    else:
        tokens.append(Token("other", start, end))


def _numeral(name: str, text: str, start: int, end: int) -> Token:
    """A numeral, a short weekday or a line's end as a token."""
    if name == "newline":
        return Token("line", start, end)
    value = _VALUES[name](text)
    return Token(name, start, end, value)


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
    "decimal": float,
    "nth": lambda text: int(text[:-2]),
    "number": float,
    "weekday": lambda text: _SHORT_DAYS[text.strip(".")],
}
