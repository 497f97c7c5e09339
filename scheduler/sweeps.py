"""The list of sweeps: a question of what is due now, and a rhythm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection

from domain.events import REMINDER_DUE, ROLE_CHANGED, Arrival
from storage import changes, chats, sessions
from storage.sessions import Due

MOST_AT_ONCE: Final = 500
MOST_PROJECTS: Final = 20


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


def changes_due(tx: Connection, now: datetime) -> list[Arrival]:
    """Which changes of projects have been left alone for a while, each for the chats of those whom they concern?"""
    return [each for project in changes.ripe(tx, now, MOST_PROJECTS) for each in news_of(tx, project, now)]


def news_of(tx: Connection, project: str, now: datetime) -> list[Arrival]:
    """What has changed in a project, for each person with what concerns them; it is told only once."""
    before, arrivals = changes.take(tx, project), []
    for person, roles in changes.concerned(tx, changes.roles_in(tx, project)).items():
        theirs = {subject: old for subject, old in before.items() if subject in {project, *roles}}
        reachable = chats.of_person(tx, person) if theirs else []
        if reachable:
            facts = {"project": project, "before": theirs}
            key = f"{ROLE_CHANGED}:{person}:{project}:{now.isoformat()}"
            arrivals.append(Arrival(key, reachable[0].name, ROLE_CHANGED, now, facts=facts))
    return arrivals


SWEEPS: Final = (Sweep("reminders", 20, reminders_due), Sweep("changes", 30, changes_due))
