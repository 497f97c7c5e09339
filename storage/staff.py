"""Staff: who they are, the codes they join with, and what they did."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from domain.duties import ADMIN, COORDINATOR
from storage import audit as audit_rows
from storage import chats as chat_rows
from storage.chats import Chat
from storage.columns import ALPHABET
from storage.projects import open_role_of, with_projects
from storage.schema import audit, people, projects, staff, staff_invites
from storage.writing import insert_into

record = audit_rows.record
"""Every act of staff is a line of the audit log."""
INVITE_LIFE: Final = timedelta(days=3)


# ---------------------------------------------------------------- codes


def invite(tx: Connection, now: datetime, duty: str | None = None, by: str | None = None) -> str:
    """Make a one-time code such as ``staff-k3f9-m2xw-p4qr``; only its hash is kept.

    Without a duty it makes an admin as long as there is none, a coordinator afterwards.
    """
    parts = ["".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3)]
    code = "staff-" + "-".join(parts)
    duty = duty or (COORDINATOR if count_admins(tx) else ADMIN)
    expires_at = now + INVITE_LIFE
    tx.execute(insert(staff_invites).values(code_hash=hash_of(code), expires_at=expires_at, duty=duty, made_by=by))
    return code


def hash_of(code: str) -> str:
    """The form in which a code is kept."""
    return hashlib.sha256(code.strip().lower().encode()).hexdigest()


def invite_number(code: str) -> str:
    """What a code is called in the audit log: enough to tell which was used, too little to find it out."""
    return hash_of(code)[:12]


@dataclass(frozen=True, slots=True)
class Invite:
    """What a code makes."""

    duty: str
    made_by: str | None


def use_invite(tx: Connection, code: str, now: datetime) -> Invite | None:
    """Use up a code; gives what it makes, nothing if it is unknown, used or too old."""
    used = update(staff_invites).where(good(code, now)).values(used_at=now).returning(*INVITE)
    row = tx.execute(used).one_or_none()
    return Invite(*row) if row else None


def find_invite(tx: Connection, code: str, now: datetime) -> Invite | None:
    """What would this code make, if it is good?"""
    row = tx.execute(select(*INVITE).where(good(code, now))).one_or_none()
    return Invite(*row) if row else None


INVITE: Final = (staff_invites.c.duty, staff_invites.c.made_by)


def good(code: str, now: datetime) -> ColumnElement[bool]:
    """The condition of an invite: this code, not used, not too old."""
    unused = staff_invites.c.used_at.is_(None) & (staff_invites.c.expires_at > now)
    return (staff_invites.c.code_hash == hash_of(code)) & unused


# ---------------------------------------------------------------- members


@dataclass(frozen=True, slots=True)
class Member:
    """One of staff."""

    person: str
    name: str | None
    duty: str
    joined_at: datetime


def members(tx: Connection) -> list[Member]:
    """Who is staff now, the longest serving first?"""
    query = (
        select(staff.c.person, people.c.name, staff.c.duty, staff.c.joined_at)
        .join(people, people.c.id == staff.c.person)
        .where(staff.c.left_at.is_(None))
        .order_by(staff.c.joined_at, people.c.name, staff.c.person)
    )
    return [Member(*row) for row in tx.execute(query)]


def join(tx: Connection, person: str, now: datetime, duty: str = ADMIN) -> None:
    """Make a person staff (again)."""
    values = {"joined_at": now, "left_at": None, "duty": duty}
    statement = insert_into(tx, staff).values(person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["person"], set_=values))


def leave(tx: Connection, person: str, now: datetime) -> bool:
    """End a person's being staff, at once; false if they are the last admin, or staff no more."""
    if is_last_admin(tx, person):
        return False
    left = update(staff).where(staff.c.person == person, staff.c.left_at.is_(None)).values(left_at=now)
    return tx.execute(left).rowcount == 1


def give_duty(tx: Connection, person: str, duty: str) -> bool:
    """Make a member of staff coordinator or admin; false if they are the last admin, or staff no more."""
    if duty != ADMIN and is_last_admin(tx, person):
        return False
    changed = update(staff).where(staff.c.person == person, staff.c.left_at.is_(None)).values(duty=duty)
    return tx.execute(changed).rowcount == 1


ADMINS: Final = select(staff.c.person).where(staff.c.left_at.is_(None), staff.c.duty == ADMIN)


def is_last_admin(tx: Connection, person: str) -> bool:
    """Is this person the only admin? Nobody else can stop being one until this transaction ends."""
    admins = tx.execute(ADMINS.order_by(staff.c.person).with_for_update()).scalars().all()
    return list(admins) == [person]


def count_admins(tx: Connection) -> int:
    """How many admins are there now?"""
    return len(tx.execute(ADMINS).all())


def duty_of(tx: Connection, person: str) -> str | None:
    """What is this person's duty: coordinator, admin, or none as they are not staff now?"""
    query = select(staff.c.duty).where(staff.c.person == person, staff.c.left_at.is_(None))
    return tx.execute(query).scalar_one_or_none()


def is_staff(tx: Connection, person: str) -> bool:
    """Is this person staff now?"""
    return duty_of(tx, person) is not None


def chats_of_staff(tx: Connection, but_by: str = "") -> list[Chat]:
    """Where can we tell each member of staff something (but by this channel): one chat each, a free channel first?"""
    members = tx.execute(select(staff.c.person).where(staff.c.left_at.is_(None)).order_by(staff.c.joined_at))
    reachable = [chat_rows.of_person(tx, member) for member in members.scalars()]
    found = [[chat for chat in each if chat.channel != but_by] for each in reachable]
    return [each[0] for each in found if each]


def chats_of_coordinators(tx: Connection) -> list[Chat]:
    """Where can we tell those of staff who coordinate, and do not administer?"""
    duty = select(staff.c.person).where(staff.c.left_at.is_(None), staff.c.duty == "coordinator")
    coordinating = set(tx.execute(duty).scalars())
    return [chat for chat in chats_of_staff(tx) if chat.person in coordinating]


def chats_of_admins(tx: Connection) -> list[Chat]:
    """Where can we tell those of staff who administer?"""
    administering = set(tx.execute(ADMINS).scalars())
    return [chat for chat in chats_of_staff(tx) if chat.person in administering]


CODE_REFUSED: Final = "code_refused"


def note_refused_code(tx: Connection, chat: str, now: datetime) -> None:
    """Note that a code (of staff or a company) typed in this chat was no good; the chat is kept only as a hash."""
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
