"""What volunteering is worth: forecast and fact apart, every total with its entries, few people hidden."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.disclosure import FEWEST, hidden
from domain.ledger import Grade, Line, Sum, add_up, by_grade, grouped
from domain.value import Forecast, Rate, forecast_a, forecast_b

NOBODY: Final = ""
"""The key of what belongs to no project, company or person."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    key: str
    """A project's, company's or person's id, an organisation's name, a month (``2026-08``) or a year."""
    people: int | None
    """``None``, as all figures, where the row must not be shown."""
    sums: Mapping[Grade, Sum] | None

    @property
    def is_hidden(self) -> bool:
        """Whether it must not be shown."""
        return self.sums is None


@dataclass(frozen=True, slots=True)
class ValueReport:
    """What a report says."""

    forecasts: tuple[Forecast, Forecast]
    """A: everybody the whole year; B: one project each."""
    total: Sum
    """All that was submitted and not rejected."""
    grades: Mapping[Grade, Sum]
    working: Sum
    """Of the verified: given in the employer's time."""
    own: Sum
    """Of the verified: given in their own time."""
    rejected: int
    """Entries that count nowhere."""
    table: tuple[Row, ...]
    lines: tuple[Line, ...]
    """The entries behind the figures; those of hidden rows are left out."""
    rates: tuple[Rate, ...]
    """Those that the entries were valued with."""
    is_hidden: bool
    """Whether so few people are behind all of it that nothing may be shown."""

    @property
    def verified_share(self) -> float:
        """How much of what was submitted is verified, by value, from 0 to 1."""
        return self.grades[Grade.VERIFIED].satang / self.total.satang if self.total.satang else 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What the forecasts count with."""

    people: int
    days: int
    baht_a_day: int


KEYS: Final[Mapping[str, Callable[[Line], str]]] = {
    "project": lambda line: line.project or NOBODY,
    "organisation": lambda line: line.organisation or NOBODY,
    "company": lambda line: line.company or NOBODY,
    "volunteer": lambda line: line.person or NOBODY,
    "month": lambda line: f"{line.worked_on:%Y-%m}",
    "year": lambda line: f"{line.worked_on:%Y}",
}
"""What a table can be by."""


def report(lines: Sequence[Line], by: str, plan: Plan, rates: Sequence[Rate], fewest: int = FEWEST) -> ValueReport:
    """The report of these lines, with a table ``by`` one of :data:`KEYS`; ``fewest`` 0 hides nothing (for staff)."""
    counted = [each for each in lines if each.counts]
    total, groups = add_up(counted), grouped(counted, KEYS[by])
    too_few = 0 < total.people < fewest
    unseen = set(groups) if too_few else hidden({key: add_up(each).people for key, each in groups.items()}, fewest)
    verified = [each for each in counted if each.grade == Grade.VERIFIED]
    return ValueReport(
        (forecast_a(plan.people, plan.days, plan.baht_a_day), forecast_b(plan.people, plan.days, plan.baht_a_day)),
        total,
        by_grade(counted),
        add_up(each for each in verified if each.working),
        add_up(each for each in verified if not each.working),
        len(lines) - len(counted),
        tuple(row(key, groups[key], shown=key not in unseen) for key in sorted(groups)),
        tuple(each for each in counted if KEYS[by](each) not in unseen),
        tuple(rates),
        too_few,
    )


def row(key: str, lines: Sequence[Line], *, shown: bool) -> Row:
    """One line of the table."""
    return Row(key, add_up(lines).people, by_grade(lines)) if shown else Row(key, None, None)


def year(number: int) -> tuple[date, date]:
    """The first and the last day of a year C.E."""
    return date(number, 1, 1), date(number, 12, 31)
