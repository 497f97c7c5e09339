"""Answers to invitations: who comes, who cannot, who waits for a place, and who has not said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from domain.work import Session
from storage import invitations, reminders, sessions
from storage.schema import session_answers
from storage.writing import insert_into


@dataclass(frozen=True, slots=True)
class Count:
    """How a session is answered."""

    yes: int
    no: int
    maybe: int
    waiting: int
    silent: int


def of(tx: Connection, session: str, person: str) -> str | None:
    """What did this person answer: yes, no, maybe or waiting?"""
    query = select(session_answers.c.answer).where(
        session_answers.c.session == session, session_answers.c.person == person
    )
    return tx.execute(query).scalar_one_or_none()


def given_at(tx: Connection, session: str, person: str) -> datetime | None:
    """When did this person answer, if they did?"""
    query = select(session_answers.c.at).where(session_answers.c.session == session, session_answers.c.person == person)
    return tx.execute(query).scalar_one_or_none()


def give(tx: Connection, session: str, person: str, answer: str, now: datetime) -> str:
    """Write down what a person says (yes, no or maybe); gives how they stand: a yes to a full session waits.

    A place that becomes free by it goes to who has waited longest (:func:`filled`).
    """
    found = sessions.lock(tx, session)
    before = of(tx, session, person)
    if found is None or before == answer or (before == "waiting" and answer == "yes"):
        return before or answer
    stands = "waiting" if answer == "yes" and not has_room(tx, found) else answer
    write(tx, session, person, stands, now)
    reminders.withdraw(tx, session, person)
    return stands


def write(tx: Connection, session: str, person: str, answer: str, now: datetime) -> None:
    """Write an answer down."""
    values = {"answer": answer, "at": now}
    statement = insert_into(tx, session_answers).values(session=session, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["session", "person"], set_=values))


def has_room(tx: Connection, session: Session) -> bool:
    """Can one more come to this session?"""
    return session.capacity is None or len(coming(tx, session.id)) < session.capacity


def coming(tx: Connection, session: str) -> list[str]:
    """Who said that they come, the first to say so first?"""
    return who(tx, session, "yes")


def who(tx: Connection, session: str, answer: str) -> list[str]:
    """Who answered this, the first to say so first?"""
    query = select(session_answers.c.person).where(
        session_answers.c.session == session, session_answers.c.answer == answer
    )
    return list(tx.execute(query.order_by(session_answers.c.at, session_answers.c.person)).scalars())


def filled(tx: Connection, session: str, now: datetime) -> list[str]:
    """Give places that are free to those who wait, the longest waiting first; gives who has one now."""
    found = sessions.lock(tx, session)
    if found is None or found.state != "planned" or found.starts_at <= now:
        return []
    there = set(invitations.invited(tx, found))
    waiting = [each for each in who(tx, session, "waiting") if each in there]
    free = len(waiting) if found.capacity is None else max(0, found.capacity - len(coming(tx, session)))
    for person in waiting[:free]:
        write(tx, session, person, "yes", now)
        reminders.withdraw(tx, session, person)
    return waiting[:free]


def silent(tx: Connection, session: Session) -> list[str]:
    """Who is invited and has not answered, or said maybe?"""
    said = select(session_answers.c.person).where(
        session_answers.c.session == session.id, session_answers.c.answer != "maybe"
    )
    invited = invitations.invited(tx, session)
    answered = set(tx.execute(said).scalars())
    return [each for each in invited if each not in answered]


def count(tx: Connection, session: Session) -> Count:
    """How many come, cannot, may, wait for a place, and have not answered?"""
    query = select(session_answers.c.answer, func.count()).where(session_answers.c.session == session.id)
    said = {row[0]: row[1] for row in tx.execute(query.group_by(session_answers.c.answer))}
    numbers = {each: said.get(each, 0) for each in ("yes", "no", "maybe", "waiting")}
    return Count(**numbers, silent=len(silent(tx, session)) - numbers["maybe"])
