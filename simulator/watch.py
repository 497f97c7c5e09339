"""Stands before both platforms' APIs: faults to order, LINE's request ids, and a log of every call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

from bot.clock import Clock
from simulator.counters import Call, CallLog
from simulator.faults import Faults, Handler, serve_faultily
from simulator.line.http import request_id

CallDone = Callable[[], None]
NextHandler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Watch:
    """A middleware; the desk's own calls pass unseen."""

    def __init__(self, clock: Clock, faults: Faults, calls: CallLog, call_done: CallDone) -> None:
        self._clock = clock
        self._faults = faults
        self._calls = calls
        self._call_done = call_done

    def middleware(self) -> Middleware:
        """The middleware for the server."""

        @web.middleware
        async def watch(request: web.Request, handler: NextHandler) -> web.StreamResponse:
            channel = _channel(request.path)
            return await (self._answer(channel, request, handler) if channel else handler(request))

        return watch

    async def _answer(self, channel: str, request: web.Request, handler: Handler) -> web.StreamResponse:
        path = _without_token(request)
        fault = self._faults.fitting(channel, path)
        try:
            answer = await (serve_faultily(fault, channel, request, handler) if fault else handler(request))
        except web.HTTPException as refusal:
            answer = _refused(channel, refusal)
        if channel == "line":
            answer.headers["x-line-request-id"] = request_id(request)
        self._note(channel, request, path, answer)
        return answer

    def _note(self, channel: str, request: web.Request, path: str, answer: web.StreamResponse) -> None:
        line_id = answer.headers.get("x-line-request-id", "")
        self._calls.calls.append(Call(self._clock.now(), channel, request.method, path, answer.status, line_id))
        if request.method == "POST":
            self._call_done()


def _channel(path: str) -> str:
    if path.startswith(("/v2/", "/oauth2/")):
        return "line"
    return "telegram" if path.startswith(("/bot", "/file/bot")) else ""


def _without_token(request: web.Request) -> str:
    token = request.match_info.get("token")
    return request.path.replace(token, "<token>") if token else request.path


def _refused(channel: str, refusal: web.HTTPException) -> web.Response:
    if channel == "line":
        reasons = {404: "Not found", 405: "Method not allowed", 413: "Request entity too large"}
        return web.json_response({"message": reasons.get(refusal.status, refusal.reason)}, status=refusal.status)
    body = {"ok": False, "error_code": refusal.status, "description": refusal.reason}
    return web.json_response(body, status=refusal.status)
