"""Sharing one's record where something is missing: an address of our own, or a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import Engine

from domain import events
from tests.conversations import seeds
from tests.phone import Desk, Phone

NOW = datetime.fromisoformat("2026-11-23T10:00:00+07:00")


@pytest.fixture
def phone(engine: Engine) -> Phone:
    desk = Desk(engine, NOW)
    with engine.begin() as tx:
        seeds.demo(tx, NOW)
    return desk.phone("line:Umali")


def join(phone: Phone, facts: str) -> None:
    """Let somebody with a role be in this chat."""
    with phone.desk.engine.begin() as tx:
        seeds.somebody(tx, NOW, phone.name, facts)
        seeds.sign_up(tx, NOW, phone.name, "accepted", "คนเขียนคอนเทนต์")


def test_without_an_address_of_our_own_there_is_no_picture_and_the_record_is_offered(phone: Phone) -> None:
    phone.desk.network = replace(phone.desk.network, public_url="")
    join(phone, "name=มะลิ")
    [answer] = phone.say("แชร์ผลงาน")
    assert "ยังทำรูปให้ไม่ได้" in answer.body
    assert not answer.picture
    assert [each.label for each in answer.choices] == ["ผลงานของฉัน", "เมนู"]


def test_who_never_told_a_name_is_not_asked_for_it(phone: Phone) -> None:
    join(phone, "")
    [answer] = phone.say("แชร์ผลงาน")
    assert answer.picture.startswith("charts/")


def test_a_button_that_names_no_way_of_ours_asks(phone: Phone) -> None:
    join(phone, 'name="มะลิ ใจดี"')
    [answer] = phone.new(events.BUTTON_PRESSED, value="go:share_record:de.surname")
    assert [each.label for each in answer.choices] == ["มะลิ", "มะลิ ใจดี", "ไม่ใส่ชื่อ"]
