"""Reads what staff answer about projects and roles: lines, numbers, days and companies; and what “none” takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from domain import session_times, small_numbers
from domain.session_times import Refusal
from flows.engine import Option, Read, Turn, Unclear, Understood
from flows.engine.matching_words import nearly, plain
from storage import projects
from texts import dates
from texts.dates import zone

NONE: Final = "none"
"""The answer that takes a fact back."""


def text_of(most: int) -> Callable[[str, Turn], Read]:
    """Reads free text of at most so many characters."""

    def read(text: str, _turn: Turn) -> Read:
        words = " ".join(text.split())
        if not words:
            return Unclear()
        return Understood(words) if len(words) <= most else Unclear("too_long", values={"most": most})

    return read


def number_between(text: str, least: float, most: float, *, whole: bool) -> Read:
    """A number within bounds; else which of them it breaks."""
    number = small_numbers.read(text)
    if number is None or (whole and number != int(number)):
        return Unclear()
    if number < least:
        return Unclear("too_few", values={"least": f"{least:g}"})
    if number > most:
        return Unclear("too_many", values={"most": f"{most:g}"})
    return Understood(int(number) if number == int(number) else number)


def none_option(turn: Turn) -> list[Option]:
    """The way to take a fact back."""
    both = turn.network.texts.both("words.none.also")
    return [Option(NONE, turn.words("words.none"), tuple(word for each in both.values() for word in each.split(",")))]


# ---------------------------------------------------------------- days


def read_day(text: str, turn: Turn) -> Read:
    """A day still to come, typed or picked."""
    found = session_times.read_day(text, turn.today)
    if isinstance(found, Refusal):
        return Unclear(str(found), values={"today": dates.weekday_and_day(turn.chat.language, turn.today)})
    return Understood(found.isoformat())


def read_day_or_none(text: str, turn: Turn) -> Read:
    """As :func:`read_day`, or that there is none (any more); typed, for a number must not be taken for it."""
    option = none_option(turn)[0]
    is_none = plain(text) in {plain(word) for word in (option.label, *option.also)}
    return Understood(NONE) if is_none else read_day(text, turn)


def day_in(read: Read) -> str:
    """The day that was read, as it is written; empty if none was."""
    return str(read.value) if isinstance(read, Understood) and read.value != NONE else ""


def show_day(turn: Turn, value: str) -> str:
    """The day in words."""
    return dates.weekday_and_day(turn.chat.language, date.fromisoformat(value))


def end_of(turn: Turn, day: str) -> datetime:
    """The moment at which a day is over, on the network's clock."""
    return datetime.combine(date.fromisoformat(day) + timedelta(days=1), time(), zone(turn.network.timezone))


def last_day(turn: Turn, moment: datetime) -> str:
    """The last day before a moment, in words."""
    return dates.weekday_and_day(turn.chat.language, dates.local(moment - timedelta(seconds=1), turn.network.timezone))


# ---------------------------------------------------------------- companies


def companies(turn: Turn) -> list[Option]:
    """The companies that seats can be kept for."""
    return [Option(company, name) for company, name in projects.companies(turn.tx).items()]


def read_company(text: str, turn: Turn) -> Read:
    """A company by a part of its name; one that we do not know is only asked about."""
    known: dict[str, Sequence[str]] = {each.value: (each.label,) for each in companies(turn)}
    likely = nearly(text, known)
    return Unclear("unknown", tuple(Option(each, known[each][0]) for each in likely))


def company_name(turn: Turn, company: Any) -> str:
    """What a company is called."""
    return projects.companies(turn.tx).get(str(company), turn.words("engine.nothing"))
