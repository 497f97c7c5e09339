"""Reads rows of sessions for projects that are there already: new ones, and those of an id that are to be others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from domain.project_file.cells import About, Bad, plain
from domain.project_file.columns import SESSION_CHANGES
from domain.project_file.reading import BANGKOK, SAID, Problem, Reading, Row, column_of, read_row
from domain.work import Session

NEEDED: Final = ("project", "kind", "day", "times", "where")
"""What a new session must say."""
Times = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class There:
    """What is there already: the projects that have not ended, by id and title, and their sessions."""

    projects: Mapping[str, str]
    sessions: Mapping[str, Session]
    coming: Mapping[str, int]
    """How many come to each session."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one row wants."""

    project: str
    session: str | None = None
    """The session that is to be another; a new one has none."""
    kind: str = ""
    times: Times | None = None
    """A new session's, or to when one is moved."""
    facts: Mapping[str, Any] | None = None
    """Columns of sessions that are others."""
    cancel: bool = False
    reason: str = ""

    @property
    def is_idle(self) -> bool:
        """Whether the row leaves its session as it is."""
        return self.session is not None and not (self.times or self.facts or self.cancel)


def check(rows: Iterable[Row], about: About, there: There) -> tuple[list[Wanted], list[Problem]]:
    """What the rows want, and everything that is wrong with them, cell by cell."""
    readings = [read_row(row, SESSION_CHANGES, about) for row in rows]
    wanted = [of_row(each, about, there) for each in readings]
    refuse_twice(readings)
    problems = [problem for each in readings for problem in each.problems]
    return [] if problems else [each for each in wanted if each], problems


def of_row(reading: Reading, about: About, there: There) -> Wanted | None:
    """What one row wants; what is wrong with it is noted."""
    if "id" in reading.values:
        return changed(reading, about, there)
    for name in NEEDED:
        if name not in reading.values and not is_bad(reading, name):
            complain(reading, name, Bad("missing"))
    project = project_of(reading, there)
    if reading.problems or project is None:
        return None
    values, when = reading.values, times_of(reading)
    refuse_past(reading, when, about)
    if any(is_same(each, project, values["kind"], when) for each in there.sessions.values()):
        complain(reading, "day", Bad("session_exists"))
    facts = {"where": values["where"], **{name: values[name] for name in SAID if name in values}}
    return Wanted(project, None, values["kind"], when, facts)


def changed(reading: Reading, about: About, there: There) -> Wanted | None:
    """What is to be other about a session that is there; an empty cell leaves it as it is."""
    before, values = there.sessions.get(reading.values["id"]), reading.values
    if before is None:
        complain(reading, "id", Bad("no_session"))
        return None
    if before.state != "planned" or before.starts_at <= about.now:
        complain(reading, "id", Bad("session_over"))
    if "project" in values and project_of(reading, there) not in {before.project, None}:
        complain(reading, "project", Bad("other_project"))
    if values.get("kind", before.kind) != before.kind:
        complain(reading, "kind", Bad("kind_stays"))
    if reading.problems:
        return None
    facts = {
        name: values[name] for name in ("where", *SAID) if name in values and values[name] != getattr(before, name)
    }
    refuse_few(reading, there.coming.get(before.id, 0), facts)
    when = times_of(reading, before)
    moved = None if when == (before.starts_at, before.ends_at) else when
    if moved:
        refuse_past(reading, moved, about)
    return Wanted(
        before.project, before.id, before.kind, moved, facts, values.get("cancel", False), values.get("reason", "")
    )


# ---------------------------------------------------------------- what a row says


def project_of(reading: Reading, there: There) -> str | None:
    """The project that the row names, by its title or its id."""
    said = reading.values.get("project")
    if said is None or said in there.projects:
        return said
    found = [project for project, title in there.projects.items() if plain(title) == plain(said)]
    if len(found) != 1:
        complain(reading, "project", Bad("unknown_project" if not found else "several_projects", {"project": said}))
    return found[0] if len(found) == 1 else None


def times_of(reading: Reading, before: Session | None = None) -> Times:
    """From when until when: what the row leaves out stays as it was."""
    day, hours = reading.values.get("day"), reading.values.get("times")
    if before is not None:
        starts, ends = before.starts_at.astimezone(BANGKOK), before.ends_at.astimezone(BANGKOK)
        first, length = starts - datetime.combine(starts.date(), time(), BANGKOK), ends - starts
        day = day or starts.date()
        if hours is None:
            begins = datetime.combine(day, time(), BANGKOK) + first
            return begins, begins + length
    midnight = datetime.combine(day, time(), BANGKOK)  # type: ignore[arg-type]  # a new session says its day
    return midnight + timedelta(minutes=hours.start), midnight + timedelta(minutes=hours.end)  # type: ignore[union-attr]


def is_same(session: Session, project: str, kind: str, when: Times) -> bool:
    """Whether a session is there already."""
    return session.state == "planned" and (session.project, session.kind, session.starts_at) == (project, kind, when[0])


# ---------------------------------------------------------------- what is refused


def complain(reading: Reading, name: str, bad: Bad) -> None:
    """Note what is wrong with a cell."""
    reading.complain(column_of(SESSION_CHANGES, name), bad)


def is_bad(reading: Reading, name: str) -> bool:
    """Whether something was said of this cell already."""
    return any(problem.column and problem.column.name == name for problem in reading.problems)


def refuse_past(reading: Reading, when: Times, about: About) -> None:
    """Refuse a time that has passed."""
    if when[0] <= about.now:
        complain(reading, "times", Bad("past"))


def refuse_few(reading: Reading, coming: int, facts: Mapping[str, Any]) -> None:
    """Refuse fewer places than people who come."""
    if facts.get("capacity", coming) < coming:
        complain(reading, "capacity", Bad("below_coming", {"coming": coming}))


def refuse_twice(readings: Sequence[Reading]) -> None:
    """Refuse an id that stands twice."""
    seen: set[str] = set()
    for each in readings:
        name = each.values.get("id")
        if name in seen:
            complain(each, "id", Bad("twice"))
        seen |= {name} if name else set()
