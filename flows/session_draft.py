"""The first session of a project that staff are writing: reads its day and hours, and shows them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from domain import session_times
from domain.session_times import Hours, Refusal
from flows.engine import Read, Turn, Unclear, Understood
from flows.project_answers import show_day
from storage import sessions
from texts.dates import zone

MEETING: Final = ("day", "times", "where")


def has_session(turn: Turn) -> bool:
    """Whether a session is being planned."""
    return turn.answers.get("kind") is not None


def has_no_session(turn: Turn) -> bool:
    """Whether no session is planned yet: then the first day is asked for."""
    return not has_session(turn)


def forget_session(turn: Turn, value: str | None) -> None:
    """Without a session, its day, time and place mean nothing; with one, it says when the work begins."""
    for name in MEETING if value is None else ("starts_on",):
        turn.answers.pop(name, None)


def read_times(text: str, turn: Turn) -> Read:
    """From when until when; today only what is still to come."""
    found = session_times.read_hours(text)
    if isinstance(found, Refusal):
        return Unclear(str(found))
    return Unclear("past") if begins(turn, found) <= turn.now else Understood([found.start, found.end])


def begins(turn: Turn, hours: Hours) -> datetime:
    """The moment at which the session begins."""
    return at_minute(turn, hours.start)


def at_minute(turn: Turn, minute: int) -> datetime:
    """A moment of the session's day, so many minutes after its midnight."""
    midnight = datetime.combine(date.fromisoformat(turn.answers["day"]), time(), zone(turn.network.timezone))
    return midnight + timedelta(minutes=minute)


def show_times(turn: Turn, value: Sequence[int]) -> str:
    """From when until when, in words."""
    first, last = (f"{minute // 60:02}:{minute % 60:02}" for minute in value)
    return turn.words("create_project.from_until", starts=first, ends=last)


def day_in_words(turn: Turn) -> dict[str, str]:
    """The day that was chosen."""
    return {"day": show_day(turn, turn.answers["day"])}


def plan_session(turn: Turn, project: str) -> None:
    """Plan the session, if there is one."""
    if has_session(turn):
        starts, ends = (at_minute(turn, minute) for minute in turn.answers["times"])
        sessions.plan(turn.tx, project, turn.answers["kind"], starts, ends, turn.answers["where"], now=turn.now)
