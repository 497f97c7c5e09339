"""A report of value as a file: CSV for a spreadsheet, a spreadsheet, or JSON; every total with its entries."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bot.report_words import Told, shown_grade
from domain.disclosure import FEWEST
from domain.ledger import GRADES, Line, Sum
from domain.value import BEGINNING, MINUTES_PER_DAY, Forecast
from domain.value_report import KEYS, NOBODY
from domain.work import HOURS_PER_DAY

HIDDEN: Final = {"shown": False, "why": f"fewer than {FEWEST} people"}
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""
COLUMNS: Final = ("part", "name", "figure", "people", "minutes", "hours", "days", "baht", "satang", "shown", "entries")
Row = dict[str, Any]


# ---------------------------------------------------------------- rows


def rows(told: Told) -> Iterator[Row]:
    """Every figure of the report, one a row; forecasts are called so."""
    report = told.report
    for name, plan in zip("AB", report.forecasts, strict=True):
        yield {"part": "forecast", "name": "", "figure": f"forecast_{name.lower()}", **planned(plan), "shown": True}
    figures: dict[str, Sum | None] = {str(grade): report.grades[grade] for grade in GRADES}
    figures |= {"total": report.total, "verified_working_time": report.working, "verified_own_time": report.own}
    for figure, found in figures.items():
        yield {"part": "fact", "name": "", "figure": figure, **counted(found)}
    for row in told.rows if shows_table(told) else ():
        named = {"part": told.by, "name": told.name(told.by, row.key)}
        split = {} if row.total is None else {str(grade): row.grades[grade] for grade in GRADES}
        for figure, found in {**split, "total": row.total}.items():
            yield {**named, "figure": figure, **counted(found)}


def shows_table(told: Told) -> bool:
    """Whether the table may be in it: of single people only within."""
    return told.by != "volunteer" or told.internal


def planned(plan: Forecast) -> Row:
    """A forecast's figures."""
    minutes = plan.total_days * MINUTES_PER_DAY
    return {"people": plan.people, **amounts(minutes, plan.baht * 100), "entries": ()}


def counted(found: Sum | None) -> Row:
    """A sum's figures, or none."""
    if found is None:
        return {"shown": False, "entries": ()}
    return {"people": found.people, **amounts(found.minutes, found.satang), "shown": True, "entries": found.entries}


def amounts(minutes: int, satang: int) -> Row:
    """Time and money, exactly and as people read them."""
    units = {"hours": round(minutes / 60, 4), "days": round(minutes / MINUTES_PER_DAY, 4)}
    return {"minutes": minutes, **units, "baht": satang // 100, "satang": satang}


def entry(told: Told, line: Line) -> Row:
    """An entry: outside only which row it belongs to, and the grade where that is shown."""
    grade = shown_grade(told, line)
    row = {"entry": line.entry, "row": told.name(told.by, KEYS[told.by](line)), "grade": str(grade) if grade else ""}
    return {**row, **within(told, line)} if told.internal else row


def within(told: Told, line: Line) -> Row:
    """What an entry says, for those inside only."""
    of = {by: told.name(by, KEYS[by](line)) for by in ("volunteer", "project", "organisation", "company")}
    figures = {"minutes": line.minutes, "baht_a_day": line.baht_a_day, "satang": line.satang}
    more = {
        "working_time": line.working,
        "skill": line.skill or "",
        "closed": line.closed,
        "adjusts": line.adjusts or "",
    }
    return {"day": line.worked_on.isoformat(), **of, **figures, "check": str(line.check), **more}


# ---------------------------------------------------------------- files


def write_csv(told: Told, path: Path) -> None:
    """A table for a spreadsheet: with the mark by which Excel knows Thai, and no cell that it would work out."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for row in rows(told):
            writer.writerow([harmless(flat(row.get(column, ""))) for column in COLUMNS])


def flat(value: Any) -> Any:
    """A value as one cell."""
    return " ".join(value) if isinstance(value, tuple) else value


def harmless(value: Any) -> Any:
    """Words that a spreadsheet would take for a formula, as words."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def write_xlsx(told: Told, path: Path) -> None:
    """A spreadsheet: the figures, the entries, and the rates."""
    from openpyxl import Workbook  # noqa: PLC0415 (no other command writes spreadsheets)

    book = Workbook()
    del book[book.sheetnames[0]]
    entries = [entry(told, line) for line in told.report.lines] if shows_table(told) else []
    figures = [{**row, "entries": len(row["entries"])} for row in rows(told)]
    for name, found in (("figures", figures), ("entries", entries), ("rates", rates_of(told))):
        sheet = book.create_sheet(told.say(f"sheet-{name}"))
        columns = list(dict.fromkeys(column for row in found for column in row))
        for number, cells in enumerate([columns, *([row.get(each, "") for each in columns] for row in found)], 1):
            for place, value in enumerate(cells, 1):
                put(sheet.cell(number, place), value)
    book.save(path)


def put(cell: Any, value: Any) -> None:
    """Write a value into a cell; words stay words, whatever they begin with."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def write_json(told: Told, path: Path) -> None:
    """Everything, for a program."""
    path.write_text(json.dumps(as_json(told), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def as_json(told: Told) -> Row:
    """The report as plain data."""
    report = told.report
    return {
        "network": told.network,
        "of": {by: told.name(by, key) for by, key in told.chosen.items()},
        "made_on": told.made_on.isoformat(),
        "internal": told.internal,
        "hours_per_day": HOURS_PER_DAY,
        "rates": rates_of(told),
        "forecasts": [forecast(name, plan) for name, plan in zip("AB", report.forecasts, strict=True)],
        "facts": {
            "total": sum_of(report.total),
            **{str(grade): sum_of(report.grades[grade]) for grade in GRADES},
            "verified_share": report.verified_share,
            "verified_working_time": sum_of(report.working),
            "verified_own_time": sum_of(report.own),
            "rejected_entries": HIDDEN if report.rejected is None else report.rejected,
        },
        "by": told.by,
        "table": [
            {"name": told.name(told.by, row.key), "total": sum_of(row.total)}
            | ({} if row.total is None else {str(grade): sum_of(row.grades[grade]) for grade in GRADES})
            for row in (told.rows if shows_table(told) else ())
        ],
        "entries": [entry(told, line) for line in report.lines] if shows_table(told) else [],
    }


def forecast(name: str, plan: Forecast) -> Row:
    """A forecast with what it counts with."""
    counts = {"days_a_month": plan.days, "months": plan.months, "baht_a_day": plan.baht_a_day}
    return {"name": name, "is_forecast": True, **counts, **planned(plan)}


def sum_of(found: Sum | None) -> Mapping[str, Any]:
    """A sum as plain data."""
    return HIDDEN if found is None else counted(found)


def rates_of(told: Told) -> list[Row]:
    """The rates as plain data."""
    return [
        {
            "skill": each.skill or NOBODY,
            "from": "" if each.from_on == BEGINNING else each.from_on.isoformat(),
            "until": each.until_on.isoformat() if each.until_on else "",
            "baht_a_day": each.baht_a_day,
            "source": told.say("our_own") if each.from_on == BEGINNING else each.source,
        }
        for each in told.report.rates
    ]


WRITERS: Final[Mapping[str, Callable[[Told, Path], None]]] = {
    "csv": write_csv,
    "xlsx": write_xlsx,
    "json": write_json,
}
"""What can be written, by the option that names the file."""
