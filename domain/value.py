"""What hours are worth: dated rates, whole satang for each entry, and the two forecasts; money is rounded once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from domain.skills import TAXONOMY
from domain.work import BAHT_PER_DAY, HOURS_PER_DAY

SATANG: Final = 100
MINUTES_PER_DAY: Final = HOURS_PER_DAY * 60
BEGINNING: Final = date(1, 1, 1)
DAY: Final = timedelta(days=1)
LEAST_BAHT: Final = 1
MOST_BAHT: Final = 100_000
"""What a day may be worth: more is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What a day of work is worth from one day on: everywhere, or where one skill was given."""

    skill: str
    """Empty: everywhere else."""
    from_on: date
    baht_a_day: int
    source: str
    until_on: date | None = None
    """The last day; ``None``: until the next rate of the same kind begins."""
    id: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether this rate may hold on a day, as far as it knows itself."""
        return self.from_on <= day and (self.until_on is None or day <= self.until_on)


BASE: Final = Rate("", BEGINNING, BAHT_PER_DAY, "network")
"""What holds where nobody has set anything: the network's own assumption."""


class Refusal(StrEnum):
    """Why a rate cannot be set; each has its words in the texts."""

    PAST = "past"
    """It would change what days that are over were worth."""
    OVERLAP = "overlap"
    """Another rate holds on some of its days already."""
    GAP = "gap"
    """Days to come would be left for which the network has set no rate."""
    END_FIRST = "end_first"
    AMOUNT = "amount"
    """It is no amount of baht that a day could be worth."""
    UNKNOWN_SKILL = "unknown_skill"


def rate_on(rates: Iterable[Rate], skill: str | None, day: date) -> Rate:
    """The rate of a day: the skill's own, else the network's, else the one we began with."""
    known = list(rates)
    kinds = (of_kind(known, skill), of_kind(known, "")) if skill else (of_kind(known, ""),)
    found = (last_begun(kind, day) for kind in kinds)
    return next((each for each in found if each is not None and each.holds_on(day)), BASE)


def of_kind(rates: Iterable[Rate], skill: str) -> list[Rate]:
    """The rates of a skill, or with an empty one the network's, the oldest first."""
    return sorted((each for each in rates if each.skill == skill), key=lambda each: each.from_on)


def last_begun(rates: Iterable[Rate], day: date) -> Rate | None:
    """The rate of one kind that began last before or on a day: it ends any before it, even one without a last day."""
    return max((each for each in rates if each.from_on <= day), key=lambda each: each.from_on, default=None)


def last_day(rate: Rate, rates: Iterable[Rate]) -> date | None:
    """The last day on which a rate holds beside the others of its kind; ``None`` if no end is in sight."""
    following = [each.from_on for each in of_kind(rates, rate.skill) if each.from_on > rate.from_on]
    if rate.until_on is not None or not following:
        return rate.until_on
    return following[0] - DAY


def problem(new: Rate, rates: Sequence[Rate], today: date) -> Refusal | None:
    """Why this rate cannot be added to those that are set; ``None`` if it can."""
    if not LEAST_BAHT <= new.baht_a_day <= MOST_BAHT:
        return Refusal.AMOUNT
    if new.skill and new.skill not in TAXONOMY:
        return Refusal.UNKNOWN_SKILL
    if new.until_on is not None and new.until_on < new.from_on:
        return Refusal.END_FIRST
    if new.from_on <= today:
        return Refusal.PAST
    same = of_kind(rates, new.skill)
    if any(overlaps(each, new) for each in same):
        return Refusal.OVERLAP
    return Refusal.GAP if not new.skill and leaves_a_gap(new, same, today) else None


def overlaps(old: Rate, new: Rate) -> bool:
    """Whether two rates of one kind would hold on the same day; an open one ends where a later one begins."""
    first, second = sorted((old, new), key=lambda each: each.from_on)
    return first.from_on == second.from_on or (first.until_on is not None and first.until_on >= second.from_on)


def leaves_a_gap(new: Rate, same: Sequence[Rate], today: date) -> bool:
    """Whether days to come would be without a rate before or after this one; what is over cannot be mended any more.

    Only the network's rates are asked: a skill without a rate of its own has the network's.
    """
    before = [each for each in same if each.from_on < new.from_on]
    after = [each for each in same if each.from_on > new.from_on]
    ended = before[-1].until_on if before else None
    waits = ended is not None and new.from_on > max(ended, today) + DAY
    return waits or bool(after and new.until_on is not None and after[0].from_on > new.until_on + DAY)


def satang(minutes: int, baht_a_day: int) -> int:
    """What so many minutes are worth in satang, a half rounded away from nothing."""
    twice = 2 * abs(minutes) * baht_a_day * SATANG + MINUTES_PER_DAY
    whole = twice // (2 * MINUTES_PER_DAY)
    return whole if minutes >= 0 else -whole


def satang_more(minutes: int, before: int, baht_a_day: int) -> int:
    """What an entry is worth more, or less, by so many minutes beside those ``before``.

    It is the difference: so bit by bit it comes to what all of them are worth, and what is taken back leaves nothing.
    """
    return satang(before + minutes, baht_a_day) - satang(before, baht_a_day)


# ---------------------------------------------------------------- forecasts


@dataclass(frozen=True, slots=True)
class Forecast:
    """So many people, so many days a month, for so many months, at one rate: a plan, never a result."""

    people: int
    days: int
    """A month, for each of them."""
    months: int
    baht_a_day: int

    @property
    def total_days(self) -> int:
        """All their days."""
        return self.people * self.days * self.months

    @property
    def baht(self) -> int:
        """What they would be worth."""
        return self.total_days * self.baht_a_day


def forecast_a(people: int, days: int, baht_a_day: int) -> Forecast:
    """Everybody serves the whole year: four projects each."""
    return Forecast(people, days, 12, baht_a_day)


def forecast_b(people: int, days: int, baht_a_day: int) -> Forecast:
    """Everybody serves one project of three months."""
    return Forecast(people, days, 3, baht_a_day)


@dataclass(frozen=True, slots=True)
class Plan:
    """What the forecasts count with."""

    people: int
    days: int
    baht_a_day: int

    @property
    def forecasts(self) -> tuple[Forecast, Forecast]:
        """A: everybody the whole year; B: one project each."""
        return (
            forecast_a(self.people, self.days, self.baht_a_day),
            forecast_b(self.people, self.days, self.baht_a_day),
        )


def holding(rates: Iterable[Rate], since: date, until: date) -> list[Rate]:
    """The rates that hold on some day between two days, the network's first; what we began with where it counts."""
    known = list(rates)
    ends = {each: last_day(each, known) for each in known}
    among = [each for each in known if each.from_on <= until and (ends[each] or until) >= since]
    mine = of_kind(among, "")
    covered = mine and mine[0].from_on <= since and all_joined(mine, ends, until)
    return [*([] if covered else [BASE]), *sorted(among, key=lambda each: (each.skill, each.from_on))]


def all_joined(rates: Sequence[Rate], ends: Mapping[Rate, date | None], until: date) -> bool:
    """Whether these rates, in order, leave no day out before ``until``."""
    joined = all((ends[first] or until) + DAY >= second.from_on for first, second in pairwise(rates))
    return joined and (ends[rates[-1]] or until) >= until
