"""Kinds of skill forms that the rules tell apart: heads, generic words, verbs, and words too short to trust."""

from __future__ import annotations

from typing import Final

from domain.reading.words import tables


def _listed(kind: str) -> tuple[str, ...]:
    """The forms of one kind, as they stand in the file."""
    return tuple(tables("skill_words")["forms"][kind][0].split("|"))


HEADS: Final = frozenset(_listed("heads"))
"""English nouns that come last in their phrase: what stands before them is their topic."""
GENERIC: Final = frozenset(_listed("generic"))
"""Forms that mean less than a more exact one beside them."""
VERBS: Final = frozenset(_listed("verbs"))
"""English verbs: the skill words after them are their objects."""
THAI_VERBS: Final = _listed("thai_verbs")
"""How a Thai form begins that starts a new item of a list without a blank."""
WHOLE: Final = frozenset(_listed("whole"))
"""Forms too short or too common to count when more letters follow without a blank."""
REAL: Final = frozenset(_listed("real"))
"""Words one slip away from a skill's word that are words themselves."""
