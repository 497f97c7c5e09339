"""Reads the rows of a file into projects, or gives everything that is wrong with it, cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from domain.project_file.cells import About, Bad, plain
from domain.project_file.columns import PROJECTS, ROLES, SAID_OF_SESSIONS, SESSIONS, Column, Sheet

SAID: Final = tuple(each.name for each in SAID_OF_SESSIONS)
"""What can be said of a session besides when and where it is, as its columns are called."""
BANGKOK: Final = ZoneInfo("Asia/Bangkok")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file as it stands there."""

    sheet: str
    cells: Mapping[str, Any]
    """What stands under each column's name."""
    where: Mapping[str, str]
    """Where each cell is, such as ``บทบาท!C5`` or ``projects[0].roles[1].seats``; ``""`` is the row itself."""

    def place(self, column: str = "") -> str:
        """Where a cell is, or would be."""
        return self.where.get(column) or self.where[""]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong."""

    where: str
    column: Column | None
    bad: Bad


@dataclass(frozen=True, slots=True)
class NewProject:
    """A project as it can be written down: columns of projects, and of its roles and sessions."""

    facts: Mapping[str, Any]
    roles: tuple[Mapping[str, Any], ...]
    sessions: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a file holds, and what is wrong with it; with a problem nothing of it is taken."""

    projects: tuple[NewProject, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Reading:
    """One row that is being read."""

    row: Row
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def complain(self, column: Column | None, bad: Bad) -> None:
        """Note what is wrong with a cell, or with the row."""
        self.problems.append(Problem(self.row.place(column.name if column else ""), column, bad))


def check(rows: Iterable[Row], about: About, existing: Iterable[tuple[str, str]] = ()) -> Checked:
    """Read a whole file; ``existing`` are (organisation, title) of the projects that are there already."""
    rows = list(rows)
    read = {
        sheet.name: [read_row(row, sheet, about) for row in rows if row.sheet == sheet.name]
        for sheet in (PROJECTS, ROLES, SESSIONS)
    }
    for each in read["projects"]:
        check_project(each)
    for each in read["roles"]:
        check_role(each)
    titles = check_titles(read["projects"], existing)
    for each in (*read["roles"], *read["sessions"]):
        check_belongs(each, titles)
    check_staffed(read["projects"], read["roles"])
    problems = [problem for each in read.values() for reading in each for problem in reading.problems]
    return Checked(problems=tuple(problems)) if problems else Checked(tuple(put_together(read)))


def read_row(row: Row, sheet: Sheet, about: About) -> Reading:
    """Read every cell of a row."""
    reading = Reading(row)
    for column in sheet.columns:
        raw = row.cells.get(column.name)
        if raw is None or str(raw).strip() == "":
            if column.required:
                reading.complain(column, Bad("missing"))
            continue
        value = raw if isinstance(raw, Bad) else column.read(raw, about)
        if isinstance(value, Bad):
            reading.complain(column, value)
        else:
            reading.values[column.name] = value
    return reading


def column_of(sheet: Sheet, name: str) -> Column:
    """The column of this name."""
    return next(each for each in sheet.columns if each.name == name)


def check_project(reading: Reading) -> None:
    """Refuse dates in the wrong order."""
    starts, ends = reading.values.get("starts_on"), reading.values.get("ends_on")
    if starts and ends and ends <= starts:
        reading.complain(column_of(PROJECTS, "ends_on"), Bad("end_first"))


def check_role(reading: Reading) -> None:
    """Refuse what does not go together: fewer seats than are needed or kept, a place without a province."""
    values = reading.values
    seats = values.get("seats", 0)
    for name in ("least", "reserved"):
        if seats and values.get(name, 0) > seats:
            reading.complain(column_of(ROLES, name), Bad("over_seats", {"seats": seats}))
    if values.get("reserved"):
        for name in ("reserved_for", "reserved_until"):
            if name not in values and not is_bad(reading, name):
                reading.complain(column_of(ROLES, name), Bad("with_reserved"))
    if values.get("place") == "on_site" and "province" not in values and not is_bad(reading, "province"):
        reading.complain(column_of(ROLES, "province"), Bad("where_on_site"))


def is_bad(reading: Reading, name: str) -> bool:
    """Whether something was said of this cell already."""
    return any(problem.column and problem.column.name == name for problem in reading.problems)


def check_titles(readings: Sequence[Reading], existing: Iterable[tuple[str, str]]) -> set[str]:
    """Refuse a project that stands twice, or is there already; gives the titles, made plain."""
    there = {(plain(organisation), plain(title)) for organisation, title in existing}
    seen: set[str] = set()
    for each in readings:
        title = plain(each.values.get("title", ""))
        if title in seen and title:
            each.complain(column_of(PROJECTS, "title"), Bad("twice"))
        if (plain(each.values.get("organisation", "")), title) in there:
            each.complain(column_of(PROJECTS, "title"), Bad("exists"))
        seen.add(title)
    return seen


def check_belongs(reading: Reading, titles: set[str]) -> None:
    """Refuse a row of a project that the file does not have."""
    name = reading.values.get("project")
    if name is not None and plain(name) not in titles:
        reading.complain(column_of(ROLES, "project"), Bad("no_project", {"project": name}))


def check_staffed(projects: Sequence[Reading], roles: Sequence[Reading]) -> None:
    """Refuse a project without a role."""
    staffed = {plain(each.values.get("project", "")) for each in roles}
    for each in projects:
        title = each.values.get("title")
        if title is not None and plain(title) not in staffed:
            each.complain(None, Bad("no_roles"))


# ---------------------------------------------------------------- put together


def put_together(read: Mapping[str, Sequence[Reading]]) -> Iterator[NewProject]:
    """The projects with their roles and sessions."""
    for each in read["projects"]:
        title = plain(each.values["title"])
        mine = {
            kind: [other.values for other in read[kind] if plain(other.values["project"]) == title]
            for kind in ("roles", "sessions")
        }
        roles, sessions = map(role_facts, mine["roles"]), map(session_facts, mine["sessions"])
        yield NewProject(project_facts(each.values), tuple(roles), tuple(sessions))


def project_facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """A project as it is kept."""
    facts = {name: value for name, value in values.items() if name != "closes_on"}
    return facts | ({"closes_at": end_of(values["closes_on"])} if "closes_on" in values else {})


def role_facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """A role as it is kept; one without times leaves them to be agreed."""
    facts = {"province": None, "slots": [], **values}
    facts["levels"] = {skill: level for skill, level in values["skills"].items() if level}
    facts["skills"], facts["nice"] = list(values["skills"]), list(values.get("nice", {}))
    if "reserved_until" in values:
        facts["reserved_until"] = end_of(values["reserved_until"])
    del facts["project"]
    return facts


def session_facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """A session as it is planned."""
    midnight = datetime.combine(values["day"], time(), BANGKOK)
    starts, ends = (midnight + timedelta(minutes=each) for each in (values["times"].start, values["times"].end))
    said = {name: values[name] for name in SAID if name in values}
    return {"kind": values["kind"], "starts_at": starts, "ends_at": ends, "where": values["where"], **said}


def end_of(day: date) -> datetime:
    """The moment at which a day is over."""
    return datetime.combine(day + timedelta(days=1), time(), BANGKOK)
