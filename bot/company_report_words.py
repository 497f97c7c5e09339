"""A company's report in words: what counts as its contribution, events, offices, and those who agreed to be named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from bot.report_words import aligned, indented
from domain.company_report import CompanyReport, Event, Figures, Row
from domain.disclosure import FEWEST
from storage.companies import Occasion
from texts import all_texts, dates

NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and what its words need."""

    report: CompanyReport
    company: str
    year: int
    """C.E."""
    occasions: Mapping[Event, Occasion]
    language: str
    network: str
    timezone: str
    made_on: date
    cost: int | None
    """What an hour costs the company, in baht."""

    def say(self, key: str, **values: Any) -> str:
        """Words of the report."""
        return all_texts().say(self.language, f"report_company.{key}", **values)

    @property
    def shown_year(self) -> str:
        """The year as it is written."""
        return str(self.year + dates.BUDDHIST_ERA if self.language == "th" else self.year)

    @property
    def events(self) -> list[Row[Event]]:
        """The events, by organisation and title, then by day; those that are not shown by name are last."""
        return sorted(self.report.events, key=lambda row: (row.figures is None, *self.event(row)[:3], self.first(row)))

    @property
    def offices(self) -> list[Row[str]]:
        """The offices by name; none last."""
        return sorted(self.report.offices, key=lambda row: (row.key == "", row.key))

    def event(self, row: Row[Event]) -> tuple[str, str, str, str]:
        """An event's organisation, title, type and day or days."""
        found = self.occasions.get(row.key)
        if found is None:
            return NOTHING, self.say("no_project"), self.say("kind-work"), self.days(row)
        kind = self.say(f"kind-{found.kind or 'work'}")
        return found.organisation, found.title, kind, self.days(row)

    def days(self, row: Row[Event]) -> str:
        """A session's day; else from the first day of work until the last, where the row is shown."""
        found = self.occasions.get(row.key)
        if found and found.starts_at:
            return dates.day(self.language, dates.local(found.starts_at, self.timezone).date())
        first, last = span(row.figures)
        return dates.days(self.language, first, last) if first and last else NOTHING

    def first(self, row: Row[Event]) -> str:
        """What events of one title are ordered by."""
        found = self.occasions.get(row.key)
        return found.starts_at.isoformat() if found and found.starts_at else ""

    @property
    def worth(self) -> int | None:
        """What the hours that the company gave cost it, in whole baht; ``None`` where that cannot be said."""
        minutes = self.report.contribution
        return None if minutes is None or self.cost is None else minutes * self.cost // 60


def span(figures: Figures | None) -> tuple[date | None, date | None]:
    """The first and the last day of work, where they are known."""
    return (figures.first, figures.last) if figures else (None, None)


def screen(told: Told) -> list[str]:
    """The report as it is printed."""
    day = dates.day(told.language, told.made_on)
    heading = [told.say("heading", company=told.company, year=told.shown_year), told.say("as_of", day=day), ""]
    if told.report.is_hidden and not told.report.named:
        return [*heading, told.say("too_few", fewest=FEWEST)]
    if told.report.total and not told.report.total.people:
        return [*heading, told.say("no_data"), *pledge_of(told)]
    parts = [*whole(told), *table(told, "events"), *table(told, "offices"), *names(told)]
    return [*heading, *parts, *footnotes(told)]


def whole(told: Told) -> list[str]:
    """The sums, the company's contribution, the pledge, and the IRIS line."""
    found = told.report.total
    if found is None:
        return [told.say("too_few", fewest=FEWEST)]
    rows = [[told.say(f"part-{name}"), hours(told, getattr(found, name))] for name in ("working", "own", "others")]
    rows.append([told.say("part-total", people=found.people), hours(told, found.minutes)])
    return [*indented(aligned(rows)), "", *contribution(told), *pledge_of(told), *iris(told)]


def contribution(told: Told) -> list[str]:
    """What counts as the company's own: hours in working time, at its own cost."""
    cost = "none" if told.worth is None else f"{told.worth:,}"
    each = f"{told.cost:,}" if told.cost else ""
    return [told.say("lbg", hours=hours(told, told.report.contribution), cost=cost, each=each)]


def pledge_of(told: Told) -> list[str]:
    """What was pledged, and what came of it."""
    pledged, actual = told.report.pledged, told.report.actual
    if pledged is None:
        return [told.say("not_pledged")]
    percent = "none" if actual is None else f"{actual / 60 / pledged * 100:.0f}" if pledged else "none"
    return [told.say("pledged", pledged=f"{pledged:,}", actual=hours(told, actual), percent=percent)]


def iris(told: Told) -> list[str]:
    """The line for a report by IRIS."""
    found = told.report.total
    parts = (told.report.actual, found.working, found.own) if found else (None, None, None)
    total, working, own = (hours(told, each) for each in parts)
    return [told.say("iris", total=total, working=working, own=own)]


# ---------------------------------------------------------------- tables


def table(told: Told, name: str) -> list[str]:
    """Events or offices."""
    if name == "offices" and all(not each.key for each in told.report.offices):
        return []
    heads = ["organisation", "title", "kind", "days"] if name == "events" else ["office"]
    head = [told.say(f"head-{each}") for each in [*heads, "people", "total", "working", "own", "others"]]
    rows = event_rows(told) if name == "events" else office_rows(told)
    return ["", told.say(f"table-{name}"), *indented(aligned([head, *rows])), *unseen(told, name)]


def event_rows(told: Told) -> list[list[str]]:
    """The events that are shown."""
    return [[*told.event(row), *cells(told, row.figures)] for row in told.events if row.figures]


def office_rows(told: Told) -> list[list[str]]:
    """The offices that are shown."""
    rows = [row for row in told.offices if row.figures]
    return [[row.key or told.say("no_office"), *cells(told, row.figures)] for row in rows if row.figures]


def unseen(told: Told, name: str) -> list[str]:
    """How many rows are not shown."""
    count = sum(row.figures is None for row in getattr(told.report, name))
    return indented([told.say("rows_hidden", count=count)]) if count else []


def cells(told: Told, found: Figures | None) -> list[str]:
    """People and hours."""
    if found is None:
        return [NOTHING] * 5
    parts = (found.minutes, found.working, found.own, found.others)
    return [f"{found.people:,}", *(hours(told, each) for each in parts)]


def hours(_told: Told, minutes: int | None) -> str:
    """So many hours; a dash where they are not shown."""
    return NOTHING if minutes is None else f"{minutes / 60:,.2f}".rstrip("0").rstrip(".")


def names(told: Told) -> list[str]:
    """Those who agreed to be named."""
    if not told.report.named:
        return []
    head = [told.say(f"head-{each}") for each in ("name", "office", "total", "working", "own", "others")]
    rows = [[each.name, each.office or NOTHING, *cells(told, found)[1:]] for each, found in told.report.named]
    return ["", told.say("table-names"), *indented(aligned([head, *rows]))]


def footnotes(told: Told) -> Iterable[str]:
    """What is counted and how, and what is not shown and why."""
    withheld = [told.say("names_withheld", count=told.report.names_withheld)] if told.report.names_withheld else []
    return ["", told.say("assumptions"), told.say("why_hidden", fewest=FEWEST), *withheld]
