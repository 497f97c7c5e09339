"""Opens a file with projects, a spreadsheet or YAML, and gives its rows; and writes an empty spreadsheet to fill in."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import yaml
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from domain.project_file import SESSION_CHANGES, SHEETS, Bad, Column, Problem, Row, Sheet
from domain.project_file.cells import plain
from texts import dates

LARGEST: Final = 10_000_000
MOST_ROWS: Final = 2000
PARTS: Final = {sheet.name: sheet for sheet in SHEETS[1:]}
MAY_BE_MERGED: Final = frozenset({"project"})
"""Where one cell over several rows can only mean that all of them have its value."""
ACCENT: Final = "06705E"


class NotAFile(ValueError):
    """The file cannot be opened as what its name says; the message is an entry of the texts."""


def rows_of(path: Path, sheets: Sequence[Sheet] = SHEETS) -> tuple[list[Row], list[Problem]]:
    """The rows of a file, and what is wrong with its shape; raises :class:`NotAFile`."""
    if not path.is_file():
        raise NotAFile("no_file")
    if path.stat().st_size > LARGEST:
        raise NotAFile("too_large")
    kind = path.suffix.lower()
    if kind == ".xlsx":
        return from_spreadsheet(path, sheets)
    if kind in {".yaml", ".yml"}:
        return from_yaml(path, sheets)
    raise NotAFile("other_kind")


def session_rows_of(path: Path) -> tuple[list[Row], list[Problem]]:
    """As :func:`rows_of`, of a file with nothing but sessions; a table of text (.csv) will do."""
    if path.suffix.lower() != ".csv":
        return rows_of(path, (SESSION_CHANGES,))
    if not path.is_file():
        raise NotAFile("no_file")
    if path.stat().st_size > LARGEST:
        raise NotAFile("too_large")
    return from_csv(path)


# ---------------------------------------------------------------- a spreadsheet


def from_spreadsheet(path: Path, sheets: Sequence[Sheet]) -> tuple[list[Row], list[Problem]]:
    """The rows of the sheets that we know; other sheets are somebody's notes."""
    try:
        book = load_workbook(path, data_only=True)
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, TypeError):
        raise NotAFile("no_spreadsheet") from None
    rows: list[Row] = []
    problems: list[Problem] = []
    kinds = {plain(word): sheet for sheet in sheets for word in (sheet.name, sheet.th)}
    known = [(kinds[plain(each.title)], each) for each in book.worksheets if plain(each.title) in kinds]
    if not any(kind is sheets[0] for kind, _ in known):
        return [], [Problem(path.name, None, Bad("no_sheet", {"sheet": sheets[0].th, "other": sheets[0].name}))]
    for kind, each in known:
        found, wrong = from_sheet(each, kind)
        rows += found
        problems += wrong
    return rows, problems


def from_csv(path: Path) -> tuple[list[Row], list[Problem]]:
    """The rows of a table of text, as if they stood in a spreadsheet: UTF-8, or what Excel writes in Thailand."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SESSION_CHANGES.th
    try:
        for row in csv.reader(text_in(path).splitlines()):
            sheet.append(row)
    except (csv.Error, ValueError):
        raise NotAFile("no_spreadsheet") from None
    return from_sheet(sheet, SESSION_CHANGES)


def text_in(path: Path) -> str:
    """What stands in a file of text."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp874")


def from_sheet(sheet: Worksheet, kind: Sheet) -> tuple[list[Row], list[Problem]]:
    """The rows under the headings of one sheet."""
    first = next((row for row in range(1, sheet.max_row + 1) if not is_empty(sheet, row)), None)
    if first is None:
        return [], []
    columns, problems = headings(sheet, kind, first)
    merged = merged_cells(sheet)
    rows = [
        row_of(sheet, kind, columns, number, merged)
        for number in range(first + 1, min(sheet.max_row, first + MOST_ROWS) + 1)
        if not is_empty(sheet, number)
    ]
    return rows, problems


def is_empty(sheet: Worksheet, row: int) -> bool:
    """Whether nothing stands in a row."""
    return all(cell.value is None or not str(cell.value).strip() for cell in sheet[row])


def headings(sheet: Worksheet, kind: Sheet, row: int) -> tuple[dict[int, Column], list[Problem]]:
    """Which column stands where; a heading that nobody knows, or that stands twice, is a problem."""
    columns: dict[int, Column] = {}
    problems = []
    for cell in sheet[row]:
        heading = str(cell.value or "").strip().rstrip("*").strip()
        column = kind.by_heading.get(plain(heading))
        where = place(sheet, row, cell.column or 1)
        if column is None and heading:
            problems.append(Problem(where, None, Bad("no_column", {"heading": heading})))
        elif column in columns.values():
            problems.append(Problem(where, column, Bad("column_twice")))
        elif column is not None:
            columns[cell.column or 1] = column
    missing = [each for each in kind.columns if each.required and each not in columns.values()]
    problems += [Problem(place(sheet, row, 1), each, Bad("column_missing")) for each in missing]
    return columns, problems


def merged_cells(sheet: Worksheet) -> dict[tuple[int, int], tuple[Any, str, bool]]:
    """For each cell of a merged range: its value, the range, and whether it lies in one column."""
    return {
        (row, column): (sheet.cell(each.min_row, each.min_col).value, str(each), each.min_col == each.max_col)
        for each in sheet.merged_cells.ranges
        for row in range(each.min_row, each.max_row + 1)
        for column in range(each.min_col, each.max_col + 1)
    }


def row_of(
    sheet: Worksheet,
    kind: Sheet,
    columns: Mapping[int, Column],
    number: int,
    merged: Mapping[tuple[int, int], tuple[Any, str, bool]],
) -> Row:
    """One row, each cell by its column's name."""
    cells: dict[str, Any] = {}
    for index, column in columns.items():
        cell = sheet.cell(number, index)
        cells[column.name] = None if isinstance(cell, MergedCell) else cell.value
        if (number, index) in merged:
            value, span, in_one_column = merged[number, index]
            clear = in_one_column and column.name in MAY_BE_MERGED
            cells[column.name] = value if clear else Bad("merged", {"span": span})
    where = {column.name: place(sheet, number, index) for index, column in columns.items()}
    return Row(kind.name, cells, {**where, "": f"{sheet.title}!{number}"})


def place(sheet: Worksheet, row: int, column: int) -> str:
    """Where a cell is, as people say it: ``บทบาท!C5``."""
    return f"{sheet.title}!{get_column_letter(column)}{row}"


# ---------------------------------------------------------------- YAML


def from_yaml(path: Path, sheets: Sequence[Sheet]) -> tuple[list[Row], list[Problem]]:
    """The rows of a list of projects, each with its roles and sessions."""
    try:
        written = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError):
        raise NotAFile("no_yaml") from None
    name = sheets[0].name
    listed = written.get(name) if isinstance(written, dict) else written
    if not isinstance(listed, list) or not listed:
        raise NotAFile("no_list" if name == "projects" else "no_sessions")
    entries = [(entry, f"{name}[{index}]") for index, entry in enumerate(listed[:MOST_ROWS])]
    found = [each for entry, where in entries for each in rows_in(entry, where, sheets[0])]
    return [each for each in found if isinstance(each, Row)], [each for each in found if isinstance(each, Problem)]


def rows_in(entry: Any, where: str, sheet: Sheet) -> Iterator[Row | Problem]:
    """The rows of one entry of a YAML file: a project with its parts, or a row by itself."""
    return of_project(entry, where) if sheet is SHEETS[0] else of_entry(sheet, entry, where, {})


def of_project(entry: Any, where: str) -> Iterator[Row | Problem]:
    """The rows of one project of a YAML file."""
    if not isinstance(entry, dict):
        yield Problem(where, None, Bad("no_mapping"))
        return
    own = {name: value for name, value in entry.items() if name not in PARTS}
    yield from of_entry(SHEETS[0], own, where, {})
    for name, sheet in PARTS.items():
        parts = entry.get(name) or []
        if not isinstance(parts, list):
            yield Problem(f"{where}.{name}", None, Bad("no_list_here"))
            continue
        for index, part in enumerate(parts):
            yield from of_entry(sheet, part, f"{where}.{name}[{index}]", {"project": entry.get("title") or where})


def of_entry(sheet: Sheet, entry: Any, where: str, given: Mapping[str, Any]) -> Iterator[Row | Problem]:
    """One row of a YAML file; a key that nobody knows is a problem."""
    if not isinstance(entry, dict):
        yield Problem(where, None, Bad("no_mapping"))
        return
    known = {key: sheet.by_heading.get(plain(key)) for key in entry}
    for key, column in known.items():
        if column is None:
            yield Problem(f"{where}.{key}", None, Bad("no_column", {"heading": str(key)}))
    cells = {column.name: flat(entry[key]) for key, column in known.items() if column}
    places = {column.name: f"{where}.{key}" for key, column in known.items() if column}
    yield Row(sheet.name, {**given, **cells}, {**places, "": where})


def flat(value: Any) -> Any:
    """A value as a cell would have it: ``{design.graphic: professional}`` as ``design.graphic (professional)``."""
    if isinstance(value, dict):
        return [f"{key} ({level})" if level else str(key) for key, level in value.items()]
    if isinstance(value, list):
        return [part for each in value for part in (flat(each) if isinstance(each, dict) else [each])]
    return value


# ---------------------------------------------------------------- an empty one


def write_template(path: Path, today: date) -> None:
    """Write a spreadsheet with every column and one invented example to type over."""
    book = Workbook()
    del book[book.sheetnames[0]]
    for kind in SHEETS:
        write_sheet(book, kind, [{column.name: shown(column, today) for column in kind.columns}])
    book.save(path)


def write_rows(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write a spreadsheet with these sessions."""
    book = Workbook()
    del book[book.sheetnames[0]]
    write_sheet(book, SESSION_CHANGES, rows)
    book.save(path)


def write_sheet(book: Workbook, kind: Sheet, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write one sheet: a heading for each column, and these rows."""
    sheet = book.create_sheet(kind.th)
    for index, column in enumerate(kind.columns, 1):
        head = sheet.cell(1, index, column.th + ("*" if column.required else ""))
        head.font = Font(bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor=ACCENT)
        head.alignment = Alignment(wrap_text=True, vertical="center")
        for number, row in enumerate(rows, 2):
            cell = sheet.cell(number, index, row.get(column.name))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.number_format = "@"
        sheet.column_dimensions[get_column_letter(index)].width = max(14, min(36, len(str(column.example)) + 4))
    sheet.freeze_panes = "A2"


def shown(column: Column, today: date) -> str:
    """An example as it stands in the template."""
    if isinstance(column.example, str):
        return column.example
    return dates.day("th", today + timedelta(days=column.example))
