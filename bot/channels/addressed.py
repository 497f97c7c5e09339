"""Whether words in a group are meant for us, and what they say without our name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from bot.channels.text_limits import clean

NAME: Final = "HandUp"
"""What people call us, whatever the account is called."""
MOST: Final = 100
"""So much of what is said to us in a group is kept: all that we understand there is shorter."""
_AFTER: Final = r"(?![A-Za-z0-9_])[\s:,.!?-]*"


def words_for_us(text: str, names: Iterable[str]) -> str | None:
    """What the words say behind one of our names, if they begin with it; ``None`` if they are not for us."""
    known = sorted({name.removeprefix("@") for name in (NAME, *names) if name}, key=len, reverse=True)
    listed = "|".join(re.escape(name) for name in known)
    found = re.match(rf"\s*@?(?:{listed}){_AFTER}", text, re.IGNORECASE)
    return kept(text[found.end() :]) if found else None


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text without these spans (begin and length in UTF-16 units, as both platforms count)."""
    units = text.encode("utf-16-le", "surrogatepass")
    for begin, length in sorted(spans, reverse=True):
        units = units[: 2 * begin] + units[2 * (begin + length) :]
    return units.decode("utf-16-le", "replace")


def span(begin: Any, length: Any) -> tuple[int, int] | None:
    """Where something stands in a text, if these are numbers that can say so."""
    numbers = (begin, length)
    if all(isinstance(each, int) and not isinstance(each, bool) and 0 <= each < 2**20 for each in numbers):
        return begin, length
    return None


def kept(text: str) -> str:
    """What is kept of words that are for us."""
    return " ".join(clean(text).split())[:MOST]
