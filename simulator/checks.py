"""The small checks that LINE's rules for a request body are made of; each yields the problems it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import regex  # type: ignore[import-untyped,unused-ignore]

Plain = dict[str, Any]
Unit = Callable[[str], int]

THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


class Problem(NamedTuple):
    """One thing wrong with a request body, as LINE's ``details`` name it."""

    property: str
    message: str


Problems = Iterator[Problem]


def utf16(text: str) -> int:
    """The length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """The length in grapheme clusters, as people count letters."""
    return len(regex.findall(r"\X", text))


def words(thing: Plain, name: str, path: str, most: int, unit: Unit = utf16, needed: bool = True) -> Problems:
    """A text of at most so many units."""
    text = thing.get(name)
    if text is None or text == "":
        if needed or text == "":
            yield Problem(at(path, name), "May not be empty")
    elif not isinstance(text, str):
        yield Problem(at(path, name), "Must be a string")
    elif unit(text) > most:
        yield Problem(at(path, name), f"Length must be between 0 and {most}")


def one_of(thing: Plain, name: str, path: str, allowed: Collection[str], needed: bool = False) -> Problems:
    """One of a fixed set of values."""
    value = thing.get(name)
    if value is None and not needed:
        return
    if value is None:
        yield Problem(at(path, name), "May not be empty")
    elif not isinstance(value, str) or value not in allowed:
        listed = ", ".join(sorted(allowed))
        yield Problem(at(path, name), f"Must be one of the following values: [{listed}]")


def kind_of(thing: Plain, known: Collection[str]) -> str:
    """The ``type`` of a thing when it is a known one, else nothing."""
    kind = thing.get("type")
    return kind if isinstance(kind, str) and kind in known else ""


def items(thing: Plain, name: str, path: str, least: int, most: int) -> tuple[list[Any], list[Problem]]:
    """A list of so many, and what is wrong with its size."""
    value = thing.get(name)
    if not isinstance(value, list):
        return [], [Problem(at(path, name), "May not be empty")]
    if not least <= len(value) <= most:
        return value, [Problem(at(path, name), f"Size must be between {least} and {most}")]
    return value, []


def things(thing: Plain, name: str, path: str, least: int, most: int) -> tuple[list[tuple[str, Plain]], list[Problem]]:
    """A list of so many objects with the path of each, and what is wrong with it."""
    value, problems = items(thing, name, path, least, most)
    paths = [f"{at(path, name)}[{place}]" for place in range(len(value))]
    problems += [
        Problem(where, "May not be empty")
        for where, each in zip(paths, value, strict=True)
        if not isinstance(each, dict)
    ]
    return [(where, each) for where, each in zip(paths, value, strict=True) if isinstance(each, dict)], problems


def thing_at(parent: Plain, name: str, path: str) -> tuple[Plain, list[Problem]]:
    """A needed object, and the complaint when it is missing."""
    value = parent.get(name)
    if isinstance(value, dict):
        return value, []
    return {}, [Problem(at(path, name), "May not be empty")]


def url(
    thing: Plain, name: str, path: str, schemes: Collection[str] = ("https",), most: int = 2000, needed: bool = True
) -> Problems:
    """An address with one of the schemes, or on this machine, which has no certificate."""
    found = list(words(thing, name, path, most, needed=needed))
    yield from found
    value = thing.get(name)
    if value and not found and scheme_of(str(value)) not in schemes and not callable_from_outside(str(value)):
        yield Problem(at(path, name), "Must be a valid URL with the scheme " + " or ".join(schemes))


def scheme_of(address: str) -> str:
    """The scheme of an address; nothing when it is none."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""


def callable_from_outside(address: str) -> bool:
    """May a platform call this address? HTTPS anywhere, and this machine, which a real platform could not reach."""
    try:
        parts = urlsplit(address)
        return (parts.scheme == "https" and bool(parts.hostname)) or parts.hostname in THIS_MACHINE
    except ValueError:
        return False


def number(thing: Plain, name: str, path: str, least: float, most: float) -> Problems:
    """A needed number within bounds."""
    value = thing.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        yield Problem(at(path, name), f"Must be a number between {least:g} and {most:g}")


def truth(thing: Plain, name: str, path: str) -> Problems:
    """Either true or false, or left out."""
    if not isinstance(thing.get(name, False), bool):
        yield Problem(at(path, name), "Must be a boolean")


def shaped(thing: Plain, name: str, path: str, pattern: str) -> Problems:
    """A text that looks like the pattern, or left out."""
    value = thing.get(name)
    if value is not None and not (isinstance(value, str) and re.fullmatch(pattern, value)):
        yield Problem(at(path, name), "Must be in a valid format")


def at(path: str, name: str) -> str:
    """The path of a property."""
    return f"{path}.{name}" if path else name
