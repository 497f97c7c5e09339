"""Reminders when platforms are down, people are gone and clocks are wrong: right, or not at all."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from simulator.faults import Fault
from simulator.phone import Phone
from storage import answers, moves, projects, reminders, sessions
from storage.schema import chats
from tests.journeys.test_reminders_on_their_way import DAY, HOUR, Seat, pass_the_time, seated, sweep
from tests.journeys.world import World, chat_of, said, until, ways

MINUTE = timedelta(minutes=1)
pytestmark = pytest.mark.usefixtures("hasty")


def line_is_down(here: World) -> None:
    """Nothing can be pushed for now."""
    here.simulator.faults.add(Fault("error_before", endpoint="message/push"))


async def remind_in_vain(here: World, seat: Seat) -> None:
    """A day before, a reminder is written that cannot be sent."""
    line_is_down(here)
    here.clock.move(2 * DAY + HOUR)
    await here.bot.sweep_all()
    await until(lambda: here.simulator.calls.matching("message/push"))
    assert seat.news() == []


async def second_phone(here: World, seat: Seat, channel: Any) -> Phone:
    """Another phone of the same person, in another channel."""
    phone = await here.phone(channel, "มะลิ")
    with here.engine.begin() as tx:
        tx.execute(update(chats).where(chats.c.name == chat_of(phone)).values(person=seat.person, talk={}))
        reminders.begin_anew_for(tx, seat.person, here.clock.now())
    return phone


async def test_a_letter_that_is_late_expires_at_the_start(here: World) -> None:
    seat = await seated(here)
    await remind_in_vain(here, seat)
    here.clock.move(23 * HOUR)
    here.simulator.faults.clear()
    await here.settled()
    assert seat.news() == []
    assert here.letters()[-1] == "expired"
    assert here.simulator.counters.pushes == 0


async def test_a_session_that_moves_while_line_is_down_is_reminded_of_at_its_new_time(here: World) -> None:
    seat = await seated(here)
    await remind_in_vain(here, seat)
    begins = here.clock.now() + 20 * HOUR
    with here.engine.begin() as tx:
        sessions.move(tx, seat.session, begins, begins + HOUR, now=here.clock.now())
    here.clock.move(10 * MINUTE)
    here.simulator.faults.clear()
    await sweep(here)
    (news,) = seat.news()
    there = begins.astimezone(reminders.BANGKOK)
    assert f"{there:%H:%M}" in news


async def test_a_session_that_is_called_off_while_line_is_down_is_not_reminded_of(here: World) -> None:
    seat = await seated(here)
    await remind_in_vain(here, seat)
    with here.engine.begin() as tx:
        sessions.cancel(tx, seat.session, now=here.clock.now())
    here.clock.move(10 * MINUTE)
    here.simulator.faults.clear()
    await sweep(here)
    assert seat.news() == []
    assert here.simulator.counters.pushes == 0


async def test_who_leaves_while_line_is_down_is_not_reminded(here: World) -> None:
    seat = await seated(here)
    await remind_in_vain(here, seat)
    with here.engine.begin() as tx:
        (role,) = projects.roles_of(tx, seat.project)
        moves.write(tx, role.id, seat.person, "released", here.clock.now(), by=seat.person)
    here.clock.move(10 * MINUTE)
    here.simulator.faults.clear()
    await sweep(here)
    assert seat.news() == []


async def test_who_blocked_us_on_telegram_is_reminded_on_line(anywhere: World) -> None:
    seat = await seated(anywhere, "telegram")
    on_line = await second_phone(anywhere, seat, "line")
    before = len(said(on_line))
    await seat.phone.block()
    await anywhere.settled()
    await pass_the_time(anywhere, 2 * DAY + HOUR)
    assert seat.news() == []
    assert len(said(on_line)) == before + 1
    assert ways(on_line)[-1] == "push"


async def test_who_blocked_us_unheard_on_telegram_is_reminded_on_line(anywhere: World) -> None:
    seat = await seated(anywhere, "telegram")
    on_line = await second_phone(anywhere, seat, "line")
    before = len(said(on_line))
    anywhere.simulator.telegram_bot_url = None
    await seat.phone.block()
    anywhere.clock.move(2 * DAY + HOUR)
    await sweep(anywhere)
    await sweep(anywhere)
    assert seat.news() == []
    assert len(said(on_line)) == before + 1


async def test_who_unblocks_us_is_reminded_at_once(here: World) -> None:
    seat = await seated(here)
    await seat.phone.block()
    await here.settled()
    await pass_the_time(here, 2 * DAY + HOUR)
    before = len(said(seat.phone))
    await seat.phone.unblock()
    await here.settled()
    await sweep(here)
    assert len([words for words in said(seat.phone)[before:] if "พี่อ่านให้น้องฟัง" in words]) == 1


async def test_late_reminders_of_several_sessions_are_one_push(here: World) -> None:
    seat = await seated(here)
    with here.engine.begin() as tx:
        for hours in (4, 7):
            begins = here.clock.now() + 3 * DAY + hours * HOUR
            sessions.plan(tx, seat.project, "workshop", begins, begins + HOUR, "Zoom", now=here.clock.now())
    await pass_the_time(here, 2 * DAY + 12 * HOUR)
    assert len(seat.news()) == 3
    assert seat.news()[0].startswith("มี 3 เรื่องนัดมาบอก")
    assert here.simulator.counters.pushes == 1


async def test_a_clock_that_jumps_ahead_and_back_reminds_once_and_in_time(here: World) -> None:
    seat = await seated(here)
    here.simulator.faults.add(Fault("too_many", endpoint="message/push"))
    here.clock.move(2 * DAY + HOUR)
    await here.bot.sweep_all()
    await until(lambda: here.simulator.calls.matching("message/push"))
    here.clock.move(-2 * DAY)
    here.simulator.faults.clear()
    await here.bot.sweep_all()
    await here.settled()
    assert seat.news() == []
    await pass_the_time(here, 2 * DAY)
    await pass_the_time(here, 2 * HOUR)
    assert len(seat.news()) == 1


async def test_a_month_without_pushes_delays_a_reminder_as_long_as_it_is_true(here: World) -> None:
    seat = await seated(here)
    here.simulator.faults.add(
        Fault("too_many", endpoint="message/push", message="You have reached your monthly limit.")
    )
    here.clock.move(2 * DAY + HOUR)
    await here.bot.sweep_all()
    await until(lambda: here.simulator.calls.matching("message/push"))
    here.simulator.faults.clear()
    here.clock.move(HOUR + MINUTE)
    await here.settled()
    assert len(seat.news()) == 1


async def test_the_question_after_a_session_is_for_who_said_they_come(here: World) -> None:
    seat, silent = await seated(here), await seated(here)
    await pass_the_time(here, 2 * DAY + HOUR)
    with here.engine.begin() as tx:
        answers.give(tx, seat.session, seat.person, "yes", here.clock.now())
    await pass_the_time(here, DAY + HOUR + 25 * MINUTE)
    before = (len(seat.news()), len(silent.news()))
    await pass_the_time(here, 6 * MINUTE)
    await pass_the_time(here, HOUR)
    assert (len(seat.news()), len(silent.news())) == (before[0] + 1, before[1])
    assert "คุณได้ไปไหม" in seat.news()[-1]
