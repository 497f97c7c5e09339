"""The bot as a process of its own, which can be stopped, killed and started again on the same port."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
from aiohttp.test_utils import unused_port

from bot.clock import Clock
from bot.config import SETTINGS
from simulator.server import Simulator
from simulator.settings import Settings
from storage.database import make_engine
from storage.migrations import migrate
from tests.journeys.world import World, environment

ROOT = Path(__file__).parents[2]


def surroundings(**settings: str) -> dict[str, str]:
    """This process's environment, with exactly these of our settings."""
    ours = {setting.name for setting in SETTINGS}
    return {name: value for name, value in os.environ.items() if name not in ours} | settings


class Process:
    """``python -m bot serve``."""

    def __init__(self, settings: dict[str, str], log: Path) -> None:
        self.settings = settings
        self.log = log
        self.running: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it, and return when it takes webhooks."""
        with self.log.open("ab") as log:
            words = (sys.executable, "-m", "bot", "serve")
            env = surroundings(**self.settings)
            self.running = await asyncio.create_subprocess_exec(*words, cwd=ROOT, env=env, stdout=log, stderr=log)
        address = f"http://127.0.0.1:{self.settings['PORT']}/live"
        ends = time.monotonic() + 60
        async with aiohttp.ClientSession() as session:
            while not await answers(session, address):
                assert self.running.returncode is None, self.log.read_text()
                assert time.monotonic() < ends, "the bot does not start"
                await asyncio.sleep(0.05)

    async def kill(self) -> None:
        """Kill it: nothing is finished, nothing is said."""
        assert self.running is not None
        self.running.kill()
        await self.running.wait()

    async def stop(self) -> float:
        """Ask it to end, as a deploy does; gives the seconds that took."""
        assert self.running is not None
        began = time.monotonic()
        self.running.send_signal(signal.SIGTERM)
        await self.running.wait()
        return time.monotonic() - began


async def answers(session: aiohttp.ClientSession, address: str) -> bool:
    """Does it answer?"""
    try:
        async with session.get(address) as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False


@asynccontextmanager
async def process_world(
    database_url: str, folder: Path, settings: Settings | None = None
) -> AsyncIterator[tuple[World, Process]]:
    """A desk, a database with our tables, and the bot as a process, started."""
    engine = make_engine(database_url)
    migrate(engine)
    simulator = Simulator(Clock(), settings=settings or Settings(rate_scale=0, redelivery=True))
    await simulator.start()
    here = World(database_url, simulator, engine)
    port = unused_port()
    process = Process(environment(database_url, simulator, port), folder / "bot.log")
    try:
        await process.start()
        here.send_webhooks_to(port)
        yield here, process
    finally:
        if process.running is not None and process.running.returncode is None:
            await process.kill()
        await simulator.stop()
        engine.dispose()
