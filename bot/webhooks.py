"""Where a platform tells us what happened: what is not proven costs nearly nothing, what is answered 200 is durable."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Final

from aiohttp import web

from bot.channels import Channel, NotOurs, Unreadable
from bot.pages import Taken
from bot.refusals import Refusals
from domain.events import Arrival

if TYPE_CHECKING:
    from bot.assemble import Bot

PLACE: Final = "/webhooks/"
MOST_BYTES: Final = 2 * 1024 * 1024
BIG: Final = 64 * 1024
"""More is rare; so that bodies of anybody at all cannot fill our memory, few such are read at a time."""
BIG_AT_ONCE: Final = 16
JSON: Final = {"Content-Type": "application/json"}
SECONDS: Final = 10.0
"""In which a body has to be here."""


def add_routes(app: web.Application, bot: Bot) -> None:
    """Add one for each channel."""
    refusals, room = Refusals(), asyncio.Semaphore(BIG_AT_ONCE)
    webhooks = {PLACE + name: Webhook(bot, channel, refusals, room) for name, channel in bot.channels.items()}
    for path, webhook in webhooks.items():
        app.router.add_post(path, webhook.receive)
    app[WEBHOOKS] = webhooks

    async def close(_app: web.Application) -> None:
        refusals.close()

    app.on_cleanup.append(close)


class Webhook:
    """One channel's."""

    def __init__(self, bot: Bot, channel: Channel, refusals: Refusals, room: asyncio.Semaphore) -> None:
        """Build it; ``room`` is shared by all who read something big."""
        self.bot = bot
        self.channel = channel
        self.refusals = refusals
        self.room = room

    async def receive(self, request: web.Request) -> web.Response:
        """Prove, read, keep, answer 200; nothing is parsed, and no database is asked, before it is proven."""
        if not self.channel.may_be_ours(request.headers):
            return self.refuse("signature", "the signature is wrong or missing", 401)
        try:
            body = await self.body_of(request)
            arrivals = self.channel.read(body, request.headers, self.bot.clock.now())
        except TimeoutError:
            return self.refuse("slow", "the body did not come", 408)
        except web.HTTPRequestEntityTooLarge:
            return self.refuse("size", "the body is too long", 413)
        except NotOurs:
            return self.refuse("signature", "the signature is wrong or missing", 401)
        except Unreadable as error:
            return self.refuse("unreadable", str(error), 400)
        await self.take(arrivals)
        return Taken(body=b"{}", headers=JSON)

    def proven(self, body: bytes, headers: Mapping[str, str]) -> list[Arrival] | None:
        """What a webhook tells; ``None`` where :meth:`receive` has to say what is wrong with it."""
        if not self.channel.may_be_ours(headers):
            return None
        try:
            return self.channel.read(body, headers, self.bot.clock.now())
        except Exception:
            return None

    async def take(self, arrivals: Sequence[Arrival]) -> None:
        """Return when what a webhook tells is durable."""
        if arrivals:
            await self.bot.intake.keep(arrivals)
            self.bot.acknowledge(self.channel, arrivals)
        self.bot.standing.webhook(self.channel.name, "taken")

    async def body_of(self, request: web.Request) -> bytes:
        """The body; one that says that it is too long is not waited for."""
        length = request.content_length
        if length is not None and length > MOST_BYTES:
            raise web.HTTPRequestEntityTooLarge(MOST_BYTES, length)
        if length is not None and length <= BIG and request.content.is_eof():
            return await request.read()  # it is here already
        async with AsyncExitStack() as stack:
            if length is None or length > BIG:
                await stack.enter_async_context(self.room)
            async with asyncio.timeout(SECONDS):
                return await request.read()  # aiohttp stops, too, when it grows too long

    def refuse(self, why: str, words: str, status: int) -> web.Response:
        """Count it, and answer."""
        self.bot.standing.webhook(self.channel.name, "unproven" if why == "signature" else "unreadable")
        self.refusals.note(self.channel.name, why)
        return web.json_response({"error": words}, status=status)


WEBHOOKS: Final = web.AppKey("WEBHOOKS", Mapping[str, Webhook])
"""What takes webhooks, by path."""
