"""What staff say of a session: how each answer is read, how it looks in words, and which columns it fills."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain import session_times, web_addresses
from domain.session_times import Refusal
from flows.daytime import at_minute
from flows.engine import Option, Read, Turn, Unclear, Understood
from flows.engine.matching_words import plain
from flows.project_answers import NONE, none_option, number_between, show_day
from storage import projects
from texts import dates

MOST_PEOPLE: Final = 500
MOST_WEEKS: Final = 12
LONG: Final = 600
INVITED: Final = ("team", "roles", "trained", "everyone")
REMINDERS: Final[Mapping[str, Mapping[str, int | None]]] = {
    "usual": {"week_minutes": None, "day_minutes": None, "soon_minutes": None},
    "no_week": {"week_minutes": 0, "day_minutes": None, "soon_minutes": None},
    "only_day": {"week_minutes": 0, "day_minutes": None, "soon_minutes": 0},
    "none": {"week_minutes": 0, "day_minutes": 0, "soon_minutes": 0},
}
"""What a session is reminded of: the columns of each choice."""


# ---------------------------------------------------------------- when


def read_when(text: str, turn: Turn) -> Read:
    """A day still to come, and from when until when if that was said with it."""
    found = session_times.read_when(text, turn.today)
    if isinstance(found, Refusal):
        return Unclear(str(found), values={"today": dates.weekday_and_day(turn.chat.language, turn.today)})
    day, hours = found
    if hours and at_minute(turn, day, hours.start) <= turn.now:
        return Unclear("past_hours")
    return Understood(f"{day.isoformat()} {hours.start}-{hours.end}" if hours else day.isoformat())


def keep_when(turn: Turn, value: str) -> None:
    """Keep the day by itself, and the hours that were said with it as the answer to the next question."""
    day, _, hours = value.partition(" ")
    turn.answers["day"] = day
    if hours:
        turn.answers["times"] = [int(each) for each in hours.split("-")]


def show_when(turn: Turn, value: str) -> str:
    """The day in words."""
    return show_day(turn, value.partition(" ")[0])


# ---------------------------------------------------------------- the rest


def read_link(text: str, turn: Turn) -> Read:
    """An address of the web, or that there is none."""
    if is_none(turn, text):
        return Understood(NONE)
    found = web_addresses.read(text)
    return Understood(found) if found else Unclear()


def read_words(most: int) -> Any:
    """Reads words of at most so many characters, lines kept, or that there are none."""

    def read(text: str, turn: Turn) -> Read:
        words = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
        if is_none(turn, words):
            return Understood(NONE)
        if not words:
            return Unclear()
        return Understood(words) if len(words) <= most else Unclear("too_long", values={"most": most})

    return read


def read_capacity(text: str, turn: Turn) -> Read:
    """How many can come, or that as many can as like."""
    return Understood(NONE) if is_none(turn, text) else number_between(text, 1, MOST_PEOPLE, whole=True)


def read_weeks(text: str, _turn: Turn) -> Read:
    """How often, week after week."""
    return number_between(text, 1, MOST_WEEKS, whole=True)


def is_none(turn: Turn, text: str) -> bool:
    """Whether the words say that there is none."""
    option = none_option(turn)[0]
    return plain(text) in {plain(word) for word in (option.label, *option.also)}


def roles(turn: Turn, project: str) -> list[Option]:
    """The roles of a project, to choose some."""
    return [Option(each.id, each.title) for each in projects.roles_of(turn.tx, project) if each.state != "closed"]


def show_people(turn: Turn, value: Any) -> str:
    """A number of people, or that there is no limit."""
    return turn.words("planning.no_limit") if value == NONE else turn.words("planning.people", count=int(value))


def show_weeks(turn: Turn, value: Any) -> str:
    """How often, week after week."""
    return turn.words("planning.weeks", count=int(value))


def show_text(turn: Turn, value: Any) -> str:
    """Words as they are, or that there are none."""
    return turn.words("engine.nothing") if value == NONE else str(value)


# ---------------------------------------------------------------- as columns


def columns(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a session that these answers fill."""
    found: dict[str, Any] = {}
    for name, column in {"title": "title", "link": "link", "materials": "materials", "where": "where_held"}.items():
        if answers.get(name) is not None:
            found[column] = "" if answers[name] == NONE else answers[name]
    if answers.get("capacity") is not None:
        found["capacity"] = None if answers["capacity"] == NONE else int(answers["capacity"])
    if answers.get("reminders") is not None:
        found |= REMINDERS[answers["reminders"]]
    return found


def link_in(answers: Mapping[str, Any]) -> str:
    """The address that stands in the place, if none was given by itself."""
    return web_addresses.find(str(answers.get("where") or ""))
