"""Whether a person can take part in a project at all: no conflict of interest, no clash of dates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime, tzinfo
from typing import Final

from domain.people import Person
from domain.work import Project, Session, overlap

LEGAL_FORMS: Final = re.compile(
    r"มูลนิธิ|สมาคม|เครือข่าย|กลุ่ม|บริษัท|จำกัด|วิสาหกิจเพื่อสังคม|foundation|association|network|company|co\.?,? ?ltd\.?|the "
)
SHORTEST: Final = 3
"""A name that is shorter once its legal form is taken away tells nothing."""


def is_conflict(person: Person, project: Project) -> bool:
    """Whether the person said that they should not work with the project's organisation."""
    organisation = bare(project.organisation)
    named = [bare(each) for each in person.conflicts]
    return any(len(name) >= SHORTEST and (name in organisation or organisation in name) for name in named)


def bare(name: str) -> str:
    """An organisation's name without its legal form, spaces and case."""
    text = LEGAL_FORMS.sub("", unicodedata.normalize("NFC", name).casefold())
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN")


def clashing(new: Iterable[Session], held: Iterable[Session]) -> list[tuple[Session, Session]]:
    """Which of the new sessions fall together with sessions that are held already; back to back is no clash."""
    held = list(held)
    return [(one, other) for one in new for other in held if one.id != other.id and overlap(one, other)]


def away_on(person: Person, moment: datetime, zone: tzinfo) -> bool:
    """Whether the person is away on the day of this moment."""
    day: date = moment.astimezone(zone).date()
    return any(first <= day <= last for first, last in person.away)
