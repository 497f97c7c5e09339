"""What the platforms let us send: for a whole bot (a lane), for one chat, for one group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from storage.outbox import REPLY, Letter


@dataclass(frozen=True, slots=True)
class Limit:
    """So many calls a second, and so many at once; a little under what the platform allows."""

    per_second: float
    burst: float
    kept: float = 0.0
    """So many of what may go at once are left to answers: whoever waits for one never waits behind bulk."""
    ahead: int = 1
    """So many are asked for together where several processes share the lane."""


TELEGRAM, LINE_REPLY, LINE_PUSH, LINE_MULTICAST = "telegram", "line/reply", "line/push", "line/multicast"
LANES: Final = {
    TELEGRAM: Limit(29.9, 21.0, kept=5.0),
    LINE_REPLY: Limit(1990.0, 1000.0, ahead=100),
    LINE_PUSH: Limit(1990.0, 1000.0, kept=200.0, ahead=100),
    LINE_MULTICAST: Limit(199.5, 140.0),
}
"""Telegram counts what a bot sends; LINE counts each kind of call for itself.

The rates are a little lower than the platforms', so that a clock that goes fast does not run their buckets dry; what
may go at once leaves room for what is up to 0.3 seconds late.
"""
UNASKED_LANES: Final = {"telegram": (TELEGRAM,), "line": (LINE_PUSH, LINE_MULTICAST)}
"""By which lanes of a channel go letters that nobody waits for."""
A_CHAT: Final = Limit(1.0, 3.0)
MOST_IN_A_GROUP: Final = 20
MINUTE: Final = 60.5
"""Telegram lets so many messages into a group within a minute; half a second is for the way there."""


def lane_of(letter: Letter) -> str:
    """The lane that a letter goes by, where its platform has any."""
    if letter.channel != "line":
        return letter.channel
    if letter.is_for_many:
        return LINE_MULTICAST
    return LINE_REPLY if (letter.free_reply or {}).get("token") else LINE_PUSH


def counts_chats(letter: Letter) -> bool:
    """Whether its platform limits what goes into one chat."""
    return letter.channel == "telegram"


def is_group(chat: str) -> bool:
    """Whether this is a group of Telegram's: these have negative numbers."""
    return chat.startswith("telegram:-")


def spare(lane: str, rank: int) -> float:
    """How much of a lane a letter of this rank leaves to others."""
    return 0.0 if rank == REPLY else LANES[lane].kept
