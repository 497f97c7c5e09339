"""Asks LINE something, and turns the SDK's errors into the few that callers tell apart."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from http import HTTPStatus
from importlib import import_module
from typing import Any, Final

import aiohttp

from bot.channels import CredentialsRefused
from domain import quick_json

ODD_BODY: Final = (ValueError, TypeError, LookupError)
"""A 200 whose body the SDK cannot take apart: what was asked was done all the same."""
NOT_THERE: Final = {HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


class NotThere(ConnectionError):
    """LINE does not know what was asked about (any more)."""


class TooOften(ConnectionError):
    """LINE allows this only so often; later it will be taken."""


@dataclass(frozen=True, slots=True)
class Sdk:
    """LINE's SDK, ready to ask: its messaging API, and the one for what is big."""

    api: Any
    data: Any


async def sdk(session: aiohttp.ClientSession, access_token: str, base: str, data_base: str) -> Sdk:
    """Import the SDK, without keeping anybody else waiting, and let it ask over this session."""
    messaging = await asyncio.to_thread(import_module, "linebot.v3.messaging")
    clients = []
    for host in (base, data_base):
        client = messaging.AsyncApiClient(messaging.Configuration(host=host, access_token=access_token))
        await client.rest_client.close()
        client.rest_client.pool_manager = session
        clients.append(client)
    return Sdk(messaging.AsyncMessagingApi(clients[0]), messaging.AsyncMessagingApiBlob(clients[1]))


async def ask(call: Awaitable[Any]) -> Any:
    """What LINE told us; raises ``NotThere``, ``TooOften``, ``CredentialsRefused`` or another :class:`OSError`."""
    from linebot.v3.messaging.exceptions import ApiException  # noqa: PLC0415 (who asks has the SDK by now)

    try:
        return await call
    except ApiException as error:
        raise reason(error.status) from None
    except (aiohttp.ClientError, OSError, *ODD_BODY) as error:
        raise ConnectionError(f"LINE did not answer: {type(error).__name__}") from error


async def ask_plainly(session: aiohttp.ClientSession, address: str, name: str) -> dict[str, Any]:
    """What LINE tells of something, as plain JSON in which this ``name`` stands; raises as :func:`ask` does."""
    try:
        async with session.get(address) as answer:
            if answer.status >= HTTPStatus.BAD_REQUEST:
                raise reason(answer.status)
            told = quick_json.loads(await answer.read())
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        raise ConnectionError(f"LINE did not answer: {type(error).__name__}") from error
    if not isinstance(told, dict) or name not in told:
        raise ConnectionError("LINE answered oddly")
    return told


def reason(status: int) -> Exception:
    """Why LINE said no."""
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return CredentialsRefused("LINE does not accept the access token")
    if status in NOT_THERE:
        return NotThere(f"LINE answered {status}")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return TooOften("LINE answered 429")
    return ConnectionError(f"LINE answered {status}")
