"""Lets one fault happen on one database, and judges."""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.faults import (
    clock_jumps,
    database_gone,
    disk_full,
    hanging,
    kills,
    refusals,
    repeated,
    told_to_end,
)
from tests.faults.stage import Stage, stage
from tests.faults.verdict import Verdict, judge
from tests.journeys.cable import Cable

CROWD: Final = 200
SOME: Final = 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """One row of the table of faults."""

    name: str
    happen: Callable[..., Awaitable[None]]
    on: tuple[str, ...] = ("sqlite", "postgres")


FAULTS: Final = (
    Trouble("killed", kills.happen),
    Trouble("told to end while the APIs hang", told_to_end.happen),
    Trouble("the APIs hang", hanging.happen),
    Trouble("500 before it was done", refusals.each_time("error_before")),
    Trouble("500 after it was done", refusals.each_time("error_after")),
    Trouble("cut off after it was done", refusals.each_time("drop_after")),
    Trouble("200 with an odd body", refusals.each_time("odd_body")),
    Trouble("429 with a time to wait", refusals.storm),
    Trouble("webhooks repeated, out of order", repeated.happen),
    Trouble("the database is gone", database_gone.happen),
    Trouble("the clock jumps by hours", clock_jumps.happen),
    Trouble("the disk is full", disk_full.happen, on=("sqlite",)),
)


async def let_happen(trouble: Trouble, address: str | None, *, long: bool) -> Verdict:
    """Let a fault happen while a crowd talks; ``address`` is an empty PostgreSQL database, or nothing for SQLite."""
    random.seed(trouble.name)
    with tempfile.TemporaryDirectory(prefix="handup-faults-") as name:
        folder = Path(name)
        async with prepared(trouble, folder, address) as found:
            found.gather_crowd(CROWD if long else SOME)
            return await go_through([trouble], found, long=long)


async def go_through(troubles: list[Trouble], found: Stage, *, long: bool) -> Verdict:
    """Let faults happen one after the other while the crowd talks, and judge when all is quiet."""
    began = time.monotonic()
    await asyncio.gather(found.speak(), *(trouble.happen(found, long=long) for trouble in troubles))
    found.all_well()
    if not await found.settled():
        found.wrong.append("never came to rest")
    verdict = judge(found, ", ".join(trouble.name for trouble in troubles))
    verdict.seconds = time.monotonic() - began
    return verdict


@asynccontextmanager
async def prepared(trouble: Trouble, folder: Path, address: str | None) -> AsyncIterator[Stage]:
    """The stage that a fault needs."""
    options: dict[str, Any] = {}
    if trouble.happen is clock_jumps.happen:
        clock_jumps.put(folder, 0)
        options = {"program": ("-m", "tests.faults.elsewhen"), "HANDUP_HOURS": str(folder / "hours")}
    disk = folder / "disk"
    disk.mkdir()
    with disk_full.small_disk(disk) if trouble.happen is disk_full.happen else nullcontext():
        async with plugged_in(address) as cable:
            url = address or f"sqlite:///{disk / 'handup.sqlite'}"
            async with stage(url, folder, cable, **options) as found:
                yield found


@asynccontextmanager
async def plugged_in(address: str | None) -> AsyncIterator[Cable | None]:
    """A cable to PostgreSQL; SQLite has none."""
    if address is None:
        yield None
        return
    cable = Cable(address)
    await cable.plug_in()
    try:
        yield cable
    finally:
        await cable.pull_out()
