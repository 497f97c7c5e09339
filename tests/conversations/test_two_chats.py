"""One person in two chats: joined by a code once, told once, reached in the one that is left, forgotten in both."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from bot.channels import Unreachable
from bot.noting import note
from domain import events
from domain.events import Arrival
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import announcements, chats, help_requests, hours, inbox, notices, outbox, people, seats, staff
from storage.announcements import Notice
from storage.hours import Work
from storage.schema import chats as chat_rows
from storage.schema import outbox as outbox_rows
from storage.schema import people as people_rows
from storage.schema import private_links
from tests.conversations import seeds
from tests.conversations.test_forgetting import rows_naming
from tests.phone import Desk, Phone

LINE, TELEGRAM = "line:Umali", "telegram:4711"


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.demo(tx, now)
        seeds.linked(tx, now)
        seeds.somebody(tx, now, LINE, "name=มะลิ")
    return desk


def code(phone: Phone) -> str:
    """The newest code that was shown on a phone."""
    return re.findall(r"with-\w{8}", " ".join(message.body for message in phone.messages))[-1]


def connect(desk: Desk, here: str = LINE, there: str = TELEGRAM) -> None:
    """Join a second chat to the first one's person."""
    desk.phone(here).say("เชื่อมแชต")
    desk.phone(there).new(events.CHAT_OPENED, payload=code(desk.phone(here)).replace("-", "_"))
    desk.phone(there).tap("ใช่ เชื่อมเลย")


def owner(engine: Engine, chat: str) -> str | None:
    """Whose chat it is."""
    with engine.begin() as tx:
        return tx.execute(select(chat_rows.c.person).where(chat_rows.c.name == chat)).scalar_one_or_none()


def mali(engine: Engine) -> str:
    """The person who has the chat on LINE."""
    return owner(engine, LINE) or "nobody"


def test_both_chats_are_one_persons(engine: Engine, desk: Desk) -> None:
    connect(desk)
    person = mali(engine)
    assert owner(engine, TELEGRAM) == person
    with engine.begin() as tx:
        assert tx.execute(select(people_rows.c.id)).scalars().all() == [person]
        assert [chat.name for chat in chats.of_person(tx, person)] == [TELEGRAM, LINE]


def test_only_the_hash_of_a_code_is_kept_beside_what_was_said(engine: Engine, desk: Desk) -> None:
    desk.phone(LINE).say("เชื่อมแชต")
    assert {table for table, _ in rows_naming(engine, code(desk.phone(LINE)))} == {"outbox"}


def test_a_code_joins_once(engine: Engine, desk: Desk) -> None:
    connect(desk)
    said = desk.phone("telegram:99").say(code(desk.phone(LINE)))
    assert said[0].body.startswith("รหัสนี้ใช้ไม่ได้")
    assert owner(engine, "telegram:99") is None


def test_a_new_code_ends_the_one_before(engine: Engine, desk: Desk) -> None:
    hers = desk.phone(LINE)
    hers.say("เชื่อมแชต")
    first = code(hers)
    hers.say("เชื่อมแชต")
    assert desk.phone(TELEGRAM).say(first)[0].body.startswith("รหัสนี้ใช้ไม่ได้")
    with engine.begin() as tx:
        assert len(tx.execute(select(private_links.c.token_hash)).all()) == 1


def test_of_two_chats_that_say_yes_to_one_code_the_first_is_joined(engine: Engine, desk: Desk) -> None:
    hers, first, second = desk.phone(LINE), desk.phone(TELEGRAM), desk.phone("telegram:99")
    hers.say("เชื่อมแชต")
    for phone in (first, second):
        phone.say(code(hers))
    first.tap("ใช่ เชื่อมเลย")
    assert second.tap("ใช่ เชื่อมเลย")[0].body.startswith("รหัสนี้ใช้ไปแล้ว")
    assert (owner(engine, TELEGRAM), owner(engine, "telegram:99")) == (owner(engine, LINE), None)


def test_a_stranger_learns_no_more_than_a_letter(desk: Desk) -> None:
    desk.phone(LINE).say("เชื่อมแชต")
    [asked] = desk.phone(TELEGRAM).say(code(desk.phone(LINE)))
    assert "“ม…”" in asked.body
    assert "มะลิ" not in asked.body


def test_the_new_chat_speaks_the_language_of_the_old_one(engine: Engine, now: datetime) -> None:
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.linked(tx, now)
        seeds.somebody(tx, now, LINE, "name=Mali language=en")
    desk.phone(LINE).say("connect a chat")
    assert desk.phone(TELEGRAM).say(code(desk.phone(LINE)))[0].body.startswith("Shall we connect")


def test_who_was_being_welcomed_is_asked_no_more(desk: Desk) -> None:
    desk.phone(TELEGRAM).say("สวัสดี")
    desk.phone(TELEGRAM).say("ไทย")
    connect(desk)
    assert desk.phone(TELEGRAM).say("เมนู")[-1].body.startswith("ทำอะไรได้บ้าง")
    assert not [message for message in desk.phone(TELEGRAM).messages[-3:] if "ก่อนเริ่ม" in message.body]


# ---------------------------------------------------------------- two records


def test_a_second_record_without_work_goes_into_the_first(engine: Engine, desk: Desk) -> None:
    with engine.begin() as tx:
        second = seeds.somebody(tx, desk.now, TELEGRAM, "name=มะลิวัลย์ skills=tech.web employer=ก้าวหน้า")
    desk.phone(LINE).say("เชื่อมแชต")
    desk.phone(TELEGRAM).say(code(desk.phone(LINE)))
    desk.phone(TELEGRAM).tap("เชื่อมเลย")
    assert rows_naming(engine, "มะลิวัลย์", "ก้าวหน้า") == []
    assert rows_naming(engine, second) == [("erasures", second)]
    first = mali(engine)
    assert owner(engine, TELEGRAM) == first
    with engine.begin() as tx:
        assert people.consents_of(tx, first)["role_news"] == "yes"


@pytest.mark.parametrize("has", ["hours", "a role", "a duty"])
def test_a_second_record_with_work_is_left_to_staff(engine: Engine, desk: Desk, has: str) -> None:
    first = mali(engine)
    with engine.begin() as tx:
        second = seeds.somebody(tx, desk.now, TELEGRAM, "name=มะลิวัลย์")
        seats.write(tx, seeds.role_called(tx, "นักออกแบบกราฟิก"), first, "accepted", desk.now)
        if has == "hours":
            hours.log(tx, second, Work(None, desk.now.date(), 60), desk.now)
        elif has == "a role":
            seats.write(tx, seeds.role_called(tx, "คนเขียนคอนเทนต์"), second, "withdrawn", desk.now)
        else:
            staff.join(tx, second, desk.now)
    desk.phone(LINE).say("เชื่อมแชต")
    said = desk.phone(TELEGRAM).say(code(desk.phone(LINE)))
    assert said[0].body.startswith("ทั้งสองแชตมีงาน")
    assert owner(engine, TELEGRAM) == second


def test_who_gets_a_role_between_question_and_answer_is_not_merged(engine: Engine, desk: Desk) -> None:
    with engine.begin() as tx:
        second = seeds.somebody(tx, desk.now, TELEGRAM, "name=มะลิวัลย์")
    desk.phone(LINE).say("เชื่อมแชต")
    desk.phone(TELEGRAM).say(code(desk.phone(LINE)))
    with engine.begin() as tx:
        seats.write(tx, seeds.role_called(tx, "คนเขียนคอนเทนต์"), second, "accepted", desk.now)
    assert desk.phone(TELEGRAM).tap("เชื่อมเลย")[0].body.startswith("งานและชั่วโมงของคุณอยู่ในแชตนี้")
    assert owner(engine, TELEGRAM) == second


# ---------------------------------------------------------------- what reaches whom


def test_staff_with_two_chats_hear_once_and_for_free(engine: Engine, desk: Desk) -> None:
    with engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:Unok", "name=นก staff=yes")
    connect(desk, "line:Unok", "telegram:99")
    before = len(desk.phone("line:Unok").messages), len(desk.phone("telegram:99").messages)
    asker = desk.phone(LINE)
    asker.say("คุยกับเจ้าหน้าที่")
    asker.say("มีงานวันอาทิตย์ไหม")
    after = len(desk.phone("line:Unok").messages), len(desk.phone("telegram:99").messages)
    assert after == (before[0], before[1] + 1)


def test_staff_are_not_told_in_the_other_chat_what_they_did_in_this_one(engine: Engine, desk: Desk) -> None:
    with engine.begin() as tx:
        seeds.somebody(tx, desk.now, "line:Unok", "name=นก staff=yes")
    connect(desk, "line:Unok", "telegram:99")
    before = len(desk.phone("telegram:99").messages)
    desk.phone("line:Unok").say("คุยกับเจ้าหน้าที่")
    assert "ยังไม่มีเจ้าหน้าที่" in desk.phone("line:Unok").say("ลองถามดู")[-1].body
    assert len(desk.phone("telegram:99").messages) == before


def test_what_comes_to_a_chat_that_was_just_blocked_goes_to_the_other(engine: Engine, desk: Desk) -> None:
    connect(desk)
    person = mali(engine)
    with engine.begin() as tx:
        role = seeds.role_called(tx, "นักออกแบบกราฟิก")
        seats.write(tx, role, person, "offered", desk.now, expires_at=desk.now + timedelta(days=1))
        notices.tell(tx, person, events.SEAT_OFFERED, role, desk.now, role=role)
        closed = Arrival("closed", TELEGRAM, events.CHAT_CLOSED, desk.now - timedelta(seconds=1), facts={})
        inbox.keep(tx, [closed], desk.now)
    desk.settle()
    assert "มีที่ให้คุณ" in desk.phone(LINE).last.body
    assert "มีที่ให้คุณ" not in desk.phone(TELEGRAM).last.body


def test_a_letter_that_finds_the_chat_blocked_is_written_to_the_other(engine: Engine, desk: Desk) -> None:
    connect(desk)
    person = mali(engine)
    with engine.begin() as tx:
        outbox.settle(tx, tx.execute(select(outbox_rows.c.number)).scalars().all(), desk.now, state="sent")
        role = seeds.role_called(tx, "นักออกแบบกราฟิก")
        seats.write(tx, role, person, "offered", desk.now, expires_at=desk.now + timedelta(days=1))
        notices.tell(tx, person, events.SEAT_OFFERED, role, desk.now, role=role)
    desk.settle()
    with engine.begin() as tx:
        later = desk.now + timedelta(seconds=5)
        [letter] = outbox.claim(tx, later, timedelta(minutes=1), 10)
        assert letter.chat == TELEGRAM
        note(tx, [(letter, Unreachable("blocked"))], later)
        [again] = outbox.claim(tx, later, timedelta(minutes=1), 10)
    assert (again.chat, again.messages) == (LINE, letter.messages)


def test_an_answer_that_finds_the_chat_blocked_is_not_said_elsewhere(engine: Engine, desk: Desk) -> None:
    connect(desk)
    with engine.begin() as tx:
        outbox.settle(tx, tx.execute(select(outbox_rows.c.number)).scalars().all(), desk.now, state="sent")
    desk.phone(TELEGRAM).say("เมนู")
    with engine.begin() as tx:
        later = desk.now + timedelta(seconds=5)
        found = outbox.claim(tx, later, timedelta(minutes=1), 10)
        note(tx, [(letter, Unreachable("blocked")) for letter in found], later)
        assert outbox.claim(tx, later, timedelta(minutes=1), 10) == []


def test_a_question_to_staff_from_a_blocked_chat_can_be_answered_in_the_other(engine: Engine, desk: Desk) -> None:
    connect(desk)
    hers = desk.phone(LINE)
    hers.say("คุยกับเจ้าหน้าที่")
    hers.say("มีงานวันอาทิตย์ไหม")
    hers.new(events.CHAT_CLOSED)
    with engine.begin() as tx:
        [request] = help_requests.unanswered(tx, 5)
        there = help_requests.asked_in(tx, request.id)
        assert help_requests.count_unanswered(tx) == 1
    assert there is not None
    assert there.name == TELEGRAM


# ---------------------------------------------------------------- apart again, and forgotten


def test_erasing_in_one_chat_forgets_both(engine: Engine, desk: Desk) -> None:
    connect(desk)
    desk.phone(TELEGRAM).say("ฉันชอบวาดรูปแมว")
    desk.phone(LINE).say("ลบข้อมูลของฉัน")
    desk.phone(LINE).tap("ลบทั้งหมดเลย")
    assert rows_naming(engine, "วาดรูปแมว", "4711") == []
    assert "Which language do you prefer?" in desk.phone(TELEGRAM).say("สวัสดี")[-1].body


def test_a_chat_that_is_taken_off_is_forgotten_and_the_person_stays(engine: Engine, desk: Desk) -> None:
    connect(desk)
    desk.phone(TELEGRAM).say("ฉันชอบวาดรูปแมว")
    desk.phone(LINE).say("เลิกเชื่อมแชต")
    desk.phone(LINE).tap("Telegram")
    assert rows_naming(engine, "วาดรูปแมว", "4711") == []
    assert owner(engine, LINE) is not None


def test_the_only_chat_that_reaches_somebody_stays(engine: Engine, desk: Desk) -> None:
    connect(desk)
    desk.phone(TELEGRAM).new(events.CHAT_CLOSED)
    desk.phone(LINE).say("เลิกเชื่อมแชต")
    offered = [choice.label for choice in desk.phone(LINE).last.choices]
    assert offered == ["Telegram", "ไม่ยกเลิก"]


def test_a_reminder_that_waits_in_a_chat_taken_off_is_said_in_the_other(engine: Engine, desk: Desk) -> None:
    connect(desk)
    person = mali(engine)
    with engine.begin() as tx:
        seats.write(tx, seeds.role_called(tx, "นักออกแบบกราฟิก"), person, "accepted", desk.now)
    desk.now += timedelta(hours=3, minutes=1)
    remind(desk)
    assert "พรุ่งนี้" in desk.phone(TELEGRAM).last.body
    desk.phone(LINE).say("เลิกเชื่อมแชต")
    desk.phone(LINE).tap("Telegram")
    remind(desk)
    assert "พรุ่งนี้" in desk.phone(LINE).last.body


def remind(desk: Desk) -> None:
    """Let the sweep look, and the bot answer."""
    desk.now += timedelta(seconds=5)
    with desk.engine.begin() as tx:
        run_sweep(tx, next(each for each in SWEEPS if each.name == "reminders"), desk.now)
    desk.settle()


def test_something_waiting_is_mentioned_in_one_chat_a_day(engine: Engine, desk: Desk) -> None:
    connect(desk)
    person = mali(engine)
    with engine.begin() as tx:
        role = seeds.role_called(tx, "นักออกแบบกราฟิก")
        announcements.into_tray(tx, [Notice(role, person, desk.now)])
    both = [desk.phone(name).say("ผลงานของฉัน")[-1].body for name in (LINE, TELEGRAM)]
    assert ["มีข่าว 1 เรื่องรอคุณอยู่" in body for body in both] == [True, False]
    with engine.begin() as tx:
        said = tx.execute(select(chat_rows.c.tray_said_at).where(chat_rows.c.person == person)).scalars().all()
    assert len(set(said)) == 1
    assert said[0] is not None
