"""The demo's invented network in a database, without phones: for commands that look at one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.clock import Clock
from simulator.demo import hours
from simulator.demo.network import add_staff, seat, seed
from simulator.demo.people import FRIENDS, befriend
from storage.database import make_engine
from storage.migrations import migrate


def fill(folder: Path) -> str:
    """Build the network in a new SQLite file; gives the database's address."""
    url = f"sqlite:///{folder / 'handup.sqlite'}"
    engine = make_engine(url)
    migrate(engine)
    with engine.begin() as tx:
        write(tx, Clock().now())
    engine.dispose()
    return url


def write(tx: Connection, now: datetime) -> None:
    """Write the network, with everybody in a chat that nobody holds."""
    seed(tx, now)
    friends = {each.name: befriend(tx, f"{each.channel}:demo-{each.name}", each, now) for each in FRIENDS}
    seat(tx, friends, now)
    hours.give(tx, friends, now)
    add_staff(tx, "line:demo-staff", "พี่นก", "th", now)
