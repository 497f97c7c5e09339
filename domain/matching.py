"""Which roles suit a person, and which people suit a role: a score and its reasons, nothing hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Final

from domain import weighing
from domain.people import Person
from domain.weighing import (
    CAUSE,
    LEARN,
    PER_POINT,
    TIME,
    Weights,
    cares,
    fair_points,
    nice_points,
    place_percent,
    skill_points,
    suits_place,
    time_percent,
    wishes,
)
from domain.work import OpenRole, Project, Role

FULL: Final = 25.0
"""What a role loses in rank when only its wait-list is open."""
NAMED, CLEARER = 4, 3
"""Words name a title that shares so many letters in a row with them, and so many more than any other title does."""


@dataclass(frozen=True, slots=True)
class Near:
    """A skill that stands for another of its family."""

    wanted: str
    offered: str
    level: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """How well a person and a role suit each other, and why."""

    score: float
    """0 to 100."""
    skills: tuple[tuple[str, str | None], ...]
    """The role's skills that the person offers, with the person's level."""
    slots: tuple[str, ...]
    """Times that suit both."""
    near: bool
    """The place suits both."""
    cause: str | None
    """The project's cause, where the person cares for it."""
    near_skills: tuple[Near, ...] = ()
    """What stands for those of the role's skills that the person does not offer."""
    nice: tuple[tuple[str, str | None], ...] = ()
    """Skills that are good to have, with the person's level."""
    learns: tuple[str, ...] = ()
    """What the person wants to learn and can learn here."""


def match(
    person: Person, skills: Mapping[str, str | None], role: Role, project: Project, now: datetime | None = None
) -> Match:
    """Weigh a person against a role. What is missing ranks lower; it forbids nothing.

    With the moment it also counts for how long nobody asked this person; without it that is the same for everybody.
    """
    return Match(
        score=points(person, skills, role, project, now) / PER_POINT,
        skills=offered(role.skills, skills),
        slots=tuple(sorted(role.slots & person.slots)),
        near=suits_place(person, role),
        cause=project.cause if cares(person, project) else None,
        near_skills=tuple(near_skills(skills, role)),
        nice=offered(role.nice, skills),
        learns=tuple(sorted(wishes(role) & set(person.learns))),
    )


def points(person: Person, skills: Mapping[str, str | None], role: Role, project: Project, now: datetime | None) -> int:
    """The score in whole points of :data:`domain.weighing.ALL`."""
    met = [closest(counts, skills) for counts in weighing.must(role)]
    found = skill_points(role, max(met, default=0), sum(met))
    found += nice_points(role, sum(closest(counts, skills) for counts in weighing.nice(role)))
    found += TIME * time_percent(role, person) // 100 + CAUSE * cares(person, project)
    found += LEARN * bool(wishes(role) & set(person.learns)) + fair_points(person, now)
    return found * place_percent(person, role) // 100


def closest(counts: Weights, skills: Mapping[str, str | None]) -> int:
    """What the best of these skills counts for a wanted one, in per cent."""
    return max((counts.get(each, 0) for each in skills.items()), default=0)


def offered(wanted: Iterable[str], skills: Mapping[str, str | None]) -> tuple[tuple[str, str | None], ...]:
    """Those of the wanted skills that are there, with their level."""
    return tuple((skill, skills[skill]) for skill in wanted if skill in skills)


def near_skills(skills: Mapping[str, str | None], role: Role) -> Iterator[Near]:
    """For each needed skill that is not there, the one that comes closest to it."""
    free = {skill: level for skill, level in skills.items() if skill not in role.skills}
    for wanted, counts in zip(role.skills, weighing.must(role), strict=True):
        near = max(free.items(), key=lambda each: (counts.get(each, 0), each[0]), default=None)
        if wanted not in skills and near and counts.get(near):
            yield Near(wanted, *near)


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
