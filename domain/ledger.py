"""The ledger's lines as they count: who vouches for them, what they are worth, and their sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar


class Grade(StrEnum):
    """Who vouches for hours, the least first."""

    SELF_REPORTED = "self_reported"
    ATTENDED = "attended"
    """They were seen at the session that the hours are for."""
    VERIFIED = "verified"
    """The organisation's lead, the team's lead or staff said so."""


GRADES: Final = tuple(Grade)


class Check(StrEnum):
    """Where somebody else's look at an entry stands."""

    NONE = "none"
    VERIFIED = "verified"
    ASKED = "asked"
    """The person was asked something about it."""
    ANSWERED = "answered"
    """They answered; it waits again."""
    REJECTED = "rejected"
    """It counts nowhere."""


@dataclass(frozen=True, slots=True)
class Line:
    """One entry that stands, as it counts."""

    entry: str
    person: str | None
    role: str | None
    project: str | None
    organisation: str | None
    company: str | None
    worked_on: date
    minutes: int
    working: bool
    """Given in the employer's time."""
    skill: str | None
    session: str | None
    note: str
    check: Check
    grade: Grade
    baht_a_day: int
    satang: int
    closed: bool
    """It stands in a letter or a report: later corrections are entries of their own."""
    adjusts: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts at all."""
        return self.check != Check.REJECTED


def grade_of(check: Check, *, came: bool) -> Grade:
    """The grade of an entry: verified, or for a session at which the person was seen, or their own word."""
    if check == Check.VERIFIED:
        return Grade.VERIFIED
    return Grade.ATTENDED if came else Grade.SELF_REPORTED


def standing_of(own: tuple[Check, bool], adjusted: tuple[Check, bool] | None) -> tuple[Check, Grade]:
    """How an entry stands, by its check and whether the person was seen; what adjusts another stands as that one does.

    So what is taken back is taken from where it counts.
    """
    check, came = own if adjusted is None else adjusted
    return check, grade_of(check, came=came)


@dataclass(frozen=True, slots=True)
class Sum:
    """Lines added up; it knows which."""

    minutes: int
    satang: int
    people: int
    entries: tuple[str, ...]

    @property
    def baht(self) -> int:
        """The value in whole baht, rounded down."""
        return self.satang // 100


def add_up(lines: Iterable[Line]) -> Sum:
    """The sum of lines that count."""
    counted = [each for each in lines if each.counts]
    return Sum(
        sum(each.minutes for each in counted),
        sum(each.satang for each in counted),
        len({each.person for each in counted}),  # those who were erased count as one: never too many
        tuple(each.entry for each in counted),
    )


def by_grade(lines: Iterable[Line]) -> dict[Grade, Sum]:
    """The sum of each grade; every line is in exactly one."""
    counted = list(lines)
    return {grade: add_up(each for each in counted if each.grade == grade) for grade in GRADES}


Key = TypeVar("Key", bound=Hashable)


def grouped(lines: Iterable[Line], key: Callable[[Line], Key]) -> Mapping[Key, list[Line]]:
    """Lines by something they have in common."""
    found: dict[Key, list[Line]] = defaultdict(list)
    for each in lines:
        found[key(each)].append(each)
    return found
