"""Which roles suit a person, and which people suit a role: a score and its reasons, nothing hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from domain.people import Person
from domain.work import Project, Role

WEIGHT_OF_LEVEL: Final = {None: 0.7, "learning": 0.4, "able": 0.8, "professional": 1.0, "teaching": 1.0}
SKILLS, TIME, PLACE, CAUSE = 60.0, 20.0, 12.0, 8.0
"""What each consideration can add to a score of at most 100."""


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
    """How much of what the role needs is there, 0 to 1, weighted by level."""
    if not role.skills:
        return 0.5
    return sum(WEIGHT_OF_LEVEL[level] for _, level in shared) / len(role.skills)


def time_share(role: Role, slots: tuple[str, ...]) -> float:
    """How much of the role's times suit the person, 0 to 1."""
    return len(slots) / len(role.slots) if role.slots else 0.5


def suits_place(person: Person, role: Role) -> bool:
    """Whether the person can work where the role is."""
    if role.place in {"online", "both"} and person.place in {"online", "both", None}:
        return True
    return role.place != "online" and person.place != "online" and person.province == role.province
