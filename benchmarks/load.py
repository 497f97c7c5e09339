"""Signed webhooks in, replies at the simulator out. It checks all that the platforms check, and is the limit here.

``python -m benchmarks.load [--channel line|telegram] [--chats N] [--messages N] [--database URL]``; the path itself is
measured by ``benchmarks.path``.
The bot runs as it does in production, in a process of its own; the simulator and the people are in this one. Every
person waits for an answer before they say the next thing, 64 people at a time; every answer is counted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import socket
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from bot.clock import Clock
from simulator.phone import Phone
from simulator.server import Simulator
from simulator.settings import Settings
from storage.database import make_engine
from storage.migrations import migrate

AT_ONCE = 64
PATIENCE = 20.0


@dataclass(slots=True)
class Figures:
    """What was measured."""

    waits: list[float] = field(default_factory=list)
    seconds: float = 0.0
    bot_cpu: float = 0.0
    bot_megabytes: float = 0.0
    start: float = 0.0

    def row(self, name: str) -> str:
        """One line of the table."""
        waits = sorted(self.waits)
        count = len(waits)
        per_second = count / self.seconds
        p50, p99 = statistics.median(waits), waits[int(count * 0.99)]
        return (
            f"{name:<22} {count:>7} {per_second:>8.0f} {1000 * p50:>8.1f} {1000 * p99:>8.1f}"
            f" {1e6 * self.bot_cpu / count:>9.0f} {self.bot_megabytes:>7.0f} {self.start:>7.2f}"
        )


HEADER = f"{'':<22} {'answers':>7} {'per s':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU µs':>9} {'RSS MB':>7} {'start s':>7}"


async def main() -> None:
    """Measure and print one table."""
    options = parse()
    print(HEADER)
    for channel in options.channel or ["line", "telegram"]:
        with tempfile.TemporaryDirectory() as folder:
            url = options.database or f"sqlite:///{Path(folder) / 'bench.sqlite'}"
            figures = await measure(channel, url, options.chats, options.messages)
            print(figures.row(f"{channel} {url.partition(':')[0]}"), flush=True)


def parse() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--channel", choices=["line", "telegram"], action="append")
    parser.add_argument("--chats", type=int, default=500)
    parser.add_argument("--messages", type=int, default=6)
    parser.add_argument("--database", default="")
    return parser.parse_args()


async def measure(channel: str, url: str, chats: int, messages: int) -> Figures:
    """Run one load against one bot."""
    engine = make_engine(url)
    migrate(engine)
    engine.dispose()
    simulator = Simulator(Clock(), settings=Settings(rate_scale=0, line_quota=None))
    await simulator.start()
    port = free_port()
    simulator.line_bot_url = f"http://127.0.0.1:{port}/webhooks/line"
    simulator.telegram_bot_url = f"http://127.0.0.1:{port}/webhooks/telegram"
    figures = Figures()
    bot = await start_bot(simulator, channel, url, port, figures)
    try:
        await talk(simulator, channel, chats, messages, figures)
        figures.bot_cpu, figures.bot_megabytes = usage(bot.pid)
    finally:
        bot.terminate()
        await bot.wait()
        await simulator.stop()
    return figures


async def start_bot(
    simulator: Simulator, channel: str, url: str, port: int, figures: Figures
) -> asyncio.subprocess.Process:
    """Start the bot in a process of its own and wait until it is ready."""
    return await start_process(url, port, credentials(simulator, channel), figures, "--hurried")


async def start_process(
    url: str, port: int, given: dict[str, str], figures: Figures, *options: str
) -> asyncio.subprocess.Process:
    """Start the bot with these settings and wait until it is ready."""
    given = {"DATABASE_URL": url, "HOST": "127.0.0.1", "PORT": str(port)} | given
    began = time.perf_counter()
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "serve", *options, env=os.environ | given, stdout=asyncio.subprocess.DEVNULL
    )
    async with aiohttp.ClientSession() as session:
        while time.perf_counter() - began < PATIENCE:
            try:
                async with session.get(f"http://127.0.0.1:{port}/ready") as answer:
                    if answer.status == 200:
                        figures.start = time.perf_counter() - began
                        return bot
            except aiohttp.ClientError:
                await asyncio.sleep(0.01)
    raise TimeoutError("the bot did not become ready")


def credentials(simulator: Simulator, channel: str) -> dict[str, str]:
    """The settings that connect a bot with the simulator on one channel."""
    settings = simulator.settings
    if channel == "line":
        return {
            "LINE_CHANNEL_SECRET": settings.line_channel_secret,
            "LINE_CHANNEL_ACCESS_TOKEN": settings.line_access_token,
            "LINE_API_BASE": simulator.url,
        }
    return {
        "TELEGRAM_BOT_TOKEN": settings.telegram_token,
        "TELEGRAM_WEBHOOK_SECRET": settings.telegram_secret,
        "TELEGRAM_API_BASE": simulator.url,
    }


async def talk(simulator: Simulator, channel: str, chats: int, messages: int, figures: Figures) -> None:
    """Let all people talk, some at a time."""
    phones = [simulator.add_phone(f"person {number}", channel) for number in range(chats)]  # type: ignore[arg-type]
    room = asyncio.Semaphore(AT_ONCE)
    began = time.perf_counter()

    async def one(phone: Phone) -> None:
        async with room:
            await converse(phone, messages, figures)

    await asyncio.gather(*(one(phone) for phone in phones))
    figures.seconds = time.perf_counter() - began


async def converse(phone: Phone, messages: int, figures: Figures) -> None:
    """Open the chat and answer what the bot asks, waiting for each answer; a missing answer ends the benchmark."""
    for number in range(messages):
        began = time.perf_counter()
        answer = asyncio.ensure_future(phone.next(timeout=PATIENCE))
        await asyncio.sleep(0)
        await (phone.open() if number == 0 else phone.say("ช่วยด้วย"))
        while (await answer).sender != "bot":
            answer = asyncio.ensure_future(phone.next(timeout=PATIENCE))
        figures.waits.append(time.perf_counter() - began)


def usage(pid: int) -> tuple[float, float]:
    """How many seconds of CPU and megabytes of memory has the process used?"""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return cpu, pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    asyncio.run(main())
