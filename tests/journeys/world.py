"""The whole program on one machine: the bot as it runs, both platforms on the desk, and people with phones."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from sqlalchemy import Engine, func, select

from bot.assemble import Bot
from bot.clock import Clock
from bot.config import read_config
from domain.messages import Message
from simulator.phone import Phone
from simulator.server import Simulator
from simulator.settings import Settings
from storage import outbox as letters
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import Draft
from storage.schema import inbox, outbox


def environment(database_url: str, simulator: Simulator, port: int = 0) -> dict[str, str]:
    """The settings of a bot whose platforms are the simulator."""
    settings = simulator.settings
    return {
        "DATABASE_URL": database_url,
        "LINE_CHANNEL_SECRET": settings.line_channel_secret,
        "LINE_CHANNEL_ACCESS_TOKEN": settings.line_access_token,
        "LINE_API_BASE": simulator.url,
        "TELEGRAM_BOT_TOKEN": settings.telegram_token,
        "TELEGRAM_WEBHOOK_SECRET": settings.telegram_secret,
        "TELEGRAM_API_BASE": simulator.url,
        "HOST": "127.0.0.1",
        "PORT": str(port),
    }


def chat_of(phone: Phone) -> str:
    """The chat's name, as our tables have it."""
    return f"{phone.channel}:{phone.address}"


def said(phone: Phone) -> list[str]:
    """What the person has read from us, in order."""
    return [bubble.text for bubble in phone.bubbles("bot")]


def ways(phone: Phone) -> list[str | None]:
    """How each of our bubbles came: reply, push or telegram."""
    return [bubble.how for bubble in phone.bubbles("bot")]


async def until(question: Callable[[], object], seconds: float = 10.0) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < ends, "waited in vain"
        await asyncio.sleep(0.02)


@dataclass
class World:
    """The desk and the database; the bots come and go."""

    database_url: str
    simulator: Simulator
    engine: Engine
    bots: list[Bot] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        """Everybody's clock."""
        return self.simulator.clock

    @property
    def bot(self) -> Bot:
        """The bot that the webhooks go to."""
        return self.bots[0]

    async def start_bot(self, bot_type: Callable[..., Bot] = Bot) -> Bot:
        """Start one more bot on the same database; the first one gets the webhooks."""
        config = read_config(environment(self.database_url, self.simulator))
        bot = bot_type(config, self.clock, hurried=not self.simulator.settings.rate_scale)
        await bot.start()
        self.bots.append(bot)
        self.send_webhooks_to(self.bot.port)
        return bot

    async def stop_bot(self) -> None:
        """Stop the bot that was started last, as a deploy does."""
        await self.bots.pop().stop()

    def send_webhooks_to(self, port: int) -> None:
        """Tell both platforms where the bot is."""
        address = f"http://127.0.0.1:{port}/webhooks"
        self.simulator.line_bot_url = f"{address}/line"
        if self.simulator.telegram_bot_url != f"{address}/telegram":
            self.simulator.telegram_bot_url = f"{address}/telegram"

    async def phone(self, channel: Any, name: str = "มะลิ") -> Phone:
        """The phone of somebody who has opened the chat and read the greeting."""
        phone = self.simulator.add_phone(name, channel)
        await phone.open()
        await phone.next()
        await self.settled()
        await phone.heard_for(0)
        return phone

    def states(self, table: Any = inbox, *where: Any) -> Counter[str]:
        """How many rows of the inbox or the outbox are in each state?"""
        with self.engine.connect() as tx:
            rows = tx.execute(select(table.c.state, func.count()).where(*where).group_by(table.c.state))
            return Counter({row[0]: row[1] for row in rows})

    def unfinished(self) -> int:
        """How many events wait for an answer, and letters to be sent?"""
        return self.states(inbox)["waiting"] + self.states(outbox)["waiting"]

    async def settled(self, seconds: float = 10.0) -> None:
        """Wait until everything is answered and sent."""
        await until(lambda: not self.unfinished(), seconds)

    def tell(self, phone: Phone, words: str) -> None:
        """Say something unasked, as a reminder does."""
        with self.engine.begin() as tx:
            letters.write(tx, [Draft(chat_of(phone), (Message(words),))], self.clock.now())
        for bot in self.bots:
            bot.delivery.wake()

    def letters(self) -> list[str]:
        """The states of everything we wrote, in order."""
        with self.engine.connect() as tx:
            return list(tx.execute(select(outbox.c.state).order_by(outbox.c.number)).scalars())

    async def get(self, path: str) -> tuple[int, Any]:
        """What the bot answers at a path: the status, and the body as JSON."""
        address = f"http://127.0.0.1:{self.bot.port}{path}"
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            return answer.status, await answer.json()


@asynccontextmanager
async def world(database_url: str, settings: Settings | None = None, *, bots: int = 1) -> AsyncIterator[World]:
    """A desk, a database with our tables, and so many bots."""
    engine = make_engine(database_url)
    migrate(engine)
    simulator = Simulator(Clock(), settings=settings or Settings(rate_scale=0))
    await simulator.start()
    here = World(database_url, simulator, engine)
    try:
        for _ in range(bots):
            await here.start_bot()
        yield here
    finally:
        simulator.faults.clear()
        while here.bots:
            await here.stop_bot()
        await simulator.stop()
        engine.dispose()
