"""Sends LINE's webhooks to the bot: signed, on time, again if asked, and oddly if a test wants."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

import aiohttp

from bot.clock import Clock
from simulator.bubbles import Plain
from simulator.doors import Doors
from simulator.line.tokens import ReplyTokens
from simulator.settings import Settings


@dataclass(frozen=True, slots=True)
class Oddities:
    """Ways in which the next webhooks are unusual; without any, they are as LINE's are."""

    duplicates: int = 0
    """How often each delivery is repeated although it was answered."""
    signature: Literal["good", "bad", "missing"] = "good"
    destination: str | None = None
    mode: Literal["active", "standby"] = "active"
    extra: Plain = field(default_factory=dict)
    """Properties that every event has in addition."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One POST to the bot and how it went."""

    at: datetime
    kinds: tuple[str, ...]
    outcome: int | str
    """The status, ``"timeout"`` or ``"could_not_connect"``."""
    redelivery: bool

    @property
    def accepted(self) -> bool:
        """Did the bot answer 2xx in time?"""
        return isinstance(self.outcome, int) and 200 <= self.outcome < 300


class LineWebhook:
    """The way from LINE to the bot."""

    def __init__(self, clock: Clock, settings: Settings, tokens: ReplyTokens, url: str) -> None:
        self.url = url
        self.doors = Doors()
        self.active = True
        self.deliveries: deque[Delivery] = deque(maxlen=5000)
        self.watched: Callable[[list[Plain], Delivery], None] | None = None
        """Told of every attempt to deliver events, and how it went."""
        self._clock = clock
        self._settings = settings
        self._tokens = tokens
        self._odd = Oddities()
        self._held: list[Plain] | None = None
        self._redeliveries: set[asyncio.Task[None]] = set()
        self._http: aiohttp.ClientSession

    def start(self, http: aiohttp.ClientSession) -> None:
        """Send with this session from now on."""
        self._http = http

    async def stop(self) -> None:
        """Give up what would be sent again later."""
        for task in self._redeliveries:
            task.cancel()
        await asyncio.gather(*self._redeliveries, return_exceptions=True)

    @contextmanager
    def odd(self, **oddities: Any) -> Iterator[None]:
        """Within the block, webhooks are odd in these ways (see ``Oddities``)."""
        before, self._odd = self._odd, replace(self._odd, **oddities)
        try:
            yield
        finally:
            self._odd = before

    @asynccontextmanager
    async def together(self) -> AsyncIterator[None]:
        """What people do within the block arrives in one POST at its end."""
        async with self._holding() as held:
            yield
        if held:
            await self.deliver(held)

    @asynccontextmanager
    async def backwards(self) -> AsyncIterator[None]:
        """What people do within the block arrives at its end in separate POSTs, the newest first."""
        async with self._holding() as held:
            yield
        for event in reversed(held):
            await self.deliver([event])

    async def deliver(self, events: list[Plain]) -> None:
        """Send events in one POST; returns after the first attempt, and later attempts follow by themselves."""
        if self._held is not None:
            self._held.extend(events)
            return
        if not self.url or not self.active:
            return
        events = [self._oddly(event) for event in events]
        for _ in range(1 + self._odd.duplicates):
            delivery = await self._attempt(events, redelivery=False)
        if not delivery.accepted and self._settings.redelivery:
            self._later(events)

    async def verify(self) -> Delivery:
        """What the console's Verify button sends: no events at all."""
        return await self._attempt([], redelivery=False)

    async def post(self, body: bytes, signature: str | None = None) -> Delivery:
        """Send any bytes, signed well unless a signature is given (an empty one leaves the header out)."""
        return await self._post(body, self.sign(body) if signature is None else signature, ())

    def sign(self, body: bytes) -> str:
        """The signature of a body under the channel's secret."""
        digest = hmac.new(self._settings.line_channel_secret.encode(), body, hashlib.sha256).digest()
        return base64.b64encode(digest).decode()

    @asynccontextmanager
    async def _holding(self) -> AsyncIterator[list[Plain]]:
        held: list[Plain] = []
        self._held = held
        try:
            yield held
        finally:
            self._held = None

    def _oddly(self, event: Plain) -> Plain:
        odd = {**event, **self._odd.extra, "mode": self._odd.mode}
        if self._odd.mode == "standby":
            odd.pop("replyToken", None)
        return odd

    def _later(self, events: list[Plain]) -> None:
        task = asyncio.create_task(self._redeliver(events))
        self._redeliveries.add(task)
        task.add_done_callback(self._redeliveries.discard)

    async def _redeliver(self, events: list[Plain]) -> None:
        again = [{**event, "deliveryContext": {"isRedelivery": True}} for event in events]
        for _ in range(self._settings.redelivery_times):
            await asyncio.sleep(self._settings.redelivery_after)
            if (await self._attempt(again, redelivery=True)).accepted:
                return

    async def _attempt(self, events: list[Plain], *, redelivery: bool) -> Delivery:
        self._hand_out_tokens(events)
        destination = self._odd.destination or self._settings.line_destination
        body = json.dumps({"destination": destination, "events": events}, ensure_ascii=False, separators=(",", ":"))
        signature = {"good": self.sign(body.encode()), "bad": self.sign(b"something else"), "missing": ""}
        kinds = tuple(event["type"] for event in events)
        delivery = await self._post(body.encode(), signature[self._odd.signature], kinds, redelivery=redelivery)
        if self.watched:
            self.watched(events, delivery)
        return delivery

    def _hand_out_tokens(self, events: list[Plain]) -> None:
        now = self._clock.now()
        for event in events:
            if "replyToken" in event:
                happened = datetime.fromtimestamp(event["timestamp"] / 1000, UTC)
                source = event["source"]
                address = source.get("groupId") or source["userId"]
                self._tokens.deliver(event["replyToken"], address, happened, now)

    async def _post(self, body: bytes, signature: str, kinds: tuple[str, ...], *, redelivery: bool = False) -> Delivery:
        headers = {"content-type": "application/json; charset=utf-8", "user-agent": "LineBotWebhook/2.0"}
        if signature:
            headers["x-line-signature"] = signature
        outcome = await self._outcome(body, headers)
        delivery = Delivery(self._clock.now(), kinds, outcome, redelivery)
        self.deliveries.append(delivery)
        return delivery

    async def _outcome(self, body: bytes, headers: dict[str, str]) -> int | str:
        timeout = aiohttp.ClientTimeout(total=self._settings.line_timeout)
        for url in self.doors.order(self.url):
            try:
                async with self._http.post(url, data=body, headers=headers, timeout=timeout) as answer:
                    await answer.read()
                    return answer.status
            except TimeoutError:
                return "timeout"
            except aiohttp.ClientConnectorError:
                continue
            except aiohttp.ClientError:
                break
        return "could_not_connect"
