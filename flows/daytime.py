"""Moments of a day on the network's clock, from days and hours as staff say them, and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.work import Session
from flows.engine import Turn
from texts import dates
from texts.dates import zone

Times = tuple[datetime, datetime]
"""From when until when."""


def at_minute(turn: Turn, day: date, minute: int) -> datetime:
    """A moment of a day, so many minutes after its midnight."""
    return datetime.combine(day, time(), zone(turn.network.timezone)) + timedelta(minutes=minute)


def times_on(turn: Turn, day: date, hours: Sequence[int]) -> Times:
    """From when until when, on a day."""
    return at_minute(turn, day, hours[0]), at_minute(turn, day, hours[1])


def weekly(turn: Turn, day: str, hours: Sequence[int], weeks: int) -> list[Times]:
    """The same time in each of so many weeks."""
    first = date.fromisoformat(day)
    return [times_on(turn, first + timedelta(weeks=week), hours) for week in range(weeks)]


def hours_of(turn: Turn, session: Session) -> list[int]:
    """From when until when a session is, in minutes after the midnight before it."""
    starts, ends = (dates.local(each, turn.network.timezone) for each in (session.starts_at, session.ends_at))
    first = starts.hour * 60 + starts.minute
    return [first, first + (ends - starts) // timedelta(minutes=1)]
