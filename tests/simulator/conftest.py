"""A desk with a bot beside it that only listens, and the real SDKs talking to the desk."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from linebot.v3.messaging import AsyncApiClient, AsyncMessagingApi, AsyncMessagingApiBlob, Configuration
from telegram import Bot
from telegram.request import HTTPXRequest

from bot.clock import Clock
from simulator import Settings, Simulator

TOKEN = "simulator-token"


@dataclass
class Heard:
    """One request that the platforms made to the bot."""

    path: str
    headers: Any
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class ListeningBot:
    """A bot that keeps what it is told, and answers 200 unless ``answers`` says otherwise."""

    heard: list[Heard] = field(default_factory=list)
    answers: deque[Any] = field(default_factory=deque)
    port: int = 0
    at_once: int = 0
    most_at_once: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def events(self) -> list[dict[str, Any]]:
        """Every LINE event, in the order of arrival."""
        return [event for heard in self.heard if heard.path == "/line" for event in heard.json["events"]]

    @property
    def updates(self) -> list[dict[str, Any]]:
        """Every Telegram update, in the order of arrival."""
        return [heard.json for heard in self.heard if heard.path == "/telegram"]

    async def listen(self, request: web.Request) -> web.StreamResponse:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.heard.append(Heard(request.path, request.headers, await request.read()))
        self.news.set()
        answer = self.answers.popleft() if self.answers else 200
        if isinstance(answer, float):
            await asyncio.sleep(answer)
            answer = 200
        self.at_once -= 1
        return answer if isinstance(answer, web.Response) else web.Response(status=answer)

    async def hears(self, count: int) -> list[Heard]:
        """Everything heard, once it is so many requests."""
        async with asyncio.timeout(5):
            while len(self.heard) < count:
                self.news.clear()
                await self.news.wait()
        return self.heard


@pytest.fixture
async def bot() -> AsyncIterator[ListeningBot]:
    """The bot that listens."""
    listening = ListeningBot()
    application = web.Application()
    application.router.add_post("/{channel:line|telegram}", listening.listen)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listening.port = runner.addresses[0][1]
    yield listening
    await runner.cleanup()


@pytest.fixture
async def desk(bot: ListeningBot) -> AsyncIterator[Simulator]:
    """The desk, its webhooks going to the bot that listens."""
    settings = Settings(telegram_backoff=0.02, redelivery_after=0.02, line_timeout=0.3)
    address = f"http://127.0.0.1:{bot.port}"
    desk = Simulator(Clock(), f"{address}/line", f"{address}/telegram", settings)
    await desk.start()
    yield desk
    await desk.stop()


@pytest.fixture
async def line_client(desk: Simulator) -> AsyncIterator[AsyncApiClient]:
    """LINE's own SDK, pointed at the desk."""
    async with AsyncApiClient(Configuration(host=desk.url, access_token="simulator-token")) as client:
        yield client


@pytest.fixture
def line(line_client: AsyncApiClient) -> AsyncMessagingApi:
    """The messaging API of LINE's SDK."""
    return AsyncMessagingApi(line_client)


@pytest.fixture
def line_blob(line_client: AsyncApiClient) -> AsyncMessagingApiBlob:
    """The contents API of LINE's SDK."""
    return AsyncMessagingApiBlob(line_client)


@pytest.fixture
async def telegram(desk: Simulator) -> AsyncIterator[Bot]:
    """python-telegram-bot, pointed at the desk."""
    async with Bot(
        "4711:simulator",
        base_url=f"{desk.url}/bot",
        base_file_url=f"{desk.url}/file/bot",
        request=HTTPXRequest(httpx_kwargs={"verify": False}),
        get_updates_request=HTTPXRequest(httpx_kwargs={"verify": False}),
    ) as bot:
        yield bot


@dataclass
class Http:
    """Plain HTTP to the desk, for what the SDKs would not send."""

    session: aiohttp.ClientSession
    url: str

    async def ask(self, method: str, path: str, **more: Any) -> tuple[int, Any, Any]:
        """Status, body (JSON where it is JSON) and headers."""
        async with self.session.request(method, self.url + path, **more) as answer:
            raw = await answer.read()
            body = json.loads(raw) if answer.content_type == "application/json" else raw
            return answer.status, body, answer.headers

    async def line(self, path: str, body: Any, token: str = TOKEN, **headers: str) -> tuple[int, Any, Any]:
        """A POST to LINE's API."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.ask("POST", path, json=body, headers={"Authorization": f"Bearer {token}", **headers})

    async def telegram(self, method: str, **parameters: Any) -> tuple[int, Any]:
        """A POST of JSON to Telegram's API."""
        status, body, _ = await self.ask("POST", f"/bot4711:simulator/{method}", json=parameters)
        return status, body

    async def desk(self, path: str, **body: Any) -> tuple[int, Any]:
        """A POST to the desk itself."""
        status, answer, _ = await self.ask("POST", f"/desk/{path}", json=body)
        return status, answer


@pytest.fixture
async def http(desk: Simulator) -> AsyncIterator[Http]:
    """Plain HTTP to the desk."""
    async with aiohttp.ClientSession() as session:
        yield Http(session, desk.url)
