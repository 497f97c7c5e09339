"""The APIs answer wrongly: an error before or after the call was done, a cut connection, an odd body, too many."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from simulator.faults import Kind
from tests.faults.stage import ENDPOINTS, Stage

MOMENTS: Final = (0.1, 0.4, 0.7)
"""When in the talk it happens (0 to 1)."""
ODD_BODY: Final = '{"ok": true, "result": true, "sentMessages": "none"}'
BURST_SECONDS: Final = 3.0
"""The longest that one lasts: where a platform seems to be away we hardly call it."""
TAKEN_UNHEARD: Final = frozenset({"error_after", "drop_after"})
STORM_SECONDS: Final = 10.0
RETRY_AFTER: Final = 3.0


def each_time(kind: Kind) -> Callable[..., Awaitable[None]]:
    """The fault of this kind: three bursts of calls that go wrong, one after the other on both platforms."""

    async def happen(stage: Stage, *, long: bool) -> None:
        """Let bursts of calls go wrong."""
        made = []
        for moment in MOMENTS:
            await stage.reached(moment)
            made += stage.trouble(kind, count=40 if long else 4, body=ODD_BODY)
            await asyncio.sleep(BURST_SECONDS)
            stage.end(made)
        await stage.reached(0.95)
        stage.struck += sum(fault.struck for fault in made)
        if kind in TAKEN_UNHEARD:
            stage.unknown += sum(fault.struck for fault in made if fault.endpoint == ENDPOINTS[1])

    return happen


async def storm(stage: Stage, *, long: bool) -> None:
    """Let every call be one too many for a while; Telegram says after how many seconds to try again."""
    await stage.reached(0.3)
    made = stage.trouble("too_many", RETRY_AFTER if long else 1.0)
    await asyncio.sleep(STORM_SECONDS if long else 1.0)
    stage.all_well()
    stage.struck += sum(fault.struck for fault in made)
