"""SIGTERM in mid-work, while both APIs hang: the process hands back what it has, and ends by itself."""

from __future__ import annotations

import asyncio

from tests.faults.stage import Stage

IN_TIME = 10.0
"""Within so many seconds, as the README promises; a supervisor would kill it then."""
HANGS = 30.0


async def happen(stage: Stage, *, long: bool) -> None:
    """Ask the process to end while everything hangs, and start it again."""
    for moment in (0.3, 0.6) if long else (0.5,):
        await stage.reached(moment)
        stage.trouble("stall", HANGS)
        await asyncio.sleep(2)
        await end(stage)
        stage.unknown += stage.on_the_way(in_doubt=True)
        stage.all_well()
        await stage.process.start()


async def end(stage: Stage) -> None:
    """Ask it to end, and see that it does."""
    seconds = await stage.process.stop()
    stage.struck += 1
    assert stage.process.running is not None
    if stage.process.running.returncode != 0:
        stage.wrong.append(f"ended with {stage.process.running.returncode}")
    if seconds > IN_TIME:
        stage.wrong.append(f"took {seconds:.0f} s to end")
    if leased(stage):
        stage.wrong.append(f"kept {leased(stage)} letters to itself")


def leased(stage: Stage) -> int:
    """How many Telegram messages it did not hand back."""
    return stage.on_the_way()
