"""Silence alarms: what should happen and does not, and when staff hear of it (again)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

NOBODY_ANSWERED: Final = "nobody_answered"
"""A session is near, and of those who are invited not one has answered."""
NOBODY_CAME: Final = "nobody_came"
"""A session is over, nobody checked in, and staff marked nothing."""
NO_SESSION: Final = "no_session"
"""A project has a team, and no session lies ahead of it."""
NO_HOURS: Final = "no_hours"
"""People of a team under way have not logged hours for a while."""
HOURS_WAIT: Final = "hours_wait"
"""Hours of a project wait for whoever vouches for them, twice as long as that should take."""
SWEEP_FAILS: Final = "sweep_fails"
"""What runs by itself fails again and again; for admins."""

OF_SESSIONS: Final = (NOBODY_ANSWERED, NOBODY_CAME)
OF_PROJECTS: Final = (NO_SESSION, NO_HOURS, HOURS_WAIT)
"""What takes days to fall silent."""
KINDS: Final = (*OF_SESSIONS, *OF_PROJECTS)
"""The most urgent first."""

NEAR: Final = timedelta(hours=48)
"""So long before a session somebody should have answered."""
TIME_TO_ANSWER: Final = timedelta(hours=6)
"""So long people are given after a session was planned or moved."""
OVER: Final = timedelta(hours=3)
"""So long after a session somebody should have checked in."""
OVER_LASTS: Final = timedelta(days=3)
"""After so long nobody is asked any more who came."""
BETWEEN_SESSIONS: Final = timedelta(days=2)
"""So long a team may be without a next session: after the last one, or after its first member came."""
WITHOUT_HOURS: Final = timedelta(days=10)
"""So long people of a team under way may log nothing."""
MOST_FAILURES: Final = 3
"""A sweep may fail so often in a row before a human hears of it."""
AGAIN_AFTER: Final = timedelta(days=7)
"""An alarm that still holds is raised again after so long."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that is silent, by its kind, and the session or project (or sweep) that it is about."""

    kind: str
    subject: str


def to_raise(holding: Iterable[Alarm], raised: Mapping[Alarm, datetime], now: datetime) -> list[Alarm]:
    """Which of the alarms that hold are to be raised: new ones, and those raised a week ago; the most urgent first."""
    due = [each for each in holding if each not in raised or raised[each] <= now - AGAIN_AFTER]
    return sorted(due, key=lambda each: KINDS.index(each.kind))


def over(raised: Iterable[Alarm], holding: Collection[Alarm]) -> list[Alarm]:
    """Which alarms hold no more: should they begin anew, they are raised anew."""
    return [each for each in raised if each not in holding]


def from_facts(facts: Iterable[Iterable[str]]) -> list[Alarm]:
    """The alarms that an event names."""
    return [Alarm(*each) for each in facts]


def to_facts(alarms: Iterable[Alarm]) -> list[list[str]]:
    """Alarms as an event names them."""
    return [[each.kind, each.subject] for each in alarms]
