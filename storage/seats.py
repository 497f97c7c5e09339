"""Seats: every step between asking for a role and having done it, none of which can give a seat away twice.

Each step locks the role, then the person, looks, and writes; it gives ``None`` when it is done, or why it cannot be.
What somebody else did to a person, they are told by an event of their own.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select

from domain.people import Person
from domain.sign_ups import HOLDING, SEATED, UNSETTLED, Refusal, may_move
from domain.suiting import is_conflict
from domain.work import OpenRole
from storage import moves, offers, organisation_people, sessions
from storage.moves import locked, write
from storage.projects import find_role, lock_role
from storage.schema import sign_ups
from storage.sign_ups import of_role, state_of

CLOSING: Final = "closing"
"""Why everybody who still waits is answered when a role ends."""

# ---------------------------------------------------------------- what people do


def ask(tx: Connection, role: str, person: str, why: str | None, now: datetime) -> Refusal | None:
    """Ask for the role: a seat at once or a place in line, or, where staff choose, their consideration."""
    found, who = locked(tx, role, person)
    refusal = may_ask(tx, found, who, now)
    if refusal or found is None or who is None:
        return refusal or Refusal.CLOSED
    write(tx, role, person, begins_as(tx, found, who, now), now, why=why)
    return None


def begins_as(tx: Connection, found: OpenRole, who: Person, now: datetime) -> str:
    """How who asks begins: considered by staff, with a seat, or in line; who waits already goes first."""
    if found.role.admission == "chosen":
        return "interested"
    if found.seats_left and offers.fill(tx, found.role.id, now):
        found = find_role(tx, found.role.id) or found
    return "accepted" if found.seats_for(who.company, now) else "waiting"


def may_ask(tx: Connection, found: OpenRole | None, who: Person | None, now: datetime) -> Refusal | None:
    """Whether this person can ask for this role now; else why not."""
    if found is None or who is None or not takes_sign_ups(found, now):
        return Refusal.CLOSED
    refusal = may_move(state_of(tx, found.role.id, who.id), "interested")
    if refusal:
        return refusal
    if is_conflict(who, found.project):
        return Refusal.CONFLICT
    if organisation_people.part_of(tx, found.project.id, who.id):
        return Refusal.SPEAKS
    return Refusal.CLASHES if sessions.clashes(tx, who, found.project.id, now) else None


def takes_sign_ups(found: OpenRole, now: datetime) -> bool:
    """Whether the role is open, and its project's last day for signing up has not passed."""
    return found.is_open and (found.project.closes_at is None or now < found.project.closes_at)


def withdraw(tx: Connection, role: str, person: str, now: datetime, reason: str | None = None) -> Refusal | None:
    """Give a seat back, or ask no longer; a seat that becomes free is offered to who is next in line."""
    locked(tx, role, person)
    before = state_of(tx, role, person)
    if before is None or before not in HOLDING or before == "completed":
        return Refusal.NOT_FROM_HERE
    write(tx, role, person, "declined" if before == "offered" else "withdrawn", now, reason=reason)
    if before in SEATED:
        offers.freed(tx, role, before, now)
    return None


def withdraw_from_all(tx: Connection, person: str, now: datetime) -> None:
    """Give back every seat and place of a person who leaves."""
    held = held_by(tx, person)
    for role in held:
        lock_role(tx, role)
    for role in held:
        withdraw(tx, role, person, now)


def held_by(tx: Connection, person: str) -> list[str]:
    """In which roles has this person a seat or a place, in the order in which roles are locked?"""
    query = select(sign_ups.c.role).where(sign_ups.c.person == person, sign_ups.c.state.in_(HOLDING))
    return list(tx.execute(query.order_by(sign_ups.c.role)).scalars())


# ---------------------------------------------------------------- what staff do


def shortlist(tx: Connection, role: str, person: str, by: str, now: datetime) -> Refusal | None:
    """Put an applicant on the short list."""
    return step(tx, role, person, "shortlisted", by, now)


def put_in_line(tx: Connection, role: str, person: str, by: str, now: datetime) -> Refusal | None:
    """Put an applicant on the wait-list; they are told."""
    refusal = step(tx, role, person, "waiting", by, now)
    if refusal is None:
        moves.say(tx, role, person, "waiting", now)
    return refusal


def turn_down(
    tx: Connection, role: str, person: str, by: str | None, now: datetime, reason: str | None = None
) -> Refusal | None:
    """Say no to an applicant, or take an offer back; they are told kindly."""
    return step(tx, role, person, "turned_down", by, now, reason)


def release(tx: Connection, role: str, person: str, by: str, reason: str, now: datetime) -> Refusal | None:
    """Let somebody of the team go; the seat becomes free."""
    return step(tx, role, person, "released", by, now, reason)


def advance(tx: Connection, role: str, person: str, after: str, by: str, now: datetime) -> Refusal | None:
    """Note that somebody of the team is ``trained``, ``active`` or has ``completed``."""
    return step(tx, role, person, after, by, now)


def step(
    tx: Connection, role: str, person: str, after: str, by: str | None, now: datetime, reason: str | None = None
) -> Refusal | None:
    """Take one step with somebody's sign-up, if it may follow; a seat that becomes free goes to who is next."""
    locked(tx, role, person)
    before = state_of(tx, role, person)
    refusal = moves.may(tx, role, person, after)
    if refusal is None and before is not None:
        write(tx, role, person, after, now, by=by, reason=reason)
        if before in SEATED and after not in SEATED:
            offers.freed(tx, role, before, now, by)
    return refusal


def close(tx: Connection, role: str, by: str | None, now: datetime) -> int:
    """Answer everybody who still waits for an answer of this role, for it ends; gives how many."""
    lock_role(tx, role)
    waiting = of_role(tx, role, UNSETTLED)
    for each in waiting:
        locked(tx, role, each.person)
        write(tx, role, each.person, "turned_down", now, by=by, reason=CLOSING)
    return len(waiting)


__all__ = ["CLOSING", "write"]
