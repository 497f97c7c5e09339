"""The simulator and the bot of the demo, the network that is invented for them, and the moments worth going to."""

from __future__ import annotations

import errno
import socket
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bot.assemble import Bot
from bot.clock import Clock
from bot.config import Config, read_config
from bot.menus.syncing import Syncing
from domain.signing import new_key
from simulator.demo import hours, jumps
from simulator.demo.network import BANGKOK, add_staff, seat, seed
from simulator.demo.people import FRIENDS, befriend
from simulator.phone import Phone
from simulator.server import Simulator
from simulator.settings import Settings
from storage.database import make_engine
from storage.migrations import migrate

OPENS, CLOSES = 9, 18
"""The hours of the day between which a demo may begin: later, nobody is told of a role before the morning."""


class PortTaken(OSError):
    """Another program listens on the port, or it may not be used; the message names a way out."""


class Demo:
    """The simulator and the bot, with an invented network."""

    def __init__(self, folder: Path) -> None:
        """Build both; ``folder`` takes the database."""
        self.clock = Clock()
        self.clock.move(until_daytime(self.clock.now()))
        self.database_url = f"sqlite:///{folder / 'handup.sqlite'}"
        self.settings = Settings(title="HandUp")
        self.letter_key, _ = new_key()
        self.simulator = Simulator(self.clock, settings=self.settings, jumps=self.jumps, clock_moved=self.clock_moved)
        self.bot: Bot | None = None

    async def start(self, port: int) -> None:
        """Fill the database, then start both; port 0 takes a free one. Raises :class:`PortTaken`."""
        await self.open_desk(port)
        self.fill()
        self.bot = Bot(self.config(), self.clock)
        await self.bot.start()
        address = f"http://127.0.0.1:{self.bot.port}/webhooks"
        self.simulator.line_bot_url = f"{address}/line"
        self.simulator.telegram_bot_url = f"{address}/telegram"
        await self.show_menus(self.bot)

    async def show_menus(self, bot: Bot) -> None:
        """Make the rich menus, as ``handup rich-menu sync`` does."""
        async for _ in Syncing(bot.channels, bot.database, bot.network.texts, self.clock).run():
            pass

    async def open_desk(self, port: int) -> None:
        """Start the simulator on this port."""
        try:
            await self.simulator.start(host="127.0.0.1", port=port)
        except (OSError, OverflowError) as problem:
            why = "is in use by another program" if is_taken(problem) else "cannot be used"
            way_out = "take another: make demo PORT=8091, or a free one: make demo PORT=0"
            raise PortTaken(f"port {port} {why}; {way_out}") from problem

    async def stop(self) -> None:
        """Stop both."""
        if self.bot:
            await self.bot.stop()
        await self.simulator.stop()

    def fill(self) -> None:
        """Put the phones on the desk and the invented network into the database."""
        engine = make_engine(self.database_url)
        migrate(engine)
        self.simulator.add_phone("มะลิ", "line", language="th", role="volunteer")
        self.simulator.add_phone("Ben", "telegram", language="en", role="volunteer")
        staff = self.simulator.add_phone("พี่นก", "line", language="th", role="staff")
        now = self.clock.now()
        with engine.begin() as tx:
            seed(tx, now)
            seat(tx, friends := self.befriend_all(tx, now), now)
            hours.give(tx, friends, now)
            add_staff(tx, chat_of(staff), "พี่นก", "th", now)  # last: what was before them nobody tells them
        engine.dispose()

    def befriend_all(self, tx: Connection, now: datetime) -> dict[str, str]:
        """Give every friend a phone in the background, and write them down; gives their ids by name."""
        found = {}
        for friend in FRIENDS:
            phone = self.simulator.add_phone(friend.name, friend.channel, language=friend.language, shown=False)
            phone.opened = True
            found[friend.name] = befriend(tx, chat_of(phone), friend, now)
        return found

    def config(self) -> Config:
        """The bot's settings: both platforms are the simulator."""
        port = free_port()
        return read_config(
            {
                "DATABASE_URL": self.database_url,
                "LINE_CHANNEL_SECRET": self.settings.line_channel_secret,
                "LINE_CHANNEL_ACCESS_TOKEN": self.settings.line_access_token,
                "LINE_API_BASE": self.simulator.url,
                "TELEGRAM_BOT_TOKEN": self.settings.telegram_token,
                "TELEGRAM_WEBHOOK_SECRET": self.settings.telegram_secret,
                "TELEGRAM_API_BASE": self.simulator.url,
                "LETTER_KEYS": self.letter_key,
                "HOST": "127.0.0.1",
                "PORT": str(port),
                "PUBLIC_URL": f"http://127.0.0.1:{port}",
            }
        )

    async def jumps(self) -> list[dict[str, Any]]:
        """The moments worth going to: around the sessions of those whose phones are shown."""
        if self.bot is None:
            return []
        now, texts = self.clock.now(), self.bot.network.texts
        shown = [chat_of(phone) for phone in self.simulator.phones if phone.shown]
        return await self.bot.database.run(lambda tx: jumps.worth_going_to(tx, texts, shown, now))

    async def clock_moved(self) -> None:
        """Look at once what is due at the new moment."""
        if self.bot:
            await self.bot.sweep_all()


def chat_of(phone: Phone) -> str:
    """What the bot calls the chat in this phone."""
    return f"{phone.channel}:{phone.address}"


def until_daytime(now: datetime) -> timedelta:
    """How long until phones may ring in Thailand: nothing by day, else the time until the next morning."""
    here = now.astimezone(BANGKOK)
    if OPENS <= here.hour < CLOSES:
        return timedelta()
    morning = here.replace(hour=OPENS, minute=0, second=0, microsecond=0)
    return morning + timedelta(days=here.hour >= CLOSES) - here


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_taken(problem: BaseException) -> bool:
    """Whether a port could not be opened because somebody else has it."""
    return isinstance(problem, OSError) and problem.errno == errno.EADDRINUSE
