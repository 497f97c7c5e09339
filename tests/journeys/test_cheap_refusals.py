"""A webhook that nobody signed costs little: no database, no parsing, a bounded body, a line a minute in the log."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator

import aiohttp
import pytest
from sqlalchemy import event

from bot import refusals, webhooks
from bot.assemble import Bot
from bot.channels import line_events, telegram_updates
from bot.channels.proof import signature
from bot.clock import Clock
from bot.config import read_config
from simulator.server import Simulator
from tests.journeys.world import World, environment, until

LINE, TELEGRAM = "/webhooks/line", "/webhooks/telegram"
FORGED = {"X-Line-Signature": signature("another secret", b"{}")}
GUESSED = {"X-Telegram-Bot-Api-Secret-Token": "guessed"}
UNSIGNED = pytest.mark.parametrize(
    ("path", "headers"),
    [(LINE, {}), (LINE, FORGED), (LINE, {"X-Line-Signature": "ก"}), (TELEGRAM, {}), (TELEGRAM, GUESSED)],
)


async def post(port: int, path: str, body: object, headers: dict[str, str]) -> int:
    """What a webhook gets."""
    async with aiohttp.ClientSession() as session:
        answer = await session.post(f"http://127.0.0.1:{port}{path}", data=body, headers=headers)
        return answer.status


@pytest.fixture
async def away(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Bot]:
    """A bot whose database is not there."""
    simulator = Simulator(Clock())
    await simulator.start()
    nowhere = "postgresql://nobody:nothing@127.0.0.1:1/nowhere"
    bot = Bot(read_config(environment(nowhere, simulator)), simulator.clock)
    await bot.listen()
    yield bot
    await bot.stop()
    await simulator.stop()


@UNSIGNED
async def test_without_a_database_it_is_refused_all_the_same(away: Bot, path: str, headers: dict[str, str]) -> None:
    assert await post(away.port, path, b'{"events": []}', headers) == 401


@UNSIGNED
async def test_it_is_neither_parsed_nor_brought_to_the_database(
    here: World, monkeypatch: pytest.MonkeyPatch, path: str, headers: dict[str, str]
) -> None:
    parsed, asked = Counter[str](), Counter[str]()
    for module in (line_events, telegram_updates):
        monkeypatch.setattr(module.quick_json, "loads", lambda body: parsed.update([str(body)]))
    await here.settled()
    here.bot.sweeping.rhythm.stop()
    await here.bot.workers.stop()
    engine = here.bot.database.engine
    event.listen(engine, "before_cursor_execute", lambda *told: asked.update([told[2]]))
    assert await post(here.bot.port, path, b'{"events": [], "update_id": 7}', headers) == 401
    monkeypatch.undo()
    assert (parsed, asked) == ({}, {})


async def test_the_body_behind_a_wrong_secret_is_not_waited_for(here: World) -> None:
    assert await head_only(here, TELEGRAM, 1000, GUESSED) == 401
    assert await head_only(here, LINE, 1000, {}) == 401


async def test_a_body_that_says_that_it_is_too_long_is_not_waited_for(here: World) -> None:
    assert await head_only(here, LINE, webhooks.MOST_BYTES + 1, FORGED) == 413


async def test_a_body_that_does_not_come_is_given_up(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "SECONDS", 0.1)
    assert await head_only(here, LINE, 1000, FORGED) == 408


async def test_big_bodies_that_do_not_come_leave_room_for_others(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = [asyncio.ensure_future(head_only(here, LINE, webhooks.BIG + 1, FORGED)) for _ in range(50)]
    await asyncio.sleep(0.1)
    assert (await here.simulator.line.webhook.verify()).outcome == 200
    for each in slow:
        each.cancel()


async def test_big_bodies_are_read_few_at_a_time(here: World) -> None:
    slow = [asyncio.ensure_future(head_only(here, LINE, webhooks.BIG + 1, FORGED)) for _ in range(webhooks.BIG_AT_ONCE)]
    await asyncio.sleep(0.2)
    told = {"destination": here.simulator.settings.line_destination, "events": [], "more": "x" * webhooks.BIG}
    body = json.dumps(told).encode()
    good = {"X-Line-Signature": signature(here.simulator.settings.line_channel_secret, body)}
    big = asyncio.ensure_future(post(here.bot.port, LINE, body, good))
    await asyncio.sleep(0.2)
    assert not big.done()
    for each in slow:
        each.cancel()
    assert await asyncio.wait_for(big, 5) == 200


async def head_only(here: World, path: str, length: int, headers: dict[str, str]) -> int:
    """What a webhook gets that names the length of its body and never sends it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", here.bot.port)
    lines = [f"POST {path} HTTP/1.1", "Host: bot", f"Content-Length: {length}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    try:
        return int((await asyncio.wait_for(reader.readline(), 10)).split()[1])
    finally:
        writer.close()


async def test_a_thousand_are_two_lines_in_the_log(
    here: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, object]] = []
    monkeypatch.setattr(refusals.logs, "warn", lambda action, **facts: told.append({"action": action, **facts}))
    async with aiohttp.ClientSession() as session:
        for _ in range(20):
            address = f"http://127.0.0.1:{here.bot.port}{LINE}"
            await asyncio.gather(*(session.post(address, data=b"{}", headers=FORGED) for _ in range(50)))
    await here.stop_bot()
    refused = [each for each in told if each["action"] == "webhook_refused"]
    assert [each["count"] for each in refused] == [1, 999]
    assert {(each["channel"], each["why"]) for each in refused} == {("line", "signature")}


async def test_the_log_hears_again_when_the_time_is_over(caplog: pytest.LogCaptureFixture) -> None:
    counted = refusals.Refusals(seconds=0.05)
    with caplog.at_level(logging.WARNING, "handup"):
        for _ in range(3):
            counted.note("line", "signature")
        await until(lambda: len(caplog.records) == 2)
        await until(lambda: counted.timer is None)
        counted.note("line", "signature")
    counted.close()
    assert [record.facts["count"] for record in caplog.records] == [1, 2, 1]  # type: ignore[attr-defined]


async def test_what_is_signed_and_comes_at_the_same_time_is_kept(here: World) -> None:
    body = json.dumps({"destination": here.simulator.settings.line_destination, "events": []}).encode()
    good = {"X-Line-Signature": signature(here.simulator.settings.line_channel_secret, body)}
    wanted = [post(here.bot.port, LINE, body, headers) for headers in (FORGED, good) * 20]
    assert await asyncio.gather(*wanted) == [401, 200] * 20
