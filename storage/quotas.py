"""Quotas: how much of the month's paid messages is left, as the channel told us, and what is on its way already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from domain.events import REMINDER_DUE, ROLE_ANNOUNCED
from storage.announcements import planned_pushes
from storage.outbox import paid_since
from storage.schema import inbox, outbox, quotas
from storage.writing import insert_into


@dataclass(frozen=True, slots=True)
class Quota:
    """What a channel said of this month's paid messages."""

    channel: str
    allowed: int | None
    """Messages in the month; ``None`` where the channel sets no limit."""
    used: int
    read_at: datetime


def note(tx: Connection, channel: str, allowed: int | None, used: int, now: datetime) -> None:
    """Write down what the channel says is allowed this month and used so far."""
    values: dict[str, Any] = {"allowed": allowed, "used": used, "read_at": now}
    statement = insert_into(tx, quotas).values(channel=channel, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["channel"], set_=values))


def latest(tx: Connection, channel: str) -> Quota | None:
    """What did this channel last say of its month; nothing if it was never asked?"""
    columns = (quotas.c.channel, quotas.c.allowed, quotas.c.used, quotas.c.read_at)
    row = tx.execute(select(*columns).where(quotas.c.channel == channel)).one_or_none()
    return Quota(*row) if row else None


def lock(tx: Connection, assumed: Quota) -> None:
    """Let nobody else spend from this channel's month until this transaction ends."""
    values = {"allowed": assumed.allowed, "used": assumed.used, "read_at": assumed.read_at}
    statement = insert_into(tx, quotas).values(channel=assumed.channel, **values)
    tx.execute(statement.on_conflict_do_nothing())
    tx.execute(select(quotas.c.channel).where(quotas.c.channel == assumed.channel).with_for_update())


def used_by(tx: Connection, quota: Quota) -> int:
    """How many paid messages are used by now: those the channel counted, and those we sent since?"""
    return quota.used + paid_since(tx, quota.read_at)


def on_their_way(tx: Connection, channel: str) -> int:
    """How many paid messages wait in this channel: letters, what is about to become one, and planned news?"""
    letters = select(func.count()).where(
        outbox.c.state == "waiting", outbox.c.free_reply.is_(None), outbox.c.chat.startswith(f"{channel}:")
    )
    events = select(func.count()).where(
        inbox.c.state == "waiting",
        inbox.c.kind.in_([REMINDER_DUE, ROLE_ANNOUNCED]),
        inbox.c.chat.startswith(f"{channel}:"),
    )
    return tx.execute(letters).scalar_one() + tx.execute(events).scalar_one() + planned_pushes(tx, channel)
