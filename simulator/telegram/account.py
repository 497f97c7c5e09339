"""The simulated Telegram bot: what it remembers, and how messages get into chats."""

from __future__ import annotations

import itertools
import math
import secrets
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from simulator.bubbles import Bubble, Plain
from simulator.counters import Counters
from simulator.group import Group
from simulator.phone import Phone
from simulator.phones import Phones
from simulator.rate import Buckets, Limit, scaled
from simulator.settings import Settings
from simulator.telegram.calls import Parameters, RefusedCallError, Upload, bad
from simulator.telegram.markup import inline_rows, keyboard_of, quick_of
from simulator.telegram.updates import EPOCH_2020, TelegramUpdates

ANSWERED_WITHIN = timedelta(seconds=60)
CALLBACKS_KEPT = 10_000
FILES_KEPT = 1000
PER_GROUP = Limit(20, 20 / 60)


@dataclass(slots=True)
class Said:
    """A message of a chat, as Telegram has it and as the page shows it."""

    message: Plain
    bubble: Bubble


@dataclass(slots=True)
class Asked:
    """A tapped button that waits for its answer."""

    phone: Phone
    at: datetime
    answered: bool = False


@dataclass(slots=True)
class TelegramAccount:
    """Everything that the methods of the Bot API share."""

    clock: Clock
    settings: Settings
    phones: Phones
    counters: Counters
    updates: TelegramUpdates
    chats: dict[int, OrderedDict[int, Said]] = field(default_factory=dict)
    shown: dict[str, Said] = field(default_factory=dict)
    """The messages by the id of their bubble."""
    callbacks: OrderedDict[str, Asked] = field(default_factory=OrderedDict)
    files: OrderedDict[str, Upload] = field(default_factory=OrderedDict)
    """What was sent, by file id."""
    buckets: Buckets = field(default_factory=Buckets)
    message_ids: Any = None

    def __post_init__(self) -> None:
        self.message_ids = itertools.count(max(1, int(self.clock.now().timestamp()) - EPOCH_2020))

    def now(self) -> datetime:
        """The present moment."""
        return self.clock.now()

    def me(self) -> Plain:
        """The bot as a user."""
        bot_id = int(self.settings.telegram_token.partition(":")[0])
        return {"id": bot_id, "is_bot": True, "first_name": self.settings.title, "username": "handup_desk_bot"}

    def member(self, status: str) -> Plain:
        """The bot as a member of a chat, or as one that is no more."""
        return {"user": self.me(), "status": status, **({"until_date": 0} if status == "kicked" else {})}

    def chat_of(self, parameters: Parameters) -> Phone:
        """The chat that a call names; refused when there is none, or when the bot may not write there."""
        phone = self.known_chat(parameters)
        if phone.role == "group" and not phone.opened:
            raise RefusedCallError(403, "Forbidden: bot was kicked from the group chat")
        if phone.blocked:
            raise RefusedCallError(403, "Forbidden: bot was blocked by the user")
        if not phone.opened:
            raise RefusedCallError(403, "Forbidden: bot can't initiate conversation with a user")
        return phone

    def known_chat(self, parameters: Parameters) -> Phone:
        """The chat that a call names, whether or not the bot may write there."""
        if not parameters.text("chat_id"):
            raise bad("chat_id is empty")
        phone = self.phones.at(parameters.whole("chat_id"))
        if phone is None:
            raise bad("chat not found")
        return phone

    def pace(self, phone: Phone) -> None:
        """Refuse the message if the chat or the bot has had too many."""
        scale = self.settings.rate_scale
        if not scale:
            return
        limits: dict[Hashable, Limit] = {
            "all": scaled(Limit(30, 30), scale),
            ("chat", phone.address): scaled(Limit(self.settings.telegram_chat_burst, 1), scale),
        }
        if in_a_group(phone):
            limits["group", phone.address] = scaled(PER_GROUP, scale)
        if wait := self.buckets.take(limits, self.now()):
            seconds = math.ceil(wait)
            raise RefusedCallError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)

    def say(self, phone: Phone, content: Plain, parts: list[Plain], markup: Plain | None = None) -> Plain:
        """Put a message of the bot into a chat; the message as Telegram answers it."""
        bubble = phone.bubble("bot", parts, "telegram", quick=quick_of(markup))
        bubble.keyboard = keyboard_of(markup)
        message = self._message(phone, self.me(), content)
        if rows := inline_rows(markup):
            message["reply_markup"] = {"inline_keyboard": rows}
        self._keep(phone, Said(message, bubble))
        self.counters.telegram_sent += 1
        self.counters.telegram_to[phone.id] += 1
        phone.add(bubble)
        return message

    def hear(self, phone: Phone, content: Plain, shown: Bubble) -> Plain:
        """Note a message that a person wrote, as it is shown; the message as the bot is told it."""
        message = self._message(phone, user_of(phone), content)
        self._keep(phone, Said(message, shown))
        return message

    def service(self, phone: Phone, who: Plain, content: Plain) -> Plain:
        """A message that nobody wrote, as Telegram tells of what happens in a group."""
        return self._message(phone, who, content)

    def said(self, phone: Phone, message_id: int) -> Said | None:
        """The message with this id, if it is in the chat."""
        chat = self.chats.get(int(phone.address))
        return chat.get(message_id) if chat else None

    def ask(self, phone: Phone) -> str:
        """The id of a new callback query."""
        callback_id = str(secrets.randbelow(9 * 10**18) + 10**18)
        self.callbacks[callback_id] = Asked(phone, self.now())
        if len(self.callbacks) > CALLBACKS_KEPT:
            self.callbacks.popitem(last=False)
        return callback_id

    def keep_file(self, upload: Upload) -> Plain:
        """Keep a file; how messages name it."""
        unique = secrets.token_urlsafe(9)
        file_id = f"BQACAgUAAxkB{unique}"
        self.files[file_id] = upload
        if len(self.files) > FILES_KEPT:
            self.files.popitem(last=False)
        return {"file_id": file_id, "file_unique_id": unique, "file_size": len(upload.content)}

    def _message(self, phone: Phone, sender: Plain, content: Plain) -> Plain:
        return {
            "message_id": next(self.message_ids),
            "from": sender,
            "chat": chat_json(phone),
            "date": int(self.now().timestamp()),
            **content,
        }

    def _keep(self, phone: Phone, said: Said) -> None:
        chat = self.chats.setdefault(int(phone.address), OrderedDict())
        chat[said.message["message_id"]] = said
        self.shown[said.bubble.id] = said
        if len(chat) > self.settings.kept_bubbles:
            _, forgotten = chat.popitem(last=False)
            del self.shown[forgotten.bubble.id]


def user_of(phone: Phone) -> Plain:
    """The person as a Telegram user; in a group, the one who writes."""
    if isinstance(phone, Group):
        phone = phone.writer
    return {"id": abs(int(phone.address)), "is_bot": False, "first_name": phone.name, "language_code": phone.language}


def in_a_group(phone: Phone) -> bool:
    """Is the phone's chat a group? Groups have negative addresses."""
    return int(phone.address) < 0


def chat_json(phone: Phone) -> Plain:
    """The chat: the person's private one, or a group of their name."""
    if in_a_group(phone):
        kind = "supergroup" if str(phone.address).startswith("-100") else "group"
        return {"id": phone.address, "title": phone.name, "type": kind}
    return {"id": phone.address, "first_name": phone.name, "type": "private"}
