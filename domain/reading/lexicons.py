"""The lexicons, built once for each kind of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from domain.reading import words
from domain.reading.normalise import normalise
from domain.reading.scan import Scanner
from domain.reading.skill_words import SKILL_CONTEXT, STOPS
from domain.reading.lexicon import Lexicon
from domain.reading.words import Words
from domain.skills import TAXONOMY

_BORDER: Final = re.compile("(?<=[ก-๙])(?=[a-z0-9])|(?<=[a-z0-9])(?=[ก-๙])")


def _together(groups: Iterable[Words]) -> Words:
    """Several tables of words as one; what stands first wins."""
    all_words: Words = {}
    for group in groups:
        for kind, values in group.items():
            table = all_words.setdefault(kind, {})
            for value, forms in values.items():
                table[value] = f"{table[value]}|{forms}" if value in table else forms
    return all_words


@cache
def time_scanner() -> Scanner:
    """Cuts lines about hours worked."""
    shared = (words.NUMBERS, words.UNITS, words.DAYS, words.CLOCK, words.CONNECTIVES)
    return Scanner(Lexicon(_together((*shared, words.INTENTS, words.PLACEHOLDERS))))


@cache
def week_scanner() -> Scanner:
    """Cuts lines about free time."""
    shared = (words.NUMBERS, words.UNITS, words.DAYS, words.CLOCK, words.CONNECTIVES)
    corrections = {"correction": words.INTENTS["correction"], "other": words.PLACEHOLDERS["other"]}
    return Scanner(Lexicon(_together((words.AVAILABILITY, *shared, corrections))))


@cache
def skill_scanner() -> Scanner:
    """Cuts lines about skills; the taxonomy's own words are of kind ``skill`` with the id as value."""
    forms: dict[str, list[str]] = {}
    for skill in TAXONOMY.values():
        typed = {normalise(form) for form in (skill.th, skill.en, *skill.forms)}
        forms[skill.id] = [_spaced(form) for form in sorted(typed) if _plain(form) == form or _plain(form) not in typed]
    skills: Words = {"stop": {0: STOPS}, "skill": {skill: "|".join(listed) for skill, listed in forms.items()}}
    return Scanner(Lexicon(_together((skills, SKILL_CONTEXT))))


def _plain(form: str) -> str:
    """``ทำบัญชี`` is found by ``บัญชี``; without the verb, a longer form after it is found too."""
    return form.removeprefix("เป็น").removeprefix("ทำ").strip()


def _spaced(form: str) -> str:
    """A form in which a blank may be left out where the script changes."""
    return _BORDER.sub(" ", form).replace("|", " ")
