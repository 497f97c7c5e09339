"""What a company's people gave in a year: events, offices, working and own time, names only of those who agreed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from domain.disclosure import FEWEST, everybody, hidden, splits_hidden, too_few
from domain.ledger import Grade, Line, grouped

AGREES_TO_NAME: Final = "name_and_hours"
AGREES_TO_OFFICE: Final = frozenset({"total_only", AGREES_TO_NAME})
"""Who lets the employer see nothing counts in sums all the same, but not as one of an office's people."""
PARTS: Final = ("working", "own", "others")
"""Verified and given in the employer's time, verified and given in one's own, and what nobody has verified."""

Key = TypeVar("Key")
People = frozenset[str | None]
"""Those who were erased count as one."""


@dataclass(frozen=True, slots=True)
class Employee:
    """One of a company's people, as far as its report may know."""

    person: str
    name: str
    office: str
    sees: str
    """What the employer may see: their last answer."""


@dataclass(frozen=True, slots=True)
class Event:
    """What hours were given for: a session, or the work of a project's roles."""

    project: str | None
    session: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Hours of some people; a part that must not be shown is ``None``."""

    people: int
    minutes: int
    working: int | None
    own: int | None
    others: int | None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Row(Generic[Key]):
    """One line of a table; without figures where it must not be shown."""

    key: Key
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class CompanyReport:
    """A company's year."""

    total: Figures | None
    """``None``: of so few people that nothing may be shown."""
    events: tuple[Row[Event], ...]
    offices: tuple[Row[str], ...]
    """By name; the last, without one, is of those who named no office or do not show it."""
    named: tuple[tuple[Employee, Figures], ...]
    """Those who agreed to be shown by name, the most hours first."""
    names_withheld: int
    """So many agreed, but beside the total their names would give the few others away."""
    pledged: int | None
    """Hours that the company means to give in the year."""

    @property
    def is_hidden(self) -> bool:
        """Whether nothing may be shown of the whole."""
        return self.total is None

    @property
    def contribution(self) -> int | None:
        """Minutes that the company itself gave, as LBG counts: verified, in working time."""
        return self.total.working if self.total else None

    @property
    def actual(self) -> int | None:
        """Verified minutes, working and own time; ``None`` where that cannot be said."""
        found = self.total
        return None if found is None or found.working is None or found.own is None else found.working + found.own


def report(
    lines: Iterable[Line], employees: Sequence[Employee], pledged: int | None, fewest: int = FEWEST
) -> CompanyReport:
    """The report of these lines of a company, as outsiders may see it."""
    counted = [each for each in lines if each.counts]
    agreed = {each.person: each for each in employees if each.sees == AGREES_TO_NAME}
    offices = {each.person: each.office for each in employees if each.sees in AGREES_TO_OFFICE}
    everyone = people(counted)
    shown = shown_by_name(everyone, set(agreed), fewest)
    table = Table(counted, frozenset(everyone - shown), fewest)
    return CompanyReport(
        table.total(),
        table.rows(lambda line: Event(line.project, line.session)),
        table.rows(lambda line: offices.get(line.person or "", "")),
        by_name(counted, {person: agreed[person] for person in shown}),
        len(everyone & set(agreed)) - len(shown),
        pledged,
    )


def shown_by_name(everyone: Iterable[str | None], agreed: set[str], fewest: int) -> set[str]:
    """Who is shown by name: those who agreed, unless the total less their hours would be of a few others."""
    there = set(everyone)
    named = {each for each in there if each in agreed and each is not None}
    gives_away = too_few(there - named, fewest) and not too_few(there, fewest)
    return set() if gives_away else named


def by_name(lines: Sequence[Line], agreed: Mapping[str, Employee]) -> tuple[tuple[Employee, Figures], ...]:
    """What each of those who agreed gave, the most first."""
    theirs = grouped((each for each in lines if each.person in agreed), lambda line: line.person or "")
    found = [(agreed[person], figures(each, frozenset())) for person, each in theirs.items()]
    return tuple(sorted(found, key=lambda each: (-each[1].minutes, each[0].name, each[0].person)))


def people(lines: Iterable[Line]) -> set[str | None]:
    """The different people behind lines."""
    return {each.person for each in lines}


def part_of(line: Line) -> str:
    """Which of :data:`PARTS` a line belongs to."""
    if line.grade != Grade.VERIFIED:
        return "others"
    return "working" if line.working else "own"


def figures(lines: Sequence[Line], withheld: frozenset[str]) -> Figures:
    """Lines added up, without the parts that must not be shown."""
    minutes = {name: sum(each.minutes for each in lines if part_of(each) == name) for name in PARTS}
    shown = {name: None if name in withheld else minutes[name] for name in PARTS}
    days = [each.worked_on for each in lines]
    return Figures(len(people(lines)), sum(minutes.values()), **shown, first=min(days), last=max(days))


NOTHING: Final = Figures(0, 0, 0, 0, 0)
EVERY: Final = frozenset(PARTS)


@dataclass(frozen=True, slots=True)
class Table:
    """Lines of which some people must not be made out."""

    lines: Sequence[Line]
    anonymous: People
    """Those who are not shown by name: every figure is of none of them, or of enough."""
    fewest: int

    def unnamed(self, lines: Iterable[Line]) -> set[str | None]:
        """Those behind lines who must not be made out."""
        return {each.person for each in lines if each.person in self.anonymous}

    def parts(self, lines: Sequence[Line]) -> dict[str, set[str | None]]:
        """Those behind each part who must not be made out."""
        return {name: self.unnamed(each for each in lines if part_of(each) == name) for name in PARTS}

    @property
    def is_withheld(self) -> bool:
        """Whether the whole itself is of too few."""
        return too_few(self.anonymous, self.fewest)

    @property
    def kept_back(self) -> frozenset[str]:
        """The parts of the whole that must not be shown; what the company gave is shown as long as it can be."""
        if self.is_withheld:
            return EVERY
        return frozenset(hidden(self.parts(self.lines), self.fewest, last={"working"}))

    def total(self) -> Figures | None:
        """The whole."""
        if not self.lines:
            return NOTHING
        return None if self.is_withheld else figures(self.lines, self.kept_back)

    def rows(self, key: Callable[[Line], Key]) -> tuple[Row[Key], ...]:
        """The whole, split by something."""
        groups = grouped(self.lines, key)
        behind = {each: self.unnamed(theirs) for each, theirs in groups.items()}
        unseen = hidden(behind, self.fewest)
        unsplit = self.unsplit(groups, unseen)
        return tuple(
            Row(each, None if each in unseen else figures(theirs, EVERY if each in unsplit else self.kept_back))
            for each, theirs in groups.items()
        )

    def unsplit(self, groups: Mapping[Key, Sequence[Line]], unseen: set[Key]) -> set[Key]:
        """The rows whose parts must not be shown: they would be of few, or tell of the few in another."""
        splits = {each: self.splits(theirs) for each, theirs in groups.items()}
        return splits_hidden(splits, unseen, self.fewest) if splits else set()

    def splits(self, lines: Sequence[Line]) -> list[set[str | None]]:
        """Those behind each part that is shown, and behind the others together: their sum can be worked out."""
        found = self.parts(lines)
        return [*(found[name] for name in PARTS if name not in self.kept_back), everybody(found, self.kept_back)]
