"""What a project's group is told of a session unasked: once that it is near, and that it is not as was told.

Everything follows from how the session stands now and from what the group was told last; nothing is planned ahead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from domain.daytime import EVENING, is_day
from domain.reminders import DAY, offsets
from domain.work import Session

NEAR, MOVED, CANCELLED, HELD = "near", "moved", "cancelled", "held"
"""What is told; ``held``: it would be, but the month has no room for it."""
BEFORE_THE_NIGHT: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Told:
    """What a group was told last of a session."""

    what: str
    starts_at: datetime
    """When it was to begin."""


def due(
    session: Session, told: Told | None, usual: Mapping[str, int], now: datetime, zone: tzinfo, *, was_near: bool
) -> str | None:
    """What the group is to be told of this session now, if anything.

    ``was_near`` says whether it was told that the session is near at the time at which it is now; ``usual`` as in
    :mod:`domain.reminders`.
    """
    if not is_day(now, zone):
        return None
    if told is not None and (wrong := correction(session, told, now)):
        return wrong
    wanted = session.state == "planned" and not was_near
    return NEAR if wanted and is_near(session, usual, now, zone) else None


def correction(session: Session, told: Told, now: datetime) -> str | None:
    """What is no longer true of what the group was told, while somebody may still go by it."""
    if session.state != "planned":
        return CANCELLED if told.what != CANCELLED and now < told.starts_at else None
    still_so = told.what != CANCELLED and told.starts_at == session.starts_at
    return MOVED if not still_so and now < session.starts_at else None


def is_near(session: Session, usual: Mapping[str, int], now: datetime, zone: tzinfo) -> bool:
    """Whether it is time to tell of a session: a day before (as it is set), at the latest the evening before."""
    before = offsets(session, usual).get(DAY)
    return before is not None and by_evening(session.starts_at - before, zone) <= now < session.starts_at


def by_evening(moment: datetime, zone: tzinfo) -> datetime:
    """The moment, or the end of the day before it if it falls into the night."""
    if is_day(moment, zone):
        return moment
    there = moment.astimezone(zone)
    day = there if there.hour >= EVENING else there - timedelta(days=1)
    evening = day.replace(hour=EVENING, minute=0, second=0, microsecond=0) - BEFORE_THE_NIGHT
    return evening.astimezone(moment.tzinfo)


def good_until(session: Session, told: Told | None, what: str) -> datetime:
    """From when on what is told would help nobody."""
    return told.starts_at if told is not None and what == CANCELLED else session.starts_at
