"""The simulator: one server with LINE's API, Telegram's API and the desk, and the people's phones beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

from bot.clock import Clock
from simulator.bubbles import THAILAND, Plain
from simulator.counters import CallLog, Counters
from simulator.desk import Desk
from simulator.faults import Faults
from simulator.group import Group
from simulator.line.account import LineAccount
from simulator.line.contents import Contents
from simulator.line.events import LineEvents
from simulator.line.group import LineGroup
from simulator.line.http import PER_SECOND_370, LineDoor
from simulator.line.messages import MessageEndpoints
from simulator.line.people import PeopleEndpoints, TokenEndpoint
from simulator.line.person import LinePerson
from simulator.line.rich_menu_api import RichMenuEndpoints
from simulator.line.rich_menus import RichMenus
from simulator.line.tokens import ReplyTokens
from simulator.line.webhook import LineWebhook
from simulator.phone import Acts, Channel, Phone, Role
from simulator.phones import Phones, address_of, group_address
from simulator.settings import Settings
from simulator.stream import Stream
from simulator.telegram.account import TelegramAccount
from simulator.telegram.api import TelegramApi
from simulator.telegram.calls import Parameters
from simulator.telegram.group import TelegramGroup
from simulator.telegram.person import TelegramPerson
from simulator.telegram.updates import TelegramUpdates
from simulator.watch import Watch

UPLOAD_BYTES = 50 * 1024 * 1024

Jumps = Callable[[], Awaitable[list[Plain]]]
ClockMoved = Callable[[], Awaitable[Any]]


class Simulator:
    """LINE and Telegram on your desk.

    ``jumps`` tells the moments that the page offers to go to; ``clock_moved`` is awaited after the clock was moved.
    """

    def __init__(
        self,
        clock: Clock,
        line_bot_url: str = "http://127.0.0.1:8080/webhooks/line",
        telegram_bot_url: str = "http://127.0.0.1:8080/webhooks/telegram",
        settings: Settings | None = None,
        jumps: Jumps | None = None,
        clock_moved: ClockMoved | None = None,
    ) -> None:
        self.clock = clock
        self.settings = settings or Settings()
        self.jumps = jumps
        self.clock_moved = clock_moved
        self.stream = Stream()
        self.phones = Phones()
        self.counters = Counters()
        self.faults = Faults()
        self.calls = CallLog()
        self.stopping = False
        self.port = 0
        self.line = self._line_account(line_bot_url)
        self.telegram = self._telegram_account(telegram_bot_url)
        self._acts: dict[str, Acts] = {
            "line": LinePerson(clock, self.line.events, self.line.webhook, self.line.contents, self.line.menus),
            "telegram": TelegramPerson(self.telegram),
        }
        self._group_acts: dict[str, Acts] = {
            "line": LineGroup(self.settings, self.line.events, self.line.webhook),
            "telegram": TelegramGroup(self.telegram),
        }
        self._runner: web.AppRunner
        self._http: aiohttp.ClientSession

    @property
    def url(self) -> str:
        """Where the server is; the LINE SDK's host."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def line_bot_url(self) -> str:
        """Where LINE's webhooks go."""
        return self.line.webhook.url

    @line_bot_url.setter
    def line_bot_url(self, url: str) -> None:
        self.line.webhook.url = url

    @property
    def telegram_bot_url(self) -> str:
        """Where Telegram's updates go; empty lets the bot ask for them."""
        return self.telegram.updates.webhook.url

    @telegram_bot_url.setter
    def telegram_bot_url(self, url: str) -> None:
        self.telegram.updates.redirect(url)

    def open_doors(self, bases: Sequence[str]) -> None:
        """Send what happens to bots at these addresses in turn, as a load balancer does."""
        self.line_bot_url = f"{bases[0]}/webhooks/line"
        self.line.webhook.doors.others = [f"{base}/webhooks/line" for base in bases[1:]]
        self.telegram.updates.doors.others = [f"{base}/webhooks/telegram" for base in bases[1:]]
        self.telegram_bot_url = f"{bases[0]}/webhooks/telegram"

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Serve; with port 0 on any free one."""
        self.stopping = False
        self._http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0, limit_per_host=200))
        self.line.webhook.start(self._http)
        self.telegram.updates.start(self._http)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=0.2)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop serving and sending."""
        self.stopping = True
        self.stream.tell({"type": "clock", "now": self._now()})
        await self.line.webhook.stop()
        await self.telegram.updates.stop()
        await self._runner.cleanup()
        await self._http.close()

    def add_phone(
        self,
        name: str,
        channel: Channel,
        language: str = "th",
        role: Role = "volunteer",
        address: str | int = "",
        *,
        shown: bool = True,
    ) -> Phone:
        """Put a phone on the desk; its platform id follows from its place and name unless given.

        One that is not ``shown`` is left out of what the page is told; all else is the same.
        """
        phone_id = f"p{len(self.phones) + 1}"
        address = address or address_of(channel, phone_id, name)
        kept = self.settings.kept_bubbles
        phone = Phone(phone_id, address, name, channel=channel, language=language, role=role, kept=kept, shown=shown)
        phone.join(self.clock, self.stream, self._acts[channel])
        self.phones.add(phone)
        phone.tell()
        return phone

    def add_group(self, title: str, channel: Channel, members: Sequence[Phone]) -> Group:
        """Put a group of these people (at least one) on the desk; the bot is not in it yet."""
        phone_id = f"p{len(self.phones) + 1}"
        address, kept = group_address(channel, phone_id, title), self.settings.kept_bubbles
        group = Group(phone_id, address, title, channel=channel, members=members, kept=kept)
        group.join(self.clock, self.stream, self._group_acts[channel])
        self.phones.add(group)
        group.tell()
        return group

    def meter(self) -> Plain:
        """What was spent of the month's quota, and what was free."""
        return {
            "limit": self.settings.line_quota,
            "used": self.line.quota.used(self.clock.now()),
            "free_replies": self.counters.replies,
            "telegram_sent": self.counters.telegram_sent,
        }

    async def list_jumps(self) -> list[Plain]:
        """The moments that the page offers to go to."""
        return await self.jumps() if self.jumps else []

    async def move_clock(self, by: timedelta) -> None:
        """Move the clock, let the bot do what is due, and tell the page."""
        self.clock.move(by)
        if self.clock_moved:
            await self.clock_moved()
        self.stream.tell({"type": "clock", "now": self._now()})
        self._tell_meter()
        self.stream.tell({"type": "jumps", "jumps": await self.list_jumps()})

    async def bot_up(self) -> bool:
        """Does anything listen where the webhooks go?"""
        parts = urlsplit(self.line_bot_url or self.telegram_bot_url)
        try:
            async with asyncio.timeout(0.5):
                _, writer = await asyncio.open_connection(parts.hostname, parts.port or 443)
        except (OSError, TimeoutError):
            return False
        writer.close()
        return True

    def _line_account(self, url: str) -> LineAccount:
        tokens = ReplyTokens()
        return LineAccount(
            clock=self.clock,
            settings=self.settings,
            phones=self.phones,
            counters=self.counters,
            events=LineEvents(self.clock),
            webhook=LineWebhook(self.clock, self.settings, tokens, url),
            menus=RichMenus(self.phones),
            contents=Contents(),
            reply_tokens=tokens,
        )

    def _telegram_account(self, url: str) -> TelegramAccount:
        updates = TelegramUpdates(self.clock, self.settings, url)
        return TelegramAccount(self.clock, self.settings, self.phones, self.counters, updates)

    def _application(self) -> web.Application:
        watch = Watch(self.clock, self.faults, self.calls, self._tell_meter)
        application = web.Application(client_max_size=UPLOAD_BYTES, middlewares=[watch.middleware()])
        door = LineDoor(self.line)
        for endpoints in (MessageEndpoints(self.line), PeopleEndpoints(self.line), RichMenuEndpoints(self.line)):
            for route in endpoints.routes():
                application.router.add_route(route[0], route[1], door.behind(route))
        issue = ("POST", "/oauth2/v3/token", TokenEndpoint(self.line).issue, PER_SECOND_370)
        application.router.add_route(issue[0], issue[1], door.behind(issue, open_to_all=True))
        self._add_telegram(application.router)
        Desk(self).add_routes(application.router)
        return application

    def _add_telegram(self, router: web.UrlDispatcher) -> None:
        api = TelegramApi(self.telegram)

        async def execute(method: str, wish: Plain) -> None:
            await api.call(method, Parameters(wish))

        self.telegram.updates.execute = execute
        for method in ("GET", "POST"):
            router.add_route(method, "/bot{token:[^/]+}/{method}", api.answer)
        router.add_route("GET", "/file/bot{token:[^/]+}/files/{file}/{name}", api.file)

    def _tell_meter(self) -> None:
        if self.stream.heard:
            self.stream.tell({"type": "meter", "meter": self.meter()})

    def _now(self) -> str:
        return self.clock.now().astimezone(THAILAND).isoformat(timespec="milliseconds")
