"""When we ask after hours that nobody has logged: once a week, on Monday, for the week that is over."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

ASKING_DAY, FROM, UNTIL = 0, time(10), time(20)
WEEK: Final = timedelta(days=7)
STALE: Final = timedelta(days=21)
"""A week that began longer ago than this is asked about no more."""


def week_to_ask_about(local: datetime) -> date | None:
    """The Monday of the week that is asked about at this moment of the network's clock, if it is time to ask."""
    if local.weekday() != ASKING_DAY or not FROM <= local.time() < UNTIL:
        return None
    return local.date() - WEEK


def last_day(week: date) -> date:
    """The Sunday of a week."""
    return week + timedelta(days=6)


def asked_until(week: date, local: datetime) -> datetime:
    """Until when it may be said that this week's hours are missing: the evening of the day on which we ask."""
    return datetime.combine(week + WEEK, UNTIL, local.tzinfo)


def is_stale(week: date, today: date) -> bool:
    """Whether a week is too long ago to be asked about."""
    return today - week > STALE
