"""``handup read``: how a line of chat is read, told to a person or, row by row, to a program."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
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
from domain.reading.hours import BANGKOK, Understood
from domain.reading.slots import DAY_NAMES, PARTS
from domain.skills import TAXONOMY
from texts import LANGUAGES, all_texts
from texts.dates import day

Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives this type no other name
Row = dict[str, Any]


def add_arguments(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``read`` to the commands."""
    read = commands.add_parser("read", help="show how a line of chat is understood: hours, availability or skills")
    read.add_argument("task", choices=sorted(TASKS))
    read.add_argument("text", nargs="?", help="the line; its reading is explained in words")
    read.add_argument("--now", help="the moment of reading, ISO 8601 (the machine's own time)")
    read.add_argument("--language", choices=LANGUAGES, default="en", help="of the explanation (en)")
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
    print("\n".join(TASKS[arguments.task].told(arguments.text, now, Say(arguments.language))))  # noqa: T201
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


def _hours_told(text: str, now: datetime, say: Say) -> list[str]:
    reading = read_hours(text, now)
    head = _not(say, reading.reason)
    if reading.understood and reading.date is not None:
        head = say("read.hours", minutes=str(reading.minutes), date=_day(say, reading.date))
    note = [say("read.note", words=reading.note)] if reading.note else []
    asked = [say("read.maybe_hours", minutes=str(one.minutes), date=_day(say, one.date)) for one in reading.suggestions]
    return [head, *note, *asked, *_words(reading, say)]


def _availability_told(text: str, now: datetime, say: Say) -> list[str]:
    reading = read_availability(text, now)
    measures = {"days_per_month": reading.days_per_month, "hours_per_week": reading.hours_per_week}
    said = [say(f"read.{name}", count=f"{value:g}") for name, value in measures.items() if value is not None]
    if not reading.understood:
        head = _not(say, reading.reason)
    elif reading.slots:
        head = say("read.week", slots=_slots(say, reading.slots))
    else:
        head = say("read.no_slots" if said else "read.never")
    away = [say("read.away", first=_day(say, first), last=_day(say, last)) for first, last in reading.away]
    asked = [say("read.maybe_week", slots=_slots(say, slots)) for slots in reading.suggestions]
    return [head, *said, *away, *asked, *_words(reading, say)]


def _skills_told(text: str, _now: datetime, say: Say) -> list[str]:
    reading = read_skills(text)
    head = [
        say("read.skill", skill=skill, thai=TAXONOMY[skill].th, english=TAXONOMY[skill].en) for skill in reading.skills
    ]
    asked = [say("read.maybe_skill", skill=skill, thai=TAXONOMY[skill].th) for skill in reading.suggestions]
    return [*(head or [_not(say, "no_skill")]), *asked, *_words(reading, say)]


def _not(say: Say, reason: str) -> str:
    return say("read.not_understood", reason=say(f"read.reason-{reason or 'nothing'}"))


def _day(say: Say, when: date) -> str:
    """As the calendar of the language has it; in English as in the rows."""
    return when.isoformat() if say.language == "en" else day(say.language, when)


def _slots(say: Say, slots: Iterable[str]) -> str:
    """Parts of days in the order of the week."""
    ordered = sorted(slots, key=lambda slot: (DAY_NAMES.index(slot[:3]), tuple(PARTS).index(slot[4:])))
    return ", ".join(
        say("read.slot", day=say(f"read.day-{slot[:3]}"), part=say(f"read.part-{slot[4:]}")) for slot in ordered
    )


def _words(reading: HoursReading | AvailabilityReading | SkillsReading, say: Say) -> list[str]:
    """Which words were taken for what."""
    return [f"  {_taken(one, say)}" for one in reading.explanation]


def _taken(one: Understood, say: Say) -> str:
    meaning = say(f"read.meaning-{one.meaning}")
    if not one.value:
        return say("read.taken", words=one.words, meaning=meaning)
    value = _slots(say, one.value.split(", ")) if _SLOT.match(one.value) else one.value
    return say("read.taken_for", words=one.words, meaning=meaning, value=value)


_SLOT: Final = re.compile("[a-z]{3}:[a-z]+(?:,|$)")


class Say:
    """The words of one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: str) -> str:
        """The words for a key, filled with values."""
        return all_texts().say(self.language, key, **values)


class _Task:
    """A kind of reading, in both ways of telling it."""

    def __init__(self, row: Callable[[str, datetime], Row], told: Callable[[str, datetime, Say], list[str]]) -> None:
        self.row = row
        self.told = told


TASKS: Final = {
    "hours": _Task(_hours_row, _hours_told),
    "availability": _Task(_availability_row, _availability_told),
    "skills": _Task(_skills_row, _skills_told),
}
"""What can be read."""
