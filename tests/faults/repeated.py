"""Webhooks come three times, again long after they were answered, and in the wrong order."""

from __future__ import annotations

import asyncio
import json
import random

from tests.faults.stage import Stage


async def happen(stage: Stage, *, long: bool) -> None:
    """Repeat everything until the talk is nearly over, and old events between new ones."""
    del long
    line, telegram = stage.here.simulator.line.webhook, stage.here.simulator.telegram.updates
    stage.struck += 1
    with line.odd(duplicates=2), telegram.odd(duplicates=2):
        while len(stage.accepted) < 0.95 * stage.lines:
            await asyncio.sleep(0.05)
            await repeat_some(stage)


async def repeat_some(stage: Stage) -> None:
    """Tell a few old events again, the newest first, several of them in one webhook; and old updates of Telegram's."""
    line, telegram = stage.here.simulator.line.webhook, stage.here.simulator.telegram.updates
    if stage.events:
        old = random.choices(stage.events, k=3)
        again = [{**event, "deliveryContext": {"isRedelivery": True}} for event in old]
        again.sort(key=lambda event: event["timestamp"], reverse=True)
        await line._attempt(again, redelivery=True)
    for update in random.choices(stage.updates, k=2) if stage.updates else ():
        await telegram.post(json.dumps(update).encode())
    stage.struck += 5
