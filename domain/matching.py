"""Which roles suit a person, and which people suit a role: a score and its reasons, nothing hidden."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from domain.people import Person
from domain.work import OpenRole, Project, Role

WEIGHT_OF_LEVEL: Final = {None: 0.7, "learning": 0.4, "able": 0.8, "professional": 1.0, "teaching": 1.0}
SKILLS, TIME, PLACE, CAUSE = 60.0, 20.0, 12.0, 8.0
"""What each consideration can add to a score of at most 100."""
STRONGEST: Final = 0.6
"""How much of the skills' share the strongest one makes; the rest is how many of the role's skills are there."""
FULL: Final = 25.0
"""What a role loses in rank when only its wait-list is open."""
NAMED, CLEARER = 4, 3
"""Words name a title that shares so many letters in a row with them, and so many more than any other title does."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a person and a role suit each other, and why."""

    score: float
    skills: tuple[tuple[str, str | None], ...]
    """The role's skills that the person offers, with the person's level."""
    slots: tuple[str, ...]
    """Times that suit both."""
    near: bool
    """The place suits both."""
    cause: str | None
    """The project's cause, where the person cares for it."""


def match(person: Person, skills: dict[str, str | None], role: Role, project: Project) -> Match:
    """Weigh a person against a role. What is missing ranks lower; it forbids nothing."""
    shared = tuple((skill, skills[skill]) for skill in role.skills if skill in skills)
    slots = tuple(sorted(role.slots & person.slots))
    near = suits_place(person, role)
    cause = project.cause if project.cause in person.causes else None
    score = SKILLS * skill_share(role, shared) + TIME * time_share(role, slots) + PLACE * near
    return Match(round(score + CAUSE * (cause is not None), 1), shared, slots, near, cause)


def skill_share(role: Role, shared: tuple[tuple[str, str | None], ...]) -> float:
    """How much of what the role needs is there, 0 to 1: the strongest skill counts most, then how many there are."""
    if not role.skills:
        return 0.5
    weights = [WEIGHT_OF_LEVEL[level] for _, level in shared]
    return STRONGEST * max(weights, default=0.0) + (1 - STRONGEST) * sum(weights) / len(role.skills)


def time_share(role: Role, slots: tuple[str, ...]) -> float:
    """How much of the role's times suit the person, 0 to 1."""
    return len(slots) / len(role.slots) if role.slots else 0.5


def suits_place(person: Person, role: Role) -> bool:
    """Whether the person can work where the role is."""
    if role.place in {"online", "both"} and person.place in {"online", "both", None}:
        return True
    return role.place != "online" and person.place != "online" and role.province in {person.province} - {None}


def best(person: Person, skills: dict[str, str | None], offered: Iterable[OpenRole]) -> list[OpenRole]:
    """The roles in the order in which they suit the person; one with a free seat goes before an equal one without."""

    def rank(found: OpenRole) -> tuple[float, str, str]:
        score = match(person, skills, found.role, found.project).score - FULL * (not found.seats_left)
        return -score, found.role.title, found.role.id

    return sorted(offered, key=rank)


def spoken_of(words: str, titles: Mapping[str, Sequence[str]]) -> str | None:
    """Which one of several things, each with its titles, do these words speak of, if they clearly speak of one?"""
    shared = sorted(((likeness(words, each), thing) for thing, each in titles.items()), reverse=True)
    if not shared or shared[0][0] < NAMED:
        return None
    clear = len(shared) == 1 or shared[0][0] - shared[1][0] >= CLEARER
    return shared[0][1] if clear else None


def likeness(words: str, titles: Sequence[str]) -> int:
    """How many letters in a row the words share with a title, at most."""
    return max((longest_common(words, title) for title in titles), default=0)


def longest_common(one: str, other: str) -> int:
    """How many letters in a row two texts share, spaces at either end not counted."""
    first, second = one.casefold(), other.casefold()
    found = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return len(first[found.a : found.a + found.size].strip())
