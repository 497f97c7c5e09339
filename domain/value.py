"""What hours are worth: dated rates, whole satang for each entry, and the two forecasts; money is rounded once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from domain.work import BAHT_PER_DAY, HOURS_PER_DAY

SATANG: Final = 100
MINUTES_PER_DAY: Final = HOURS_PER_DAY * 60
BEGINNING: Final = date(1, 1, 1)


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
        """Whether this rate may hold on a day."""
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
    """Days would be left for which no rate was set, between the last one's end and its beginning."""
    END_FIRST = "end_first"


def rate_on(rates: Iterable[Rate], skill: str | None, day: date) -> Rate:
    """The rate of a day: the skill's own, else the network's, else the one we began with."""
    known = [each for each in rates if each.holds_on(day) and each.skill in {"", skill or ""}]
    return max(known, key=lambda each: (each.skill != "", each.from_on), default=BASE)


def problem(new: Rate, rates: Sequence[Rate], today: date) -> Refusal | None:
    """Why this rate cannot be added to those that are set; ``None`` if it can."""
    if new.until_on is not None and new.until_on < new.from_on:
        return Refusal.END_FIRST
    if new.from_on <= today:
        return Refusal.PAST
    same = sorted((each for each in rates if each.skill == new.skill), key=lambda each: each.from_on)
    if any(overlaps(each, new) for each in same):
        return Refusal.OVERLAP
    last = same[-1] if same else None
    if last is None or last.until_on is None:
        return None
    return Refusal.GAP if new.from_on > last.until_on + timedelta(days=1) else None


def overlaps(old: Rate, new: Rate) -> bool:
    """Whether two rates of one kind would hold on the same day; an open one ends where a later one begins."""
    if old.until_on is None:
        return new.from_on <= old.from_on
    ends = new.until_on or date.max
    return old.from_on <= ends and new.from_on <= old.until_on


def satang(minutes: int, baht_a_day: int) -> int:
    """What so many minutes are worth in satang, a half rounded away from nothing."""
    twice = 2 * abs(minutes) * baht_a_day * SATANG + MINUTES_PER_DAY
    whole = twice // (2 * MINUTES_PER_DAY)
    return whole if minutes >= 0 else -whole


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
