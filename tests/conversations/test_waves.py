"""People hear of a role in waves, at a decent hour, and within what staff saw; what a transcript does not show well."""

from __future__ import annotations

import multiprocessing
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from domain.broadcasts import Audience, Contents
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import (
    announcements,
    broadcasts,
    fanning_out,
    people,
    projects,
    quotas,
    searches,
    seats,
    settings,
    sign_ups,
)
from storage.database import make_engine
from storage.schema import announcements as announcement_rows
from storage.schema import audit, inbox
from storage.schema import people as people_rows
from storage.schema import projects as project_rows
from tests.conversations import seeds
from tests.phone import Desk, Phone

FITTING = "skills=design.graphic:professional slots=sat:morning place=online"
RESERVE, ALLOWED = 60, 300
WAVE = timedelta(hours=48)


@pytest.fixture
def desk(engine: Engine, now: datetime) -> Desk:
    """A desk where waves are of two people, three at most; Fa is staff, and a drafted project waits."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        quotas.note(tx, "line", ALLOWED, 0, now)
        settings.note(tx, "wave_size", 2, now)
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
    return desk


def draft(desk: Desk, **changes: Any) -> str:
    """A drafted project with one role of two seats; gives the role's id."""
    role = {"title": "นักออกแบบ", "skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0, "place": "online"}
    with desk.engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้าย", "community", desk.now)
        projects.change(tx, project, starts_on=(desk.now + timedelta(days=60)).date())
        return projects.add_role(
            tx, project, **{**role, "lead": True, "province": None, "slots": ["sat:morning"], **changes}
        )


def join(desk: Desk, chat: str, facts: str = FITTING) -> Phone:
    with desk.engine.begin() as tx:
        seeds.somebody(tx, desk.now, chat, facts)
    return desk.phone(chat)


def volunteers(desk: Desk, count: int, channel: str = "line", facts: str = "") -> list[Phone]:
    return [
        join(desk, f"{channel}:{channel[0]}{number}", f"name={number} {FITTING} {facts}") for number in range(count)
    ]


def publish(desk: Desk, way: str = "แจ้ง") -> Phone:
    """Fa publishes the draft and tells in the way whose button begins or ends so; gives her phone."""
    fa = desk.phone("telegram:1")
    fa.say("เผยแพร่โครงการ")
    fa.tap("ป้ายตลาด")
    fa.tap(next(each.label for each in fa.last.choices if way in each.label))
    return fa


def sweep(desk: Desk, *names: str) -> None:
    """Let what is due by now be done and said."""
    for name in names or ("waves", "news"):
        with desk.engine.begin() as tx:
            run_sweep(tx, next(each for each in SWEEPS if each.name == name), desk.now)
        desk.settle()


def later(desk: Desk, time: timedelta) -> None:
    desk.now += time
    sweep(desk)


def cards(phones: list[Phone]) -> int:
    """How many of these phones got the card of a role."""
    return sum(any("งานใหม่" in message.title for message in phone.messages) for phone in phones)


def spend(desk: Desk, spendable: int) -> None:
    """Let the month leave so many messages beyond the reserve."""
    with desk.engine.begin() as tx:
        quotas.note(tx, "line", ALLOWED, ALLOWED - RESERVE - spendable, desk.now)


def state(desk: Desk, role: str) -> tuple[str, int]:
    with desk.engine.begin() as tx:
        found = searches.find(tx, role)
    assert found is not None
    return found.state, found.wave


def person_of(desk: Desk, phone: Phone) -> str:
    with desk.engine.begin() as tx:
        return str(tx.execute(select(people_rows.c.id).where(people_rows.c.name == phone.name[-1])).scalar_one())


# ---------------------------------------------------------------- waves


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
    assert [choice.value for choice in said[0].choices] == [f"search:{role}".join(("go:", ""))]


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
            assert seats.ask(tx, role, person_of_in(tx, phone), None, desk.now) is None
    later(desk, WAVE)
    assert (cards(line), state(desk, role)) == (2, ("running", 1))


def person_of_in(tx: Any, phone: Phone) -> str:
    return str(tx.execute(select(people_rows.c.id).where(people_rows.c.name == phone.name[-1])).scalar_one())


def test_nobody_else_is_told_once_the_seats_are_taken_and_a_free_seat_is_searched_for(desk: Desk) -> None:
    role, line = draft(desk, seats=1), volunteers(desk, 4)
    publish(desk)
    first = next(phone for phone in line if phone.messages)
    with desk.engine.begin() as tx:
        seats.ask(tx, role, person_of_in(tx, first), None, desk.now)
    sweep(desk)
    assert state(desk, role) == ("filled", 1)
    later(desk, 3 * WAVE)
    assert cards(line) == 2
    with desk.engine.begin() as tx:
        seats.withdraw(tx, role, person_of_in(tx, first), desk.now)
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


def set_project(desk: Desk, state: str) -> None:
    with desk.engine.begin() as tx:
        tx.execute(update(project_rows).values(state=state))


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


# ---------------------------------------------------------------- at a decent hour


def test_nobody_hears_of_more_than_two_roles_in_a_week(desk: Desk) -> None:
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING}")
    for _ in range(3):
        draft(desk)
        publish(desk)
    assert len(mali.messages) == 2
    desk.now += timedelta(days=7, minutes=1)
    fa = desk.phone("telegram:1")
    with desk.engine.begin() as tx:
        third = next(each.id for each in projects.published(tx) if not announced(tx, each.id))
    desk.happen(fa.name, "button_pressed", value=f"go:publish_project:{third}")
    fa.tap("แจ้งอีก 1 คน")
    assert len(mali.messages) == 3


def announced(tx: Any, project: str) -> int:
    return sum(announcements.count_announced(tx, role.id) for role in projects.roles_of(tx, project))


def test_a_wave_in_somebodys_quiet_hours_reaches_them_when_they_are_over(desk: Desk) -> None:
    draft(desk)
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING} quiet_from=22:00 quiet_until=11:00")
    publish(desk)
    sweep(desk)
    assert mali.messages == []
    later(desk, timedelta(hours=1))
    assert "งานใหม่: นักออกแบบ" in mali.last.title


@pytest.mark.parametrize("change", ["closed", "full", "answered", "withdrawn", "erased"])
def test_what_was_planned_is_looked_at_again_before_it_is_said(desk: Desk, change: str) -> None:
    role = draft(desk, seats=1)
    mali = join(desk, "line:mali", f"name=m {FITTING} quiet_from=22:00 quiet_until=11:00")
    other = join(desk, "line:o", f"name=o {FITTING} quiet_from=22:00 quiet_until=11:00")
    publish(desk)
    with desk.engine.begin() as tx:
        own = str(tx.execute(select(people_rows.c.id).where(people_rows.c.name == "m")).scalar_one())
        if change == "closed":
            tx.execute(update(project_rows).values(state="closed"))
        elif change == "full":
            seats.ask(tx, role, person_of_in(tx, other), None, desk.now)
        elif change == "answered":
            sign_ups.decline(tx, role, own, "not_now", desk.now)
        elif change == "withdrawn":
            people.consent(tx, own, "role_news", "no", desk.now)
        else:
            people.erase(tx, own, desk.now)
    later(desk, timedelta(hours=2))
    assert mali.messages == []
    with desk.engine.begin() as tx:
        assert announcements.find(tx, role, own) is None


def test_who_begins_to_rest_before_the_news_is_said_hears_it_afterwards(desk: Desk) -> None:
    role, mali = draft(desk), join(desk, "line:mali", f"name=มะลิ {FITTING} quiet_from=09:00 quiet_until=10:30")
    publish(desk)
    with desk.engine.begin() as tx:
        tx.execute(update(people_rows).values(quiet_until="12:30"))
    later(desk, timedelta(minutes=40))
    assert mali.messages == []
    later(desk, timedelta(hours=2))
    assert "งานใหม่" in mali.last.title
    with desk.engine.begin() as tx:
        assert announcements.count_announced(tx, role) == 1


def test_a_digest_is_one_letter_with_the_roles_of_a_week(desk: Desk) -> None:
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING} news=weekly")
    for _ in range(3):
        draft(desk)
        publish(desk)
        later(desk, timedelta(hours=1))
    assert mali.messages == []
    later(desk, timedelta(days=7) - timedelta(hours=3))
    assert [message.title for message in mali.messages] == ["", *["งานใหม่: นักออกแบบ"] * 3]
    assert mali.messages[0].body == "สัปดาห์นี้มี 3 งานที่เหมาะกับคุณ"
    with desk.engine.begin() as tx:
        assert tx.execute(select(inbox.c.id).where(inbox.c.kind == "news_due")).all() != []
        assert len(tx.execute(select(inbox.c.id).where(inbox.c.kind == "news_due")).all()) == 1


def test_planned_news_that_the_month_no_longer_allows_waits_in_the_tray(desk: Desk) -> None:
    draft(desk)
    mali = join(desk, "line:mali", f"name=มะลิ {FITTING} news=weekly")
    publish(desk)
    spend(desk, 0)
    later(desk, timedelta(days=7))
    assert mali.messages == []
    mali.say("เมนู")
    assert "มีข่าว 1 เรื่องรอคุณอยู่" in mali.last.body


# ---------------------------------------------------------------- the tray


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
        assert announcements.in_tray(tx, person_in_line(tx)) == []


def person_in_line(tx: Any) -> str:
    return str(tx.execute(select(people_rows.c.id).where(people_rows.c.name == "มะลิ")).scalar_one())


# ---------------------------------------------------------------- at once


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


def test_several_processes_that_sweep_at_once_tell_once(desk: Desk, database_url: str) -> None:
    role, line = draft(desk), volunteers(desk, 7)
    resting = join(desk, "line:rest", f"name=พัก {FITTING} causes=community quiet_from=09:00 quiet_until=11:00")
    publish(desk)
    several = multiprocessing.get_context("spawn")
    gate = several.Barrier(3)
    desk.now += WAVE + timedelta(hours=2)
    work = [
        several.Process(target=sweep_in_a_process, args=(database_url, desk.now, gate), daemon=True) for _ in range(3)
    ]
    for process in work:
        process.start()
    for process in work:
        process.join(60)
        assert process.exitcode == 0
    desk.settle()
    assert state(desk, role) == ("running", 2)
    assert all(len(phone.messages) <= 1 for phone in (*line, resting))
    assert cards([*line, resting]) == 4
