"""The door takes plain webhooks itself and passes all else on: answers are the same, and nothing is lost between."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import closing
from functools import partial
from typing import Any

import pytest

from bot import door
from bot.__main__ import quick_loop
from bot.channels.proof import signature
from storage.schema import inbox
from tests.journeys.world import World, until, world

PATH = "/webhooks/telegram"


def update(here: World, number: int, *more: str, path: str = PATH, secret: str = "", body: bytes = b"") -> bytes:
    """A request with an update of Telegram's; ``more`` are further lines of its head."""
    person = {"id": 77, "is_bot": False, "first_name": "A"}
    chat = {"id": 77, "type": "private", "first_name": "A"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": f"words {number}"}
    body = body or json.dumps({"update_id": number, "message": message}).encode()
    proof = secret or here.simulator.settings.telegram_secret
    lines = [f"POST {path} HTTP/1.1", "Host: bot", f"X-Telegram-Bot-Api-Secret-Token: {proof}", *more]
    if not any(line.lower().startswith(("transfer-encoding", "content-length")) for line in more):
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


class Line:
    """A connection to the bot, byte by byte."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Build it."""
        self.reader, self.writer = reader, writer

    def write(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.writer.write(data)

    async def answer(self) -> tuple[int, dict[str, str], bytes]:
        """The next answer: status, headers and body."""
        head = (await asyncio.wait_for(self.reader.readuntil(b"\r\n\r\n"), 10)).decode().split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)}
        return int(head[0].split()[1]), headers, await self.reader.readexactly(int(headers["content-length"]))

    async def is_closed(self) -> bool:
        """Whether the bot closes it, with nothing more said."""
        return await asyncio.wait_for(self.reader.read(), 10) == b""

    def close(self) -> None:
        """Hang up."""
        self.writer.close()


async def connect(here: World) -> Line:
    """A new connection."""
    return Line(*await asyncio.open_connection("127.0.0.1", here.bot.port))


def at_the_door(here: World) -> int:
    """How many connections were not passed on."""
    assert here.bot.door is not None
    return len(here.bot.door.here)


def kept(here: World) -> int:
    """How many events there are."""
    return here.states(inbox).total()


async def test_plain_webhooks_are_answered_at_the_door(here: World) -> None:
    with closing(await connect(here)) as line:
        for number in range(1, 4):
            line.write(update(here, number))
            status, headers, body = await line.answer()
            assert (status, body, headers["content-type"]) == (200, b"{}", "application/json")
            assert headers["date"].endswith("GMT")
            assert (kept(here), at_the_door(here)) == (number, 1)


async def test_line_s_are_too(here: World) -> None:
    body = json.dumps({"destination": here.simulator.settings.line_destination, "events": []}).encode()
    proof = f"X-Line-Signature: {signature(here.simulator.settings.line_channel_secret, body)}"
    with closing(await connect(here)) as line:
        line.write(update(here, 1, proof, path="/webhooks/line", body=body))
        assert ((await line.answer())[0], at_the_door(here)) == (200, 1)


def chunked(here: World) -> bytes:
    """A request whose body comes in chunks."""
    head, _, body = update(here, 1, "Transfer-Encoding: chunked").partition(b"\r\n\r\n")
    return head + b"\r\n\r\n%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    "request_of",
    [
        lambda here: update(here, 1, "Connection: close"),
        lambda here: update(here, 1).replace(b"HTTP/1.1", b"HTTP/1.0"),
        lambda here: update(here, 1, "X-Twice: a", "X-Twice: b"),
        lambda here: update(here, 1, "Connection: upgrade", "Upgrade: more"),
        chunked,
    ],
    ids=["to be closed", "old", "a header twice", "upgrade", "chunked"],
)
async def test_others_are_answered_behind_it(here: World, request_of: Callable[[World], bytes]) -> None:
    with closing(await connect(here)) as line:
        line.write(request_of(here))
        assert (await line.answer())[0] == 200
        assert (kept(here), at_the_door(here)) == (1, 0)


@pytest.mark.parametrize("at", [1, 9, 40, -5])
async def test_one_in_pieces_is_put_together(here: World, at: int) -> None:
    with closing(await connect(here)) as line:
        whole = update(here, 1)
        line.write(whole[:at])
        await until(lambda: not at_the_door(here))
        line.write(whole[at:])
        assert (await line.answer())[0] == 200
        line.write(update(here, 2))
        assert (await line.answer())[0] == 200
        assert kept(here) == 2


async def test_two_at_once_are_both_answered(here: World) -> None:
    with closing(await connect(here)) as line:
        line.write(update(here, 1) + update(here, 2)[:1])
        await until(lambda: not at_the_door(here))
        line.write(update(here, 2)[1:] + update(here, 3) + update(here, 4))
        assert [(await line.answer())[0] for _ in range(4)] == [200] * 4
        assert kept(here) == 4


@pytest.fixture
def slow(here: World, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Lets what arrives be kept only when it is set."""
    go, keep = asyncio.Event(), here.bot.intake.keep

    async def keep_later(arrivals: Any) -> None:
        await go.wait()
        await keep(arrivals)

    monkeypatch.setattr(here.bot.intake, "keep", keep_later)
    return go


async def test_who_does_not_wait_for_the_answer_gets_all_of_them_in_order(here: World, slow: asyncio.Event) -> None:
    with closing(await connect(here)) as line:
        line.write(update(here, 1))
        await until(lambda: under_way(here))
        for piece in (update(here, 2)[:30], update(here, 2)[30:], update(here, 3), update(here, 4, secret="guessed")):
            line.write(piece)
            await asyncio.sleep(0.02)
        slow.set()
        assert [(await line.answer())[0] for _ in range(4)] == [200, 200, 200, 401]
        assert kept(here) == 3


def under_way(here: World) -> bool:
    """Whether somebody at the door waits for an answer."""
    assert here.bot.door is not None
    return any(each.answering is not None for each in here.bot.door.here)


async def test_who_does_not_wait_cannot_fill_our_memory(here: World, slow: asyncio.Event) -> None:
    with closing(await connect(here)) as line:
        line.write(update(here, 1))
        await until(lambda: under_way(here))
        line.write(b"x" * 8 * door.BIG * 16)
        await asyncio.sleep(0.2)
        assert here.bot.door is not None
        assert 0 < sum(len(each.more) for each in here.bot.door.here) <= 8 * door.BIG
        slow.set()


async def test_who_hangs_up_was_heard_all_the_same(here: World, slow: asyncio.Event) -> None:
    with closing(await connect(here)) as line:
        line.write(update(here, 1))
        await until(lambda: under_way(here))
    await until(lambda: not at_the_door(here))
    slow.set()
    await until(lambda: kept(here) == 1)


async def test_what_is_refused_is_refused_behind_it_and_counted_once(here: World) -> None:
    taken = here.bot.standing.webhooks
    for wrong, status in ((update(here, 1, secret="guessed"), 401), (update(here, 1, body=b"[]"), 400)):
        with closing(await connect(here)) as line:
            line.write(wrong)
            found, headers, _ = await line.answer()
            assert (found, headers["x-content-type-options"]) == (status, "nosniff")
    assert (taken["telegram", "unproven"], taken["telegram", "unreadable"], taken["telegram", "taken"]) == (1, 1, 0)


async def test_no_webhook_is_kept_of_a_path_that_is_none(here: World) -> None:
    for path in ("/webhooks/none", "/webhooks/", "/webhooks/telegram/", "/webhooks/telegramx"):
        with closing(await connect(here)) as line:
            line.write(update(here, 1, path=path))
            assert (await line.answer())[0] == 404
    assert kept(here) == 0


async def test_a_page_and_a_webhook_on_one_connection(here: World) -> None:
    with closing(await connect(here)) as line:
        line.write(update(here, 1))
        assert (await line.answer())[0] == 200
        line.write(b"GET /live HTTP/1.1\r\nHost: bot\r\n\r\n")
        assert (await line.answer())[0] == 200
        line.write(update(here, 2))
        assert (await line.answer())[0] == 200
        assert (kept(here), at_the_door(here)) == (2, 0)


async def test_nonsense_is_answered_as_aiohttp_does(here: World) -> None:
    with closing(await connect(here)) as line:
        line.write(b"POST /webhooks/telegram HTTP/1.1\r\nHost: bot\r\nContent-Length: many\r\n\r\n{}")
        assert (await line.answer())[0] == 400


@pytest.mark.parametrize(("times", "status"), [(1, 200), (2, 500)])
async def test_what_could_not_be_kept_is_tried_once_more(
    here: World, monkeypatch: pytest.MonkeyPatch, times: int, status: int
) -> None:
    failures, keep, go = iter(range(times)), here.bot.intake.keep, asyncio.Event()

    async def fail(arrivals: Any) -> None:
        await go.wait()
        if next(failures, None) is not None:
            raise OSError
        await keep(arrivals)

    monkeypatch.setattr(here.bot.intake, "keep", fail)
    with closing(await connect(here)) as line:
        line.write(update(here, 1))
        await until(lambda: under_way(here))
        line.write(update(here, 2))
        await asyncio.sleep(0.02)
        go.set()
        assert (await line.answer())[0] == status
        if status == 500:
            assert await line.is_closed()  # what was not answered is sent again
            return
        line.write(update(here, 3))
        assert [(await line.answer())[0] for _ in range(2)] == [200, 200]
        assert kept(here) == 3


async def test_a_connection_of_no_use_is_closed(here: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "KEPT_SECONDS", 0.2)
    with closing(await connect(here)) as silent, closing(await connect(here)) as line:
        line.write(update(here, 1))
        assert (await line.answer())[0] == 200
        assert await silent.is_closed()
        assert await line.is_closed()


async def test_who_is_at_the_door_when_we_end_is_answered_and_nobody_else(here: World, slow: asyncio.Event) -> None:
    with closing(await connect(here)) as idle, closing(await connect(here)) as line:
        line.write(update(here, 1))
        await until(lambda: under_way(here))
        ending = asyncio.ensure_future(here.stop_bot())
        assert await idle.is_closed()
        slow.set()
        assert (await line.answer())[0] == 200
        assert await line.is_closed()
        await ending
        assert kept(here) == 1


async def test_who_cannot_be_answered_in_time_is_hung_up_on(here: World, slow: asyncio.Event) -> None:
    with closing(await connect(here)) as line:
        line.write(update(here, 1))
        await until(lambda: under_way(here))
        ending = asyncio.ensure_future(here.stop_bot())
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await line.answer()
        slow.set()
        await ending


STORIES = [
    test_plain_webhooks_are_answered_at_the_door,
    test_a_page_and_a_webhook_on_one_connection,
    partial(test_one_in_pieces_is_put_together, at=40),
    test_two_at_once_are_both_answered,
]


@pytest.mark.parametrize("story", STORIES, ids=["plain", "page", "pieces", "two"])
def test_on_the_loop_that_serves_it_is_the_same(story: Callable[..., Any], sqlite_url: str) -> None:
    async def tell() -> None:
        async with world(sqlite_url) as here:
            await story(here)

    with asyncio.Runner(loop_factory=quick_loop()) as runner:
        assert type(runner.get_loop()).__module__ == "uvloop"
        runner.run(tell())
