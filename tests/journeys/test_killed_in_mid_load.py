"""The bot's process is killed in mid-load: what got its 200 is answered, and on LINE nothing is seen twice."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import select

from simulator.bubbles import Plain
from simulator.faults import Fault
from simulator.phone import Phone
from simulator.settings import Settings
from storage.schema import inbox, outbox
from tests.journeys.process import Process, process_world
from tests.journeys.world import World, said, until

CHATS_ON_LINE = 60
CHATS_ON_TELEGRAM = 12
SAYS = ("menu", "sticker", "สวัสดีค่ะ", "location", "qwertyuiop")
"""Five things to say, which are answered in different words."""
UNDER_LOAD = Settings(
    rate_scale=0, redelivery=True, redelivery_after=0.3, redelivery_times=200, telegram_backoff=0.3, line_quota=None
)


@dataclass
class Load:
    """What people say while the bot is killed."""

    here: World
    process: Process
    accepted: int = 0
    """How many LINE events got their 200."""
    kill_at: list[int] = field(default_factory=list)
    killed: list[int] = field(default_factory=list)
    """How many events had been accepted at each kill."""
    in_flight: int = 0
    """How many Telegram messages were on their way at the kills."""

    async def talk(self, phone: Phone) -> None:
        """Say five things on LINE, each after the one before has arrived, however often LINE has to send it."""
        events = self.here.simulator.line.events
        for words in SAYS:
            await asyncio.sleep(random.random() / 5)
            match words:
                case "sticker":
                    await self.deliver(events.sticker(phone))
                case "location":
                    await self.deliver(events.location(phone))
                case _:
                    await self.deliver(events.text(phone, words))

    async def deliver(self, event: Plain) -> None:
        """Send an event as LINE does, again until it is accepted."""
        webhook = self.here.simulator.line.webhook
        again: Plain = event
        while not (await webhook._attempt([again], redelivery=again is not event)).accepted:
            again = {**event, "deliveryContext": {"isRedelivery": True}}
            await asyncio.sleep(UNDER_LOAD.redelivery_after)
        self.accepted += 1

    def have_accepted(self, number: int) -> bool:
        """Were so many events accepted?"""
        return self.accepted >= number

    async def kill_on_the_way(self) -> None:
        """Kill the process whenever so many events were accepted, and start it again."""
        for number in self.kill_at:
            await until(partial(self.have_accepted, number), 60)
            self.killed.append(self.accepted)
            await self.process.kill()
            self.in_flight += messages_in_flight(self.here, "telegram")
            await self.process.start()


async def say_everything(phone: Phone) -> None:
    """Say five things, quickly; Telegram sends them again by itself."""
    for words in SAYS:
        await (phone.send(words) if words in {"sticker", "location"} else phone.say(words))


async def somebody_calm(here: World, channel: Any) -> Phone:
    """Somebody who talks to a bot that nobody kills: what everybody else should read."""
    phone = await here.phone(channel, "ตัวอย่าง")
    await say_everything(phone)
    await here.settled()
    return phone


def messages_in_flight(here: World, channel: str) -> int:
    """How many messages may have been sent, although nobody wrote it down?"""
    leased = outbox.c.leased_until.is_not(None) & outbox.c.chat.startswith(f"{channel}:")
    with here.engine.connect() as tx:
        return sum(len(messages) for messages in tx.execute(select(outbox.c.messages).where(leased)).scalars())


def is_within(words: list[str], more: list[str]) -> bool:
    """Do all these words stand in the others, in this order?"""
    rest = iter(more)
    return all(word in rest for word in words)


async def test_killed_twice_under_load_every_event_is_answered_and_nothing_on_line_is_seen_twice(
    database_url: str, tmp_path: Path
) -> None:
    random.seed(20261123)
    async with process_world(database_url, tmp_path, UNDER_LOAD) as (here, process):
        calm, calm_too = await somebody_calm(here, "line"), await somebody_calm(here, "telegram")
        on_line = await asyncio.gather(*(here.phone("line", f"อาสา {n}") for n in range(CHATS_ON_LINE)))
        on_telegram = await asyncio.gather(*(here.phone("telegram", f"Ben {n}") for n in range(CHATS_ON_TELEGRAM)))
        here.simulator.faults.add(Fault("stall", endpoint="sendMessage", seconds=0.2))
        load = Load(here, process, kill_at=[random.randint(30, 90), random.randint(150, 230)])
        began = time.monotonic()
        talking = [load.talk(phone) for phone in on_line] + [say_everything(phone) for phone in on_telegram]
        await asyncio.gather(load.kill_on_the_way(), *talking)
        await until(lambda: not here.simulator.telegram.updates.pending, 60)
        await here.settled(60)
        twice = sum(len(said(phone)) - len(said(calm_too)) for phone in on_telegram)
        report(here, load, twice, time.monotonic() - began)
        assert load.accepted == CHATS_ON_LINE * len(SAYS)
        assert here.states(inbox) == {"done": (CHATS_ON_LINE + CHATS_ON_TELEGRAM + 2) * (1 + len(SAYS))}
        assert set(here.states(outbox)) == {"sent"}
        for phone in on_line:
            assert said(phone) == said(calm), "in order, and nothing twice"
        assert 0 <= twice <= load.in_flight
        assert all(is_within(said(calm_too), said(phone)) for phone in on_telegram)


def report(here: World, load: Load, twice: int, took: float) -> None:
    """Print the figures."""
    counters, letters = here.simulator.counters, here.states(outbox).total()
    unheard = sum(not delivery.accepted for delivery in here.simulator.line.webhook.deliveries)
    print(
        f"\n{here.engine.dialect.name}: killed after {load.killed} of {load.accepted} LINE events, {took:.1f} s; "
        f"{unheard} webhooks sent again; {letters} letters, {counters.replies} replies and {counters.pushes} pushes "
        f"arrived; on Telegram {load.in_flight} messages were in flight at the kills, {twice} were seen twice"
    )


async def test_an_event_is_durable_before_200_even_if_the_process_dies_at_once(sqlite_url: str, tmp_path: Path) -> None:
    async with process_world(sqlite_url, tmp_path) as (here, process):
        calm = await here.phone("line")
        await calm.say("menu")
        await here.settled()
        phone = await here.phone("line")
        here.simulator.faults.add(Fault("drop_before", endpoint="message/reply"))
        await phone.say("menu")
        await process.kill()
        assert here.simulator.line.webhook.deliveries[-1].outcome == 200
        assert here.states(inbox).total() == 4
        here.simulator.faults.clear()
        await process.start()
        await here.settled(40)
        assert here.states(inbox) == {"done": 4}
        assert said(phone) == said(calm)
