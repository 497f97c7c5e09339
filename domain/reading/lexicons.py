"""The lexicons, built once for each kind of reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from domain.reading.lexicon import Lexicon
from domain.reading.scan import Scanner
from domain.reading.words import Words, tables
from domain.skills import TAXONOMY, Skill

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


_ONLY_THAI: Final = re.compile("[ก-๎]{3,}")
_MADE: Final = re.compile("คลิป|วิดีโอ|วีดีโอ|พอดแคสต์|หนัง|เทป|สารคดี")
"""What may be told by its own length; such words are of a kind of their own."""
_PREFIX: Final = re.compile(r"^(?:เป็น|ทำ|งาน|ที่ปรึกษา|ให้คำปรึกษา|ปรึกษา|ด้าน|สาย)+\s*(?=.)")
_SHARED: Final = ("numbers", "units", "days", "clock", "connectives")


@cache
def _thai_words() -> Words:
    """Thai words for work: in them no word of time is to be found (``ลบ`` in ``แปลบท``)."""
    forms = (form for skill in TAXONOMY.values() for form in skill.forms)
    return {"other": {0: "|".join(form for form in forms if _ONLY_THAI.fullmatch(form) and not _MADE.search(form))}}


@cache
def time_scanner() -> Scanner:
    """Cuts lines about hours worked."""
    time = tables("time_words")
    groups = (*(time[group] for group in (*_SHARED, "intents", "names")), _thai_words())
    return Scanner(Lexicon(_together(groups)))


@cache
def week_scanner() -> Scanner:
    """Cuts lines about free time."""
    time = tables("time_words")
    more: Words = {"correction": time["intents"]["correction"], "other": time["names"]["other"]}
    return Scanner(Lexicon(_together((time["week"], *(time[group] for group in _SHARED), more, _thai_words()))))


@cache
def skill_scanner() -> Scanner:
    """Cuts lines about skills; the taxonomy's own words are of kind ``skill`` with the id as value."""
    around = tables("skill_words")
    skills: Words = {"skill": {skill.id: "|".join(_forms(skill)) for skill in TAXONOMY.values()}}
    return Scanner(Lexicon(_together((around["else"], skills, around["around"]))))


def _forms(skill: Skill) -> list[str]:
    """The forms of a skill as they are looked for."""
    typed = {form.lower() for form in (skill.th, skill.en, *skill.forms)}
    return [_BORDER.sub(" ", form) for form in sorted(typed) if _plain(form) == form or _plain(form) not in typed]


def _plain(form: str) -> str:
    """``ทำบัญชี`` is found by ``บัญชี``; without the verb, a longer form after it is found too."""
    return _PREFIX.sub("", form)
