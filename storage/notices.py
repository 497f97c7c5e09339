"""What people are to be told unasked: an event for the chat that reaches them, answered in a turn of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from domain.events import Arrival
from storage import chats, inbox, staff
from storage.inbox import Event


def tell(tx: Connection, person: str, kind: str, key: str, now: datetime, **facts: Any) -> bool:
    """Let this happen to a person's chat (a free channel first); false if nothing reaches them."""
    reached = chats.of_person(tx, person)
    if reached:
        inbox.keep(tx, [Arrival(f"{kind}:{person}:{key}", reached[0].name, kind, now, facts=facts)], now)
    return bool(reached)


def pass_on(tx: Connection, event: Event, now: datetime) -> bool:
    """Let what happened to a chat that nothing reaches happen to the person's other chat; false if there is none."""
    there = chats.others_of(tx, event.chat)
    key = f"again:{event.id}"
    inbox.keep(tx, [Arrival(key, each.name, event.kind, now, facts=event.facts) for each in there[:1]], now)
    return bool(there)


def tell_all(tx: Connection, people: Iterable[str], kind: str, key: str, now: datetime, **facts: Any) -> int:
    """Let this happen to each of these people; gives how many it reaches."""
    return sum(tell(tx, person, kind, key, now, **facts) for person in people)


def tell_staff(tx: Connection, kind: str, key: str, now: datetime, but: str | None = None, **facts: Any) -> int:
    """Let this happen to a chat of each member of staff, ``but`` the one who did it; gives how many it reaches."""
    there = [chat.name for chat in staff.chats_of_staff(tx) if chat.person != but]
    inbox.keep(tx, [Arrival(f"{kind}:{name}:{key}", name, kind, now, facts=facts) for name in there], now)
    return len(there)
