"""Why a role suits, as the person reads it: in one line, in their language."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine, update

from storage.schema import roles
from tests.conversations import seeds
from tests.phone import Desk
from tests.storage import some

CHAT = "line:Umali"
SLOTS = "slots=sat:morning causes=children place=online"


def card(engine: Engine, now: datetime, facts: str, words: str, **needs: object) -> str:
    """The card of the one open role, as somebody with these facts sees it."""
    with engine.begin() as tx:
        some.role(tx, some.project(tx))
        tx.execute(update(roles).values(slots=["sat:morning"], **needs))
        seeds.somebody(tx, now, CHAT, f"name=Mali {facts}")
    phone = Desk(engine, now).phone(CHAT)
    phone.say(words)
    return "\n".join(message.body for message in phone.messages)


def test_skill_level_time_and_cause_are_said_in_one_line(engine: Engine, now: datetime) -> None:
    seen = card(engine, now, f"skills=design.graphic:professional {SLOTS}", "หางาน")
    assert "เหมาะกับคุณ: ออกแบบกราฟิก ระดับอาชีพ · ว่างเสาร์เช้า · สนใจเรื่องเด็กและเยาวชน" in seen


@pytest.mark.parametrize(
    ("language", "words", "reasons"),
    [
        ("th", "หางาน", "ออกแบบโลโก้ สอนได้ (ใกล้เคียงออกแบบกราฟิก) · อยากเรียนรู้ออกแบบกราฟิก"),
        ("en", "find a role", "Logo design (can teach), close to Graphic design · would like to learn Graphic design"),
    ],
)
def test_a_near_skill_and_a_wish_are_said(
    engine: Engine, now: datetime, language: str, words: str, reasons: str
) -> None:
    facts = f"skills=design.logo:teaching learns=design.graphic language={language}"
    assert reasons in card(engine, now, facts, words)


def test_what_is_nice_to_have_is_said_too(engine: Engine, now: datetime) -> None:
    seen = card(engine, now, "skills=design.graphic,comms.writing:able", "หางาน", nice=["comms.writing"])
    assert "ออกแบบกราฟิก · งานเขียนและก๊อปปี้ไรต์ ทำเองได้" in seen
