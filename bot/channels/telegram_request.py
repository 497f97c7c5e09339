"""Carries Telegram's requests with aiohttp: the library's own carrier costs several times the CPU when many fly."""

from __future__ import annotations

from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.carrier import carrier_for

CONNECTIONS = 20


class Said:
    """A request's body as JSON, ready to be sent: the library's own parameters cost more than the call itself."""

    def __init__(self, path: str, body: bytes) -> None:
        """Build it."""
        self.path = path
        self.body = body


class AiohttpRequest(BaseRequest):
    """The library's interface for sending bytes, over one aiohttp session; ``timeout`` in seconds."""

    def __init__(self, base: str, timeout: float, *, trust_env: bool) -> None:
        """Build it; the session is opened by :meth:`initialize`, inside the running loop."""
        self._carrier = carrier_for(base, {}, timeout)
        self._timeout = timeout
        self._trust_env = trust_env
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer is waited for, in seconds."""
        return self._timeout

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._trust_env,
            )

    async def shutdown(self) -> None:
        """Close the session."""
        await self._carrier.close()
        if self._session is not None:
            await self._session.close()

    async def say(self, path: str, body: bytes) -> None:
        """Call a method with a body in JSON; raises the library's own errors as the library reads them."""
        await self.post("", Said(path, body))  # type: ignore[arg-type]  # the library only hands it to do_request

    async def carry(self, said: Said) -> tuple[int, bytes]:
        """Send what is said by a way of its own, as :meth:`do_request` does."""
        try:
            told = await self._carrier.post(said.path, said.body)
        except TimeoutError as error:
            raise TimedOut from error
        except OSError as error:
            raise NetworkError(type(error).__name__) from error
        return told.status, told.body

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; gives the status and the body, raises the library's own network errors."""
        del write_timeout, connect_timeout, pool_timeout
        if self._session is None:
            raise RuntimeError("the carrier is not open")
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._timeout
        if isinstance(request_data, Said):
            return await self.carry(request_data)
        body = form(request_data) if request_data else None
        timeout = aiohttp.ClientTimeout(total=seconds)
        try:
            async with self._session.request(method, url, data=body, timeout=timeout) as answer:
                return answer.status, await answer.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, OSError) as error:
            # The class alone: the error's own words hold the address, and so the token.
            raise NetworkError(type(error).__name__) from error


def form(data: RequestData) -> Any:
    """The body of a request: a plain form, or one in parts when it holds files."""
    files = data.multipart_data
    if not files:
        return data.json_parameters
    parts = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in files.items():
        parts.add_field(name, content, filename=filename, content_type=kind)
    return parts
