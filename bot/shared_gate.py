"""The gate where several processes share the platforms: what is left stands in the database, and is taken in slices."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import Connection

from bot.clock import Clock
from bot.gate import PATIENCE, STALE, Claim, Gate, InChat, Lane
from bot.limits import A_CHAT, LANES, MOST_IN_A_GROUP, UNASKED_LANES, counts_chats, is_group, lane_of, spare
from bot.pace import Pace
from bot.together import Together
from storage import paces
from storage.database import Database
from storage.outbox import REPLY, Letter
from storage.paces import Row

SLICE_LASTS: Final = timedelta(seconds=1)
"""What was taken from the database and not used by then is let lapse."""

MOST_ASKS: Final = 3
"""A permission that came too late is asked for anew, so often."""


@dataclass(slots=True)
class Ask:
    """May this go now? Filled in by whoever asks the database, for many at a time."""

    lane: str = ""
    spared: float = 0.0
    count: int = 1
    chat: str = ""
    wait: float = 0.0
    """Seconds to come back after, if it may not."""
    granted: int = 0
    late: int = 0


@dataclass(slots=True)
class Slice:
    """Calls that this process may make without asking."""

    left: int
    until: datetime


class SharedGate(Gate):
    """The limits of all processes on one database together."""

    def __init__(self, clock: Clock, channels: Iterable[str], database: Database, *, hurried: bool = False) -> None:
        """Build it."""
        super().__init__(clock, channels, hurried=hurried)
        self.database = database
        self.asking: Together[Ask] = Together(database, answer)
        self.slices: dict[str, Slice] = {}

    def left(self, lane: Lane, now: datetime) -> int:
        """As far as this process knows: what is really left is asked when letters are claimed."""
        held = lane.pace.held_until is not None and now < lane.pace.held_until
        return 0 if held else int(LANES[lane.name].burst)

    def claim(self, tx: Connection, claim: Claim, rooms: Mapping[str, int]) -> list[Letter]:
        """Claim as many letters that nobody waits for as there are calls left, and take these."""
        lanes = [lane for channel, room in rooms.items() if room > 0 for lane in UNASKED_LANES[channel]]
        if not lanes:
            return claim(rooms)
        rows, now = paces.lock(tx, [(lane, LANES[lane].burst) for lane in lanes])
        charge(rows, {lane: self.take_late(lane) for lane in lanes}, now)
        real = {channel: min(room, room_of(rows, channel, now)) for channel, room in rooms.items() if room > 0}
        letters = claim(real)
        charge(rows, Counter(lane_of(letter) for letter in letters if letter.rank > REPLY), now)
        paces.save(tx, rows.values())
        return letters

    def take_late(self, name: str) -> int:
        """How many slow calls have not been counted again yet? They are now."""
        late, self.lanes[name].late = self.lanes[name].late, 0
        return late

    def count(self, letter: Letter) -> None:
        """It was counted when it was claimed."""

    async def enter_chat(self, letter: Letter, *, counted: bool) -> float:
        """Wait for the chat and, unless that was counted already, for the platform: one question for both."""
        lane = "" if counted or letter.channel not in self.lanes else lane_of(letter)
        while (ask := await self.ask(lane, letter)).wait > 0:
            if ask.wait > PATIENCE or counted:
                return ask.wait
            await asyncio.sleep(ask.wait)
        return 0.0

    async def ask(self, lane: str, letter: Letter) -> Ask:
        """Ask the database whether a letter's call may go, together with others that are asked for now."""
        ask = Ask(lane, spare(lane, letter.rank) if lane else 0.0, chat=letter.chat)
        ask.late = self.take_late(lane) if lane else 0
        for _ in range(MOST_ASKS):
            began = self.clock.machine()
            await self.asking.add(ask)
            if ask.wait > 0 or self.clock.machine() - began <= STALE:
                break
            ask.late = 0
        return ask

    async def enter_lane(self, letter: Letter) -> float:
        """Use what this process has taken, or take more."""
        lane = self.lanes.get(lane_of(letter))
        if lane is None or counts_chats(letter) or self.is_hurried(letter):
            return 0.0  # where chats count, it was asked for together with the chat
        async with lane.turns[letter.rank > REPLY]:
            while not self.has_slice(lane.name):
                if (wait := await self.take_slice(lane, letter)) > PATIENCE:
                    return wait
                await asyncio.sleep(wait)
            self.slices[lane.name].left -= 1
        return 0.0

    def is_hurried(self, letter: Letter) -> bool:
        """Whether a letter waits for nothing."""
        return self.hurried and letter.rank == REPLY and not is_group(letter.chat)

    def has_slice(self, name: str) -> bool:
        """Whether this process may make another call without asking."""
        found = self.slices.get(name)
        return found is not None and found.left > 0 and self.clock.machine() < found.until

    async def take_slice(self, lane: Lane, letter: Letter) -> float:
        """Take some calls out of the database; gives the seconds to wait if there was none."""
        ask = Ask(lane.name, spare(lane.name, letter.rank), LANES[lane.name].ahead, late=self.take_late(lane.name))
        until = self.clock.machine() + SLICE_LASTS
        await self.asking.add(ask)
        self.slices[lane.name] = Slice(ask.granted, until)
        return ask.wait

    async def hold_chat(self, letter: Letter, seconds: float) -> None:
        """Let nothing go into a letter's chat for so long, whichever process would send it."""
        await self.database.run(
            partial(paces.hold, key=paces.key_of(letter.chat), tokens=A_CHAT.burst, seconds=seconds)
        )

    async def hold(self, names: Iterable[str], seconds: float) -> None:
        """Let nothing go by these lanes for so long, whichever process would send it."""
        names = list(names)
        await super().hold(names, seconds)
        for name in names:
            self.slices.pop(name, None)
            await self.database.run(partial(paces.hold, key=name, tokens=LANES[name].burst, seconds=seconds))


def pace_of(row: Row) -> Pace:
    """What the database has of a lane or a chat, as a bucket."""
    limit = LANES.get(row.key, A_CHAT)
    return Pace(limit.per_second, limit.burst, row.tokens, row.counted_at, row.held_until)


def charge(rows: Mapping[str, Row], counts: Mapping[str, float], now: datetime) -> None:
    """Take so many out of each row."""
    for key, count in counts.items():
        taken = pace_of(rows[key]).take(now, count)
        rows[key].tokens, rows[key].counted_at = taken.tokens, taken.counted_at


def room_of(rows: Mapping[str, Row], channel: str, now: datetime) -> int:
    """How many letters that nobody waits for may go to a channel now?"""
    return min(pace_of(rows[lane]).room(now, LANES[lane].kept) for lane in UNASKED_LANES[channel])


def answer(tx: Connection, asks: Sequence[Ask]) -> None:
    """Answer many questions at once, those of answers first, and count what may go."""
    fresh = {ask.lane: LANES[ask.lane].burst for ask in asks if ask.lane}
    fresh |= {paces.key_of(ask.chat): A_CHAT.burst for ask in asks if ask.chat}
    rows, now = paces.lock(tx, fresh.items())
    owed: Counter[str] = Counter()
    charge(rows, Counter({ask.lane: ask.late for ask in asks if ask.late}), now)
    for ask in sorted(asks, key=lambda each: each.spared):
        ask.wait = max(lane_wait(rows, ask, owed, now), chat_wait(rows, ask, now))
        ask.granted = 0
        if ask.wait == 0:
            grant(rows, ask, now)
        elif ask.lane:
            owed[ask.lane] += 1
    paces.save(tx, rows.values())


def lane_wait(rows: Mapping[str, Row], ask: Ask, owed: Mapping[str, int], now: datetime) -> float:
    """Seconds until the platform takes this one, behind those that wait already."""
    return pace_of(rows[ask.lane]).wait(now, ask.spared + owed[ask.lane]) if ask.lane else 0.0


def chat_wait(rows: Mapping[str, Row], ask: Ask, now: datetime) -> float:
    """Seconds until the chat takes one more."""
    if not ask.chat:
        return 0.0
    row = rows[paces.key_of(ask.chat)]
    chat = InChat(pace_of(row))
    chat.gone.extend(row.gone)
    return chat.wait(now, group=is_group(ask.chat))


def grant(rows: Mapping[str, Row], ask: Ask, now: datetime) -> None:
    """Count what may go."""
    if ask.lane:
        ask.granted = min(ask.count, pace_of(rows[ask.lane]).room(now, ask.spared))
        charge(rows, {ask.lane: ask.granted}, now)
    if ask.chat:
        key = paces.key_of(ask.chat)
        charge(rows, {key: 1}, now)
        if is_group(ask.chat):
            rows[key].gone = [*rows[key].gone, now][-MOST_IN_A_GROUP:]
