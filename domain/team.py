"""The best team out of those who asked: whom to offer which seat, why, and what would still be missing.

It is a small integer programme (:func:`scipy.optimize.milp`): one unknown for each person and role that they asked for,
one for each skill that the team would cover, one for each employer that too many would come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any, Final

from domain.work import Role

SEAT: Final = 100.0
"""What filling a seat at all is worth: more than any difference between two people."""
COVER: Final = 30.0
"""What another skill that somebody of the team has is worth."""
CROWD: Final = 25.0
"""What each person beyond two of one employer costs."""
ALIKE: Final = 2
WAITING: Final = 0.5
"""What each day of waiting is worth, up to ten."""
MOST_DAYS: Final = 10
IN_ORDER: Final = 1e-3
"""Of two equal people the one who asked first: what each place further down costs."""
LEADS: Final = frozenset({"professional", "teaching"})
STRATEGY: Final = "strategy."


@dataclass(frozen=True, slots=True)
class Place:
    """A role with seats to fill."""

    role: Role
    free: int
    kept_back: int = 0
    """So many of the free seats are only for people of the company that they are reserved for."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Somebody who asked for a role and could be offered a seat in it."""

    person: str
    role: str
    score: float
    """How well the role suits them, 0 to 100."""
    skills: Mapping[str, str | None]
    days: float = 0.0
    """Since how many days they wait."""
    employer: str | None = None
    company: str | None = None
    shortlisted: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to the team already."""

    skills: Mapping[str, str | None]
    employer: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Whom to offer which seat, and what is missing then."""

    picks: tuple[Applicant, ...]
    empty: Mapping[str, int]
    """Roles with seats that nobody was found for: their ids, and how many."""
    no_lead: tuple[str, ...]
    """Leading roles for which nobody who asked is able to lead."""
    uncovered: tuple[str, ...]
    """Skills that the roles need and nobody of the team would have."""
    crowded: tuple[str, ...]
    """Employers of more than two of the team."""


def able_to_lead(applicant: Applicant, role: Role) -> bool:
    """Whether somebody does what the role needs, or strategy, as a profession, or teaches it."""
    told = {skill: level for skill, level in applicant.skills.items() if level in LEADS}
    return not role.skills or any(skill in role.skills or skill.startswith(STRATEGY) for skill in told)


def propose(places: Sequence[Place], applicants: Iterable[Applicant], members: Sequence[Member] = ()) -> Proposal:
    """The best assignment: every seat that can be filled, then the best matches, cover of skills, and a mix."""
    by_role = {place.role.id: place for place in places}
    asked = [each for each in applicants if each.role in by_role]
    fit = [each for each in asked if may_lead_if_asked(each, by_role[each.role].role)]
    chosen = best(list(by_role.values()), fit, members) if fit else []
    return told(by_role, asked, chosen, members)


def may_lead_if_asked(applicant: Applicant, role: Role) -> bool:
    """Whether somebody can have a role that leads; any other role they can have anyway."""
    return not role.lead or able_to_lead(applicant, role)


def needed(places: Iterable[Place], members: Sequence[Member]) -> list[str]:
    """The skills that the roles need and nobody of the team has yet."""
    there = {skill for member in members for skill in member.skills}
    return sorted({skill for place in places for skill in place.role.skills} - there)


def worth(applicant: Applicant, number: int) -> float:
    """What it is worth to give somebody the seat that they asked for; ``number`` counts those who asked before."""
    waited = WAITING * min(applicant.days, MOST_DAYS)
    return SEAT + applicant.score + waited + 10.0 * applicant.shortlisted - IN_ORDER * number


# ---------------------------------------------------------------- the programme

Row = tuple[dict[int, float], float]
"""One condition: how often each unknown counts, and what they may come to at most."""


def best(places: Sequence[Place], fit: Sequence[Applicant], members: Sequence[Member]) -> list[Applicant]:
    """Who gets a seat."""
    skills, employers = needed(places, members), sorted({each.employer for each in fit if each.employer})
    gains = [worth(each, number) for number, each in enumerate(fit)]
    weights = [*gains, *[COVER] * len(skills), *[-CROWD] * len(employers)]
    rows = [*one_seat_each(fit), *seats(places, fit), *cover(skills, fit), *mixed(employers, fit, members, len(skills))]
    found = solve(weights, rows, whole=len(fit) + len(skills))
    return [each for each, taken in zip(fit, found, strict=False) if taken > 0.5]


def solve(weights: Sequence[float], rows: Sequence[Row], whole: int) -> Sequence[float]:
    """The unknowns that come to the most: the first ``whole`` of them are 0 or 1, the others at least 0."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 (only a few commands need its half second)

    columns = range(len(weights))
    table = [[row.get(column, 0.0) for column in columns] for row, _ in rows]
    conditions = LinearConstraint(table, -inf, [most for _, most in rows])
    bounds = Bounds(0.0, [1.0 if column < whole else inf for column in columns])
    kinds = [int(column < whole) for column in columns]
    found = milp([-weight for weight in weights], constraints=conditions, bounds=bounds, integrality=kinds)
    return [float(value) for value in found.x]


def one_seat_each(fit: Sequence[Applicant]) -> list[Row]:
    """Nobody has two seats."""
    people = Counter(each.person for each in fit)
    return [({n: 1.0 for n, each in enumerate(fit) if each.person == person}, 1.0) for person in people]


def seats(places: Sequence[Place], fit: Sequence[Applicant]) -> list[Row]:
    """No role gives more seats than it has, nor gives away those that are kept for a company."""
    rows: list[Row] = []
    for place in places:
        mine = {n: each for n, each in enumerate(fit) if each.role == place.role.id}
        others = {n: 1.0 for n, each in mine.items() if each.company is None or each.company != place.role.reserved_for}
        rows += [(dict.fromkeys(mine, 1.0), float(place.free)), (others, float(place.free - place.kept_back))]
    return rows


def cover(skills: Sequence[str], fit: Sequence[Applicant]) -> list[Row]:
    """A skill is covered only if somebody who has it has a seat."""
    return [
        ({len(fit) + k: 1.0} | {n: -1.0 for n, each in enumerate(fit) if skill in each.skills}, 0.0)
        for k, skill in enumerate(skills)
    ]


def mixed(employers: Sequence[str], fit: Sequence[Applicant], members: Sequence[Member], skills: int) -> list[Row]:
    """How many more than two come from one employer, those who belong to the team already counted."""
    there = Counter(member.employer for member in members)
    return [
        (
            {n: 1.0 for n, each in enumerate(fit) if each.employer == employer} | {len(fit) + skills + k: -1.0},
            float(ALIKE - min(there[employer], ALIKE)),
        )
        for k, employer in enumerate(employers)
    ]


# ---------------------------------------------------------------- what it comes to


def told(
    by_role: Mapping[str, Place], asked: Sequence[Applicant], chosen: Sequence[Applicant], members: Sequence[Member]
) -> Proposal:
    """The choice, and what would be missing with it."""
    taken = Counter(each.role for each in chosen)
    empty = {role: place.free - taken[role] for role, place in by_role.items() if place.free > taken[role]}
    leading = [role for role in empty if by_role[role].role.lead and any(each.role == role for each in asked)]
    has = {skill for each in chosen for skill in each.skills}
    employers = [*(member.employer for member in members), *(each.employer for each in chosen)]
    alike = Counter(each for each in employers if each)
    return Proposal(
        picks=tuple(sorted(chosen, key=lambda each: in_order(each, by_role[each.role].role))),
        empty=empty,
        no_lead=tuple(leading),
        uncovered=tuple(skill for skill in needed(by_role.values(), members) if skill not in has),
        crowded=tuple(employer for employer, count in sorted(alike.items()) if count > ALIKE),
    )


def in_order(pick: Applicant, role: Role) -> tuple[bool, str, float]:
    """Who leads first, then role by role, the best match first."""
    return not role.lead, role.title, -pick.score


def without(applicants: Iterable[Applicant], refused: Iterable[tuple[str, str]]) -> list[Applicant]:
    """Those who asked, without the pairs of role and person that staff do not want."""
    unwanted: Any = set(refused)
    return [each for each in applicants if (each.role, each.person) not in unwanted]
