"""The database is gone: PostgreSQL's connections are cut, SQLite's file is held by another program for too long."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing

from sqlalchemy import make_url

from tests.faults.stage import Stage

GONE_SECONDS = 30.0
"""Also longer than SQLite waits for its turn."""


async def happen(stage: Stage, *, long: bool) -> None:
    """Take the database away in the middle of the talk, and give it back."""
    await stage.reached(0.3)
    before = stage.unheard
    seconds = GONE_SECONDS if long else 2.0
    await (hold_file(stage, seconds) if stage.is_sqlite else pull_cable(stage, seconds))
    stage.struck += 1
    if long and stage.unheard == before:
        stage.wrong.append("every webhook was answered 200 all the same")


async def hold_file(stage: Stage, seconds: float) -> None:
    """Let another program write, and never end."""
    with closing(sqlite3.connect(str(make_url(str(stage.looking.url)).database), isolation_level=None)) as holder:
        holder.execute("PRAGMA busy_timeout = 30000")
        holder.execute("BEGIN IMMEDIATE")
        stage.unknown += stage.on_the_way()
        await asyncio.sleep(seconds)
        holder.execute("ROLLBACK")


async def pull_cable(stage: Stage, seconds: float) -> None:
    """Cut every connection, and let none through."""
    assert stage.cable is not None
    await stage.cable.pull_out()
    stage.unknown += stage.on_the_way()
    await asyncio.sleep(seconds)
    await stage.cable.plug_in()
