"""The doctor's look at what waits, and at the disk."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, make_url

from bot.clock import Clock
from bot.finding import Finding
from storage import inbox, outages, outbox, setting_aside
from storage.outages import Outage

MOST_BEHIND: Final = timedelta(minutes=5)
MOST_UNSENT: Final = timedelta(hours=1)
"""A reply or a reminder that waits for so long waits for a platform."""
LEAST_FREE: Final = 500 * 1024 * 1024
MEGABYTE: Final = 1024 * 1024
LOOK: Final = "See: handup setaside list"


def waiting_findings(tx: Connection) -> list[Finding]:
    """Does anything wait for a human, or for too long?"""
    now = Clock().now()
    aside, kept = setting_aside.counts(tx)
    held, refused = kept.get("held", 0), kept.get("refused", 0)
    return [
        Finding(not aside, f"Inbox: {aside} events set aside after repeated failures.{look(aside)}"),
        Finding(not refused, f"Outbox: {refused} letters refused by a platform.{look(refused)}"),
        Finding(not held, f"Outbox: {held} letters held: the month's pushes, or a restored backup.{look(held)}"),
        inbox_finding(tx, now),
        outbox_finding(tx, now),
        *(outage_finding(each, now) for each in outages.of_all(tx)),
    ]


def look(count: int) -> str:
    """Where to look, if there is anything to see."""
    return f" {LOOK}" if count else ""


def inbox_finding(tx: Connection, now: datetime) -> Finding:
    """Does an event wait for too long?"""
    oldest = inbox.oldest_waiting(tx)
    late = oldest is not None and now - oldest > MOST_BEHIND
    more = " Is handup serve running?" if late else ""
    return Finding(not late, f"Inbox: {age(oldest, now)}{more}")


def outbox_finding(tx: Connection, now: datetime) -> Finding:
    """Does an answer or a reminder wait for too long?"""
    found = [since for rank, _, since in outbox.backlog(tx) if rank < outbox.BULK]
    oldest = min(found, default=None)
    late = oldest is not None and now - oldest > MOST_UNSENT
    more = " Look for letter_trylater in the log, and at the tokens below." if late else ""
    return Finding(not late, f"Outbox: {age(oldest, now)}{more}")


def outage_finding(outage: Outage, now: datetime) -> Finding:
    """What there is to say of a platform that is away?"""
    minutes = round((now - outage.began_at).total_seconds() / 60)
    return Finding(False, f"Platforms: {outage.channel} has not answered for {minutes} minutes; what we say waits.")


def age(oldest: datetime | None, now: datetime) -> str:
    """For how long something has waited, in words."""
    return (
        f"the oldest has waited for {round((now - oldest).total_seconds() / 60)} minutes."
        if oldest
        else "nothing waits."
    )


def disk_finding(url: str) -> Finding | None:
    """Is there room for a SQLite database to grow? Nothing for a server's."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        return None
    path = Path(str(address.database)).resolve()
    return room_finding(shutil.disk_usage(path.parent).free, path.stat().st_size)


def room_finding(free: int, size: int) -> Finding:
    """What there is to say of so many bytes free beside a database of so many?"""
    enough = free > max(LEAST_FREE, size)
    words = f"Disk: {free // MEGABYTE} MB free beside a database of {size // MEGABYTE} MB."
    return Finding(enough, words if enough else f"{words} Make room: a full disk stops everything.")
