"""A report of value in words: forecasts and facts apart, a table, the rates; few people are not shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from domain.ledger import GRADES, Grade, Line, Sum
from domain.skills import TAXONOMY
from domain.value import BEGINNING, MINUTES_PER_DAY, Forecast, Rate, last_day
from domain.value_report import KEYS, NOBODY, Row, ValueReport
from domain.work import HOURS_PER_DAY
from texts import all_texts, dates

GAP: Final = "   "
NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and what its words need."""

    report: ValueReport
    by: str
    chosen: Mapping[str, str]
    """What it is of: a year, a project …, by the keys of its table."""
    names: Mapping[str, str]
    """What ids are called."""
    every_rate: Sequence[Rate]
    language: str
    network: str
    made_on: date
    internal: bool

    def say(self, key: str, **values: Any) -> str:
        """Words of the report."""
        return all_texts().say(self.language, f"report.{key}", **values)

    def name(self, by: str, key: str) -> str:
        """What a row is called."""
        if key == NOBODY:
            return self.say(f"nobody-{by}")
        if by == "month":
            return dates.month(self.language, date.fromisoformat(f"{key}-01"))
        if by == "year":
            return str(int(key) + dates.BUDDHIST_ERA) if self.language == "th" else key
        return key if by == "organisation" else self.names.get(key, self.say("gone"))

    @property
    def rows(self) -> list[Row]:
        """The rows of the table: in time, or by name and what has none last."""
        if self.by in {"month", "year"}:
            return list(self.report.table)
        return sorted(self.report.table, key=lambda row: (row.key == NOBODY, self.name(self.by, row.key)))

    @property
    def about(self) -> str:
        """What the report is of."""
        parts = [self.say(f"of-{by}", name=self.name(by, key)) for by, key in self.chosen.items()]
        return " · ".join(parts) or self.say("of-everything")


def screen(told: Told, *, entries: bool) -> list[str]:
    """The report as it is printed."""
    day = dates.day(told.language, told.made_on)
    heading = [told.say("heading", network=told.network), told.say("about", about=told.about, day=day), ""]
    facts = [told.say("facts"), *indented(facts_of(told)), ""]
    table = [told.say(f"table-{told.by}"), *indented(table_of(told)), ""] if told.report.table else []
    rates = [told.say("rates", hours=HOURS_PER_DAY), *indented(aligned(map(rate_cells(told), told.report.rates)))]
    listed = ["", told.say("entries"), *indented(entries_of(told))] if entries else []
    return [*heading, *forecasts(told), "", *facts, *table, *rates, *listed, *footnote(told)]


def footnote(told: Told) -> list[str]:
    """What “fewer than 5 people” means, where something is hidden."""
    report = told.report
    figures = (report.total, *report.grades.values(), report.working, report.rejected)
    is_hidden = None in figures or any(row.is_hidden or None in row.grades.values() for row in report.table)
    return ["", told.say("why_hidden")] if is_hidden else []


# ---------------------------------------------------------------- forecasts and facts


def forecasts(told: Told) -> list[str]:
    """The two forecasts, called so."""
    rows = [forecast_cells(told, name, each) for name, each in zip("ab", told.report.forecasts, strict=True)]
    return [told.say("forecasts"), *indented(aligned(rows))]


def forecast_cells(told: Told, name: str, plan: Forecast) -> list[str]:
    """A forecast with how it is worked out."""
    counted = {"people": plan.people, "days": plan.days, "months": plan.months, "rate": f"{plan.baht_a_day:,}"}
    days = told.say("days", days=f"{plan.total_days:,}")
    return [told.say(f"forecast-{name}", **counted), days, told.say("baht", baht=f"{plan.baht:,}")]


def facts_of(told: Told) -> list[str]:
    """What was given, by who vouches for it; how much is verified; working time and own time; what does not count."""
    report = told.report
    if report.is_hidden:
        return [told.say("all_hidden")]
    if not report.total or not report.total.people:
        return [told.say("no_data"), *rejected(told)]
    rows = [[told.say(f"grade-{grade}"), *figure(told, report.grades[grade])] for grade in GRADES]
    rows.append([told.say("total"), *figure(told, report.total)])
    halves = [
        [told.say(name), *figure(told, each)] for name, each in (("working", report.working), ("own", report.own))
    ]
    return [*aligned([heads(told), *rows]), *share(told), *aligned(halves), *rejected(told)]


def heads(told: Told) -> list[str]:
    """What stands above the figures."""
    return ["", *(told.say(f"head-{name}") for name in ("people", "hours", "days", "baht"))]


def figure(told: Told, found: Sum | None) -> list[str]:
    """People, hours, days and baht; or that they are too few to be shown."""
    if found is None:
        return [told.say("few")]
    return [f"{found.people:,}", amount(found.minutes, 60), amount(found.minutes, MINUTES_PER_DAY), f"{found.baht:,}"]


def amount(minutes: int, unit: int) -> str:
    """So many hours or days, to the hundredth."""
    return f"{minutes / unit:,.2f}".rstrip("0").rstrip(".")


def share(told: Told) -> list[str]:
    """How much of it is verified."""
    found = told.report.verified_share
    return [] if found is None else [told.say("share", percent=f"{found * 100:.1f}")]


def rejected(told: Told) -> list[str]:
    """How many entries do not count."""
    found = told.report.rejected
    return [told.say("rejected_few")] if found is None else [told.say("rejected", count=found)] if found else []


# ---------------------------------------------------------------- the table


def table_of(told: Told) -> list[str]:
    """The table: people, hours, and baht by grade and in all."""
    if told.by == "volunteer" and not told.internal:
        return [told.say("no_names")]
    grades = [told.say(f"head-{grade}") for grade in GRADES]
    head = ["", told.say("head-people"), told.say("head-hours"), *grades, told.say("head-total")]
    return aligned([head, *(cells(told, row) for row in told.rows)])


def cells(told: Told, row: Row) -> list[str]:
    """One line of the table; of a hidden one nothing but that it is."""
    name = told.name(told.by, row.key)
    if row.total is None:
        return [name, told.say("few")]
    baht = [grade_cell(row.grades[grade]) for grade in GRADES]
    return [name, f"{row.total.people:,}", amount(row.total.minutes, 60), *baht, f"{row.total.baht:,}"]


def grade_cell(found: Sum | None) -> str:
    """The baht of a grade; a dash where they are not shown."""
    return NOTHING if found is None else f"{found.baht:,}"


# ---------------------------------------------------------------- rates and entries


def rate_cells(told: Told) -> Any:
    """How a rate looks: baht, of which skill, from when until when, who says so."""

    def cells_of(rate: Rate) -> list[str]:
        return [
            told.say("baht", baht=f"{rate.baht_a_day:,}"),
            skill(told, rate),
            while_(told, rate),
            source(told, rate),
        ]

    return cells_of


def skill(told: Told, rate: Rate) -> str:
    """Which skill a rate is for."""
    found = TAXONOMY.get(rate.skill)
    return told.say("every_skill") if not rate.skill else found.name(told.language) if found else rate.skill


def while_(told: Told, rate: Rate) -> str:
    """From when until when a rate holds."""
    until = last_day(rate, told.every_rate) if rate.from_on != BEGINNING else None
    values = {
        "since": dates.day(told.language, rate.from_on) if rate.from_on != BEGINNING else "",
        "until": dates.day(told.language, until) if until else "",
    }
    span = "otherwise" if rate.from_on == BEGINNING else "since_until" if until else "since"
    return told.say(f"while-{span}", **values)


def source(told: Told, rate: Rate) -> str:
    """Who says what a day is worth."""
    return told.say("source", source=told.say("our_own") if rate.from_on == BEGINNING else rate.source)


def entries_of(told: Told) -> list[str]:
    """The entries behind the table's rows; names, days and figures only within."""
    return aligned([entry_cells(told, each) for each in told.report.lines]) or [NOTHING]


def entry_cells(told: Told, line: Line) -> list[str]:
    """One entry."""
    row = told.name(told.by, KEYS[told.by](line))
    if not told.internal:
        return [line.entry, row]
    who = told.name("volunteer", line.person or NOBODY)
    figures = [amount(line.minutes, 60), f"{line.satang / 100:,.2f}", told.say(f"grade-{line.grade}")]
    return [line.entry, row, dates.day(told.language, line.worked_on), who, *figures]


def shown_grade(told: Told, line: Line) -> Grade | None:
    """The grade of an entry, where its row is split into grades and that one is shown."""
    row = next((each for each in told.report.table if each.key == KEYS[told.by](line)), None)
    return line.grade if row is not None and row.grades[line.grade] is not None else None


# ---------------------------------------------------------------- columns


def aligned(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as columns: the first to the left, the others to the right; one of two cells is said as it is."""
    every = [list(row) for row in rows]
    widest = max((len(row) for row in every), default=0)
    full = [row for row in every if len(row) == widest]
    widths = [max(width(row[index]) for row in full) for index in range(widest)]
    first = max((width(row[0]) for row in every), default=0)
    return [GAP.join(padded(row, [first, *widths[1:]], widest)).rstrip() for row in every]


def padded(row: Sequence[str], widths: Sequence[int], widest: int) -> list[str]:
    """The cells of a row, filled up."""
    rest = (
        row[1:]
        if len(row) < widest
        else [" " * (size - width(cell)) + cell for cell, size in zip(row[1:], widths[1:], strict=True)]
    )
    return [row[0] + " " * (widths[0] - width(row[0])), *rest]


def width(text: str) -> int:
    """How many columns a text takes: vowels and tone marks above and below take none."""
    return sum(unicodedata.category(each) not in {"Mn", "Cf", "Me"} for each in text)


def indented(lines: Iterable[str]) -> list[str]:
    """Lines a little to the right."""
    return [f"  {line}" for line in lines]
