"""Who asks to be forgotten is: nothing that they said or that names them stays in any table."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
from sqlalchemy import Engine, select

from storage import hours, outbox, seats
from storage.hours import Work
from storage.schema import chats, erasures, help_requests, metadata, people
from storage.schema import hours as hours_table
from storage.schema import outbox as outbox_table
from tests.conversations import seeds
from tests.phone import Desk, Phone

NAME = "มะลิวัลย์"
EMPLOYER = "ธนาคารออมใจ"
WORDS = "อยากรู้ว่าเริ่มงานวันไหนคะ"
NOTE = "ออกแบบโลโก้ให้บ้านอุ่นใจ"
CHAT = "line:Umali"


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.demo(tx, now)
        seeds.somebody(tx, now, "line:Ustaff", "name=ฟ้า staff=yes")
    return desk


def join(phone: Phone) -> None:
    """Go through the whole of joining."""
    phone.open()
    for words in ("ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้", "ได้", NAME, "เอกชน", EMPLOYER, "ชื่อและชั่วโมง"):
        phone.say(words)
    for words in ("เชียงใหม่", "ออนไลน์", "ออกแบบกราฟิก", "สอนได้", "เสาร์ เช้า", "ไว้ทีหลัง"):
        phone.say(words)


def ask_staff(phone: Phone) -> None:
    """Ask something of staff."""
    phone.say("คุยกับเจ้าหน้าที่")
    phone.say(WORDS)


def erase(phone: Phone) -> str:
    """Ask to be forgotten, and mean it; gives the last words."""
    phone.say("ลบข้อมูลของฉัน")
    return phone.tap("ลบทั้งหมดเลย")[-1].body


def rows_naming(engine: Engine, *needles: str) -> list[tuple[str, str]]:
    """In which tables does a row hold one of these words?"""
    found = []
    with engine.begin() as tx:
        for table in metadata.sorted_tables:
            for row in tx.execute(select(table)):
                words = json.dumps(list(row), ensure_ascii=False, default=str)
                found += [(table.name, needle) for needle in needles if needle in words]
    return found


def send_everything(engine: Engine, now: datetime) -> None:
    """Let every letter that waits have been sent."""
    with engine.begin() as tx:
        waiting = tx.execute(select(outbox_table.c.number).where(outbox_table.c.state == "waiting")).scalars().all()
        outbox.settle(tx, waiting, now, state="sent")


def test_nothing_that_was_said_stays(engine: Engine, desk: Desk) -> None:
    mali = desk.phone(CHAT)
    join(mali)
    ask_staff(mali)
    assert rows_naming(engine, NAME, EMPLOYER, WORDS)
    assert erase(mali).startswith("ลบข้อมูลของคุณเรียบร้อยแล้ว")
    send_everything(engine, desk.now)
    assert rows_naming(engine, NAME, EMPLOYER, WORDS) == []


def test_the_address_of_the_chat_stays_only_on_the_goodbye(engine: Engine, desk: Desk) -> None:
    mali = desk.phone(CHAT)
    join(mali)
    ask_staff(mali)
    erase(mali)
    assert rows_naming(engine, "Umali") == [("outbox", "Umali")]
    send_everything(engine, desk.now)
    assert rows_naming(engine, "Umali") == []


def test_hours_stay_as_a_sum_without_a_name(engine: Engine, desk: Desk) -> None:
    mali = desk.phone(CHAT)
    join(mali)
    with engine.begin() as tx:
        person = tx.execute(select(chats.c.person).where(chats.c.name == CHAT)).scalar_one()
        hours.log(tx, person, Work(None, date(2026, 11, 20), 180, NOTE), desk.now)
    erase(mali)
    with engine.begin() as tx:
        [row] = tx.execute(select(hours_table.c.person, hours_table.c.minutes, hours_table.c.note)).all()
        assert tuple(row) == (None, 180, "")
        assert tx.execute(select(erasures.c.person)).scalars().all() == [person]
    assert rows_naming(engine, NOTE) == []


def test_a_seat_goes_to_the_one_who_waits_for_it(engine: Engine, desk: Desk) -> None:
    from storage import projects, sign_ups

    with engine.begin() as tx:
        [role] = [each for each in projects.open_roles(tx, "") if each.role.title == "นักออกแบบกราฟิก"]
        first = seeds.somebody(tx, desk.now, CHAT, f"name={NAME}")
        second = seeds.somebody(tx, desk.now, "line:Ukai", "name=ไข่")
        seats.ask(tx, role.role.id, first, None, desk.now)
        seats.ask(tx, role.role.id, second, None, desk.now)
    erase(desk.phone(CHAT))
    assert "มีที่ให้คุณ" in desk.phone("line:Ukai").last.body
    with engine.begin() as tx:
        assert sign_ups.state_of(tx, role.role.id, second) == "offered"


def test_the_forgotten_are_strangers_when_they_return(engine: Engine, desk: Desk) -> None:
    mali = desk.phone(CHAT)
    join(mali)
    erase(mali)
    assert "Which language do you prefer?" in mali.say("สวัสดี")[-1].body
    with engine.begin() as tx:
        assert len(tx.execute(select(people.c.id)).all()) == 1


def test_what_they_type_on_after_it_is_answered_too(engine: Engine, desk: Desk) -> None:
    from domain import events
    from domain.events import Arrival
    from storage import inbox

    mali = desk.phone(CHAT)
    join(mali)
    mali.say("ลบข้อมูล")
    facts = {"value": mali.button("ลบทั้งหมดเลย").value}
    arrivals = [Arrival("tap", CHAT, events.BUTTON_PRESSED, desk.now, 1, facts)]
    arrivals += [Arrival(f"on{n}", CHAT, events.MESSAGE_RECEIVED, desk.now, n, {"text": "สวัสดี"}) for n in range(2, 5)]
    with engine.begin() as tx:
        inbox.keep(tx, arrivals, desk.now)
    desk.settle()
    assert "Which language do you prefer?" in mali.last.body
    mali.say("สวัสดี")
    assert "ก่อนเริ่ม" in mali.say("ไทย")[-1].body


def test_the_same_event_told_again_is_not_answered_again(engine: Engine, desk: Desk) -> None:
    from domain import events
    from domain.events import Arrival
    from storage import inbox

    mali = desk.phone(CHAT)
    join(mali)
    mali.say("ลบข้อมูล")
    tap = Arrival("tap", CHAT, events.BUTTON_PRESSED, desk.now, facts={"value": mali.button("ลบทั้งหมดเลย").value})
    for _ in range(2):
        with engine.begin() as tx:
            inbox.keep(tx, [tap], desk.now)
        desk.settle()
    assert [message.body[:9] for message in mali.messages].count("ลบข้อมูลข") == 1


def test_who_is_too_young_leaves_nothing_behind(engine: Engine, desk: Desk) -> None:
    child = desk.phone("line:Uchild")
    for words in ("สวัสดี", "ไทย", "เริ่มเลย", "รับทราบ"):
        child.say(words)
    assert "อายุ 20 ปีขึ้นไป" in child.say("อายุ 17 ค่ะ")[-1].body
    send_everything(engine, desk.now)
    assert rows_naming(engine, "17 ค่ะ", "Uchild") == []
    with engine.begin() as tx:
        assert len(tx.execute(select(people.c.id)).all()) == 1


def test_who_is_unknown_can_have_the_chat_forgotten(engine: Engine, desk: Desk) -> None:
    stranger = desk.phone("line:Ustranger")
    stranger.say("คุยกับเจ้าหน้าที่")
    stranger.say(WORDS)
    erase(stranger)
    send_everything(engine, desk.now)
    assert rows_naming(engine, WORDS) == []
    with engine.begin() as tx:
        assert tx.execute(select(help_requests.c.id)).all() == []
