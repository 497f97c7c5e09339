"""Several processes of the bot on one PostgreSQL, and platforms whose requests go to one after the other."""

from __future__ import annotations

import asyncio
import json
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp.test_utils import unused_port
from sqlalchemy import Connection, select, text

from bot.clock import Clock
from simulator.phone import Phone
from simulator.server import Simulator
from simulator.settings import Settings
from storage.database import make_engine
from storage.migrations import migrate
from storage.schema import outbox
from tests.journeys.process import Process
from tests.journeys.world import World, environment

CONTENTS = {"sticker", "location"}
"""What is sent and not typed."""
STATEMENT = re.compile(r"LOG: +(?:statement|execute [^:]*): (.{0,60})")
FRAMES = ("BEGIN", "COMMIT", "ROLLBACK", ";", "ALTER SYSTEM", "SELECT pg_reload_conf")
"""What begins, ends and tries a connection, and what we ask ourselves."""


def set_logging(tx: Connection, what: str) -> None:
    """Let the server write down all statements, or none."""
    tx.execute(text(f"ALTER SYSTEM SET log_statement = '{what}'"))
    tx.execute(text("SELECT pg_reload_conf()"))


@dataclass
class Replicas:
    """The desk, the database, and the processes that share it."""

    here: World
    processes: list[Process] = field(default_factory=list)

    async def restart(self, process: Process) -> None:
        """Stop a process as a deploy does, and start it again."""
        await process.stop()
        await process.start()

    def number_of(self, process: Process) -> int:
        """The number that a process has among the others."""
        lines = [json.loads(line) for line in process.log.read_text().splitlines() if '"listening"' in line]
        return int(lines[-1]["number"])

    async def talk(self, phone: Phone, says: Sequence[str], pause: float = 0.0) -> None:
        """Say things one after the other, each once the one before was taken, whether or not it was answered."""
        for words in says:
            await asyncio.sleep(random.random() * pause)
            if phone.channel == "line":
                await self.deliver(phone, words)
            else:
                await (phone.send(words) if words in CONTENTS else phone.say(words))

    async def deliver(self, phone: Phone, words: str) -> None:
        """Let LINE tell the bot, again until it is taken: what is said later must not arrive earlier."""
        line = self.here.simulator.line
        event = getattr(line.events, words)(phone) if words in CONTENTS else line.events.text(phone, words)
        again = {**event, "deliveryContext": {"isRedelivery": True}}
        taken = (await line.webhook._attempt([event], redelivery=False)).accepted
        while not taken:
            await asyncio.sleep(0.2)
            taken = (await line.webhook._attempt([again], redelivery=True)).accepted

    def in_hand(self) -> set[int]:
        """Which processes have letters in hand?"""
        waiting = (outbox.c.state == "waiting", outbox.c.leased_until.is_not(None), outbox.c.leased_by.is_not(None))
        with self.here.engine.connect() as tx:
            return set(tx.execute(select(outbox.c.leased_by).distinct().where(*waiting)).scalars())

    async def heard(self, seconds: float) -> Counter[str]:
        """Which statements does the database hear in so many seconds, and how often? What frames them is left out."""
        engine = self.here.engine.execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as ours:
            log = Path(ours.execute(text("SHOW data_directory")).scalar_one()) / "log"
            begins = log.stat().st_size
            set_logging(ours, "all")
            await asyncio.sleep(seconds)
            set_logging(ours, "none")
        words = log.read_bytes()[begins:].decode(errors="replace")
        return Counter(each for each in STATEMENT.findall(words) if not each.startswith(FRAMES))

    def logged(self, action: str) -> list[dict[str, object]]:
        """What the processes wrote down of an action."""
        lines = [line for process in self.processes for line in process.log.read_text().splitlines()]
        found = [json.loads(line) for line in lines if line.startswith("{")]
        return [each for each in found if each["action"] == action]


@asynccontextmanager
async def replicas(
    database_url: str, folder: Path, count: int = 3, settings: Settings | None = None
) -> AsyncIterator[Replicas]:
    """A desk, a database with our tables, and so many processes behind the platforms' one address."""
    engine = make_engine(database_url)
    migrate(engine)
    simulator = Simulator(Clock(), settings=settings or Settings(rate_scale=0, line_quota=None))
    await simulator.start()
    ports = [unused_port() for _ in range(count)]
    made = [Process(environment(database_url, simulator, port), folder / f"{port}.log") for port in ports]
    found = Replicas(World(database_url, simulator, engine), made)
    try:
        await asyncio.gather(*(process.start() for process in made))
        simulator.open_doors([f"http://127.0.0.1:{port}" for port in ports])
        yield found
    finally:
        for process in made:
            if process.running is not None and process.running.returncode is None:
                await process.kill()
        await simulator.stop()
        engine.dispose()
