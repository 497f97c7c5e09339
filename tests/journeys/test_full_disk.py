"""The disk fills up in the middle of several people's turns: none of them counts as answered, and later all are."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from domain.events import MESSAGE_RECEIVED
from flows.engine import Turn
from handlers import HANDLERS
from storage.schema import inbox, settings
from tests.journeys.world import World, said


@pytest.mark.usefixtures("hasty")
async def test_a_disk_that_fills_up_in_mid_turn_loses_nobodys_answer(
    here: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    phones = [await here.phone("line", f"อาสา {number}") for number in range(5)]
    tries: list[str] = []

    def answer(turn: Turn) -> None:
        turn.say(turn.event.facts["text"])
        tries.append(turn.chat.name)
        if len(tries) == 3:
            turn.tx.exec_driver_sql("PRAGMA max_page_count = 1")  # no page more than now
            turn.tx.execute(insert(settings).values(name="everything", value="too much " * 10_000, changed_at=turn.now))

    monkeypatch.setitem(HANDLERS, MESSAGE_RECEIVED, answer)
    async with here.simulator.line.webhook.together():
        for phone in phones:
            await phone.say(f"from {phone.id}")
    await here.settled()
    assert len(tries) == 3 + len(phones), "what came before the failure is done again as well"
    assert [said(phone)[-1] for phone in phones] == [f"from {phone.id}" for phone in phones]
    assert here.states(inbox) == {"done": 2 * len(phones)}
