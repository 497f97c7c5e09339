"""Where a fault happens: the bot as a process, both platforms on the desk, a real database, and a crowd that talks."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, make_url, select

from simulator.bubbles import Plain
from simulator.faults import Fault, Kind
from simulator.line.webhook import Delivery
from simulator.settings import Settings
from storage.schema import inbox, outbox
from tests.faults.calm import CHANNELS, calm_people
from tests.faults.people import Somebody
from tests.faults.talks import name_of
from tests.journeys.cable import Cable
from tests.journeys.process import Process, process_world
from tests.journeys.world import World

NEVER: Final = 240.0
"""Seconds after which nothing is waited for any longer."""
LOOK_SECONDS: Final = 0.1
ENDPOINTS: Final = ("message/reply", "sendMessage")


def settings() -> Settings:
    """Platforms that send again until they are answered 200, quickly, and do not count."""
    return Settings(
        rate_scale=0,
        redelivery=True,
        redelivery_after=0.5,
        redelivery_times=100_000,
        telegram_backoff=0.5,
        telegram_longest_backoff=2.0,
        line_quota=None,
    )


@dataclass
class Stage:
    """What a fault can reach, and what is counted meanwhile."""

    here: World
    process: Process
    looking: Engine
    """The database as a bystander sees it: never by the bot's own way, and without any lock."""
    folder: Path
    cable: Cable | None = None
    calm: list[Somebody] = field(default_factory=list)
    crowd: list[Somebody] = field(default_factory=list)
    accepted: set[str] = field(default_factory=set)
    """The keys of the events that were answered 200."""
    events: list[Plain] = field(default_factory=list)
    """LINE's events that were answered 200."""
    updates: list[Plain] = field(default_factory=list)
    """Telegram's updates that were."""
    answers: Counter[int | str] = field(default_factory=Counter)
    """How often a webhook was answered in each way."""
    unknown: int = 0
    """How many Telegram messages may have arrived without our knowing, at most."""
    struck: int = 0
    """How often the fault happened."""
    wrong: list[str] = field(default_factory=list)
    """What a fault itself found broken."""
    faults: list[Fault] = field(default_factory=list)

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file."""
        return self.looking.dialect.name == "sqlite"

    def watch(self) -> None:
        """Count what is answered from now on."""
        self.here.simulator.line.webhook.watched = self.line_answered
        self.here.simulator.telegram.updates.watched = self.telegram_answered

    def line_answered(self, events: list[Plain], delivery: Delivery) -> None:
        """Note how a delivery of LINE's went."""
        self.answers[delivery.outcome] += 1
        if delivery.accepted:
            self.accepted |= {f"line:{event['webhookEventId']}" for event in events}
            self.events += events

    def telegram_answered(self, update: Plain, status: int | str) -> None:
        """Note how a delivery of Telegram's went."""
        self.answers[status] += 1
        if status == 200:
            self.accepted.add(f"telegram:{update['update_id']}")
            self.updates.append(update)

    @property
    def refused(self) -> int:
        """How many webhooks were answered 5xx."""
        return sum(count for answer, count in self.answers.items() if isinstance(answer, int) and answer >= 500)

    @property
    def unheard(self) -> int:
        """How many webhooks were not answered 200 in time, whatever else became of them."""
        return sum(count for answer, count in self.answers.items() if answer != 200)

    def gather_crowd(self, count: int) -> None:
        """Put so many people on the desk, three on LINE for two on Telegram."""
        for number in range(count):
            channel = CHANNELS[number % 5 % 2]
            example = random.choice([calm for calm in self.calm if calm.phone.channel == channel])
            phone = self.here.simulator.add_phone(name_of(number), channel)
            self.crowd.append(Somebody(phone, example.talk, example.heard))

    async def speak(self) -> None:
        """Let the crowd say everything."""
        await asyncio.gather(*(somebody.speak() for somebody in self.crowd))

    @property
    def lines(self) -> int:
        """How many events the crowd makes, if nobody gets stuck."""
        return sum(len(somebody.talk.lines) for somebody in self.crowd)

    async def reached(self, part: float) -> None:
        """Wait until so much of what the crowd says was accepted (0 to 1)."""
        await self.until(lambda: len(self.accepted) >= part * self.lines)

    async def until(self, question: Callable[[], object], seconds: float = NEVER) -> bool:
        """Wait until something is so; false if it never was."""
        ends = time.monotonic() + seconds
        while not question():
            if time.monotonic() > ends:
                return False
            await asyncio.sleep(LOOK_SECONDS)
        return True

    def trouble(self, kind: Kind, seconds: float = 3.0, count: int | None = None, body: str = "{}") -> list[Fault]:
        """Let replies and Telegram's sends go wrong in this way from now on (each so often)."""
        made = [Fault(kind, count, endpoint, seconds=seconds, body=body) for endpoint in ENDPOINTS]
        for fault in made:
            self.here.simulator.faults.add(fault)
        self.faults += made
        return made

    def end(self, faults: list[Fault]) -> None:
        """End these troubles."""
        active = self.here.simulator.faults.active
        active[:] = [fault for fault in active if fault not in faults]

    def all_well(self) -> None:
        """End every trouble of the platforms."""
        self.here.simulator.faults.clear()

    def too_slow(self) -> int:
        """How many more of Telegram's sends got no answer than a fault kept from it: on a machine that is too busy."""
        lines = self.process.log.read_text().splitlines()
        again = sum('"letter_trylater"' in line and '"telegram:' in line for line in lines)
        silenced = (fault for fault in self.faults if fault.kind != "odd_body" and fault.seconds >= 1)
        return max(0, again - sum(fault.struck for fault in silenced if fault.endpoint == ENDPOINTS[1]))

    async def kill(self) -> None:
        """Kill the process, and count what it may have sent without noting it."""
        await self.process.kill()
        self.unknown += self.on_the_way()
        self.struck += 1

    def on_the_way(self, *, in_doubt: bool = False) -> int:
        """How many Telegram messages are in somebody's hands, or may have arrived before?"""
        held = outbox.c.leased_until.is_not(None) | (outbox.c.in_doubt if in_doubt else False)
        query = select(outbox.c.messages).where(
            outbox.c.state == "waiting", held, outbox.c.chat.startswith("telegram:")
        )
        with self.looking.connect() as tx:
            return sum(len(messages) for messages in tx.execute(query).scalars())

    def unfinished(self) -> int:
        """How many events and letters wait?"""
        with self.looking.connect() as tx:
            waiting = [tx.execute(select(table.c.state).where(table.c.state == "waiting")) for table in (inbox, outbox)]
            return sum(len(rows.all()) for rows in waiting)

    async def settled(self) -> bool:
        """Wait until everything is answered and sent, and the platforms have nothing to tell; false if never."""
        updates = self.here.simulator.telegram.updates
        return await self.until(lambda: not updates.pending and not self.unfinished())


@asynccontextmanager
async def stage(url: str, folder: Path, cable: Cable | None = None, **options: Any) -> AsyncIterator[Stage]:
    """A stage on this database, with calm people who have been and gone."""
    way = cable.url if cable else ""
    looking = create_engine(make_url(url).set(drivername="postgresql+psycopg") if url.startswith("p") else url)
    async with process_world(url, folder, settings(), way=way, **options) as (here, process):
        found = Stage(here, process, looking, folder, cable)
        found.calm = await calm_people(here)
        found.watch()
        try:
            yield found
        finally:
            found.all_well()
            looking.dispose()
