"""What volunteering changed: kept beside the money, and never turned into money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.disclosure import FEWEST
from domain.people import LEVELS

WOULD_HAVE_PAID: Final = ("yes", "partly", "no")
ADVISES: Final = (0, 1, 2, 4)
"""Hours a month that somebody would stay on as adviser."""
MOST_INVITE: Final = 10
"""The end of the scale from 0 of how likely somebody invites a friend."""

Levels = Mapping[str, str | None]
"""How well each skill is known, by its id."""


@dataclass(frozen=True, slots=True)
class LookBack:
    """What somebody said when their role was done."""

    role: str
    person: str
    before: Levels
    after: Levels
    learned: str
    would_invite: int | None
    advises: int | None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What changed, in numbers; ``None`` where so few answered that it must not be shown."""

    answered: int
    rose: int | None
    """Skills that somebody rates higher than before."""
    same: int | None
    fell: int | None
    would_invite: float | None
    """The mean, from 0 to 10."""
    advisers: int | None
    """How many would stay on as advisers."""
    advising: int | None
    """Hours a month that they would give."""
    would_have_paid: Mapping[str, int]
    """How many organisations said so."""


def outcomes(look_backs: Iterable[LookBack], paid: Iterable[str], fewest: int = FEWEST) -> Outcomes:
    """What people and organisations said, added up; sums are shown from ``fewest`` people who answered on."""
    found = list(look_backs)
    steps = [(each.person, step) for each in found for step in changes(each.before, each.after)]
    invites = [(each.person, each.would_invite) for each in found if each.would_invite is not None]
    advising = [(each.person, each.advises) for each in found if each.advises is not None]
    may_tell = enough(steps, fewest)
    counts = Counter(paid)
    return Outcomes(
        len({each.person for each in found}),
        sum(step > 0 for _, step in steps) if may_tell else None,
        sum(step == 0 for _, step in steps) if may_tell else None,
        sum(step < 0 for _, step in steps) if may_tell else None,
        sum(value for _, value in invites) / len(invites) if enough(invites, fewest) else None,
        len({person for person, hours in advising if hours}) if enough(advising, fewest) else None,
        sum(hours for _, hours in advising) if enough(advising, fewest) else None,
        {answer: counts[answer] for answer in WOULD_HAVE_PAID},
    )


def enough(said: Iterable[tuple[str, int]], fewest: int) -> bool:
    """Whether enough different people said something."""
    return len({person for person, _ in said}) >= fewest


def changes(before: Levels, after: Levels) -> list[int]:
    """By how many levels each skill changed that was rated both times."""
    both = [(before.get(skill), level) for skill, level in after.items()]
    return [LEVELS.index(now) - LEVELS.index(was) for was, now in both if was in LEVELS and now in LEVELS]
