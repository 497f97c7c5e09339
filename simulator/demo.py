"""The demo: the simulator, and the bot as it runs in production, talking to each other over HTTP on this machine."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import tempfile
import webbrowser
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot import logs
from bot.assemble import Bot
from bot.clock import Clock
from bot.config import Config, read_config
from simulator.demo_network import add_staff, seed
from simulator.server import Simulator
from simulator.settings import Settings
from storage import sessions
from storage.database import make_engine
from storage.migrations import migrate

MOST_JUMPS = 3


def main() -> None:
    """Run the demo until Ctrl-C."""
    parser = argparse.ArgumentParser(prog="handup demo")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--no-browser", action="store_true")
    arguments = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt), tempfile.TemporaryDirectory(prefix="handup-demo-") as folder:
        asyncio.run(run(Path(folder), arguments.port, browser=not arguments.no_browser))
    print("\nGood bye! · แล้วพบกันใหม่")  # noqa: T201 (a command speaks)


async def run(folder: Path, port: int, *, browser: bool) -> None:
    """Start everything, say where, and wait for Ctrl-C."""
    logs.set_up(level=30)
    demo = Demo(folder)
    await demo.start(port)
    print(f"HandUp demo: {demo.simulator.url}   (Ctrl-C ends it)", flush=True)  # noqa: T201 (as above)
    if browser:
        await asyncio.to_thread(webbrowser.open, demo.simulator.url)
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await stop.wait()
    await demo.stop()


class Demo:
    """The simulator and the bot, with an invented network."""

    def __init__(self, folder: Path) -> None:
        """Build both; ``folder`` takes the database."""
        self.clock = Clock()
        self.database_url = f"sqlite:///{folder / 'handup.sqlite'}"
        self.settings = Settings(title="HandUp")
        self.simulator = Simulator(self.clock, settings=self.settings, jumps=self.jumps, clock_moved=self.clock_moved)
        self.bot: Bot | None = None

    async def start(self, port: int) -> None:
        """Fill the database, then start both."""
        await self.simulator.start(host="127.0.0.1", port=port)
        self.fill()
        self.bot = Bot(self.config(), self.clock)
        await self.bot.start()
        address = f"http://127.0.0.1:{self.bot.port}/webhooks"
        self.simulator.line_bot_url = f"{address}/line"
        self.simulator.telegram_bot_url = f"{address}/telegram"

    async def stop(self) -> None:
        """Stop both."""
        if self.bot:
            await self.bot.stop()
        await self.simulator.stop()

    def fill(self) -> None:
        """Put three phones on the desk and the invented network into the database."""
        engine = make_engine(self.database_url)
        migrate(engine)
        self.simulator.add_phone("มะลิ", "line", language="th", role="volunteer")
        self.simulator.add_phone("Ben", "telegram", language="en", role="volunteer")
        staff = self.simulator.add_phone("พี่นก", "line", language="th", role="staff")
        now = self.clock.now()
        with engine.begin() as tx:
            seed(tx, now)
            add_staff(tx, f"{staff.channel}:{staff.address}", "พี่นก", "th", now)
        engine.dispose()

    def config(self) -> Config:
        """The bot's settings: both platforms are the simulator."""
        free_port = self.simulator.port + 1
        return read_config(
            {
                "DATABASE_URL": self.database_url,
                "LINE_CHANNEL_SECRET": self.settings.line_channel_secret,
                "LINE_CHANNEL_ACCESS_TOKEN": self.settings.line_access_token,
                "LINE_API_BASE": self.simulator.url,
                "TELEGRAM_BOT_TOKEN": self.settings.telegram_token,
                "TELEGRAM_WEBHOOK_SECRET": self.settings.telegram_secret,
                "TELEGRAM_API_BASE": self.simulator.url,
                "HOST": "127.0.0.1",
                "PORT": str(free_port),
                "PUBLIC_URL": f"http://127.0.0.1:{free_port}",
            }
        )

    async def jumps(self) -> list[dict[str, Any]]:
        """The moments worth going to: a day and two hours before the next sessions, and after them."""
        if self.bot is None:
            return []
        now = self.clock.now()
        ahead = await self.bot.database.run(lambda tx: sessions.ahead(tx, now, MOST_JUMPS))
        return [jump for session, title in ahead for jump in jumps_to(session.starts_at, session.ends_at, title, now)]

    async def clock_moved(self) -> None:
        """Look at once what is due at the new moment."""
        if self.bot:
            await self.bot.sweep_all()


def jumps_to(starts: datetime, ends: datetime, title: str, now: datetime) -> list[dict[str, Any]]:
    """The moments around a session that are still ahead."""
    near = timedelta(minutes=1)
    moments = (
        ("1 วันก่อน “{}”", "A day before “{}”", starts - timedelta(days=1) + near),
        ("2 ชม. ก่อน “{}”", "Two hours before “{}”", starts - timedelta(hours=2) + near),
        ("หลัง “{}”", "After “{}”", ends + near),
    )
    return [
        {"label": {"th": thai.format(title), "en": english.format(title)}, "to": moment.isoformat()}
        for thai, english, moment in moments
        if moment > now
    ]


if __name__ == "__main__":
    main()
