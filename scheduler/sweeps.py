"""The list of sweeps: a question of what is due now, and a rhythm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from domain.events import NEWS_DUE, REMINDER_DUE, WAVE_DUE, Arrival
from storage import announcements, chats, searches, sessions
from storage.sessions import Due

MOST_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Sweep:
    """Something that becomes due by itself."""

    name: str
    seconds: float
    """How often to look."""
    due: Callable[[Connection, datetime], list[Arrival]]
    """What is due, as events for inboxes. Asking twice gives the same keys, so that it happens once."""


def reminders_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Which reminders of sessions are due, each for the chat that reaches its person?"""
    found = [(due, chats.of_person(tx, due.person)) for due in sessions.awaiting_reminder(tx, now, MOST_AT_ONCE)]
    return [reminder(due, reachable[0].name, now) for due, reachable in found if reachable]


def reminder(due: Due, chat: str, now: datetime) -> Arrival:
    """A reminder as an event; its key lets an unsaid one come back an hour later, a said one never."""
    key = f"reminder:{due.session}:{due.person}:{due.lead}:{due.starts_at:%Y%m%d%H%M}:{now:%Y%m%d%H}"
    facts = {"session": due.session, "person": due.person, "lead": due.lead}
    return Arrival(key, chat, REMINDER_DUE, now, facts=facts)


def news_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Whose news, put off for quiet hours or a digest, is due; each for the chat that reaches its person?"""
    found = announcements.people_due(tx, now, MOST_AT_ONCE)
    chat_of = {person: chats.of_person(tx, person)[0].name for person, _ in found}
    return [Arrival(f"news:{who}:{hourly(since, now)}", chat_of[who], NEWS_DUE, now) for who, since in found]


NETWORK: Final = "network:clock"
"""Where things happen that are nobody's: one after the other, as in any chat."""


def waves_due(tx: Connection, now: datetime) -> list[Arrival]:
    """In which projects may the next people have to be told of roles?"""
    searches.end_filled(tx)
    for role in searches.end_closed(tx):
        announcements.drop(tx, role)
    found = searches.projects_due(tx, now, MOST_AT_ONCE)
    return [
        Arrival(f"wave:{project}:{hourly(since, now)}", NETWORK, WAVE_DUE, now, facts={"project": project})
        for project, since in found
    ]


def hourly(since: datetime, now: datetime) -> str:
    """The part of a key that lets what is due since then, and still not done, come back an hour later."""
    return f"{since:%Y%m%d%H%M%S}:{now:%Y%m%d%H}"


SWEEPS: Final = (
    Sweep("reminders", 20, reminders_due),
    Sweep("news", 20, news_due),
    Sweep("waves", 30, waves_due),
)
