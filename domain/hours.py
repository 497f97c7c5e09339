"""Hours that a person logs: which skill they gave, and what makes us ask once more before we write them down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.reading import read_skills

MINUTES_PER_DAY: Final = 24 * 60
LONG_DAY: Final = 12 * 60
"""More minutes than this on one day are asked about."""
LONG_AGO: Final = timedelta(days=30)
"""Work longer ago than this is asked about."""
JUST_NOW: Final = timedelta(minutes=30)
"""Who logs shortly before they stop does not log ahead."""
MAY_LOG: Final = ("accepted", "trained", "active")
"""Who may log hours for a role of a project under way. Who is accepted but not trained may as well: a project need have
no training, and what they prepare is work; they are told that whoever confirms it may ask."""


@dataclass(frozen=True, slots=True)
class Worked:
    """So many minutes on one day."""

    on: date
    minutes: int
    begins: int | None = None
    """From so many minutes after midnight, if they said so."""

    @property
    def span(self) -> tuple[int, int] | None:
        """From when until when, counted in minutes from the first of all days, if that is known."""
        if self.begins is None:
            return None
        starts = self.on.toordinal() * MINUTES_PER_DAY + self.begins
        return starts, starts + self.minutes


class Doubt(StrEnum):
    """A reason to ask once more."""

    LONG_DAY = "long_day"
    LONG_AGO = "long_ago"
    TWICE = "twice"
    """As long as another entry of that day."""
    OVERLAP = "overlap"
    """At the time of another entry."""
    AT_SESSION = "at_session"
    """At the time of a session that they were at and have not logged."""


def total_on(day: date, standing: Iterable[Worked]) -> int:
    """How many minutes stand on a day."""
    return sum(each.minutes for each in standing if each.on == day)


def fits_in_the_day(new: Worked, standing: Iterable[Worked]) -> bool:
    """Whether a day has room for these minutes beside those that stand."""
    return total_on(new.on, standing) + new.minutes <= MINUTES_PER_DAY


def overlap(one: Worked, other: Worked) -> bool:
    """Whether both times are known and fall together; what begins when the other ends does not."""
    if one.span is None or other.span is None:
        return False
    return one.span[0] < other.span[1] and other.span[0] < one.span[1]


def may_be_the_same(one: Worked, other: Worked) -> bool:
    """Whether they are as long on the same day, and their times do not tell them apart."""
    apart = one.span is not None and other.span is not None
    return (one.on, one.minutes) == (other.on, other.minutes) and not apart


def doubts(
    new: Worked, standing: Iterable[Worked], today: date, at_sessions: Iterable[Worked] = ()
) -> frozenset[Doubt]:
    """What to ask about before these minutes are written down beside those that stand."""
    before = list(standing)
    found = {
        Doubt.LONG_DAY: total_on(new.on, before) + new.minutes > LONG_DAY,
        Doubt.LONG_AGO: today - new.on > LONG_AGO,
        Doubt.TWICE: any(may_be_the_same(new, each) for each in before),
        Doubt.OVERLAP: any(overlap(new, each) for each in before),
        Doubt.AT_SESSION: any(overlap(new, each) for each in at_sessions),
    }
    return frozenset(doubt for doubt, there in found.items() if there)


def is_to_come(new: Worked, local: datetime) -> bool:
    """Whether it is not done yet at this moment of the network's clock, as far as its times are known."""
    if new.begins is None:
        return new.on > local.date()
    ends = datetime.combine(new.on, datetime.min.time(), local.tzinfo) + timedelta(minutes=new.begins + new.minutes)
    return ends - JUST_NOW > local


def skill_given(must: Sequence[str], nice: Sequence[str], note: str) -> str | None:
    """The skill that was given: the only one that the role needs, or the one of the role's that the note speaks of."""
    if len(must) == 1:
        return must[0]
    spoken = [each for each in read_skills(note).skills if each in {*must, *nice}]
    return spoken[0] if len(spoken) == 1 else None
