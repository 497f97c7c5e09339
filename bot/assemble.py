"""The only file that knows every part: builds them, introduces them to each other, and takes them apart again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from bot import logs
from bot.channels import Channel
from bot.charts.drawing import Drawing
from bot.clock import Clock
from bot.config import Config
from bot.delivery import Delivery
from bot.dispatcher import Dispatcher
from bot.door import Door
from bot.fan_out import FanOut
from bot.fetching import Fetching
from bot.intake import Intake
from bot.listening import Listening
from bot.menus.linking import Linking
from bot.outages import Outages
from bot.platforms import Platforms
from bot.settling import warm_up
from bot.standing import Standing
from bot.sweeping import COUNT_ROOMS, INTRODUCE, Sweeping
from bot.watching import Watching
from bot.web import make_app
from bot.workers import Workers
from domain.events import BUTTON_PRESSED, Arrival
from domain.signing import read_keys
from flows import FLOWS
from flows.engine import Network
from scheduler.sweeps import SWEEPS, Sweep
from storage import inbox, waiting
from storage.database import Database
from storage.migrations import newest, version_of
from texts import all_texts

DRAIN_SECONDS: Final = 6.0
DISPATCHERS: Final = 3
"""Where several transactions run side by side, a slow turn delays only those that share its own."""
MOST_BEHIND: Final = timedelta(minutes=5)
WATCH_SECONDS: Final = 1.0


def make_channels(config: Config) -> dict[str, Channel]:
    """Build the channels that are set up; the platforms' libraries are imported only for those."""
    channels: dict[str, Channel] = {}
    if config.has_line:
        from bot.channels.line import LineChannel  # noqa: PLC0415 (a second of start-up, only where LINE is used)

        channels["line"] = LineChannel(
            config.line_channel_secret,
            config.line_channel_access_token,
            config.line_api_base,
            public_url=config.public_url,
        )
    if config.has_telegram:
        from bot.channels.telegram import TelegramChannel  # noqa: PLC0415 (as above)

        channels["telegram"] = TelegramChannel(
            config.telegram_bot_token,
            config.telegram_webhook_secret,
            config.telegram_api_base,
            public_url=config.public_url,
        )
    return channels


class Bot:
    """The whole program, in parts that can be started and stopped."""

    def __init__(
        self,
        config: Config,
        clock: Clock | None = None,
        *,
        hurried: bool = False,
        settle: Callable[[datetime], None] = warm_up,
    ) -> None:
        """Build every part; nothing runs and nothing is opened yet. ``hurried`` is as of :class:`Delivery`.

        ``settle`` is done in a thread, once we listen.
        """
        self.config = config
        self.settle = settle
        self.clock = clock or Clock()
        self.database = Database(config.database_url)
        self.channels = make_channels(config)
        self.network = network = Network(
            FLOWS,
            all_texts(),
            config.timezone,
            config.public_url,
            config.network_name,
            read_keys(config.letter_keys),
            config.contact,
        )
        self.standing = Standing(self.channels)
        self.delivery = Delivery(self.database, self.channels, self.clock, self.standing, hurried=hurried)
        at_once = 1 if self.database.is_sqlite else DISPATCHERS
        self.dispatcher = Dispatcher(self.database, network, self.clock, self.delivery, at_once)
        self.fan_out = FanOut(self.database, self.clock, config.timezone, self.delivery.wake)
        self.fetching = Fetching(self.database, self.channels, self.clock, self.dispatcher.wake)
        self.drawing = Drawing(self.database, network.texts, config.timezone, network.name)
        self.linking = Linking(self.database, self.channels, network.texts)
        self.intake = Intake(self.database, self.clock, self.dispatcher.wake)
        self.platforms = Platforms(self.channels, self.database, network, self.clock, self.standing)
        self.outages = Outages(self.database, self.delivery, self.clock, self.dispatcher.wake)
        self.sweeping = Sweeping(self.database, self.clock, self.dispatcher.wake)
        wakes = {
            waiting.INBOX: self.dispatcher.wake,
            waiting.OUTBOX: self.delivery.wake,
            waiting.BROADCASTS: self.fan_out.wake,
            waiting.FETCHES: self.fetching.wake,
        }
        self.listening = Listening(self.database, wakes)
        self.watching = Watching(self.database, self.clock, self.listening, wakes)
        self.share_work()
        self.workers = Workers()
        self.acknowledging: set[asyncio.Task[None]] = set()
        self.door: Door | None = None
        self.port = config.port

    def share_work(self) -> None:
        """Let the workers know who we are among those that share a database, and call the others where help is due."""
        self.delivery.number = self.fetching.number = self.listening.who_we_are
        self.linking.is_ours = self.listening.are_first
        self.dispatcher.more_waits = partial(self.listening.call, waiting.INBOX)
        self.delivery.more_waits = partial(self.listening.call, waiting.OUTBOX)

    async def start(self, *, poll: bool = False) -> None:
        """Open the channels, begin to work, then to listen."""
        for channel in self.channels.values():
            await channel.open()
        for _ in range(self.dispatcher.at_once):
            self.work(self.dispatcher.run)
        self.work(self.delivery.run)
        self.work(self.delivery.renew_leases)
        self.work(self.outages.run)
        self.work(self.fan_out.run)
        self.work(self.fetching.run)
        self.work(self.linking.run)
        self.listening.start()
        self.work(self.watching.run)
        if poll:
            self.workers.begin(partial(self.platforms.poll, self.intake), may_end=True)
        self.sweeping.start(self.asking(poll=poll))
        self.work(self.sweeping.keep_time)
        self.work(self.mind_the_writers)
        await self.listen()
        self.workers.begin(partial(asyncio.to_thread, self.settle, self.clock.now()), may_end=True)
        logs.log("started", port=self.port, channels=sorted(self.channels))

    def asking(self, *, poll: bool) -> dict[str, Callable[[], Awaitable[None]]]:
        """What is asked of the platforms again and again."""
        return {
            INTRODUCE: partial(self.platforms.introduce, poll=poll),
            COUNT_ROOMS: self.platforms.count_rooms,
        }

    def work(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Let a worker run until we stop."""
        self.workers.begin(job)

    def acknowledge(self, channel: Channel, arrivals: Sequence[Arrival]) -> None:
        """Tell the platform that taps were heard, without waiting for it."""
        for arrival in arrivals:
            if arrival.kind == BUTTON_PRESSED and arrival.free_reply:
                task = asyncio.ensure_future(channel.acknowledge(arrival.free_reply))
                self.acknowledging.add(task)
                task.add_done_callback(self.acknowledging.discard)

    async def listen(self) -> None:
        """Take webhooks."""
        self.door = Door(make_app(self), self.clock)
        self.port = await self.door.open(self.config.host, self.config.port)

    async def stop(self) -> None:
        """Take nothing more, finish what is in flight, and leave the rest to whoever comes next."""
        self.workers.stopping = True
        self.sweeping.rhythm.stop()
        if self.door is not None:
            await self.door.close()
        for task in self.acknowledging:
            task.cancel()
        await self.workers.stop()
        await asyncio.gather(*self.acknowledging, return_exceptions=True)
        await self.delivery.drain(DRAIN_SECONDS)
        await self.listening.leave()
        for channel in self.channels.values():
            await channel.close()
        await self.database.close()
        logs.log("stopped")

    async def sweep(self, sweep: Sweep) -> int:
        """Look once what is due; gives how many events that were."""
        return await self.sweeping.sweep(sweep)

    async def sweep_all(self) -> None:
        """Look once what is due, of everything (when the clock was moved)."""
        for sweep in SWEEPS:
            await self.sweep(sweep)

    async def mind_the_writers(self) -> None:
        """End when a writer of the database has: whoever asked it for something would wait for ever."""
        while not self.writer_died():  # noqa: ASYNC110 (a thread that dies tells nobody)
            await asyncio.sleep(WATCH_SECONDS)

    def writer_died(self) -> bool:
        """Whether a writer of the database has ended."""
        return self.database.started and not all(writer.is_alive() for writer in self.database.threads)

    def why_not_alive(self) -> str:
        """Why nothing will ever be done again by this process, in a few words; empty while it works."""
        if self.workers.fallen:
            return f"{', '.join(self.workers.fallen)} ended by itself"
        return "a writer of the database died" if self.writer_died() else ""

    async def why_not_ready(self) -> str:
        """What keeps us from working, in a few words; empty when nothing does."""
        if self.workers.stopping:
            return "we are stopping"
        if problem := self.why_not_alive() or self.sweeping.why_dead():
            return problem
        try:
            version, oldest = await asyncio.wait_for(
                self.database.run(lambda tx: (version_of(tx), inbox.oldest_waiting(tx))), timeout=3
            )
        except Exception:
            return "the database does not answer"
        if version != newest():
            return "the database has another version: run handup migrate"
        if oldest is not None and self.clock.now() - oldest > MOST_BEHIND:
            return "messages wait for more than five minutes"
        return ""
