"""An invented network in which there is one of everything, and the buttons that its staff are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, select, update

from domain.broadcasts import Audience as Whom
from domain.broadcasts import Contents
from domain.letters import Content, new_code, plain
from domain.messages import Message
from flows import FLOWS
from flows.engine import Audience
from storage import broadcasts, help_requests, letters, rooms
from storage.schema import metadata, sessions, staff, staff_invites
from tests.conversations import seeds
from tests.phone import Desk

FOR_STAFF = [flow for flow in FLOWS.by_name.values() if flow.audience in {Audience.STAFF, Audience.ADMINS}]
NOT_FOR_STAFF = [flow for flow in FLOWS.by_name.values() if flow not in FOR_STAFF]
ADMIN = "telegram:admin"
OTHERS = {
    "nobody": "telegram:nobody",
    "volunteer": "line:Uvolunteer",
    "organisation": "line:Unok",
    "company": "line:Ucompany",
    "left": "telegram:left",
    "coordinator": "telegram:coordinator",
}
"""Who is not an admin, by what they are: nobody yet, a volunteer, …, one who was staff, staff of another duty."""
OWN = {"inbox", "outbox", "chats", "sweep_runs"}
"""What every turn writes: what was heard and said, and where the conversation stands."""
IDS = ("projects", "roles", "sessions", "people", "sign_ups", "hours", "letters", "letter_requests", "broadcasts",
       "help_requests", "companies")  # fmt: skip
"""The tables whose ids stand in buttons."""


def seed(tx: Connection, now: datetime) -> None:
    """Build it."""
    seeds.demo(tx, now)
    tx.execute(delete(staff_invites))
    seeds.library(tx, now)
    seeds.applied(tx, now)
    seeds.reading_hours(tx, now)
    seeds.organisation_lead(tx, now)
    seeds.another_draft(tx, now)
    cloud = seeds.companies.make(tx, "เมฆใส จำกัด (สมมติ)", now)
    seeds.linked(tx, now)
    admin = seeds.somebody(tx, now, ADMIN, "name=ฟ้า staff=yes")
    seeds.somebody(tx, now, OTHERS["coordinator"], "name=ต้อง staff=coordinator")
    seeds.somebody(tx, now, OTHERS["volunteer"], "name=มะปราง skills=design.graphic:able")
    seeds.people.learn(tx, seeds.somebody(tx, now, OTHERS["company"], "name=คิม"), company=cloud.id)
    gone = seeds.somebody(tx, now, OTHERS["left"], "name=เก่า staff=coordinator")
    tx.execute(update(staff).where(staff.c.person == gone).values(left_at=now))
    mali, role = seeds.person_in(tx, "line:Umali"), seeds.role_called(tx, "นักวาดภาพประกอบ")
    seeds.seats.write(tx, seeds.role_called(tx, "คนเขียนคอนเทนต์"), mali, "accepted", now)
    letters.ask(tx, mali, role, ("มะลิ ใจดี", "Mali Jaidee"), "", now)
    letters.issue(tx, mali, role, plain(reference(now)), ("signature", "key"), now, admin)
    help_requests.ask(tx, "line:Umali", "ขอคุยกับคน", now)
    broadcasts.draft(tx, Whom("everybody"), Contents("text", {"th": "สวัสดี"}), None, admin, now)
    rooms.make_code(tx, seeds.projects.project_of(tx, role), admin, now)
    tx.execute(update(sessions).where(sessions.c.kind == "workshop").values(board="open"))


def reference(now: datetime) -> Content:
    """What a letter says."""
    names = {
        "name_th": "มะลิ ใจดี",
        "name_en": "Mali Jaidee",
        "role": "นักวาด",
        "project": "ห้องสมุด",
        "organisation": "โรงเรียน",
    }
    work = {"began_on": now.date(), "ended_on": now.date(), "minutes": 90, "skills": (), "praise": ""}
    return Content(code=new_code(), version=1, issuer="HandUp", issued_on=now.date(), **names, **work)  # type: ignore[arg-type]


def ids(engine: Engine) -> list[str]:
    """The id of one of everything, the one that was written first."""
    with engine.begin() as tx:
        tables = [metadata.tables[name] for name in IDS]
        return [each for table in tables for each in tx.execute(select(table.c.id).limit(1)).scalars()]


def targets(desk: Desk) -> list[str]:
    """Every button target that an admin finds by going through staff's flows with each id, two buttons deep."""
    phone = desk.phone(ADMIN)
    found = {f"go:{flow.name}": None for flow in FOR_STAFF}
    found |= {f"go:{flow.name}:{each}": None for flow in FOR_STAFF for each in ids(desk.engine)}
    for _ in range(2):
        for target in list(found):
            if found[target] is None:
                found[target] = True
                found |= {each: None for each in shown(phone.new("button_pressed", value=target)) if each not in found}
    return sorted(found)


def shown(messages: Iterable[Message]) -> Iterator[str]:
    """What the lasting buttons of some messages begin."""
    for message in messages:
        for choice in (*message.choices, *message.ways):
            if choice.value.startswith("go:"):
                yield choice.value


def contents(engine: Engine) -> dict[str, Any]:
    """Every row of everything but :data:`OWN`."""
    with engine.begin() as tx:
        tables = [table for table in metadata.sorted_tables if table.name not in OWN]
        return {table.name: sorted(map(repr, tx.execute(select(table)).all())) for table in tables}
