"""A small invented network for the demo: four organisations, their projects, and staff."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from domain.people import NOTICE_VERSION
from simulator.demo.people import EVENINGS, WEEKEND, put_into
from storage import people, projects, sessions, staff

BANGKOK: Final = ZoneInfo("Asia/Bangkok")


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
class DemoProject:
    """An invented project; its session is so many days ahead."""

    organisation: str
    title: str
    aim: str
    cause: str
    roles: tuple[DemoRole, ...]
    session: str
    days_ahead: int
    where: str
    published: bool = True


PROJECTS: Final = (
    DemoProject(
        "มูลนิธิบ้านครูน้ำ (สมมติ)",
        "พี่อ่านให้น้องฟัง",
        "ให้เด็ก 300 คนมีหนังสือเสียงฟังก่อนนอน",
        "education",
        (
            DemoRole("นักออกแบบกราฟิก", ("design.graphic", "design.illustration"), 2, 3, WEEKEND),
            DemoRole("คนทำคอนเทนต์", ("mkt.content", "mkt.social"), 1, 2, EVENINGS),
        ),
        "training",
        3,
        "ออนไลน์ (Google Meet)",
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
        "kickoff",
        5,
        "ห้องประชุมชุมชน เชียงใหม่ / Zoom",
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
        "kickoff",
        4,
        "Canal-side library, Bangkok",
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
        "kickoff",
        8,
        "ออนไลน์ (Zoom)",
        published=False,
    ),
)


def seed(tx: Connection, now: datetime) -> None:
    """Write the invented network into an empty database."""
    for project in PROJECTS:
        add_project(tx, project, now)


def add_project(tx: Connection, wanted: DemoProject, now: datetime) -> None:
    """Write one project with its roles and its session."""
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
    starts = session_start(now, wanted.days_ahead)
    sessions.plan(tx, project, wanted.session, starts, starts + timedelta(hours=2), wanted.where, now=now)
    if wanted.published:
        projects.publish(tx, project, now)


def session_start(now: datetime, days_ahead: int) -> datetime:
    """Seven in the evening, Bangkok time, so many days ahead."""
    day = now.astimezone(BANGKOK) + timedelta(days=days_ahead)
    return day.replace(hour=19, minute=0, second=0, microsecond=0)


def add_staff(tx: Connection, chat: str, name: str, language: str, now: datetime) -> None:
    """Make the owner of a chat staff, as if they had typed a code."""
    person = people.join(tx, now)
    people.learn(tx, person, name=name, adult=True, noticed_at=now, notice_version=NOTICE_VERSION)
    staff.join(tx, person, now)
    put_into(tx, chat, person, language)
