"""Telegram: proves and reads its updates, and sends by its Bot API; only its ``telegram_…`` files import telegram."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    MenuButtonCommands,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    TelegramError,
)

from bot.channels import (
    PACE,
    NotOurs,
    Ourselves,
    Outcome,
    Parcel,
    Quota,
    Refused,
    Sent,
    TryLater,
    Unreadable,
    Webhook,
)
from bot.channels.pictures import absolute
from bot.channels.proof import header, same_as_one, secrets_in
from bot.channels.telegram_bubbles import Bubble, Button, draw
from bot.channels.telegram_outcomes import ODD_RESULT, asking, hush, outcome_of, picture_is_bad
from bot.channels.telegram_request import AiohttpRequest
from bot.channels.telegram_rooms import Us
from bot.channels.telegram_updates import arrival, parsed
from bot.clock import Clock
from domain import quick_json
from domain.events import Arrival

_WANTED: Final = ("message", "callback_query", "my_chat_member")
_LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}
_NO_PREVIEW: Final = {"is_disabled": True}
Json = dict[str, Any]
_BIGGEST_FILE: Final = 10 * 1024 * 1024


class TelegramChannel:
    """Telegram, as a channel; ``timeout`` is in seconds and holds for each request."""

    name = "telegram"
    most_addresses = 1

    def __init__(
        self, token: str, webhook_secret: str, api_base: str, timeout: float = 10.0, public_url: str = ""
    ) -> None:
        if not re.fullmatch(r"[\w:-]+", token, re.ASCII):
            raise ValueError("Telegram needs the token that BotFather gave")
        self.us = Us(int(token.partition(":")[0]) if token.partition(":")[0].isdigit() else 0)
        """Who we are in groups; the name is known once :meth:`whoami` has asked."""
        self._token = token
        self._secrets = secrets_in(webhook_secret)
        self._api_base = api_base.rstrip("/")
        self._place = f"/bot{token}/"
        self._timeout = timeout
        self._public_url = public_url
        self._request: AiohttpRequest | None = None
        self._opened: Bot | None = None
        self._webhook_deleted = False

    async def open(self) -> None:
        """Build the client (inside the running loop). Talks to nobody yet."""
        hush()
        trusted = urlsplit(self._api_base).hostname not in _LOOPBACK
        self._request = AiohttpRequest(self._api_base, self._timeout, trust_env=trusted)
        await self._request.initialize()
        self._opened = Bot(
            self._token,
            base_url=f"{self._api_base}/bot",
            base_file_url=f"{self._api_base}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )

    async def close(self) -> None:
        """Let go of the client's connections."""
        if self._request is not None:
            await self._request.shutdown()

    def may_be_ours(self, headers: Mapping[str, str]) -> bool:
        """Whether the secret is the one that we gave Telegram; asked before the body is read."""
        given = header(headers, "x-telegram-bot-api-secret-token")
        return same_as_one(given, self._secrets)

    def read(self, body: bytes, headers: Mapping[str, str], now: datetime) -> list[Arrival]:
        """Prove and read a webhook's body; raises ``NotOurs`` or ``Unreadable``."""
        if not self.may_be_ours(headers):
            raise NotOurs("the secret is not the one we gave Telegram")
        return [arrival(parsed(body), now, self.us)]

    async def send(self, parcel: Parcel) -> Outcome:
        """Send what of the parcel was not sent yet, one by one; a long message counts as its pieces in ``progress``."""
        try:
            bubbles = draw(parcel.messages, self._address_of)
        except ValueError as error:
            return Refused(f"not drawn: {error}")
        if parcel.to:
            return Refused("Telegram takes one address at a time")
        if not re.fullmatch(r"-?\d{1,19}", parcel.address, re.ASCII):
            return Refused("the address is no chat's number")
        for place, bubble in enumerate(bubbles[parcel.progress :], parcel.progress):
            if parcel.pause and place > parcel.progress and (seconds := await parcel.pause()):
                return TryLater(PACE, seconds=seconds, progress=place)
            trouble = await self._send_one(int(parcel.address), bubble)
            if trouble is not None:
                return replace(trouble, progress=place) if isinstance(trouble, TryLater) else trouble
        return Sent()

    async def fetch(self, content: str) -> bytes | None:
        """The bytes of a picture that somebody sent; raises as :meth:`whoami` does."""
        with asking():
            try:
                file = await self._bot.get_file(content)
            except BadRequest:
                return None
            if not file.file_path or (file.file_size or 0) > _BIGGEST_FILE:
                return None
            return bytes(await file.download_as_bytearray())

    def _address_of(self, picture: str) -> str:
        """Where Telegram finds a picture; empty where it could not (the simulator finds this machine too)."""
        address = absolute(picture, self._public_url)
        far = urlsplit(address).hostname not in _LOOPBACK
        return address if far or urlsplit(self._api_base).hostname in _LOOPBACK else ""

    async def acknowledge(self, free_reply: Mapping[str, Any]) -> None:
        """Stop the tapped button's spinning; a failure does not matter."""
        tap = free_reply.get("tap")
        if isinstance(tap, str):
            with contextlib.suppress(TelegramError, *ODD_RESULT):
                await self._bot.answer_callback_query(tap)

    async def whoami(self) -> Ourselves:
        """Our own number and name; proves the credentials. Raises ``CredentialsRefused`` or :class:`OSError`."""
        with asking():
            us = await self._bot.get_me()
            self.us = Us(us.id, us.username or "")
            return Ourselves(str(us.id), us.username or "")

    async def quota(self) -> Quota:
        """Nothing is counted on Telegram."""
        return Quota(limit=None, used=0)

    async def webhook(self) -> Webhook:
        """Where Telegram sends, and what went wrong last; raises as :meth:`whoami` does."""
        with asking():
            told = await self._bot.get_webhook_info()
        trouble = told.last_error_message or ""
        return Webhook(told.url, bool(told.url), trouble, told.last_error_date, told.pending_update_count)

    async def members(self, address: str) -> int | None:
        """How many people a group has, without us; ``None`` where we are not in it. Raises as :meth:`whoami` does."""
        with asking():
            try:
                return await self._bot.get_chat_member_count(int(address)) - 1
            except (BadRequest, Forbidden):
                return None

    async def set_webhook(self, url: str) -> None:
        """Have updates delivered to ``url`` (https), with our newest secret; raises as :meth:`whoami` does."""
        with asking():
            await self._bot.set_webhook(url, secret_token=next(iter(self._secrets), None), allowed_updates=_WANTED)
            self._webhook_deleted = False

    async def greet_menu(self, commands: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Set the menu of commands (name, description) of each language; the first is also everybody else's."""
        with asking():
            for place, (language, listed) in enumerate(commands.items()):
                menu = [BotCommand(name, description) for name, description in listed]
                if place == 0:
                    await self._bot.set_my_commands(menu)
                await self._bot.set_my_commands(menu, language_code=language)
            await self._bot.set_chat_menu_button(menu_button=MenuButtonCommands())

    async def show_commands(self, address: str, commands: Sequence[tuple[str, str]] | None) -> None:
        """Let one chat have a menu of commands of its own, or (with ``None``) everybody's; raises as :meth:`whoami`.

        A chat that Telegram does not know (any more) is passed over.
        """
        scope = BotCommandScopeChat(int(address))
        with asking(), contextlib.suppress(BadRequest, Forbidden):
            if commands is None:
                await self._bot.delete_my_commands(scope)
            else:
                await self._bot.set_my_commands([BotCommand(name, words) for name, words in commands], scope)

    async def poll(
        self, offset: int | None, wait_seconds: int, now: Callable[[], datetime] | None = None
    ) -> tuple[list[Arrival], int | None]:
        """Ask for updates from ``offset`` on, waiting up to so many seconds for one, where there is no public address.

        Returns them and the next offset; asking with it tells Telegram that they are kept. Raises as :meth:`whoami`.
        """
        updates = await self._updates(offset, wait_seconds)
        moment = (now or Clock().now)()
        found = []
        for update in updates:
            with contextlib.suppress(Unreadable):
                found.append(arrival(update, moment, self.us))
        return found, max((one.sequence + 1 for one in found), default=offset)

    async def _updates(self, offset: int | None, wait_seconds: int) -> list[dict[str, Any]]:
        """The updates as plain data: the SDK's own reading gives up on all of them when one is odd."""
        with asking():
            try:
                if not self._webhook_deleted:
                    self._webhook_deleted = await self._bot.delete_webhook()
                asked = {"offset": offset, "timeout": wait_seconds, "allowed_updates": list(_WANTED)}
                patience = self._timeout + wait_seconds
                told = await self._bot.do_api_request("getUpdates", asked, read_timeout=patience)
            except Conflict:
                self._webhook_deleted = False
                raise
        return [update for update in told if isinstance(update, dict)] if isinstance(told, list) else []

    async def _send_one(self, chat: int, bubble: Bubble) -> Outcome | None:
        """Send one bubble; what went wrong, or ``None``. What Telegram cannot fetch costs no words."""
        try:
            method, told = _call(chat, bubble)
            await self._carrier.say(self._place + method, quick_json.to_bytes(told))
        except TelegramError as error:
            if (bubble.picture or bubble.file) and picture_is_bad(error):
                return await self._send_one(chat, replace(bubble, picture="", file="")) if bubble.text else None
            return outcome_of(error)
        except ODD_RESULT:
            return None
        return None

    @property
    def _carrier(self) -> AiohttpRequest:
        if self._request is None:
            raise RuntimeError("the channel is not open")
        return self._request

    @property
    def _bot(self) -> Bot:
        if self._opened is None:
            raise RuntimeError("the channel is not open")
        return self._opened


def _call(chat: int, bubble: Bubble) -> tuple[str, Json]:
    """The method that sends a bubble, and what it is called with."""
    keys: Json = {"reply_markup": {"inline_keyboard": [[_key(each) for each in row] for row in bubble.rows]}}
    more = keys if bubble.rows else {}
    bold = [{"type": "bold", "offset": 0, "length": bubble.bold}] if bubble.bold else None
    if bubble.picture or bubble.file:
        method, content = ("sendPhoto", "photo") if bubble.picture else ("sendDocument", "document")
        words = {"caption": bubble.text} if bubble.text else {}
        marked = {"caption_entities": bold} if bold else {}
        return method, {"chat_id": chat, content: bubble.picture or bubble.file, **words, **marked, **more}
    marked = {"entities": bold} if bold else {}
    return "sendMessage", {"chat_id": chat, "text": bubble.text, "link_preview_options": _NO_PREVIEW, **marked, **more}


def _key(button: Button) -> Json:
    return {"text": button.label, **({"url": button.url} if button.url else {"callback_data": button.value})}
