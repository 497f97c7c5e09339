"""A lexicon of typed words, found longest first, and forgiving: long Thai words are known by their skeletons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby, product
from os.path import commonprefix
from typing import Any, Final

_KEPT: Final = re.compile("(?:(?![ก-ฮ][ิุ]?์|ฟฟ)[^็่้๊๋์])+|ฟ(?=ฟ)")
_ALIKE: Final = str.maketrans({"ี": "ิ", "ู": "ุ", "ศ": "ส", "ษ": "ส", "ซ": "ส", "ณ": "น", "ฏ": "ฎ", "ค": "ก"})
_LONG: Final = 5
"""Letters that a skeleton has at least to stand for its word alone; shorter words must be spelt as listed."""
_SHORT: Final = 4
_HISSES: Final = re.compile("[ศษส]")
_THAI_VOWELS: Final = frozenset(map(chr, range(0x0E30, 0x0E3B)))
_END: Final = ""
"""The key in a node of the tree under which stands whether a word that ends there counts only as a whole one."""

Meaning = tuple[str, Any]
Tree = dict[str, Any]
"""By the next letter: all letters until the words part or one of them ends, and the node there."""


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
        self.hissed: dict[str, Meaning] = {}
        """Short words with ส for ศ and ษ, which sound alike."""
        bones: dict[str, bool] = {}
        for kind, values in words.items():
            for value, listed in values.items():
                for form in map(str.strip, listed.split("|")):
                    self._add(form, (kind, value), bones)
        self.tree = _tree(sorted(bones), bones, 0)

    def _add(self, form: str, meaning: Meaning, bones: dict[str, bool]) -> None:
        """The form in its spacings, and its skeleton if that is long enough, also with silent letters not marked so."""
        for spelt in _spacings(form):
            self.exact.setdefault(spelt, meaning)
            bone = skeleton(spelt)[0]
            bones[bone] = False
            if _is_thai(form) and len(spelt) >= _SHORT and _HISSES.search(spelt):
                self.hissed.setdefault(_HISSES.sub("ส", spelt), meaning)
            if not _is_thai(form) or len(bone.replace(" ", "")) < _LONG:
                continue
            self.forgiving.setdefault(bone, meaning)
            if "์" in spelt:
                unsigned = skeleton(spelt.replace("์", ""))[0]
                self.forgiving.setdefault(unsigned, meaning)
                bones[unsigned] = bones.get(unsigned, True) and spelt.endswith("์")

    def find(self, text: str, bones: str, places: list[int], at: int) -> tuple[int, Meaning] | None:
        """The longest word that begins at a place in the skeleton, and where it ends; ``None`` if there is none."""
        ends: list[tuple[int, bool]] = []
        node, end = self.tree, at
        while end < len(bones) and (edge := node.get(bones[end])) and bones.startswith(edge[0], end):
            end, node = end + len(edge[0]), edge[1]
            if _END in node:
                ends.append((end, node[_END]))
        for end, whole in reversed(ends):
            spelt, bone = text[places[at] : places[end]], bones[at:end]
            meaning = self.exact.get(spelt) or self.hissed.get(_HISSES.sub("ส", spelt)) or self.forgiving.get(bone)
            if meaning is not None and _ends_there(bones, at, end, whole=whole):
                return end, meaning
        return None


def _ends_there(bones: str, at: int, end: int, *, whole: bool) -> bool:
    """Whether a word may begin and end at these places: not inside a Latin word or a Thai syllable."""
    following = bones[end : end + 1]
    if "a" <= bones[end - 1] <= "z" and ("a" <= following <= "z" or bones[end : end + 2] == "'t"):
        return False
    if "a" <= bones[at] <= "z" and at and "a" <= bones[at - 1] <= "z":
        return False
    if bones[at] >= "ก" and following in _THAI_VOWELS:
        return False
    return not (whole and "ก" <= following <= "ไ")


def _spacings(form: str) -> Iterable[str]:
    """The form with its blanks typed or left out; in Latin letters also with hyphens."""
    parts = form.split(" ")
    if len(parts) == 1:
        return (form,)
    if len(parts) > 3:
        return ("".join(parts), form)
    joints = ("", " ") if _is_thai(form) else (" ", "", "-")
    return (
        "".join(map("".join, zip(parts, (*mix, ""), strict=True))) for mix in product(joints, repeat=len(parts) - 1)
    )


def _is_thai(form: str) -> bool:
    return "ก" <= form[0] <= "๙"


def _tree(words: list[str], whole: Mapping[str, bool], at: int) -> Tree:
    """The node of sorted words that are alike before ``at``; ``whole`` ones count only where no Thai letter follows."""
    node: Tree = {}
    if words and len(words[0]) == at:
        node[_END] = whole[words[0]]
        words = words[1:]
    for letter, group in groupby(words, key=lambda word: word[at]):
        alike = list(group)
        end = at + len(commonprefix([alike[0][at:], alike[-1][at:]]))  # noqa: RUF071 (of texts, not of paths)
        node[letter] = (alike[0][at:end], _tree(alike, whole, end))
    return node
