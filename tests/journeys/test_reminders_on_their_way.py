"""A session is near: everybody with a seat is reminded once, of the session as it stands at that moment."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import update

from domain.people import NOTICE_VERSION, PURPOSES
from scheduler.sweeps import SWEEPS, Sweep
from simulator.phone import Phone
from storage import answers, people, projects, seats, sessions
from storage.schema import chats
from tests.journeys.world import World, chat_of, said

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


@dataclass
class Seat:
    """A volunteer with a seat in a project that meets in three days."""

    phone: Phone
    person: str
    project: str
    session: str
    before: int

    def news(self) -> list[str]:
        """What the volunteer was told since."""
        return said(self.phone)[self.before :]


async def seated(here: World, channel: str = "line") -> Seat:
    """Seat a new volunteer."""
    phone = await here.phone(channel)
    now = here.clock.now()
    with here.engine.begin() as tx:
        person = people.join(tx, now)
        people.learn(tx, person, name="มะลิ", adult=True, noticed_at=now, notice_version=NOTICE_VERSION)
        for purpose in PURPOSES:
            people.consent(tx, person, purpose, "yes", now)
        tx.execute(update(chats).where(chats.c.name == chat_of(phone)).values(person=person, talk={}))
        project = projects.draft(tx, "มูลนิธิสมมติ", "พี่อ่านให้น้องฟัง", "หนังสือเสียง", "education", now)
        asked = {"title": "นักออกแบบ", "skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0}
        role = projects.add_role(tx, project, **asked, place="online", province=None, slots=["sat:morning"])
        projects.publish(tx, project, now)
        session = sessions.plan(tx, project, "kickoff", now + 3 * DAY, now + 3 * DAY + 2 * HOUR, "Zoom", now=now)
        seats.ask(tx, role, person, None, now)
    return Seat(phone, person, project, session, len(said(phone)))


async def pass_the_time(here: World, by: timedelta) -> None:
    """Move the clock, and let every bot look what is due."""
    here.clock.move(by)
    await sweep(here)


async def sweep(here: World) -> None:
    """Let every bot look at the same moment, and answer."""
    await asyncio.gather(*(bot.sweep_all() for bot in here.bots))
    await here.settled()


async def test_a_day_before_everybody_is_reminded_exactly_once(anywhere: World) -> None:
    on_line, on_telegram = await seated(anywhere), await seated(anywhere, "telegram")
    await pass_the_time(anywhere, DAY)
    assert on_line.news() == on_telegram.news() == []
    await pass_the_time(anywhere, DAY + timedelta(minutes=1))
    await sweep(anywhere)
    await pass_the_time(anywhere, 3 * HOUR)
    assert (len(on_line.news()), len(on_telegram.news())) == (1, 1)
    assert anywhere.simulator.counters.pushes == 1


async def test_two_hours_before_who_comes_is_reminded_again_once(anywhere: World) -> None:
    seat, silent = await seated(anywhere), await seated(anywhere)
    await pass_the_time(anywhere, 2 * DAY + HOUR)
    with anywhere.engine.begin() as tx:
        answers.give(tx, seat.session, seat.person, "yes", anywhere.clock.now())
    await pass_the_time(anywhere, 21 * HOUR + timedelta(minutes=1))
    await pass_the_time(anywhere, HOUR)
    assert (len(seat.news()), len(silent.news())) == (2, 1)
    await pass_the_time(anywhere, 5 * HOUR)
    assert (len(seat.news()), len(silent.news())) == (3, 1)  # and afterwards is asked how it was


async def test_two_processes_that_look_at_the_same_moment_remind_once(anywhere: World) -> None:
    await anywhere.start_bot()
    seats = [await seated(anywhere) for _ in range(4)]
    anywhere.clock.move(2 * DAY + HOUR)
    await asyncio.gather(*(bot.sweep_all() for bot in anywhere.bots * 3))
    await anywhere.settled()
    assert [len(seat.news()) for seat in seats] == [1, 1, 1, 1]


async def test_a_restart_between_reminds_nobody_twice(here: World) -> None:
    seat = await seated(here)
    await pass_the_time(here, 2 * DAY + HOUR)
    await here.stop_bot()
    await here.start_bot()
    await sweep(here)
    await pass_the_time(here, 2 * HOUR)
    assert len(seat.news()) == 1


async def test_a_bot_that_slept_through_the_moment_reminds_when_it_wakes(here: World) -> None:
    seat = await seated(here)
    await here.stop_bot()
    here.clock.move(2 * DAY + 3 * HOUR)
    await here.start_bot()
    await sweep(here)
    assert len(seat.news()) == 1


async def test_a_cancelled_session_is_not_reminded_of(here: World) -> None:
    seat = await seated(here)
    with here.engine.begin() as tx:
        sessions.cancel(tx, seat.session, now=here.clock.now())
    await pass_the_time(here, 2 * DAY + HOUR)
    assert seat.news() == []


async def test_a_moved_session_is_reminded_of_at_its_new_time(here: World) -> None:
    seat = await seated(here)
    begins = here.clock.now() + 6 * DAY
    with here.engine.begin() as tx:
        sessions.move(tx, seat.session, begins, begins + HOUR, now=here.clock.now())
    await pass_the_time(here, 2 * DAY + HOUR)
    assert seat.news() == []
    await pass_the_time(here, 3 * DAY)
    assert len(seat.news()) == 1


async def test_a_session_moved_after_its_reminder_is_reminded_of_anew(here: World) -> None:
    seat = await seated(here)
    await pass_the_time(here, 2 * DAY + HOUR)
    begins = here.clock.now() + 4 * DAY
    with here.engine.begin() as tx:
        sessions.move(tx, seat.session, begins, begins + HOUR, now=here.clock.now())
    await sweep(here)
    assert len(seat.news()) == 1
    await pass_the_time(here, 3 * DAY + HOUR)
    assert len(seat.news()) == 2


async def test_a_session_that_is_cancelled_while_its_reminder_waits_is_not_reminded_of(here: World) -> None:
    seat = await seated(here)
    take, here.bot.dispatcher.take = here.bot.dispatcher.take, nothing_yet  # type: ignore[method-assign,assignment]
    here.clock.move(2 * DAY + HOUR)
    assert await here.bot.sweep(the_reminders()) == 1
    with here.engine.begin() as tx:
        sessions.cancel(tx, seat.session, now=here.clock.now())
    here.bot.dispatcher.take = take  # type: ignore[method-assign]
    await here.settled()
    assert seat.news() == []


async def nothing_yet() -> list[object]:
    """A dispatcher that is busy elsewhere."""
    return []


def the_reminders() -> Sweep:
    return next(sweep for sweep in SWEEPS if sweep.name == "reminders")


async def test_a_session_that_has_begun_is_not_reminded_of(here: World) -> None:
    seat = await seated(here)
    await pass_the_time(here, 3 * DAY + timedelta(minutes=1))
    assert seat.news() == []


async def test_who_gave_the_seat_back_is_not_reminded(here: World) -> None:
    seat = await seated(here)
    with here.engine.begin() as tx:
        seats.withdraw_from_all(tx, seat.person, here.clock.now())
    await pass_the_time(here, 2 * DAY + HOUR)
    assert seat.news() == []


async def test_who_has_blocked_us_is_not_reminded_and_costs_nothing(here: World) -> None:
    seat = await seated(here)
    await seat.phone.block()
    await here.settled()
    await pass_the_time(here, 2 * DAY + HOUR)
    assert seat.news() == []
    assert here.simulator.counters.calls["push"] == 0
