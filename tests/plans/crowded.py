"""A database that is big enough for its plans to be those of a bigger one, and quickly made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Engine, select, text, update

from benchmarks.busy_network import Size, build, put
from benchmarks.national import add_messages
from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from storage import inbox, outbox
from storage.outbox import Draft
from storage.schema import (
    announcements,
    broadcast_people,
    broadcasts,
    chats,
    companies,
    consents,
    help_requests,
    hour_checks,
    hours,
    people,
    sessions,
)

PEOPLE: Final = 10_000
MESSAGES: Final = 2_000
DAYS: Final = 10
BROADCASTS: Final = 20
SOME: Final = 50
"""So much waits, of everything that waits."""


def crowd(engine: Engine, now: datetime) -> None:
    """Fill a database, and let it learn what it holds."""
    with engine.begin() as tx:
        build(tx, Size(PEOPLE, PEOPLE // 10), now)
        for day in range(DAYS):
            add_messages(tx, 1 + day * MESSAGES, MESSAGES, PEOPLE, now - timedelta(days=DAYS - day))
        everybody = [tuple(row) for row in tx.execute(select(chats.c.person, chats.c.name).order_by(chats.c.name))]
        agreed = {"purpose": "role_news", "answer": "yes", "notice_version": "1", "at": now}
        put(tx, consents, ({"person": person, **agreed} for person, _ in everybody))
        tell_everybody(tx, everybody, now)
        log_hours(tx, everybody, now)
        let_some_wait(tx, everybody[:SOME], now)
    with engine.begin() as tx:
        tx.execute(text("ANALYZE"))


def tell_everybody(tx: Connection, everybody: Sequence[tuple[str, str]], now: datetime) -> None:
    """Broadcasts that are over: each went to some of the people."""
    sent = {"state": "done", "audience": {}, "contents": {}, "way": "all", "written_at": now}
    put(tx, broadcasts, ({"id": f"b{number}", **sent} for number in range(BROADCASTS)))
    heard = {"language": "th", "lane": "line:th", "due_at": now, "state": "sent", "settled_at": now}
    letters = ((f"b{number % BROADCASTS}", number, *who) for number, who in enumerate(everybody))
    rows = ({"broadcast": one, "letter": n, "place": n, "person": who, "chat": chat} for one, n, who, chat in letters)
    put(tx, broadcast_people, (row | heard for row in rows))


def log_hours(tx: Connection, everybody: Sequence[tuple[str, str]], now: datetime) -> None:
    """Hours of sessions, nearly all of them verified, a few put right."""
    met = list(tx.execute(select(sessions.c.id)).scalars())
    facts = {"minutes": 60, "note": "", "voids": False, "logged_at": now, "worked_on": now.date()}
    rows = [
        {"id": f"w{n:06}", "person": who, "session": met[n % len(met)], "waits": n < SOME, **facts}
        for n, (who, _) in enumerate(everybody)
    ]
    put(tx, hours, (row | {"adjusts": None, "replaces": None} for row in rows))
    put(
        tx,
        hours,
        ({**row, "id": f"a{n:06}", "adjusts": row["id"], "replaces": None} for n, row in enumerate(rows[:SOME])),
    )
    tx.execute(update(hours).where(hours.c.id.like("h%")).values(waits=False))
    verified = {"verdict": "verified", "duty": "staff", "at": now}
    put(tx, hour_checks, ({"entry": row["id"], **verified} for row in rows[SOME:]))


def let_some_wait(tx: Connection, some: Sequence[tuple[str, str]], now: datetime) -> None:
    """Some messages, letters, questions and news wait; some people belong to companies."""
    names = [name for _, name in some]
    inbox.keep(tx, [Arrival(name, name, MESSAGE_RECEIVED, now) for name in names], now)
    outbox.write(tx, [Draft(name, (Message("ได้เลยค่ะ"),)) for name in names], now)
    put(
        tx, help_requests, ({"id": f"q{n}", "chat": name, "words": "", "asked_at": now} for n, name in enumerate(names))
    )
    people_of = people.c.id.in_([person for person, _ in some])
    put(tx, companies, ({"id": f"c{n}", "name": f"บริษัท {n}", "code": f"c{n}", "made_at": now} for n in range(5)))
    tx.execute(update(people).where(people_of).values(company="c1"))
    tx.execute(update(chats).where(chats.c.name.not_in(names)).values(menu=None))
    planned = announcements.c.person.in_([person for person, _ in some])
    tx.execute(update(announcements).where(planned).values(state="planned", due_at=now + timedelta(days=1)))
