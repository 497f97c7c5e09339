"""A project's group on both platforms: taken in, linked, spoken to, reminded once, paid for by head, put out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from simulator.group import Group
from storage import people, projects, rooms, seats, sessions, staff
from storage.rooms import Room
from storage.schema import chats, metadata, outbox
from tests.journeys.test_reminders_on_their_way import pass_the_time, sweep
from tests.journeys.world import World, chat_of, until, ways

BANGKOK = ZoneInfo("Asia/Bangkok")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PROJECT = "พี่อ่านให้น้องฟัง"


@dataclass
class Team:
    """A group of four that is linked to a project which meets in three days, at one in the afternoon."""

    here: World
    group: Group
    project: str
    session: str

    def said(self) -> list[str]:
        """What the bot has said in the group."""
        return [bubble.text for bubble in self.group.bubbles("bot")]

    def room(self) -> Room:
        """The group as we know it."""
        with self.here.engine.begin() as tx:
            found = rooms.find(tx, chat_of(self.group))
        assert found is not None
        return found


def by_day(here: World) -> None:
    """Let it be a little after ten in the morning."""
    now = here.clock.now().astimezone(BANGKOK)
    here.clock.move((now + DAY).replace(hour=10, minute=5, second=0, microsecond=0) - now)


async def team(here: World, channel: Any) -> Team:
    """A group that was linked with a code, in the chat."""
    by_day(here)
    nok = await here.phone(channel, "นก")
    now = here.clock.now()
    with here.engine.begin() as tx:
        person = people.join(tx, now)
        people.learn(tx, person, name="นก ใจดี")
        tx.execute(update(chats).where(chats.c.name == chat_of(nok)).values(person=person, talk={}))
        staff.join(tx, person, now)
        project = projects.draft(tx, "มูลนิธิสมมติ", PROJECT, "หนังสือเสียง", "education", now)
        asked = {"title": "นักออกแบบ", "skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0}
        role = projects.add_role(tx, project, **asked, place="online", province=None, slots=["sat:morning"])
        projects.publish(tx, project, now)
        starts = at_one(now + 3 * DAY)
        session = sessions.plan(tx, project, "kickoff", starts, starts + 2 * HOUR, "Zoom", now=now)
        seats.ask(tx, role, person, None, now)
        code = rooms.make_code(tx, project, person, now)
    others = [here.simulator.add_phone(name, channel) for name in ("มะลิ", "ดาว", "ไข่")]
    group = here.simulator.add_group("ทีมอ่านหนังสือ", channel, [nok, *others])
    await group.take_in()
    await group.wait_for("สวัสดีทุกคน")
    await group.write(nok, f"@{name_of(channel)} {code}")
    await group.wait_for("เชื่อมกลุ่มนี้กับโครงการ")
    await here.settled()
    return Team(here, group, project, session)


def at_one(moment: datetime) -> datetime:
    """One in the afternoon of that day."""
    return moment.astimezone(BANGKOK).replace(hour=13, minute=0, second=0, microsecond=0)


def name_of(channel: str) -> str:
    """What the account is called there."""
    return "HandUp" if channel == "line" else "handup_desk_bot"


async def announced(found: Team) -> None:
    """Let sessions be posted in the group, its people counted."""
    with found.here.engine.begin() as tx:
        rooms.switch(tx, chat_of(found.group), reminders=True)
    await found.here.bot.platforms.count_rooms()


@pytest.mark.parametrize("channel", ["line", "telegram"])
async def test_a_group_is_answered_only_when_it_speaks_to_us(anywhere: World, channel: str) -> None:
    found = await team(anywhere, channel)
    found.group.private = False
    before = len(found.said())
    for words in ("เจอกันพรุ่งนี้นะ", "นัดต่อไป", "ทีม", "เบอร์ของเราคือ 081-000-0000"):
        await found.group.write(found.group.members[1], words)
    await found.group.write(found.group.members[2], f"@{name_of(channel)} ทีม")
    await found.group.wait_for("• นักออกแบบ: นก")
    await anywhere.settled()
    assert len(found.said()) == before + 1
    assert "ใจดี" not in found.said()[-1]
    assert set(ways(found.group)) == {"reply" if channel == "line" else "telegram"}


@pytest.mark.parametrize("channel", ["line", "telegram"])
async def test_what_is_not_meant_for_us_is_stored_nowhere(anywhere: World, channel: str) -> None:
    found = await team(anywhere, channel)
    found.group.private = False
    secrets = ("เราป่วยอยู่โรงพยาบาล", "เบอร์ 081-000-0000", "HandUper คือใคร", "/next@other_bot เราป่วย")
    for words in secrets:
        await found.group.write(found.group.members[1], words)
    await found.group.write(found.group.members[2], f"@{name_of(channel)} ทีม")
    await found.group.wait_for("• นักออกแบบ")
    await anywhere.settled()
    speakers = [str(member.address) for member in found.group.members[1:]]
    with anywhere.engine.begin() as tx:
        everything = [str(tuple(row)) for table in metadata.sorted_tables for row in tx.execute(select(table))]
    for secret in (*secrets, "ป่วย", "081-000", *speakers):
        assert not [row for row in everything if secret in row], secret


@pytest.mark.parametrize("channel", ["line", "telegram"])
async def test_a_session_is_posted_once_and_paid_for_by_head(anywhere: World, channel: str) -> None:
    found = await team(anywhere, channel)
    await announced(found)
    before = spent(found)
    await pass_the_time(anywhere, 2 * DAY + 3 * HOUR)
    await sweep(anywhere)
    await pass_the_time(anywhere, HOUR)
    assert [words.splitlines()[0] for words in found.said()[2:]] == [f"พรุ่งนี้มีประชุมเริ่มงาน “{PROJECT}”"]
    assert spent(found) == before + (4 if channel == "line" else 0)
    with anywhere.engine.begin() as tx:
        assert tx.execute(select(outbox.c.people).where(outbox.c.people > 1)).scalars().all()[-1:] == [4]


def spent(found: Team) -> int:
    """What LINE counted this month, but for what went to the one who has a seat."""
    seated = found.group.members[0]
    return int(found.here.simulator.meter()["used"]) - found.here.simulator.counters.pushes_to[seated.id]


async def test_two_processes_post_once(anywhere: World) -> None:
    found = await team(anywhere, "telegram")
    await anywhere.start_bot()
    await pass_the_time(anywhere, 2 * DAY + 3 * HOUR)
    await sweep(anywhere)
    assert len(found.said()) == 3


async def test_a_group_that_puts_us_out_hears_no_more(here: World) -> None:
    found = await team(here, "telegram")
    await found.group.put_out()
    await here.settled()
    assert found.room().left_at is not None
    await pass_the_time(here, 2 * DAY + 3 * HOUR)
    assert len(found.said()) == 2


@pytest.mark.parametrize("channel", ["line", "telegram"])
async def test_being_put_out_unheard_is_noticed_when_something_is_posted(here: World, channel: str) -> None:
    found = await team(here, channel)
    await announced(found)
    found.group.opened = False
    await pass_the_time(here, 2 * DAY + 3 * HOUR)
    await here.settled()
    assert len(found.said()) == 2
    assert found.room().left_at is not None


async def test_the_people_in_a_group_are_counted(here: World) -> None:
    found = await team(here, "line")
    await here.bot.platforms.count_rooms()
    assert found.room().members == 4
    await found.group.let_go(found.group.members[3])
    await here.settled()
    assert found.room().members == 3
    found.group.members.append(here.simulator.add_phone("ตาล", "line"))
    await here.bot.platforms.count_rooms(anew=True)
    assert found.room().members == 4


async def test_a_group_with_a_new_number_goes_on(here: World) -> None:
    found = await team(here, "telegram")
    await found.group.acts.become_supergroup(found.group)  # type: ignore[attr-defined]
    await here.settled()
    await found.group.write(found.group.members[0], "/next@handup_desk_bot")
    await found.group.wait_for("นัดต่อไปของ")
    assert found.room().project == found.project


async def test_a_link_of_telegrams_lets_us_in_and_links_at_once(here: World) -> None:
    found = await team(here, "telegram")
    with here.engine.begin() as tx:
        maker = tx.execute(select(chats.c.person).where(chats.c.person.is_not(None))).scalars().first()
        code = rooms.make_code(tx, found.project, str(maker), here.clock.now())
    other = here.simulator.add_group("ทีมใหม่", "telegram", found.group.members[:2])
    await other.open(code)
    await other.wait_for("เชื่อมกลุ่มนี้กับโครงการ")
    await until(lambda: found.room().project is None)


async def test_many_questions_at_once_keep_to_the_pace_of_a_group(here: World) -> None:
    found = await team(here, "telegram")
    here.simulator.settings.rate_scale = 1.0
    for _ in range(8):
        await found.group.write(found.group.members[0], "/next@handup_desk_bot")
    await until(lambda: len(found.said()) >= 2 + 3)
    sent = [call.status for call in here.simulator.calls.calls if call.path.endswith("sendMessage")]
    assert 429 not in sent
