"""Seats: every step between asking for a role and having done it, none of which can give a seat away twice.

Each step locks the role, then the person, looks, and writes; it gives ``None`` when it is done, or why it cannot be.
What somebody else did to a person, they are told by an event of their own.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from domain.events import SEAT_OFFERED, SIGN_UP_ANSWERED
from domain.people import Person
from domain.sign_ups import APPLIED, HOLDING, SEATED, Refusal, may_move
from domain.suiting import is_conflict
from domain.work import OpenRole
from storage import chats, notices, people, searches, sessions, settings
from storage.columns import new_id
from storage.projects import lock_role
from storage.schema import people as people_table
from storage.schema import sign_up_moves, sign_ups
from storage.sign_ups import in_line, offer_of, standing, state_of
from storage.writing import insert_into

TOLD: Final = frozenset({"turned_down", "released", "expired"})
"""What others (or time) did, and the person hears of."""


# ---------------------------------------------------------------- what people do


def ask(tx: Connection, role: str, person: str, why: str | None, now: datetime) -> Refusal | None:
    """Ask for the role: a seat at once or a place in line, or, where staff choose, their consideration."""
    found, who = locked(tx, role, person)
    refusal = may_ask(tx, found, who, now)
    if refusal or found is None or who is None:
        return refusal or Refusal.CLOSED
    if found.role.admission == "chosen":
        state = "interested"
    else:
        state = "accepted" if found.seats_for(who.company, now) else "waiting"
    write(tx, role, person, state, now, why=why)
    return None


def may_ask(tx: Connection, found: OpenRole | None, who: Person | None, now: datetime) -> Refusal | None:
    """Whether this person can ask for this role now; else why not."""
    if found is None or who is None or not takes_sign_ups(found, now):
        return Refusal.CLOSED
    refusal = may_move(state_of(tx, found.role.id, who.id), "interested")
    if refusal:
        return refusal
    if is_conflict(who, found.project):
        return Refusal.CONFLICT
    return Refusal.CLASHES if sessions.clashes(tx, who, found.project.id, now) else None


def takes_sign_ups(found: OpenRole, now: datetime) -> bool:
    """Whether the role is open, and its project's last day for signing up has not passed."""
    return found.is_open and (found.project.closes_at is None or now < found.project.closes_at)


def accept(tx: Connection, role: str, person: str, now: datetime) -> Refusal | None:
    """Take the seat that was offered."""
    found, who = locked(tx, role, person)
    if found is None or who is None or state_of(tx, role, person) != "offered":
        return Refusal.NO_OFFER
    if is_over(tx, role, person, now):
        expire(tx, role, person, now)
        return Refusal.EXPIRED
    if sessions.clashes(tx, who, found.project.id, now):
        return Refusal.CLASHES
    write(tx, role, person, "accepted", now)
    return None


def refuse_offer(tx: Connection, role: str, person: str, now: datetime) -> Refusal | None:
    """Leave the seat that was offered to others."""
    locked(tx, role, person)
    if state_of(tx, role, person) != "offered":
        return Refusal.NO_OFFER
    write(tx, role, person, "declined", now)
    fill(tx, role, now)
    return None


def withdraw(tx: Connection, role: str, person: str, now: datetime, reason: str | None = None) -> Refusal | None:
    """Give a seat back, or ask no longer; a seat that becomes free is offered to who is next in line."""
    locked(tx, role, person)
    before = state_of(tx, role, person)
    if before not in HOLDING or before == "completed":
        return Refusal.NOT_FROM_HERE
    write(tx, role, person, "declined" if before == "offered" else "withdrawn", now, reason=reason)
    fill(tx, role, now)
    return None


def withdraw_from_all(tx: Connection, person: str, now: datetime) -> None:
    """Give back every seat and place of a person who leaves."""
    for role in held_by(tx, person):
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
        say(tx, role, person, "waiting", now)
    return refusal


def turn_down(
    tx: Connection, role: str, person: str, by: str | None, now: datetime, reason: str | None = None
) -> Refusal | None:
    """Say no to an applicant, or take an offer back; they are told kindly."""
    return step(tx, role, person, "turned_down", by, now, reason)


def release(tx: Connection, role: str, person: str, by: str, reason: str, now: datetime) -> Refusal | None:
    """Let somebody of the team go; the seat becomes free."""
    return step(tx, role, person, "released", by, now, reason)


def step(
    tx: Connection, role: str, person: str, after: str, by: str | None, now: datetime, reason: str | None = None
) -> Refusal | None:
    """Take one step with somebody's sign-up, if it may follow; a seat that becomes free goes to who is next."""
    locked(tx, role, person)
    before = state_of(tx, role, person)
    refusal = may_move(before, after) if before else Refusal.NOT_FROM_HERE
    if refusal is None:
        write(tx, role, person, after, now, by=by, reason=reason)
        fill(tx, role, now)
    return refusal


def offer(tx: Connection, role: str, person: str, by: str | None, now: datetime) -> Refusal | None:
    """Keep a seat for an applicant until they answer, or until the offer expires; they are told."""
    found, who = locked(tx, role, person)
    refusal = may_offer(tx, found, who, now)
    if refusal is None:
        good_for = timedelta(hours=settings.number(tx, "offer_hours"))
        write(tx, role, person, "offered", now, by=by, expires_at=now + good_for)
        notices.tell(tx, person, SEAT_OFFERED, f"{role}:{now.isoformat()}", now, role=role)
    return refusal


def may_offer(tx: Connection, found: OpenRole | None, who: Person | None, now: datetime) -> Refusal | None:
    """Whether this person can be offered a seat now; else why not."""
    if found is None or who is None or not found.is_open:
        return Refusal.CLOSED
    state = state_of(tx, found.role.id, who.id)
    if state == "offered":
        return Refusal.HAS_OFFER
    refusal = may_move(state, "offered") or (Refusal.HAS_OFFER if offer_of(tx, who.id, now) else None)
    if refusal:
        return refusal
    if not found.seats_for(who.company, now):
        return Refusal.RESERVED if found.seats_left else Refusal.FULL
    if is_conflict(who, found.project):
        return Refusal.CONFLICT
    return Refusal.CLASHES if sessions.clashes(tx, who, found.project.id, now) else None


# ---------------------------------------------------------------- what time does


def expire_due(tx: Connection, now: datetime, limit: int) -> int:
    """End the offers whose time is over, the oldest first; gives how many."""
    query = select(sign_ups.c.role, sign_ups.c.person).where(
        sign_ups.c.state == "offered", sign_ups.c.expires_at <= now
    )
    due = tx.execute(query.order_by(sign_ups.c.role, sign_ups.c.expires_at).limit(limit)).all()
    return sum(expire(tx, row.role, row.person, now) for row in due)


def expire(tx: Connection, role: str, person: str, now: datetime) -> bool:
    """End an offer whose time is over, once, and offer the seat to who is next; false if it has been answered."""
    locked(tx, role, person)
    if state_of(tx, role, person) != "offered" or not is_over(tx, role, person, now):
        return False
    write(tx, role, person, "expired", now)
    fill(tx, role, now)
    return True


def is_over(tx: Connection, role: str, person: str, now: datetime) -> bool:
    """Whether the time of an offer is over."""
    found = standing(tx, role, person)
    return found is not None and found.expires_at is not None and found.expires_at <= now


def fill(tx: Connection, role: str, now: datetime) -> list[str]:
    """Offer the free seats of an open role to who has waited longest and can be reached; gives whom."""
    offered: list[str] = []
    for person in in_line(tx, role):
        found = lock_role(tx, role)
        if found is None or not found.is_open or not found.seats_left:
            break
        if chats.of_person(tx, person) and offer(tx, role, person, None, now) is None:
            offered.append(person)
    return offered


def fill_all(tx: Connection, now: datetime) -> int:
    """Offer what has become free by time alone, such as seats that were kept for a company; gives how many."""
    query = select(sign_ups.c.role).where(sign_ups.c.state == "waiting").distinct().order_by(sign_ups.c.role)
    return sum(len(fill(tx, role, now)) for role in tx.execute(query).scalars().all())


# ---------------------------------------------------------------- writing it down


def locked(tx: Connection, role: str, person: str) -> tuple[OpenRole | None, Person | None]:
    """The role and the person, which nobody else changes until this transaction ends."""
    found = lock_role(tx, role)
    tx.execute(select(people_table.c.id).where(people_table.c.id == person).with_for_update())
    return found, people.find(tx, person)


def write(
    tx: Connection,
    role: str,
    person: str,
    after: str,
    now: datetime,
    *,
    by: str | None = None,
    reason: str | None = None,
    **more: Any,
) -> None:
    """Write down where a person stands with a role now, and that it came to this."""
    before = state_of(tx, role, person)
    values: dict[str, Any] = {
        "state": after,
        "changed_at": now,
        "reason": reason,
        "expires_at": None,
        "escalated_at": None,
        **more,
    }
    if before not in APPLIED and after in (*APPLIED, "accepted") and before != "offered":
        values["asked_at"] = now
    statement = insert_into(tx, sign_ups).values(id=new_id(), role=role, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["role", "person"], set_=values))
    moved = {"role": role, "person": person, "before": before, "after": after, "by": by, "reason": reason, "at": now}
    tx.execute(insert(sign_up_moves).values(**moved))
    if after == "accepted":
        tx.execute(update(people_table).where(people_table.c.id == person).values(seated_at=now))
    if before in SEATED and after not in SEATED:
        searches.wake(tx, role, now)
    if after in TOLD:
        say(tx, role, person, after, now)


def say(tx: Connection, role: str, person: str, state: str, now: datetime) -> None:
    """Let the person hear what became of their sign-up."""
    notices.tell(tx, person, SIGN_UP_ANSWERED, f"{role}:{state}:{now.isoformat()}", now, role=role, state=state)
