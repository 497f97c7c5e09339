"""The worker between inbox and outbox: woken at once, patient with a database that is away, and never stopped by it."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from bot import dispatcher as module
from bot.clock import Clock
from bot.delivery import Delivery
from bot.dispatcher import Dispatcher, sleep
from bot.listening import Listening
from bot.watching import Watching
from domain.events import MESSAGE_RECEIVED, Arrival
from flows import FLOWS
from flows.engine import Network
from storage import inbox, waiting
from storage.database import Database
from storage.migrations import migrate
from texts import all_texts

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)


@asynccontextmanager
async def at_work(database: Database) -> AsyncIterator[tuple[Dispatcher, asyncio.Event]]:
    """A dispatcher that works, and the event of its having said something."""
    delivery = Delivery(database, {}, Clock())
    spoken = delivery.woken
    dispatcher = Dispatcher(database, Network(FLOWS, all_texts()), Clock(), delivery)
    task = asyncio.create_task(dispatcher.run())
    try:
        yield dispatcher, spoken
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await database.close()


async def say_something(database: Database, key: str) -> None:
    arrival = Arrival(key, "line:U1", MESSAGE_RECEIVED, NOW, facts={"text": "menu"})
    await database.run(lambda tx: inbox.keep(tx, [arrival], NOW))


async def test_it_answers_as_soon_as_it_is_woken(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "IDLE_SECONDS", 60)
    database = Database(sqlite_url)
    await asyncio.to_thread(migrate, database.engine)
    async with at_work(database) as (dispatcher, spoken):
        await asyncio.sleep(0.1)
        await say_something(database, "1")
        dispatcher.wake()
        await asyncio.wait_for(spoken.wait(), 2)


async def test_who_watches_wakes_it_for_what_another_process_kept(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    await asyncio.to_thread(migrate, database.engine)
    async with at_work(database) as (dispatcher, spoken):
        await asyncio.sleep(0.1)
        await say_something(database, "1")
        wakes = {waiting.INBOX: dispatcher.wake}
        watching = asyncio.create_task(Watching(database, Clock(), Listening(database, wakes), wakes).run())
        await asyncio.wait_for(spoken.wait(), 3)
        watching.cancel()


async def test_it_waits_for_a_database_that_has_no_tables_yet(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REST_SECONDS", 0.05)
    database = Database(sqlite_url)
    async with at_work(database) as (dispatcher, spoken):
        await asyncio.sleep(0.2)
        await asyncio.to_thread(migrate, database.engine)
        await say_something(database, "1")
        dispatcher.wake()
        await asyncio.wait_for(spoken.wait(), 3)


async def test_sleep_ends_when_woken_and_when_its_time_is_over() -> None:
    woken = asyncio.Event()
    began = time.monotonic()
    await sleep(woken, 0.05)
    assert time.monotonic() - began >= 0.04
    woken.set()
    began = time.monotonic()
    await sleep(woken, 5)
    assert time.monotonic() - began < 1


async def test_the_database_module_says_which_work_failed_and_goes_on(database_url: str) -> None:
    database = Database(database_url)
    with pytest.raises(Exception, match="no_such_table"):
        await database.run(lambda tx: tx.execute(text("SELECT * FROM no_such_table")))
    assert await database.run(lambda tx: tx.execute(text("SELECT 1")).scalar_one()) == 1
    await database.close()
