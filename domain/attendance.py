"""Who was at a session: when one can check in, how late is late, and how long somebody was there.

Whether they said that they would come is another matter, and kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.work import Session

OPENS: Final = timedelta(minutes=60)
"""So long before the start one can check in, …"""
SHUTS: Final = timedelta(hours=2)
"""… and so long after the end."""
GRACE: Final = timedelta(minutes=15)
"""More than this after the start is late, more than this before the end is early."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """What is known of somebody's being at a session."""

    session: str
    person: str
    came: bool
    arrived_at: datetime | None
    """``None``: staff say that they were there from the start."""
    left_at: datetime | None
    """``None``: they stayed until the end."""
    source: str
    """code, qr or self (they themselves), or staff"""
    by: str | None
    reason: str | None
    """Why staff say otherwise than the person did: from then on staff have the last word."""
    at: datetime

    @property
    def is_their_own(self) -> bool:
        """Whether they checked in themselves, and nobody has changed it."""
        return self.source != "staff"


class Door(StrEnum):
    """Whether one can check in to a session."""

    CALLED_OFF = "called_off"
    EARLY = "early"
    OPEN = "open"
    SHUT = "shut"


def opens_at(session: Session) -> datetime:
    """From when on one can check in."""
    return session.starts_at - OPENS


def shuts_at(session: Session) -> datetime:
    """Until when one can check in."""
    return session.ends_at + SHUTS


def door(session: Session, moment: datetime) -> Door:
    """Whether one can check in to a session at this moment."""
    if session.state != "planned":
        return Door.CALLED_OFF
    if moment < opens_at(session):
        return Door.EARLY
    return Door.OPEN if moment < shuts_at(session) else Door.SHUT


# ---------------------------------------------------------------- how long


def minutes_late(session: Session, arrived_at: datetime | None) -> int:
    """How many minutes after the start somebody came; 0 if that is not worth a word."""
    late = (arrived_at or session.starts_at) - session.starts_at
    return late // timedelta(minutes=1) if late > GRACE else 0


def minutes_early(session: Session, left_at: datetime | None) -> int:
    """How many minutes before the end somebody left; 0 if that is not worth a word."""
    early = session.ends_at - (left_at or session.ends_at)
    return early // timedelta(minutes=1) if early > GRACE else 0


def minutes_attended(session: Session, seen: Attendance | None) -> int:
    """How many minutes of a session somebody was there; who checked in after the end proves none."""
    if seen is None or not seen.came:
        return 0
    came = max(session.starts_at, seen.arrived_at or session.starts_at)
    went = min(session.ends_at, seen.left_at or session.ends_at)
    return max(0, (went - came) // timedelta(minutes=1))


# ---------------------------------------------------------------- there or not


class Presence(StrEnum):
    """Whether somebody was at a session, as far as we know."""

    CAME = "came"
    ABSENT = "absent"
    """Staff say that they were not there."""
    NO_SHOW = "no_show"
    """They said that they come, the session is over, and nobody saw them."""
    UNSEEN = "unseen"
    """Nobody has seen them (yet), and nobody had to."""


def presence(session: Session, answer: str | None, seen: Attendance | None, now: datetime) -> Presence:
    """Whether somebody who answered so was at a session; a no-show is never written down, it follows."""
    if seen is not None:
        return Presence.CAME if seen.came else Presence.ABSENT
    return Presence.NO_SHOW if answer == "yes" and session.ends_at <= now else Presence.UNSEEN
