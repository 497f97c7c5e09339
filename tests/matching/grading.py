"""The labelled cases, and how well an order of volunteers agrees with their grades."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import combinations
from math import log2
from pathlib import Path
from typing import Any, Final

import yaml

from domain.matching import match
from domain.people import DAYS, PARTS, Person
from domain.suiting import is_conflict
from domain.work import Project, Role

SOURCE: Final = Path(__file__).with_name("cases.yaml")
NOW: Final = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
TIMES: Final = {
    "any": [f"{day}:{part}" for day in DAYS for part in PARTS],
    "weekend": [f"{day}:{part}" for day in DAYS[5:] for part in PARTS],
    "days": [f"{day}:{part}" for day in DAYS[:5] for part in PARTS[:2]],
    "evenings": [f"{day}:evening" for day in DAYS[:5]],
    **{day: [f"{day}:{part}" for part in PARTS] for day in DAYS},
}
FIRST: Final = 10
"""So many of the best are looked at."""


@dataclass(frozen=True)
class Volunteer:
    """Somebody a coordinator judged."""

    grade: int
    person: Person
    skills: dict[str, str | None]


@dataclass(frozen=True)
class Case:
    """A role, and who could be asked."""

    title: str
    role: Role
    project: Project
    volunteers: tuple[Volunteer, ...]


@cache
def cases(part: str) -> tuple[Case, ...]:
    """The cases of ``tuning`` or ``kept_apart``."""
    return tuple(case_of(row) for row in yaml.safe_load(SOURCE.read_text(encoding="utf-8"))[part])


def case_of(row: dict[str, Any]) -> Case:
    """A case of the file; of equals the one further down, mostly the lower grade, gets the id that goes first."""
    project = Project("j", row["project"]["organisation"], row["title"], "", row["project"]["cause"], "published")
    count = len(row["volunteers"])
    people = (volunteer(f"{count - number:02}", each) for number, each in enumerate(row["volunteers"]))
    return Case(row["title"], role_of(row["role"]), project, tuple(people))


def role_of(row: dict[str, Any]) -> Role:
    """A role of the file."""
    needs, slots = row["needs"], frozenset(row["slots"])
    role = Role("r", "j", "", tuple(needs), 1, 3.0, row["place"], row.get("province"), slots)
    levels = {skill: level for skill, level in needs.items() if level}
    more = {"levels": levels, "nice": tuple(row.get("nice", ())), "teaches": tuple(row.get("teaches", ()))}
    return Role(**{**{name: getattr(role, name) for name in Role.__slots__}, **more})


def volunteer(name: str, row: dict[str, Any]) -> Volunteer:
    """A volunteer of the file."""
    person = Person(
        name,
        NOW - timedelta(days=400),
        province=row["in"],
        place=row["works"],
        causes=tuple(row.get("cares", ())),
        slots=frozenset(slot for each in row["free"] for slot in TIMES.get(each, [each])),
        learns=tuple(row.get("learns", ())),
        conflicts=tuple(row.get("not", ())),
        told_at=ago(row.get("told")),
        seated_at=ago(row.get("seated")),
    )
    return Volunteer(row["is"], person, row["can"])


def ago(days: int | None) -> datetime | None:
    """The moment so many days ago."""
    return None if days is None else NOW - timedelta(days=days)


# ---------------------------------------------------------------- how good an order is


def ranked(case: Case) -> list[int]:
    """The grades in the order in which the program would ask; who must not be asked comes last."""

    def rank(each: Volunteer) -> tuple[bool, float, str]:
        score = match(each.person, each.skills, case.role, case.project, NOW).score
        return is_conflict(each.person, case.project), -score, each.person.id

    return [each.grade for each in sorted(case.volunteers, key=rank)]


def ndcg(grades: Sequence[int]) -> float:
    """Normalised discounted cumulative gain of the first ten: 1 is the order of the grades."""
    best = gain(sorted(grades, reverse=True))
    return gain(grades) / best if best else 1.0


def gain(grades: Sequence[int]) -> float:
    """What the first ten are worth, the later the less."""
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:FIRST]))


def in_order(grades: Sequence[int]) -> float:
    """Which share of the pairs of different grades are in the order of their grades."""
    pairs = [(one, other) for one, other in combinations(grades, 2) if one != other]
    return sum(one > other for one, other in pairs) / len(pairs)


def mean(part: str, measure: Callable[[Sequence[int]], float]) -> float:
    """The mean of a measure over the cases."""
    found = [measure(ranked(case)) for case in cases(part)]
    return sum(found) / len(found)
