"""What volunteering is worth: forecast and fact apart, every total with its entries, few people hidden."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.disclosure import FEWEST, everybody, hidden, splits_hidden, too_few
from domain.ledger import GRADES, Grade, Line, Sum, add_up, by_grade, grouped
from domain.value import Forecast, Plan, Rate

NOBODY: Final = ""
"""The key of what belongs to no project, company or person."""
BUDDHIST: Final = 543

Grades = Mapping[Grade, Sum | None]
"""The sum of each grade; ``None`` where it must not be shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    key: str
    """A project's, company's or person's id, an organisation's name, a month (``2026-08``) or a year."""
    total: Sum | None
    """``None`` where the row must not be shown."""
    grades: Grades

    @property
    def is_hidden(self) -> bool:
        """Whether it must not be shown."""
        return self.total is None


@dataclass(frozen=True, slots=True)
class ValueReport:
    """What a report says; a figure that must not be shown is ``None``."""

    forecasts: tuple[Forecast, Forecast]
    """A: everybody the whole year; B: one project each."""
    total: Sum | None
    """All that was submitted and not rejected."""
    grades: Grades
    working: Sum | None
    """Of the verified: given in the employer's time."""
    own: Sum | None
    """Of the verified: given in their own time."""
    rejected: int | None
    """Entries that count nowhere."""
    table: tuple[Row, ...]
    lines: tuple[Line, ...]
    """The entries behind the figures; those of hidden rows are left out."""
    rates: tuple[Rate, ...]
    """Those that hold in its time."""

    @property
    def is_hidden(self) -> bool:
        """Whether so few people are behind all of it that nothing may be shown."""
        return self.total is None

    @property
    def verified_share(self) -> float | None:
        """How much of what was submitted is verified, by value, from 0 to 1; ``None`` where that cannot be said."""
        verified = self.grades.get(Grade.VERIFIED)
        if self.total is None or verified is None or not self.total.satang:
            return None
        return verified.satang / self.total.satang


KEYS: Final[Mapping[str, Callable[[Line], str]]] = {
    "project": lambda line: line.project or NOBODY,
    "organisation": lambda line: line.organisation or NOBODY,
    "company": lambda line: line.company or NOBODY,
    "volunteer": lambda line: line.person or NOBODY,
    "month": lambda line: line.worked_on.isoformat()[:7],
    "year": lambda line: line.worked_on.isoformat()[:4],
}
"""What a table can be by."""


def report(
    lines: Sequence[Line], by: str, plan: Plan, rates: Sequence[Rate], fewest: int = FEWEST, *, withheld: bool = False
) -> ValueReport:
    """The report of these lines, with a table ``by`` one of :data:`KEYS`; ``fewest`` 0 hides nothing (for staff).

    It is ``withheld`` where its total, beside others that are shown, would give few people away.
    """
    counted = [each for each in lines if each.counts]
    groups = grouped(counted, KEYS[by])
    few = withheld or too_few(people(counted), fewest)
    unseen = set(groups) if few else hidden({key: people(each) for key, each in groups.items()}, fewest)
    kept_back = withheld_grades(counted, few, fewest)
    unsplit = without_split(groups, unseen, kept_back, fewest)
    listed = [each for each in counted if KEYS[by](each) not in unseen]
    split = {each.entry for each in listed if KEYS[by](each) not in unsplit}
    rejected = [each for each in lines if not each.counts]
    return ValueReport(
        plan.forecasts,
        None if few else only(add_up(counted), {each.entry for each in listed}),
        of_grades(counted, kept_back, split),
        *working_and_own(counted, kept_back, split, fewest),
        None if few or too_few(people(rejected), fewest) else len(rejected),
        tuple(row(key, groups[key], unseen, unsplit, kept_back) for key in sorted(groups)),
        tuple(listed),
        tuple(rates),
    )


def people(lines: Iterable[Line]) -> set[str | None]:
    """The different people behind lines; those who were erased count as one."""
    return {each.person for each in lines}


def withheld_grades(lines: Sequence[Line], few: bool, fewest: int) -> set[Grade]:
    """The grades that must not be shown; verified, which counts most, is shown as long as it can be."""
    behind = {grade: people(each for each in lines if each.grade == grade) for grade in GRADES}
    return set(GRADES) if few else hidden(behind, fewest, last={Grade.VERIFIED})


def without_split(
    groups: Mapping[str, Sequence[Line]], unseen: set[str], kept_back: set[Grade], fewest: int
) -> set[str]:
    """The rows that must not be split into grades: the hidden ones, and those whose parts would be of few people."""
    splits = {key: parts(lines, kept_back) for key, lines in groups.items()}
    return splits_hidden(splits, unseen, fewest) if splits else set()


def parts(lines: Sequence[Line], kept_back: set[Grade]) -> list[set[str | None]]:
    """The people behind each grade, those of the grades that are kept back together: their sum can be worked out."""
    behind = {grade: people(each for each in lines if each.grade == grade) for grade in GRADES}
    return [*(behind[grade] for grade in GRADES if grade not in kept_back), everybody(behind, kept_back)]


def of_grades(lines: Sequence[Line], kept_back: set[Grade], listed: Collection[str]) -> Grades:
    """The sums of the grades that may be shown, with the entries that may be listed."""
    sums = by_grade(lines)
    return {grade: None if grade in kept_back else only(sums[grade], listed) for grade in GRADES}


def working_and_own(
    lines: Sequence[Line], kept_back: set[Grade], listed: Collection[str], fewest: int
) -> tuple[Sum | None, Sum | None]:
    """The verified hours given in the employer's time and in one's own: both, or none where one is of few people."""
    verified = [each for each in lines if each.grade == Grade.VERIFIED]
    halves = [[each for each in verified if each.working == working] for working in (True, False)]
    if Grade.VERIFIED in kept_back or any(too_few(people(each), fewest) for each in halves):
        return None, None
    return only(add_up(halves[0]), listed), only(add_up(halves[1]), listed)


def only(found: Sum, listed: Collection[str]) -> Sum:
    """A sum that lists no entry but those that may be listed."""
    return replace(found, entries=tuple(each for each in found.entries if each in listed))


def row(key: str, lines: Sequence[Line], unseen: set[str], unsplit: set[str], kept_back: set[Grade]) -> Row:
    """One line of the table."""
    if key in unseen:
        return Row(key, None, dict.fromkeys(GRADES))
    every = {each.entry for each in lines}
    return Row(key, add_up(lines), of_grades(lines, set(GRADES) if key in unsplit else kept_back, every))


# ---------------------------------------------------------------- what a report is of


def gives_away(lines: Sequence[Line], chosen: Mapping[str, str], fewest: int = FEWEST) -> bool:
    """Whether the total of what was ``chosen`` (a year, project …: keys of :data:`KEYS`) would give few people away.

    A report of one project shows what the table by project would show of it. Years are shown one by one: so all of them
    together are not, where that would tell of a year with few people.
    """
    left = [each for each in lines if each.counts]
    for by, key in {"year": "", **chosen}.items():
        groups = grouped(left, KEYS[by])
        behind = {each: people(theirs) for each, theirs in groups.items()}
        if by == "year" and not key:
            small = {each for each, theirs in behind.items() if too_few(theirs, fewest)}
            gone = too_few(everybody(behind, small), fewest)
        else:
            gone = by != "year" and key in hidden(behind, fewest)
        if gone:
            return True
        left = groups.get(key, []) if key or by != "year" else left
    return False


def chosen_lines(lines: Iterable[Line], chosen: Mapping[str, str]) -> list[Line]:
    """The lines of what was chosen."""
    return [each for each in lines if all(KEYS[by](each) == key for by, key in chosen.items())]


def year(number: int) -> tuple[date, date]:
    """The first and the last day of a year C.E."""
    return date(number, 1, 1), date(number, 12, 31)


def common_era(number: int) -> int:
    """A year C.E. of what was given, which may be of the Buddhist era."""
    return number - BUDDHIST if number >= 2400 else number
