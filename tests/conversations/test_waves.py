"""People hear of a role in waves, within what staff saw and what the month allows."""

from __future__ import annotations

import multiprocessing
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select

from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import (
    announcements,
    seats,
)
from storage.database import make_engine
from storage.schema import audit
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
    set_project,
    spend,
    state,
    sweep,
    volunteers,
)
from tests.phone import Desk


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk where waves are of two people."""
    return desk_of_waves(engine, now)


def test_the_next_are_told_when_too_few_have_answered_in_time(desk: Desk) -> None:
    role, line = draft(desk), volunteers(desk, 5)
    publish(desk)
    assert (cards(line), state(desk, role)) == (2, ("running", 1))
    later(desk, WAVE - timedelta(minutes=5))
    assert cards(line) == 2
    later(desk, timedelta(minutes=5))
    assert (cards(line), state(desk, role)) == (4, ("running", 2))
    later(desk, WAVE)
    assert (cards(line), state(desk, role)) == (5, ("running", 3))
    assert all(len(phone.messages) == 1 for phone in line)


def test_after_the_last_wave_staff_hear_what_they_can_do_once(desk: Desk) -> None:
    role = draft(desk)
    volunteers(desk, 7)
    fa = publish(desk)
    before = len(fa.messages)
    for _ in range(6):
        later(desk, WAVE)
    said = fa.messages[before:]
    assert state(desk, role) == ("spent", 3)
    assert ["แจ้งครบทุกรอบแล้ว 6 คน" in message.body for message in said] == [True]
    assert said[0].choices[0].value == f"go:search:{role}"


def test_when_nobody_is_left_staff_hear_it_before_the_last_wave(desk: Desk) -> None:
    role = draft(desk)
    volunteers(desk, 2)
    fa = publish(desk)
    later(desk, WAVE)
    assert state(desk, role) == ("spent", 1)
    assert "ไม่เหลือใครที่ตรง" in fa.last.body


def test_nobody_else_is_told_while_enough_have_asked_for_the_role(desk: Desk) -> None:
    role, line = draft(desk, seats=1, admission="chosen"), volunteers(desk, 4)
    publish(desk)
    told = [phone for phone in line if phone.messages]
    with desk.engine.begin() as tx:
        for phone in told:
            assert seats.ask(tx, role, of(tx, phone), None, desk.now) is None
    later(desk, WAVE)
    assert (cards(line), state(desk, role)) == (2, ("running", 1))


def test_nobody_else_is_told_once_the_seats_are_taken_and_a_free_seat_is_searched_for(desk: Desk) -> None:
    role, line = draft(desk, seats=1), volunteers(desk, 4)
    publish(desk)
    first = next(phone for phone in line if phone.messages)
    with desk.engine.begin() as tx:
        seats.ask(tx, role, of(tx, first), None, desk.now)
    sweep(desk)
    assert state(desk, role) == ("filled", 1)
    later(desk, 3 * WAVE)
    assert cards(line) == 2
    with desk.engine.begin() as tx:
        seats.withdraw(tx, role, of(tx, first), desk.now)
    sweep(desk)
    assert (cards(line), state(desk, role)) == (4, ("running", 2))


def test_what_is_paused_waits_and_what_is_closed_ends(desk: Desk) -> None:
    role, line = draft(desk), volunteers(desk, 4)
    publish(desk)
    set_project(desk, "paused")
    later(desk, 2 * WAVE)
    assert (cards(line), state(desk, role)) == (2, ("running", 1))
    set_project(desk, "published")
    sweep(desk)
    assert (cards(line), state(desk, role)) == (4, ("running", 2))
    set_project(desk, "closed")
    sweep(desk)
    assert state(desk, role) == ("stopped", 2)


def test_a_wave_that_is_due_at_night_waits_for_the_morning(desk: Desk) -> None:
    role, line = draft(desk), volunteers(desk, 4)
    publish(desk)
    later(desk, WAVE + timedelta(hours=11))  # nine in the evening
    assert cards(line) == 2
    later(desk, timedelta(hours=12))
    assert (cards(line), state(desk, role)) == (4, ("running", 2))


def test_a_later_wave_takes_no_more_than_the_month_allows_then(desk: Desk) -> None:
    role, line = draft(desk), volunteers(desk, 4)
    publish(desk)
    spend(desk, 3)  # two letters are still on their way
    later(desk, WAVE)
    assert (cards(line), state(desk, role)) == (3, ("running", 2))
    with desk.engine.begin() as tx:
        assert [each.state for each in announcements.of_role(tx, role)].count("tray") == 1


def test_a_later_wave_takes_no_more_than_staff_saw(desk: Desk) -> None:
    """Staff saw one on Telegram; who joins on LINE afterwards is no surprise on the bill."""
    role = draft(desk)
    telegram = volunteers(desk, 3, "telegram")
    fa = publish(desk)
    assert "LINE ไม่เกิน 0 ข้อความ" in fa.messages[-2].body
    line = volunteers(desk, 3)
    later(desk, WAVE)
    later(desk, WAVE)
    assert (cards(telegram), cards(line)) == (3, 0)
    with desk.engine.begin() as tx:
        assert [each.state for each in announcements.of_role(tx, role)].count("tray") == 3


def test_what_is_done_without_staff_stands_in_the_audit_log(desk: Desk) -> None:
    draft(desk)
    volunteers(desk, 4)
    publish(desk)
    later(desk, WAVE)
    with desk.engine.begin() as tx:
        said = tx.execute(select(audit.c.act, audit.c.person.is_(None)).order_by(audit.c.number)).all()
    assert [tuple(row) for row in said] == [
        ("project_published", False),
        ("role_announced", False),
        ("role_announced", True),
    ]


def sweep_in_a_process(url: str, moment: datetime, gate: Any) -> None:
    """What another process does: it sweeps and answers all that waits."""
    engine = make_engine(url)
    desk = Desk(engine, moment)
    gate.wait()
    for name in ("waves", "news"):
        with engine.begin() as tx:
            run_sweep(tx, next(each for each in SWEEPS if each.name == name), moment)
        desk.settle()
    engine.dispose()


def test_several_processes_that_sweep_at_once_tell_once(desk: Desk) -> None:
    url = desk.engine.url.render_as_string(hide_password=False)
    role, line = draft(desk), volunteers(desk, 7)
    resting = join(desk, "line:rest", f"name=พัก {FITTING} causes=community quiet_from=09:00 quiet_until=11:00")
    publish(desk)
    several = multiprocessing.get_context("spawn")
    gate = several.Barrier(3)
    desk.now += WAVE + timedelta(hours=2)
    work = [several.Process(target=sweep_in_a_process, args=(url, desk.now, gate), daemon=True) for _ in range(3)]
    for process in work:
        process.start()
    for process in work:
        process.join(60)
        assert process.exitcode == 0
    desk.settle()
    assert state(desk, role) == ("running", 2)
    assert all(len(phone.messages) <= 1 for phone in (*line, resting))
    assert cards([*line, resting]) == 4
