"""A volunteer on LINE connects Telegram by its link, blocks one of them, and is told in the other; over HTTP."""

import re
from datetime import timedelta
from urllib.parse import unquote

from simulator.phone import Phone
from storage import answers
from tests.journeys.test_reminders_on_their_way import DAY, HOUR, Seat, pass_the_time, seated
from tests.journeys.world import World, said, until


async def connected(here: World, channel: str) -> tuple[Seat, Phone]:
    """A volunteer with a seat who has connected a phone on the other platform by the link that was given."""
    seat = await seated(here, channel)
    await seat.phone.say("เชื่อมแชต")
    await here.settled()
    await until(lambda: any("with-" in words for words in said(seat.phone)))
    other = here.simulator.add_phone("มะลิ", "telegram" if channel == "line" else "line")
    await follow(seat.phone, other)
    await here.settled()
    await other.tap("ใช่ เชื่อมเลย")
    await here.settled()
    await until(lambda: "เชื่อมแล้ว" in said(other)[-1])
    seat.before = len(said(seat.phone))
    return seat, other


async def follow(phone: Phone, other: Phone) -> None:
    """Open the link of the newest button on a phone with another phone."""
    buttons = [button for bubble in phone.bubbles("bot") for button in bubble.buttons()]
    address = [button.extras["url"] for button in buttons if "url" in button.extras][-1]
    if other.channel == "telegram":
        await other.open(re.sub(r".*start=", "", address))
    else:
        await other.open()
        await other.say(unquote(address.rpartition("/?")[2]))


async def test_who_blocks_line_is_reminded_on_telegram_at_no_cost(anywhere: World) -> None:
    seat, telegram = await connected(anywhere, "line")
    await seat.phone.block()
    await anywhere.settled()
    before, pushes = len(said(telegram)), anywhere.simulator.counters.pushes
    await pass_the_time(anywhere, 2 * DAY + HOUR)
    await until(lambda: len(said(telegram)) > before)
    assert ["พรุ่งนี้" in words for words in said(telegram)[before:]] == [True]
    assert seat.news() == []
    assert anywhere.simulator.counters.pushes == pushes


async def test_who_has_both_is_reminded_on_telegram_alone(here: World) -> None:
    seat, telegram = await connected(here, "line")
    before, pushes = len(said(telegram)), here.simulator.counters.pushes
    await pass_the_time(here, 2 * DAY + HOUR)
    await until(lambda: len(said(telegram)) > before)
    assert seat.news() == []
    assert here.simulator.counters.pushes == pushes


async def test_who_blocks_telegram_is_reminded_on_line(here: World) -> None:
    seat, line = await connected(here, "telegram")
    await seat.phone.block()
    await here.settled()
    before = len(said(line))
    await pass_the_time(here, 2 * DAY + HOUR)
    await until(lambda: len(said(line)) > before)
    assert "พรุ่งนี้" in said(line)[-1]


async def test_an_answer_in_one_chat_counts_in_the_other(here: World) -> None:
    seat, telegram = await connected(here, "line")
    await pass_the_time(here, 2 * DAY + HOUR)
    await until(lambda: "พรุ่งนี้" in said(telegram)[-1])
    await telegram.tap("ไปได้")
    await here.settled()
    await telegram.block()
    await here.settled()
    with here.engine.begin() as tx:
        assert answers.of(tx, seat.session, seat.person) == "yes"
    await pass_the_time(here, 21 * HOUR + timedelta(minutes=1))
    await until(lambda: len(seat.news()) > 0)
    assert "อีกไม่นานเจอกัน" in seat.news()[-1]
