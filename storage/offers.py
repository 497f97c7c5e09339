"""Offers: a seat kept for one person until they answer or its time is over; and what becomes of a seat that is free."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from sqlalchemy import Connection, select, update

from domain.daytime import by_day
from domain.events import SEAT_FREED, SEAT_OFFERED
from domain.people import Person
from domain.sign_ups import IN_TEAM, Refusal, may_move
from domain.suiting import is_conflict
from domain.work import OpenRole
from storage import chats, moves, notices, organisation_people, searches, sessions, settings
from storage.moves import locked
from storage.projects import TAKEN, lock_role
from storage.schema import projects, roles, sign_ups
from storage.sign_ups import COLUMNS, SignUp, in_line, offer_of, standing, state_of


def offer(tx: Connection, role: str, person: str, by: str | None, now: datetime) -> Refusal | None:
    """Keep a seat for an applicant until they answer, or until the offer expires; they are told."""
    found, who = locked(tx, role, person)
    refusal = may_offer(tx, found, who, now)
    if refusal is None:
        good_for = timedelta(hours=settings.number(tx, "offer_hours"))
        moves.write(tx, role, person, "offered", now, by=by, expires_at=by_day(now + good_for, sessions.BANGKOK))
        notices.tell(tx, person, SEAT_OFFERED, f"{role}:{now.isoformat()}", now, role=role)
    return refusal


def may_offer(tx: Connection, found: OpenRole | None, who: Person | None, now: datetime) -> Refusal | None:
    """Whether this person can be offered a seat now; else why not."""
    if found is None or who is None or not found.is_open:
        return Refusal.CLOSED
    return may_be_asked(tx, found, who, now) or no_seat(found, who, now)


def may_be_asked(tx: Connection, found: OpenRole, who: Person, now: datetime) -> Refusal | None:
    """Whether this person could take the role if it has a seat; else why not."""
    state = state_of(tx, found.role.id, who.id)
    if state == "offered":
        return Refusal.HAS_OFFER
    refusal = may_move(state, "offered") or (Refusal.HAS_OFFER if offer_of(tx, who.id, now) else None)
    if refusal:
        return refusal
    if is_conflict(who, found.project):
        return Refusal.CONFLICT
    if organisation_people.part_of(tx, found.project.id, who.id):
        return Refusal.SPEAKS
    if sessions.clashes(tx, who, found.project.id, now):
        return Refusal.CLASHES
    return None if chats.of_person(tx, who.id) else Refusal.UNREACHABLE


def no_seat(found: OpenRole, who: Person, now: datetime) -> Refusal | None:
    """Why there is no seat for this person, if there is none."""
    if found.seats_for(who.company, now):
        return None
    return Refusal.RESERVED if found.seats_left else Refusal.FULL


# ---------------------------------------------------------------- the answer


def accept(tx: Connection, role: str, person: str, now: datetime) -> Refusal | None:
    """Take the seat that was offered."""
    found, who = locked(tx, role, person)
    if found is None or who is None or state_of(tx, role, person) != "offered":
        return Refusal.NO_OFFER
    if is_over(tx, role, person, now):
        expire(tx, role, person, now, by=person)
        return Refusal.EXPIRED
    if sessions.clashes(tx, who, found.project.id, now):
        return Refusal.CLASHES
    moves.write(tx, role, person, "accepted", now)
    return None


def decline(tx: Connection, role: str, person: str, now: datetime, reason: str | None = None) -> Refusal | None:
    """Leave the seat that was offered to others."""
    locked(tx, role, person)
    if state_of(tx, role, person) != "offered":
        return Refusal.NO_OFFER
    moves.write(tx, role, person, "declined", now, reason=reason)
    freed(tx, role, "offered", now)
    return None


# ---------------------------------------------------------------- what time does


def is_over(tx: Connection, role: str, person: str, now: datetime) -> bool:
    """Whether the time of an offer is over."""
    found = standing(tx, role, person)
    return found is not None and found.expires_at is not None and found.expires_at <= now


def expire(tx: Connection, role: str, person: str, now: datetime, by: str | None = None) -> bool:
    """End an offer whose time is over, once, and offer the seat to who is next; false if it has been answered.

    ``by`` is the person themselves when they come too late: they need not be told.
    """
    locked(tx, role, person)
    if state_of(tx, role, person) != "offered" or not is_over(tx, role, person, now):
        return False
    moves.write(tx, role, person, "expired", now, by=by)
    freed(tx, role, "offered", now)
    return True


def expire_due(tx: Connection, now: datetime, limit: int) -> int:
    """End the offers whose time is over, role by role, the oldest first; gives how many."""
    query = select(sign_ups.c.role, sign_ups.c.person).where(
        sign_ups.c.state == "offered", sign_ups.c.expires_at <= now
    )
    due = tx.execute(query.order_by(sign_ups.c.role, sign_ups.c.expires_at, sign_ups.c.id).limit(limit)).all()
    return sum(expire(tx, row.role, row.person, now) for row in due)


def ending(tx: Connection, now: datetime) -> list[SignUp]:
    """Which offers are past half their time and were not reminded of, the soonest to end first?"""
    query = select(*COLUMNS).where(
        sign_ups.c.state == "offered", sign_ups.c.expires_at > now, sign_ups.c.escalated_at.is_(None)
    )
    found = [SignUp(*row) for row in tx.execute(query.order_by(sign_ups.c.expires_at, sign_ups.c.id))]
    return [each for each in found if each.expires_at and now - each.changed_at >= each.expires_at - now]


def note_reminded(tx: Connection, role: str, person: str, now: datetime) -> None:
    """Note that whoever owes the next step with a sign-up has been reminded of it."""
    mine = (sign_ups.c.role == role) & (sign_ups.c.person == person)
    tx.execute(update(sign_ups).where(mine).values(escalated_at=now))


# ---------------------------------------------------------------- a seat that is free


def freed(tx: Connection, role: str, before: str, now: datetime, by: str | None = None) -> None:
    """Offer a seat that has become free to who is next in line; staff hear of it if that leaves something to do."""
    followed = fill(tx, role, now, given_back=1)
    if not followed:
        searches.wake(tx, role, now)
    if before in IN_TEAM or not followed:
        notices.tell_staff(tx, SEAT_FREED, f"{role}:{now.isoformat()}", now, but=by, role=role)


def fill(tx: Connection, role: str, now: datetime, given_back: int = 0) -> list[str]:
    """Offer the free seats of an open role, in the order of the line, to who can take one; gives to whom.

    Where staff choose, only seats that were given back go on by themselves: for the others staff choose.
    """
    found = lock_role(tx, role)
    if found is None or not found.is_open:
        return []
    most = given_back if found.role.admission == "chosen" else found.seats_left
    line = in_line(tx, role) if most else []
    able = (person for person in line if offer(tx, role, person, None, now) is None)
    return list(islice(able, min(most, found.seats_left)))


MOST_AT_ONCE: Final = 50
"""Offers that are made, or end, in one transaction: each takes some milliseconds, and others wait meanwhile."""


def fill_all(tx: Connection, now: datetime) -> int:
    """Offer what has become free by time alone, such as seats that were kept for a company; gives how many."""
    line = select(sign_ups.c.role).where(sign_ups.c.state == "waiting").distinct().subquery()
    query = select(roles.c.id).join(line, line.c.role == roles.c.id).join(projects, projects.c.id == roles.c.project)
    free = query.where(
        roles.c.admission == "first_come",
        roles.c.state == "open",
        projects.c.state == "published",
        roles.c.seats > TAKEN,
    )
    made = 0
    for role in tx.execute(free.order_by(roles.c.id)).scalars().all():
        made += len(fill(tx, role, now)) if made < MOST_AT_ONCE else 0
    return made
