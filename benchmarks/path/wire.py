"""HTTP/1.1 with as little work as can be: the people and the platforms must never be what is measured."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import cast

Handler = Callable[[bytes, bytes], bytes]
"""Given a request's first line and its body: the whole response."""


class Server(asyncio.Protocol):
    """Answers requests with a length; pipelined ones too."""

    def __init__(self, handle: Handler) -> None:
        """Build it."""
        self.handle = handle
        self.buffer = b""
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember whom to answer."""
        self.transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Answer every whole request."""
        self.buffer += data
        while (whole := split(self.buffer)) is not None:
            head, body, self.buffer = whole
            self.transport.write(self.handle(head[: head.find(b"\r\n")], body))


class Client(asyncio.Protocol):
    """Sends requests one after another over one connection; gives each response's status."""

    def __init__(self, free: Callable[[Client], None]) -> None:
        """Build it; ``free`` is called when it can send again."""
        self.free = free
        self.buffer = b""
        self.answered: Callable[[int], None] | None = None
        self.transport: asyncio.Transport

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Be ready."""
        self.transport = cast("asyncio.Transport", transport)
        self.free(self)

    def send(self, request: bytes, answered: Callable[[int], None]) -> None:
        """Send a request; ``answered`` hears the status."""
        self.answered = answered
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Pass on the status of a whole response."""
        self.buffer += data
        if (whole := split(self.buffer)) is None:
            return
        head, _, self.buffer = whole
        answered, self.answered = self.answered, None
        self.free(self)
        if answered is not None:
            answered(int(head[9:12]))

    def connection_lost(self, exc: Exception | None) -> None:
        """Whoever waits hears that nothing came."""
        del exc
        if self.answered is not None:
            self.answered(0)


class Clients:
    """Some connections; what finds none free waits its turn."""

    def __init__(self) -> None:
        """Build it."""
        self.idle: deque[Client] = deque()
        self.waiting: deque[tuple[bytes, Callable[[int], None]]] = deque()

    async def open(self, port: int, count: int) -> None:
        """Connect."""
        loop = asyncio.get_running_loop()
        for _ in range(count):
            await loop.create_connection(lambda: Client(self.take_back), "127.0.0.1", port)

    def take_back(self, client: Client) -> None:
        """A connection is free."""
        if self.waiting:
            client.send(*self.waiting.popleft())
        else:
            self.idle.append(client)

    def send(self, request: bytes, answered: Callable[[int], None]) -> None:
        """Send as soon as a connection is free."""
        if self.idle:
            self.idle.pop().send(request, answered)
        else:
            self.waiting.append((request, answered))


def split(buffer: bytes) -> tuple[bytes, bytes, bytes] | None:
    """The head, the body and what follows of the first whole message."""
    end = buffer.find(b"\r\n\r\n")
    if end < 0:
        return None
    head = buffer[:end]
    at = head.lower().find(b"content-length:")
    length = 0
    if at >= 0:
        stop = head.find(b"\r\n", at)
        length = int(head[at + 15 : stop if stop >= 0 else None])
    if len(buffer) < end + 4 + length:
        return None
    return head, buffer[end + 4 : end + 4 + length], buffer[end + 4 + length :]
