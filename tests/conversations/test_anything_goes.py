"""Whatever three people type and tap, in whatever order: all are answered, nothing fails, no seat is given twice."""

from __future__ import annotations

import random
import re
from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from storage import hours, projects
from storage.schema import chats, roles, sign_ups
from tests.conversations import seeds
from tests.phone import Desk, Phone
from tests.storage.some import NOW

TYPED = """
หางาน | สมัคร | ไว้ก่อน | ไม่สนใจ | งานของฉัน | มา | ไม่มา | ลงชั่วโมง | แก้ชั่วโมง | ยกเลิก | ยกเลิกชั่วโมงล่าสุด | ผลงานของฉัน
3 ชม. เมื่อวาน ออกแบบโลโก้ | 2-3 ชม. | 25 ชม. | แก้เป็น 2 ชม. | 4h last Sunday | fix to 30m | เมื่อวาน | พรุ่งนี้ 2 ชม.
12 ชม. เมื่อวาน | 2 ชม. 1 ต.ค. | 1 | 2 | 9 | ใช่ | ไม่ | โอเค | ข้าม | ย้อนกลับ | เริ่มใหม่ | หยุดก่อน | ช่วยด้วย
สวัสดี | เมนู | ดูเพิ่ม | ขอแก้ | งาน | 🙏 | asdf
"""
MADE_UP = """
go:sign_up:zz go:my_roles:zz go:coming:zz go:not_coming: go:find_role:later9 go:find_role:² go:not_now:x
go:no_thanks:x:y go:fix_hours:x go:log_hours:x a:1:yes a:2:120@2026-11-24 a:3:<
"""


@pytest.mark.parametrize("seed", range(8))
def test_whatever_people_do_they_are_answered(engine: Engine, seed: int) -> None:
    if engine.dialect.name != "sqlite" and seed > 1:
        pytest.skip("two walks are enough on the slower database")
    chance = random.Random(seed)
    desk = Desk(engine, NOW)
    phones = [joined(desk, name, language) for name, language in (("Ua", "th"), ("Ub", "en"), ("Uc", "th"))]
    with engine.begin() as tx:
        seeds.demo(tx, NOW)
        seeds.more_roles(tx, NOW)
    for _ in range(50):
        do_anything(chance, chance.choice(phones))
    no_seat_was_given_twice(engine)
    no_day_has_more_than_24_hours(engine)


def joined(desk: Desk, name: str, language: str) -> Phone:
    with desk.engine.begin() as tx:
        seeds.somebody(
            tx, NOW, f"line:{name}", f"name={name} language={language} skills=design.graphic slots=sat:morning"
        )
    return desk.phone(f"line:{name}")


def do_anything(chance: random.Random, phone: Phone) -> None:
    """Tap something in sight, tap something made up, type, or let time pass."""
    in_sight = [choice for message in phone.messages[-6:] for choice in (*message.choices, *message.ways)]
    taps = [choice.value for choice in in_sight if choice.kind == "tap"]
    match chance.choices(("tap", "made up", "type", "wait"), (50, 5, 38, 7))[0]:
        case "tap" if taps:
            phone.new("button_pressed", value=chance.choice(taps))
        case "made up":
            phone.new("button_pressed", value=chance.choice(MADE_UP.split()))
        case "wait":
            phone.desk.now += timedelta(hours=chance.choice((1, 5, 26)))
        case _:
            assert phone.say(chance.choice(re.split(r" \| |\n", TYPED.strip()))), "silence"


def no_seat_was_given_twice(engine: Engine) -> None:
    with engine.begin() as tx:
        for role in tx.execute(select(roles.c.id)).scalars().all():
            accepted = select(func.count()).where(sign_ups.c.role == role, sign_ups.c.state == "accepted")
            found = projects.find_role(tx, role)
            assert found is not None
            assert tx.execute(accepted).scalar_one() <= found.role.seats


def no_day_has_more_than_24_hours(engine: Engine) -> None:
    with engine.begin() as tx:
        for person in tx.execute(select(chats.c.person).where(chats.c.person.is_not(None))).scalars().all():
            days: dict[object, int] = {}
            for entry in hours.standing(tx, person):
                days[entry.worked_on] = days.get(entry.worked_on, 0) + entry.minutes
            assert all(minutes <= 1440 for minutes in days.values())
