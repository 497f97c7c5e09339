"""Hours that invented volunteers gave in the months before the demo: on a project that is over, and on those that run.

Some are their own word, some were given at a session they were seen at, some the organisation's lead has verified; one
was rejected; some came with a company, in its time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, insert, update

from domain.ledger import Check
from domain.people import NOTICE_VERSION
from storage import checks, companies, people, projects, seats, sessions
from storage.columns import new_id
from storage.schema import attendances, hours
from storage.schema import projects as projects_table
from storage.schema import sessions as sessions_table

OVER: Final = "ห้องสมุดในตู้คอนเทนเนอร์"
ROLE: Final = "คนทำห้องสมุด"
COMPANY: Final = "บริษัท ก้าวไปด้วยกัน (สมมติ)"
IN_ALL: Final = 120
"""Days since the project that is over was written."""


@dataclass(frozen=True, slots=True)
class Given:
    """Hours of an invented volunteer."""

    friend: str
    days_ago: int
    minutes: int
    check: Check = Check.NONE
    seen: bool = False
    """Given at the project's session, at which they were seen."""
    working: bool = False
    """Given in their company's time."""
    skill: str | None = None
    project: str = OVER


MET: Final = 75
"""So many days ago the project that is over had its session."""
HOURS: Final = (
    Given("ฝ้าย", MET, 180, Check.VERIFIED, seen=True, skill="design.graphic"),
    Given("โอม", MET, 180, Check.VERIFIED, seen=True, skill="mkt.content"),
    Given("กานต์", MET, 180, seen=True),
    Given("สมหญิง", MET, 180, seen=True),
    Given("ใบเฟิร์น", MET, 120, seen=True),
    Given("ลุงชัย", MET, 180, seen=True),
    Given("จูน", MET, 180, seen=True),
    Given("ฝ้าย", 68, 480, Check.VERIFIED, skill="design.graphic"),
    Given("โอม", 66, 240, Check.VERIFIED, skill="mkt.content"),
    Given("ใบเฟิร์น", 61, 210, Check.VERIFIED, working=True, skill="media.photo"),
    Given("สมหญิง", 54, 360, Check.VERIFIED, working=True, skill="finance.bookkeeping"),
    Given("กานต์", 47, 300, Check.VERIFIED, working=True, skill="finance.bookkeeping"),
    Given("จูน", 45, 420, Check.VERIFIED, working=True, skill="design.uxui"),
    Given("ปอ", 44, 480, Check.VERIFIED, working=True, skill="tech.web"),
    Given("Mia", 40, 330, Check.VERIFIED, skill="design.uxui"),
    Given("Arthit", 36, 180, Check.VERIFIED, skill="tech.web"),
    Given("ต้นกล้า", 33, 120, Check.VERIFIED, skill="tech.web"),
    Given("ลุงชัย", 38, 1200, Check.REJECTED),
    Given("ลุงชัย", 38, 120),
    Given("ปอ", 16, 150, working=True, skill="tech.web"),
    Given("Dao", 12, 90, project="Clean water figures", skill="data.analysis"),
    Given("ฝ้าย", 9, 150, project="พี่อ่านให้น้องฟัง", skill="design.graphic"),
    Given("โอม", 8, 60, project="พี่อ่านให้น้องฟัง", skill="mkt.content"),
    Given("กานต์", 6, 200, project="บัญชีชุมชนโปร่งใส", skill="finance.bookkeeping"),
    Given("สมหญิง", 6, 120, project="บัญชีชุมชนโปร่งใส", skill="finance.bookkeeping"),
    Given("ต้นกล้า", 5, 45),
)


def give(tx: Connection, friends: Mapping[str, str], now: datetime) -> None:
    """Write the hours down for the friends (ids by name), with the project, session, company and checks they need."""
    lead = join_lead(tx, now)
    session = write_project(tx, friends, now)
    company = companies.make(tx, COMPANY, now).id
    for each in HOURS:
        entry = log(tx, each, friends[each.friend], session if each.seen else None, company, now)
        if each.check != Check.NONE:
            words = "เอกสารบอกว่าสองชั่วโมง ช่วยดูอีกทีนะ" if each.check == Check.REJECTED else ""
            checks.say(tx, entry, each.check, lead, "organisation", now, words)


def join_lead(tx: Connection, now: datetime) -> str:
    """Who speaks for the organisation."""
    lead = people.join(tx, now)
    people.learn(tx, lead, name="ครูน้ำ", adult=True, noticed_at=now, notice_version=NOTICE_VERSION)
    return lead


def write_project(tx: Connection, friends: Mapping[str, str], now: datetime) -> str:
    """Write the project that is over, with who was at its session; gives the session."""
    began = now - timedelta(days=IN_ALL)
    project = projects.draft(tx, "มูลนิธิบ้านครูน้ำ (สมมติ)", OVER, "ให้เด็กในชุมชนมีที่อ่านหนังสือ", "education", began)
    facts: dict[str, Any] = {"skills": ["design.graphic"], "seats": 12, "hours_per_week": 3, "place": "online"}
    role = projects.add_role(tx, project, title=ROLE, province=None, slots=[], **facts)
    met = now - timedelta(days=MET)
    session = sessions.plan(tx, project, "workshop", met, met + timedelta(hours=3), "ลานวัด", now=began)
    projects.publish(tx, project, began)
    for name in dict.fromkeys(each.friend for each in HOURS if each.project == OVER):
        seats.write(tx, role, friends[name], "accepted", began)
    for each in HOURS:
        if each.seen:
            be_seen(tx, session, friends[each.friend], met)
    tx.execute(update(sessions_table).where(sessions_table.c.id == session).values(look_at=None))
    tx.execute(update(projects_table).where(projects_table.c.id == project).values(state="closed"))
    return session


def be_seen(tx: Connection, session: str, person: str, at: datetime) -> None:
    """Write down that somebody was there."""
    seen = {"session": session, "person": person, "came": True, "source": "code", "arrived_at": at, "at": at}
    tx.execute(insert(attendances).values(**seen))


def log(tx: Connection, given: Given, person: str, session: str | None, company: str, now: datetime) -> str:
    """Write one entry down, with whose time it was; gives its id."""
    project = next(each for each in projects.in_states(tx, ("closed", "published")) if each.title == given.project)
    role = next(each for each in projects.roles_of(tx, project.id) if not given.skill or fits(each.skills, given))
    entry, day = new_id(), (now - timedelta(days=given.days_ago)).date()
    facts = {"person": person, "role": role.id, "worked_on": day, "minutes": given.minutes, "note": "", "voids": False}
    whose = {"working": given.working, "company": company if given.working else None, "skill": given.skill}
    tx.execute(insert(hours).values(id=entry, logged_at=now, session=session, **facts, **whose))
    return entry


def fits(skills: tuple[str, ...], given: Given) -> bool:
    """Whether a role is the one that the hours were given in."""
    return given.project == OVER or given.skill in skills
