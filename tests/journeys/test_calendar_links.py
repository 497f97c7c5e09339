"""Private links to calendars over HTTP: they follow the sessions, and die when they are switched off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
import pytest
from icalendar import Calendar, Event
from multidict import CIMultiDictProxy
from sqlalchemy import update

from domain.people import NOTICE_VERSION
from simulator.phone import Phone
from storage import answers, people, projects, seats, sessions
from storage.schema import chats
from tests.journeys.world import World, chat_of, said, until

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
NOBODY = "A" * 32


@dataclass
class Volunteer:
    """A volunteer with a seat in a project that meets in three days."""

    here: World
    phone: Phone
    person: str
    role: str
    session: str

    def feed(self) -> str:
        """A link to all of their sessions."""
        with self.here.engine.begin() as tx:
            token = people.share_link(tx, self.person, "calendar", self.here.clock.now() + 1000 * DAY)
        return f"/calendar/{token}.ics"

    def file(self, session: str = "") -> str:
        """A link to one session's file."""
        with self.here.engine.begin() as tx:
            until_then = self.here.clock.now() + DAY
            token = people.share_link(tx, self.person, "session", until_then, about=session or self.session)
        return f"/sessions/{token}.ics"


async def volunteer(here: World, name: str = "มะลิ", language: str = "th") -> Volunteer:
    """Seat a new volunteer."""
    phone, now = await here.phone("line", name), here.clock.now()
    with here.engine.begin() as tx:
        person = people.join(tx, now)
        people.learn(tx, person, name=name, adult=True, noticed_at=now, notice_version=NOTICE_VERSION)
        known = {"person": person, "talk": {}, "language": language, "language_chosen": True}
        tx.execute(update(chats).where(chats.c.name == chat_of(phone)).values(**known))
        project = projects.draft(tx, "มูลนิธิสมมติ", "พี่อ่านให้น้องฟัง", "หนังสือเสียง", "education", now)
        asked = {"title": "นักออกแบบ", "skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0}
        role = projects.add_role(tx, project, **asked, place="online", province=None, slots=["sat:morning"])
        projects.publish(tx, project, now)
        session = sessions.plan(tx, project, "kickoff", now + 3 * DAY, now + 3 * DAY + 2 * HOUR, "Zoom", now=now)
        assert seats.ask(tx, role, person, None, now) is None
    return Volunteer(here, phone, person, role, session)


Answer = tuple[int, str, CIMultiDictProxy[str]]


async def get(here: World, path: str, headers: dict[str, str] | None = None) -> Answer:
    """What the bot answers at a path, without being led on."""
    address = f"http://127.0.0.1:{here.bot.port}{path}"
    async with (
        aiohttp.ClientSession() as session,
        session.get(address, allow_redirects=False, headers=headers) as found,
    ):
        return found.status, await found.text(), found.headers


async def events(here: World, path: str) -> list[Event]:
    """The sessions in the calendar at a path."""
    status, body, headers = await get(here, path)
    assert (status, headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return list(Calendar.from_ical(body).events)


async def test_a_feed_follows_its_sessions(anywhere: World) -> None:
    mali = await volunteer(anywhere)
    feed = mali.feed()
    [before] = await events(anywhere, feed)
    with anywhere.engine.begin() as tx:
        now = anywhere.clock.now()
        starts = now + 5 * DAY
        sessions.move(tx, mali.session, starts, starts + HOUR, now=now, reason="ห้องไม่ว่าง")
    [after] = await events(anywhere, feed)
    assert before["uid"] == after["uid"] == f"{mali.session}@handup"
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("dtstart") == starts.replace(microsecond=0)
    with anywhere.engine.begin() as tx:
        sessions.cancel(tx, mali.session, now=anywhere.clock.now())
    [off] = await events(anywhere, feed)
    assert (off["uid"], off["sequence"], off["status"]) == (before["uid"], 2, "CANCELLED")


async def test_a_feed_shows_what_the_person_said_and_leaves_out_a_no(here: World) -> None:
    mali = await volunteer(here, language="en")
    feed = mali.feed()
    [silent] = await events(here, feed)
    assert silent["summary"] == "kickoff “พี่อ่านให้น้องฟัง”"
    assert silent["transp"] == "TRANSPARENT"
    for said_now, shown in (("yes", ["OPAQUE"]), ("no", []), ("maybe", ["TRANSPARENT"])):
        with here.engine.begin() as tx:
            answers.give(tx, mali.session, mali.person, said_now, here.clock.now())
        assert [each["transp"] for each in await events(here, feed)] == shown


async def test_a_feed_keeps_sessions_for_ninety_days(here: World) -> None:
    mali = await volunteer(here)
    with here.engine.begin() as tx:
        answers.give(tx, mali.session, mali.person, "yes", here.clock.now())
    feed = mali.feed()
    here.clock.move(92 * DAY)
    assert len(await events(here, feed)) == 1
    here.clock.move(2 * DAY)
    assert await events(here, feed) == []


async def test_who_leaves_the_team_sees_its_sessions_no_more(here: World) -> None:
    mali = await volunteer(here)
    feed, file = mali.feed(), mali.file()
    with here.engine.begin() as tx:
        assert seats.withdraw(tx, mali.role, mali.person, here.clock.now()) is None
    assert await events(here, feed) == []
    assert (await get(here, file))[0] == 404


async def test_a_feed_that_has_not_changed_is_not_sent_again(here: World) -> None:
    mali = await volunteer(here)
    feed = mali.feed()
    _, _, headers = await get(here, feed)
    assert headers["Cache-Control"] == "private, no-cache"
    status, body, _ = await get(here, feed, {"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, "")
    with here.engine.begin() as tx:
        sessions.cancel(tx, mali.session, now=here.clock.now())
    assert (await get(here, feed, {"If-None-Match": headers["ETag"]}))[0] == 200


async def test_one_session_comes_as_a_file(here: World) -> None:
    mali = await volunteer(here)
    path = mali.file()
    [found] = await events(here, path)
    assert found["uid"] == f"{mali.session}@handup"
    _, _, headers = await get(here, f"{path}?openExternalBrowser=1")
    assert headers["Content-Disposition"] == 'attachment; filename="handup.ics"'
    assert headers["Cache-Control"] == "no-store"


async def test_nobody_elses_data_is_in_it(here: World) -> None:
    mali, kai = await volunteer(here), await volunteer(here, "ไข่ต้ม")
    with here.engine.begin() as tx:
        seats.write(tx, mali.role, kai.person, "accepted", here.clock.now())
        answers.give(tx, mali.session, kai.person, "yes", here.clock.now())
    for path in (mali.feed(), mali.file()):
        _, body, _ = await get(here, path)
        assert "ไข่ต้ม" not in body
        assert kai.person not in body
        assert kai.session not in body
    assert (await get(here, mali.file(kai.session)))[0] == 404


async def test_a_phone_is_led_to_its_own_calendar(here: World) -> None:
    mali = await volunteer(here)
    feed = mali.feed()
    status, _, headers = await get(here, feed.removesuffix(".ics") + "?openExternalBrowser=1")
    assert (status, headers["Location"]) == (302, f"webcal://127.0.0.1:{here.bot.port}{feed}")


@pytest.mark.parametrize("path", ["/calendar/{}.ics", "/calendar/{}", "/sessions/{}.ics"])
async def test_a_wrong_link_leads_nowhere_in_both_languages(here: World, path: str) -> None:
    mali = await volunteer(here)
    other = mali.file() if path.startswith("/calendar") else mali.feed()
    for token in (NOBODY, "x", other.split("/")[2].removesuffix(".ics")):
        status, body, headers = await get(here, path.format(token))
        assert (status, headers["Cache-Control"]) == (404, "no-store")
        assert "ลิงก์นี้" in body
        assert "This link" in body


async def test_a_link_dies_at_once_when_it_is_switched_off_in_the_chat(here: World) -> None:
    mali = await volunteer(here)
    feeds = [mali.feed(), mali.feed()]
    assert [(await get(here, feed))[0] for feed in feeds] == [200, 200]
    await mali.phone.say("ปิดลิงก์ปฏิทิน")
    await here.settled()
    assert [(await get(here, feed))[0] for feed in feeds] == [404, 404]
    assert (await get(here, mali.feed()))[0] == 200


async def test_a_link_dies_with_the_person(here: World) -> None:
    mali = await volunteer(here)
    paths = [mali.feed(), mali.file()]
    with here.engine.begin() as tx:
        seats.withdraw_from_all(tx, mali.person, here.clock.now())
        people.erase(tx, mali.person, here.clock.now())
    assert [(await get(here, path))[0] for path in paths] == [404, 404]


async def test_without_an_address_of_our_own_the_chat_says_so_kindly(here: World) -> None:
    mali = await volunteer(here)
    before = len(said(mali.phone))
    await mali.phone.say("ปฏิทิน")
    await here.settled()
    await until(lambda: len(said(mali.phone)) > before)
    assert re.match("ตอนนี้เครือข่ายยังไม่ได้เปิดใช้ลิงก์ปฏิทิน", said(mali.phone)[-1])
