"""The machine's clock jumps by hours, forward and back, while people talk; the platforms' clocks are right."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.faults.stage import Stage

JUMPS = (3.0, 0.0, -5.0, 0.0, 26.0, 0.0)
"""Where the clock stands after each jump, in hours from the truth."""
REST_SECONDS = 2.0


def put(folder: Path, hours: float) -> None:
    """Put the clock of the machine that the bot runs on."""
    kept = folder / "hours"
    new = kept.with_suffix(".new")
    new.write_text(str(hours))
    new.replace(kept)


async def happen(stage: Stage, *, long: bool) -> None:
    """Put the clock again and again."""
    jumps = JUMPS if long else JUMPS[:4]
    for place, hours in enumerate(jumps):
        await stage.reached((place + 1) / (len(jumps) + 1))
        put(stage.folder, hours)
        stage.struck += 1
        await asyncio.sleep(REST_SECONDS if long else 0.2)
