"""A running bot with both platforms on the desk: on SQLite, or on either database where the engine matters."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientTimeout

from bot.assemble import Bot
from domain.events import MESSAGE_RECEIVED
from flows.engine import Turn
from handlers import HANDLERS
from tests.journeys.world import World, world


@pytest.fixture
async def here(sqlite_url: str) -> AsyncIterator[World]:
    """The world on SQLite."""
    async with world(sqlite_url) as found:
        yield found


@pytest.fixture
async def anywhere(database_url: str) -> AsyncIterator[World]:
    """The world on SQLite, and again on PostgreSQL."""
    async with world(database_url) as found:
        yield found


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer every text with itself, so that a test can tell the answers apart."""

    def repeat(turn: Turn) -> None:
        turn.say(turn.event.facts["text"])

    monkeypatch.setitem(HANDLERS, MESSAGE_RECEIVED, repeat)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait half a second for a platform instead of ten, and look often at what is due (ask for it before the world)."""
    start = Bot.start

    async def start_in_haste(bot: Bot, **options: bool) -> None:
        for channel in bot.channels.values():
            seconds: Any = 0.5
            channel._timeout = seconds if channel.name == "telegram" else ClientTimeout(total=seconds)  # type: ignore[attr-defined]
            channel._seconds = seconds  # type: ignore[attr-defined]
        await start(bot, **options)

    monkeypatch.setattr(Bot, "start", start_in_haste)
    monkeypatch.setattr("bot.delivery.IDLE_SECONDS", 0.05)
    monkeypatch.setattr("bot.dispatcher.IDLE_SECONDS", 0.05)
    monkeypatch.setattr("bot.assemble.DRAIN_SECONDS", 0.2)
