"""Staff look how a search goes, stop it, and go on with it."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine, select

from storage import (
    seats,
    staff,
)
from storage.schema import people as people_rows
from tests.conversations.telling import (
    FITTING,
    WAVE,
    cards,
    desk_of_waves,
    draft,
    join,
    later,
    of,
    publish,
    spend,
    state,
    sweep,
    volunteers,
)
from tests.phone import Desk, Phone


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk where waves are of two people."""
    return desk_of_waves(engine, now)


def look(desk: Desk, role: str) -> Phone:
    """Fa looks how the search for this role goes; gives her phone."""
    fa = desk.phone("telegram:1")
    desk.happen(fa.name, "button_pressed", value=f"go:search:{role}")
    return fa


def labels(phone: Phone) -> list[str]:
    return [choice.label for choice in phone.last.choices]


@pytest.mark.parametrize("about", ["unheard-of", "'; DROP TABLE roles"])
def test_a_button_for_no_role_gets_a_kind_answer(desk: Desk, about: str) -> None:
    assert "ไม่พบบทบาทนี้" in look(desk, about).last.body


def test_a_role_that_was_published_quietly_can_be_told_later(desk: Desk) -> None:
    role, line = draft(desk), volunteers(desk, 3)
    assert "ไม่พบบทบาทนี้" in look(desk, role).last.body  # nobody hears of a draft
    publish(desk, "ไม่แจ้งใคร")
    fa = look(desk, role)
    assert "ยังไม่เคยแจ้งงานนี้" in fa.last.body
    assert labels(fa) == ["แจ้งรอบต่อไปเลย", "ปล่อยไว้แบบนี้"]
    fa.tap("แจ้งรอบต่อไปเลย")
    fa.tap("แจ้ง 2 คน")
    assert (cards(line), state(desk, role)) == (2, ("running", 1))


def test_stopping_takes_back_what_was_not_said_yet(desk: Desk) -> None:
    role = draft(desk)
    resting = join(desk, "line:rest", f"name=พัก {FITTING} quiet_from=09:00 quiet_until=11:00")
    publish(desk)
    fa = look(desk, role)
    fa.tap("หยุดหา")
    later(desk, 3 * WAVE)
    assert (resting.messages, state(desk, role)) == ([], ("stopped", 1))
    fa = look(desk, role)
    assert "หยุดหาแล้ว" in fa.last.body
    fa.tap("แจ้งรอบต่อไปเลย")
    assert "แจ้ง 1 คน" in labels(fa)


def test_a_full_role_is_told_to_nobody_else(desk: Desk) -> None:
    role, line = draft(desk, seats=1), volunteers(desk, 3)
    publish(desk)
    fa = look(desk, role)
    fa.tap("แจ้งรอบต่อไปเลย")
    with desk.engine.begin() as tx:
        seats.ask(tx, role, of(tx, line[0]), None, desk.now)
    fa.tap("แจ้ง 1 คน")
    assert "เต็มแล้วหรือไม่ได้เปิดรับ" in fa.last.body
    assert cards(line) == 2
    assert "หยุดหา" in labels(look(desk, role))
    sweep(desk)
    assert labels(look(desk, role)) == ["ปล่อยไว้แบบนี้"]


def test_a_next_wave_that_the_month_no_longer_allows_is_asked_anew(desk: Desk) -> None:
    role, line = draft(desk), volunteers(desk, 4)
    publish(desk)
    fa = look(desk, role)
    fa.tap("แจ้งรอบต่อไปเลย")
    spend(desk, 3)  # two letters are still on their way
    fa.tap("แจ้ง 2 คน")
    assert cards(line) == 2
    assert labels(fa) == ["แจ้งเท่าที่พอ 1 คน", "แจ้ง 1 ใส่ถาดข่าว 1", "ปล่อยไว้แบบนี้"]
    fa.tap("แจ้ง 1 ใส่ถาดข่าว 1")
    assert (cards(line), state(desk, role)) == (3, ("running", 2))


def test_when_who_began_a_search_has_left_all_staff_hear_of_its_end(desk: Desk) -> None:
    role = draft(desk)
    volunteers(desk, 1)
    fa = publish(desk)
    chai = join(desk, "telegram:2", "name=ชัย staff=yes")
    with desk.engine.begin() as tx:
        staff.leave(
            tx, str(tx.execute(select(people_rows.c.id).where(people_rows.c.name == "ฟ้า")).scalar_one()), desk.now
        )
    before = len(fa.messages)
    later(desk, WAVE)
    assert state(desk, role) == ("spent", 1)
    assert "ไม่เหลือใครที่ตรง" in chai.last.body
    assert len(fa.messages) == before
