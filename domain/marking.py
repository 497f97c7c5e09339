"""Reads what staff type about who was there: ``มา 1 3 5``, ``สาย 4 30 นาที``, ``left 2 15:30``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final

from domain.several import DIGITS, several
from domain.work import Session

CLOCK: Final = re.compile(r"(?:ตอน|เวลา|at)?\s*(\d{1,2})[.:](\d{2})\s*(?:น\.?|นาฬิกา)?\s*$")
MINUTES: Final = re.compile(r"(?<!\d)(\d{1,3})\s*(?:นาที|minutes?|mins?\.?|m)\s*$")
HOURS: Final = re.compile(r"(?<!\d)(\d)\s*(?:ชั่วโมง|ชม\.?|hours?|h)\s*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something said about several of a numbered list."""

    words: str
    """What is said: ``มา``, ``late``."""
    numbers: tuple[int, ...]
    clock: time | None = None
    """A time of day at the end of the line."""
    minutes: int | None = None
    """Or so many minutes."""


def read_mark(text: str) -> Mark | None:
    """What a line says of whom, and when or how long; nothing if it is not of this form."""
    line = text.translate(DIGITS).strip().casefold()
    for pattern in (CLOCK, MINUTES, HOURS):
        found = pattern.search(line)
        rest = several(line[: found.start()].rstrip(" ,")) if found else None
        if found and rest:
            return mark_of(pattern, found, rest)
    plain = several(line)
    return Mark(*plain) if plain else None


def mark_of(pattern: re.Pattern[str], found: re.Match[str], rest: tuple[str, tuple[int, ...]]) -> Mark | None:
    """A mark with a time or an amount behind it; nothing for a time that no clock shows."""
    if pattern is not CLOCK:
        return Mark(*rest, minutes=int(found[1]) * (60 if pattern is HOURS else 1))
    hour, minute = int(found[1]), int(found[2])
    return Mark(*rest, clock=time(hour, minute)) if hour < 24 and minute < 60 else None


def moment_of(mark: Mark, session: Session, starts: datetime, *, before_end: bool) -> datetime | None:
    """The moment within a session that a mark names, if it does: by the clock, or so many minutes after the start.

    ``starts`` is the start on the network's clock; ``before_end`` counts the minutes back from the end.
    """
    if mark.clock is not None:
        moment = datetime.combine(starts.date(), mark.clock, starts.tzinfo)
        found = moment if moment >= starts else moment + timedelta(days=1)
    elif mark.minutes is not None:
        amount = timedelta(minutes=mark.minutes)
        found = session.ends_at - amount if before_end else session.starts_at + amount
    else:
        return None
    return found.astimezone(session.starts_at.tzinfo) if session.starts_at <= found <= session.ends_at else None
