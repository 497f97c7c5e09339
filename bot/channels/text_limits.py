"""How long a text is as the platforms count it, and how to cut it without breaking a letter."""

from __future__ import annotations

import regex

_GRAPHEME = regex.compile(r"\X")
_ELLIPSIS = "…"
_UNITS_A_GRAPHEME = 12
_BREAKS = ("\n\n", "\n", " ")


def clean(text: str) -> str:
    """The text without what no database and no platform takes: NUL, and halves of a surrogate pair."""
    text = text.replace("\0", "")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def units(text: str) -> int:
    """Length in UTF-16 code units, which both platforms count texts in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """Length in letters as a reader sees them, which LINE counts labels in: ``ที่`` is one."""
    return len(_GRAPHEME.findall(text))


def shorten(text: str, most: int) -> str:
    """The text on one line in at most ``most`` graphemes, ending in ``…`` where something was cut; never empty."""
    line = " ".join(clean(text).split()) or _ELLIPSIS
    if len(line) <= most:
        return line
    letters = _GRAPHEME.findall(line)
    if len(letters) > most:
        line = "".join(letters[: most - 1]).rstrip() + _ELLIPSIS
    # A heap of accents is one grapheme; nobody's label needs so many.
    return cut(line, most * _UNITS_A_GRAPHEME)


def cut(text: str, most: int) -> str:
    """The start of the text in at most ``most`` UTF-16 units, ending in ``…`` where something was cut."""
    if units(text) <= most:
        return text
    return text[: _whole(text, most - 1)].rstrip() + _ELLIPSIS


def split(text: str, most: int) -> list[str]:
    """The text in pieces of at most ``most`` (2 or more) UTF-16 units, broken between paragraphs, lines or words."""
    pieces = []
    rest = clean(text).strip()
    while units(rest) > most:
        end = _break(rest, most)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*pieces, rest] if rest or not pieces else pieces


def _break(text: str, most: int) -> int:
    """Where the first piece ends: at the best break in its second half, else between two letters."""
    end = _whole(text, most)
    for mark in _BREAKS:
        place = text.rfind(mark, end // 2, end + 1)
        if place > 0:
            return place
    return end


def _whole(text: str, most: int) -> int:
    """How many code points of the text are whole graphemes within ``most`` units; a giant one is cut inside."""
    end = used = 0
    for match in _GRAPHEME.finditer(text):
        used += units(match[0])
        if used > most:
            break
        end = match.end()
    return end or len(text.encode("utf-16-le", "surrogatepass")[: 2 * most].decode("utf-16-le", "ignore"))
