"""LINE: proves and reads its webhooks, and sends by its Messaging API; only its ``line_…`` files import linebot too."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from linebot.v3 import messaging
from linebot.v3.messaging.exceptions import ApiException

from bot.channels import MOST_ADDRESSES, NotOurs, Ourselves, Outcome, Parcel, Quota, Refused, Webhook
from bot.channels.line_asking import ODD_BODY, NotThere, ask
from bot.channels.line_bubbles import draw
from bot.channels.line_events import arrivals
from bot.channels.line_menus import LineMenus
from bot.channels.line_outcomes import Answer, answer_of, outcome_of_multicast, outcome_of_push, outcome_of_reply
from bot.channels.line_webhook import webhook
from bot.channels.pictures import absolute
from bot.channels.proof import header, same_as_one, secrets_in, signature
from domain.events import Arrival

_CONNECTIONS: Final = 100
_LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}


class _Drawn(messaging.Message):  # type: ignore[misc]  # the SDK has no types
    """A message that goes out as it was drawn: the SDK's own models cost ten times as much, and drop what is new."""

    drawn: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """Hand the SDK the message as plain JSON."""
        return self.drawn


class LineChannel:
    """LINE, as a channel; ``timeout`` is in seconds and holds for each request."""

    name = "line"
    most_addresses = MOST_ADDRESSES

    def __init__(
        self, secret: str, access_token: str, api_base: str, timeout: float = 10.0, public_url: str = ""
    ) -> None:
        if not (secret and access_token.isascii() and access_token.isprintable() and access_token.strip()):
            raise ValueError("LINE needs a channel secret, and an access token without spaces or line breaks")
        self.our_address: str | None = None
        """The account's own user id, once :meth:`whoami` has asked; other accounts' webhooks are then refused."""
        self.our_names: tuple[str, ...] = ()
        """What people in groups may call us by, once :meth:`whoami` has asked."""
        self._secrets = secrets_in(secret)
        self._configuration = messaging.Configuration(host=api_base.rstrip("/"), access_token=access_token)
        self._data_configuration = messaging.Configuration(
            host=_data_base(api_base.rstrip("/")), access_token=access_token
        )
        self._api_base = api_base
        self._public_url = public_url
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._client: Any = None
        self._api: Any = None
        self._data_client: Any = None
        self._data: Any = None

    async def open(self) -> None:
        """Build the client (inside the running loop). Talks to nobody yet."""
        self._client = await self._client_for(self._configuration)
        self._data_client = await self._client_for(self._data_configuration)
        self._api = messaging.AsyncMessagingApi(self._client)
        self._data = messaging.AsyncMessagingApiBlob(self._data_client)

    async def _client_for(self, configuration: Any) -> Any:
        client = messaging.AsyncApiClient(configuration)
        # The SDK's own session sends even what is meant for this machine to a proxy named in the environment.
        await client.rest_client.close()
        client.rest_client.pool_manager = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=_CONNECTIONS),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=urlsplit(self._api_base).hostname not in _LOOPBACK,
        )
        return client

    @property
    def menus(self) -> LineMenus:
        """Its rich menus, once the channel is open."""
        return LineMenus(self._api, self._data, self._timeout)

    async def close(self) -> None:
        """Let go of the clients' connections."""
        for client in (self._client, self._data_client):
            if client is not None:
                await client.close()

    def read(self, body: bytes, headers: Mapping[str, str], now: datetime) -> list[Arrival]:
        """Prove and read a webhook's body; raises ``NotOurs`` or ``Unreadable``."""
        expected = [signature(secret, body) for secret in self._secrets]
        if not same_as_one(header(headers, "x-line-signature"), expected):
            raise NotOurs("the signature is not LINE's")
        return arrivals(body, self.our_address, now, self.our_names)

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one parcel: as a reply while it has a token, otherwise as a push that is never sent twice."""
        try:
            messages = [_Drawn(type=drawn["type"], drawn=drawn) for drawn in draw(parcel.messages, self._address_of)]
        except ValueError as error:
            return Refused(f"not drawn: {error}")
        token = (parcel.free_reply or {}).get("token")
        if isinstance(token, str) and token:
            return await self._reply(token, messages)
        return await (self._multicast(parcel, messages) if parcel.to else self._push(parcel, messages))

    async def fetch(self, content: str) -> bytes | None:
        """The bytes of a picture that somebody sent; raises as :meth:`whoami` does, also while LINE prepares it."""
        try:
            told = await ask(self._data.get_message_content_with_http_info(content, _request_timeout=self._timeout))
        except NotThere:
            return None
        if told.status_code == HTTPStatus.ACCEPTED:
            raise ConnectionError("LINE prepares the picture")
        return bytes(told.data or b"")

    def _address_of(self, picture: str) -> str:
        """Where LINE finds a picture; empty where it could not (it takes https, and the simulator this machine)."""
        address = absolute(picture, self._public_url)
        near = urlsplit(self._api_base).hostname in _LOOPBACK and urlsplit(address).hostname in _LOOPBACK
        return address if near or address.startswith("https://") else ""

    async def acknowledge(self, free_reply: Mapping[str, Any]) -> None:
        """LINE wants no word about a tap."""

    async def whoami(self) -> Ourselves:
        """Our own user id and basic id; proves the credentials. Raises ``CredentialsRefused`` or :class:`OSError`."""
        told = await ask(self._api.get_bot_info(_request_timeout=self._timeout))
        self.our_address = str(told.user_id)
        self.our_names = tuple(str(name) for name in (told.display_name, told.basic_id) if name)
        return Ourselves(self.our_address, str(told.basic_id or ""))

    async def quota(self) -> Quota:
        """What LINE says of the month's pushes; raises as :meth:`whoami` does."""
        allowed = await ask(self._api.get_message_quota(_request_timeout=self._timeout))
        used = await ask(self._api.get_message_quota_consumption(_request_timeout=self._timeout))
        return Quota(limit=allowed.value if allowed.type == "limited" else None, used=used.total_usage)

    async def webhook(self) -> Webhook:
        """Where LINE sends, and whether that works now; raises as :meth:`whoami` does."""
        return await webhook(self._api, self._timeout)

    async def members(self, address: str) -> int | None:
        """How many people a group or a room has, without us; ``None`` where we are not in it. Raises as above."""
        count = self._api.get_room_member_count if address.startswith("R") else self._api.get_group_member_count
        try:
            told = await ask(count(address, _request_timeout=self._timeout))
        except NotThere:
            return None
        return int(told.count)

    async def _reply(self, token: str, messages: list[Any]) -> Outcome:
        # A reply must not carry a retry key: LINE refuses it.
        request = messaging.ReplyMessageRequest(reply_token=token, messages=messages)
        return outcome_of_reply(await _answer(self._api.reply_message(request, _request_timeout=self._timeout)))

    async def _push(self, parcel: Parcel, messages: list[Any]) -> Outcome:
        request = messaging.PushMessageRequest(to=parcel.address, messages=messages)
        call = self._api.push_message(request, x_line_retry_key=parcel.id, _request_timeout=self._timeout)
        return outcome_of_push(await _answer(call))

    async def _multicast(self, parcel: Parcel, messages: list[Any]) -> Outcome:
        if len(parcel.to) > self.most_addresses:
            return Refused(f"{len(parcel.to)} addresses are too many for one parcel")
        request = messaging.MulticastRequest(to=list(parcel.to), messages=messages)
        call = self._api.multicast(request, x_line_retry_key=parcel.id, _request_timeout=self._timeout)
        return outcome_of_multicast(await _answer(call))


def _data_base(api_base: str) -> str:
    """Where LINE keeps what is big: on a host of its own; the simulator has one for everything."""
    return api_base.replace("//api.line.me", "//api-data.line.me")


async def _answer(call: Awaitable[Any]) -> Answer:
    """How the call ended, as a value."""
    try:
        await call
    except ApiException as error:
        return answer_of(error.status, error.body, error.headers)
    except aiohttp.ClientConnectorError:
        return Answer(0, left=False)
    except (aiohttp.ClientError, OSError):
        return Answer(0)
    except ODD_BODY as error:
        return _odd(error)
    return Answer(HTTPStatus.OK)


def _odd(error: Exception) -> Answer:
    """The SDK could not take the body apart: what counts is the status that it came with."""
    told = error.__context__
    return Answer(told.status) if isinstance(told, ApiException) else Answer(HTTPStatus.OK)
