"""The door and aiohttp read requests alike: what the door takes, aiohttp would have taken as the very same request."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp.base_protocol import BaseProtocol
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.http_parser import HttpRequestParser
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from bot.door import whole

BODY = b'{"events":[]}'
HEAD = b"POST /webhooks/line HTTP/1.1\r\nHost: bot\r\nX-Line-Signature: abc\r\nContent-Length: 13\r\n\r\n"
PLAIN = HEAD + BODY
PIECES = [
    b"\r\n",
    b"\n",
    b"\r",
    b" ",
    b"\t",
    b"\0",
    b":",
    b"0",
    b"\xff",
    b"{}",
    b"Content-Length: 5\r\n",
    b"Content-Length: 13\r\n",
    b"content-length: +13\r\n",
    b"Transfer-Encoding: chunked\r\n",
    b"Transfer-Encoding : chunked\r\n",
    b"Connection: close\r\n",
    b"Connection: Keep-Alive, X-Line-Signature\r\n",
    b"Connection: upgrade\r\nUpgrade: websocket\r\n",
    b"Expect: 100-continue\r\n",
    b"X-Line-Signature: xyz\r\n",
    b"X-Other: a  b \t\r\n",
    b"Accept: */*\r\n",
    b"Via:\r\n",
    b" folded\r\n",
    b"HTTP/1.0",
    b"GET / HTTP/1.1\r\nHost: bot\r\n\r\n",
    PLAIN,
]
EDITS = st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 1, 2, 8]), st.sampled_from(PIECES)), max_size=2)


def edited(edits: list[tuple[float, int, bytes]]) -> bytes:
    """A plain request with pieces put in, some in the place of others."""
    data = PLAIN
    for where, gone, piece in edits:
        # Where a line begins is where most can go wrong.
        begins = [0, *(at + 2 for at in range(len(data)) if data[at : at + 2] == b"\r\n")]
        at = int(2 * where * len(data)) if where < 0.5 else begins[int((2 * where - 1) * (len(begins) - 1))]
        data = data[:at] + piece + data[at + gone :]
    return data


def as_aiohttp_reads(data: bytes) -> list[tuple[Any, bytes]]:
    """Each request that aiohttp finds, with its body; none if it refuses."""
    loop = asyncio.new_event_loop()
    try:
        protocol = BaseProtocol(loop)
        parser = HttpRequestParser(protocol, loop, 2**16, max_line_size=8190, max_field_size=8190)
        found, _, tail = parser.feed_data(data)
        assert not tail
        return [(message, b"".join(payload._buffer)) for message, payload in found]  # type: ignore[attr-defined]
    except HttpProcessingError:
        return []
    finally:
        loop.close()


@settings(deadline=None, max_examples=2000)
@given(EDITS)
@example([])
def test_what_the_door_takes_aiohttp_reads_the_same(edits: list[tuple[float, int, bytes]]) -> None:
    data = edited(edits)
    request = whole(data)
    if request is None or request.path != b"/webhooks/line":
        event("passed on")
        return
    event("taken")
    [(message, body)] = as_aiohttp_reads(data)
    assert (message.method, message.path.encode(), body) == ("POST", request.path, request.body)
    assert {name.lower(): value for name, value in message.headers.items()} == request.headers
    assert (message.version, message.should_close, message.upgrade, message.chunked) == ((1, 1), False, False, False)


def test_no_piece_of_a_request_is_whole_nor_one_with_more_behind_it() -> None:
    assert whole(PLAIN) is not None
    assert [length for length in range(len(PLAIN)) if whole(PLAIN[:length])] == []
    assert [more for more in (b"P", b"G", b"POST /webhooks/line", PLAIN) if whole(PLAIN + more)] == []
