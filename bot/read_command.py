"""``handup read``: how a line of chat is read, told to a person or, row by row, to a program."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from domain.reading import (
    AvailabilityReading,
    HoursReading,
    SkillsReading,
    read_availability,
    read_hours,
    read_skills,
)
from domain.reading.hours import BANGKOK
from domain.skills import TAXONOMY

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no other name
Row = dict[str, Any]


def add_arguments(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``read`` to the commands."""
    read = commands.add_parser("read", help="show how a line of chat is understood: hours, availability or skills")
    read.add_argument("task", choices=sorted(TASKS))
    read.add_argument("text", nargs="?", help="the line; its reading is explained in words")
    read.add_argument("--now", help="the moment of reading, ISO 8601 (the machine's own time)")
    read.add_argument("--jsonl", action="store_true", help='rows {"id", "text", "now"?} in, {"id", "predicted"} out')
    read.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read one line, or rows from standard input; 2 if there is nothing to read or the moment is none."""
    try:
        now = moment(arguments.now)
    except ValueError:
        print(f"handup: not a moment in ISO 8601: {arguments.now}", file=sys.stderr)  # noqa: T201
        return 2
    if arguments.jsonl:
        for row in answers(sys.stdin, arguments.task, now):
            print(json.dumps(row, ensure_ascii=False), flush=True)  # noqa: T201
        return 0
    if arguments.text is None:
        print("handup: give a TEXT, or rows on standard input with --jsonl", file=sys.stderr)  # noqa: T201
        return 2
    print("\n".join(TASKS[arguments.task].told(arguments.text, now)))  # noqa: T201
    return 0


def moment(written: str | None) -> datetime:
    """The moment that is written, in Bangkok if it has no zone, or the present; raises ``ValueError``."""
    if written is None:
        return Clock().now().astimezone(BANGKOK)
    said = datetime.fromisoformat(written)
    return said if said.tzinfo else said.replace(tzinfo=BANGKOK)


def answers(lines: Iterable[str], task: str, now: datetime) -> Iterator[Row]:
    """A row for each row that is not blank; a broken one is told as ``error`` and the rest go on."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _answer(line, number, task, now)


def _answer(line: str, number: int, task: str, now: datetime) -> Row:
    """One row's reading."""
    identity: object = None
    try:
        row = json.loads(line)
        identity = row["id"]
        said = moment(row["now"]) if row.get("now") else now
        return {"id": identity, **TASKS[task].row(_text(row), said)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        return {"id": identity, "error": f"line {number}: {type(problem).__name__}: {problem}"}


def _text(row: Row) -> str:
    """The text of a row; raises ``TypeError`` if it is none."""
    text = row["text"]
    if not isinstance(text, str):
        raise TypeError("text is no string")
    return text


def _hours_row(text: str, now: datetime) -> Row:
    reading = read_hours(text, now)
    asked = [{"minutes": one.minutes, "date": one.date.isoformat()} for one in reading.suggestions]
    entry = None
    if reading.understood and reading.date is not None:
        entry = {"minutes": reading.minutes, "date": reading.date.isoformat()}
    return {"predicted": entry} | ({"suggestions": asked} if asked else {})


def _availability_row(text: str, now: datetime) -> Row:
    reading = read_availability(text, now)
    asked = [{"slots": sorted(slots)} for slots in reading.suggestions]
    week = None
    if reading.understood:
        days, hours = _number(reading.days_per_month), _number(reading.hours_per_week)
        week = {"slots": sorted(reading.slots), "days_per_month": days, "hours_per_week": hours}
    return {"predicted": week} | ({"suggestions": asked} if asked else {})


def _skills_row(text: str, _now: datetime) -> Row:
    reading = read_skills(text)
    asked = list(reading.suggestions)
    return {"predicted": sorted(reading.skills)} | ({"suggestions": asked} if asked else {})


def _number(value: float | None) -> float | None:
    """Whole numbers without a fraction."""
    return int(value) if value is not None and value == int(value) else value


def _hours_told(text: str, now: datetime) -> list[str]:
    reading = read_hours(text, now)
    head = f"understood: {reading.minutes} minutes on {reading.date}" if reading.understood else _not(reading.reason)
    asked = [f"did you mean: {one.minutes} minutes on {one.date}?" for one in reading.suggestions]
    return [head, *([f"note: {reading.note}"] if reading.note else []), *asked, *_words(reading)]


def _availability_told(text: str, now: datetime) -> list[str]:
    reading = read_availability(text, now)
    if not reading.understood:
        head = [_not(reading.reason)]
    elif not reading.slots and reading.days_per_month is None and reading.hours_per_week is None:
        head = ["understood: never free"]
    else:
        head = ["understood: " + (", ".join(sorted(reading.slots)) or "no slots")]
    measures = {"days a month": reading.days_per_month, "hours a week": reading.hours_per_week}
    away = [f"away: {first} to {last}" for first, last in reading.away]
    asked = [f"did you mean: {', '.join(sorted(slots))}?" for slots in reading.suggestions]
    said = [f"{name}: {value:g}" for name, value in measures.items() if value is not None]
    return [*head, *said, *away, *asked, *_words(reading)]


def _skills_told(text: str, _now: datetime) -> list[str]:
    reading = read_skills(text)
    head = [f"understood: {skill} ({TAXONOMY[skill].th} / {TAXONOMY[skill].en})" for skill in reading.skills]
    asked = [f"did you mean: {skill} ({TAXONOMY[skill].th})?" for skill in reading.suggestions]
    return [*(head or ["not understood: no skill of the sender"]), *asked, *_words(reading)]


def _not(reason: str) -> str:
    return f"not understood: {reason.replace('_', ' ') or 'nothing'}"


def _words(reading: HoursReading | AvailabilityReading | SkillsReading) -> list[str]:
    """Which words were taken for what."""
    return [
        f"  “{one.words}” {one.meaning.replace('_', ' ')}{': ' + one.value if one.value else ''}"
        for one in reading.explanation
    ]


class _Task:
    """A kind of reading, in both ways of telling it."""

    def __init__(self, row: Callable[[str, datetime], Row], told: Callable[[str, datetime], list[str]]) -> None:
        self.row = row
        self.told = told


TASKS: Final = {
    "hours": _Task(_hours_row, _hours_told),
    "availability": _Task(_availability_row, _availability_told),
    "skills": _Task(_skills_row, _skills_told),
}
"""What can be read."""
