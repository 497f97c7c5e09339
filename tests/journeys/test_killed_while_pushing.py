"""The process dies between LINE's taking a push and our noting it: the retry key keeps it from being seen twice."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from domain.messages import Message
from simulator.faults import Fault
from simulator.settings import Settings
from storage import outbox
from storage.outbox import REMINDER, Draft
from storage.schema import outbox as letters
from tests.journeys.process import process_world
from tests.journeys.world import World, until

PEOPLE = 20


async def test_a_push_that_line_took_before_the_kill_is_sent_again_and_not_seen_again(
    database_url: str, tmp_path: Path
) -> None:
    async with process_world(database_url, tmp_path, Settings(rate_scale=0, line_quota=None)) as (here, process):
        phones = [await here.phone("line", f"person {number}") for number in range(PEOPLE)]
        # LINE takes the push, and its answer is still on the way when the process dies.
        here.simulator.faults.add(Fault("stall", endpoint="message/push", channel="line", seconds=5))
        with here.engine.begin() as tx:
            drafts = [Draft(f"line:{phone.address}", (Message("พรุ่งนี้เจอกัน"),), REMINDER) for phone in phones]
            outbox.write(tx, drafts, here.clock.now())
        await until(partial(pushed, here, PEOPLE), 20)
        await process.kill()
        assert here.states(letters)["waiting"] == PEOPLE
        here.simulator.faults.clear()
        await process.start()
        await until(lambda: here.states(letters)["waiting"] == 0, 40)
        counters = here.simulator.counters
        print(f"\n  {PEOPLE} pushes taken before the kill, {counters.repeats} sent again, each seen once")
        assert counters.repeats == PEOPLE
        assert [counters.pushes_to[phone.id] for phone in phones] == [1] * PEOPLE


def pushed(here: World, count: int) -> bool:
    """Whether LINE has taken so many pushes."""
    return here.simulator.counters.pushes >= count
