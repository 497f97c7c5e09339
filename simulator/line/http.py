"""How LINE's API answers: the door (tokens, rates, request ids), the bodies and the refusals."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from aiohttp import web

from simulator.bubbles import Plain
from simulator.checks import Problem
from simulator.line.account import LineAccount
from simulator.rate import Buckets, Limit, scaled

BODY_BYTES = 2 * 1024 * 1024
REQUEST_ID = web.RequestKey("REQUEST_ID", str)
USER_ID = re.compile(r"U[0-9a-f]{32}")

PER_SECOND_2000 = Limit(2000, 2000)
PER_SECOND_200 = Limit(200, 200)
PER_SECOND_100 = Limit(100, 100)
PER_SECOND_10 = Limit(10, 10)
PER_SECOND_370 = Limit(370, 370)
PER_MINUTE_1000 = Limit(1000, 1000 / 60)
PER_HOUR_100 = Limit(100, 100 / 3600)
PER_HOUR_60 = Limit(60, 60 / 3600)

Handler = Callable[[web.Request], Awaitable[web.Response]]
Route = tuple[str, str, Handler, Limit]
"""Method, path, handler and how often."""


class RefusedError(Exception):
    """The call is answered with an error."""

    def __init__(self, status: int, message: str, *, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"message": message, **more}
        self.headers = headers

    def response(self) -> web.Response:
        """The answer as LINE words it."""
        return web.json_response(self.body, status=self.status, headers=self.headers)


class LineDoor:
    """Lets a call through to its handler when its token is good and its rate allows."""

    def __init__(self, account: LineAccount) -> None:
        self._account = account
        self._buckets = Buckets()

    def behind(self, route: Route, *, open_to_all: bool = False) -> Handler:
        """The route's handler, behind the door; ``open_to_all`` needs no access token."""
        method, path, handler, limit = route

        async def answer(request: web.Request) -> web.Response:
            try:
                if not open_to_all:
                    self._check_token(request)
                self._check_rate((method, path), limit)
                return await handler(request)
            except RefusedError as refusal:
                return refusal.response()

        return answer

    def _check_token(self, request: web.Request) -> None:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind != "Bearer" or not self._account.good_token(token):
            raise RefusedError(
                401,
                "Authentication failed due to the following reason: invalid token. "
                "Confirm that the access token in the authorization header is valid.",
            )

    def _check_rate(self, endpoint: tuple[str, str], limit: Limit) -> None:
        scale = self._account.settings.rate_scale
        if scale and self._buckets.take({endpoint: scaled(limit, scale)}, self._account.now()):
            raise RefusedError(429, "The API rate limit has been exceeded. Try again later.")


async def read_body(request: web.Request) -> Plain:
    """The JSON object of a request; refused when it is anything else."""
    if request.content_type != "application/json":
        raise RefusedError(415, "The media type of the request body isn't supported by the endpoint")
    raw = await read_bytes(request, BODY_BYTES)
    try:
        body = json.loads(raw)
        json.dumps(body, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        where = f"(line: {error.lineno}, column: {error.colno})"
        raise RefusedError(400, f"The request body could not be parsed as JSON {where}") from None
    except UnicodeError:  # no UTF-8, or half a character in an escape
        raise RefusedError(400, "The request body could not be parsed as JSON (line: -, column: -)") from None
    if not isinstance(body, dict):
        raise RefusedError(400, "The request body could not be parsed as JSON (line: 1, column: 1)")
    return body


async def read_bytes(request: web.Request, most: int) -> bytes:
    """The body of a request, at most so many bytes."""
    if (request.content_length or 0) > most:
        raise RefusedError(413, "Request entity too large")
    raw = await request.read()
    if len(raw) > most:
        raise RefusedError(413, "Request entity too large")
    return raw


def refuse_if(problems: Iterable[Problem]) -> None:
    """Refuse the call when there is anything wrong with its body."""
    details = [{"message": problem.message, "property": problem.property} for problem in problems]
    if details:
        raise RefusedError(400, f"The request body has {len(details)} error(s)", details=details)


def invalid(name: str) -> RefusedError:
    """The refusal of a property that cannot be what it is."""
    return RefusedError(400, f"The property, {name}, in the request body is invalid (line: -, column: -)")


def not_found() -> RefusedError:
    """There is no such thing, or it may not be seen."""
    return RefusedError(404, "Not found")


def request_id(request: web.Request) -> str:
    """The id of the request, which its answer carries."""
    if REQUEST_ID not in request:
        request[REQUEST_ID] = str(uuid.uuid4())
    return request[REQUEST_ID]


def answer(body: Plain | None = None, status: int = 200) -> web.Response:
    """A JSON answer."""
    return web.json_response(body if body is not None else {}, status=status)
