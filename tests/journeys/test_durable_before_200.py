"""A webhook is answered 200 when its event is durable, and not before: the process may die at once."""

from __future__ import annotations

from pathlib import Path

from simulator.faults import Fault
from storage.schema import inbox
from tests.journeys.process import process_world
from tests.journeys.world import said


async def test_an_event_is_durable_before_200_even_if_the_process_dies_at_once(sqlite_url: str, tmp_path: Path) -> None:
    async with process_world(sqlite_url, tmp_path) as (here, process):
        calm = await here.phone("line")
        await calm.say("menu")
        await here.settled()
        phone = await here.phone("line")
        here.simulator.faults.add(Fault("drop_before", endpoint="message/reply"))
        await phone.say("menu")
        await process.kill()
        assert here.simulator.line.webhook.deliveries[-1].outcome == 200
        assert here.states(inbox).total() == 4
        here.simulator.faults.clear()
        await process.start()
        await here.settled(40)
        assert here.states(inbox) == {"done": 4}
        assert said(phone) == said(calm)
