"""Looks what is silent: what should have happened and has not, so that staff hear of it once."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from domain import alarms as rules
from domain.alarms import Alarm
from domain.daytime import is_day
from domain.events import ALARM_RAISED, Arrival
from domain.push_budget import FREE_CHANNELS
from storage import alarms, sessions, staff, sweep_runs
from storage.chats import Chat

MOST_AT_ONCE: Final = 50
"""So many alarms go with one event; the others stand in the staff menu."""
NAME: Final = "alarms"


def alarms_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Who of staff hears now that something is silent, all of it in one letter: coordinators, else everybody?"""
    new = silent(tx, now) if is_day(now, sessions.BANGKOK) else []
    told = (staff.chats_of_coordinators(tx) or staff.chats_of_staff(tx)) if new else []
    return [alarm(chat, new, now) for chat in told]


def silent(tx: Connection, now: datetime) -> list[Alarm]:
    """Which alarms are raised now: once a day all that hold, else what has fallen silent since we last looked?"""
    last = sweep_runs.find(tx, NAME)
    if last is None or last.failures or not is_of_this_day(last.began_at, now):
        return alarms.note(tx, all_that_hold(tx, now), now)
    return alarms.note(tx, alarms.fallen_silent(tx, last.began_at, now), now)


def is_of_this_day(before: datetime, now: datetime) -> bool:
    """Whether we have looked at a decent hour of the same day: at night nobody looks."""
    one, other = (moment.astimezone(sessions.BANGKOK).date() for moment in (before, now))
    return before <= now and one == other and is_day(before, sessions.BANGKOK)


def all_that_hold(tx: Connection, now: datetime) -> list[Alarm]:
    """Which alarms hold that were not raised lately? Those that are over are forgotten."""
    known = alarms.raised(tx)
    alarms.forget(tx, rules.over(known, alarms.still(tx, known, now)))
    return rules.to_raise(alarms.holding(tx, now), known, now)


def alarm(chat: Chat, new: list[Alarm], now: datetime) -> Arrival:
    """Alarms for one of staff, as an event; where telling costs something, at most one a day."""
    moment = f"{now:%Y%m%d%H%M%S}" if chat.channel in FREE_CHANNELS else f"{now.astimezone(sessions.BANGKOK):%Y%m%d}"
    facts = {"alarms": rules.to_facts(new[:MOST_AT_ONCE])}
    return Arrival(f"{ALARM_RAISED}:{chat.person}:{moment}", chat.name, ALARM_RAISED, now, facts=facts)
