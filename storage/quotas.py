"""Quotas: how much of the month's paid messages is left, as the channel told us, and what is on its way already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from domain.events import NEWS_DUE, UNASKED
from domain.push_budget import ASSUMED_ALLOWED, Month
from storage import settings
from storage.announcements import planned_pushes
from storage.outbox import paid_since
from storage.schema import broadcast_people, broadcasts, inbox, outbox, quotas, rooms
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


def on_their_way(tx: Connection, channel: str, without: str = "") -> int:
    """How many people wait for a paid message in this channel already?

    Counted are letters, events about to become letters, planned news, and the broadcasts that were begun or planned,
    but for one.
    """
    waiting = letters_waiting(tx, channel) + events_waiting(tx, channel) + planned_pushes(tx, channel)
    return waiting + queued(tx, channel) + planned(tx, channel, without)


def letters_waiting(tx: Connection, channel: str) -> int:
    """How many people do the letters go to that wait to be paid for?"""
    query = select(func.coalesce(func.sum(outbox.c.people), 0)).where(
        outbox.c.state == "waiting", outbox.c.free_reply.is_(None), outbox.c.chat.startswith(f"{channel}:")
    )
    return int(tx.execute(query).scalar_one())


SPEAKING = sorted(UNASKED - {NEWS_DUE})
"""Events that are about to become letters; news is counted as planned until it is said."""


def events_waiting(tx: Connection, channel: str) -> int:
    """How many people hear of events that wait and are about to become letters: in a group, all of its members?"""
    hearing = func.coalesce(func.sum(func.coalesce(rooms.c.members, 1)), 0)
    query = select(hearing).select_from(inbox).outerjoin(rooms, rooms.c.chat == inbox.c.chat)
    speaking = query.where(inbox.c.state == "waiting", inbox.c.kind.in_(SPEAKING))
    return int(tx.execute(speaking.where(inbox.c.chat.startswith(f"{channel}:"))).scalar_one())


def queued(tx: Connection, channel: str) -> int:
    """How many people do the broadcasts that were begun still have to reach?"""
    query = (
        select(func.count())
        .select_from(broadcast_people)
        .join(broadcasts, broadcasts.c.id == broadcast_people.c.broadcast)
        .where(broadcasts.c.state.in_(("running", "paused")), broadcast_people.c.state == "queued")
        .where(broadcast_people.c.lane.startswith(channel))
    )
    return tx.execute(query).scalar_one()


def planned(tx: Connection, channel: str, without: str = "") -> int:
    """How many people will the broadcasts that are planned reach, as was counted when they were?"""
    query = select(broadcasts.c.audience).where(broadcasts.c.state == "planned", broadcasts.c.id != without)
    return sum(audience.get("planned", {}).get(channel, 0) for audience in tx.execute(query).scalars())


def left(tx: Connection) -> dict[str, int]:
    """How many paid messages of this month has each channel left that sets a limit?"""
    columns = (quotas.c.channel, quotas.c.allowed, quotas.c.used, quotas.c.read_at)
    told = [Quota(*row) for row in tx.execute(select(*columns).order_by(quotas.c.channel))]
    return {each.channel: each.allowed - used_by(tx, each) for each in told if each.allowed is not None}


def assumed(channel: str, began: datetime) -> Quota:
    """What we go by before the channel has told us: the smallest plan, and what we sent since the month began."""
    return Quota(channel, ASSUMED_ALLOWED, 0, began)


def month(tx: Connection, channel: str, began: datetime, without: str = "") -> Month:
    """Where do the month's paid messages stand, as if one broadcast were not planned?

    ``began`` is when the month began, for when nobody has told us yet.
    """
    told = latest(tx, channel)
    quota = told or assumed(channel, began)
    numbers = (settings.number(tx, "push_reserve"), settings.number(tx, "extra_push_satang"))
    return Month(
        quota.allowed, used_by(tx, quota), on_their_way(tx, channel, without), *numbers, known=told is not None
    )
