"""Platforms that are away: since when, and whether staff were told; whichever process noticed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from domain.events import PLATFORM_CHANGED, Arrival
from storage import inbox, staff
from storage.schema import outages, outbox
from storage.writing import insert_into


@dataclass(frozen=True, slots=True)
class Outage:
    """A platform that does not answer."""

    channel: str
    began_at: datetime
    told_at: datetime | None


COLUMNS = (outages.c.channel, outages.c.began_at, outages.c.told_at)


def begin(tx: Connection, channel: str, now: datetime) -> None:
    """Note that a platform is away, unless that is known."""
    tx.execute(insert_into(tx, outages).values(channel=channel, began_at=now).on_conflict_do_nothing())


def to_tell(tx: Connection, channel: str, before: datetime, now: datetime) -> Outage | None:
    """Has this platform been away since before then, and has nobody been told? Whoever asks first is to tell."""
    mine = (outages.c.channel == channel, outages.c.began_at <= before, outages.c.told_at.is_(None))
    row = tx.execute(update(outages).where(*mine).values(told_at=now).returning(*COLUMNS)).one_or_none()
    return Outage(*row) if row else None


def end(tx: Connection, channel: str) -> Outage | None:
    """The platform answers again; the outage that is over, if one was known."""
    row = tx.execute(delete(outages).where(outages.c.channel == channel).returning(*COLUMNS)).one_or_none()
    return Outage(*row) if row else None


def find(tx: Connection, channel: str) -> Outage | None:
    """The outage of this platform, if it is away as far as we know."""
    row = tx.execute(select(*COLUMNS).where(outages.c.channel == channel)).one_or_none()
    return Outage(*row) if row else None


def tell_staff(tx: Connection, outage: Outage, what: str, now: datetime) -> int:
    """Let each member of staff who can be told by another channel hear of it; gives how many these are."""
    facts = {"channel": outage.channel, "what": what, "since": outage.began_at.isoformat()}
    key = f"{outage.channel}:{what}:{outage.began_at:%Y%m%d%H%M%S}"
    there = [chat.name for chat in staff.chats_of_staff(tx, but_by=outage.channel)]
    told = [Arrival(f"{PLATFORM_CHANGED}:{name}:{key}", name, PLATFORM_CHANGED, now, facts=facts) for name in there]
    inbox.keep(tx, told, now)
    return len(told)


def anything_waits(tx: Connection, channel: str, until: datetime) -> bool:
    """Does any letter for this channel come due by then, or is any on its way?"""
    waits = (outbox.c.state == "waiting", outbox.c.due_at <= until, outbox.c.chat.startswith(f"{channel}:"))
    return tx.execute(select(outbox.c.number).where(*waits).limit(1)).first() is not None


def of_all(tx: Connection) -> list[Outage]:
    """Which platforms are away, by name?"""
    return [Outage(*row) for row in tx.execute(select(*COLUMNS).order_by(outages.c.channel))]
