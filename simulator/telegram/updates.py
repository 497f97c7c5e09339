"""Sends Telegram's updates to the bot: in order within a chat, again until answered, or when asked for."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import aiohttp

from bot.clock import Clock
from simulator.bubbles import Plain
from simulator.doors import Doors
from simulator.settings import Settings
from simulator.telegram.calls import RefusedCallError

UPDATES_KEPT = timedelta(hours=24)
CALLBACKS_KEPT = timedelta(seconds=150)
LONGEST_POLL = 50
LONGEST_RETRY_AFTER = 3600.0
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
EPOCH_2020 = 1_577_836_800

Queue = tuple[str, int]
"""``("chat", id)``, or ``("callback", user id)``."""


@dataclass(frozen=True, slots=True)
class Oddities:
    """Ways in which the next updates are unusual."""

    duplicates: int = 0
    """How often each update is repeated although it was answered."""
    secret: str | None = None
    """Sent instead of the right one; empty leaves the header out."""


@dataclass(slots=True)
class Pending:
    """An update that the bot has not accepted yet."""

    update: Plain
    kind: str
    at: datetime
    tried: asyncio.Event = field(default_factory=asyncio.Event)

    def expired(self, now: datetime) -> bool:
        """Has Telegram given it up?"""
        return now - self.at > (CALLBACKS_KEPT if self.kind == "callback_query" else UPDATES_KEPT)


@dataclass(slots=True)
class Webhook:
    """Where updates go; without an address the bot asks for them."""

    url: str
    secret: str
    max_connections: int = 40
    allowed: list[str] | None = None
    last_error: tuple[datetime, str] | None = None


class TelegramUpdates:
    """The updates, their queues and the way to the bot."""

    def __init__(self, clock: Clock, settings: Settings, url: str) -> None:
        self.webhook = Webhook(url, settings.telegram_secret)
        self.doors = Doors()
        self.pending: dict[int, Pending] = {}
        self.outcomes: deque[tuple[int, int | str]] = deque(maxlen=5000)
        """Update id and status (or what went wrong) of the latest attempts."""
        self.watched: Callable[[Plain, int | str], None] | None = None
        """Told of every attempt to deliver an update, and how it went."""
        self.execute: Callable[[str, Plain], Awaitable[Any]] | None = None
        """Carries out a method that the bot's answer to a webhook asks for."""
        self._clock = clock
        self._settings = settings
        self._ids = itertools.count(max(1, int(clock.now().timestamp()) - EPOCH_2020))
        self._odd = Oddities()
        self._queues: dict[Queue, deque[int]] = {}
        self._workers: dict[Queue, asyncio.Task[None]] = {}
        self._failing: set[Queue] = set()
        self._news = asyncio.Event()
        self._poll = 0
        self._http: aiohttp.ClientSession

    def start(self, http: aiohttp.ClientSession) -> None:
        """Send with this session from now on."""
        self._http = http

    async def stop(self) -> None:
        """Stop sending; what was not accepted stays pending."""
        workers = list(self._workers.values())
        self._workers.clear()
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        for pending in self.pending.values():
            pending.tried.set()

    @contextmanager
    def odd(self, **oddities: Any) -> Iterator[None]:
        """Within the block, updates are odd in these ways (see ``Oddities``)."""
        before, self._odd = self._odd, replace(self._odd, **oddities)
        try:
            yield
        finally:
            self._odd = before

    async def tell(self, kind: str, body: Plain, queue: Queue) -> None:
        """Tell the bot something; returns once it was tried, or could not be tried yet."""
        allowed = self.webhook.allowed
        if kind in NOT_BY_DEFAULT if not allowed else kind not in allowed:
            return
        pending = Pending({"update_id": next(self._ids), kind: body}, kind, self._clock.now())
        self.pending[pending.update["update_id"]] = pending
        self._queues.setdefault(queue, deque()).append(pending.update["update_id"])
        self._wake(queue)
        if self.webhook.url and queue not in self._failing:
            await pending.tried.wait()

    async def post(self, body: bytes, secret: str | None = None) -> int | str:
        """Send any bytes to the webhook, with the right secret unless another is given (empty: without)."""
        status, _, _ = await self._post(body, self.webhook.secret if secret is None else secret)
        return status

    async def set_webhook(self, webhook: Webhook, *, drop: bool = False) -> None:
        """Send updates there from now on, those waiting included unless dropped; an empty address stops it."""
        await self.stop()
        self.webhook = webhook
        self._failing.clear()
        if drop:
            self.pending.clear()
            self._queues.clear()
        for queue in list(self._queues):
            self._wake(queue)

    def redirect(self, url: str) -> None:
        """Send updates elsewhere, under the same secret."""
        self.webhook.url = url
        for queue in list(self._queues):
            self._wake(queue)

    async def asked(self, offset: int, limit: int, seconds: float) -> list[Plain]:
        """What ``getUpdates`` answers: what came since the offset, waiting for it if there is nothing yet."""
        if self.webhook.url:
            reason = (
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
            raise RefusedCallError(409, f"Conflict: {reason}")
        self._poll += 1
        mine = self._poll
        self._news.set()
        self._confirm(offset)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(seconds, LONGEST_POLL)):
                await self._something(mine)
        return [pending.update for pending in itertools.islice(self.pending.values(), limit)]

    async def _something(self, poll: int) -> None:
        while not self.pending:
            self._news.clear()
            await self._news.wait()
            if self._poll != poll:
                reason = "terminated by other getUpdates request; make sure that only one bot instance is running"
                raise RefusedCallError(409, f"Conflict: {reason}")

    def _confirm(self, offset: int) -> None:
        ids = list(self.pending)
        gone = [update_id for update_id in ids if update_id < offset] if offset >= 0 else ids[:offset]
        now = self._clock.now()
        for update_id in [*gone, *(known for known in ids if self.pending[known].expired(now))]:
            self.pending.pop(update_id, None)

    def _wake(self, queue: Queue) -> None:
        self._news.set()
        if self.webhook.url and queue not in self._workers:
            self._workers[queue] = asyncio.create_task(self._work(queue))

    async def _work(self, queue: Queue) -> None:
        waiting, backoff = self._queues[queue], self._settings.telegram_backoff
        while waiting:
            pending = self.pending.get(waiting[0])
            again = await self._try(pending, backoff) if pending else None
            if again is None:
                self._done(queue, waiting.popleft())
                backoff = self._settings.telegram_backoff
                continue
            self._failing.add(queue)
            self._release(waiting)
            await asyncio.sleep(again)
            backoff = min(2 * backoff, self._settings.telegram_longest_backoff)
        self._queues.pop(queue, None)
        self._workers.pop(queue, None)

    async def _try(self, pending: Pending, backoff: float) -> float | None:
        """Seconds to wait before trying again; ``None`` when it was accepted or has expired."""
        if pending.expired(self._clock.now()):
            return None
        body = json.dumps(pending.update, ensure_ascii=False).encode()
        secret = self.webhook.secret if self._odd.secret is None else self._odd.secret
        for _ in range(1 + self._odd.duplicates):
            status, retry_after, answer = await self._post(body, secret)
            self.outcomes.append((pending.update["update_id"], status))
            if self.watched:
                self.watched(pending.update, status)
        if isinstance(status, int) and 200 <= status < 300:
            await self._execute(answer)
            return None
        self.webhook.last_error = (self._clock.now(), f"Wrong response from the webhook: {status}")
        return backoff if retry_after is None else min(retry_after, LONGEST_RETRY_AFTER)

    def _done(self, queue: Queue, update_id: int) -> None:
        self._failing.discard(queue)
        pending = self.pending.pop(update_id, None)
        if pending is not None:
            pending.tried.set()

    def _release(self, waiting: deque[int]) -> None:
        for update_id in waiting:
            if update_id in self.pending:
                self.pending[update_id].tried.set()

    async def _execute(self, answer: bytes) -> None:
        if not answer.startswith(b"{") or self.execute is None:
            return
        with contextlib.suppress(ValueError, RefusedCallError):
            wish = json.loads(answer)
            if method := wish.pop("method", None):
                await self.execute(method, wish)

    async def _post(self, body: bytes, secret: str) -> tuple[int | str, float | None, bytes]:
        headers = {"content-type": "application/json"}
        if secret:
            headers["x-telegram-bot-api-secret-token"] = secret
        timeout = aiohttp.ClientTimeout(total=self._settings.telegram_timeout)
        for url in self.doors.order(self.webhook.url):
            try:
                async with self._http.post(url, data=body, headers=headers, timeout=timeout) as answer:
                    return answer.status, _seconds(answer.headers.get("retry-after")), await answer.read()
            except TimeoutError:
                return "timeout", None, b""
            except aiohttp.ClientConnectorError:
                continue
            except aiohttp.ClientError:
                break
        return "could_not_connect", None, b""


def _seconds(header: str | None) -> float | None:
    try:
        return None if header is None else float(header)
    except ValueError:
        return None
