"""SIGKILL under load, again and again, also while the process only begins; it is started again at once."""

from __future__ import annotations

import asyncio
import random

from tests.faults.stage import Stage

SLOW = 0.1
"""Seconds that the platforms take to answer what they have done, so that much is on its way at a kill."""
MANY = 50
FEW = 3
EVERY = 5
"""Which kills are followed by one while the process starts."""


async def happen(stage: Stage, *, long: bool) -> None:
    """Kill the process so many times while the crowd talks."""
    times = MANY if long else FEW
    stage.trouble("stall", SLOW)
    while stage.struck < times:
        await stage.reached((stage.struck + 1) / (times + 1))
        await asyncio.sleep(random.random() / 5)
        await stage.kill()
        if stage.struck % EVERY == 0 and stage.struck < times:
            await stage.process.launch()
            await asyncio.sleep(3 * random.random())
            await stage.kill()
        await stage.process.start()
    stage.all_well()
