"""Ways in which a platform's API can go wrong, to order.

Each fault has a ``kind``:

- ``error_before``: 500, and nothing was done
- ``error_after``: 500, although it was done
- ``drop_before``, ``drop_after``: the connection closes without an answer, before or after it was done
- ``stall_before``, ``stall``: the answer comes ``seconds`` late; with ``stall`` it was done at once
- ``html``: a 502 page in HTML, and nothing was done
- ``odd_body``: it was done, and a 200 says so in an unexpected shape (``body``, default ``{}``)
- ``too_many``: 429, and nothing was done (``message`` and ``seconds`` go into the answer)

``count`` is how often (no count: until cleared), ``endpoint`` a part of the path (``"message/push"``,
``"sendMessage"``), ``channel`` either ``"line"`` or ``"telegram"``. A fault "after" waits for a call that is accepted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal, get_args

from aiohttp import web

Kind = Literal[
    "error_before",
    "error_after",
    "drop_before",
    "drop_after",
    "stall_before",
    "stall",
    "html",
    "odd_body",
    "too_many",
]
AFTER = frozenset({"error_after", "drop_after", "stall", "odd_body"})
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Fault:
    """One thing that will go wrong, as long as its count lasts."""

    kind: Kind
    count: int | None = None
    endpoint: str = ""
    channel: str = ""
    seconds: float = 3.0
    body: str = "{}"
    message: str = ""
    struck: int = 0
    """How often it has happened."""

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise ValueError(f"no such fault: {self.kind}; one of {', '.join(get_args(Kind))}")
        if not (self.count is None or isinstance(self.count, int)) or not isinstance(self.seconds, int | float):
            raise ValueError("count and seconds are numbers")
        if not all(isinstance(text, str) for text in (self.endpoint, self.channel, self.body, self.message)):
            raise ValueError("endpoint, channel, body and message are texts")

    def fits(self, channel: str, path: str) -> bool:
        """Is this call meant?"""
        return (self.count is None or self.count > 0) and self.channel in {"", channel} and self.endpoint in path

    def spend(self) -> None:
        """Count one occurrence."""
        self.struck += 1
        if self.count is not None:
            self.count -= 1


class Faults:
    """The faults in force, in the order they were asked for."""

    def __init__(self) -> None:
        self.active: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Put a fault in force."""
        self.active.append(fault)
        return fault

    def clear(self) -> None:
        """All is well again."""
        self.active.clear()

    def fitting(self, channel: str, path: str) -> Fault | None:
        """Which fault is due for this call?"""
        return next((fault for fault in self.active if fault.fits(channel, path)), None)


async def serve_faultily(fault: Fault, channel: str, request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer the call as the fault says."""
    if fault.kind not in AFTER:
        fault.spend()
        return await _before(fault, channel, request, handler)
    answer = await handler(request)
    if answer.status >= 300:
        return answer
    fault.spend()
    return await _after(fault, channel, request, answer)


async def _before(fault: Fault, channel: str, request: web.Request, handler: Handler) -> web.StreamResponse:
    match fault.kind:
        case "drop_before":
            return _hang_up(request)
        case "stall_before":
            await asyncio.sleep(fault.seconds)
            return await handler(request)
        case "html":
            return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
        case "too_many":
            return web.json_response(_too_many(fault, channel), status=429)
        case _:
            return web.json_response(_broken(channel), status=500)


async def _after(fault: Fault, channel: str, request: web.Request, answer: web.StreamResponse) -> web.StreamResponse:
    match fault.kind:
        case "drop_after":
            return _hang_up(request)
        case "stall":
            await asyncio.sleep(fault.seconds)
            return answer
        case "odd_body":
            return web.Response(text=fault.body, content_type="application/json")
        case _:
            return web.json_response(_broken(channel), status=500)


def _hang_up(request: web.Request) -> web.StreamResponse:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


def _broken(channel: str) -> dict[str, Any]:
    if channel == "telegram":
        return {"ok": False, "error_code": 500, "description": "Internal Server Error"}
    return {"message": "Internal server error"}


def _too_many(fault: Fault, channel: str) -> dict[str, Any]:
    if channel == "line":
        return {"message": fault.message or "The API rate limit has been exceeded. Try again later."}
    seconds = max(1, round(fault.seconds))
    description = fault.message or f"Too Many Requests: retry after {seconds}"
    return {"ok": False, "error_code": 429, "description": description, "parameters": {"retry_after": seconds}}
