"""Many small writes as one: each is durable when its waiter goes on, and a bad one fails alone."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import Connection, text

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
