"""Some people, projects and sessions to ask questions about."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, update

from storage import chats, people, projects, sessions
from storage import staff as staff_rows
from storage.schema import staff as staff_table

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
"""A Monday morning in Bangkok."""
NUMBERS = itertools.count(7000)


def person(tx: Connection, name: str = "มะลิ", chat: str | None = None, news: str = "yes") -> str:
    """Somebody of age who wants role news, with a chat if one is named."""
    found = people.join(tx, NOW)
    people.learn(tx, found, name=name, adult=True, noticed_at=NOW)
    people.consent(tx, found, "role_news", news, NOW)
    if chat:
        taken = chats.take(tx, [chat])[chat]
        taken.person = found
        chats.save(tx, [taken])
    return found


def reached(tx: Connection, name: str = "มะลิ", channel: str = "telegram") -> str:
    """Somebody as above, with a chat of their own."""
    return person(tx, name, f"{channel}:{next(NUMBERS)}")


def project(tx: Connection, title: str = "เพจใหม่", *, open_now: bool = True) -> str:
    """A project, open unless said otherwise."""
    found = projects.draft(tx, "บ้านอุ่นใจ", title, "ให้คนรู้จัก", "children", NOW)
    if open_now:
        projects.publish(tx, found, NOW)
    return found


def role(tx: Connection, of: str, title: str = "นักออกแบบ", seats: int = 1, **more: Any) -> str:
    """A role of a project."""
    facts = {"skills": ["design.graphic"], "hours_per_week": 3.0, "place": "online", "province": None, "slots": []}
    return projects.add_role(tx, of, title=title, seats=seats, **{**facts, **more})


def staff(tx: Connection, duty: str = "admin") -> str:
    """A member of staff whom we can reach."""
    found = reached(tx, "นก")
    staff_rows.join(tx, found, NOW)
    tx.execute(update(staff_table).where(staff_table.c.person == found).values(duty=duty))
    return found


def session(tx: Connection, of: str, ahead: timedelta, kind: str = "workshop") -> str:
    """A session of two hours, so far ahead."""
    return sessions.plan(tx, of, kind, NOW + ahead, NOW + ahead + timedelta(hours=2), "Google Meet", now=NOW)
