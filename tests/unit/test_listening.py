"""A process's ear and voice among the others: it hears calls, and comes back under its number when it was cut off."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text

from bot.clock import Clock
from bot.listening import Listening
from bot.watching import Watching
from storage import processes, waiting
from storage.database import Database
from tests.journeys.world import until

CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE application_name = 'handup places' AND datname = current_database()"
)


@asynccontextmanager
async def listening(url: str, works: list[str]) -> AsyncIterator[Listening]:
    """A process that listens, and notes what it is woken for."""
    database = Database(url)
    wakes = {work: (lambda work=work: works.append(work)) for work in waiting.WORKS}
    found = Listening(database, wakes)
    found.start()
    try:
        await until(lambda: database.is_sqlite or found.place)
        works.clear()
        yield found
    finally:
        await found.leave()
        await database.close()


async def test_one_hears_what_the_other_calls_and_not_itself(postgres_engine_url: str) -> None:
    ours: list[str] = []
    theirs: list[str] = []
    async with listening(postgres_engine_url, ours) as one, listening(postgres_engine_url, theirs) as other:
        assert one.who_we_are() != other.who_we_are()
        assert one.are_first() != other.are_first()
        one.call("inbox")
        await until(lambda: theirs == ["inbox"])
        other.call("outbox")
        await until(lambda: ours == ["outbox"])
        assert theirs == ["inbox"]


async def test_many_calls_at_once_are_few(postgres_engine_url: str) -> None:
    theirs: list[str] = []
    async with listening(postgres_engine_url, []) as one, listening(postgres_engine_url, theirs):
        for _ in range(1000):
            one.call("inbox")
            one.call("outbox")
        await until(lambda: "outbox" in theirs)
        await asyncio.sleep(0.6)
        assert 2 <= len(theirs) <= 6


async def test_who_was_cut_off_comes_back_under_the_same_number_and_looks_for_what_it_missed(
    postgres_engine_url: str,
) -> None:
    ours: list[str] = []
    async with listening(postgres_engine_url, ours) as one:
        number, place = one.who_we_are(), one.place
        await one.database.run(lambda tx: tx.execute(text(CUT)))
        await until(lambda: one.place and one.place is not place)
        assert one.who_we_are() == number
        assert set(ours) == set(waiting.WORKS)
        ours.clear()
        await one.database.run(lambda tx: processes.call(tx, ["fetches"]))
        await until(lambda: ours == ["fetches"])


async def test_who_leaves_tells_the_others_that_there_may_be_work(postgres_engine_url: str) -> None:
    theirs: list[str] = []
    async with listening(postgres_engine_url, theirs):
        async with listening(postgres_engine_url, []):
            theirs.clear()
        await until(lambda: set(theirs) == set(waiting.WORKS))


async def test_who_has_no_place_of_their_own_takes_nobody_for_dead(postgres_engine_url: str) -> None:
    async with listening(postgres_engine_url, []) as one:
        watching = Watching(one.database, Clock(), one, {})
        watching.missing = {7: 0.0}
        place, one.place = one.place, None
        await watching.look()
        one.place = place
        assert watching.missing == {}


async def test_on_sqlite_there_is_nobody_else(sqlite_engine_url: str) -> None:
    async with listening(sqlite_engine_url, []) as one:
        one.call("inbox")
        assert (one.who_we_are(), one.are_first(), one.calling) == (None, True, None)
