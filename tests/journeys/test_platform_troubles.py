"""A platform that is slow, broken, full or closed: what is said arrives, on LINE exactly once."""

import asyncio
import time
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.doctor import examine
from simulator.faults import Fault
from simulator.settings import Settings
from storage.schema import chats, outbox
from tests.journeys.world import World, chat_of, environment, said, until, ways, world

BOTH = pytest.mark.parametrize("channel", ["line", "telegram"])
KINDS: tuple[Any, ...] = (
    "error_before",
    "error_after",
    "drop_before",
    "drop_after",
    "stall",
    "html",
    "odd_body",
    "too_many",
)
TAKEN_UNHEARD = {"error_after", "drop_after", "stall"}


@pytest.mark.usefixtures("hasty")
@BOTH
async def test_200_comes_at_once_while_the_platforms_api_hangs_for_half_a_minute(here: World, channel: Any) -> None:
    phone = await here.phone(channel)
    here.simulator.faults.add(Fault("stall_before", seconds=30))
    took = []
    for number in range(5):
        began = time.monotonic()
        await phone.say(f"hello {number}")
        took.append(time.monotonic() - began)
    assert max(took) < 1.0
    assert here.states().total() == 6


@pytest.mark.usefixtures("echo", "hasty")
@pytest.mark.parametrize("kind", KINDS)
async def test_what_meets_trouble_arrives_and_on_line_exactly_once(here: World, kind: Any) -> None:
    replied, pushed = await here.phone("line"), await here.phone("line", "เบน")
    on_telegram = await here.phone("telegram")
    body = '{"ok": true, "result": true}'
    for endpoint in ("message/reply", "message/push", "sendMessage"):
        here.simulator.faults.add(Fault(kind, count=1, endpoint=endpoint, seconds=1, body=body))
    await replied.say("just once")
    here.tell(pushed, "just once")
    here.tell(on_telegram, "at least once")
    await here.settled()
    assert said(replied).count("just once") == said(pushed).count("just once") == 1
    assert said(on_telegram).count("at least once") == (2 if kind in TAKEN_UNHEARD else 1)
    assert here.simulator.counters.pushes == 1
    assert here.simulator.counters.repeats == (1 if kind in TAKEN_UNHEARD else 0), "the push has a retry key"


@pytest.mark.usefixtures("echo")
async def test_an_answer_whose_reply_token_ran_out_is_pushed_once(here: World) -> None:
    phone = await here.phone("line")
    here.simulator.faults.add(Fault("drop_before", endpoint="message/reply"))
    await phone.say("late")
    await until(lambda: here.simulator.calls.matching("message/reply"))
    here.clock.move(timedelta(seconds=70))
    here.simulator.faults.clear()
    here.simulator.faults.add(Fault("error_after", count=1, endpoint="message/push"))
    await here.settled()
    counters = here.simulator.counters
    assert (ways(phone)[-1], said(phone).count("late")) == ("push", 1)
    assert (counters.pushes, counters.repeats) == (1, 1), "the push has a retry key"


async def test_what_is_not_worth_money_is_left_unsaid_when_its_reply_token_ran_out(here: World) -> None:
    phone = await here.phone("line")
    before = len(said(phone))
    here.simulator.faults.add(Fault("drop_before", endpoint="message/reply"))
    await phone.send("sticker")
    await until(lambda: here.simulator.calls.matching("message/reply"))
    here.clock.move(timedelta(seconds=70))
    here.simulator.faults.clear()
    await here.settled()
    assert len(said(phone)) == before
    assert here.letters()[-1] == "expired"
    assert here.simulator.counters.pushes == 0


@pytest.mark.usefixtures("echo")
async def test_a_line_that_hangs_delays_line_alone_and_loses_nothing(here: World) -> None:
    on_line = await asyncio.gather(*(here.phone("line", f"อาสา {number}") for number in range(70)))
    on_telegram = await here.phone("telegram")
    here.simulator.faults.add(Fault("stall_before", channel="line", endpoint="message", seconds=2))
    await asyncio.gather(*(phone.say(f"to {phone.id}") for phone in on_line))
    await asyncio.sleep(0.3)
    began = time.monotonic()
    await on_telegram.say("quick?")
    await on_telegram.wait_for("quick?")
    assert time.monotonic() - began < 1.5
    here.simulator.faults.clear()
    await here.settled(20)
    assert all(said(phone).count(f"to {phone.id}") == 1 for phone in on_line)


async def test_a_spent_month_holds_letters_and_the_doctor_shows_it(
    sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with world(sqlite_url, Settings(rate_scale=0, line_quota=1)) as here:
        phone = await here.phone("line")
        here.tell(phone, "the last one")
        await here.settled()
        here.tell(phone, "one too many")
        await here.settled()
        assert here.letters()[-2:] == ["sent", "held"]
        await phone.say("menu")
        assert {bubble.how for bubble in await phone.answers()} >= {"reply"}, "replies stay free"
        assert await examine(environment(sqlite_url, here.simulator)) == 1
        told = capsys.readouterr().out
        assert "1 letters held" in told
        assert "0 of 1 pushes left" in told


@pytest.mark.usefixtures("echo")
async def test_a_line_person_who_blocked_us_hears_nothing_until_they_return(here: World) -> None:
    phone = await here.phone("line")
    await phone.block()
    await here.settled()
    here.tell(phone, "are you there?")
    await here.settled()
    assert here.letters()[-1] == "unreachable"
    assert here.simulator.counters.pushes == 0
    assert not reachable(here, chat_of(phone))
    await phone.unblock()
    assert await phone.answers(), "a returning person is greeted"
    here.tell(phone, "welcome back")
    await here.settled()
    assert said(phone)[-1] == "welcome back"
    assert "are you there?" not in said(phone)


async def test_a_telegram_person_who_blocked_us_hears_nothing_until_they_return(here: World) -> None:
    phone = await here.phone("telegram")
    await phone.block()
    await here.settled()
    calls = len(here.simulator.calls.matching("sendMessage"))
    here.tell(phone, "are you there?")
    await here.settled()
    assert here.letters()[-1] == "unreachable"
    assert len(here.simulator.calls.matching("sendMessage")) == calls
    await phone.open()
    assert await phone.answers()
    here.tell(phone, "welcome back")
    await here.settled()
    assert said(phone)[-1] == "welcome back"


@pytest.mark.usefixtures("echo")
async def test_a_403_teaches_us_that_a_telegram_person_is_gone_and_writing_that_they_are_back(here: World) -> None:
    phone = await here.phone("telegram")
    phone.blocked = True  # and the update about it was lost
    here.tell(phone, "hello?")
    await here.settled()
    calls = len(here.simulator.calls.matching("sendMessage"))
    here.tell(phone, "hello??")
    await here.settled()
    assert here.letters()[-2:] == ["unreachable", "unreachable"]
    assert len(here.simulator.calls.matching("sendMessage")) == calls
    phone.blocked = False
    await phone.say("I am back")
    await here.settled()
    assert said(phone)[-1] == "I am back"
    assert reachable(here, chat_of(phone))


def reachable(here: World, chat: str) -> bool:
    with here.engine.connect() as tx:
        return bool(tx.execute(select(chats.c.reachable).where(chats.c.name == chat)).scalar_one())


async def test_telegrams_retry_after_is_obeyed(here: World) -> None:
    phone, other = await here.phone("telegram"), await here.phone("telegram", "Ben")
    here.simulator.faults.add(Fault("too_many", count=1, endpoint="sendMessage", seconds=2))
    here.tell(phone, "patience")
    await until(lambda: here.simulator.calls.calls[-1].status == 429)
    refused = here.simulator.calls.calls[-1].at
    here.tell(other, "not you")
    await here.settled()
    sent = next(bubble.at for bubble in phone.bubbles("bot") if bubble.text == "patience")
    assert timedelta(seconds=2) <= sent - refused < timedelta(seconds=5)
    assert said(other)[-1] == "not you"


async def test_telegrams_real_pace_loses_nothing_and_keeps_the_order(sqlite_url: str) -> None:
    async with world(sqlite_url, Settings(rate_scale=1)) as here:
        phone = await here.phone("telegram")
        for number in range(6):
            here.tell(phone, f"part {number}")
        await here.settled(20)
        assert [text for text in said(phone) if text.startswith("part")] == [f"part {number}" for number in range(6)]


async def test_a_refused_token_keeps_everything_until_it_is_replaced(
    here: World, capsys: pytest.CaptureFixture[str]
) -> None:
    phone = await here.phone("line")
    good, here.simulator.settings.line_access_token = here.simulator.settings.line_access_token, "reissued"
    here.tell(phone, "patience")
    await until(lambda: here.simulator.calls.matching("message/push"))
    assert here.states(outbox)["waiting"] == 1
    settings = environment(here.database_url, here.simulator) | {"LINE_CHANNEL_ACCESS_TOKEN": good}
    assert await examine(settings) == 1
    assert "line: the platform refuses our token" in capsys.readouterr().out
    here.simulator.settings.line_access_token = good
    await here.settled()
    assert said(phone)[-1] == "patience"
