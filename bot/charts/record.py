"""Somebody's record as a card to share: verified hours big, the others smaller and called what they are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from bot.charts.board import drawable
from bot.charts.chart import Wanted
from domain.ledger import Grade, Line, Sum
from domain.record import named
from domain.skills import TAXONOMY
from domain.work import OpenRole
from storage import people, records
from texts import dates

TEMPLATE: Final = Path(__file__).with_suffix(".typ")
MOST_ROLES: Final = 4
MOST_SKILLS: Final = 8
LESSER: Final = (Grade.ATTENDED, Grade.SELF_REPORTED)


def facts(tx: Connection, wanted: Wanted) -> dict[str, Any] | None:
    """What a person's card shows, named as they chose (``about``); nothing once there is nothing to show."""
    person, found = people.find(tx, wanted.person), records.of(tx, wanted.person)
    if person is None or not (found.roles or found.total.entries):
        return None
    name, rest = named(person.name, wanted.about), len(found.roles) - MOST_ROLES
    verified = found.grades[Grade.VERIFIED]
    return {
        "language": wanted.language,
        "network": drawable(wanted.network),
        "title": wanted.words("record_card.title"),
        "name": drawable(name) if name else "",
        "when": months(wanted, [each for each in found.lines if each.counts]),
        "verified": hours(wanted, Grade.VERIFIED, verified),
        "none_verified": "" if verified.minutes > 0 else wanted.words("record_card.none_verified"),
        "others": [hours(wanted, each, found.grades[each]) for each in LESSER if found.grades[each].minutes > 0],
        "roles_title": wanted.words("record_card.roles"),
        "roles": [role(each) for each in found.roles[:MOST_ROLES]],
        "rest": wanted.words("record_card.rest", count=rest) if rest > 0 else "",
        "skills_title": wanted.words("record_card.skills"),
        "skills": [skill(wanted, each) for each in found.skills[:MOST_SKILLS]],
        "issued": wanted.words("record_card.issued"),
    }


def hours(wanted: Wanted, grade: Grade, found: Sum) -> dict[str, str]:
    """The hours of a grade, and what they are called."""
    amount = dates.duration(wanted.language, max(0, found.minutes))
    return {"amount": amount, "label": wanted.words("record_card.grade", grade=grade)}


def months(wanted: Wanted, lines: Sequence[Line]) -> str:
    """From which month until which the hours are."""
    if not lines:
        return ""
    first, last = (dates.month(wanted.language, each.worked_on) for each in (lines[0], lines[-1]))
    return first if first == last else f"{first} – {last}"


def role(found: OpenRole) -> dict[str, str]:
    """A role, and for which organisation."""
    about = f"{found.project.title} · {found.project.organisation}"
    return {"title": drawable(found.role.title), "about": drawable(about)}


def skill(wanted: Wanted, each: str) -> str:
    """The name of a skill."""
    found = TAXONOMY.get(each)
    return drawable(found.name(wanted.language) if found else each)
