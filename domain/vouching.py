"""Who may vouch for the hours of others: who speaks for the organisation, who leads the team, and staff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

from domain.sign_ups import IN_TEAM

LEADING: Final = (*IN_TEAM, "completed")
"""Where somebody stands with a leading role who vouches for its team."""
NO_PROJECT: Final = "-"
"""Stands for the project of hours that belong to none."""
WHOLE_LIST: Final = 60
"""So many entries are looked at in one go, the oldest first."""


class Duty(StrEnum):
    """By which right somebody vouches, the weightiest first."""

    ORGANISATION = "organisation"
    TEAM_LEAD = "team_lead"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody, and what they may vouch for."""

    person: str
    speaks_for: frozenset[str] = frozenset()
    """Projects of whose organisation they are lead or deputy."""
    leads: frozenset[str] = frozenset()
    """Projects whose team they lead."""
    is_staff: bool = False

    @property
    def counts(self) -> bool:
        """Whether they may vouch for anything."""
        return self.is_staff or bool(self.projects)

    @property
    def projects(self) -> frozenset[str]:
        """Of which projects, if they are not staff."""
        return self.speaks_for | self.leads


def duty_for(voice: Voice, project: str | None, author: str | None) -> Duty | None:
    """By which right somebody vouches for hours of this project that ``author`` logged; ``None`` if by none."""
    if author == voice.person:
        return None
    if project in voice.speaks_for:
        return Duty.ORGANISATION
    if project in voice.leads:
        return Duty.TEAM_LEAD
    return Duty.STAFF if voice.is_staff else None


def is_for_others(person: str, authors: Iterable[str]) -> bool:
    """Whether hours of anybody else are among these."""
    return any(author != person for author in authors)


def patience(days: int) -> timedelta:
    """After how long staff see that nobody has looked at hours: twice as long as whoever should was given."""
    return 2 * timedelta(days=days)
