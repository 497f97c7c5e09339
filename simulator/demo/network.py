"""A small invented network for the demo: four organisations, their projects and sessions, teams, and staff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.people import NOTICE_VERSION
from simulator.demo.people import EVENINGS, WEEKEND, put_into
from storage import answers, people, projects, seats, sessions, staff

BANGKOK: Final = ZoneInfo("Asia/Bangkok")
LASTS: Final = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class DemoRole:
    """A role of an invented project."""

    title: str
    skills: tuple[str, ...]
    seats: int
    hours_per_week: float
    slots: tuple[str, ...]
    place: str = "online"
    province: str | None = None


@dataclass(frozen=True, slots=True)
class DemoSession:
    """A session of an invented project, so many days ahead, at six in the evening for two hours."""

    kind: str
    days_ahead: int
    where: str
    title: str = ""
    capacity: int | None = None
    link: str = ""
    materials: str = ""


@dataclass(frozen=True, slots=True)
class DemoProject:
    """An invented project."""

    organisation: str
    title: str
    aim: str
    cause: str
    roles: tuple[DemoRole, ...]
    sessions: tuple[DemoSession, ...]
    published: bool = True


PROJECTS: Final = (
    DemoProject(
        "มูลนิธิบ้านครูน้ำ (สมมติ)",
        "พี่อ่านให้น้องฟัง",
        "ให้เด็ก 300 คนมีหนังสือเสียงฟังก่อนนอน",
        "education",
        (
            DemoRole("นักออกแบบกราฟิก", ("design.graphic", "design.illustration"), 3, 3, WEEKEND),
            DemoRole("คนทำคอนเทนต์", ("mkt.content", "mkt.social"), 1, 2, EVENINGS),
        ),
        (
            DemoSession(
                "training",
                3,
                "ออนไลน์ (Google Meet)",
                "อ่านให้เด็กฟังอย่างไรให้สนุก",
                link="https://meet.example/phi-an",
                materials="นิทานหนึ่งเล่มที่ชอบ",
            ),
            DemoSession("workshop", 12, "ห้องสมุดชุมชนบ้านครูน้ำ", "เลือกนิทาน 30 เรื่องแรก", capacity=6),
        ),
    ),
    DemoProject(
        "สมาคมเพื่อนผู้สูงวัย (สมมติ)",
        "บัญชีชุมชนโปร่งใส",
        "ให้กลุ่มออมทรัพย์ 12 กลุ่มทำบัญชีเองได้",
        "elderly",
        (
            DemoRole("พี่เลี้ยงบัญชี", ("finance.bookkeeping",), 2, 3, ("sat:morning", "sun:morning")),
            DemoRole("คนทำสเปรดชีต", ("data.spreadsheet", "finance.bookkeeping"), 1, 2, EVENINGS),
        ),
        (DemoSession("kickoff", 5, "ห้องประชุมชุมชน เชียงใหม่ / Zoom"),),
    ),
    DemoProject(
        "Klong Friends (invented)",
        "Clean water figures",
        "So that 20 communities can see how clean their canal is",
        "environment",
        (
            DemoRole("Data analyst", ("data.analysis", "data.dashboard"), 2, 3, EVENINGS, "on_site", "BKK"),
            DemoRole("English editor", ("comms.editing", "comms.writing"), 1, 2, WEEKEND, "on_site", "BKK"),
        ),
        (
            DemoSession("kickoff", 4, "Canal-side library, Bangkok", "Meet the canal"),
            DemoSession("workshop", 13, "Canal-side library, Bangkok", "Which figures matter?", capacity=6),
        ),
    ),
    DemoProject(
        "กิจการเพื่อสังคม ป่าในเมือง (สมมติ)",
        "เว็บรับบริจาคต้นไม้",
        "ให้คนเมืองบริจาคต้นไม้ได้ในสามคลิก",
        "environment",
        (
            DemoRole("นักพัฒนาเว็บ", ("tech.web",), 2, 4, EVENINGS),
            DemoRole("นักออกแบบหน้าจอ", ("design.uxui", "design.graphic"), 1, 3, EVENINGS),
        ),
        (DemoSession("kickoff", 8, "ออนไลน์ (Zoom)"),),
        published=False,
    ),
)


def seed(tx: Connection, now: datetime) -> None:
    """Write the invented network into an empty database."""
    for project in PROJECTS:
        add_project(tx, project, now)


def add_project(tx: Connection, wanted: DemoProject, now: datetime) -> None:
    """Write one project with its roles and its sessions."""
    project = projects.draft(tx, wanted.organisation, wanted.title, wanted.aim, wanted.cause, now)
    for role in wanted.roles:
        projects.add_role(
            tx,
            project,
            title=role.title,
            skills=list(role.skills),
            seats=role.seats,
            hours_per_week=role.hours_per_week,
            place=role.place,
            province=role.province,
            slots=list(role.slots),
            lead=role is wanted.roles[0],
        )
    for session in wanted.sessions:
        plan_session(tx, project, session, now)
    if wanted.published:
        projects.publish(tx, project, now)


def plan_session(tx: Connection, project: str, wanted: DemoSession, now: datetime) -> None:
    """Plan one session."""
    starts = session_start(now, wanted.days_ahead)
    facts = {name: getattr(wanted, name) for name in ("title", "capacity", "link", "materials")}
    sessions.plan(tx, project, wanted.kind, starts, starts + LASTS, wanted.where, now=now, **facts)


def session_start(now: datetime, days_ahead: int) -> datetime:
    """Six in the evening, Bangkok time, so many days ahead: nobody's quiet hours are near, before it or after."""
    day = now.astimezone(BANGKOK) + timedelta(days=days_ahead)
    return day.replace(hour=18, minute=0, second=0, microsecond=0)


# ---------------------------------------------------------------- teams


@dataclass(frozen=True, slots=True)
class Seated:
    """A friend who has a seat already, and what they answered to the first session of the team, if they did."""

    friend: str
    project: str
    role: str
    answer: str | None = None


TEAMS: Final = (
    Seated("ฝ้าย", "พี่อ่านให้น้องฟัง", "นักออกแบบกราฟิก", "yes"),
    Seated("โอม", "พี่อ่านให้น้องฟัง", "คนทำคอนเทนต์"),
    Seated("กานต์", "บัญชีชุมชนโปร่งใส", "พี่เลี้ยงบัญชี", "yes"),
    Seated("Dao", "Clean water figures", "Data analyst", "yes"),
)
"""Who has a seat; the phones that are shown find one free in every team."""


def seat(tx: Connection, friends: Mapping[str, str], now: datetime) -> None:
    """Seat those of the friends (ids by name) who are in a team, and let them have answered."""
    for each in TEAMS:
        person = friends[each.friend]
        project = next(found.id for found in projects.published(tx) if found.title == each.project)
        role = next(found.id for found in projects.roles_of(tx, project) if found.title == each.role)
        seats.write(tx, role, person, "accepted", now)
        if each.answer:
            answers.give(tx, sessions.of_project(tx, project)[0].id, person, each.answer, now)


def add_staff(tx: Connection, chat: str, name: str, language: str, now: datetime) -> None:
    """Make the owner of a chat staff, as if they had typed a code."""
    person = people.join(tx, now)
    people.learn(tx, person, name=name, adult=True, noticed_at=now, notice_version=NOTICE_VERSION)
    staff.join(tx, person, now)
    put_into(tx, chat, person, language)
