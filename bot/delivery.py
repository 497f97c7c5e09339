"""Sends what is due in the outbox, each chat's letters in order, at its channel's pace, and notes what came of it."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot import logs
from bot.breaker import LONGEST_REST, Breaker
from bot.channels import (
    CREDENTIALS,
    PACE,
    RATE,
    Channel,
    CredentialsRefused,
    Outcome,
    Sent,
    TryLater,
)
from bot.clock import Clock
from bot.dispatcher import GIVE_BACK_SECONDS, IDLE_SECONDS, REST_SECONDS, sleep
from bot.gate import Gate
from bot.noting import LONGEST_WAIT, note
from bot.pace import OUT_OF_ORDER
from bot.parcels import parcel, plain_already
from bot.shared_gate import SharedGate
from bot.standing import Standing
from bot.together import Together
from storage import outages, outbox
from storage.database import Database
from storage.outbox import REPLY, Letter
from storage.posting import Handing

LEASE: Final = timedelta(seconds=12)
"""A letter whose sender died is anybody's again after so long: soon enough that its free reply can still be used."""
RENEW_SECONDS: Final = 3.0
PROBE_SECONDS: Final = 1.0
MOST_IN_FLIGHT: Final = 200
"""Answers, for each channel, so that one that does not answer leaves the others alone."""
MOST_UNASKED: Final = {"line": 64, "telegram": 16}
"""Letters in flight that nobody waits for: they have a room of their own, and never fill that of the answers.

On Telegram these are what may be seen twice after a kill.
"""
UNASKED_SECONDS: Final = 0.1
"""How often to look for letters that nobody waits for while there are some: none waits here, in nobody else's reach."""
NO_LETTER: Final = 0
AWAY: Final = "the platform is away"


class Delivery:
    """The worker between the outbox and the platforms."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        standing: Standing | None = None,
        *,
        hurried: bool = False,
    ) -> None:
        """Build it; ``standing`` hears whether the platforms accept our tokens.

        ``hurried``: answers do not wait for the platforms' limits.
        """
        self.standing = standing or Standing(channels)
        self.database = database
        self.channels = channels
        self.clock = clock
        self.woken = asyncio.Event()
        self.in_flight: dict[int, asyncio.Task[None]] = {}
        self.handed: set[int] = set()
        """Those of them that came straight from a turn."""
        self.followed: set[str] = set()
        """The chats that something else waits for, behind what is in flight."""
        self.busy: Counter[str] = Counter()
        self.busy_unasked: Counter[str] = Counter()
        self.resting: dict[str, tuple[datetime, datetime]] = {}
        """Since when, and until when, channels rest because their platform asked them to."""
        self.breakers = {name: Breaker() for name in channels}
        self.asking: asyncio.Task[None] | None = None
        self.outcomes: Counter[tuple[str, str]] = Counter()
        """How often each channel took a letter, or why not, since we began."""
        self.gate = gate_for(database, channels, clock, hurried=hurried)
        self.more_unasked = True
        """Whether letters that nobody waits for may be there."""
        self.looked_at = clock.machine() - timedelta(seconds=UNASKED_SECONDS)
        self.number: Callable[[], int | None] = lambda: None
        """Our number among the processes that share a database."""
        self.more_waits: Callable[[], None] = lambda: None
        """Called when more is due than we have hands for."""
        self.notes: Together[tuple[Letter, Outcome]] = Together(database, self.note)

    def wake(self) -> None:
        """Look at once whether something is due."""
        self.more_unasked = True
        self.woken.set()

    async def run(self) -> None:
        """Work until cancelled; what is in flight then is finished by :meth:`drain`."""
        if self.database.is_sqlite:
            await self.inherit()
        while True:
            self.woken.clear()
            letters = await self.claim()
            self.take(letters)
            if not letters:
                await sleep(self.woken, self.rest())

    async def inherit(self) -> None:
        """Take over at once what was in hand when the process before us died: a SQLite file carries one alone."""
        try:
            await self.database.run(partial(outbox.inherit, now=self.clock.now()))
        except Exception as error:
            logs.warn("inheriting_failed", error=type(error).__name__)

    def rest(self) -> float:
        """Seconds to sleep if nobody wakes us; a platform that is away is asked for by our own rhythm."""
        if any(breaker.is_open for breaker in self.breakers.values()):
            return min(PROBE_SECONDS, IDLE_SECONDS)
        return min(UNASKED_SECONDS, IDLE_SECONDS) if self.more_unasked else IDLE_SECONDS

    def take(self, letters: Sequence[Letter]) -> None:
        """Send letters that are leased to us; those in our hands already are left alone."""
        for letter in letters:
            if letter.number in self.in_flight:
                continue
            task = asyncio.create_task(self.deliver(letter))
            self.in_flight[letter.number] = task
            self.count(letter)[letter.channel] += 1
            task.add_done_callback(partial(self.landed, letter))

    def handing(self, at_once: int = 1) -> Handing:
        """What turns may hand us to be sent at once, where so many batches of them share our room."""
        return Handing(LEASE, {name: self.room(name) // at_once for name in self.channels}, by=self.number())

    def take_over(self, handing: Handing) -> None:
        """Send what was handed over; look for what else was said."""
        self.handed.update(letter.number for letter in handing.letters)
        self.take(handing.letters)
        if handing.left:
            self.followed |= handing.left
            self.wake()

    def room(self, channel: str) -> int:
        """How many more answers may be handed to :meth:`take` for this channel right now."""
        return 0 if channel in self.closed(self.clock.now()) else max(0, MOST_IN_FLIGHT - self.busy[channel])

    def closed(self, now: datetime) -> set[str]:
        """The channels that rest: asked to by their platform, or because it is away."""
        return self.at_rest(now) | {name for name, breaker in self.breakers.items() if breaker.is_open}

    def at_rest(self, now: datetime) -> set[str]:
        """The channels that their platform asked to rest; none after the clock was put back."""
        return {name for name, (since, until) in self.resting.items() if since - OUT_OF_ORDER <= now < until}

    def away(self) -> dict[str, datetime | None]:
        """Of each channel that was ever used: since when its platform is away; ``None`` where it answers."""
        return {name: breaker.since for name, breaker in self.breakers.items() if breaker.is_open or breaker.answered}

    def count(self, letter: Letter) -> Counter[str]:
        """The count of letters in flight that a letter belongs to."""
        return self.busy if letter.rank == REPLY else self.busy_unasked

    async def renew_leases(self) -> None:
        """Keep what is in flight ours until cancelled, however slow a platform is."""
        while True:
            await asyncio.sleep(RENEW_SECONDS)
            if not self.in_flight:
                continue
            until, by = self.clock.now() + LEASE, self.number()
            work = partial(outbox.renew, numbers=tuple(self.in_flight), until=until, by=by)
            try:
                await self.database.run(work)
            except Exception as error:
                logs.warn("renewal_failed", error=type(error).__name__)

    def landed(self, letter: Letter, task: asyncio.Task[None]) -> None:
        """Make room for the next letter; those that nobody waits for are looked for at their own rhythm."""
        self.in_flight.pop(letter.number, None)
        alone = letter.number in self.handed and letter.chat not in self.followed
        self.handed.discard(letter.number)
        self.followed.discard(letter.chat)
        was_full = self.busy[letter.channel] >= MOST_IN_FLIGHT
        self.count(letter)[letter.channel] -= 1
        if breaker := self.breakers.get(letter.channel):
            breaker.untried(letter.number)
        if not task.cancelled() and task.exception() is not None:
            logs.warn("delivery_failed", error=type(task.exception()).__name__)
        if alone and not was_full and not (breaker and breaker.is_open):
            return
        if letter.rank == REPLY or not self.more_unasked:
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
        probed = self.to_probe(now)
        claiming = asyncio.ensure_future(self.claim_probe(probed, now) if probed else self.claim_all(now))
        try:
            letters = await asyncio.shield(claiming)
        except asyncio.CancelledError:
            await self.give_back(claiming)
            raise
        except Exception as error:
            logs.warn("claim_failed", error=type(error).__name__)
            await asyncio.sleep(REST_SECONDS)
            self.wake()
            return []
        return [letter for letter in letters if letter.number not in self.in_flight]

    async def give_back(self, claiming: asyncio.Future[list[Letter]]) -> None:
        """Hand back what was being claimed when we were told to end: none of it was sent, and whoever comes may."""
        await asyncio.wait({claiming}, timeout=GIVE_BACK_SECONDS)
        if claiming.done() and claiming.exception() is None:
            numbers = tuple(each.number for each in claiming.result() if each.number not in self.in_flight)
            await self.database.run(partial(outbox.give_back, numbers=numbers))

    async def claim_all(self, now: datetime) -> list[Letter]:
        """Take what is due in the channels that have room for more."""
        closed = self.closed(now)
        full = {name for name, count in self.busy.items() if count >= MOST_IN_FLIGHT}
        room = MOST_IN_FLIGHT - max((count for name, count in self.busy.items() if name not in full), default=0)
        rooms = self.rooms_for_unasked(now, closed)
        channels = sorted(closed | full)
        claim = partial(outbox.claim, now=now, lease=LEASE, limit=room, channels=channels, by=self.number())
        letters = await self.database.run(
            lambda tx: self.gate.claim(tx, lambda unasked: claim(tx, unasked=unasked), rooms)
        )
        unasked = Counter(letter.channel for letter in letters if letter.rank > REPLY)
        self.gate.charge((letter for letter in letters if letter.rank > REPLY), now)
        if full or len(letters) - unasked.total() >= room:
            self.more_waits()
        if rooms:
            self.more_unasked = any(unasked[name] >= found for name, found in rooms.items())
        return letters

    def rooms_for_unasked(self, now: datetime, closed: Collection[str]) -> dict[str, int]:
        """How many letters that nobody waits for may go to each channel; none if we looked a moment ago."""
        machine = self.clock.machine()
        if timedelta() <= machine - self.looked_at < timedelta(seconds=UNASKED_SECONDS):
            return {}
        self.looked_at = machine
        rooms = self.gate.rooms(now)
        most = {name: MOST_UNASKED.get(name, MOST_IN_FLIGHT) - self.busy_unasked[name] for name in self.channels}
        return {name: max(0, min(room, most[name])) for name, room in rooms.items() if name not in closed}

    def to_probe(self, now: datetime) -> str:
        """A channel that rests and should be tried with one letter, if there is one."""
        resting = self.at_rest(now)
        due = (name for name, breaker in self.breakers.items() if breaker.wants_probe(now) and name not in resting)
        return next(due, "")

    async def claim_probe(self, name: str, now: datetime) -> list[Letter]:
        """Take the first letter of a channel that rests, to find out whether its platform is back."""
        breaker, others = self.breakers[name], [each for each in self.channels if each != name]
        breaker.next_at = now + breaker.wait
        claim = partial(outbox.claim, now=now, lease=LEASE, limit=1, channels=others, by=self.number())
        letters = await self.database.run(claim)
        breaker.probe = next((letter.number for letter in letters if letter.number not in self.in_flight), None)
        self.gate.charge((letter for letter in letters if letter.rank > REPLY), now)
        if not letters and not await self.database.run(
            partial(outages.anything_waits, channel=name, until=now + LONGEST_REST)
        ):
            breaker.probe = NO_LETTER
            self.asking = asyncio.create_task(self.ask(name))
        return letters

    async def ask(self, name: str) -> None:
        """Find out whether a platform is back for which nothing waits."""
        try:
            with contextlib.suppress(CredentialsRefused):
                await self.channels[name].whoami()
        except OSError:
            self.breakers[name].failed(NO_LETTER, self.clock.now())
        else:
            self.reached(name)

    def reached(self, name: str) -> None:
        """Let a channel go on whose platform answers (again)."""
        if self.breakers[name].worked():
            logs.log("platform_back", channel=name)
            self.wake()

    async def deliver(self, letter: Letter) -> None:
        """Send one letter and note what came of it."""
        name, _, address = letter.chat.partition(":")
        outcome = await self.send(name, address, letter)
        self.outcomes[name, type(outcome).__name__.lower()] += 1
        if isinstance(outcome, TryLater):
            outcome = await self.slow_down(name, letter, outcome)
        await self.notes.add((letter, outcome))
        if isinstance(outcome, TryLater) and outcome.why == CREDENTIALS:
            self.standing.token_refused(name)  # said once, not for each letter that waits
            return
        if isinstance(outcome, Sent) and not letter.abandoned:
            self.standing.token_accepted(name)
        logs.log(
            "letter_" + type(outcome).__name__.lower(), letter=letter.id, chat=logs.mask(letter.chat), rank=letter.rank
        )

    async def slow_down(self, name: str, letter: Letter, outcome: TryLater) -> TryLater:
        """Let the channel or the chat rest where the platform asked for it."""
        now = self.clock.now()
        seconds = outcome.seconds or REST_SECONDS
        if outcome.everyone:
            self.resting[name] = now, now + timedelta(seconds=seconds)
        if outcome.why == RATE:
            await self.gate.too_fast(letter, seconds, everyone=outcome.everyone)
        breaker = self.breakers.get(name)
        if outcome.silent and breaker and breaker.is_open:
            return replace(outcome, seconds=breaker.seconds(now))
        return outcome

    def note(self, tx: Connection, notes: list[tuple[Letter, Outcome]]) -> None:
        """Write down what came of sending letters."""
        note(tx, notes, self.clock.now())

    async def send(self, name: str, address: str, letter: Letter) -> Outcome:
        """Hand a letter to its channel when its turn has come, unless it is plain already what will come of it."""
        channel, breaker = self.channels.get(name), self.breakers.get(name)
        if channel is None or breaker is None:
            return TryLater(f"{name} is not set up", seconds=LONGEST_WAIT)
        outcome = plain_already(letter, self.clock.now()) or await self.held_back(letter, breaker)
        if outcome is not None:
            breaker.untried(letter.number)
            self.gate.leave(letter)
            return outcome
        try:
            outcome = await channel.send(parcel(letter, address, partial(self.gate.enter, letter, first=False)))
        finally:
            self.gate.leave(letter)
        self.heard(name, letter, outcome)
        return outcome

    async def held_back(self, letter: Letter, breaker: Breaker) -> Outcome | None:
        """Wait until the letter may go; why it goes back into the outbox, or ``None``."""
        if not breaker.lets(letter.number):
            return TryLater(AWAY, seconds=0.0)
        if (wait := await self.gate.enter(letter)) > 0:
            return TryLater(PACE, seconds=wait)
        known = plain_already(letter, self.clock.now())
        if known is None and not breaker.lets(letter.number):
            known = TryLater(AWAY, seconds=0.0)
        return known

    def heard(self, name: str, letter: Letter, outcome: Outcome) -> None:
        """Note whether the platform answered."""
        breaker = self.breakers[name]
        if isinstance(outcome, TryLater) and outcome.silent:
            if breaker.failed(letter.number, self.clock.now()):
                logs.warn("platform_away", channel=name)
        else:
            self.reached(name)


def gate_for(database: Database, channels: Iterable[str], clock: Clock, *, hurried: bool) -> Gate:
    """The gate of a process: SQLite carries one, PostgreSQL any number, which share what the platforms allow."""
    if database.is_sqlite:
        return Gate(clock, channels, hurried=hurried)
    return SharedGate(clock, channels, database, hurried=hurried)
