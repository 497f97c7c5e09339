"""A platform that is away: its channel rests, one letter tries it now and then, staff hear of it by the other one."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select, update

from simulator.faults import Fault
from simulator.phone import Phone
from simulator.settings import Settings
from storage import people, staff
from storage.schema import chats, outages, outbox
from tests.journeys.test_rooms_on_their_way import by_day
from tests.journeys.world import World, chat_of, said, until, ways, world

MANY = 12


async def crowd(here: World, channel: Any) -> list[Phone]:
    phones = [here.simulator.add_phone(f"{channel} {number}", channel) for number in range(MANY)]
    for phone in phones:
        phone.opened = True
    return phones


def make_staff(here: World, language: str, *phones: Phone) -> None:
    """One member of staff, with all of these chats."""
    with here.engine.begin() as tx:
        person = people.join(tx, here.clock.now())
        mine = update(chats).where(chats.c.name.in_([chat_of(phone) for phone in phones]))
        tx.execute(mine.values(person=person, talk={}, language=language))
        staff.join(tx, person, here.clock.now())


def tries(here: World, path: str) -> int:
    return len(here.simulator.calls.matching(path))


def about(phone: Phone, name: str) -> list[str]:
    return [text for text in said(phone) if text.removeprefix("⚠ ").startswith(f"{name} ")]


@pytest.mark.parametrize("kind", ["drop_before", "error_before", "html"])
async def test_nothing_runs_against_a_wall_and_all_goes_on_at_the_first_success(sqlite_url: str, kind: Any) -> None:
    async with world(sqlite_url) as here:
        phones, on_line = await crowd(here, "telegram"), await here.phone("line")
        here.simulator.faults.add(Fault(kind, channel="telegram", endpoint="sendMessage"))
        for phone in phones:
            here.tell(phone, "patience")
        await until(lambda: here.bot.delivery.breakers["telegram"].is_open)
        before = tries(here, "sendMessage")
        assert before <= MANY
        await asyncio.sleep(3.5)
        assert 1 <= tries(here, "sendMessage") - before <= 3, "after a second, and after two more"
        here.tell(on_line, "LINE goes on")
        await until(lambda: said(on_line)[-1] == "LINE goes on")
        status, ready = await here.get("/ready")
        assert (status, ready["away"]) == (200, ["telegram"]), "what people write is still taken in"
        assert await metric(here, 'handup_platform_away_seconds{channel="telegram"}') > 2
        here.simulator.faults.clear()
        await here.settled(15)
        assert [said(phone) for phone in phones] == [["patience"]] * MANY
        assert "away" not in (await here.get("/ready"))[1]
        assert await metric(here, 'handup_platform_away_seconds{channel="telegram"}') == 0


async def metric(here: World, name: str) -> float:
    address = f"http://127.0.0.1:{here.bot.port}/metrics"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        lines = (await answer.text()).splitlines()
    return float(next(line for line in lines if line.startswith(name)).split()[-1])


@pytest.mark.usefixtures("echo")
async def test_a_free_reply_is_still_free_when_line_is_back_within_the_minute(sqlite_url: str) -> None:
    async with world(sqlite_url) as here:
        phones = [await here.phone("line", f"อาสา {number}") for number in range(6)]
        here.simulator.faults.add(Fault("drop_before", endpoint="message/"))
        for phone in phones:
            await phone.say("hello?")
        await until(lambda: here.bot.delivery.breakers["line"].is_open)
        late = phones[0]
        await late.say("still there?")
        await asyncio.sleep(1.5)
        here.simulator.faults.clear()
        await here.settled(20)
        assert all(said(phone)[1:] == ["hello?"] for phone in phones[1:])
        assert said(late)[-1] == "still there?"
        assert {how for phone in phones for how in ways(phone)} == {"reply"}
        assert here.simulator.counters.pushes == 0


@pytest.mark.parametrize("bots", [1, 2])
async def test_staff_hear_once_by_the_other_channel_that_it_lasts_and_once_that_it_is_over(
    postgres_url: str, bots: int
) -> None:
    async with world(postgres_url, Settings(rate_scale=0, line_quota=None), bots=bots) as here:
        by_day(here)
        on_line, also = await here.phone("line", "นก"), await here.phone("telegram", "นก")
        english, only = await here.phone("line", "Ben"), await here.phone("telegram", "Tom")
        make_staff(here, "th", on_line, also)
        make_staff(here, "en", english)
        make_staff(here, "en", only)
        phones = await crowd(here, "telegram")
        here.simulator.faults.add(Fault("drop_before", channel="telegram", endpoint="sendMessage"))
        for phone in phones:
            here.tell(phone, "patience")
        await until(lambda: any(bot.delivery.breakers["telegram"].is_open for bot in here.bots))
        await until(lambda: known_as_away(here))
        await asyncio.sleep(1.5)
        assert about(on_line, "Telegram") == [], "it may be over in a moment"
        here.clock.move(timedelta(minutes=2, seconds=5))
        await until(lambda: about(on_line, "Telegram") and about(english, "Telegram"))
        assert "ไม่ตอบเรา" in about(on_line, "Telegram")[0]
        assert "has not answered us since" in about(english, "Telegram")[0]
        here.clock.move(timedelta(minutes=10))
        await asyncio.sleep(1.5)
        here.simulator.faults.clear()
        here.clock.move(timedelta(minutes=1))
        await until(lambda: len(about(on_line, "Telegram")) == len(about(english, "Telegram")) == 2, 20)
        assert "กลับมาแล้ว" in about(on_line, "Telegram")[1]
        assert "is back" in about(english, "Telegram")[1]
        await here.settled(20)
        await asyncio.sleep(1.5)
        assert len(about(on_line, "Telegram")) == len(about(english, "Telegram")) == 2
        assert about(also, "Telegram") == about(only, "Telegram") == []
        assert all(said(phone) == ["patience"] for phone in phones)
        assert not known_as_away(here)


def known_as_away(here: World) -> bool:
    with here.engine.begin() as tx:
        return tx.execute(select(outages.c.channel)).first() is not None


async def test_at_night_nobody_is_told(sqlite_url: str) -> None:
    async with world(sqlite_url) as here:
        by_day(here)
        here.clock.move(timedelta(hours=13))
        on_line, phones = await here.phone("line", "นก"), await crowd(here, "telegram")
        make_staff(here, "th", on_line)
        here.simulator.faults.add(Fault("drop_before", channel="telegram", endpoint="sendMessage"))
        for phone in phones:
            here.tell(phone, "patience")
        await until(lambda: known_as_away(here))
        here.clock.move(timedelta(minutes=10))
        await asyncio.sleep(2.5)
        assert about(on_line, "Telegram") == []
        here.clock.move(timedelta(hours=10))
        await until(lambda: about(on_line, "Telegram"))


async def test_letters_that_wait_are_nobodys_while_the_platform_is_away(sqlite_url: str) -> None:
    async with world(sqlite_url) as here:
        phones = await crowd(here, "telegram")
        here.simulator.faults.add(Fault("drop_before", channel="telegram", endpoint="sendMessage"))
        for phone in phones:
            here.tell(phone, "patience")
        await until(lambda: here.bot.delivery.breakers["telegram"].is_open)
        await until(lambda: len(leased(here)) <= 1)
        assert here.bot.delivery.room("telegram") == 0


def leased(here: World) -> list[int]:
    with here.engine.begin() as tx:
        held = select(outbox.c.number).where(outbox.c.state == "waiting", outbox.c.leased_until.is_not(None))
        return list(tx.execute(held).scalars())


async def test_a_platform_for_which_nothing_waits_is_asked_whether_it_is_back(sqlite_url: str) -> None:
    async with world(sqlite_url) as here:
        await here.phone("telegram")
        breaker = here.bot.delivery.breakers["telegram"]
        here.simulator.faults.add(Fault("drop_before", channel="telegram"))
        now = here.clock.now()
        assert [breaker.failed(number, now) for number in range(5)][-1]
        here.bot.delivery.wake()
        await until(lambda: breaker.wait > timedelta(seconds=1))
        assert breaker.is_open
        here.simulator.faults.clear()
        await until(lambda: not breaker.is_open)
