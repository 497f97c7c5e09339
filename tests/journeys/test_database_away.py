"""A database that goes away: the platforms are told so, nothing is lost, and work goes on when it is back."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import text

from simulator.settings import Settings
from storage.database import make_engine
from storage.schema import inbox
from tests.journeys.cable import Cable, cable
from tests.journeys.world import World, said, until, world

FIVE = [f"word {number}" for number in range(5)]


@pytest.mark.usefixtures("echo")
async def test_while_postgresql_is_away_the_platforms_get_an_error_and_nothing_is_lost(postgres_url: str) -> None:
    from storage.migrations import migrate

    engine = make_engine(postgres_url)
    await asyncio.to_thread(migrate, engine)
    settings = Settings(rate_scale=0, redelivery=True, redelivery_after=0.3, redelivery_times=60, telegram_backoff=0.3)
    async with cable(postgres_url) as way, world_by(way, settings) as here:
        phone, other = await here.phone("line"), await here.phone("telegram")
        await way.pull_out()
        for word in FIVE:
            await phone.say(word)
            await other.say(word)
        outcomes = {delivery.outcome for delivery in list(here.simulator.line.webhook.deliveries)[-5:]}
        assert outcomes <= {500, 503, "timeout"}
        assert (await here.get("/ready"))[0] == 503
        assert (await here.get("/live"))[0] == 200
        await way.plug_in()
        await until(lambda: set(FIVE) <= set(said(phone)) & set(said(other)), 15)
        await here.settled()
        assert (await here.get("/ready"))[0] == 200
        assert sorted(word for word in said(phone) if word in FIVE) == FIVE
        assert [word for word in said(other) if word in FIVE] == FIVE
    engine.dispose()


@asynccontextmanager
async def world_by(way: Cable, settings: Settings) -> AsyncIterator[World]:
    """A world whose database is at the end of a cable that stands; its preparation blocks, so it has its own way."""
    direct = way.address.render_as_string(hide_password=False)
    async with world(direct, settings, bots=0) as here:
        here.database_url = way.url
        await here.start_bot()
        yield here


@pytest.mark.usefixtures("echo")
async def test_while_another_program_holds_the_sqlite_file_everybody_waits_and_nothing_is_lost(
    sqlite_url: str, tmp_path: Path
) -> None:
    settings = Settings(
        rate_scale=0, redelivery=True, redelivery_after=0.3, redelivery_times=60, line_timeout=0.5, telegram_timeout=0.5
    )
    async with world(sqlite_url, settings) as here:
        phone, other = await here.phone("line"), await here.phone("telegram")
        holder = sqlite3.connect(tmp_path / "handup.sqlite", isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        await asyncio.gather(phone.say("word 0"), other.say("word 0"))
        assert here.simulator.line.webhook.deliveries[-1].outcome == "timeout"
        assert (await here.get("/live"))[0] == 200
        await asyncio.sleep(0.5)
        holder.execute("ROLLBACK")
        holder.close()
        await phone.wait_for("word 0")
        await other.wait_for("word 0")
        await here.settled()
        assert (said(phone).count("word 0"), said(other).count("word 0")) == (1, 1)
        assert here.states(inbox) == {"done": 4}


async def test_ready_says_503_when_the_database_has_another_version(anywhere: World) -> None:
    assert await anywhere.get("/ready") == (200, {"ready": True, "why": "", "troubles": []})
    with anywhere.engine.begin() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    status, body = await anywhere.get("/ready")
    assert (status, body["ready"]) == (503, False)
    assert "migrate" in body["why"]
    assert (await anywhere.get("/live"))[0] == 200


async def test_a_wrong_link_to_somebodys_data_gets_404(here: World) -> None:
    for token in ("wrong", "x" * 500, "%00", "..%2f..", "' OR 1=1"):
        async with aiohttp.ClientSession() as session:
            answer = await session.get(f"http://127.0.0.1:{here.bot.port}/my-data/{token}")
            assert (answer.status, "หมดอายุ" in await answer.text()) == (404, True), token
