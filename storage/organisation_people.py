"""Who speaks for the organisation of a project: lead and deputies, and the one-time codes they join with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, insert, select, update

from domain.sign_ups import SEATED
from storage.columns import ALPHABET
from storage.schema import organisation_codes, organisation_members, people, roles, sign_ups
from storage.staff import hash_of
from storage.writing import insert_into

PARTS: Final = ("lead", "deputy")
CODE_LIFE: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Invite:
    """What a code makes."""

    project: str
    part: str
    made_by: str | None


@dataclass(frozen=True, slots=True)
class Member:
    """One who speaks for an organisation."""

    person: str
    name: str | None
    part: str
    joined_at: datetime


# ---------------------------------------------------------------- codes


def invite(tx: Connection, project: str, part: str, by: str | None, now: datetime) -> str:
    """Make a one-time code such as ``org-k3f9-m2xw-p4qr``; only its hash is kept."""
    code = "org-" + "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(3))
    facts = {"project": project, "part": part, "made_by": by, "expires_at": now + CODE_LIFE}
    tx.execute(insert(organisation_codes).values(code_hash=hash_of(code), **facts))
    return code


def find_invite(tx: Connection, code: str, now: datetime) -> Invite | None:
    """What would this code make, if it is good?"""
    columns = (organisation_codes.c.project, organisation_codes.c.part, organisation_codes.c.made_by)
    good = (organisation_codes.c.used_at.is_(None), organisation_codes.c.expires_at > now)
    row = tx.execute(select(*columns).where(organisation_codes.c.code_hash == hash_of(code), *good)).one_or_none()
    return Invite(*row) if row else None


def use_invite(tx: Connection, code: str, now: datetime) -> Invite | None:
    """Use a code up; gives what it makes, or nothing if it is not good (any more)."""
    found = find_invite(tx, code, now)
    unused = (organisation_codes.c.code_hash == hash_of(code), organisation_codes.c.used_at.is_(None))
    used = tx.execute(update(organisation_codes).where(*unused).values(used_at=now)).rowcount if found else 0
    return found if used else None


# ---------------------------------------------------------------- members


def members(tx: Connection, project: str) -> list[Member]:
    """Who speaks for the organisation of this project now, leads first?"""
    query = (
        select(
            organisation_members.c.person, people.c.name, organisation_members.c.part, organisation_members.c.joined_at
        )
        .join(people, people.c.id == organisation_members.c.person)
        .where(organisation_members.c.project == project, organisation_members.c.left_at.is_(None))
        .order_by(organisation_members.c.part.desc(), organisation_members.c.joined_at, organisation_members.c.person)
    )
    return [Member(*row) for row in tx.execute(query)]


def join(tx: Connection, project: str, person: str, part: str, now: datetime) -> None:
    """Let a person speak for the organisation of a project (again), in this part."""
    values = {"part": part, "joined_at": now, "left_at": None}
    statement = insert_into(tx, organisation_members).values(project=project, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["project", "person"], set_=values))


def hold(tx: Connection, person: str) -> None:
    """Let nobody give this person a seat until this transaction ends."""
    tx.execute(select(people.c.id).where(people.c.id == person).with_for_update(key_share=True))


def leave(tx: Connection, project: str, person: str, now: datetime) -> bool:
    """End that a person speaks for an organisation, at once; false if they do not."""
    mine = (organisation_members.c.project == project, organisation_members.c.person == person)
    left = update(organisation_members).where(*mine, organisation_members.c.left_at.is_(None))
    return tx.execute(left.values(left_at=now)).rowcount == 1


def part_of(tx: Connection, project: str, person: str) -> str | None:
    """Is this person the organisation's lead or deputy in this project?"""
    mine = (organisation_members.c.project == project, organisation_members.c.person == person)
    query = select(organisation_members.c.part).where(*mine, organisation_members.c.left_at.is_(None))
    return tx.execute(query).scalar_one_or_none()


def speaks_for_any(tx: Connection, person: str) -> bool:
    """Does this person speak for any organisation?"""
    mine = (organisation_members.c.person == person, organisation_members.c.left_at.is_(None))
    return tx.execute(select(organisation_members.c.project).where(*mine).limit(1)).first() is not None


def is_of_the_team(tx: Connection, project: str, person: str) -> bool:
    """Has this person a seat in the team of this project, or had one to the end?"""
    query = select(sign_ups.c.role).join(roles, roles.c.id == sign_ups.c.role).where(roles.c.project == project)
    mine = query.where(sign_ups.c.person == person, sign_ups.c.state.in_(SEATED)).limit(1)
    return tx.execute(mine).first() is not None
