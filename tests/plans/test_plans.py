"""No statement that the program executes reads a table from end to end that grows with people or messages.

Nobody lists the statements: they are taken down while every conversation is replayed and while a whole bot runs, and a
crowded database is asked how it would answer each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import aiohttp
import pytest
from sqlalchemy import Engine

from bot.doctor import waiting_findings
from storage.database import make_engine
from storage.migrations import migrate
from storage.schema import metadata
from tests import conftest
from tests.conversations.transcript import Replay
from tests.journeys.world import World, world
from tests.plans.crowded import crowd
from tests.plans.reading import Watch, walked, watched

NOW: Final = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
CONVERSATIONS: Final = sorted((Path(__file__).parent.parent / "conversations").glob("*.en.txt"))

MANY: Final = 400
"""So many different statements the conversations execute, at least."""
ALLOWED: Final = {
    "WHERE people.noticed_at IS NOT NULL AND people.adult": "the value report: how many volunteers there are",
    "AS anon_1 GROUP BY anon_1.lane": "staff ask whom a broadcast would reach, and everybody may be meant",
    "coalesce(chats.heard_at, people.joined_at) AS heard_at FROM people JOIN chats": "a broadcast begins: everybody",
    "checks.verdict, earlier.verdict AS earlier": "the value report reads the ledger",
    "UPDATE hours SET waits": "PostgreSQL notes all corrections once; only where hours have waited too long",
    "WHERE 0 = 1": "nothing at all",
    "FROM people WHERE people.name IN": "the tests' own seeds",
    "UPDATE people SET company=": "the tests' own seeds",
}
"""What may read all of them, and why: a part of each such statement."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def crowded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A database in which a scan would show."""
    with address_of(request, tmp_path_factory.mktemp("crowded"), request.param) as address:
        engine = make_engine(address)
        migrate(engine)
        crowd(engine, NOW)
        yield engine
        engine.dispose()


@contextmanager
def address_of(request: pytest.FixtureRequest, folder: Path, kind: str) -> Iterator[str]:
    """The address of one more empty database of this kind."""
    on_postgres = kind == "postgresql"
    made = conftest.postgres_database(request.getfixturevalue("postgres_server")) if on_postgres else nullcontext()
    with made as address:
        yield address or f"sqlite:///{folder / 'handup.sqlite'}"


def walks(crowded: Engine, watch: Watch) -> list[str]:
    """Which statements would read from end to end what grows, and may not?"""
    with crowded.connect() as tx:
        found = [(walked(tx, *seen), " ".join(alike.split())) for alike, seen in watch.seen.items()]
    return [f"{sorted(tables)}: {alike}" for tables, alike in found if tables and not allowed(alike)]


def allowed(statement: str) -> bool:
    """Whether there is a reason for this statement."""
    return any(part in statement for part in ALLOWED)


def test_conversations_read_nothing_that_grows_from_end_to_end(
    request: pytest.FixtureRequest, crowded: Engine, tmp_path: Path
) -> None:
    watch = Watch()
    with address_of(request, tmp_path, crowded.name) as address:
        engine = make_engine(address)
        metadata.create_all(engine)
        for path in CONVERSATIONS:
            with watched(engine, watch):
                Replay(engine).replay(path.read_text(encoding="utf-8"))
            begin_anew(engine, tmp_path)
        engine.dispose()
    assert len(watch.seen) > MANY
    assert not (found := walks(crowded, watch)), "\n".join(found)


def begin_anew(engine: Engine, folder: Path) -> None:
    """Empty a database."""
    if engine.name == "postgresql":
        with engine.begin() as tx:
            conftest.empty(tx)
        return
    engine.dispose()
    for each in folder.glob("handup.sqlite*"):
        each.unlink()
    metadata.create_all(engine)


async def test_a_bot_at_work_reads_nothing_that_grows_from_end_to_end(
    request: pytest.FixtureRequest, crowded: Engine, tmp_path: Path
) -> None:
    watch = Watch()
    with address_of(request, tmp_path, crowded.name) as address:
        async with world(address) as here:
            with watched(here.bot.database.engine, watch):
                await work(here)
    assert not (found := walks(crowded, watch)), "\n".join(found)


async def work(here: World) -> None:
    """Let a bot answer, sweep, tidy up, and say how it is."""
    phones = [await here.phone(channel) for channel in ("line", "telegram")]
    for phone in phones:
        for words in ("หางาน", "ข้อมูลของฉัน", "ลบข้อมูลของฉัน"):
            await phone.say(words)
            await phone.answers()
    here.tell(phones[0], "ถึงเวลาแล้ว")
    await here.settled()
    await here.bot.sweep_all()
    await here.bot.sweeping.tidy()
    for path in ("/ready", "/live"):
        await here.get(path)
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{here.bot.port}/metrics") as answer:
        assert "handup_sweep_runs_total" in await answer.text()
    assert all(finding.well for finding in await here.bot.database.run(waiting_findings))
