"""The client that carries what we say: one POST at a time on a connection, whatever the other end does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.channels.carrier import ByProxy, Direct, NeverLeft, Reply, carrier_for

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
Answering = Callable[[bytes, asyncio.StreamWriter], None]


class Server:
    """Answers each request with what it is told, and counts connections."""

    def __init__(self, answers: Callable[[bytes], bytes | None]) -> None:
        self.answers = answers
        self.connections = 0
        self.requests: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection's life; ``None`` closes it without a word."""
        self.connections += 1
        while head := await read_head(reader):
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            request = head + await reader.readexactly(length)
            self.requests.append(request)
            answer = self.answers(request)
            if answer is None:
                break
            writer.write(answer)
            if b"Connection: close" in answer:
                break
        writer.close()


async def read_head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""


@asynccontextmanager
async def carried(
    answers: Callable[[bytes], bytes | None], seconds: float = 5.0
) -> AsyncIterator[tuple[Direct, Server]]:
    """A carrier and the server that it carries to."""
    server = Server(answers)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    carrier = Direct(f"http://127.0.0.1:{port}", {"Authorization": "Bearer t"}, seconds)
    try:
        yield carrier, server
    finally:
        await carrier.close()
        listening.close()


async def test_a_post_arrives_whole_and_so_does_its_answer() -> None:
    told = b"HTTP/1.1 429 Too Many\r\nRetry-After: 7\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
    async with carried(lambda _: told) as (carrier, server):
        reply = await carrier.post("/v2/say", "{ไทย}".encode(), {"X-Line-Retry-Key": "k"})
        assert (reply.status, reply.headers["retry-after"], reply.body) == (429, "7", b"abc")
        (request,) = server.requests
        assert request.startswith(b"POST /v2/say HTTP/1.1\r\n")
        assert b"Authorization: Bearer t\r\n" in request
        assert b"X-Line-Retry-Key: k\r\n" in request
        assert request.endswith("{ไทย}".encode())


async def test_many_at_once_each_get_their_own_answer_and_connections_are_used_again() -> None:
    def echo(request: bytes) -> bytes:
        body = request.rpartition(b"\r\n\r\n")[2]
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)

    async with carried(echo) as (carrier, server):

        async def one(number: int) -> None:
            for turn in range(20):
                body = f"{number}.{turn}".encode()
                assert (await carrier.post("/", body)).body == body

        await asyncio.wait_for(asyncio.gather(*(one(number) for number in range(30))), 20)
        assert len(server.requests) == 600
        assert server.connections <= 30


async def test_what_is_cut_off_before_a_status_is_unknown_and_after_it_was_answered() -> None:
    async with carried(lambda _: None) as (carrier, _):
        with pytest.raises(ConnectionError):
            await carrier.post("/", b"{}")
    half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nhalf"
    async with carried(lambda _: half) as (carrier, _):
        assert await carrier.post("/", b"{}") == Reply(200, {"content-length": "100", "connection": "close"}, b"half")


async def test_who_does_not_answer_is_not_waited_for_and_the_next_has_another_connection() -> None:
    silent = iter([b"", OK])
    async with carried(lambda _: next(silent), seconds=0.2) as (carrier, server):
        with pytest.raises(TimeoutError):
            await carrier.post("/", b"{}")
        assert (await carrier.post("/", b"{}")).status == 200
        assert server.connections == 2


@pytest.mark.parametrize("told", [b"<html>\r\n\r\n", b"HTTP/1.1 101 Up\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"])
async def test_what_is_no_http_is_unknown(told: bytes, caplog: pytest.LogCaptureFixture) -> None:
    async with carried(lambda _: told) as (carrier, _):
        with pytest.raises(ConnectionError):
            await carrier.post("/", b"{}")
    assert not caplog.records


async def test_early_hints_are_no_answer() -> None:
    async with carried(lambda _: b"HTTP/1.1 100 Continue\r\n\r\n" + OK) as (carrier, _):
        assert (await carrier.post("/", b"{}")).status == 200


async def test_where_nobody_listens_nothing_has_left() -> None:
    with pytest.raises(NeverLeft):
        await Direct("http://127.0.0.1:9", {}, 1.0).post("/", b"{}")


async def test_who_gives_up_leaves_a_connection_to_nobody() -> None:
    slow = asyncio.Event()
    async with carried(lambda _: b"" if not slow.is_set() else OK) as (carrier, server):
        posting = asyncio.create_task(carrier.post("/", b"{}"))
        await asyncio.sleep(0.1)
        posting.cancel()
        await asyncio.gather(posting, return_exceptions=True)
        slow.set()
        assert (await carrier.post("/", b"{}")).status == 200
        assert server.connections == 2


def test_behind_a_proxy_aiohttp_carries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert isinstance(carrier_for("https://api.line.me", {}, 1.0), ByProxy)
    assert isinstance(carrier_for("http://127.0.0.1:1", {}, 1.0), Direct)
    monkeypatch.setenv("no_proxy", "api.line.me")
    assert isinstance(carrier_for("https://api.line.me", {}, 1.0), Direct)
