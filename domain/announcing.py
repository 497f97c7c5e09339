"""Who is told of a new project's roles: each person of the one role that suits them best, within the month's budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from domain.matching import Match
from domain.people import Person
from domain.push_budget import FREE_CHANNELS, Cost, Month, weigh

GOOD: Final = 40.0
"""Whose score is lower is not told: the role would waste their time."""
VERY_GOOD: Final = 70.0
"""What it takes for those who want to hear only of what suits them very well."""
MOST_PER_ROLE: Final = 15
"""So many of the best are told of a role."""


@dataclass(frozen=True, slots=True)
class Suited:
    """Somebody whom a role suits, and where they are told."""

    role: str
    person: Person
    chat: str
    match: Match

    @property
    def channel(self) -> str:
        """The channel they are told in."""
        return self.chat.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is told what, and what it takes."""

    told: tuple[Suited, ...]
    held_back: tuple[Suited, ...]
    """The month does not allow it."""
    resting: tuple[Suited, ...]
    """They asked not to be disturbed at this time of day."""
    cost: Cost

    def count(self, role: str) -> int:
        """How many are told of this role."""
        return sum(each.role == role for each in self.told)


def suits(suited: Suited) -> bool:
    """Whether the role is worth this person's attention."""
    wanted = VERY_GOOD if suited.person.news == "best_only" else GOOD
    return bool(suited.match.skills) and suited.match.score >= wanted


def best_first(suited: Iterable[Suited]) -> list[Suited]:
    """The best match first; equals in an order that stays the same."""
    return sorted(suited, key=lambda each: (-each.match.score, each.person.id, each.role))


def choose(suited: Iterable[Suited], month: Month, clock: str) -> Plan:
    """Choose whom to tell at this time of day: each person once, the best of each role, free channels first."""
    wanted = best_of_each_role(best_role_of_each(suited))
    resting = tuple(each for each in wanted if rests(each.person, clock))
    awake = [each for each in wanted if each not in resting]
    cost = weigh(Counter(each.channel for each in awake), month)
    free = [each for each in awake if each.channel in FREE_CHANNELS]
    paid = [each for each in awake if each.channel not in FREE_CHANNELS]
    return Plan((*free, *paid[: cost.paid]), tuple(paid[cost.paid :]), resting, cost)


def rests(person: Person, clock: str) -> bool:
    """Whether the person asked not to be disturbed at this time of day (``HH:MM``); the hours may span midnight."""
    starts, ends = person.quiet_from, person.quiet_until
    if not starts or not ends:
        return False
    return starts <= clock < ends if starts <= ends else clock >= starts or clock < ends


def best_role_of_each(suited: Iterable[Suited]) -> list[Suited]:
    """Each person with the role that suits them best, the best match first."""
    best: dict[str, Suited] = {}
    for each in best_first(suited):
        best.setdefault(each.person.id, each)
    return list(best.values())


def best_of_each_role(ranked: Sequence[Suited]) -> list[Suited]:
    """The best few of each role, in the order given."""
    counts: Counter[str] = Counter()
    chosen = []
    for each in ranked:
        counts[each.role] += 1
        if counts[each.role] <= MOST_PER_ROLE:
            chosen.append(each)
    return chosen
