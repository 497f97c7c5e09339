"""A lexicon of typed words, found longest first, and forgiving: long Thai words are known by their skeletons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import Any, Final

_KEPT: Final = re.compile("(?:(?![ก-ฮ][ิุ]?์|ฟฟ)[^็่้๊๋์])+|ฟ(?=ฟ)")
_ALIKE: Final = str.maketrans({"ี": "ิ", "ู": "ุ", "ศ": "ส", "ษ": "ส", "ซ": "ส", "ณ": "น", "ฏ": "ฎ", "ค": "ก"})
_LONG: Final = 5
"""Letters that a skeleton has at least to stand for its word alone; shorter words must be spelt as listed."""
_NO_VOWEL_NEXT: Final = "(?![ะ-ฺ])"
_NO_LETTER_BEFORE: Final = "(?<![a-z])"
_NO_LETTER_NEXT: Final = "(?![ก-ฮเ-ไ])"
_WORD_END: Final = "(?!'t|[a-z])"

Meaning = tuple[str, Any]
Trie = dict[str, "Trie"]


def skeleton(text: str) -> tuple[str, list[int]]:
    """The text without tone marks and silent letters, look-alikes made one; and where each letter of it stood."""
    kept: list[str] = []
    places: list[int] = []
    for found in _KEPT.finditer(text):
        kept.append(found[0])
        places.extend(range(*found.span()))
    places.append(len(text))
    return "".join(kept).translate(_ALIKE), places


class Lexicon:
    """Words of both languages, each with its kind and value."""

    def __init__(self, words: Mapping[str, Mapping[Any, str]]) -> None:
        """Build from kind -> value -> forms, the forms parted by ``|``; a blank in a form may be left out."""
        self.exact: dict[str, Meaning] = {}
        self.forgiving: dict[str, Meaning] = {}
        self.unsigned: set[str] = set()
        for kind, values in words.items():
            for value, listed in values.items():
                for form in map(str.strip, listed.split("|")):
                    self._add(form, (kind, value))
        self.pattern = _pattern({skeleton(form)[0] for form in self.exact} | self.unsigned)

    def _add(self, form: str, meaning: Meaning) -> None:
        """The form in its spacings, and its skeleton if that is long enough, also with silent letters not marked so."""
        for spelt in _spacings(form):
            self.exact.setdefault(spelt, meaning)
            bone, unsigned = skeleton(spelt)[0], skeleton(spelt.replace("์", ""))[0]
            if not _is_thai(form) or len(bone.replace(" ", "")) < _LONG:
                continue
            self.forgiving.setdefault(bone, meaning)
            if unsigned != bone:
                self.forgiving.setdefault(unsigned, meaning)
                self.unsigned.add(unsigned + _NO_LETTER_NEXT if spelt.endswith("์") else unsigned)

    def meaning(self, spelt: str, bone: str) -> Meaning | None:
        """Kind and value of a stretch of text and of its skeleton."""
        return self.exact.get(spelt) or self.forgiving.get(bone)


def _spacings(form: str) -> Iterable[str]:
    """The form with its blanks typed or left out; in Latin letters also with hyphens."""
    parts = form.split(" ")
    joints = ("", " ") if _is_thai(form) else (" ", "", "-")
    if len(parts) > 3:
        return ("".join(parts), form)
    return ("".join(map("".join, zip(parts, (*mix, ""), strict=True))) for mix in product(joints, repeat=len(parts) - 1))


def _is_thai(form: str) -> bool:
    return "ก" <= form[0] <= "๙"


def _is_latin(form: str) -> bool:
    return form[0].isascii() and form[0].isalnum()


def _pattern(bones: Iterable[str]) -> str:
    """One pattern for all, factored by their beginnings: Thai words, Latin words, signs."""
    thai: Trie = {}
    latin: Trie = {}
    signs: Trie = {}
    for bone in bones:
        node = thai if _is_thai(bone) else latin if _is_latin(bone) else signs
        for letter in bone.removesuffix(_NO_LETTER_NEXT):
            node = node.setdefault(re.escape(letter), {})
        if bone.endswith(_NO_LETTER_NEXT):
            node = node.setdefault(_NO_LETTER_NEXT, {})
        elif bone[-1].isascii() and bone[-1].isalnum():
            node = node.setdefault(_WORD_END, {})
        node[""] = {}
    return f"(?:{_render(thai)}){_NO_VOWEL_NEXT}|{_NO_LETTER_BEFORE}(?:{_render(latin)})|(?:{_render(signs)})"


def _render(node: Trie) -> str:
    """A node of the factored pattern, the longer words first."""
    branches = [atom + _render(child) for atom, child in sorted(node.items(), key=_end_last) if atom]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body


def _end_last(item: tuple[str, Trie]) -> tuple[bool, str]:
    return item[0] in {_WORD_END, _NO_LETTER_NEXT}, item[0]
