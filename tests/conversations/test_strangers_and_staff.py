"""Whatever newcomers, volunteers and staff do, each is answered, and every answer fits both platforms."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain import events
from domain.messages import Choice, Message
from flows import FLOWS
from storage.database import make_engine
from storage.schema import metadata
from tests.conversations import seeds
from tests.phone import Desk, Phone

LINES = (
    "1", "2", "๓", "0", "13", "99", "-1", "ใช่", "ไม่", "ok", "no", "ข้าม", "ย้อนกลับ", "หยุดก่อน", "เริ่มใหม่", "help", "?",
    "สวัสดีค่ะ", "ขอบคุณ", "มะลิ", "Ken", "เอกชน", "เชียงใหม่", "กทม", "ออกแบบกราฟิก", "ทำบัญชี กับแปลภาษา", "เสาร์เช้า",
    "ว่างเย็นวันธรรมดา", "เดือนละ 2 วัน", "1 ธ.ค.", "15/12/2569", "13:00-16:00", "22-7", "เมื่อวาน 3 ชม. ออกแบบโลโก้",
    "3 ชม.", "2h yesterday", "แก้เป็น 2 ชม.", "อยากรู้ว่าเริ่มเมื่อไหร่", "ก" * 2500, "<b>x</b>", "go:menu",
    "😀😀", "\u200b", "   ", "a\nb\nc", "🌈" * 40, "https://example.org/?a=1&b=2", "'; DROP TABLE people; --",
    "{ $name }", "staff-test-code-2026", "team-k3f9m2", "งาน k3f9m2x9p4qr", "/start project_k3f9m2x9p4qr", "24 ชม.",
)  # fmt: skip
WORDS = tuple(FLOWS.words)
VALUES = (
    "a:1:yes",
    "a::",
    "go:",
    "go:sign_up:no",
    "go:coming:no",
    "go:answer_person:no",
    "go:my_data:no",
    "junk",
    "go:share:no",
    "go:see_role:no",
    "go:see_project:no",
    "go:companies:no",
    "go:erase_company:no",
    "go:audit_log:by.no.7",
    "go:audit_log:people",
    "go:audit_log:act.\u0661",
    "go:staff_members:no",
)
CONTENTS = ("sticker", "image", "audio", "video", "file", "location", "contact", "something_new")


def buttons(phone: Phone, most: int) -> list[Choice]:
    """The buttons of the newest messages."""
    offered = [choice for message in phone.messages[-most:] for choice in (*message.choices, *message.ways)]
    return [choice for choice in offered if choice.kind != "link"]


def act(phone: Phone, chance: random.Random) -> list[Message]:
    """Do something: mostly tap what is offered, sometimes something else."""
    kind = chance.random()
    offered = buttons(phone, 3 if kind < 0.45 else 30)
    if kind < 0.5 and offered:
        choice = chance.choice(offered)
        picked = {"date": "2026-12-24", "time": "13:00"}.get(choice.kind)
        return phone.new(events.BUTTON_PRESSED, value=choice.value, picked=picked)
    if kind < 0.55:
        return phone.new(events.BUTTON_PRESSED, value=chance.choice(VALUES), picked=None)
    if kind < 0.6:
        return phone.send(chance.choice(CONTENTS))
    if kind < 0.62:
        return phone.open()
    return phone.say(chance.choice(LINES if kind < 0.85 else WORDS))


def check(message: Message) -> None:
    """Refuse what a platform would refuse, or what nobody could read."""
    assert message.body.strip() or message.title or message.picture
    assert len(message.choices) + len(message.ways) <= 13 or not message.ways
    assert "None" not in message.body
    for choice in (*message.choices, *message.ways):
        assert choice.label.strip()
        assert choice.kind == "link" or (choice.value.isascii() and 1 <= len(choice.value) <= 60)


@pytest.mark.parametrize("seed", range(6))
def test_everybody_is_answered_whatever_they_do(tmp_path: Path, now: datetime, seed: int) -> None:
    engine = make_engine(f"sqlite:///{tmp_path / 'anything.sqlite'}")
    metadata.create_all(engine)
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.demo(tx, now)
        seeds.somebody(tx, now, "line:Uken", "name=Ken language=en skills=design.graphic:able slots=sat:morning")
        seeds.somebody(tx, now, "telegram:4711", "name=ฟ้า staff=yes")
        seeds.somebody(tx, now, "telegram:4712", "name=ต้อง staff=coordinator")
        seeds.linked(tx, now)
        seeds.company(tx, now)
    chance = random.Random(seed)
    phones = [desk.phone(name) for name in ("line:Umali", "line:Uken", "telegram:4711", "telegram:4712")]
    for _ in range(200):
        for message in act(chance.choice(phones), chance):
            check(message)
        desk.now += timedelta(minutes=chance.choice((0, 0, 0, 5, 600, 5000)))
    assert all(phone.messages for phone in phones)
