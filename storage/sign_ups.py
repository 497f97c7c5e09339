"""Sign-ups: who has which seat, who waits for one, and who said not now or no."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, func, select, update

from domain.work import OpenRole
from storage.columns import new_id
from storage.projects import find_role, lock_role, open_role_of, with_projects
from storage.schema import announcements, roles, sign_ups
from storage.writing import insert_into, was_new, wrote

HOLDING: Final = ("accepted", "waiting")


class Seat(StrEnum):
    """What came of asking for a seat."""

    TAKEN = "taken"
    WAITING = "waiting"
    HELD = "held"
    """The person had this seat, or this place on the wait-list, already."""
    GONE = "gone"
    """The role is not open (any more)."""


def take_seat(tx: Connection, role: str, person: str, why: str | None, now: datetime) -> Seat:
    """Give the person a seat, or a place on the wait-list if all are taken."""
    found = lock_role(tx, role)
    if found is None or found.project.state != "published":
        return Seat.GONE
    if state_of(tx, role, person) in HOLDING:
        return Seat.HELD
    state = "accepted" if found.seats_left else "waiting"
    answer(tx, role, person, state, now, why)
    return Seat.TAKEN if state == "accepted" else Seat.WAITING


def answer(tx: Connection, role: str, person: str, state: str, now: datetime, why: str | None = None) -> None:
    """Write down where a person stands with a role: accepted, waiting, withdrawn, not_now or never."""
    values = {"state": state, "why": why, "changed_at": now}
    statement = insert_into(tx, sign_ups).values(id=new_id(), role=role, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["role", "person"], set_=values))


def state_of(tx: Connection, role: str, person: str) -> str | None:
    """Where does this person stand with this role?"""
    query = select(sign_ups.c.state).where(sign_ups.c.role == role, sign_ups.c.person == person)
    return tx.execute(query).scalar_one_or_none()


def decline(tx: Connection, role: str, person: str, state: str, now: datetime) -> bool:
    """Write down not_now or never; false if the person has a seat or waits for one, which this does not give back."""
    values = {"state": state, "why": None, "changed_at": now}
    statement = insert_into(tx, sign_ups).values(id=new_id(), role=role, person=person, **values)
    free = sign_ups.c.state.not_in(HOLDING)
    unless_held = statement.on_conflict_do_update(index_elements=["role", "person"], set_=values, where=free)
    return wrote(tx, sign_ups, unless_held)


def put_off(tx: Connection, person: str, since: datetime) -> set[str]:
    """For which roles did this person say not now, after this moment?"""
    query = select(sign_ups.c.role).where(
        sign_ups.c.person == person, sign_ups.c.state == "not_now", sign_ups.c.changed_at > since
    )
    return set(tx.execute(query).scalars())


def place_in_line(tx: Connection, role: str, person: str) -> int | None:
    """At which place of the role's wait-list is this person, counted from 1?"""
    line = select(sign_ups.c.person).where(sign_ups.c.role == role, sign_ups.c.state == "waiting")
    waiting = list(tx.execute(line.order_by(sign_ups.c.changed_at, sign_ups.c.id)).scalars())
    return waiting.index(person) + 1 if person in waiting else None


def withdraw(tx: Connection, role: str, person: str, now: datetime) -> str | None:
    """Give a seat back, or leave the wait-list; who has waited longest for the seat gets it, and is returned."""
    lock_role(tx, role)
    held = state_of(tx, role, person)
    if held not in HOLDING:
        return None
    answer(tx, role, person, "withdrawn", now)
    return seat_the_first(tx, role, now) if held == "accepted" else None


def seat_the_first(tx: Connection, role: str, now: datetime) -> str | None:
    """Give a free seat of a locked, open role to the one who has waited longest, if there is one of each."""
    found = find_role(tx, role)
    line = select(sign_ups.c.person).where(sign_ups.c.role == role, sign_ups.c.state == "waiting")
    first: str | None = tx.execute(line.order_by(sign_ups.c.changed_at, sign_ups.c.id).limit(1)).scalar_one_or_none()
    if first is None or found is None or not found.seats_left or found.project.state != "published":
        return None
    seat = update(sign_ups).where(sign_ups.c.role == role, sign_ups.c.person == first)
    tx.execute(seat.values(state="accepted", changed_at=now))
    return first


def withdraw_from_all(tx: Connection, person: str, now: datetime) -> dict[str, str | None]:
    """Give back every seat and place of a person who leaves; gives, for each role, who has the seat now."""
    held = select(sign_ups.c.role).where(sign_ups.c.person == person, sign_ups.c.state.in_(HOLDING))
    roles_held = tx.execute(held.order_by(sign_ups.c.role)).scalars().all()
    return {role: withdraw(tx, role, person, now) for role in roles_held}


def roles_of(tx: Connection, person: str, state: str = "accepted") -> list[OpenRole]:
    """Which roles has this person, in this state, the newest first?"""
    query = with_projects().join(sign_ups, sign_ups.c.role == roles.c.id)
    query = query.where(sign_ups.c.person == person, sign_ups.c.state == state)
    return [open_role_of(row) for row in tx.execute(query.order_by(sign_ups.c.changed_at.desc(), roles.c.id))]


def active_roles(tx: Connection, person: str) -> list[OpenRole]:
    """In which roles of projects under way does this person have a seat, the newest first?"""
    return [found for found in roles_of(tx, person) if found.project.state == "published"]


def team_of(tx: Connection, project: str) -> list[str]:
    """Who has a seat in this project?"""
    query = select(sign_ups.c.person).join(roles, roles.c.id == sign_ups.c.role)
    query = query.where(roles.c.project == project, sign_ups.c.state == "accepted")
    return list(tx.execute(query.distinct().order_by(sign_ups.c.person)).scalars())


def announce(tx: Connection, role: str, person: str, now: datetime) -> bool:
    """Note that a person is told of a role; false if they were told before."""
    return was_new(tx, announcements, role=role, person=person, at=now)


def count_announced(tx: Connection, role: str) -> int:
    """How many people were told of this role?"""
    return tx.execute(select(func.count()).where(announcements.c.role == role)).scalar_one()
