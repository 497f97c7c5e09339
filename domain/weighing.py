"""What each consideration of a match counts, in whole points, so that Python and the database weigh exactly alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from domain.people import LEVELS, Person
from domain.provinces import together
from domain.skills import TAXONOMY
from domain.work import Project, Role

Weights = Mapping[tuple[str, str | None], int]
"""What a skill at a level counts for, in per cent of a perfect one."""

# ---------------------------------------------------------------- points of 10,000: they sum to 10,000

SKILLS: Final = 5900
"""What one must be able to do: the reason why somebody is asked at all, so more than everything else together."""
NICE: Final = 500
"""Good to have; counts as part of :data:`SKILLS` where a role names none."""
TIME: Final = 1700
"""Free when the team works: whoever is not can seldom take part, but times can be talked about."""
CAUSE: Final = 700
"""Cares for what the project is for: stays with it when it gets hard."""
LEARN: Final = 500
"""Wants to learn what can be learned here: they come for that."""
RESTED: Final = 400
"""Was not asked lately: good people are not worn out. Small, so that it only decides among near equals."""
NEW: Final = 300
"""Never had a role: everybody gets a chance. Small as well."""
ALL: Final = SKILLS + NICE + TIME + CAUSE + LEARN + RESTED + NEW
PER_POINT: Final = ALL // 100
"""A score is told in points of 100."""

# ---------------------------------------------------------------- per cent

ENOUGH: Final = 100
"""As good as the role needs, or better."""
SHORT: Final = {1: 60, 2: 30, 3: 15}
"""So many steps below what the role needs."""
LEARNING: Final = 25
"""Who still learns cannot carry a role that needs more."""
UNKNOWN_LEVEL: Final = 65
"""Named the skill and not how well: between enough and too little, worth asking."""
UNSTATED: Final = {None: UNKNOWN_LEVEL, "learning": LEARNING, "able": 85, "professional": ENOUGH, "teaching": ENOUGH}
"""Where the role does not say how well: the better, the higher."""
NEAR: Final = 45
"""A skill of the same family, of what the skill itself would count: much can be carried over, not all."""
STRONGEST: Final = 30
"""How much of the skills' share the strongest makes; the rest is how many of them are there."""
ANY_SKILL: Final = 50
"""A role that names no skills suits everybody, nobody in particular."""
SOME_TIME: Final = 70
"""Free at one of several times; two are as good as all."""
UNKNOWN_TIME: Final = 35
"""Did not tell when."""
OPEN_TIME: Final = 50
"""The team agrees on its times: nobody has an advantage."""
UNKNOWN_PLACE: Final = 75
"""Goes out, and we do not know where either of the two is."""
ELSEWHERE: Final = 45
"""Goes out, but lives in another province: comes only if nobody there can."""
NOT_ONLINE: Final = 40
"""Works only on site, and the role is online."""
NOT_ON_SITE: Final = 25
"""Works only online, and the role is on site."""
ASKED: Final = ((timedelta(days=28), 100), (timedelta(days=14), 60), (timedelta(days=7), 25))
"""Rested: asked longer ago than this."""
SEATED: Final = ((timedelta(days=180), 50),)
"""As good as new: got the last role longer ago than this."""


# ---------------------------------------------------------------- skills


def of_level(level: str | None, needed: str | None) -> int:
    """What knowing a skill at this level counts for a role that needs it at that level, in per cent."""
    if needed is None:
        return UNSTATED[level]
    if level is None:
        return UNKNOWN_LEVEL
    missing = LEVELS.index(needed) - LEVELS.index(level)
    if missing <= 0:
        return ENOUGH
    return min(SHORT[missing], LEARNING) if level == "learning" else SHORT[missing]


def of_near(level: str | None, needed: str | None) -> int:
    """What a skill of the same family at this level counts; who only learns it brings nothing over."""
    return 0 if level == "learning" else of_level(level, needed) * NEAR // 100


@cache
def exact(skill: str, needed: str | None) -> Weights:
    """What the skill itself counts at each level."""
    return {(skill, level): of_level(level, needed) for level in (None, *LEVELS)}


@cache
def with_family(skill: str, needed: str | None) -> Weights:
    """What the skill and each of its family count at each level."""
    family = TAXONOMY.of_group(TAXONOMY[skill].group) if skill in TAXONOMY else ()
    near = {(each.id, level): of_near(level, needed) for each in family for level in (None, *LEVELS)}
    return {**near, **exact(skill, needed)}


def must(role: Role) -> list[Weights]:
    """For each skill that the role needs, what may stand for it."""
    return [with_family(skill, role.levels.get(skill)) for skill in role.skills]


def nice(role: Role) -> list[Weights]:
    """For each skill that is good to have, what it counts at each level."""
    return [exact(skill, role.levels.get(skill)) for skill in role.nice]


def skill_points(role: Role, strongest: int, together: int) -> int:
    """Points for what the role needs: of the strongest skill and of all of them together, in per cent."""
    worth = SKILLS if role.nice else SKILLS + NICE
    if not role.skills:
        return worth * ANY_SKILL // 100
    count = len(role.skills)
    return worth * (STRONGEST * count * strongest + (100 - STRONGEST) * together) // (10_000 * count)


def nice_points(role: Role, together: int) -> int:
    """Points for what is good to have."""
    return NICE * together // (100 * len(role.nice)) if role.nice else 0


# ---------------------------------------------------------------- the rest


def time_percent(role: Role, person: Person) -> int:
    """How well the role's times suit."""
    if not role.slots:
        return OPEN_TIME
    if not person.slots:
        return UNKNOWN_TIME
    shared = len(role.slots & person.slots)
    if shared >= min(2, len(role.slots)):
        return ENOUGH
    return SOME_TIME if shared else 0


def suits_place(person: Person, role: Role) -> bool:
    """Whether the person can work where the role is."""
    if role.place in {"online", "both"} and person.place in {"online", "both", None}:
        return True
    return role.place != "online" and person.place != "online" and person.province in together(role.province)


def place_percent(person: Person, role: Role) -> int:
    """What is left of everything else, given where the person is."""
    if suits_place(person, role):
        return 100
    if role.place == "online":
        return NOT_ONLINE
    if person.place == "online":
        return NOT_ON_SITE
    return UNKNOWN_PLACE if person.province is None or role.province is None else ELSEWHERE


def wishes(role: Role) -> set[str]:
    """What one can learn in the role."""
    return {*role.teaches, *role.skills, *role.nice}


def fair_points(person: Person, now: datetime | None) -> int:
    """Points for not having been asked or seated lately; without a moment nobody was."""
    rested = since(person.told_at, now, ASKED)
    return RESTED * rested // 100 + NEW * since(person.seated_at, now, SEATED) // 100


def since(moment: datetime | None, now: datetime | None, steps: tuple[tuple[timedelta, int], ...]) -> int:
    """How long ago this was, in per cent of never."""
    if moment is None or now is None:
        return 100
    return next((percent for ago, percent in steps if moment < now - ago), 0)


def cares(person: Person, project: Project) -> bool:
    """Whether the person cares for what the project is for."""
    return project.cause is not None and project.cause in person.causes
