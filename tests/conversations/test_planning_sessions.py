"""Planning, moving and calling off sessions, off the straight path: what cannot be, and who hears what."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select, update

from bot.channels import Unreachable
from bot.noting import note
from domain.events import SESSION_CHANGED
from domain.work import Session
from storage import answers, outbox, planning, projects, reminders, seats, session_news, sessions, staff
from storage.schema import chats as chats_table
from storage.schema import outbox as outbox_table
from storage.schema import reminders as said
from storage.schema import sessions as table
from storage.session_news import News
from tests.conversations import seeds
from tests.phone import Desk, Phone
from tests.storage import some

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk with Fa, who is staff, and an open project whose team is Mali."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
        project = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้าย", "community", now)
        projects.publish(tx, project, now)
        person = seeds.somebody(tx, now, "line:mali", "name=มะลิ")
        seats.write(tx, some.role(tx, project, seats=5), person, "accepted", now)
    return desk


@pytest.fixture
def fa(desk: Desk) -> Phone:
    return desk.phone("telegram:1")


@pytest.fixture
def mali(desk: Desk) -> Phone:
    return desk.phone("line:mali")


def project(tx: Connection) -> str:
    return next(each.id for each in projects.published(tx))


def plan(desk: Desk, ahead: timedelta, **more: Any) -> str:
    """A session of two hours, so far ahead; nobody is told."""
    with desk.engine.begin() as tx:
        starts = desk.now + ahead
        return sessions.plan(tx, project(tx), "workshop", starts, starts + 2 * HOUR, "ตลาด", now=desk.now, **more)


def found(desk: Desk, session: str) -> Session:
    with desk.engine.begin() as tx:
        return news_of(tx, session).session


def news_of(tx: Connection, session: str) -> News:
    """That this session is planned."""
    there = sessions.find(tx, session)
    assert there is not None
    return News(there, "planned")


def mali_of(desk: Desk) -> str:
    with desk.engine.begin() as tx:
        query = select(chats_table.c.person).where(chats_table.c.name == "line:mali")
        return str(tx.execute(query).scalar_one())


def tell(desk: Desk, *news: News) -> None:
    with desk.engine.begin() as tx:
        session_news.tell(tx, news, desk.now)
    desk.settle()


def go(desk: Desk, phone: Phone, target: str) -> str:
    before = len(phone.messages)
    desk.happen(phone.name, "button_pressed", value=f"go:{target}")
    return "\n".join(message.body for message in phone.messages[before:])


def planning_on(desk: Desk, fa: Phone) -> None:
    with desk.engine.begin() as tx:
        there = project(tx)
    go(desk, fa, f"plan_session:{there}")
    fa.say("เวิร์กช็อป")


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31 ก.พ.", "ไม่มีวันนี้ในปฏิทิน"),
        ("เมื่อวาน", "วันนั้นผ่านไปแล้ว"),
        ("1 ม.ค. 2560", "วันนั้นผ่านไปแล้ว"),
        ("1 ม.ค. 2580", "อีกเกินสองปี"),
        ("วันไหนก็ได้", "ยังอ่านวันไม่ออก"),
        ("วันนี้ 8:00-9:00", "เวลานั้นผ่านไปแล้ว"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_reason(desk: Desk, fa: Phone, typed: str, words: str) -> None:
    planning_on(desk, fa)
    assert words in fa.say(typed)[-1].body
    assert "ตั้งแต่กี่โมง" in fa.say("15 ธ.ค.")[-1].body


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("16:00-13:00", "ต้องหลังเวลาเริ่ม"),
        ("8:00-21:00", "ยาวเกิน 12 ชั่วโมง"),
        ("13:00", "ทั้งเวลาเริ่มและเวลาเลิก"),
        ("1-3", "เช้าหรือบ่าย"),
    ],
)
def test_hours_that_cannot_be_are_refused_with_the_reason(desk: Desk, fa: Phone, typed: str, words: str) -> None:
    planning_on(desk, fa)
    fa.say("15 ธ.ค.")
    assert words in fa.say(typed)[-1].body
    assert "เจอกันที่ไหน" in fa.say("13:00-16:00")[-1].body


def test_an_ordinary_session_takes_five_lines(desk: Desk, fa: Phone, mali: Phone) -> None:
    planning_on(desk, fa)
    for line in ("15 ธ.ค. 13:00-16:00", "ตลาด https://maps.example.org/x", "ถูกต้อง", "เชิญเลย"):
        fa.say(line)
    assert "นัดใหม่: เวิร์กช็อป “ป้ายตลาด”" in mali.last.body
    with desk.engine.begin() as tx:
        [made] = sessions.of_project(tx, project(tx))
    assert (made.link, made.invited, made.series) == ("https://maps.example.org/x", "team", None)


def test_a_time_that_passes_while_one_writes_is_asked_again(desk: Desk, fa: Phone) -> None:
    planning_on(desk, fa)
    for line in ("พรุ่งนี้ 13:00-16:00", "ตลาด", "ถูกต้อง"):
        fa.say(line)
    desk.now += timedelta(days=2)
    assert "ผ่านไปแล้วระหว่างที่เขียน" in "".join(each.body for each in fa.say("เชิญเลย"))
    with desk.engine.begin() as tx:
        assert sessions.of_project(tx, project(tx)) == []


@pytest.mark.parametrize("flow", ["move_session", "change_session", "cancel_session"])
def test_what_is_running_is_left_alone_with_a_way_on(desk: Desk, fa: Phone, flow: str) -> None:
    session = plan(desk, HOUR)
    desk.now += 2 * HOUR
    assert "เริ่มไปแล้ว" in go(desk, fa, f"{flow}:{session}")
    assert fa.last.choices
    assert found(desk, session).sequence == 0


def test_what_begins_while_one_writes_is_not_moved(desk: Desk, fa: Phone) -> None:
    session = plan(desk, HOUR)
    go(desk, fa, f"move_session:{session}")
    for line in ("15 ธ.ค. 13:00-16:00", "ข้าม"):
        fa.say(line)
    desk.now += 2 * HOUR
    assert "เริ่มไปแล้ว" in fa.say("แจ้งเลย")[-1].body
    assert found(desk, session).sequence == 0


def test_a_session_is_not_moved_to_where_it_is(desk: Desk, fa: Phone) -> None:
    session = plan(desk, 24 * HOUR)
    go(desk, fa, f"move_session:{session}")
    fa.say("พรุ่งนี้")
    said = fa.tap(fa.last.choices[0].label)
    assert "เหมือนเวลาเดิม" in said[0].body


def test_there_are_never_fewer_places_than_people_who_come(desk: Desk, fa: Phone) -> None:
    session, person = plan(desk, 24 * HOUR, capacity=5), mali_of(desk)
    with desk.engine.begin() as tx:
        for each in (person, some.person(tx)):
            answers.write(tx, session, each, "yes", desk.now)
    go(desk, fa, f"change_session:{session}")
    fa.say("รับได้")
    assert "ไปได้แล้ว 2 คน" in fa.say("1")[0].body
    fa.say("2")
    assert found(desk, session).capacity == 2


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "ยังไม่รู้เลย", "ftp://example.org", "https://x y.org"])
def test_what_is_no_link_is_refused(desk: Desk, fa: Phone, typed: str) -> None:
    session = plan(desk, 24 * HOUR)
    go(desk, fa, f"change_session:{session}")
    fa.say("ลิงก์")
    assert "ขอเป็นลิงก์ที่เปิดได้" in fa.say(typed)[-1].body


@pytest.mark.parametrize("flow", ["session", "move_session", "change_session", "cancel_session"])
def test_a_button_of_no_session_is_answered(desk: Desk, fa: Phone, flow: str) -> None:
    assert "ไม่พบนัดนี้" in go(desk, fa, f"{flow}:nosuchthing2")


# ---------------------------------------------------------------- who hears what


def test_what_has_changed_again_is_said_once_as_it_stands(desk: Desk, mali: Phone) -> None:
    session = plan(desk, 48 * HOUR)
    with desk.engine.begin() as tx:
        for days in (3, 4):
            starts = desk.now + timedelta(days=days)
            done = planning.move(tx, session, starts, starts + HOUR, None, desk.now)
            assert isinstance(done, News)
            session_news.tell(tx, [done], desk.now)
    desk.settle()
    assert [each.body.partition(":")[0] for each in mali.messages] == ["🔁 เลื่อนนัด"]
    assert "27 พ.ย." in mali.last.body


def test_a_move_is_not_told_after_the_session_was_called_off_or_has_begun(desk: Desk, mali: Phone) -> None:
    session = plan(desk, 48 * HOUR)
    news = News(found(desk, session), "moved")
    with desk.engine.begin() as tx:
        sessions.cancel(tx, session, now=desk.now)
    tell(desk, news)
    other = plan(desk, HOUR)
    with desk.engine.begin() as tx:
        session_news.tell(tx, [news_of(tx, other)], desk.now)
    desk.now += 2 * HOUR
    desk.settle()
    assert mali.messages == []


def test_who_has_left_the_team_hears_nothing(desk: Desk, mali: Phone) -> None:
    session, person = plan(desk, 48 * HOUR), mali_of(desk)
    with desk.engine.begin() as tx:
        session_news.tell(tx, [news_of(tx, session)], desk.now)
        role = projects.roles_of(tx, project(tx))[0].id
        seats.write(tx, role, person, "withdrawn", desk.now)
    desk.settle()
    assert mali.messages == []


def test_more_sessions_than_a_letter_carries_are_listed_in_one(desk: Desk, mali: Phone) -> None:
    with desk.engine.begin() as tx:
        times = [(desk.now + timedelta(days=day), desk.now + timedelta(days=day, hours=1)) for day in range(1, 9)]
        made = planning.plan(tx, project(tx), "workshop", times, "ตลาด", None, desk.now)
    tell(desk, *made)
    assert len(mali.messages) == 1
    assert mali.last.body.count("• ใหม่: เวิร์กช็อป") == 8


def test_the_reminder_whose_time_has_come_is_not_said_again(desk: Desk, mali: Phone) -> None:
    session, person = plan(desk, 20 * HOUR), mali_of(desk)
    tell(desk, News(found(desk, session), "planned"))
    with desk.engine.begin() as tx:
        assert [row.lead for row in tx.execute(select(said.c.lead))] == ["day"]
        assert reminders.due_of(tx, person, desk.now) == []
        [letter] = tx.execute(select(outbox_table).where(outbox_table.c.chat == mali.name)).all()
    assert letter.good_until == found(desk, session).starts_at
    assert letter.event is not None


def test_a_letter_that_waits_is_taken_back_when_the_session_moves(desk: Desk, mali: Phone) -> None:
    session = plan(desk, 20 * HOUR)
    tell(desk, News(found(desk, session), "planned"))
    with desk.engine.begin() as tx:
        starts = desk.now + timedelta(days=3)
        planning.move(tx, session, starts, starts + HOUR, None, desk.now)
        assert tx.execute(select(outbox_table).where(outbox_table.c.chat == mali.name)).all() == []


def test_who_cannot_be_reached_here_hears_elsewhere(desk: Desk, mali: Phone) -> None:
    session, person = plan(desk, 72 * HOUR), mali_of(desk)
    other = desk.phone("telegram:9")
    with desk.engine.begin() as tx:
        seeds.chats.take(tx, [other.name])
        session_news.tell(tx, [news_of(tx, session)], desk.now)
        tx.execute(update(chats_table).where(chats_table.c.name == mali.name).values(reachable=False))
        tx.execute(update(chats_table).where(chats_table.c.name == other.name).values(person=person))
    desk.settle()
    assert mali.messages == []
    assert "นัดใหม่" in other.last.body


def test_a_letter_that_reaches_nobody_is_said_elsewhere(desk: Desk, mali: Phone) -> None:
    session, person = plan(desk, 72 * HOUR), mali_of(desk)
    tell(desk, News(found(desk, session), "planned"))
    other = desk.phone("telegram:9")
    with desk.engine.begin() as tx:
        seeds.chats.take(tx, [other.name])
        tx.execute(update(chats_table).where(chats_table.c.name == other.name).values(person=person))
        letters = [each for each in outbox.claim(tx, desk.now, HOUR, 9) if each.chat == mali.name]
        note(tx, [(each, Unreachable("blocked")) for each in letters], desk.now)
    desk.settle()
    assert "นัดใหม่" in other.last.body


def test_an_event_of_a_session_that_nobody_knows_says_nothing(desk: Desk, mali: Phone) -> None:
    desk.happen(mali.name, SESSION_CHANGED, sessions=[{"session": "nosuchthing2", "sequence": 0, "what": "planned"}])
    assert mali.messages == []


def test_what_staff_do_is_in_the_audit_log(desk: Desk, fa: Phone) -> None:
    session = plan(desk, 24 * HOUR)
    go(desk, fa, f"cancel_session:{session}")
    fa.say("ข้าม")
    fa.tap("ยกเลิกและแจ้ง 1 คน")
    assert "ยกเลิกนัด" in go(desk, fa, "audit_log")
    with desk.engine.begin() as tx:
        assert tx.execute(select(table.c.state).where(table.c.id == session)).scalar_one() == "cancelled"
        assert staff.count(tx) == 1
