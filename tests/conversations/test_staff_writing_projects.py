"""Writing a project, off the straight path: back, over again, other roles, another day, no session."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from domain.work import Project, Role, Session
from storage import projects, sessions
from tests.conversations import seeds
from tests.phone import Desk, Phone


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk with Fa, who is staff."""
    with engine.begin() as tx:
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
    return Desk(engine, now)


@pytest.fixture
def fa(desk: Desk) -> Phone:
    """Fa's phone, once the project's own questions are answered."""
    phone = desk.phone("telegram:1")
    for words in ("สร้างโครงการ", "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้ายให้สวย", "ชุมชน"):
        phone.say(words)
    return phone


def write_role(fa: Phone, title: str = "นักออกแบบ") -> None:
    for words in (title, "ออกแบบกราฟิก", "ข้าม", "2", "3", "ออนไลน์", "เสาร์เช้า"):
        fa.say(words)
    fa.tap("ถูกต้อง")


def write_session(fa: Phone, day: str = "15 ธ.ค. 69", times: str = "13:00-16:00") -> None:
    for words in ("พอแล้ว", "เวิร์กช็อป", day, times, "ตลาด"):
        fa.say(words)


def saved(desk: Desk) -> tuple[Project, list[Role], list[Session]]:
    """The one draft there is."""
    with desk.engine.begin() as tx:
        (project,) = projects.drafts(tx)
        return project, projects.roles_of(tx, project.id), sessions.of_project(tx, project.id)


def drafts(desk: Desk) -> int:
    with desk.engine.begin() as tx:
        return len(projects.drafts(tx))


def test_saves_everything_as_it_was_said(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    write_session(fa)
    assert drafts(desk) == 0
    fa.tap("ถูกต้อง")
    project, (role,), (session,) = saved(desk)
    assert (project.organisation, project.title, project.cause) == ("มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "community")
    assert (role.title, role.skills, role.seats, role.hours_per_week) == ("นักออกแบบ", ("design.graphic",), 2, 3.0)
    assert (role.place, role.province, role.slots) == ("online", None, frozenset({"sat:morning"}))
    assert (session.kind, session.where) == ("workshop", "ตลาด")
    assert session.starts_at == datetime(2026, 12, 15, 6, 0, tzinfo=UTC)
    assert session.ends_at == datetime(2026, 12, 15, 9, 0, tzinfo=UTC)


def test_a_second_tap_on_right_saves_nothing_twice(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    write_session(fa)
    value = fa.button("ถูกต้อง").value
    for _ in range(2):
        desk.happen(fa.name, "button_pressed", value=value)
    assert drafts(desk) == 1


def test_a_day_from_the_picker(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    for words in ("พอแล้ว", "อบรม"):
        fa.say(words)
    fa.tap("เลือกวันที่", picked="2026-12-15")
    assert "15 ธ.ค. 2569" in fa.last.body
    fa.say("ย้อนกลับ")
    fa.tap("เลือกวันที่", picked="2026-11-01")
    assert "ผ่านไปแล้ว" in fa.last.body


def test_today_only_what_is_still_to_come(desk: Desk, fa: Phone) -> None:
    """It is ten in the morning."""
    write_role(fa)
    for words in ("พอแล้ว", "อบรม", "วันนี้"):
        fa.say(words)
    assert "เวลานั้นผ่านไปแล้ว" in fa.say("9:00-12:00")[-1].body
    assert "เจอกันที่ไหน" in fa.say("11:00-12:00")[-1].body


def test_a_session_that_passed_while_writing_is_asked_again(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    write_session(fa, "พรุ่งนี้")
    desk.now += timedelta(days=3)
    fa.tap("ถูกต้อง")
    assert drafts(desk) == 0
    assert "นัดวันไหน" in fa.last.body
    fa.say("15 ธ.ค. 69")
    fa.say("13:00-16:00")
    fa.tap("ถูกต้อง")
    assert saved(desk)[2][0].starts_at == datetime(2026, 12, 15, 6, 0, tzinfo=UTC)


def test_without_a_session(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    fa.say("พอแล้ว")
    fa.say("ข้าม")
    fa.say("ข้าม")
    assert "นัดแรก: –" in fa.last.body
    fa.tap("ถูกต้อง")
    assert saved(desk)[2] == []


def test_a_session_that_is_taken_back_leaves_no_trace(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    write_session(fa)
    fa.say("แก้นัดแรก")
    fa.say("ข้าม")
    fa.say("ข้าม")
    assert "15 ธ.ค." not in fa.last.body
    fa.tap("ถูกต้อง")
    assert saved(desk)[2] == []


def test_another_day_asks_for_the_time_again(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    write_session(fa)
    fa.say("แก้วัน")
    fa.say("16 ธ.ค. 69")
    assert "ตั้งแต่กี่โมง" in fa.last.body
    fa.say("9-12")
    assert "09:00–12:00" in fa.last.body


def test_another_kind_of_session_keeps_day_and_time(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    write_session(fa)
    fa.say("แก้นัดแรก")
    fa.say("อบรม")
    assert "อบรม" in fa.last.body
    assert "15 ธ.ค. 2569" in fa.last.body


def test_roles_can_be_left_out_and_added_at_the_last_look(desk: Desk, fa: Phone) -> None:
    write_role(fa, "คนที่หนึ่ง")
    fa.tap("เพิ่มบทบาท")
    write_role(fa, "คนที่สอง")
    write_session(fa)
    fa.say("แก้บทบาท")
    fa.tap("ลบ คนที่หนึ่ง")
    fa.tap("เพิ่มบทบาท")
    write_role(fa, "คนที่สาม")
    fa.tap("พอแล้ว")
    assert "คนที่สอง 2 คน; คนที่สาม 2 คน" in fa.last.body
    fa.tap("ถูกต้อง")
    assert {role.title for role in saved(desk)[1]} == {"คนที่สอง", "คนที่สาม"}


def test_five_roles_and_no_more(desk: Desk, fa: Phone) -> None:
    for number in range(5):
        write_role(fa, f"บทบาท {number}")
        labels = [choice.label for choice in fa.last.choices]
        assert ("เพิ่มบทบาท" in labels) == (number < 4)
        if number < 4:
            fa.tap("เพิ่มบทบาท")


def test_online_instead_of_on_site_forgets_the_province(desk: Desk, fa: Phone) -> None:
    for words in ("นักบัญชี", "ทำบัญชี", "ข้าม", "1", "2", "ลงพื้นที่", "โคราช", "ข้าม"):
        fa.say(words)
    assert "นครราชสีมา" in fa.last.body
    fa.say("แก้รูปแบบ")
    fa.say("ออนไลน์")
    assert "นครราชสีมา" not in fa.last.body
    fa.tap("ถูกต้อง")
    fa.say("พอแล้ว")
    fa.say("ข้าม")
    fa.say("ข้าม")
    fa.tap("ถูกต้อง")
    assert saved(desk)[1][0].province is None


def test_times_of_the_week_in_own_words(desk: Desk, fa: Phone) -> None:
    for words in ("นักบัญชี", "ทำบัญชี", "ข้าม", "1", "2", "ออนไลน์", "พุธเย็นกับเสาร์เช้า"):
        fa.say(words)
    fa.tap("ถูกต้อง")
    fa.say("พอแล้ว")
    fa.say("ข้าม")
    fa.say("ข้าม")
    fa.tap("ถูกต้อง")
    assert saved(desk)[1][0].slots == {"wed:evening", "sat:morning"}


def test_starting_over_forgets_the_roles(desk: Desk, fa: Phone) -> None:
    write_role(fa, "คนที่หนึ่ง")
    fa.say("เริ่มใหม่")
    for words in ("องค์กรใหม่", "งานใหม่", "เป้าหมายใหม่", "ชุมชน"):
        fa.say(words)
    write_role(fa, "คนใหม่")
    assert "มีหนึ่งบทบาทแล้ว" in fa.last.body
    assert "คนที่หนึ่ง" not in fa.last.body


def test_stopping_saves_nothing_and_says_so(desk: Desk, fa: Phone) -> None:
    write_role(fa)
    assert "ยังไม่ได้บันทึก" in fa.say("หยุดก่อน")[0].body
    assert drafts(desk) == 0


def test_the_way_back_leads_through_a_role(desk: Desk, fa: Phone) -> None:
    fa.say("นักออกแบบ")
    fa.say("ออกแบบกราฟิก")
    fa.say("ย้อนกลับ")
    assert "ทักษะอะไร" in fa.last.body
    fa.say("ย้อนกลับ")
    assert "บทบาทแรก" in fa.last.body


@pytest.mark.parametrize(("typed", "answer"), [("   ", "บทบาทแรกชื่ออะไร"), ("ก" * 121, "เกิน 120 ตัวอักษร")])
def test_a_name_is_neither_empty_nor_endless(desk: Desk, fa: Phone, typed: str, answer: str) -> None:
    assert answer in fa.say(typed)[-1].body


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("0", "อย่างน้อย 1"), ("-2", "อย่างน้อย 1"), ("200", "ไม่เกิน 50"), ("2.5", "จำนวนคน"), ("หลายคน", "จำนวนคน")],
)
def test_seats_that_cannot_be(desk: Desk, fa: Phone, typed: str, answer: str) -> None:
    for words in ("นักออกแบบ", "ออกแบบกราฟิก", "ข้าม"):
        fa.say(words)
    assert answer in fa.say(typed)[-1].body
    assert "สัปดาห์ละกี่ชั่วโมง" in fa.say("50")[-1].body
