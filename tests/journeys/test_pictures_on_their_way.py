"""A picture on its way: sent by a phone, fetched from its platform, kept, and shown to whoever has its address."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select

from domain import qr
from domain.messages import Message
from flows.engine import Flows
from simulator.faults import Fault
from storage import outbox, pictures
from storage.outbox import Draft
from storage.schema import pictures as table
from tests.journeys.world import World, chat_of, said, until, ways, world
from tests.unit.shop import ALL, write_texts

BOTH = pytest.mark.parametrize("channel", ["line", "telegram"])


@pytest.fixture
async def shop(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """A running bot whose flows are the shop's: one of them wants a picture."""
    texts = write_texts(tmp_path / "texts")
    monkeypatch.setattr("bot.assemble.FLOWS", Flows(ALL, texts))
    monkeypatch.setattr("bot.assemble.all_texts", lambda: texts)
    monkeypatch.setattr("bot.fetching.IDLE_SECONDS", 0.02)
    monkeypatch.setattr("bot.platforms.COMMANDS", {"menu": "menu"})
    async with world(database_url) as found:
        yield found


def kept(here: World) -> list[str]:
    with here.engine.connect() as tx:
        return list(tx.execute(select(table.c.id)).scalars())


async def show(here: World, path: str) -> tuple[int, Any, bytes]:
    """What the bot answers at a path: the status, the headers and the body."""
    address = f"http://127.0.0.1:{here.bot.port}/{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, answer.headers, await answer.read()


@BOTH
async def test_a_picture_answers_the_question_that_waits_for_it_and_for_free(shop: World, channel: Any) -> None:
    phone = await shop.phone(channel)
    await phone.say("ป้าย")
    await phone.wait_for("ป้ายไหน")
    await phone.send("image")
    await phone.wait_for("ติดแล้ว")
    assert len(kept(shop)) == 1
    assert "push" not in ways(phone)


async def test_a_picture_that_line_still_prepares_comes_later(shop: World) -> None:
    phone = await shop.phone("line")
    await phone.say("ป้าย")
    await phone.wait_for("ป้ายไหน")
    shop.simulator.faults.add(Fault("error_before", count=1, endpoint="/content"))
    await phone.send("image")
    await phone.wait_for("ติดแล้ว")
    assert len(kept(shop)) == 1


async def test_while_a_picture_is_fetched_the_person_can_go_on(shop: World) -> None:
    phone = await shop.phone("line")
    await phone.say("ป้าย")
    await phone.wait_for("ป้ายไหน")
    shop.simulator.faults.add(Fault("stall_before", count=1, endpoint="/content", seconds=0.5))
    await phone.send("image")
    await phone.say("none")
    await phone.wait_for("ติดแล้ว")
    await phone.heard_for(0.8)
    await until(lambda: not shop.unfinished() and not kept(shop))
    assert sum("ติดแล้ว" in words for words in said(phone)) == 1


async def test_a_kept_picture_is_shown_and_never_run(here: World) -> None:
    drawn = qr.png("https://example.org")
    with here.engine.begin() as tx:
        name = pictures.keep(tx, drawn, "image/png", here.clock.now(), small=b"small")
    status, headers, body = await show(here, f"pictures/{name}.png")
    assert (status, body, headers["Content-Type"]) == (200, drawn, "image/png")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in headers["Content-Security-Policy"]
    assert "max-age" in headers["Cache-Control"]
    assert (await show(here, f"pictures/{name}-small.png"))[2] == b"small"


@pytest.mark.parametrize(
    "path", ["pictures/", "pictures/x.png", f"pictures/{'ab' * 16}.png", f"pictures/{'ab' * 16}.svg"]
)
async def test_a_guessed_picture_is_not_there(here: World, path: str) -> None:
    assert (await show(here, path))[0] == 404


@BOTH
async def test_a_picture_that_we_tell_of_reaches_the_phone(here: World, channel: Any) -> None:
    phone = await here.phone(channel)
    for ours in here.bot.channels.values():
        ours._public_url = f"http://127.0.0.1:{here.bot.port}"  # type: ignore[attr-defined]
    with here.engine.begin() as tx:
        path = pictures.path_of(tx, pictures.keep(tx, qr.png("x"), "image/png", here.clock.now()))
        outbox.write(tx, [Draft(chat_of(phone), (Message("สแกนได้เลย", picture=path),))], here.clock.now())
    here.bot.delivery.wake()
    await phone.wait_for("สแกนได้เลย")
    shown = [part["url"] for bubble in phone.bubbles("bot") for part in bubble.parts if part["kind"] == "image"]
    assert shown == [f"http://127.0.0.1:{here.bot.port}/{path}"]
    assert (await show(here, path))[2] == qr.png("x")
