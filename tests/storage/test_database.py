"""One door to the database: what it says is done is durable, and one piece of work's failure is its own."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Connection, MetaData, String, Table, event, insert, select, text
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from storage.columns import Moment, new_id
from storage.database import Database, make_engine

metadata = MetaData()
notes = Table("notes", metadata, Column("words", String(40), primary_key=True), Column("at", Moment))


def write(words: str, at: datetime | None = None) -> Callable[[Connection], str]:
    """The work of writing a note."""

    def work(tx: Connection) -> str:
        tx.execute(insert(notes).values(words=words, at=at))
        return words

    return work


async def prepared(url: str) -> Database:
    database = Database(url)
    await database.run(metadata.create_all)
    return database


async def kept(database: Database) -> set[str]:
    return await database.run(lambda tx: set(tx.execute(select(notes.c.words)).scalars()))


async def test_many_pieces_of_work_at_once_are_all_done(database_url: str) -> None:
    database = await prepared(database_url)
    done = await asyncio.gather(*(database.run(write(f"note {number}")) for number in range(300)))
    assert done == [f"note {number}" for number in range(300)]
    assert await kept(database) == set(done)
    await database.close()


async def test_one_failure_leaves_the_others_of_its_batch_alone(database_url: str) -> None:
    database = await prepared(database_url)
    words = ["a", "b", "a", "c", "b", "d"]
    outcomes = await asyncio.gather(*(database.run(write(word)) for word in words), return_exceptions=True)
    assert await kept(database) == {"a", "b", "c", "d"}
    assert sum(isinstance(outcome, IntegrityError) for outcome in outcomes) == 2
    await database.close()


async def test_what_fails_half_way_leaves_nothing(database_url: str) -> None:
    database = await prepared(database_url)

    def half(tx: Connection) -> None:
        tx.execute(insert(notes).values(words="half"))
        raise LookupError("something else")

    both = await asyncio.gather(database.run(half), database.run(write("whole")), return_exceptions=True)
    assert isinstance(both[0], LookupError)
    assert await kept(database) == {"whole"}
    await database.close()


async def test_what_is_done_is_seen_by_other_connections(database_url: str) -> None:
    database = await prepared(database_url)
    await database.run(write("seen"))
    other = make_engine(database_url)
    with other.connect() as tx:
        assert tx.execute(select(notes.c.words)).scalars().all() == ["seen"]
    other.dispose()
    await database.close()


async def test_closing_finishes_what_waits(database_url: str) -> None:
    database = await prepared(database_url)
    waiting = [asyncio.ensure_future(database.run(write(f"{number}"))) for number in range(50)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.wait_for(asyncio.gather(*waiting), 5)
    again = Database(database_url)
    assert len(await kept(again)) == 50
    await again.close()


async def test_who_stops_waiting_does_not_disturb_the_work(sqlite_url: str) -> None:
    database = await prepared(sqlite_url)
    waiting = asyncio.ensure_future(database.run(write("unwatched")))
    await asyncio.sleep(0)
    waiting.cancel()
    assert "unwatched" in await kept(database)
    await database.close()


async def test_slow_work_does_not_block_the_loop(sqlite_url: str) -> None:
    database = await prepared(sqlite_url)
    slow = asyncio.ensure_future(database.run(lambda _: time.sleep(0.3)))
    began = time.monotonic()
    await asyncio.sleep(0.01)
    assert time.monotonic() - began < 0.2
    await slow
    await database.close()


async def test_sqlite_is_durable_strict_and_shares_one_writer(sqlite_url: str) -> None:
    database = await prepared(sqlite_url)
    pragmas = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    for name, value in pragmas.items():
        assert await database.run(lambda tx, name=name: tx.execute(text(f"PRAGMA {name}")).scalar()) == value  # type: ignore[misc]
    assert len(database.threads) == 1
    await database.close()


async def test_postgresql_works_at_several_things_at_a_time(postgres_url: str) -> None:
    database = await prepared(postgres_url)
    barrier = threading.Barrier(3, timeout=5)
    await asyncio.gather(*(database.run(lambda _: barrier.wait()) for _ in range(3)))
    await database.close()


async def test_work_that_clashes_on_postgresql_is_tried_again(postgres_url: str) -> None:
    database = await prepared(postgres_url)
    for word in "ab":
        await database.run(write(word))
    barrier, tried = threading.Barrier(2), []

    def lock(first: str, second: str) -> Callable[[Connection], str]:
        def work(tx: Connection) -> str:
            tried.append(first)
            tx.execute(text("UPDATE notes SET at = now() WHERE words = :word"), {"word": first})
            if len(tried) <= 2:
                barrier.wait(30)
            tx.execute(text("UPDATE notes SET at = now() WHERE words = :word"), {"word": second})
            return first

        return work

    done = await asyncio.wait_for(asyncio.gather(database.run(lock("a", "b")), database.run(lock("b", "a"))), 60)
    assert done == ["a", "b"]
    assert len(tried) >= 3, "a deadlock, and another attempt of one"
    await database.close()


async def test_a_sqlite_file_that_somebody_else_holds_is_waited_for(sqlite_url: str, tmp_path: Path) -> None:
    database = await prepared(sqlite_url)
    holder = sqlite3.connect(tmp_path / "handup.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    waiting = asyncio.ensure_future(database.run(write("patient")))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    holder.execute("ROLLBACK")
    holder.close()
    assert await waiting == "patient"
    await database.close()


async def test_moments_come_back_in_utc_and_one_without_a_zone_is_refused(database_url: str) -> None:
    database = await prepared(database_url)
    noon = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(hours=7)))
    await database.run(write("noon", noon))
    found = await database.run(lambda tx: tx.execute(select(notes.c.at)).scalar_one())
    assert (found, found.tzinfo) == (noon, UTC)
    with pytest.raises(StatementError, match="needs a zone"):
        await database.run(write("naive", datetime(2026, 11, 23, 12)))  # noqa: DTZ001
    await database.close()


def test_ids_say_nothing_about_how_many_there_are() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(each) == 12 and each.isascii() and each.islower() | each.isdigit() for each in ids)
    assert not set("".join(ids)) & set("01ilo")


async def test_what_a_full_disk_undid_is_not_called_done(sqlite_url: str) -> None:
    database, together = await prepared(sqlite_url), threading.Event()
    pages = [1]  # no page more than now

    def limit(connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages[0]}")

    await database.run(lambda tx: limit(tx.connection.driver_connection))
    event.listen(database.engine, "checkout", limit)
    works = [lambda _tx: together.wait(10), write("before"), write("too much " * 2000), write("after")]
    jobs = [asyncio.create_task(database.run(work)) for work in works]
    await asyncio.sleep(0.05)
    together.set()
    outcomes = await asyncio.gather(*jobs, return_exceptions=True)
    assert await kept(database) == {outcome for outcome in outcomes if isinstance(outcome, str)}
    assert any(isinstance(outcome, OperationalError) for outcome in outcomes)
    pages[0] = 1_000_000
    await database.run(lambda tx: limit(tx.connection.driver_connection))
    assert await database.run(write("room again")) == "room again"
    await database.close()
