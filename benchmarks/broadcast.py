"""A broadcast to 50,000 people at the platforms' real rates, while two people chat: how long, how heavy, who waits.

``python -m benchmarks.broadcast [--line N] [--telegram N] [--database URL]``; with the usual numbers it takes about
seven minutes, because Telegram takes 30 messages a second. The bot runs as it does in production, in a process of its
own; the simulator, with the platforms' rates, and everybody's phones are in this one.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import statistics
import tempfile
import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, insert, select

from benchmarks.load import Figures, credentials, free_port, start_process
from bot.clock import Clock
from domain.broadcasts import Audience, Contents, Way
from simulator.phone import Phone
from simulator.server import Simulator
from simulator.settings import Settings
from storage import broadcasts, quotas
from storage.columns import new_id
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import REPLY
from storage.schema import broadcast_people, chats, inbox, outbox, people
from storage.schema import broadcasts as table

MULTICASTS_A_SECOND, TOGETHER = 200, 500
MESSAGES_A_SECOND = 30
QUIET_SECONDS = 60
"""So long the two people chat before the broadcast begins."""
WORDS = "พรุ่งนี้ 10 โมง มีเวิร์กช็อปออนไลน์ มาฟังได้ ไม่ต้องสมัคร"


@dataclass(slots=True)
class Chatter:
    """Somebody who writes once a second, and how long each answer took."""

    phone: Phone
    waits: list[float] = field(default_factory=list)

    async def chat(self) -> None:
        """Write, wait for the answer, and again."""
        while True:
            began = time.perf_counter()
            answer = asyncio.ensure_future(self.phone.next(timeout=30))
            await asyncio.sleep(0)
            await self.phone.say("ช่วยด้วย")
            await answer
            took = time.perf_counter() - began
            self.waits.append(took)
            await asyncio.sleep(max(0.0, 1.0 - took))

    def row(self, name: str, waits: Sequence[float]) -> str:
        """One line of figures."""
        waits = sorted(waits)
        p50, p99 = statistics.median(waits), waits[min(len(waits) - 1, int(len(waits) * 0.99))]
        facts = f"p50 {1000 * p50:6.1f} ms   p99 {1000 * p99:6.1f} ms   slowest {1000 * waits[-1]:6.1f} ms"
        return f"  {self.phone.channel:<9} {name:<28} {len(waits):>4} answers   {facts}"


async def main() -> None:
    """Measure and print."""
    options = parse()
    with tempfile.TemporaryDirectory() as folder:
        url = options.database or f"sqlite:///{Path(folder) / 'bench.sqlite'}"
        engine = make_engine(url)
        migrate(engine)
        settings = Settings(rate_scale=1.0, line_quota=None, kept_bubbles=4)
        simulator = Simulator(Clock(), settings=settings)
        await simulator.start()
        try:
            await measure(simulator, engine, url, options)
        finally:
            await simulator.stop()
            engine.dispose()


def parse() -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--line", type=int, default=40_000)
    parser.add_argument("--telegram", type=int, default=10_000)
    parser.add_argument("--database", default="")
    return parser.parse_args()


async def measure(simulator: Simulator, engine: Engine, url: str, options: argparse.Namespace) -> None:
    """Run one broadcast against one bot."""
    everybody = crowd(simulator, engine, options.line, options.telegram)
    gc.freeze()
    gc.disable()  # fifty thousand phones would make this process, not the bot, stop for seconds
    port = free_port()
    simulator.line_bot_url = f"http://127.0.0.1:{port}/webhooks/line"
    simulator.telegram_bot_url = f"http://127.0.0.1:{port}/webhooks/telegram"
    given = credentials(simulator, "line") | credentials(simulator, "telegram")
    bot = await start_process(url, port, given, Figures())
    chatters = [Chatter(simulator.add_phone(f"{channel} chatter", channel)) for channel in ("line", "telegram")]  # type: ignore[arg-type]
    try:
        for chatter in chatters:
            await chatter.phone.open()
            await chatter.phone.answers(timeout=10)
        chatting = [asyncio.ensure_future(chatter.chat()) for chatter in chatters]
        await asyncio.sleep(QUIET_SECONDS)
        quiet = [len(chatter.waits) for chatter in chatters]
        broadcast = begin(engine, simulator.clock.now())
        while standing(engine, broadcast) != "done":  # noqa: ASYNC110 (the bot is another process)
            await asyncio.sleep(2)
        loud = [len(chatter.waits) for chatter in chatters]
        for task in chatting:
            task.cancel()
        report(engine, broadcast, everybody, simulator, peak_megabytes(bot.pid))
        for chatter, first, last in zip(chatters, quiet, loud, strict=True):
            inside = waits_inside(engine, chatter)
            print(chatter.row("before", chatter.waits[:first]))
            print(chatter.row("meanwhile", chatter.waits[first:last]))
            print(chatter.row("before, inside the bot", inside[1 : first + 1]))
            print(chatter.row("meanwhile, inside the bot", inside[first + 1 : last + 1]))
    finally:
        bot.terminate()
        await bot.wait()


def crowd(simulator: Simulator, engine: Engine, line: int, telegram: int) -> list[Phone]:
    """Everybody with a phone, known to the bot, who agreed to hear of roles."""
    phones = [phone_of(simulator, "line", number) for number in range(line)]
    phones += [phone_of(simulator, "telegram", number) for number in range(telegram)]
    now = simulator.clock.now()
    person = {"joined_at": now, "noticed_at": now, "adult": True, "hears_of_roles": True, "name": "มะลิ"}
    lists: dict[str, Any] = {"causes": [], "slots": [], "answered": []}
    ids = [new_id() for _ in phones]
    chat = {"language": "th", "language_chosen": True, "reachable": True, "talk": {}}
    named = zip(ids, phones, strict=True)
    with engine.begin() as tx:
        tx.execute(insert(people), [{"id": key, **person, **lists} for key in ids])
        tx.execute(
            insert(chats), [{"name": f"{phone.channel}:{phone.address}", "person": key, **chat} for key, phone in named]
        )
    return phones


def phone_of(simulator: Simulator, channel: Any, number: int) -> Phone:
    """A phone on which the chat was opened long ago."""
    phone = simulator.add_phone(f"{channel} {number}", channel, shown=False)
    phone.opened = True
    return phone


def begin(engine: Engine, now: datetime) -> str:
    """Plan the broadcast for now; gives its id."""
    with engine.begin() as tx:
        assert quotas.latest(tx, "line") is not None  # noqa: S101 (the bot has asked LINE for its month)
        found = broadcasts.draft(tx, Audience("everyone"), Contents("text", {"th": WORDS}), None, "", now)
        broadcasts.plan(tx, found, Way.ALL, now, paid=0)
    return found


def standing(engine: Engine, broadcast: str) -> str:
    """The broadcast's state."""
    with engine.begin() as tx:
        return str(tx.execute(select(table.c.state).where(table.c.id == broadcast)).scalar_one())


def report(engine: Engine, broadcast: str, everybody: Sequence[Phone], simulator: Simulator, megabytes: float) -> None:
    """Print how long it took over the platforms' own floor, what it weighed, and who was missed or told twice."""
    counters = simulator.counters
    heard = [counters.pushes_to[phone.id] + counters.telegram_to[phone.id] for phone in everybody]
    line, telegram = (sum(phone.channel == channel for phone in everybody) for channel in ("line", "telegram"))
    refused = sum(call.status == 429 for call in simulator.calls.calls)
    print(f"{len(everybody)} people: {line} on LINE, {telegram} on Telegram ({engine.dialect.name})")
    for channel, floor in (
        ("line", line / TOGETHER / MULTICASTS_A_SECOND),
        ("telegram", (telegram - MESSAGES_A_SECOND) / MESSAGES_A_SECOND),
    ):
        took = seconds(engine, broadcast, channel)
        print(
            f"  {channel:<9} {took:7.1f} s; the platform's own floor {floor:6.1f} s, {100 * (took / floor - 1):+.1f} %"
        )
    print(f"  {counters.calls['multicast']} multicasts, the last calls refused as too many: {refused}")
    print(f"  twice: {sum(count > 1 for count in heard)}   left out: {sum(count == 0 for count in heard)}")
    print(f"  peak memory of the bot: {megabytes:.0f} MB")


def seconds(engine: Engine, broadcast: str, channel: str) -> float:
    """How long after the beginning was the last person of a channel told?"""
    last = select(func.max(broadcast_people.c.settled_at)).where(
        broadcast_people.c.broadcast == broadcast, broadcast_people.c.lane.startswith(channel)
    )
    with engine.begin() as tx:
        begun = tx.execute(select(table.c.begun_at).where(table.c.id == broadcast)).scalar_one()
        ended = tx.execute(last).scalar_one()
    return float((ended - begun).total_seconds())


def waits_inside(engine: Engine, chatter: Chatter) -> list[float]:
    """How long each answer took from our having kept the message to the platform's having taken the answer.

    A letter that has arrived does not say whom it was for: the first that was written after a message is its answer.
    """
    name = f"{chatter.phone.channel}:{chatter.phone.address}"
    heard = select(inbox.c.received_at).where(inbox.c.chat == name).order_by(inbox.c.id)
    said = select(outbox.c.written_at, outbox.c.settled_at).where(
        outbox.c.rank == REPLY, outbox.c.settled_at.is_not(None)
    )
    with engine.begin() as tx:
        asked, answers = tx.execute(heard).scalars().all(), tx.execute(said.order_by(outbox.c.number)).all()
    written = [answer.written_at for answer in answers]
    firsts = [(moment, bisect_left(written, moment)) for moment in asked]
    return [(answers[first].settled_at - moment).total_seconds() for moment, first in firsts if first < len(answers)]


def peak_megabytes(pid: int) -> float:
    """The most memory that a process has had."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    asyncio.run(main())
