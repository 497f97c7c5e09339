"""What is written down while somebody joins, and when; what their words cannot say is looked up in the record."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import Engine, select

from domain.people import NOTICE_VERSION, Person
from storage import people
from storage.schema import chats, consents
from storage.schema import people as people_table
from tests.conversations import seeds
from tests.phone import Desk, Phone

CHAT = "line:Umali"


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    return Desk(engine, now)


@pytest.fixture
def mali(desk: Desk) -> Phone:
    return desk.phone(CHAT)


def say(phone: Phone, *lines: str) -> str:
    """Say several things; gives the last words of the answer."""
    for line in lines:
        phone.say(line)
    return phone.last.body


def joined(phone: Phone) -> Phone:
    """Be welcomed."""
    say(phone, "สวัสดี", "ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้", "ไม่ได้")
    return phone


def record(engine: Engine) -> Person:
    """The only person there is."""
    with engine.begin() as tx:
        person = people.find(tx, tx.execute(select(people_table.c.id)).scalar_one())
    assert person is not None
    return person


def agreed(engine: Engine) -> list[tuple[str, str, str]]:
    """Every consent on record, the oldest first."""
    columns = (consents.c.purpose, consents.c.answer, consents.c.notice_version)
    with engine.begin() as tx:
        return [tuple(row) for row in tx.execute(select(*columns).order_by(consents.c.number))]


def skills(engine: Engine) -> dict[str, str | None]:
    """The skills on record."""
    person = record(engine).id
    with engine.begin() as tx:
        return people.skills_of(tx, person)


def test_nobody_is_written_down_before_they_agreed(engine: Engine, mali: Phone) -> None:
    say(mali, "สวัสดี", "ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ได้")
    with engine.begin() as tx:
        assert tx.execute(select(people_table.c.id)).all() == []
        assert tx.execute(select(chats.c.person)).scalar_one() is None


def test_notice_age_and_each_consent_are_on_record(engine: Engine, desk: Desk, mali: Phone) -> None:
    say(mali, "สวัสดี", "ไทย", "เริ่มเลย")
    accepted = desk.now
    desk.now = desk.now.replace(hour=9)
    say(mali, "รับทราบ", "ครบแล้ว", "ได้", "ไม่ได้")
    person = record(engine)
    assert (person.notice_version, person.adult) == (NOTICE_VERSION, True)
    assert person.noticed_at is not None
    assert person.noticed_at < accepted < person.joined_at
    assert agreed(engine) == [("role_news", "yes", NOTICE_VERSION), ("share_profile", "no", NOTICE_VERSION)]


def test_the_night_is_quiet_unless_somebody_says_otherwise(engine: Engine, mali: Phone) -> None:
    joined(mali)
    person = record(engine)
    assert (person.quiet_from, person.quiet_until) == ("21:00", "08:00")
    say(mali, "มะลิ", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ตอบต่อเลย")
    say(mali, "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ทันที")
    assert say(mali, "ส่งได้ตลอด").startswith("มีองค์กรที่คุณไม่ควร")
    person = record(engine)
    assert (person.quiet_from, person.quiet_until) == ("00:00", "00:00")


def test_refusing_every_consent_is_no_hindrance(engine: Engine, mali: Phone) -> None:
    say(mali, "สวัสดี", "ไทย", "เริ่มเลย", "รับทราบ", "ครบแล้ว", "ไม่", "ไม่")
    assert record(engine).welcomed
    assert mali.last.body == "อยากให้เรียกคุณว่าอะไร"


def test_each_answer_is_written_down_at_once(engine: Engine, mali: Phone) -> None:
    joined(mali)
    for line, column, value in (
        ("มะลิ", "name", "มะลิ"),
        ("ข้าราชการ", "sector", "government"),
        ("กรมป่าไม้", "employer", "กรมป่าไม้"),
        ("ยอดรวม", "employer", "กรมป่าไม้"),
        ("โคราช", "province", "NMA"),
        ("ทั้งสอง", "place", "both"),
    ):
        say(mali, line)
        assert getattr(record(engine), column) == value


def test_the_rest_is_written_down_at_once_too(engine: Engine, mali: Phone) -> None:
    joined(mali)
    say(mali, "มะลิ", "ข้าม", "ข้าม", "ออนไลน์", "ออกแบบกราฟิก")
    mali.tap("ถูกต้อง") if "เข้าใจว่า" in mali.last.body else None
    assert skills(engine) == {"design.graphic": None}
    say(mali, "ทำเป็นอาชีพ")
    assert skills(engine) == {"design.graphic": "professional"}
    mali.tap("เสาร์ เช้า")
    mali.tap("พอแล้ว")
    assert record(engine).slots == {"sat:morning"}
    say(mali, "ตอบต่อเลย", "การศึกษา, สัตว์")
    assert set(record(engine).causes) == {"education", "animals"}
    mali.tap("วิเคราะห์ข้อมูล")
    say(mali, "พอแล้ว")
    assert record(engine).learns == ("data.analysis",)
    say(mali, "1–2 วัน")
    assert record(engine).days_per_month == 1.5
    say(mali, "เดือนหน้า")
    assert record(engine).starts_on == date(2026, 12, 1)
    say(mali, "24 ธ.ค. - 2 ม.ค.")
    assert record(engine).away == ((date(2026, 12, 24), date(2027, 1, 2)),)
    say(mali, "รายสัปดาห์", "22-7", "มูลนิธิ ก และบริษัท ข", "มูลนิธิบ้านดี, บริษัท กขค", "ถามก่อน")
    assert set(record(engine).conflicts) == {"มูลนิธิบ้านดี", "บริษัท กขค"}
    person = record(engine)
    assert (person.news, person.quiet_from, person.quiet_until) == ("weekly", "22:00", "07:00")
    assert agreed(engine)[-1] == ("stories", "ask_first", NOTICE_VERSION)


def test_what_was_read_from_words_waits_for_its_yes(engine: Engine, mali: Phone) -> None:
    joined(mali)
    say(mali, "มะลิ", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ว่างเสาร์เช้า เดือนละ 3 วัน")
    assert record(engine).slots == frozenset()
    mali.tap("ถูกต้อง")
    assert record(engine).slots == {"sat:morning"}
    assert record(engine).days_per_month == 3


def test_how_much_without_when_is_asked_for(engine: Engine, mali: Phone) -> None:
    joined(mali)
    body = say(mali, "มะลิ", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "เดือนละ 2 วัน")
    assert body.startswith("รับทราบ แล้วปกติว่างวันไหน")
    say(mali, "เสาร์ เช้า")
    assert record(engine).days_per_month == 2


def test_nobody_is_asked_what_they_skipped(engine: Engine, mali: Phone) -> None:
    joined(mali)
    say(mali, "มะลิ", "ข้าม", "ข้าม", "หยุดก่อน")
    assert say(mali, "โปรไฟล์") == "สะดวกทำงานแบบไหน"


def test_who_does_not_want_news_is_not_asked_how_often(engine: Engine, desk: Desk, mali: Phone) -> None:
    with engine.begin() as tx:
        known = "place=online skills=tech.web:able slots=sat:morning days_per_month=1 causes=arts starts_on=2026-11-01"
        seeds.somebody(tx, desk.now, CHAT, f"name=มะลิ sector=retired province=BKK refuses=role_news {known}")
    assert say(mali, "โปรไฟล์", "ข้าม", "ไม่มี").startswith("ช่วงไหนไม่ควรส่งข้อความรบกวน")


def test_another_employer_may_see_nothing_until_asked(engine: Engine, mali: Phone) -> None:
    joined(mali)
    say(mali, "มะลิ", "เอกชน", "บริษัท ก", "ชื่อและชั่วโมง", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ตอบต่อเลย")
    say(mali, "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ทันที", "ข้าม", "ข้าม", "ไม่ได้")
    body = say(mali, "แก้ที่ทำงาน", "บริษัท ข")
    assert body.startswith("ให้ “บริษัท ข” เห็นชั่วโมงอาสาของคุณไหม")
    assert [answer for purpose, answer, _ in agreed(engine) if purpose == "employer"] == ["name_and_hours", "none"]


@pytest.mark.parametrize("line", ["31 ก.พ.", "เมื่อวาน", "1/1/60", "สักวันหนึ่ง"])
def test_a_day_that_cannot_be_is_asked_again(engine: Engine, mali: Phone, line: str) -> None:
    joined(mali)
    say(mali, "มะลิ", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ตอบต่อเลย", "ข้าม", "ข้าม", "ข้าม")
    assert "เริ่มได้เร็วสุดเมื่อไหร่" in say(mali, line)
    assert record(engine).starts_on is None


def test_a_picked_day_and_a_typed_one(engine: Engine, mali: Phone) -> None:
    joined(mali)
    say(mali, "มะลิ", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ตอบต่อเลย", "ข้าม", "ข้าม", "ข้าม")
    mali.tap("เลือกวันที่", picked="2026-12-15")
    assert record(engine).starts_on == date(2026, 12, 15)
    say(mali, "ย้อนกลับ", "๑ ม.ค. ๗๐")
    assert record(engine).starts_on == date(2027, 1, 1)


def away_question(phone: Phone) -> None:
    """Answer up to the question after days away."""
    joined(phone)
    say(phone, "มะลิ", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ตอบต่อเลย", "ข้าม", "ข้าม", "ข้าม")
    assert say(phone, "ทันที").startswith("มีช่วงที่ไม่สะดวก")


def test_who_is_never_away_is_not_asked_again(engine: Engine, mali: Phone) -> None:
    away_question(mali)
    assert say(mali, "ไม่มี").startswith("อยากรับข่าวงานใหม่")
    assert record(engine).away == ()
    say(mali, "หยุดก่อน")
    assert say(mali, "โปรไฟล์").startswith("อยากรับข่าวงานใหม่")


@pytest.mark.parametrize("line", ["เสาร์นี้", "ว่าง 1-5 ธ.ค.", "1 ต.ค.", "ทั้งเดือนธันวา", "1-15"])
def test_dates_that_are_not_plain_are_asked_again(engine: Engine, mali: Phone, line: str) -> None:
    away_question(mali)
    assert "มีช่วงที่ไม่สะดวก" in say(mali, line)
    assert record(engine).away == ()


def test_a_wish_is_no_skill(engine: Engine, mali: Phone) -> None:
    joined(mali)
    say(mali, "มะลิ", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ข้าม", "ตอบต่อเลย", "ข้าม")
    assert "อยากเรียนรู้ ตัดต่อวิดีโอ" in say(mali, "อยากเรียนตัดต่อวิดีโอ")
    assert record(engine).learns == ()
    say(mali, "ใช่")
    assert record(engine).learns == ("media.edit",)
    assert skills(engine) == {}


def test_what_was_told_can_be_looked_up(mali: Phone) -> None:
    away_question(mali)
    say(mali, "24 ธ.ค. - 2 ม.ค.", "ส่งทันทีที่มี", "ข้าม", "มูลนิธิบ้านดี", "หยุดก่อน", "ข้อมูลของฉัน")
    held = "\n".join(message.body for message in mali.messages)
    assert "ช่วงที่ไม่สะดวก: 24 ธ.ค. 2569 – 2 ม.ค. 2570" in held
    assert "องค์กรที่ขอเลี่ยง: มูลนิธิบ้านดี" in held
