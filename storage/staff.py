"""Staff: who they are, the codes they join with, and what they did."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, func, insert, select, update

from storage import chats as chat_rows
from storage.chats import Chat
from storage.columns import ALPHABET
from storage.projects import open_role_of, with_projects
from storage.schema import audit, people, projects, staff, staff_invites
from storage.writing import insert_into

INVITE_LIFE: Final = timedelta(days=3)


def invite(tx: Connection, now: datetime) -> str:
    """Make a one-time code such as ``staff-k3f9-m2xw``; only its hash is kept."""
    halves = ["".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3)]
    code = "staff-" + "-".join(halves)
    tx.execute(insert(staff_invites).values(code_hash=hash_of(code), expires_at=now + INVITE_LIFE))
    return code


def hash_of(code: str) -> str:
    """The form in which a code is kept."""
    return hashlib.sha256(code.strip().lower().encode()).hexdigest()


def use_invite(tx: Connection, code: str, now: datetime) -> bool:
    """Use up a code; false if it is unknown, used or too old."""
    found = tx.execute(
        update(staff_invites)
        .where(
            staff_invites.c.code_hash == hash_of(code),
            staff_invites.c.used_at.is_(None),
            staff_invites.c.expires_at > now,
        )
        .values(used_at=now)
    )
    return found.rowcount == 1


def join(tx: Connection, person: str, now: datetime) -> None:
    """Make a person staff (again)."""
    statement = insert_into(tx, staff).values(person=person, joined_at=now)
    tx.execute(statement.on_conflict_do_update(index_elements=["person"], set_={"joined_at": now, "left_at": None}))


def leave(tx: Connection, person: str, now: datetime) -> None:
    """End a person's being staff, at once."""
    tx.execute(update(staff).where(staff.c.person == person).values(left_at=now))


def is_staff(tx: Connection, person: str) -> bool:
    """Is this person staff now?"""
    query = select(staff.c.person).where(staff.c.person == person, staff.c.left_at.is_(None))
    return tx.execute(query).first() is not None


def chats_of_staff(tx: Connection) -> list[Chat]:
    """Where can we tell each member of staff something: one chat each, a free channel first?"""
    members = tx.execute(select(staff.c.person).where(staff.c.left_at.is_(None)).order_by(staff.c.joined_at))
    reachable = [chat_rows.of_person(tx, member) for member in members.scalars()]
    return [found[0] for found in reachable if found]


def chats_of_coordinators(tx: Connection) -> list[Chat]:
    """Where can we tell those of staff who coordinate, and do not administer?"""
    duty = select(staff.c.person).where(staff.c.left_at.is_(None), staff.c.duty == "coordinator")
    coordinating = set(tx.execute(duty).scalars())
    return [chat for chat in chats_of_staff(tx) if chat.person in coordinating]


def record(tx: Connection, person: str | None, act: str, subject: str, now: datetime) -> None:
    """Add a line to the audit log: who did what to what, when."""
    tx.execute(insert(audit).values(at=now, person=person, act=act, subject=subject))


CODE_REFUSED: Final = "staff_code_refused"


def note_refused_code(tx: Connection, chat: str, now: datetime) -> None:
    """Note that a code typed in this chat was no good; the chat is kept only as a hash."""
    record(tx, None, CODE_REFUSED, hash_of(chat)[:40], now)


def refused_codes(tx: Connection, chat: str, since: datetime) -> int:
    """How many codes were refused in this chat since then?"""
    query = select(func.count()).where(
        audit.c.act == CODE_REFUSED, audit.c.subject == hash_of(chat)[:40], audit.c.at > since
    )
    return tx.execute(query).scalar_one()


def count(tx: Connection) -> int:
    """How many people are staff now?"""
    return tx.execute(select(func.count()).where(staff.c.left_at.is_(None))).scalar_one()


@dataclass(frozen=True, slots=True)
class Glance:
    """The network in four numbers."""

    volunteers: int
    projects: int
    roles: int
    seats_left: int


def at_a_glance(tx: Connection) -> Glance:
    """How many volunteers are there, and how many projects, roles and free seats are open?"""
    volunteers = select(func.count()).where(people.c.noticed_at.is_not(None), people.c.adult)
    open_projects = select(func.count()).where(projects.c.state == "published")
    query = with_projects().where(projects.c.state == "published")
    seats = [open_role_of(row).seats_left for row in tx.execute(query)]
    return Glance(
        volunteers=tx.execute(volunteers).scalar_one(),
        projects=tx.execute(open_projects).scalar_one(),
        roles=sum(left > 0 for left in seats),
        seats_left=sum(seats),
    )
