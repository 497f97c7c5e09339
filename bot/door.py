"""The door: takes webhooks that are whole, proven and plain, and passes every other connection on to aiohttp.

What aiohttp's server does for a request (streams, routes, middlewares, headers) costs as much as keeping what a webhook
says, and a webhook needs none of it. So a connection begins here, in few lines around the parser that aiohttp has, too.
Whatever is not a webhook in one piece that proves itself and can be read (a page, a refusal, a big body, one that comes
in pieces) goes to aiohttp with every byte that came, and stays there: nothing has been done about it yet.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from email.utils import formatdate
from functools import lru_cache, partial
from typing import Final, cast

from aiohttp import web
from httptools import HttpParserError, HttpParserUpgrade, HttpRequestParser

from bot.clock import Clock
from bot.webhooks import BIG, PLACE, WEBHOOKS, Webhook
from domain.events import Arrival

BEGINNING: Final = f"POST {PLACE}".encode()
NOT_PLAIN: Final = frozenset({"content-encoding", "expect", "transfer-encoding", "upgrade"})
SHUTDOWN_SECONDS: Final = 1.0
"""For webhooks under way: what was not answered 200 is sent to us again."""
KEPT_SECONDS: Final = 3630.0
"""A connection on which nothing came for so long is closed: longer than proxies keep theirs (aiohttp's figure)."""


class Door:
    """Lets connections in."""

    def __init__(self, app: web.Application, clock: Clock) -> None:
        """Build it; nobody can come yet."""
        self.clock = clock
        self.webhooks = {path.encode(): webhook for path, webhook in app[WEBHOOKS].items()}
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        self.here: set[Visitor] = set()
        self.listener: asyncio.Server
        self.closing = False

    async def open(self, host: str, port: int) -> int:
        """Let them come; gives the port (0 asks for one that is free)."""
        await self.runner.setup()
        loop = asyncio.get_running_loop()
        self.listener = await loop.create_server(lambda: Visitor(self), host, port, backlog=1024)
        found: int = self.listener.sockets[0].getsockname()[1]
        return found

    async def close(self) -> None:
        """Let nothing more in, and let what is under way be answered, for a moment."""
        self.closing = True
        self.listener.close()
        for each in self.here:
            each.close_if_idle()
        if under_way := [each.answering for each in self.here if each.answering is not None]:
            await asyncio.wait(under_way, timeout=SHUTDOWN_SECONDS)
        for each in self.here:
            each.transport.abort()
        await self.runner.cleanup()


class Visitor(asyncio.Protocol):
    """One connection, as long as only plain webhooks come on it."""

    transport: asyncio.Transport
    timer: asyncio.TimerHandle

    def __init__(self, door: Door) -> None:
        """Build it."""
        self.door = door
        self.loop = asyncio.get_running_loop()
        self.used_at = self.loop.time()
        self.answering: asyncio.Task[None] | None = None
        self.more = b""
        """What came before the answer to what came before it."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It is open."""
        self.transport = cast("asyncio.Transport", transport)
        self.door.here.add(self)
        self.timer = self.loop.call_later(KEPT_SECONDS, self.close_if_old)

    def connection_lost(self, exc: Exception | None) -> None:
        """It is closed; what was taken is kept all the same."""
        del exc
        self.leave()

    def data_received(self, data: bytes) -> None:
        """Something came."""
        if self.answering is not None:
            self.more += data
            self.transport.pause_reading()
            return
        request = whole(data)
        webhook = self.door.webhooks.get(request.path) if request else None
        arrivals = webhook.proven(request.body, request.headers) if request and webhook else None
        if webhook is None or arrivals is None:
            self.pass_on(data)
        else:
            self.answering = self.loop.create_task(self.answer(data, webhook, arrivals))

    async def answer(self, data: bytes, webhook: Webhook, arrivals: Sequence[Arrival]) -> None:
        """Answer 200 to what is durable; what could not be kept goes to aiohttp, which tries again and says so."""
        go_on: Callable[[], None] = self.say_taken
        try:
            await webhook.take(arrivals)
        except Exception:
            go_on = partial(self.pass_on, data)
        self.answering, self.used_at = None, self.loop.time()
        if not self.transport.is_closing():
            go_on()

    def say_taken(self) -> None:
        """Answer 200, and go on with what came meanwhile."""
        self.transport.write(taken(int(self.door.clock.machine().timestamp())))
        if self.door.closing:
            self.transport.close()
        elif self.more:
            data, self.more = self.more, b""
            self.transport.resume_reading()
            self.data_received(data)

    def pass_on(self, data: bytes) -> None:
        """Let aiohttp have the connection, and all that came on it."""
        self.leave()
        if self.door.runner.server is None:
            self.transport.abort()
            return
        inner = self.door.runner.server()
        self.transport.set_protocol(inner)
        inner.connection_made(self.transport)
        inner.data_received(data + self.more)
        self.transport.resume_reading()

    def leave(self) -> None:
        """Be none of the door's any more."""
        self.door.here.discard(self)
        self.timer.cancel()

    def close_if_idle(self) -> None:
        """Close it, unless somebody waits for an answer."""
        if self.answering is None:
            self.transport.close()

    def close_if_old(self) -> None:
        """Close it if it was of no use for long."""
        left = self.used_at + KEPT_SECONDS - self.loop.time()
        if left <= 0:
            self.close_if_idle()
        self.timer = self.loop.call_later(max(left, 1.0), self.close_if_old)


class Request:
    """What the parser finds."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.path = b""
        self.headers: dict[str, str] = {}
        """With names in lower case."""
        self.body = b""
        self.begun = self.ended = 0
        self.is_plain = True

    def on_message_begin(self) -> None:
        """Another request."""
        self.begun += 1

    def on_url(self, url: bytes) -> None:
        """A piece of the path."""
        self.path += url

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header."""
        known = name.decode("utf-8", "surrogateescape").lower()
        if known in self.headers or known in NOT_PLAIN:
            self.is_plain = False
        self.headers[known] = value.decode("utf-8", "surrogateescape").strip(" \t")

    def on_body(self, body: bytes) -> None:
        """A piece of the body."""
        self.body += body

    def on_message_complete(self) -> None:
        """It is whole."""
        self.ended += 1


def whole(data: bytes) -> Request | None:
    """The one plain request that this is, whole and without anything behind it, if it may be a webhook."""
    if not data.startswith(BEGINNING) or len(data) > BIG:
        return None
    request = Request()
    parser = HttpRequestParser(request)
    try:
        parser.feed_data(data)
    except (HttpParserError, HttpParserUpgrade):
        return None
    headers = request.headers
    stays = parser.get_http_version() == "1.1" and headers.get("connection", "keep-alive").lower() == "keep-alive"
    is_one = request.begun == request.ended == 1
    return request if is_one and stays and request.is_plain and "host" in headers else None


@lru_cache(maxsize=1)
def taken(second: int) -> bytes:
    """The answer to what is kept, in this second."""
    date = formatdate(second, usegmt=True)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nDate: {date}\r\n\r\n"
    return head.encode() + b"{}"
