"""Sends what is due in the outbox, each chat's letters in order, at its channel's pace, and notes what came of it."""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot import logs
from bot.channels import Channel, Outcome, Parcel, ReplySpent, Sent, TooLate, TryLater, Unreachable
from bot.clock import Clock
from bot.dispatcher import IDLE_SECONDS, REST_SECONDS, sleep
from bot.noting import LONGEST_WAIT, note, reply_is_over
from bot.pace import Pace
from bot.together import Together
from domain.messages import from_json
from storage import outbox
from storage.database import Database
from storage.outbox import REPLY, Letter

LEASE: Final = timedelta(seconds=12)
"""A letter whose sender died is anybody's again after so long: soon enough that its free reply can still be used."""
RENEW_SECONDS: Final = 3.0
GIVE_BACK_SECONDS: Final = 2.0
MOST_IN_FLIGHT: Final = 64
"""Answers, for each channel, so that one that does not answer leaves the others alone."""
MOST_UNASKED: Final = {"line": 32, "telegram": 16}
"""Letters in flight that nobody waits for: they have a room of their own, and never fill that of the answers.

On Telegram these are what may be seen twice after a kill.
"""
PACES: Final = {"line": (1000.0, 200.0), "telegram": (29.0, 20.0)}
"""Messages a second and at once, for the whole channel: a little under what the platforms allow."""
KEPT_FOR_ANSWERS: Final = {"telegram": 6}
"""So many messages of what may go at once are left to answers, which do not wait for the pace."""
SAID_ONCE: Final = frozenset({"telegram"})
"""Where nobody can tell a second attempt from the first: a reminder that somebody died over counts as sent there."""
MULTICAST: Final = 5
"""A letter for many weighs as much as so many pushes: LINE takes 200 a second."""
HURRY_SECONDS: Final = 0.1
"""How long to sleep while a bulk send keeps its pace."""
HURRY_FOR: Final = timedelta(seconds=2)
PACE_OF_A_CHAT: Final = {"telegram": (1.0, 3.0)}
PACE_OF_A_GROUP: Final = {"telegram": (0.25, 5.0)}
"""Together no more than twenty a minute, which is all that Telegram lets into a group; answers keep to it too."""
MOST_CHATS_PACED: Final = 10_000


class Delivery:
    """The worker between the outbox and the platforms."""

    def __init__(self, database: Database, channels: Mapping[str, Channel], clock: Clock) -> None:
        """Build it."""
        self.database = database
        self.channels = channels
        self.clock = clock
        self.woken = asyncio.Event()
        self.in_flight: dict[int, asyncio.Task[None]] = {}
        self.busy: Counter[str] = Counter()
        self.busy_unasked: Counter[str] = Counter()
        self.resting: dict[str, datetime] = {}
        self.outcomes: Counter[tuple[str, str]] = Counter()
        """How often each channel took a letter, or why not, since we began."""
        now = clock.now()
        self.last_unasked = now - HURRY_FOR
        self.paces = {name: Pace.full(*PACES[name], now) for name in channels}
        self.chat_paces: OrderedDict[str, Pace] = OrderedDict()
        self.notes: Together[tuple[Letter, Outcome]] = Together(database, self.note)

    def wake(self) -> None:
        """Look at once whether something is due."""
        self.woken.set()

    async def run(self) -> None:
        """Work until cancelled; what is in flight then is finished by :meth:`drain`."""
        while True:
            self.woken.clear()
            letters = await self.claim()
            for letter in letters:
                task = asyncio.create_task(self.deliver(letter))
                self.in_flight[letter.number] = task
                self.count(letter)[letter.channel] += 1
                task.add_done_callback(partial(self.landed, letter))
            if not letters:
                hurry = self.clock.now() - self.last_unasked < HURRY_FOR
                await sleep(self.woken, min(HURRY_SECONDS, IDLE_SECONDS) if hurry else IDLE_SECONDS)

    def count(self, letter: Letter) -> Counter[str]:
        """The count of letters in flight that a letter belongs to."""
        return self.busy if letter.rank == REPLY else self.busy_unasked

    async def renew_leases(self) -> None:
        """Keep what is in flight ours until cancelled, however slow a platform is."""
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            work = partial(outbox.renew, numbers=tuple(self.in_flight), until=self.clock.now() + LEASE)
            try:
                await self.database.run(work)
            except Exception as error:
                logs.warn("renewal_failed", error=type(error).__name__)

    def landed(self, letter: Letter, task: asyncio.Task[None]) -> None:
        """Make room for the next letter; what keeps a pace is looked for at its own rhythm."""
        self.in_flight.pop(letter.number, None)
        was_full = self.busy_unasked[letter.channel] >= MOST_UNASKED.get(letter.channel, MOST_IN_FLIGHT)
        self.count(letter)[letter.channel] -= 1
        if not task.cancelled() and task.exception() is not None:
            logs.warn("delivery_failed", error=type(task.exception()).__name__)
        if letter.rank == REPLY or letter.channel not in KEPT_FOR_ANSWERS or was_full:
            self.wake()

    async def drain(self, seconds: float) -> None:
        """Wait for what is in flight, but not for ever: what is left is sent by whoever comes next."""
        if self.in_flight:
            await asyncio.wait(self.in_flight.values(), timeout=seconds)
        left = dict(self.in_flight)
        for task in left.values():
            task.cancel()
        try:
            await self.database.run(partial(outbox.let_go, numbers=tuple(left)))
        except Exception as error:
            logs.warn("release_failed", error=type(error).__name__)

    async def claim(self) -> list[Letter]:
        """Take what is due, unless it is in our hands already."""
        now = self.clock.now()
        resting = {name for name, until in self.resting.items() if until > now}
        full = {name for name, count in self.busy.items() if count >= MOST_IN_FLIGHT}
        room = MOST_IN_FLIGHT - max((count for name, count in self.busy.items() if name not in full), default=0)
        unasked = {name: self.room_for_unasked(name, now) for name in self.channels}
        channels = sorted(resting | full)
        work = partial(outbox.claim, now=now, lease=LEASE, limit=room, channels=channels, unasked=unasked)
        claiming = asyncio.ensure_future(self.database.run(work))
        try:
            letters = await asyncio.shield(claiming)
        except asyncio.CancelledError:
            await self.give_back(claiming)
            raise
        except Exception as error:
            logs.warn("claim_failed", error=type(error).__name__)
            await asyncio.sleep(REST_SECONDS)
            return []
        new = [letter for letter in letters if letter.number not in self.in_flight]
        for letter in new:
            self.take_pace(letter, now)
        return new

    async def give_back(self, claiming: asyncio.Future[list[Letter]]) -> None:
        """Hand back what was being claimed when we were told to end: none of it was sent, and whoever comes may."""
        await asyncio.wait({claiming}, timeout=GIVE_BACK_SECONDS)
        if claiming.done() and claiming.exception() is None:
            numbers = tuple(each.number for each in claiming.result() if each.number not in self.in_flight)
            await self.database.run(partial(outbox.give_back, numbers=numbers))

    def room_for_unasked(self, name: str, now: datetime) -> int:
        """How many letters that nobody waits for may go to this channel right now."""
        in_pace = self.paces[name].room(now) - KEPT_FOR_ANSWERS.get(name, 0)
        return min(in_pace, MOST_UNASKED.get(name, MOST_IN_FLIGHT) - self.busy_unasked[name])

    def take_pace(self, letter: Letter, now: datetime) -> None:
        """Count a letter that goes now, so that answers and all else together stay under the platform's pace."""
        if letter.channel in self.paces:
            weight = MULTICAST if letter.is_for_many else len(letter.messages)
            self.paces[letter.channel] = self.paces[letter.channel].take(now, weight)
        if letter.rank > REPLY:
            self.last_unasked = now

    async def deliver(self, letter: Letter) -> None:
        """Send one letter and note what came of it."""
        name, _, address = letter.chat.partition(":")
        outcome = await self.send(name, address, letter)
        self.outcomes[name, type(outcome).__name__.lower()] += 1
        if isinstance(outcome, TryLater):
            self.slow_down(name, letter, outcome)
        await self.notes.add((letter, outcome))
        logs.log(
            "letter_" + type(outcome).__name__.lower(), letter=letter.id, chat=logs.mask(letter.chat), rank=letter.rank
        )

    def slow_down(self, name: str, letter: Letter, outcome: TryLater) -> None:
        """Let the channel rest where it asked for it; where bulk was too fast, only what nobody waits for rests."""
        until = self.clock.now() + timedelta(seconds=outcome.seconds or REST_SECONDS)
        if outcome.everyone:
            self.resting[name] = until
        elif letter.rank > REPLY and outcome.why == "rate":
            self.paces[name] = self.paces[name].hold(until)

    def note(self, tx: Connection, notes: list[tuple[Letter, Outcome]]) -> None:
        """Write down what came of sending letters."""
        note(tx, notes, self.clock.now())

    async def send(self, name: str, address: str, letter: Letter) -> Outcome:
        """Hand a letter to its channel, unless it is plain already what will come of it."""
        channel = self.channels.get(name)
        if channel is None:
            return TryLater(f"{name} is not set up", seconds=LONGEST_WAIT)
        if (known := plain_already(letter, self.clock.now())) is not None:
            return known
        paced = letter.rank > REPLY or is_group(letter)
        if paced and (wait := self.wait_for_chat(name, letter)) > 0:
            return TryLater("this chat's pace", seconds=wait)
        return await channel.send(parcel(letter, address))

    def wait_for_chat(self, name: str, letter: Letter) -> float:
        """Seconds until this chat can take more that nobody waits for; 0, and counted, when it can now."""
        paces = PACE_OF_A_GROUP if is_group(letter) else PACE_OF_A_CHAT
        if name not in paces:
            return 0.0
        now = self.clock.now()
        pace = self.chat_paces.pop(letter.chat, None) or Pace.full(*paces[name], now)
        wait = pace.wait(now)
        self.chat_paces[letter.chat] = pace if wait > 0 else pace.take(now, len(letter.messages))
        if len(self.chat_paces) > MOST_CHATS_PACED:
            self.chat_paces.popitem(last=False)
        return wait


def is_group(letter: Letter) -> bool:
    """Whether the letter goes into a group of Telegram's: these have negative numbers."""
    return letter.chat.startswith("telegram:-")


def plain_already(letter: Letter, now: datetime) -> Outcome | None:
    """What will come of a letter, where that is known without trying; else nothing."""
    if not letter.reachable:
        return Unreachable("blocked")
    if letter.good_until is not None and letter.good_until <= now:
        return TooLate()
    if letter.abandoned and letter.can_be_taken_back and letter.channel in SAID_ONCE:
        return Sent()
    if reply_is_over(letter, now):
        return ReplySpent()
    return Unreachable("everybody has left") if letter.is_for_many and not letter.to else None


def parcel(letter: Letter, address: str) -> Parcel:
    """The letter as its channel takes it."""
    messages = tuple(from_json(message) for message in letter.messages)
    to = tuple(chat.partition(":")[2] for chat in letter.to)
    return Parcel(letter.id, address, messages, letter.free_reply, letter.progress, to)
