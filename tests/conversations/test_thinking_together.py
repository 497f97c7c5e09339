"""What a transcript does not show of a workshop: what is kept nowhere, what is not true any more, and long boards."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from domain.workshop import SCALE
from storage import ideas, sessions, settings, workshops
from storage.schema import chats, feedback, inbox, outbox
from storage.schema import sessions as session_rows
from tests.conversations import seeds
from tests.phone import Desk, Phone

SECRET = "เสียงดังเกินไป"


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A workshop in an hour with four in its team, two of them on LINE, and a member of staff."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        seeds.workshop(tx, now)
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
        for chat in ("line:U1", "line:U2", "telegram:3", "telegram:4"):
            seeds.somebody(tx, now, chat, f"name={chat[-1]}")
            seeds.sign_up(tx, now, chat, "accepted", "คนช่วยคิด")
    return desk


def session_of(desk: Desk) -> str:
    with desk.engine.begin() as tx:
        return str(tx.execute(select(session_rows.c.id)).scalar_one())


def set_board(desk: Desk, *states: str) -> None:
    session = session_of(desk)
    with desk.engine.begin() as tx:
        assert [workshops.move(tx, session, state) for state in states] == [True] * len(states)


def fill(desk: Desk, count: int) -> None:
    """Put so many ideas on the board, and open the vote."""
    set_board(desk, "open")
    session = session_of(desk)
    with desk.engine.begin() as tx:
        person = tx.execute(select(chats.c.person).where(chats.c.name == "line:U2")).scalar_one()
        words = [f"ไอเดียที่ {number}" for number in range(1, count + 1)]
        assert ideas.add(tx, session, person, "dream", words, desk.now) == count
    set_board(desk, "voting")


def everything_kept(desk: Desk) -> dict[str, str]:
    """What the tables hold that belong to a chat, as text."""
    with desk.engine.begin() as tx:
        rows: list[tuple[str, Any]] = [
            ("inbox", tx.execute(select(inbox.c.facts)).all()),
            ("outbox", tx.execute(select(outbox.c.messages)).all()),
            ("chats", tx.execute(select(chats.c.talk)).all()),
        ]
    return {name: str(found) for name, found in rows}


# ---------------------------------------------------------------- feedback


def answer(phone: Phone, *, send: bool = True) -> None:
    """Say how it was."""
    for line in ("ความเห็น", "2", "2", "2", SECRET, "ข้าม", "x" * 600, "ข้าม", SECRET):
        phone.say(line)
    phone.tap("ส่งเลย" if send else "ไม่ส่ง")


@pytest.mark.parametrize("send", [True, False])
def test_what_is_said_without_a_name_is_kept_with_no_chat(desk: Desk, send: bool) -> None:
    desk.now += timedelta(hours=5)
    phone = desk.phone("line:U1")
    answer(phone, send=send)
    kept = everything_kept(desk)
    assert {name for name, words in kept.items() if SECRET in words or "xxx" in words} == set()
    with desk.engine.begin() as tx:
        facts = [row.facts for row in tx.execute(select(inbox).where(inbox.c.chat == "line:U1"))]
        assert {"value": "a:1:2"} not in facts
        assert [each for each in facts if each.get("text") in {"2", SECRET}] == []
        assert len(tx.execute(select(feedback)).all()) == int(send)


def test_a_tap_of_a_rating_is_not_remembered_as_the_last_one(desk: Desk) -> None:
    desk.now += timedelta(hours=5)
    phone = desk.phone("telegram:3")
    phone.say("ความเห็น")
    for _ in range(3):
        phone.tap(SCALE[1])
    for _ in range(4):
        phone.say("ข้าม")
    phone.say("ส่งเลย")
    with desk.engine.begin() as tx:
        talk = tx.execute(select(chats.c.talk).where(chats.c.name == phone.name)).scalar_one()
    assert (talk["now"], talk["last_tap"]) == (None, "")


def test_what_is_said_elsewhere_is_kept_as_before(desk: Desk) -> None:
    desk.phone("line:U1").say("งานของฉัน")
    assert "งานของฉัน" in everything_kept(desk)["inbox"]


def test_feedback_is_asked_for_until_two_weeks_after(desk: Desk) -> None:
    phone, session = desk.phone("line:U1"), session_of(desk)
    said = []
    for days in (0, 1, 13, 15):
        desk.now = datetime.fromisoformat("2026-11-23T03:00:00+00:00") + timedelta(days=days)
        said.append(phone.new("button_pressed", value=f"go:feedback:{session}", picked=None)[0].body)
        phone.say("หยุด")
    assert "ยังไม่จบ" in said[0]
    assert all("ไม่เปิดเผยชื่อ" in each for each in said[1:3])
    assert "หมดเวลา" in said[3]


# ---------------------------------------------------------------- the board


def test_news_of_a_board_that_went_on_meanwhile_is_not_told(desk: Desk) -> None:
    set_board(desk, "open")
    phone, session = desk.phone("line:U1"), session_of(desk)
    told = {"session": session, "board": "open"}
    assert "เปิดรับไอเดียแล้ว" in phone.new("board_changed", **told)[0].body
    set_board(desk, "voting")
    assert phone.new("board_changed", **told) == []
    with desk.engine.begin() as tx:
        sessions.cancel(tx, session, now=desk.now)
    assert phone.new("board_changed", session=session, board="voting") == []


def test_staff_who_come_too_late_hear_how_the_board_stands(desk: Desk) -> None:
    fa = desk.phone("telegram:1")
    fa.say("กระดาน")
    fa.tap("เปิดรับไอเดีย")
    set_board(desk, "open")
    said = fa.tap("บอกในห้องเอง")
    assert said[0].body.startswith("กระดานเปลี่ยนไปแล้ว")
    assert "รับไอเดียอยู่" in said[1].body


def test_a_month_that_was_spent_meanwhile_pays_for_nobody(desk: Desk) -> None:
    fa = desk.phone("telegram:1")
    fa.say("กระดาน")
    fa.tap("เปิดรับไอเดีย")
    with desk.engine.begin() as tx:
        settings.note(tx, "push_reserve", 200, desk.now)
    fa.say("1")
    heard = [name for name in ("line:U1", "line:U2", "telegram:3", "telegram:4") if desk.phone(name).messages]
    assert heard == ["telegram:3", "telegram:4"]


def test_a_long_board_has_pages_whose_numbers_count_from_what_is_seen(desk: Desk) -> None:
    fill(desk, 12)
    phone = desk.phone("line:U1")
    phone.say("โหวต")
    first = [choice.label for choice in phone.last.choices]
    assert (len(first), first[-1]) == (10, "ดูข้อถัดไป")
    phone.tap("ดูข้อถัดไป")
    second = [choice.label for choice in phone.last.choices]
    assert len(second) == 4
    assert "หน้า 2 จาก 2" in phone.last.body
    phone.say("3 3")
    assert f"●● {second[2]}" in phone.last.body
    phone.say("5")
    assert "หน้า 1 จาก 2" not in phone.last.body
    phone.tap("ดูข้อถัดไป")
    phone.say("1")
    assert f"● {first[0]}" in phone.last.body


def test_an_idea_hidden_while_one_votes_is_said_to_be_gone(desk: Desk) -> None:
    fill(desk, 3)
    phone = desk.phone("line:U1")
    phone.say("โหวต")
    shown = phone.last.choices[0].value.rpartition(":")[2]
    session = session_of(desk)
    with desk.engine.begin() as tx:
        ideas.hide(tx, session, shown)
    assert phone.tap(phone.last.choices[0].label)[0].body.startswith("ข้อนั้นไม่อยู่บนกระดานแล้ว")
    assert len(phone.last.choices) == 2


def test_a_number_means_what_was_shown_even_if_the_board_has_changed(desk: Desk) -> None:
    fill(desk, 3)
    phone, session = desk.phone("line:U1"), session_of(desk)
    phone.say("โหวต")
    first, _, third = phone.last.choices
    with desk.engine.begin() as tx:
        ideas.hide(tx, session, first.value.rpartition(":")[2])
    phone.say("3 3")
    assert f"●● {third.label}" in phone.last.body


def test_without_an_address_of_our_own_the_result_comes_in_words_alone(desk: Desk) -> None:
    fill(desk, 3)
    set_board(desk, "done")
    phone = desk.phone("line:U1")
    assert phone.say("ผลโหวต")[0].picture.startswith("charts/")
    object.__setattr__(desk.network, "public_url", "")
    said = phone.say("ผลโหวต")
    assert (said[0].picture, "ไอเดียที่ 1" in said[0].body) == ("", True)


def test_a_session_moved_ahead_again_asks_what_it_is_to_answer(desk: Desk) -> None:
    phone = desk.phone("line:U1")
    desk.now += timedelta(hours=2)
    assert "ยังไม่เปิดรับไอเดีย" in phone.say("ไอเดีย")[0].body
    with desk.engine.begin() as tx:
        times = {"starts_at": desk.now + timedelta(days=3), "ends_at": desk.now + timedelta(days=3, hours=2)}
        tx.execute(update(session_rows).values(**times))
    assert "ตอบคำถามอะไร" in phone.say("ไอเดีย")[0].body
