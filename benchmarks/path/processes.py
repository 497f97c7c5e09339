"""The servers under test, each in a process of its own, and what they cost."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from benchmarks.path.people import LINE_TOKEN, SECRET, TELEGRAM_TOKEN

PATIENCE = 30.0
NOT_AS_DEPLOYED = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")


@dataclass(slots=True)
class Running:
    """A server that runs."""

    process: asyncio.subprocess.Process
    port: int
    start: float
    """Seconds until it was ready."""

    def cpu(self) -> float:
        """Seconds of CPU that it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Memory that it holds."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    async def stop(self) -> None:
        """End it."""
        self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), 15)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


async def start_bot(url: str, channel: str, api: str) -> Running:
    """Start the bot as in production."""
    port = free_port()
    given = {"DATABASE_URL": url, "HOST": "127.0.0.1", "PORT": str(port)} | credentials(channel, api)
    return await start([sys.executable, "-m", "bot", "serve", "--hurried"], given, port)


async def start_bare(path: Path, channel: str, api: str) -> Running:
    """Start the bare limit."""
    port = free_port()
    words = [sys.executable, "-m", "benchmarks.path.bare", channel, str(path), api, SECRET, str(port)]
    return await start(words, {}, port)


async def start(words: Sequence[str], given: dict[str, str], port: int) -> Running:
    """Start a process and wait until it is ready."""
    began = time.perf_counter()
    quiet = asyncio.subprocess.DEVNULL
    env = {name: value for name, value in os.environ.items() if name not in NOT_AS_DEPLOYED} | given
    process = await asyncio.create_subprocess_exec(*words, env=env, stdout=quiet)
    async with aiohttp.ClientSession() as session:
        while time.perf_counter() - began < PATIENCE:
            try:
                async with session.get(f"http://127.0.0.1:{port}/ready") as answer:
                    if answer.status == 200:
                        return Running(process, port, time.perf_counter() - began)
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.01)
    raise TimeoutError("the server did not become ready")


def credentials(channel: str, api: str) -> dict[str, str]:
    """The settings that connect a bot with the stub."""
    if channel == "line":
        return {"LINE_CHANNEL_SECRET": SECRET, "LINE_CHANNEL_ACCESS_TOKEN": LINE_TOKEN, "LINE_API_BASE": api}
    return {"TELEGRAM_BOT_TOKEN": TELEGRAM_TOKEN, "TELEGRAM_WEBHOOK_SECRET": SECRET, "TELEGRAM_API_BASE": api}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
