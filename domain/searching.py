"""The search for a role's people in waves: the best first, the next when too few have answered, and then an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.announcing import Suited
from domain.push_budget import FREE_CHANNELS, Month
from domain.work import OpenRole

ENOUGH: Final = 2
"""So many people who want the role for each free seat are enough to choose from."""


@dataclass(frozen=True, slots=True)
class Search:
    """How far the search for a role's people is."""

    role: str
    state: str
    """running, stopped (by staff), filled or spent (nobody is left, or the last wave was not enough)"""
    wave: int
    """Which wave was told last; 0 before the first."""
    most_waves: int
    size: int
    """So many people a wave."""
    next_at: datetime
    begun_at: datetime
    begun_by: str | None
    pushes: int
    """Paid messages that the waves to come may still take: staff saw no more."""


class Next(StrEnum):
    """What is to be done when a search is due."""

    FILLED = "filled"
    """Every seat is taken: nobody else is told."""
    WAIT = "wait"
    """Enough people want the role: look again later."""
    TELL = "tell"
    """Tell the next wave."""
    SPENT = "spent"
    """The last wave was told and it was not enough: staff must think of something else."""


def what_next(search: Search, found: OpenRole, applied: int, unheard: int) -> Next:
    """What is to be done for a role that so many have applied for, and so many have had no time to answer."""
    if not found.seats_left:
        return Next.FILLED
    if applied >= ENOUGH * found.seats_left:
        return Next.WAIT
    if search.wave < search.most_waves:
        return Next.TELL
    return Next.WAIT if unheard else Next.SPENT


@dataclass(frozen=True, slots=True)
class Forecast:
    """What all waves of a telling may take together, at most."""

    people: int
    pushes: int
    waves: int


def forecast(reached: Sequence[Suited], size: int, month: Month, *, free_only: bool = False) -> Forecast:
    """What it takes at most if nobody answers and all these people are told, so many a wave."""
    paid = sum(each.channel not in FREE_CHANNELS for each in reached)
    spendable = 0 if free_only else paid if month.spendable is None else month.spendable
    return Forecast(len(reached), min(paid, spendable), -(-len(reached) // size))
