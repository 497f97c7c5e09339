"""What can wait is mentioned below an answer and shown for free."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from domain.broadcasts import Audience, Contents
from storage import (
    announcements,
    broadcasts,
    fanning_out,
)
from storage.schema import announcements as announcement_rows
from tests.conversations.telling import (
    FITTING,
    desk_of_waves,
    draft,
    join,
    named,
    publish,
    set_project,
    spend,
)
from tests.phone import Desk, Phone


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk where waves are of two people."""
    return desk_of_waves(engine, now)


def in_the_tray(desk: Desk, count: int = 1) -> Phone:
    """Mali, on LINE, for whom some roles wait."""
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING}")
    spend(desk, 0)
    for _ in range(count):
        draft(desk)
        publish(desk, "ใส่ถาดข่าว")
    assert mali.messages == []
    return mali


def test_what_waits_is_mentioned_once_a_day(desk: Desk) -> None:
    mali = in_the_tray(desk, 2)
    assert "มีข่าว 2 เรื่องรอคุณอยู่" in mali.say("เมนู")[-1].body
    assert not any("เรื่องรอคุณอยู่" in message.body for message in mali.say("เมนู"))
    desk.now += timedelta(days=1)
    assert "มีข่าว 2 เรื่องรอคุณอยู่" in mali.say("เมนู")[-1].body


def test_what_waits_is_shown_for_free_and_is_told_then(desk: Desk) -> None:
    mali = in_the_tray(desk, 2)
    mali.say("เมนู")
    shown = mali.tap("ดูข่าวที่รออยู่")
    assert [message.title for message in shown] == ["", "งานใหม่: นักออกแบบ", "งานใหม่: นักออกแบบ"]
    with desk.engine.begin() as tx:
        states = set(tx.execute(select(announcement_rows.c.state)).scalars())
    assert states == {"told"}
    assert "ไม่มีข่าวรออยู่" in mali.say("ข่าว")[-1].body


def test_more_than_one_letter_holds_is_shown_in_turns(desk: Desk) -> None:
    mali = in_the_tray(desk, 6)
    first = mali.say("ข่าว")
    assert (len(first), "ยังมีอีก 2 เรื่อง" in first[0].body) == (5, True)
    assert len(mali.tap("ดูข่าวที่รออยู่")) == 3


def write_to_everybody(desk: Desk) -> None:
    """Staff write something to all that can wait."""
    with desk.engine.begin() as tx:
        contents = Contents("text", {"th": "ตลาดนัดอาสา เสาร์นี้เจอกัน"})
        written = broadcasts.draft(tx, Audience("everyone"), contents, None, "", desk.now)
        broadcasts.plan(tx, written, "tray", desk.now, 0)
        fanning_out.begin_due(tx, desk.now, desk.now - timedelta(days=22))


def test_what_staff_wrote_to_many_waits_beside_the_roles(desk: Desk) -> None:
    mali = in_the_tray(desk)
    write_to_everybody(desk)
    assert "มีข่าว 2 เรื่องรอคุณอยู่" in mali.say("เมนู")[-1].body
    heading, letter, card = mali.tap("ดูข่าวที่รออยู่")
    assert (heading.body, letter.body) == ("ข่าวที่รอคุณอยู่ 2 เรื่อง", "ตลาดนัดอาสา เสาร์นี้เจอกัน")
    assert card.title == "งานใหม่: นักออกแบบ"
    assert "ไม่มีข่าวรออยู่" in mali.say("ข่าว")[-1].body


def test_nothing_is_mentioned_in_the_middle_of_a_conversation(desk: Desk) -> None:
    mali = in_the_tray(desk)
    assert not any("เรื่องรอคุณอยู่" in message.body for message in mali.say("เกี่ยวกับฉัน"))
    mali.say("คุยกับเจ้าหน้าที่")
    assert not any("เรื่องรอคุณอยู่" in message.body for message in mali.messages)


def test_what_has_closed_meanwhile_is_not_mentioned(desk: Desk) -> None:
    mali = in_the_tray(desk, 2)
    set_project(desk, "closed")
    assert not any("เรื่องรอคุณอยู่" in message.body for message in mali.say("เมนู"))
    with desk.engine.begin() as tx:
        assert announcements.in_tray(tx, named(tx, "มะลิ")) == []
