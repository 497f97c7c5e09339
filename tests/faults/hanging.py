"""Both APIs hang for half a minute: half of the calls were done at once, half are done when nobody waits any more."""

from __future__ import annotations

import asyncio

from tests.faults.stage import ENDPOINTS, Stage

LONG = 30.0
SHORT = 11.5
"""A little longer than a call is waited for."""


async def happen(stage: Stage, *, long: bool) -> None:
    """Let the APIs hang in the middle of the talk; the last late answers are waited for."""
    seconds = LONG if long else SHORT
    await stage.reached(0.2)
    done = stage.trouble("stall", seconds)
    await asyncio.sleep(seconds / 2)
    stage.all_well()
    later = stage.trouble("stall_before", seconds)
    await asyncio.sleep(seconds / 2)
    stage.all_well()
    await asyncio.sleep(seconds)
    hung = [fault for fault in (*done, *later) if fault.endpoint == ENDPOINTS[1]]
    stage.unknown += sum(fault.struck for fault in hung)
    stage.struck += sum(fault.struck for fault in (*done, *later))
