"""Who is told of which role, and when: each of the one that suits them best, at a decent hour, within the month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from domain.matching import Match
from domain.people import Person
from domain.push_budget import FREE_CHANNELS, Cost, Month, weigh

GOOD: Final = 40.0
"""Whose score is lower is not told: the role would waste their time."""
VERY_GOOD: Final = 70.0
"""What it takes for those who want to hear only of what suits them very well."""
DIGEST_DAY, DIGEST_TIME = 0, time(10)
"""When those who chose a weekly digest hear: Mondays at ten."""
MOST_CARDS: Final = 4
"""So many roles are shown in one letter: with a heading they are its five bubbles."""


class Way(StrEnum):
    """How a telling keeps to the month's budget."""

    TELL = "tell"
    """Everybody is told; if the month does not allow it, nobody is."""
    FIT = "fit"
    """The best that fit; the others are not told yet."""
    FREE = "free"
    """Only those whom it costs nothing to tell."""
    TRAY = "tray"
    """The best that fit; the others see it when they next write to us."""


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
    """Who is told what and when, and what it takes."""

    told: tuple[Suited, ...]
    """At once."""
    planned: tuple[tuple[Suited, datetime], ...]
    """When their quiet hours end, or with their weekly digest."""
    tray: tuple[Suited, ...]
    """The month does not allow a message: they see it when they next write to us."""
    held_back: tuple[Suited, ...]
    """The month does not allow it: they are not told."""
    cost: Cost

    @property
    def everybody(self) -> tuple[Suited, ...]:
        """All who hear of it sooner or later."""
        return (*self.told, *(each for each, _ in self.planned), *self.tray)

    @property
    def resting(self) -> tuple[Suited, ...]:
        """Who hears once their quiet hours are over."""
        return tuple(each for each, _ in self.planned if each.person.news != "weekly")

    @property
    def weekly(self) -> tuple[Suited, ...]:
        """Who hears with their weekly digest."""
        return tuple(each for each, _ in self.planned if each.person.news == "weekly")

    def count(self, role: str) -> int:
        """How many hear of this role."""
        return sum(each.role == role for each in self.everybody)

    def pushes(self, role: str) -> int:
        """How many of them by a paid message, at most."""
        rung = (*self.told, *(each for each, _ in self.planned))
        return sum(each.role == role and each.channel not in FREE_CHANNELS for each in rung)


def suits(suited: Suited) -> bool:
    """Whether the role is worth this person's attention."""
    wanted = VERY_GOOD if suited.person.news == "best_only" else GOOD
    return bool(suited.match.skills) and suited.match.score >= wanted


def best_first(suited: Iterable[Suited]) -> list[Suited]:
    """The best match first; equals in an order that stays the same."""
    return sorted(suited, key=lambda each: (-each.match.score, each.person.id, each.role))


# ---------------------------------------------------------------- whom


def choose(
    suited: Iterable[Suited],
    month: Month,
    local: datetime,
    sizes: Mapping[str, int],
    way: Way = Way.TRAY,
    riding: Collection[str] = (),
    pushes: Mapping[str, int] | None = None,
) -> Plan:
    """Choose whom to tell at this moment of the network's clock: the best of each role, free channels first.

    ``sizes`` says how many of each role, ``pushes`` how many of those by a paid message at most; ``riding`` are people
    whose digest is planned already, so that one role more costs nothing.
    """
    wanted = best_of_each_role(best_first(suited), sizes)
    free = [each for each in wanted if each.channel in FREE_CHANNELS or each.person.id in riding]
    cost = weigh(Counter(each.channel for each in wanted if each.person.id not in riding), month)
    free_people = {each.person.id for each in free}
    paid = [each for each in wanted if each.person.id not in free_people]
    fitting, others = affordable(paid, 0 if way == Way.FREE else cost.paid, pushes)
    times = [(each, told_at(each.person, local)) for each in (*free, *fitting)]
    return Plan(
        told=tuple(each for each, at in times if at <= local),
        planned=tuple((each, at) for each, at in times if at > local),
        tray=tuple(others) if way == Way.TRAY else (),
        held_back=() if way == Way.TRAY else tuple(others),
        cost=cost,
    )


def affordable(
    paid: Iterable[Suited], most: int, pushes: Mapping[str, int] | None
) -> tuple[list[Suited], list[Suited]]:
    """Those whom the budget, and what is left for their role, allow to tell, the first first; and the others."""
    counts: Counter[str] = Counter()
    taken: list[Suited] = []
    others: list[Suited] = []
    for each in paid:
        fits = len(taken) < most and (pushes is None or counts[each.role] < pushes.get(each.role, 0))
        counts[each.role] += fits
        (taken if fits else others).append(each)
    return taken, others


def best_of_each_role(ranked: Iterable[Suited], sizes: Mapping[str, int]) -> list[Suited]:
    """The best few of each role, each person once: with the role that suits them best and has room for them."""
    counts: Counter[str] = Counter()
    chosen: dict[str, Suited] = {}
    for each in ranked:
        if each.person.id not in chosen and counts[each.role] < sizes.get(each.role, 0):
            counts[each.role] += 1
            chosen[each.person.id] = each
    return list(chosen.values())


# ---------------------------------------------------------------- when


def told_at(person: Person, local: datetime) -> datetime:
    """When this person may hear of a role: now, after their quiet hours, or with their next digest."""
    return awake(person, next_digest(local) if person.news == "weekly" else local)


def next_digest(local: datetime) -> datetime:
    """The next Monday at ten."""
    monday = local.date() + timedelta(days=(DIGEST_DAY - local.weekday()) % 7)
    found = datetime.combine(monday, DIGEST_TIME, local.tzinfo)
    return found if found > local else found + timedelta(days=7)


def awake(person: Person, local: datetime) -> datetime:
    """The moment, or the end of the person's quiet hours if it falls into them."""
    if not rests(person, f"{local:%H:%M}"):
        return local
    ends = datetime.combine(local.date(), time.fromisoformat(str(person.quiet_until)), local.tzinfo)
    return ends if ends > local else ends + timedelta(days=1)


def rests(person: Person, clock: str) -> bool:
    """Whether the person asked not to be disturbed at this time of day (``HH:MM``); the hours may span midnight."""
    starts, ends = person.quiet_from, person.quiet_until
    if not starts or not ends:
        return False
    return starts <= clock < ends if starts <= ends else clock >= starts or clock < ends
