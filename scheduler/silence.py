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
from storage import alarms, sessions, settings, staff
from storage.chats import Chat

MOST_AT_ONCE: Final = 50
"""So many alarms go with one event; of more, staff hear how many there are."""
LOOKED_ON: Final = "alarms_looked_on"
"""The fact (:mod:`storage.settings`) of the day on which we last looked for what takes days."""


def alarms_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Who of staff hears now that something is silent, all of it in one letter: coordinators, else everybody?"""
    new = silent(tx, now) if is_day(now, sessions.BANGKOK) else []
    told = (staff.chats_of_coordinators(tx) or staff.chats_of_staff(tx)) if new else []
    return [alarm(chat, new, now) for chat in told]


def silent(tx: Connection, now: datetime) -> list[Alarm]:
    """Which alarms are raised now; those that are over are forgotten."""
    known = alarms.raised(tx)
    alarms.forget(tx, rules.over(known, alarms.still(tx, known, now)))
    return alarms.note(tx, rules.to_raise(alarms.holding(tx, now, to_look_for(tx, now)), known, now), now)


def to_look_for(tx: Connection, now: datetime) -> tuple[str, ...]:
    """Which kinds of alarms are looked for now; what takes days to fall silent, once a day?"""
    today = f"{now.astimezone(sessions.BANGKOK):%Y-%m-%d}"
    if settings.fact(tx, LOOKED_ON) == today:
        return rules.OF_SESSIONS
    settings.note(tx, LOOKED_ON, today, now)
    return rules.KINDS


def alarm(chat: Chat, new: list[Alarm], now: datetime) -> Arrival:
    """Alarms for one of staff, as an event; where telling costs something, at most one a day."""
    moment = f"{now:%Y%m%d%H%M%S}" if chat.channel in FREE_CHANNELS else f"{now.astimezone(sessions.BANGKOK):%Y%m%d}"
    facts = {"alarms": rules.to_facts(new[:MOST_AT_ONCE])}
    return Arrival(f"{ALARM_RAISED}:{chat.person}:{moment}", chat.name, ALARM_RAISED, now, facts=facts)
