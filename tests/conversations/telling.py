"""What tests of waves, digests and the tray share: a draft that waits, volunteers, and time that passes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, select, update

from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS
from storage import (
    projects,
    quotas,
    searches,
    settings,
)
from storage.schema import people as people_rows
from storage.schema import projects as project_rows
from tests.conversations import seeds
from tests.phone import Desk, Phone

FITTING = "skills=design.graphic:professional slots=sat:morning place=online"
RESERVE, ALLOWED = 60, 300
WAVE = timedelta(hours=48)


def draft(desk: Desk, **changes: Any) -> str:
    """A drafted project with one role of two seats; gives the role's id."""
    role = {"title": "นักออกแบบ", "skills": ["design.graphic"], "seats": 2, "hours_per_week": 2.0, "place": "online"}
    role["lead"] = True
    with desk.engine.begin() as tx:
        project = projects.draft(tx, "มูลนิธิเพื่อนบ้าน", "ป้ายตลาด", "ทำป้าย", "community", desk.now)
        projects.change(tx, project, starts_on=date(2026, 12, 15))
        return projects.add_role(tx, project, **{**role, "province": None, "slots": ["sat:morning"], **changes})


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


def named(tx: Connection, name: str) -> str:
    """The id of the person of this name."""
    return str(tx.execute(select(people_rows.c.id).where(people_rows.c.name == name)).scalar_one())


def of(tx: Connection, phone: Phone) -> str:
    """The id of the volunteer whose phone this is: they are named by its last letter."""
    return named(tx, phone.name[-1])


def set_project(desk: Desk, state: str) -> None:
    with desk.engine.begin() as tx:
        tx.execute(update(project_rows).values(state=state))


def desk_of_waves(engine: Engine, now: datetime) -> Desk:
    """A desk where waves are of two people, three at most; Fa is staff, and a drafted project waits."""
    desk = Desk(engine, now)
    with engine.begin() as tx:
        quotas.note(tx, "line", ALLOWED, 0, now)
        settings.note(tx, "wave_size", 2, now)
        seeds.somebody(tx, now, "telegram:1", "name=ฟ้า staff=yes")
    return desk
