"""Carries what we say to a platform: one POST after the other over connections that stay open.

For all else there is aiohttp. Here a client costs nearly as much as all that we do ourselves for a message, so the few
lines that a POST needs are our own, around a parser that is not (httptools). Behind a proxy aiohttp carries this, too.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Protocol, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

KEPT_SECONDS: Final = 15.0
"""A connection that was of no use for so long may be closed at the other end already."""
JSON: Final = {"Content-Type": "application/json"}
BIGGEST: Final = 1024 * 1024
"""No answer to a message is longer."""
FIRST_FINAL: Final = 200
"""What comes before it (100 Continue, 103 Early Hints) is no answer yet."""


class NeverLeft(ConnectionError):
    """There was nobody to connect to: nothing of it can have arrived."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; a body that was cut off counts as far as it came."""

    status: int
    headers: Mapping[str, str]
    """With names in lower case."""
    body: bytes


class Carrier(Protocol):
    """Whoever carries."""

    async def post(self, path: str, body: bytes, more: Mapping[str, str] | None = None) -> Reply:
        """Post JSON, with ``more`` headers; raises :class:`NeverLeft`, or another :class:`OSError` (nobody knows)."""

    async def close(self) -> None:
        """Let go of all connections."""


def carrier_for(base: str, headers: Mapping[str, str], timeout: float) -> Carrier:
    """Who carries to this address (``https://host``, without a path); ``timeout`` in seconds, for each POST."""
    address = urlsplit(base)
    far = address.hostname not in {"127.0.0.1", "::1", "localhost"}
    if far and address.scheme in getproxies() and not proxy_bypass(address.hostname or ""):
        return ByProxy(base, headers, timeout)
    return Direct(base, headers, timeout)


class Direct:
    """Carries by connections of our own."""

    def __init__(self, base: str, headers: Mapping[str, str], timeout: float) -> None:
        """Build it; nobody is connected to yet."""
        address = urlsplit(base)
        secure = address.scheme == "https"
        self.host = address.hostname or ""
        self.port = address.port or (443 if secure else 80)
        self.ssl = ssl.create_default_context() if secure else None
        self.timeout = timeout
        self.prefix = address.path.rstrip("/")
        self.head = lines({"Host": address.netloc.rpartition("@")[2], **JSON, **headers})
        self.idle: deque[Line] = deque()
        self.open: set[Line] = set()

    async def post(self, path: str, body: bytes, more: Mapping[str, str] | None = None) -> Reply:
        """See :class:`Carrier`."""
        line = self.at_hand() or await self.connect()
        length = f"Content-Length: {len(body)}\r\n\r\n"
        head = f"POST {self.prefix}{path} HTTP/1.1\r\n{self.head}{lines(more) if more else ''}{length}"
        return await line.ask(head.encode("latin-1") + body, self.timeout)

    def at_hand(self) -> Line | None:
        """The connection that was used last, if one is still good."""
        now = asyncio.get_running_loop().time()
        while self.idle:
            line = self.idle.pop()
            if now - line.used_at < KEPT_SECONDS and not line.transport.is_closing():
                return line
            line.transport.close()
        return None

    async def connect(self) -> Line:
        """Open a connection; raises :class:`NeverLeft`."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self.timeout):
                _, line = await loop.create_connection(lambda: Line(self), self.host, self.port, ssl=self.ssl)
        except OSError as error:
            raise NeverLeft(type(error).__name__) from None
        return line

    async def close(self) -> None:
        """Let go of all connections."""
        for line in list(self.open):
            line.transport.abort()
        self.idle.clear()


class Line(asyncio.Protocol):
    """One connection: one POST at a time."""

    transport: asyncio.Transport

    def __init__(self, carrier: Direct) -> None:
        """Build it."""
        self.carrier = carrier
        self.used_at = 0.0
        self.asked: asyncio.Future[Reply] | None = None
        self.begin()

    def begin(self) -> None:
        """Be ready for an answer."""
        self.parser = HttpResponseParser(self)
        self.headers: dict[str, str] = {}
        self.has_head = False
        self.body = b""

    async def ask(self, request: bytes, seconds: float) -> Reply:
        """Send a request and wait for what comes back; raises an :class:`OSError` when nothing does."""
        loop = asyncio.get_running_loop()
        ours: asyncio.Future[Reply] = loop.create_future()
        self.asked = ours
        self.transport.write(request)
        timer = loop.call_later(seconds, self.fail, TimeoutError())
        try:
            return await ours
        finally:
            timer.cancel()
            if self.asked is ours:  # nobody waits any more for what may still come; another may ask here already
                self.asked = None
                self.transport.abort()

    def answer(self) -> None:
        """Pass on what came."""
        if self.asked is not None and not self.asked.done():
            self.asked.set_result(Reply(self.parser.get_status_code(), self.headers, self.body))
        self.asked = None

    def fail(self, error: OSError) -> None:
        """Nothing came, or nothing that can be read."""
        if self.asked is not None and not self.asked.done():
            self.asked.set_exception(error)
        self.asked = None
        self.transport.abort()

    # ------------------------------------------------------------ what the connection tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It is open."""
        self.transport = cast("asyncio.Transport", transport)
        self.carrier.open.add(self)

    def data_received(self, data: bytes) -> None:
        """Something came."""
        if self.asked is None:
            self.transport.abort()  # nobody asked for it
            return
        try:
            self.parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade):
            self.fail(ConnectionError("an answer that is no HTTP"))

    def connection_lost(self, exc: Exception | None) -> None:
        """It is closed: what has a status was answered."""
        del exc
        self.carrier.open.discard(self)
        if self.has_head:
            self.answer()
        else:
            self.fail(ConnectionResetError())

    # ------------------------------------------------------------ what the parser tells

    def on_header(self, name: bytes, value: bytes) -> None:
        """A header of the answer."""
        self.headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_headers_complete(self) -> None:
        """All headers have come."""
        self.has_head = self.parser.get_status_code() >= FIRST_FINAL

    def on_body(self, body: bytes) -> None:
        """A piece of the body."""
        self.body += body
        if len(self.body) > BIGGEST:
            self.answer()
            self.transport.abort()

    def on_message_complete(self) -> None:
        """The answer is whole; the connection is ready for the next question."""
        if not self.has_head:
            self.headers = {}
            return
        self.answer()
        if self.parser.should_keep_alive():
            self.begin()
            self.used_at = asyncio.get_running_loop().time()
            self.carrier.idle.append(self)
        else:
            self.transport.close()


class ByProxy:
    """Carries by aiohttp, which knows proxies."""

    def __init__(self, base: str, headers: Mapping[str, str], timeout: float) -> None:
        """Build it; nobody is connected to yet."""
        self.base = base
        self.headers = {**JSON, **headers}
        self.timeout = aiohttp.ClientTimeout(total=timeout)
        self.session: aiohttp.ClientSession | None = None

    async def post(self, path: str, body: bytes, more: Mapping[str, str] | None = None) -> Reply:
        """See :class:`Carrier`."""
        if self.session is None:
            self.session = aiohttp.ClientSession(
                timeout=self.timeout, cookie_jar=aiohttp.DummyCookieJar(), trust_env=True
            )
        headers = {**self.headers, **(more or {})}
        try:
            async with self.session.post(self.base + path, data=body, headers=headers, allow_redirects=False) as told:
                heads = {name.lower(): each for name, each in told.headers.items()}
                return Reply(told.status, heads, await told.read())
        except aiohttp.ClientConnectorError as error:
            raise NeverLeft(type(error).__name__) from None
        except aiohttp.ClientError as error:
            raise ConnectionError(type(error).__name__) from None

    async def close(self) -> None:
        """Let go of all connections."""
        if self.session is not None:
            await self.session.close()


def lines(headers: Mapping[str, str]) -> str:
    """Headers as they go over the wire."""
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items())
