"""Three processes share one PostgreSQL: order is kept, everything happens once, and one that dies is not missed."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import timedelta
from functools import partial

import pytest
import pytest_asyncio
from sqlalchemy import update

from domain.broadcasts import Audience, Contents, Way
from domain.events import REMINDER_DUE
from domain.messages import Message
from simulator.faults import Fault
from simulator.phone import Phone
from simulator.settings import Settings
from storage import broadcasts, moves, outbox, people, processes, quotas, sessions, staff
from storage.outbox import REMINDER, Draft
from storage.schema import broadcasts as broadcast_table
from storage.schema import chats, inbox
from storage.schema import outbox as letters
from tests.conftest import postgres_database
from tests.journeys.replicas import Replicas, replicas
from tests.journeys.world import World, chat_of, said, until
from tests.storage import some

pytestmark = pytest.mark.asyncio(loop_scope="module")

SAYS = ("menu", "sticker", "สวัสดีค่ะ", "location", "qwertyuiop", "ช่วยด้วย", "sticker", "menu")
UNDER_LOAD = Settings(
    rate_scale=0, redelivery=True, redelivery_after=0.3, redelivery_times=200, telegram_backoff=0.3, line_quota=None
)
CHATS = 60
HOUR = timedelta(hours=1)
MOST_STATEMENTS = 6.0
"""A second, of an idle process, sweeps among them; if each of its nine workers looked once a second, it were more."""


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def three(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Replicas]:
    """Three processes, for one test after the other."""
    with postgres_database(postgres_server) as address:
        async with replicas(address, tmp_path_factory.mktemp("replicas"), settings=UNDER_LOAD) as found:
            yield found


def is_within(words: list[str], more: list[str]) -> bool:
    """Do all these words stand in the others, in this order?"""
    rest = iter(more)
    return all(word in rest for word in words)


async def in_peace(three: Replicas, says: Sequence[str] = SAYS) -> dict[str, list[str]]:
    """What somebody reads who says these things when nothing else happens, in each channel."""
    phones = await crowd(three.here, 1, 1)
    await asyncio.gather(*(three.talk(phone, says) for phone in phones))
    await three.here.settled(20 + 2 * len(says))  # Telegram takes one a second
    return {phone.channel: said(phone) for phone in phones}


async def crowd(here: World, line: int, telegram: int) -> list[Phone]:
    """People who have opened their chats, all at once."""
    phones = [here.phone("line", f"อาสา {number}") for number in range(line)]
    return await asyncio.gather(*phones, *(here.phone("telegram", f"Ben {number}") for number in range(telegram)))


def all_is_said(three: Replicas, phones: list[Phone], wanted: dict[str, list[str]]) -> None:
    """Everybody read what somebody in peace would: in order, everything, and nothing twice."""
    assert set(three.here.states(inbox)) == {"done"}
    assert set(three.here.states(letters)) == {"sent"}
    for phone in phones:
        assert said(phone) == wanted[phone.channel]


# ---------------------------------------------------------------- in peace


async def test_events_of_a_chat_that_reach_different_processes_are_answered_in_order_and_once(
    three: Replicas,
) -> None:
    random.seed(20261123)
    here = three.here
    wanted = await in_peace(three)
    phones = await crowd(here, CHATS // 2, CHATS // 2)
    before = Counter(each["action"] for each in three.logged("event_answered"))
    await asyncio.gather(*(three.talk(phone, SAYS, 0.05) for phone in phones))
    await here.settled(60)
    all_is_said(three, phones, wanted)
    assert here.simulator.counters.pushes == 0
    answered = Counter(each["action"] for each in three.logged("event_answered")) - before
    assert answered["event_answered"] == CHATS * len(SAYS)
    assert all(b"event_answered" in process.log.read_bytes() for process in three.processes)


async def test_idle_processes_leave_the_database_alone(three: Replicas, tell_figure: Callable[[str], None]) -> None:
    seconds = 5
    await asyncio.sleep(2.5)  # a bot that has just sent looks more often for a while
    heard = await three.heard(seconds)
    rate = heard.total() / seconds / len(three.processes)
    tell_figure(f"idle: {rate:.1f} statements a second for each of {len(three.processes)} processes")
    assert 0 < rate <= MOST_STATEMENTS, heard


async def test_what_somebody_without_workers_wrote_is_called_out(
    three: Replicas, tell_figure: Callable[[str], None]
) -> None:
    (phone,) = await crowd(three.here, 1, 0)
    waits = []
    for number in range(10):
        await asyncio.sleep(random.random() / 5)
        with three.here.engine.begin() as tx:
            outbox.write(tx, [Draft(chat_of(phone), (Message(f"news {number}"),))], three.here.clock.now())
            processes.call(tx, ["outbox"])
        began = time.monotonic()
        await phone.wait_for(f"news {number}", timeout=20)
        waits.append(time.monotonic() - began)
    await three.here.settled()
    tell_figure(f"called by NOTIFY: median {1000 * sorted(waits)[5]:.0f} ms until the letter arrives")


# ---------------------------------------------------------------- unasked


def join(here: World, phone: Phone) -> str:
    """Make the one with this phone somebody who is told of roles; gives their id."""
    now = here.clock.now()
    with here.engine.begin() as tx:
        person = some.person(tx, "มะลิ")
        tx.execute(update(chats).where(chats.c.name == chat_of(phone)).values(person=person, talk={}))
        people.consent(tx, person, "role_news", "yes", now)
    return person


def plan_sessions(here: World, persons: list[str], count: int) -> None:
    """Give everybody a seat in a project that meets tomorrow, several times."""
    now = here.clock.now()
    with here.engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project, seats=len(persons))
        for person in persons:
            moves.write(tx, role, person, "accepted", now)
        for number in range(count):
            begins = now + (20 + number) * HOUR
            sessions.plan(tx, project, "workshop", begins, begins + HOUR, f"ห้อง {number}", now=now)


async def test_three_that_look_send_each_reminder_and_each_letter_of_a_broadcast_once(three: Replicas) -> None:
    here, words = three.here, "พรุ่งนี้มีเวิร์กช็อป"
    phones = await crowd(here, 12, 12)
    persons = [join(here, phone) for phone in phones]
    before = {phone.id: len(said(phone)) for phone in phones}
    await until(partial(knows_the_month, here), 20)
    now = here.clock.now()
    with here.engine.begin() as tx:
        staff.join(tx, persons[0], now)
        made = broadcasts.draft(tx, Audience("everyone"), Contents("text", {"th": words}), None, persons[0], now)
        assert broadcasts.plan(tx, made, Way.ALL, now, paid=0)
    plan_sessions(here, persons, 2)
    await until(lambda: here.states(inbox, inbox.c.kind == REMINDER_DUE).total() >= len(phones), 40)
    await until(lambda: here.states(broadcast_table)["done"] == 1, 20)
    await here.settled(20)
    heard = [said(phone)[before[phone.id] :] for phone in phones]
    assert Counter(texts.count(words) for texts in heard) == {1: len(phones)}
    reminders = ["\n".join(text for text in texts if text != words) for texts in heard]
    assert [text.count("ห้อง 0") for text in reminders] == [1] * len(phones)
    assert [text.count("ห้อง 1") for text in reminders] == [1] * len(phones)


def knows_the_month(here: World) -> bool:
    """Whether LINE has told us of its month."""
    with here.engine.connect() as tx:
        return quotas.latest(tx, "line") is not None


# ---------------------------------------------------------------- stopped and killed


async def test_restarted_one_after_the_other_under_load_nothing_is_lost_or_repeated(three: Replicas) -> None:
    random.seed(20261123)
    here, restarted = three.here, asyncio.Event()
    phones = await crowd(here, 10, 10)

    async def talk(phone: Phone) -> int:
        rounds = 0
        while not restarted.is_set():
            await three.talk(phone, SAYS, 1.5)
            rounds += 1
        return rounds

    talking = [asyncio.ensure_future(talk(phone)) for phone in phones]
    for process in three.processes:
        await three.restart(process)
    restarted.set()
    rounds = await asyncio.gather(*talking)
    await until(lambda: not here.simulator.telegram.updates.pending, 60)
    await here.settled(60)
    wanted = {count: await in_peace(three, SAYS * count) for count in sorted(set(rounds))}
    for phone, count in zip(phones, rounds, strict=True):
        assert said(phone) == wanted[count][phone.channel], f"{count} rounds"
    assert set(here.states(inbox)) == {"done"}
    assert set(here.states(letters)) == {"sent"}


async def test_what_a_process_that_ends_still_sends_is_left_to_it(three: Replicas) -> None:
    here = three.here
    (phone,) = await crowd(here, 0, 1)
    # Telegram takes the message, and its answer is on the way for longer than the others wait for one who is gone.
    fault = here.simulator.faults.add(Fault("stall", endpoint="sendMessage", seconds=4))
    with here.engine.begin() as tx:
        outbox.write(tx, [Draft(chat_of(phone), (Message("news"),))], here.clock.now())
        processes.call(tx, ["outbox"])
    await until(lambda: three.in_hand() and said(phone)[-1] == "news", 20)
    sender = next(each for each in three.processes if three.number_of(each) in three.in_hand())
    await three.restart(sender)
    await here.settled(20)
    here.simulator.faults.active.remove(fault)
    assert said(phone).count("news") == 1


async def test_what_a_killed_process_had_in_hand_is_taken_over_and_all_goes_on(
    three: Replicas, tell_figure: Callable[[str], None]
) -> None:
    here, counters = three.here, three.here.simulator.counters
    wanted = await in_peace(three)
    told, phones = await crowd(here, 45, 0), await crowd(here, 20, 20)
    before, repeats, pushes = {phone.id: len(said(phone)) for phone in told}, counters.repeats, counters.pushes
    # LINE takes the pushes, and its answers are still on the way when the process dies.
    fault = here.simulator.faults.add(Fault("stall", endpoint="message/push", channel="line", seconds=8))
    with here.engine.begin() as tx:
        drafts = [Draft(chat_of(phone), (Message("พรุ่งนี้เจอกัน"),), REMINDER) for phone in told]
        outbox.write(tx, drafts, here.clock.now())
        processes.call(tx, ["outbox"])
    await until(lambda: counters.pushes == pushes + len(told), 20)
    victim = next(each for each in three.processes if three.number_of(each) in three.in_hand())
    number, others = three.number_of(victim), [each for each in three.processes if each is not victim]
    talking = [asyncio.ensure_future(three.talk(phone, SAYS, 0.2)) for phone in phones]
    await victim.kill()
    killed = time.monotonic()
    await until(lambda: number not in three.in_hand(), 30)
    took = time.monotonic() - killed
    here.simulator.faults.active.remove(fault)
    await asyncio.gather(*talking)
    await until(lambda: not here.simulator.telegram.updates.pending, 60)
    await here.settled(60)
    assert any(b'"taken_over"' in each.log.read_bytes() for each in others), "nobody waited for the lease to end"
    assert [len(said(phone)) - before[phone.id] for phone in told] == [1] * len(told)
    assert counters.repeats > repeats, "what it had in hand was sent again, and LINE knew it"
    for phone in phones:
        seen = said(phone)
        assert seen == wanted["line"] if phone.channel == "line" else is_within(wanted["telegram"], seen)
    tell_figure(f"killed: others had taken over {took:.1f} s later")
    await victim.start()
