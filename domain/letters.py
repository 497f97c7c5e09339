"""A work reference: what it says, as plain data that is signed, and the code by which anybody can check it."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.ledger import Grade, Line

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without letters and digits that look alike: a code is read from paper."""
GROUPS, LETTERS = 4, 4
"""Sixteen of thirty letters: 78 bits, so that codes cannot be guessed one after the other."""
VERSION: Final = 1
MOST_PRAISE: Final = 300
"""So many letters of the organisation's words are quoted."""
NOT_ON_PAPER: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "So", "Sk"})
"""Characters that turn text around, say nothing, or that our letters' font does not have (pictures among them)."""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a letter says."""

    code: str
    version: int
    """Of the letters about one role of one person: 1, 2, …"""
    name_th: str
    """As the volunteer chose it; one of the two may be empty."""
    name_en: str
    role: str
    project: str
    organisation: str
    began_on: date
    ended_on: date
    minutes: int
    """Verified ones."""
    skills: Sequence[str]
    """Ids of the taxonomy."""
    praise: str
    """What the organisation says of the volunteer, in its own words; may be empty."""
    issuer: str
    issued_on: date


def plain(content: Content) -> dict[str, Any]:
    """The letter as plain data, to be signed and kept."""
    return {
        "format": VERSION,
        "code": content.code,
        "version": content.version,
        "name": {"th": content.name_th, "en": content.name_en},
        "role": content.role,
        "project": content.project,
        "organisation": content.organisation,
        "from": content.began_on.isoformat(),
        "until": content.ended_on.isoformat(),
        "minutes": content.minutes,
        "skills": list(content.skills),
        "praise": content.praise,
        "issuer": content.issuer,
        "issued": content.issued_on.isoformat(),
    }


def content_of(said: Mapping[str, Any]) -> Content:
    """The letter that :func:`plain` wrote."""
    return Content(
        code=said["code"],
        version=said["version"],
        name_th=said["name"]["th"],
        name_en=said["name"]["en"],
        role=said["role"],
        project=said["project"],
        organisation=said["organisation"],
        began_on=date.fromisoformat(said["from"]),
        ended_on=date.fromisoformat(said["until"]),
        minutes=said["minutes"],
        skills=tuple(said["skills"]),
        praise=said["praise"],
        issuer=said["issuer"],
        issued_on=date.fromisoformat(said["issued"]),
    )


# ---------------------------------------------------------------- what it is about


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody's entries for a role come to."""

    minutes: int
    """Verified ones."""
    waiting: int
    """Those that nobody has verified (yet); a letter does not count them."""
    began_on: date | None
    """The first and the last day with verified hours, if there are any."""
    ended_on: date | None
    skills: tuple[str, ...]
    """Those that the verified entries name."""
    entries: tuple[str, ...]
    """The verified ones."""


def work_of(lines: Iterable[Line]) -> Work:
    """What these entries come to; entries that adjust others count with them, so a day may come to nothing."""
    counted = [each for each in lines if each.counts]
    verified = [each for each in counted if each.grade == Grade.VERIFIED]
    by_day: Counter[date] = Counter()
    for each in verified:
        by_day[each.worked_on] += each.minutes
    days = sorted(day for day, minutes in by_day.items() if minutes > 0)
    minutes = max(0, sum(by_day.values()))
    return Work(
        minutes,
        max(0, sum(each.minutes for each in counted) - minutes),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(sorted({each.skill for each in verified if each.skill})),
        tuple(each.entry for each in verified),
    )


def on_paper(text: str) -> str:
    """Somebody's words as they can stand in a letter: on one line, without pictures and what cannot be seen."""
    composed = unicodedata.normalize("NFC", text.replace("\ufe0f", ""))
    kept = (each if unicodedata.category(each) not in NOT_ON_PAPER else " " for each in composed)
    return " ".join("".join(kept).split())


def quoted(praise: str) -> str:
    """The organisation's words as a letter quotes them, cut where they are too long."""
    words = on_paper(praise)
    if len(words) <= MOST_PRAISE:
        return words
    head = words[: MOST_PRAISE - 1]
    whole = head.rpartition(" ")[0]
    return f"{whole if len(whole) > MOST_PRAISE // 2 else head}…"


# ---------------------------------------------------------------- the code


def new_code() -> str:
    """A code such as ``7K3M-9QPD-2XWT-HF5A``."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))


def read_code(text: str) -> str | None:
    """The code that was typed or stands in an address, however it was spaced; nothing if it cannot be one."""
    letters = re.sub(r"[\s\-\u2010-\u2015.]", "", text).upper()
    if len(letters) != GROUPS * LETTERS or any(each not in ALPHABET for each in letters):
        return None
    return "-".join(letters[start : start + LETTERS] for start in range(0, len(letters), LETTERS))
