"""A work reference: what it says, as plain data that is signed, and the code by which anybody can check it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without letters and digits that look alike: a code is read from paper."""
GROUPS, LETTERS = 4, 4
"""Sixteen of thirty letters: 78 bits, so that codes cannot be guessed one after the other."""
VERSION: Final = 1


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


def new_code() -> str:
    """A code such as ``7K3M-9QPD-2XWT-HF5A``."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LETTERS)) for _ in range(GROUPS))


def read_code(text: str) -> str | None:
    """The code that was typed or stands in an address, however it was spaced; nothing if it cannot be one."""
    letters = re.sub(r"[\s\-–]", "", text).upper()
    if len(letters) != GROUPS * LETTERS or any(each not in ALPHABET for each in letters):
        return None
    return "-".join(letters[start : start + LETTERS] for start in range(0, len(letters), LETTERS))
