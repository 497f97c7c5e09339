"""LINE: proves and reads its webhooks, and sends by its Messaging API; only its ``line_…`` files import linebot too."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp

from bot.channels import MOST_ADDRESSES, NotOurs, Ourselves, Outcome, Parcel, Quota, Refused, Webhook
from bot.channels.carrier import Carrier, NeverLeft, carrier_for
from bot.channels.line_asking import NotThere, Sdk, ask, ask_plainly, sdk
from bot.channels.line_bubbles import draw
from bot.channels.line_events import arrivals
from bot.channels.line_menus import LineMenus
from bot.channels.line_outcomes import Answer, answer_of, outcome_of_multicast, outcome_of_push, outcome_of_reply
from bot.channels.line_webhook import webhook
from bot.channels.pictures import absolute
from bot.channels.proof import SIGNATURE_LENGTH, header, same_as_one, secrets_in, signature
from domain import quick_json
from domain.events import Arrival

Json = dict[str, Any]

_CONNECTIONS: Final = 20
_LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}


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
        self._access_token = access_token
        self._api_base = api_base
        self._public_url = public_url
        self._seconds = timeout
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._headers = {"Authorization": f"Bearer {access_token}"}
        self._carries: Carrier | None = None
        self._session: aiohttp.ClientSession | None = None
        self._sdk: Sdk | None = None

    async def open(self) -> None:
        """Build the client (inside the running loop). Talks to nobody yet."""
        self._carries = carrier_for(self._api_base.rstrip("/"), self._headers, self._seconds)
        # The SDK's own session sends even what is meant for this machine to a proxy named in the environment.
        self._session = aiohttp.ClientSession(
            headers=self._headers,
            timeout=self._timeout,
            connector=aiohttp.TCPConnector(limit=_CONNECTIONS),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=urlsplit(self._api_base).hostname not in _LOOPBACK,
        )

    async def _asked(self) -> Sdk:
        """The SDK, over our session; it takes half a second to import, so only who asks LINE something waits for it."""
        if self._sdk is None:
            base, session = self._api_base.rstrip("/"), self._open_session
            self._sdk = await sdk(session, self._access_token, base, _data_base(base))
        return self._sdk

    @property
    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the channel is not open")
        return self._session

    @property
    def menus(self) -> LineMenus:
        """Its rich menus, once the channel is open."""
        return LineMenus(self._asked, self._timeout)

    async def close(self) -> None:
        """Let go of the client's connections."""
        if self._session is not None:
            await self._session.close()
        if self._carries is not None:
            await self._carries.close()

    def may_be_ours(self, headers: Mapping[str, str]) -> bool:
        """Whether there is anything that may be a signature; asked before the body is read."""
        return len(header(headers, "x-line-signature")) == SIGNATURE_LENGTH

    def read(self, body: bytes, headers: Mapping[str, str], now: datetime) -> list[Arrival]:
        """Prove and read a webhook's body; raises ``NotOurs`` or ``Unreadable``."""
        expected = [signature(secret, body) for secret in self._secrets]
        if not same_as_one(header(headers, "x-line-signature"), expected):
            raise NotOurs("the signature is not LINE's")
        return arrivals(body, self.our_address, now, self.our_names)

    async def send(self, parcel: Parcel) -> Outcome:
        """Send one parcel: as a reply while it has a token, otherwise as a push that is never sent twice."""
        try:
            messages = draw(parcel.messages, self._address_of)
        except ValueError as error:
            return Refused(f"not drawn: {error}")
        token = (parcel.free_reply or {}).get("token")
        if isinstance(token, str) and token:
            return await self._reply(token, messages)
        return await (self._multicast(parcel, messages) if parcel.to else self._push(parcel, messages))

    async def fetch(self, content: str) -> bytes | None:
        """The bytes of a picture that somebody sent; raises as :meth:`whoami` does, also while LINE prepares it."""
        try:
            data = (await self._asked()).data
            told = await ask(data.get_message_content_with_http_info(content, _request_timeout=self._timeout))
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
        told = await self._get("info", "userId")
        self.our_address = str(told["userId"])
        self.our_names = tuple(str(told[name]) for name in ("displayName", "basicId") if told.get(name))
        return Ourselves(self.our_address, str(told.get("basicId") or ""))

    async def quota(self) -> Quota:
        """What LINE says of the month's pushes; raises as :meth:`whoami` does."""
        allowed = await self._get("message/quota", "type")
        used = await self._get("message/quota/consumption", "totalUsage")
        limited = allowed["type"] == "limited" and "value" in allowed
        return Quota(limit=int(allowed["value"]) if limited else None, used=int(used["totalUsage"]))

    async def _get(self, what: str, name: str) -> Json:
        """What LINE says of us, with this ``name`` in it: asked at every start, so without the SDK. Raises as above."""
        return await ask_plainly(self._open_session, f"{self._api_base.rstrip('/')}/v2/bot/{what}", name)

    async def webhook(self) -> Webhook:
        """Where LINE sends, and whether that works now; raises as :meth:`whoami` does."""
        return await webhook((await self._asked()).api, self._timeout)

    async def members(self, address: str) -> int | None:
        """How many people a group or a room has, without us; ``None`` where we are not in it. Raises as above."""
        api = (await self._asked()).api
        count = api.get_room_member_count if address.startswith("R") else api.get_group_member_count
        try:
            told = await ask(count(address, _request_timeout=self._timeout))
        except NotThere:
            return None
        return int(told.count)

    async def _reply(self, token: str, messages: list[Json]) -> Outcome:
        # A reply must not carry a retry key: LINE refuses it.
        return outcome_of_reply(await self._post("reply", {"replyToken": token, "messages": messages}))

    async def _push(self, parcel: Parcel, messages: list[Json]) -> Outcome:
        body = {"to": parcel.address, "messages": messages}
        return outcome_of_push(await self._post("push", body, parcel.id))

    async def _multicast(self, parcel: Parcel, messages: list[Json]) -> Outcome:
        if len(parcel.to) > self.most_addresses:
            return Refused(f"{len(parcel.to)} addresses are too many for one parcel")
        body = {"to": list(parcel.to), "messages": messages}
        return outcome_of_multicast(await self._post("multicast", body, parcel.id))

    async def _post(self, what: str, body: Json, retry_key: str = "") -> Answer:
        """How a call ended, as a value: any 2xx was taken, whatever its body says."""
        more = {"X-Line-Retry-Key": retry_key} if retry_key else None
        try:
            told = await self._carrier.post(f"/v2/bot/message/{what}", quick_json.to_bytes(body), more)
        except NeverLeft:
            return Answer(0, left=False)
        except OSError:
            return Answer(0)
        if told.status < HTTPStatus.MULTIPLE_CHOICES:
            return Answer(told.status)
        return answer_of(told.status, told.body.decode("utf-8", "replace"), told.headers)

    @property
    def _carrier(self) -> Carrier:
        if self._carries is None:
            raise RuntimeError("the channel is not open")
        return self._carries


def _data_base(api_base: str) -> str:
    """Where LINE keeps what is big: on a host of its own; the simulator has one for everything."""
    return api_base.replace("//api.line.me", "//api-data.line.me")
