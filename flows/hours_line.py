"""A typed line of hours: understood, or why not and what may have been meant; whether it begins or mends an entry."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from domain.hours import Worked, fits_in_the_day, is_to_come, total_on
from domain.reading import HoursReading, HoursSuggestion, read_hours
from flows.engine import Option, Read, Turn, Unclear, Understood
from flows.engine.matching_words import plain
from storage import hours
from storage.hours import Entry
from texts import dates

SAID: Final = re.compile(r"(\d{1,4})@(\d{4}-\d\d-\d\d)(@\d{1,4})?")
"""How an understood line is kept: minutes, ISO date, and the minute of that day from which on, if that is known.

Its words and its day, if it names one, are kept beside it.
"""
EXPLAINED: Final = frozenset({"a_range", "a_break", "to_come", "no_day", "too_long_a_day", "two_dates"})
"""Why a line is not taken, where we can say it; anything else is “not understood”."""
SETTLED: Final = ("minutes", "day", "begins", "note")
"""What an understood line leaves behind, for a later one that says less."""
TIMES: Final = frozenset({"duration", "vague", "span"})


def hear(text: str, turn: Turn, besides: str = "") -> Read:
    """What a line says (see :func:`read`), unless it is to come or its day would have more than 24 hours."""
    before: dict[str, object] = {name: turn.answers[name] for name in SETTLED if name in turn.answers}
    heard = read(text, turn)
    if isinstance(heard, Unclear):
        return heard
    new, standing = worked(heard.value), others(turn, besides)
    if not is_to_come(new, turn.heard_at) and fits_in_the_day(new, standing):
        return heard
    turn.answers.update(before)
    if is_to_come(new, turn.heard_at):
        return Unclear("to_come")
    return Unclear("day_is_full", values={"logged": dates.duration(turn.chat.language, total_on(new.on, standing))})


def read(text: str, turn: Turn) -> Read:
    """What a line says, as it is kept (:data:`SAID`); what it leaves out stays as it was settled before."""
    meant = turn.answers.pop("meant", {})
    if SAID.fullmatch(text):
        return settled(turn, text, **meant)
    reading = read_hours(text, moment(turn))
    words = {"note": reading.note} if reading.note else meant
    if reading.minutes is not None and reading.date is not None:
        said = kept(reading.minutes, day(turn, reading, reading.date), begins(reading))
        return settled(turn, said, **words)
    if reading.reason == "no_unit" and len(reading.suggestions) == 1:
        only = reading.suggestions[0]
        return settled(turn, kept(only.minutes, day(turn, reading, only.date)), **meant)
    if reading.reason == "no_amount" and "minutes" in turn.answers and len(days(reading)) == 1:
        on = date.fromisoformat(days(reading)[0])
        return settled(turn, kept(turn.answers["minutes"], on, turn.answers.get("begins")))
    if reading.reason not in EXPLAINED:
        return Unclear()
    turn.answers["meant"] = words
    likely = () if reading.reason == "two_dates" else reading.suggestions
    return Unclear(reading.reason, tuple(option(turn, each, reading) for each in likely))


def settled(turn: Turn, line: str, **words: str) -> Understood:
    """A line that was understood; what it says stands until another line says something else."""
    new = worked(line)
    turn.answers.update(minutes=new.minutes, day=new.on.isoformat(), begins=new.begins, **words)
    return Understood(line)


def moment(turn: Turn) -> datetime:
    """When the line was written: days are counted from there."""
    heard = turn.answers.pop("heard", None)
    return datetime.fromisoformat(heard) if heard else turn.heard_at


def unasked(text: str, turn: Turn) -> dict[str, str]:
    """A line that was written out of the blue, with its moment: it may be read only after a welcome."""
    return {"said": text, "heard": turn.heard_at.isoformat()}


def days(reading: HoursReading) -> list[str]:
    """The days that the line names, as ISO dates."""
    return [each.value for each in reading.explanation if each.meaning == "date" and each.value]


def day(turn: Turn, reading: HoursReading, assumed: date) -> date:
    """The day that the line names, else the one settled before, else what the reader assumes."""
    before = turn.answers.get("day")
    return assumed if names_a_day(reading) or before is None else date.fromisoformat(before)


def begins(reading: HoursReading) -> int | None:
    """From which minute of its day on, if the line names one span of times (``14.00-17.30``) and nothing besides."""
    told = [each for each in reading.explanation if each.meaning in {"span", "duration", "amount"}]
    if len(told) != 1 or told[0].meaning != "span":
        return None
    hour, _, minute = told[0].value.partition("-")[0].partition(":")
    return int(hour) * 60 + int(minute)


def kept(minutes: int, on: date, since: int | None = None) -> str:
    """A line as it is kept."""
    return f"{minutes}@{on.isoformat()}" + (f"@{since}" if since is not None else "")


def worked(line: str) -> Worked:
    """What a line as it is kept says."""
    minutes, on, *since = line.split("@")
    return Worked(date.fromisoformat(on), int(minutes), int(since[0]) if since else None)


def names_a_day(reading: HoursReading) -> bool:
    """Whether the line named a day, so that today is not just assumed."""
    return any(each.meaning == "date" for each in reading.explanation)


def option(turn: Turn, suggestion: HoursSuggestion, reading: HoursReading) -> Option:
    """A suggestion as a button; the day only where the line named one."""
    language = turn.chat.language
    label = dates.duration(language, suggestion.minutes)
    if names_a_day(reading):
        label = f"{label} {dates.day(language, suggestion.date)}"
    return Option(kept(suggestion.minutes, day(turn, reading, suggestion.date)), label)


def others(turn: Turn, besides: str = "") -> list[Worked]:
    """What stands already, besides one entry."""
    return [worked_in(each) for each in hours.standing(turn.tx, turn.person.id) if each.id != besides]


def worked_in(entry: Entry) -> Worked:
    """What an entry says, as far as time goes."""
    return Worked(entry.worked_on, entry.minutes, entry.begins)


def last_entry(turn: Turn) -> Entry | None:
    """The entry that the person logged last, of those that stand."""
    return next((each for each in hours.standing(turn.tx, turn.person.id) if not each.adjusts), None)


# ---------------------------------------------------------------- unasked lines


def speaks_of_hours(text: str, moment: datetime) -> bool:
    """Whether an unasked line reports hours, or tries to."""
    reading = read_hours(text, moment)
    timed = any(each.meaning in TIMES for each in reading.explanation)
    return reading.understood or (reading.reason in EXPLAINED and timed)


def mends(text: str, turn: Turn) -> bool:
    """Whether an unasked line corrects the last entry: “แก้เป็น 2 ชม.”, “fix to 2h”."""
    typed = plain(text)
    if any(typed.startswith(word) for word in listed(turn, "fix_hours.fix_words")):
        return True
    return any(re.match(rf"{re.escape(word)}\d", typed) for word in listed(turn, "fix_hours.fix_short_words"))


def voids(text: str, turn: Turn) -> bool:
    """Whether an unasked line cancels the last entry: “ยกเลิก”, “cancel last”."""
    return plain(text) in listed(turn, "fix_hours.cancel_words")


def listed(turn: Turn, key: str) -> set[str]:
    """The words of a list in both languages, made plain."""
    return {plain(word) for each in turn.network.texts.both(key).values() for word in each.split(",")}
