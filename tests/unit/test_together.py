"""Many small writes as one: each is durable when its waiter goes on, and a bad one fails alone."""

from __future__ import annotations

import asyncio
import threading

import pytest
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import OperationalError

from bot.together import Together
from storage.database import Database


class Refused(Exception):
    """This item cannot be written."""


class Writer:
    """Notes what was written together, and refuses negative numbers."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []

    def __call__(self, tx: Connection, items: list[int]) -> None:
        tx.execute(text("SELECT 1"))
        if any(item < 0 for item in items):
            raise Refused
        self.batches.append(items)


async def write_all(url: str, items: list[int]) -> tuple[Writer, list[BaseException | None]]:
    """Write items at the same moment; gives the writer, and what each waiter got."""
    database, writer = Database(url), Writer()
    together = Together(database, writer)
    outcomes = await asyncio.gather(*(together.add(item) for item in items), return_exceptions=True)
    await database.close()
    return writer, outcomes


async def test_what_comes_together_is_written_together(sqlite_url: str) -> None:
    writer, outcomes = await write_all(sqlite_url, list(range(50)))
    assert outcomes == [None] * 50
    assert [item for batch in writer.batches for item in batch] == list(range(50))
    assert len(writer.batches) < 5


async def test_a_bad_item_fails_alone(sqlite_url: str) -> None:
    writer, outcomes = await write_all(sqlite_url, [1, -2, 3, -4, 5])
    assert [type(outcome) for outcome in outcomes] == [type(None), Refused, type(None), Refused, type(None)]
    assert {item for batch in writer.batches for item in batch} == {1, 3, 5}


async def test_a_waiter_that_gave_up_does_not_hold_the_others(sqlite_url: str) -> None:
    database, writer = Database(sqlite_url), Writer()
    together = Together(database, writer)
    impatient, patient = asyncio.ensure_future(together.add(1)), asyncio.ensure_future(together.add(2))
    await asyncio.sleep(0)
    impatient.cancel()
    await patient
    with pytest.raises(asyncio.CancelledError):
        await impatient
    assert [item for batch in writer.batches for item in batch] == [1, 2]
    await together.add(3)
    await database.close()


async def test_on_sqlite_nothing_waits_for_the_writing_of_what_came_before(sqlite_url: str) -> None:
    database, entered, go = Database(sqlite_url), threading.Event(), threading.Event()
    batches: list[list[int]] = []

    def write(tx: Connection, items: list[int]) -> None:
        batches.append(items)
        if items == [1]:
            entered.set()
            assert go.wait(10)

    together = Together(database, write)
    first = asyncio.ensure_future(together.add(1))
    await asyncio.to_thread(entered.wait, 10)
    rest = [asyncio.ensure_future(together.add(item)) for item in range(2, 6)]
    await asyncio.sleep(0.02)
    assert len(together.writing) == 2, "one is under way, another is asked for already, and no third"
    go.set()
    await asyncio.gather(first, *rest)
    assert batches == [[1], [2, 3, 4, 5]]
    await database.close()


async def test_what_comes_while_the_writer_takes_what_waits_is_written_too(database_url: str) -> None:
    database, writer = Database(database_url), Writer()
    together = Together(database, writer)

    async def talk(first: int) -> None:
        for item in range(first, first + 40):
            await together.add(item)

    await asyncio.wait_for(asyncio.gather(*(talk(1000 * number) for number in range(50))), 60)
    written = [item for batch in writer.batches for item in batch]
    assert len(written) == len(set(written)) == 2000
    assert not together.waiting
    await database.close()


AWAY = {"sqlite": "sqlite:////nowhere/at/all.sqlite", "postgresql": "postgresql://nobody@127.0.0.1:1/nowhere"}


async def test_a_database_that_is_away_fails_who_waits_and_nobody_who_comes_later(database_url: str) -> None:
    away, database, writer = Database(AWAY[make_url(database_url).get_backend_name()]), Database(database_url), Writer()
    together = Together(away, writer)
    outcomes = await asyncio.gather(*(together.add(item) for item in range(3)), return_exceptions=True)
    assert [isinstance(each, OperationalError) for each in outcomes] == [True] * 3
    together.database = database
    await asyncio.wait_for(together.add(7), 10)
    assert writer.batches == [[7]]
    await asyncio.gather(away.close(), database.close())
