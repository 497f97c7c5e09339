"""What is said of a week's missing hours follows from how things stand when it is said."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine

from domain.sign_ups import IN_TEAM
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import chats, connections, hours, nudges, seats
from storage.hours import Work
from tests.conversations import seeds
from tests.phone import Desk, Phone

WEEK = date(2026, 11, 16)
NUDGE = next(each for each in SWEEPS if each.name == "hours_nudge")


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk with a designer at work."""
    with engine.begin() as tx:
        seeds.demo(tx, now)
        person = seeds.somebody(tx, now, "telegram:1", "name=มะลิ")
        seats.write(tx, seeds.role_called(tx, "นักออกแบบกราฟิก"), person, IN_TEAM[-1], now)
    return Desk(engine, now)


def mali(tx: Connection) -> str:
    """Her id."""
    return str(chats.take(tx, ["telegram:1"])["telegram:1"].person)


def sweep(desk: Desk) -> Phone:
    """Let what is due happen, but not be said yet; gives her phone."""
    phone = desk.phone("telegram:1")
    with desk.engine.begin() as tx:
        run_sweep(tx, NUDGE, desk.now)
    return phone


def test_who_logs_before_it_is_said_is_not_asked(desk: Desk) -> None:
    phone = sweep(desk)
    with desk.engine.begin() as tx:
        hours.log(tx, mali(tx), Work(None, WEEK, 60), desk.now)
    desk.settle()
    assert phone.messages == []


def test_what_could_not_be_said_by_day_waits_in_the_tray(desk: Desk) -> None:
    phone = sweep(desk)
    desk.now += timedelta(hours=11)
    desk.settle()
    assert phone.messages == []
    assert "มีข่าว 1 เรื่องรอคุณอยู่" in phone.say("เมนู")[-1].body


def test_hours_logged_meanwhile_are_not_mentioned_as_missing(desk: Desk) -> None:
    phone = sweep(desk)
    desk.now += timedelta(hours=11)
    desk.settle()
    phone.say("3 ชม. วันพุธที่แล้ว โลโก้")
    assert "รอคุณอยู่" not in phone.say("ใช่")[-1].body
    with desk.engine.begin() as tx:
        assert nudges.state_of(tx, mali(tx), WEEK) == nudges.DONE


def test_a_paid_chat_is_never_rung_up_though_it_is_the_only_one_left(desk: Desk) -> None:
    sweep(desk)
    with desk.engine.begin() as tx:
        chats.take(tx, ["line:mali"])
        connections.join(tx, "line:mali", mali(tx))
        chats.mark_unreachable(tx, "telegram:1")
    desk.settle()
    assert desk.phone("line:mali").messages == []
    with desk.engine.begin() as tx:
        assert nudges.state_of(tx, mali(tx), WEEK) == nudges.TRAY


def test_a_button_of_no_week_does_no_harm(desk: Desk) -> None:
    phone = desk.phone("telegram:1")
    said = phone.new("button_pressed", value="go:no_hours:x", picked=None)
    assert "ไม่ต้องลงอะไร" in said[0].body
