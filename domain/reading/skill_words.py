"""Kinds of skill forms that the rules tell apart, and what stands around a form that is not the sender's own."""

from __future__ import annotations

import re
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
PRODUCTS: Final = frozenset(_listed("products"))
"""What is made and looked at: praised, it is another's work and no skill."""
PLACES: Final = frozenset(_listed("places"))
"""Forms that name a place, where one may work as anything."""

_WORKS_AT: Final = re.compile(r"\bwork(?:s|ed|ing)? (?:in|at|for) (?:an? |the )?$")
_SOUGHT: Final = re.compile(r"(?<!ปัญ)(?<!จัด)(?<!สรร)(?<!ค้น)(?<!เนื้อ)(?<!พา)(?<!ไป)หา\s?$")
"""``หานักบัญชี``: whoever is looked for is not oneself."""
_POINTED_AT: Final = re.compile(
    r"(?:^|[.,!?;]\s*)(?:and |so |well |but )?(?:the|this|that|these|those|our|your)(?: new| latest| last)? $"
)
"""A sentence that begins so speaks of a thing or a person there: ``the training was``, ``our designer left``."""
_PRAISED: Final = re.compile(
    r"(?:(?:^|[.!,]\s*|\b(?:what|such|so|very|really) (?:an? )?)"
    r"(?:great|nice|good|lovely|beautiful|cool|awesome|amazing|cute|wonderful|fantastic) |\bwhat an? |ชอบ|รัก)$"
)
_PERSON: Final = re.compile(r"\bmy (?:own )?$|(?<!\bas )(?<!'m )(?<!\bam )(?<!\bwas )\b(?:the|your|their) $")
_PERSON_FORM: Final = re.compile(r"(?:[^d]er|or|ist|ant|ian|nurse)s?$")
_SPOKEN_OF: Final = re.compile(
    r" (?:is|are|was|were|will|should|makes?)\b"
    r"(?! (?:also )?(?:my|mine|what|where|ok|okay|fine|good|easy|something|one|no problem|the|not|i"
    r"|an? (?:hobby|passion|strength|skill|joy))\b)"
)
"""What follows a skill's word that begins its sentence: of it something is said, ``AI will``."""
_OF_OTHERS: Final = re.compile(
    "(?:ของ(?:เรา|ทีม|โครงการ|มูลนิธิ|บริษัท|องค์กร|พี่|น้อง)|(?:คน|ท่าน|อัน|วัน)(?:นี้|นั้น)|ที่(?:นั่น|นี่)|เมื่อวาน)"
)
"""What follows a noun that begins its sentence: ``ล่ามวันนี้เก่งมาก``, ``เว็บของมูลนิธิ``."""
_DONE_FOR_GOOD: Final = re.compile(r"\s*(?:อยู่|ต่อ|อีก)?\s*(?:แล้ว|ละ(?![ก-๙])|อีก|any ?more)")


def sought(form: str, line: str, start: int) -> bool:
    """Whether the form that starts there is looked for: ``หานักบัญชี``."""
    return not form.startswith("หา") and bool(_SOUGHT.search(line, 0, start))


def pointed_at(form: str, line: str, start: int) -> str:
    """Why words beside it make it another's or a thing: ``my lawyer``, ``the training``, ``great video``; or empty."""
    before = line[:start]
    if form in PRODUCTS and _PRAISED.search(before):
        return "remark"
    begins = before.rstrip()[-1:] in {"", ".", "!", "?"}
    if not form[:1].isascii():
        noun = begins and not form.startswith(THAI_VERBS)
        return "remark" if noun and _OF_OTHERS.match(line, start + len(form)) else ""
    if form in PLACES and _WORKS_AT.search(before):
        return "employer"
    if _PERSON.search(before) and _PERSON_FORM.search(form):
        return "someone_else"
    spoken_of = begins and _SPOKEN_OF.match(line, start + len(form))
    return "remark" if spoken_of or _POINTED_AT.search(before) else ""


def for_good(line: str, end: int) -> bool:
    """Whether a denial of the form that ends there says that it is over: ``ไม่ได้สอนแล้ว``, ``anymore``."""
    return bool(_DONE_FOR_GOOD.match(line, end))
