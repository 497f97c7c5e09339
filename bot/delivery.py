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
from bot.channels import (
    Channel,
    Outcome,
    Parcel,
    QuotaSpent,
    Refused,
    ReplySpent,
    Sent,
    TryLater,
    Unreachable,
)
from bot.clock import Clock
from bot.dispatcher import IDLE_SECONDS, REST_SECONDS, sleep
from bot.pace import Pace
from bot.together import Together
from domain.messages import from_json
from storage import chats, outbox
from storage.database import Database
from storage.outbox import REPLY, Letter

LEASE: Final = timedelta(seconds=12)
"""A letter whose sender died is anybody's again after so long: soon enough that its free reply can still be used."""
RENEW_SECONDS: Final = 3.0
MOST_IN_FLIGHT: Final = 64
"""For each channel, so that one that does not answer leaves the others alone."""
GIVE_UP_AFTER: Final = timedelta(hours=23)
"""LINE forgets a retry key after 24 hours: later, the same letter could arrive twice."""
LONGEST_WAIT: Final = 300.0
PACES: Final = {"line": (1000.0, 200.0), "telegram": (28.0, 28.0)}
"""Messages a second and at once, for the whole channel: a little under what the platforms allow."""
PACE_OF_A_CHAT: Final = {"telegram": (1.0, 3.0)}
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
        self.resting: dict[str, datetime] = {}
        now = clock.now()
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
                self.busy[channel_of(letter)] += 1
                task.add_done_callback(partial(self.landed, letter))
            if not letters:
                await sleep(self.woken, IDLE_SECONDS)

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
        """Make room for the next letter."""
        self.in_flight.pop(letter.number, None)
        self.busy[channel_of(letter)] -= 1
        if not task.cancelled() and task.exception() is not None:
            logs.warn("delivery_failed", error=type(task.exception()).__name__)
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
        work = partial(outbox.claim, now=now, lease=LEASE, limit=room, channels=sorted(resting | full))
        try:
            letters = await self.database.run(work)
        except Exception as error:
            logs.warn("claim_failed", error=type(error).__name__)
            await asyncio.sleep(REST_SECONDS)
            return []
        return [letter for letter in letters if letter.number not in self.in_flight]

    async def deliver(self, letter: Letter) -> None:
        """Send one letter and note what came of it."""
        name, _, address = letter.chat.partition(":")
        outcome = await self.send(name, address, letter)
        if isinstance(outcome, TryLater) and outcome.everyone:
            self.resting[name] = self.clock.now() + timedelta(seconds=outcome.seconds or REST_SECONDS)
        await self.notes.add((letter, outcome))
        logs.log(
            "letter_" + type(outcome).__name__.lower(), letter=letter.id, chat=logs.mask(letter.chat), rank=letter.rank
        )

    def note(self, tx: Connection, notes: list[tuple[Letter, Outcome]]) -> None:
        """Write down what came of sending letters."""
        now = self.clock.now()
        for paid in (False, True):
            numbers = [letter.number for letter, outcome in notes if outcome == Sent(paid=paid)]
            outbox.settle(tx, numbers, now, state="sent", paid=paid)
        for letter, outcome in notes:
            note_trouble(tx, letter, outcome, now)

    async def send(self, name: str, address: str, letter: Letter) -> Outcome:
        """Hand a letter to its channel, unless it is plain already what will come of it."""
        channel = self.channels.get(name)
        if channel is None:
            return TryLater(f"{name} is not set up", seconds=LONGEST_WAIT)
        if not letter.reachable:
            return Unreachable("blocked")
        if reply_is_over(letter, self.clock.now()):
            return ReplySpent()
        if letter.rank > REPLY:
            await self.keep_pace(name, letter)
        messages = tuple(from_json(message) for message in letter.messages)
        return await channel.send(Parcel(letter.id, address, messages, letter.free_reply, letter.progress))

    async def keep_pace(self, name: str, letter: Letter) -> None:
        """Wait until the channel, and the chat, can take so many messages more.

        Answers do not wait: people write at a human pace, and where a platform finds it too fast, it says so.
        """
        count = len(letter.messages)
        now = self.clock.now()
        wait = self.paces[name].wait(now)
        self.paces[name] = self.paces[name].take(now, count)
        if name in PACE_OF_A_CHAT:
            pace = self.chat_paces.pop(letter.chat, None) or Pace.full(*PACE_OF_A_CHAT[name], now)
            wait = max(wait, pace.wait(now))
            self.chat_paces[letter.chat] = pace.take(now, count)
            if len(self.chat_paces) > MOST_CHATS_PACED:
                self.chat_paces.popitem(last=False)
        if wait > 0:
            await asyncio.sleep(wait)


def channel_of(letter: Letter) -> str:
    """The name of the channel that a letter goes by."""
    return letter.chat.partition(":")[0]


def reply_is_over(letter: Letter, now: datetime) -> bool:
    """Whether the letter's free reply has run out of time."""
    until = (letter.free_reply or {}).get("until")
    return until is not None and now > datetime.fromisoformat(until)


def note_trouble(tx: Connection, letter: Letter, outcome: Outcome, now: datetime) -> None:
    """Write down why a letter was not taken; nothing for one that was."""
    number = letter.number
    match outcome:
        case Sent():
            return
        case Unreachable(why=why):
            chats.mark_unreachable(tx, letter.chat)
            outbox.settle(tx, [number], now, state="unreachable", why=why[:200])
        case Refused(why=why):
            outbox.settle(tx, [number], now, state="refused", why=why[:200])
        case QuotaSpent():
            outbox.settle(tx, [number], now, state="held", why="the month's pushes are used up")
        case ReplySpent():
            reply_spent(tx, letter, now)
        case TryLater():
            try_later(tx, letter, outcome, now)


def reply_spent(tx: Connection, letter: Letter, now: datetime) -> None:
    """Decide what becomes of a letter whose free reply cannot be used.

    An earlier attempt that nobody knows the outcome of, and a token that is spent before its time: it was taken.
    """
    if letter.in_doubt and not reply_is_over(letter, now):
        outbox.settle(tx, [letter.number], now, state="sent", why="taken by an earlier attempt")
    elif not letter.worth_push:
        outbox.settle(tx, [letter.number], now, state="expired", why="not worth a push")
    elif not outbox.merge_into_next(tx, letter, now):
        outbox.turn_into_push(tx, letter.number, now)


def try_later(tx: Connection, letter: Letter, outcome: TryLater, now: datetime) -> None:
    """Put a letter off, longer each time; after 23 hours a human must look."""
    if letter.first_tried_at is not None and now - letter.first_tried_at > GIVE_UP_AFTER:
        outbox.settle(tx, [letter.number], now, state="refused", why=f"gave up: {outcome.why}"[:200])
        return
    wait = outcome.seconds if outcome.seconds is not None else min(LONGEST_WAIT, 0.5 * 2**letter.attempts)
    outbox.put_off(
        tx,
        letter.number,
        now + timedelta(seconds=wait),
        in_doubt=outcome.unknown,
        progress=max(letter.progress, outcome.progress),
        why=outcome.why[:200],
    )
