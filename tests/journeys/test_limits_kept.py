"""At the platforms' real limits, with one process and with two that share a database: nobody ever says 429."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.limits import MOST_IN_A_GROUP, Limit
from domain.messages import Message
from simulator.faults import Fault
from simulator.phone import Phone
from simulator.settings import Settings
from storage import outbox as letters
from storage.outbox import BULK, REPLY, Draft
from storage.schema import outbox
from tests.journeys.world import World, chat_of, said, until, world

REAL = Settings(line_quota=None)
BOTH = pytest.mark.parametrize(("address", "bots"), [("sqlite_url", 1), ("postgres_url", 2)], ids=["one", "two"])


def opened(here: World, channel: Any, number: int) -> Phone:
    phone = here.simulator.add_phone(f"{channel} {number}", channel)
    phone.opened = True
    return phone


def write(here: World, phones: list[Phone], words: str, rank: int) -> None:
    with here.engine.begin() as tx:
        drafts = [Draft(chat_of(phone), (Message(words),), rank) for phone in phones]
        letters.write(tx, drafts, here.clock.now())
    for bot in here.bots:
        bot.delivery.wake()


def refused(here: World) -> int:
    return sum(call.status == 429 for call in here.simulator.calls.calls)


@BOTH
async def test_bulk_and_more_answers_than_may_go_at_once(
    request: pytest.FixtureRequest, address: str, bots: int
) -> None:
    async with world(request.getfixturevalue(address), REAL, bots=bots) as here:
        crowd = [opened(here, "telegram", number) for number in range(180)]
        asking, told = crowd[:60], crowd[60:]
        write(here, told, "news", BULK)
        await until(lambda: sum(bool(said(phone)) for phone in told) > 30)
        write(here, asking, "answer", REPLY)
        await until(lambda: all(said(phone) for phone in asking))
        assert not all(said(phone) for phone in told), "whoever waits for an answer goes before bulk"
        await here.settled(30)
        assert [said(phone) for phone in crowd] == [["answer"]] * 60 + [["news"]] * 120
        assert refused(here) == 0
        if bots > 1:
            assert all(bot.delivery.outcomes["telegram", "sent"] for bot in here.bots), "they share the work"


async def in_turn(here: World, phone: Phone, count: int) -> None:
    """Write letters into one chat: where there are two processes, the first sends half of them, the other the rest."""
    for start, only in ((0, here.bots[0]), (count // 2, here.bots[-1])):
        for bot in here.bots:
            now = here.clock.now()
            bot.delivery.resting = {} if bot is only else {"telegram": (now, now + timedelta(hours=1))}
        for number in range(start, start + count // 2):
            write(here, [phone], f"part {number}", REPLY)
        if start == 0:
            await here.settled(20)


@BOTH
async def test_many_letters_into_one_chat_and_one_of_many_parts(
    request: pytest.FixtureRequest, address: str, bots: int
) -> None:
    async with world(request.getfixturevalue(address), REAL, bots=bots) as here:
        phone, other = opened(here, "telegram", 1), opened(here, "telegram", 2)
        await in_turn(here, phone, 8)
        with here.engine.begin() as tx:
            five = tuple(Message(f"line {number}") for number in range(5))
            letters.write(tx, [Draft(chat_of(other), five)], here.clock.now())
        await here.settled(20)
        assert said(phone) == [f"part {number}" for number in range(8)]
        assert said(other) == [f"line {number}" for number in range(5)]
        assert refused(here) == 0


@BOTH
async def test_no_more_than_twenty_go_into_a_group_within_a_minute(
    request: pytest.FixtureRequest, address: str, bots: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in ("bot.gate.A_CHAT", "bot.shared_gate.A_CHAT"):
        monkeypatch.setattr(place, Limit(100.0, 100.0))
    settings = Settings(line_quota=None, telegram_chat_burst=100)
    async with world(request.getfixturevalue(address), settings, bots=bots) as here:
        group = here.simulator.add_group("ทีม", "telegram", [opened(here, "telegram", 1)])
        group.opened = True
        await in_turn(here, group, MOST_IN_A_GROUP + 6)
        await until(lambda: len(said(group)) == MOST_IN_A_GROUP)
        await asyncio.sleep(1)
        assert len(said(group)) == MOST_IN_A_GROUP
        assert refused(here) == 0
        with here.engine.begin() as tx:
            late = tx.execute(select(outbox.c.due_at, outbox.c.why).where(outbox.c.state == "waiting")).all()
        assert len(late) == 6
        waiting = [row for row in late if row.due_at > here.clock.now() and "pace" in row.why]
        assert waiting, "it goes when the minute is over"


@BOTH
async def test_multicasts_and_pushes_go_as_fast_as_line_takes_them(
    request: pytest.FixtureRequest, address: str, bots: int
) -> None:
    async with world(request.getfixturevalue(address), REAL, bots=bots) as here:
        crowd = [opened(here, "line", number) for number in range(300)]
        write(here, crowd, "news", BULK)
        await here.settled(30)
        assert [said(phone) for phone in crowd] == [["news"]] * 300
        assert refused(here) == 0


async def test_what_telegram_says_to_one_process_holds_for_the_other(postgres_url: str) -> None:
    async with world(postgres_url, REAL, bots=2) as here:
        crowd = [opened(here, "telegram", number) for number in range(20)]
        here.simulator.faults.add(Fault("too_many", count=2, endpoint="sendMessage", seconds=4))
        write(here, crowd[:2], "too fast", REPLY)
        await until(lambda: refused(here) == 2)
        await asyncio.sleep(0.3)
        write(here, crowd[2:], "later", REPLY)
        await here.settled(20)
        calls = here.simulator.calls.matching("sendMessage")
        last_refused = max(call.at for call in calls if call.status == 429)
        first_taken = min(call.at for call in calls if call.status == 200)
        assert (first_taken - last_refused).total_seconds() > 3.5, "the whole bot rests, in both processes"
        assert all(len(said(phone)) == 1 for phone in crowd)
