"""Looks whose hours nobody has looked at, so that whoever should hears of it: all of theirs at once, and not often."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from domain.daytime import is_day
from domain.events import VERIFY_WANTED, Arrival
from storage import sessions, settings, vouching

NAME: Final = "hours_waiting"


def hours_waiting(tx: Connection, now: datetime) -> list[Arrival]:
    """Who is asked now to look at hours that have waited too long, each for all projects where that was not lately?"""
    every = timedelta(days=settings.number(tx, "verify_days"))
    if not is_day(now, sessions.BANGKOK) or not vouching.may_be_overdue(tx, now - every):
        return []
    vouching.tidy(tx)
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for late in vouching.overdue(tx, now - every):
        for person, chat in vouching.responsible(tx, late).items():
            if vouching.may_ask(tx, late.project, person, now, every):
                found[person, chat].append(late.project)
    return [wanted(person, chat, projects, now) for (person, chat), projects in found.items()]


def wanted(person: str, chat: str, projects: list[str], now: datetime) -> Arrival:
    """That hours wait for somebody, as an event."""
    key = f"{VERIFY_WANTED}:{person}:{now:%Y%m%d%H%M%S}"
    return Arrival(key, chat, VERIFY_WANTED, now, facts={"projects": projects})
