"""When it is decent to ring somebody up."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import Final

MORNING: Final = 9
EVENING: Final = 20
"""Between these hours of the day, what nobody waits for may be said."""


def is_day(moment: datetime, zone: tzinfo) -> bool:
    """Whether it is neither too early nor too late."""
    return MORNING <= moment.astimezone(zone).hour < EVENING


def by_day(moment: datetime, zone: tzinfo) -> datetime:
    """The moment, or the morning after it if it falls into the night."""
    local = moment.astimezone(zone)
    if is_day(moment, zone):
        return moment
    later = local + timedelta(days=1) if local.hour >= EVENING else local
    return later.replace(hour=MORNING, minute=0, second=0, microsecond=0).astimezone(moment.tzinfo)
