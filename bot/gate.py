"""Where every call waits until its platform's limits let it go: those of the bot, of a chat, of a group."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection

from bot.clock import Clock
from bot.limits import A_CHAT, LANES, MINUTE, MOST_IN_A_GROUP, UNASKED_LANES, counts_chats, is_group, lane_of, spare
from bot.pace import Pace, window_wait
from storage.outbox import REPLY, Letter

PATIENCE: Final = 5.0
"""Who would wait longer at the gate goes back into the outbox."""
SLOW: Final = timedelta(seconds=0.5)
"""A call that takes longer may have been counted late: it is counted again, and meanwhile no bulk goes."""
STALE: Final = timedelta(seconds=0.3)
"""A call that was counted and could not be made by then is counted anew: others have gone in its place."""
MOST_CHATS: Final = 10_000

Claim = Callable[[Mapping[str, int]], list[Letter]]


@dataclass(slots=True)
class Lane:
    """One thing that a platform limits for the whole bot, as this process sees it."""

    name: str
    pace: Pace
    under_way: dict[int, datetime] = field(default_factory=dict)
    """Since when, the oldest first."""
    late: int = 0
    """Slow calls that are to be counted again."""
    turns: tuple[asyncio.Lock, asyncio.Lock] = field(default_factory=lambda: (asyncio.Lock(), asyncio.Lock()))
    """Answers wait in one line, all else in another."""

    def is_slow(self, now: datetime) -> bool:
        """Whether the platform takes its time."""
        return any(now - began > SLOW for began in list(self.under_way.values())[:1])


@dataclass(slots=True)
class InChat:
    """What may go into one chat."""

    pace: Pace
    gone: deque[datetime] = field(default_factory=lambda: deque(maxlen=MOST_IN_A_GROUP))

    def wait(self, now: datetime, *, group: bool) -> float:
        """Seconds until it takes one more."""
        minute = window_wait(self.gone, MOST_IN_A_GROUP, MINUTE, now) if group else 0.0
        return max(self.pace.wait(now), minute)

    def take(self, now: datetime) -> None:
        """Count one."""
        self.pace = self.pace.take(now)
        self.gone.append(now)

    def follow(self, now: datetime) -> None:
        """Count by a clock that was put back."""
        before, self.pace = self.pace, self.pace.follow(now)
        if self.pace is not before:
            back = before.counted_at - now
            self.gone = deque((each - back for each in self.gone), MOST_IN_A_GROUP)


class Gate:
    """The limits of one process, which has the platforms to itself."""

    def __init__(self, clock: Clock, channels: Iterable[str], *, hurried: bool = False) -> None:
        """Build it; ``hurried``: answers wait for nothing, as where a simulator has no limits."""
        now = clock.now()
        self.clock = clock
        self.hurried = hurried
        names = [name for name in LANES if name.partition("/")[0] in set(channels)]
        self.lanes = {name: Lane(name, Pace.full(LANES[name].per_second, LANES[name].burst, now)) for name in names}
        self.chats: OrderedDict[str, InChat] = OrderedDict()
        self.counted: dict[int, datetime] = {}
        """When the first calls of letters were counted that have not been made yet."""
        self.refused: dict[str, tuple[str, datetime]] = {}
        """In each lane: the chat that was too fast last, and until when it rests."""

    def rooms(self, now: datetime) -> dict[str, int]:
        """How many letters that nobody waits for may go to each channel right now."""
        found = {name.partition("/")[0] for name in self.lanes}
        return {channel: min(self.room(lane, now) for lane in UNASKED_LANES[channel]) for channel in found}

    def room(self, name: str, now: datetime) -> int:
        """How many calls that nobody waits for may go by a lane right now; none while the platform takes its time."""
        lane = self.lanes[name]
        return 0 if lane.is_slow(now) else self.left(lane, now)

    def left(self, lane: Lane, now: datetime) -> int:
        """How many may go as far as this process counts."""
        lane.pace = lane.pace.follow(now)
        return lane.pace.room(now, LANES[lane.name].kept)

    def claim(self, tx: Connection, claim: Claim, rooms: Mapping[str, int]) -> list[Letter]:
        """Claim so many letters that nobody waits for (in the database's thread)."""
        del tx
        return claim(rooms)

    def charge(self, letters: Iterable[Letter], since: datetime) -> None:
        """Count the first calls of letters that were claimed because there was room at that moment."""
        for letter in letters:
            self.counted[letter.number] = since
            self.count(letter)

    def count(self, letter: Letter) -> None:
        """Count a letter's first call."""
        if lane := self.lanes.get(lane_of(letter)):
            lane.pace = lane.pace.take(self.clock.now())

    async def enter(self, letter: Letter, *, first: bool = True) -> float:
        """Return 0 when the letter's next call may go (it is counted), or the seconds that it has to come back after.

        The first call of a letter that nobody waits for was counted when it was claimed, unless that is too long ago.
        """
        waits = not self.hurried or letter.rank > REPLY or is_group(letter.chat)
        since = self.counted.pop(letter.number, None)
        counted = first and since is not None and self.clock.now() - since <= STALE
        wait = await self.enter_chat(letter, counted=counted) if counts_chats(letter) and waits else 0.0
        if wait == 0 and not counted:
            wait = await self.enter_lane(letter)
        if wait == 0 and (lane := self.lanes.get(lane_of(letter))):
            lane.under_way.pop(letter.number, None)
            lane.under_way[letter.number] = self.clock.now()
        return wait

    async def enter_chat(self, letter: Letter, *, counted: bool) -> float:
        """Wait for the chat; a letter that was ``counted`` already, so that nobody waits for it, does not wait here."""
        chat = self.chat(letter.chat)
        while (wait := chat.wait(self.clock.now(), group=is_group(letter.chat))) > 0:
            if wait > PATIENCE or counted:
                return wait
            await asyncio.sleep(wait)
        chat.take(self.clock.now())
        return 0.0

    async def enter_lane(self, letter: Letter) -> float:
        """Wait for the platform, in line."""
        lane = self.lanes.get(lane_of(letter))
        if lane is None:
            return 0.0
        spared = spare(lane.name, letter.rank)
        if self.hurried and letter.rank == REPLY:
            lane.pace = lane.pace.take(self.clock.now())
            return 0.0
        async with lane.turns[letter.rank > REPLY]:
            while (wait := self.lane_wait(lane, spared)) > 0:
                if wait > PATIENCE:
                    return wait
                await asyncio.sleep(wait)
            lane.pace = lane.pace.take(self.clock.now())
        return 0.0

    def lane_wait(self, lane: Lane, spared: float) -> float:
        """Seconds until a lane takes one more."""
        now = self.clock.now()
        lane.pace = lane.pace.follow(now)
        return lane.pace.wait(now, spared)

    def leave(self, letter: Letter) -> None:
        """Note that a letter's call is over; one that took long is counted again, for it may have been heard late."""
        self.counted.pop(letter.number, None)
        lane, now = self.lanes.get(lane_of(letter)), self.clock.now()
        began = lane.under_way.pop(letter.number, None) if lane else None
        if lane and began and now - began > SLOW:
            lane.late += 1
            lane.pace = lane.pace.take(now)
            if letter.chat in self.chats:
                self.chats[letter.chat].take(now)

    async def too_fast(self, letter: Letter, seconds: float, *, everyone: bool) -> None:
        """Heed a platform that says so: of a chat, of a lane; of a second chat while the first still rests, of all."""
        name, now = lane_of(letter), self.clock.now()
        if counts_chats(letter):
            await self.hold_chat(letter, seconds)
            chat, until = self.refused.get(name, (letter.chat, now))
            everyone = everyone or (chat != letter.chat and until > now)
            self.refused[name] = (letter.chat, now + timedelta(seconds=seconds))
        if name in self.lanes and (everyone or letter.is_for_many):
            await self.hold([name], seconds)

    async def hold_chat(self, letter: Letter, seconds: float) -> None:
        """Let nothing go into a letter's chat for so long."""
        chat = self.chat(letter.chat)
        chat.pace = chat.pace.hold(self.clock.now() + timedelta(seconds=seconds))

    async def hold(self, names: Iterable[str], seconds: float) -> None:
        """Let nothing go by these lanes for so long."""
        for name in names:
            lane = self.lanes[name]
            lane.pace = lane.pace.hold(self.clock.now() + timedelta(seconds=seconds))

    def chat(self, name: str) -> InChat:
        """What may go into a chat; the one that was asked for last is forgotten last."""
        now = self.clock.now()
        found = self.chats.pop(name, None) or InChat(Pace.full(A_CHAT.per_second, A_CHAT.burst, now))
        found.follow(now)
        self.chats[name] = found
        if len(self.chats) > MOST_CHATS:
            self.chats.popitem(last=False)
        return found
