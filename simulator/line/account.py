"""The simulated LINE official account: what it remembers, and how its messages reach people."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock
from simulator.bubbles import How, Plain
from simulator.counters import Counters, Kind, Quota
from simulator.line.contents import Contents
from simulator.line.events import LineEvents
from simulator.line.parts import Buttons, part_of, quick_buttons
from simulator.line.rich_menus import RichMenus
from simulator.line.tokens import AccessTokens, ReplyTokens, RetryKeys
from simulator.line.webhook import LineWebhook
from simulator.phone import Phone
from simulator.phones import Phones
from simulator.settings import Settings

REACHABLE_AFTER_A_MESSAGE = timedelta(days=7)


@dataclass(slots=True)
class LineAccount:
    """Everything that the endpoints of LINE's API share."""

    clock: Clock
    settings: Settings
    phones: Phones
    counters: Counters
    events: LineEvents
    webhook: LineWebhook
    menus: RichMenus
    contents: Contents
    reply_tokens: ReplyTokens
    quota: Quota = field(default_factory=Quota)
    retry_keys: RetryKeys = field(default_factory=RetryKeys)
    access_tokens: AccessTokens = field(default_factory=AccessTokens)

    def now(self) -> datetime:
        """The present moment."""
        return self.clock.now()

    def good_token(self, token: str) -> bool:
        """May this access token be used now?"""
        return token == self.settings.line_access_token or self.access_tokens.good(token, self.now())

    def person(self, address: object) -> Phone | None:
        """The LINE user with this id."""
        phone = self.phones.at(address) if isinstance(address, str) else None
        return phone if phone and phone.channel == "line" else None

    def reaches(self, phone: Phone) -> bool:
        """Would a push arrive? Friends, and others who wrote within the last seven days."""
        if phone.blocked:
            return False
        wrote = phone.last_said_at is not None and self.now() - phone.last_said_at <= REACHABLE_AFTER_A_MESSAGE
        return phone.opened or wrote

    def affords(self, recipients: int) -> bool:
        """Is there quota left for so many recipients?"""
        limit = self.settings.line_quota
        return limit is None or recipients == 0 or self.quota.used(self.now()) + recipients <= limit

    def deliver(self, kind: Kind, recipients: list[Phone], messages: list[Plain]) -> list[dict[str, str]]:
        """Put messages into chats and count them; what a push answers about each message."""
        sent = [{"id": self.events.message_id(), "quoteToken": secrets.token_urlsafe(24)} for _ in messages]
        for phone in recipients:
            for message in messages:
                show(phone, message, "reply" if kind == "reply" else "push")
        self._count(kind, recipients)
        return sent

    def _count(self, kind: Kind, recipients: list[Phone]) -> None:
        self.counters.calls[kind] += 1
        self.counters.undelivered += not recipients
        self.quota.add(kind, sum(phone.people for phone in recipients), self.now())
        if kind != "reply":
            self.counters.pushes_to.update(phone.id for phone in recipients)


def show(phone: Phone, message: Plain, how: How) -> None:
    """Show one message in one chat."""
    buttons = Buttons()
    part = part_of(message, buttons)
    inside = list(buttons.made)
    phone.show("bot", [part], how, inside=inside, quick=quick_buttons(message, buttons))
