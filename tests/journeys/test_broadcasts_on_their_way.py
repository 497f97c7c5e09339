"""Something said to many, over HTTP: killed half-way, with a bad address, a month used up, paused, undone."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from domain.broadcasts import Audience, Contents, Way
from simulator.faults import Fault
from simulator.phone import Phone
from simulator.settings import Settings
from storage import broadcasts, people, quotas, staff
from storage.columns import new_id
from storage.schema import broadcast_people, chats, outbox
from storage.schema import broadcasts as table
from storage.schema import people as people_table
from tests.journeys.process import process_world
from tests.journeys.world import World, chat_of, said, until, world

WORDS = "พรุ่งนี้มีเวิร์กช็อป"
FREE = Settings(rate_scale=0, line_quota=None)
ON_LINE, ON_TELEGRAM = 1200, 120


def crowd(here: World, line: int = 0, telegram: int = 0) -> list[Phone]:
    """So many people who joined earlier and agreed to hear of roles, each with a phone."""
    phones = [add_phone(here, "line", number) for number in range(line)]
    phones += [add_phone(here, "telegram", number) for number in range(telegram)]
    with here.engine.begin() as tx:
        join(tx, here, phones)
    return phones


def add_phone(here: World, channel: Any, number: int) -> Phone:
    """A phone on which the chat was opened long ago."""
    phone = here.simulator.add_phone(f"{channel} {number}", channel)
    phone.opened = True
    return phone


def join(tx: Connection, here: World, phones: Sequence[Phone]) -> None:
    """Write down the people behind these phones."""
    now = here.clock.now()
    ids = [new_id() for _ in phones]
    person = {"joined_at": now, "noticed_at": now, "adult": True, "hears_of_roles": True, "name": "มะลิ"}
    lists = {"causes": [], "slots": [], "answered": []}
    tx.execute(insert(people_table), [{"id": key, **person, **lists} for key in ids])
    chat = {"language": "th", "language_chosen": True, "reachable": True, "talk": {}}
    named = zip(ids, phones, strict=True)
    tx.execute(insert(chats), [{"name": chat_of(phone), "person": key, **chat} for key, phone in named])


async def member(here: World) -> Phone:
    """A member of staff on Telegram, who wants no news for volunteers."""
    phone = add_phone(here, "telegram", 9999)
    with here.engine.begin() as tx:
        join(tx, here, [phone])
        found = tx.execute(select(chats.c.person).where(chats.c.name == chat_of(phone))).scalar_one()
        staff.join(tx, found, here.clock.now())
        people.consent(tx, found, "role_news", "no", here.clock.now())
    return phone


async def begin(here: World, by: Phone, way: Way = Way.ALL) -> str:
    """Plan a broadcast that begins at once, once LINE has told of its month; gives its id."""
    await until(partial(knows_the_month, here))
    now = here.clock.now()
    with here.engine.begin() as tx:
        author = tx.execute(select(chats.c.person).where(chats.c.name == chat_of(by))).scalar_one()
        found = broadcasts.draft(tx, Audience("everyone"), Contents("text", {"th": WORDS}), None, author, now)
        broadcasts.plan(tx, found, way, now, paid=0)
    return found


def knows_the_month(here: World) -> bool:
    with here.engine.connect() as tx:
        return quotas.latest(tx, "line") is not None


def standing(here: World, broadcast: str) -> str:
    """The broadcast's state."""
    with here.engine.connect() as tx:
        return str(tx.execute(select(table.c.state).where(table.c.id == broadcast)).scalar_one())


def states(here: World, broadcast: str) -> Counter[str]:
    """How many people are in each state?"""
    return here.states(broadcast_people, broadcast_people.c.broadcast == broadcast)


def is_done(here: World, broadcast: str) -> bool:
    return standing(here, broadcast) == "done"


def heard(phones: Sequence[Phone]) -> Counter[int]:
    """How many phones have read it how often?"""
    return Counter(said(phone).count(WORDS) for phone in phones)


def in_flight(here: World) -> set[str]:
    """Which Telegram letters may have been sent, although nobody wrote it down?"""
    leased = outbox.c.leased_until.is_not(None) & outbox.c.chat.startswith("telegram:") & (outbox.c.state == "waiting")
    with here.engine.connect() as tx:
        return set(tx.execute(select(outbox.c.id).where(leased)).scalars())


async def test_killed_twice_half_way_nobody_on_line_hears_it_twice_and_nobody_is_left_out(
    database_url: str, tmp_path: Path
) -> None:
    async with process_world(database_url, tmp_path, FREE) as (here, process):
        by = await member(here)
        phones = crowd(here, ON_LINE, ON_TELEGRAM)
        on_line, on_telegram = phones[:ON_LINE], phones[ON_LINE:]
        # What the platforms take is answered late, so that the kill comes between their taking and our noting it.
        here.simulator.faults.add(Fault("stall", endpoint="multicast", seconds=5))
        here.simulator.faults.add(Fault("stall", endpoint="sendMessage", seconds=0.2))
        broadcast = await begin(here, by)
        doubtful: list[set[str]] = []
        for reached in (0.2, 0.6):
            await until(partial(have_heard, on_telegram, int(reached * ON_TELEGRAM)), 40)
            await process.kill()
            doubtful.append(in_flight(here))
            await process.start()
        await until(partial(is_done, here, broadcast), 60)
        leased = sum(map(len, doubtful))
        twice = sum((times - 1) * count for times, count in heard(on_telegram).items())
        counters = here.simulator.counters
        print(
            f"\n  {here.engine.dialect.name}: killed twice; LINE: {counters.calls['multicast']} multicasts, "
            f"{counters.repeats} sent again and refused; Telegram: {leased} in flight, {twice} heard twice"
        )
        assert heard(on_line) == {1: ON_LINE}
        assert heard(on_telegram)[0] == 0
        assert 0 <= twice <= min(leased, 2 * 16)
        assert len(set.union(*doubtful)) <= 2 * 16
        assert states(here, broadcast) == {"sent": ON_LINE + ON_TELEGRAM}


def have_heard(phones: Sequence[Phone], count: int) -> bool:
    """Have so many of them read it?"""
    return sum(bool(said(phone)) for phone in phones) >= count


@pytest.mark.parametrize("names", [True, False], ids=["named", "unnamed"])
async def test_a_bad_address_does_not_sink_its_chunk(sqlite_url: str, names: bool) -> None:
    settings = Settings(rate_scale=0, line_quota=None, line_strict_multicast=True, line_multicast_names=names)
    async with world(sqlite_url, settings) as here:
        by = await member(here)
        phones = crowd(here, line=40)
        with here.engine.begin() as tx:
            strange = update(chats).where(chats.c.name == chat_of(phones[17]))
            tx.execute(strange.values(name="line:U" + "f" * 32))
        broadcast = await begin(here, by)
        await until(partial(is_done, here, broadcast), 20)
        assert states(here, broadcast) == {"sent": 39, "failed": 1}
        assert heard(phones) == {1: 39, 0: 1}


async def test_a_month_used_up_in_the_middle_holds_the_rest_and_staff_hear_of_it(sqlite_url: str) -> None:
    async with world(sqlite_url, Settings(rate_scale=0, line_quota=2000)) as here:
        by = await member(here)
        on_line, on_telegram = crowd(here, line=1500), crowd_on_telegram(here)
        await until(partial(knows_the_month, here))
        here.simulator.line.quota.use(1300, here.clock.now())
        broadcast = await begin(here, by)
        await until(partial(is_done, here, broadcast), 20)
        assert states(here, broadcast) == {"sent": 500 + 30, "held": 1000}
        assert heard(on_line) == {1: 500, 0: 1000}
        assert heard(on_telegram) == {1: 30}, "what is free goes on"
        await by.wait_for("1,000")
        await by.wait_for("จบแล้ว")
        here.simulator.settings.line_quota = 5000
        await by.tap("ดูความคืบหน้า")
        await here.bot.platforms.read_quotas()
        await by.wait_for("รอโควตา")
        await by.tap("ส่งถึงคนที่รอโควตา")
        await until(lambda: states(here, broadcast) == {"sent": 1530}, 20)
        assert heard(on_line) == {1: 1500}


def crowd_on_telegram(here: World) -> list[Phone]:
    return crowd(here, telegram=30)


async def test_a_pause_is_immediate_and_what_goes_on_leaves_nobody_out(anywhere: World) -> None:
    by = await member(anywhere)
    phones = crowd(anywhere, telegram=150)
    broadcast = await begin(anywhere, by)
    await until(partial(have_heard, phones, 20))
    await by.say("ข่าวที่ส่ง")
    await by.wait_for("ดูข่าวไหน")
    await by.say("1")
    await by.wait_for("กำลังส่ง")
    await by.tap("หยุดพัก")
    await by.wait_for("หยุดพักแล้ว")
    await anywhere.settled()
    paused = heard(phones)[1]
    assert 20 <= paused < 120
    assert states(anywhere, broadcast) == {"sent": paused, "queued": 150 - paused}
    await asyncio.sleep(0.5)
    assert heard(phones)[1] == paused
    await by.tap("ส่งต่อ")
    await until(partial(is_done, anywhere, broadcast), 20)
    assert heard(phones) == {1: 150}


async def sent_in_a_minute(here: World) -> tuple[Phone, list[Phone]]:
    """Somebody of staff who has sent news to six people, a minute before it goes out; and the six."""
    by = await member(here)
    phones = crowd(here, line=3, telegram=3)
    for words in ("ส่งข่าว", "ทุกคน", "ข้อความ", WORDS, "ข้าม"):
        await by.say(words)
        await here.settled()
    await by.tap("ส่งถึง 6 คน")
    await here.settled()
    await by.tap("ส่งเลย")
    await by.wait_for("อีก 1 นาที")
    return by, phones


async def test_what_is_undone_within_the_minute_reaches_nobody(here: World) -> None:
    by, phones = await sent_in_a_minute(here)
    await by.tap("ยกเลิกการส่ง")
    await by.wait_for("ยกเลิกแล้ว")
    here.clock.move(timedelta(minutes=2))
    await asyncio.sleep(1.5)
    assert heard(phones) == {0: 6}
    assert here.simulator.counters.pushes == 0


async def test_nothing_goes_before_the_minute_is_over_and_then_it_does(here: World) -> None:
    by, phones = await sent_in_a_minute(here)
    await asyncio.sleep(1.5)
    assert heard(phones) == {0: 6}
    here.clock.move(timedelta(minutes=1))
    await until(lambda: heard(phones) == {1: 6})
    await by.wait_for("ส่งข่าวจบแล้ว")


async def test_somebody_who_chats_is_answered_while_it_runs(database_url: str) -> None:
    async with world(database_url, Settings(line_quota=None)) as here:
        await answered_while_it_runs(here)


async def answered_while_it_runs(anywhere: World) -> None:
    by = await member(anywhere)
    everybody = crowd(anywhere, line=600, telegram=150)
    chatting = everybody[-1]
    broadcast = await begin(anywhere, by)
    answered = 0
    while not is_done(anywhere, broadcast):
        await chatting.say("เมนู")
        await menu(chatting)
        answered += 1
        await asyncio.sleep(1.0)
    assert answered >= 3
    assert heard(everybody) == {1: 750}
    assert not [call for call in anywhere.simulator.calls.calls if call.status == 429]


async def menu(phone: Phone) -> None:
    """Wait for an answer that is not the broadcast."""
    while WORDS in (await phone.next(3)).text:
        continue


async def test_several_processes_share_a_broadcast_and_nobody_hears_it_twice(postgres_url: str) -> None:
    async with world(postgres_url, FREE, bots=2) as here:
        by = await member(here)
        phones = crowd(here, line=1100, telegram=100)
        broadcast = await begin(here, by)
        await until(partial(is_done, here, broadcast), 30)
        assert heard(phones) == {1: 1200}
