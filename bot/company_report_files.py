"""A company's report as a file: CSV, a spreadsheet, or JSON; a figure that must not be shown is in none of them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bot.company_report_words import Told, span
from bot.report_files import harmless, put
from domain.company_report import Event, Figures, Row

COLUMNS: Final = (
    "part",
    "organisation",
    "event",
    "type",
    "first_day",
    "last_day",
    "name",
    "office",
    "people",
    "hours",
    "verified_working_hours",
    "verified_own_hours",
    "unverified_hours",
    "shown",
)
Cells = dict[str, Any]


def rows(told: Told) -> Iterator[Cells]:
    """Every figure of the report, one a row."""
    report = told.report
    yield {"part": "total", **figures(report.total)}
    for found in told.events:
        yield event(told, found)
    for office in told.offices:
        yield {"part": "office", "office": office.key or told.say("no_office"), **figures(office.figures)}
    for employee, theirs in report.named:
        yield {"part": "person", "name": employee.name, "office": employee.office, **figures(theirs)}


def event(told: Told, row: Row[Event]) -> Cells:
    """One event; of a hidden one only that there is one."""
    if row.figures is None:
        return {"part": "event", **figures(None)}
    organisation, title, kind, _ = told.event(row)
    named = {"organisation": organisation, "event": title, "type": kind, **days(row.figures)}
    return {"part": "event", **named, **figures(row.figures)}


def days(found: Figures) -> Cells:
    """The first and the last day."""
    first, last = span(found)
    return {"first_day": str(first or ""), "last_day": str(last or "")}


def figures(found: Figures | None) -> Cells:
    """People and hours; what must not be shown is empty."""
    if found is None:
        return {"shown": False}
    parts = {"verified_working": found.working, "verified_own": found.own, "unverified": found.others}
    split = {f"{name}_hours": in_hours(minutes) for name, minutes in parts.items()}
    return {"people": found.people, "hours": in_hours(found.minutes), **split, "shown": True}


def in_hours(minutes: int | None) -> float | None:
    """Hours to the hundredth."""
    return None if minutes is None else round(minutes / 60, 2)


def heads(told: Told) -> Cells:
    """What stands for the whole year."""
    report = told.report
    found = report.total
    return {
        "company": told.company,
        "year": told.year,
        "network": told.network,
        "made_on": told.made_on.isoformat(),
        "pledged_hours": report.pledged,
        "actual_verified_hours": in_hours(report.actual),
        "lbg_contribution_hours": in_hours(report.contribution),
        "cost_per_hour_baht": told.cost,
        "lbg_contribution_baht": told.worth,
        "iris_OI8429_hours": in_hours(report.actual),
        "iris_OI8429_working_hours": in_hours(found.working if found else None),
        "iris_OI8429_own_hours": in_hours(found.own if found else None),
        "names_withheld": report.names_withheld,
        "assumptions": told.say("assumptions"),
    }


def write_csv(told: Told, path: Path) -> None:
    """A table for a spreadsheet: with the mark by which Excel knows Thai, and no cell that it would work out."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows(told):
            writer.writerow([harmless(row.get(column, "")) for column in COLUMNS])
        for name, value in heads(told).items():
            writer.writerow(["summary", *[""] * 5, name, "", "", harmless("" if value is None else value)])


def write_xlsx(told: Told, path: Path) -> None:
    """A spreadsheet: the year, and its figures."""
    from openpyxl import Workbook  # noqa: PLC0415 (no other command writes spreadsheets)

    book = Workbook()
    del book[book.sheetnames[0]]
    figures_of = [list(COLUMNS), *([row.get(each, "") for each in COLUMNS] for row in rows(told))]
    for name, found in (("summary", [list(each) for each in heads(told).items()]), ("figures", figures_of)):
        sheet = book.create_sheet(told.say(f"sheet-{name}"))
        for number, cells in enumerate(found, 1):
            for place, value in enumerate(cells, 1):
                put(sheet.cell(number, place), value)
    book.save(path)


def write_json(told: Told, path: Path) -> None:
    """Everything, for a program."""
    whole = {**heads(told), "rows": list(rows(told))}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


WRITERS: Final[Mapping[str, Callable[[Told, Path], None]]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "json": write_json,
}
"""What can be written, by the option that names the file."""
