"""Answers to invitations: who comes, who cannot, who waits for a place, and who has not said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, delete, func, literal_column, select

from domain.events import PLACE_FREED
from domain.work import Session
from storage import chats, invitations, notices, reminders, sessions
from storage.schema import session_answers
from storage.schema import sessions as sessions_table
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
    if found is None or before == answer:
        return before or answer
    if answer == "yes":
        stands = come(tx, found, person, before, now)
    else:
        stands = answer
        write(tx, session, person, answer, now)
        filled(tx, session, now)
    reminders.withdraw(tx, session, person)
    return stands


def come(tx: Connection, session: Session, person: str, before: str | None, now: datetime) -> str:
    """Take a place, or one in line; who waits already goes first, and keeps their place in line."""
    got = fill(tx, session, now)
    tell(tx, session.id, [each for each in got if each != person], now)
    stands = "yes" if person in got or has_room(tx, session) else "waiting"
    if person not in got and before != stands:
        write(tx, session.id, person, stands, now)
    return stands


def write(tx: Connection, session: str, person: str, answer: str, now: datetime) -> None:
    """Write an answer down."""
    values = {"answer": answer, "at": now}
    statement = insert_into(tx, session_answers).values(session=session, person=person, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["session", "person"], set_=values))


# ---------------------------------------------------------------- places


def has_room(tx: Connection, session: Session) -> bool:
    """Can one more come to this session?"""
    return session.capacity is None or len(coming(tx, session.id)) < session.capacity


def place_in_line(tx: Connection, session: str, person: str) -> int | None:
    """At which place in line does this person wait, counted from 1, if they do?"""
    waiting = who(tx, session, "waiting")
    return waiting.index(person) + 1 if person in waiting else None


def filled(tx: Connection, session: str, now: datetime) -> list[str]:
    """Give places that are free to those who wait, the longest waiting first, and tell them; gives who has one now.

    To be called whenever a place may have become free; what is forgotten, a sweep finds (:func:`fill_all`).
    """
    found = sessions.lock(tx, session)
    got = fill(tx, found, now) if found else []
    tell(tx, session, got, now)
    return got


def fill(tx: Connection, session: Session, now: datetime) -> list[str]:
    """Give places that are free to those who wait and can be told; gives who has one now."""
    waiting = who(tx, session.id, "waiting")
    if session.state != "planned" or session.starts_at <= now or (session.capacity is None and not waiting):
        return []
    drop_strangers(tx, session)
    free = len(waiting) if session.capacity is None else max(0, session.capacity - len(coming(tx, session.id)))
    next_ones = (each for each in who(tx, session.id, "waiting") if chats.of_person(tx, each))
    got = list(islice(next_ones, free))
    for person in got:
        write(tx, session.id, person, "yes", now)
        reminders.withdraw(tx, session.id, person)
    return got


def drop_strangers(tx: Connection, session: Session) -> None:
    """Forget the places of those who are not invited any more, in the session and in its line."""
    held = session_answers.c.answer.in_(("yes", "waiting"))
    stranger = session_answers.c.person.not_in(invitations.people(session).order_by(None))
    tx.execute(delete(session_answers).where(session_answers.c.session == session.id, held, stranger))


def tell(tx: Connection, session: str, people: Sequence[str], now: datetime) -> None:
    """Let these people hear that they have a place now."""
    notices.tell_all(tx, people, PLACE_FREED, f"{session}:{now.isoformat()}", now, session=session)


def fill_all(tx: Connection, now: datetime) -> int:
    """How many have a place now in sessions ahead for which somebody waits? For what became free unnoticed."""
    waiting = select(session_answers.c.session).where(session_answers.c.answer == literal_column("'waiting'"))
    names = tx.execute(waiting.distinct()).scalars().all()
    ahead = (sessions_table.c.state == "planned") & (sessions_table.c.starts_at > now)
    query = select(sessions_table.c.id).where(sessions_table.c.id.in_(names), ahead).order_by(sessions_table.c.id)
    return sum(len(filled(tx, session, now)) for session in tx.execute(query).scalars().all()) if names else 0


def give_up(tx: Connection, person: str, now: datetime, *, everything: bool = False) -> None:
    """Take back what a person said to sessions ahead to which they are invited no more (or to all of them).

    Their places go to those who wait, and reminders on their way to them are taken back.
    """
    query = (
        select(sessions_table.c.id)
        .join(session_answers, session_answers.c.session == sessions_table.c.id)
        .where(session_answers.c.person == person, sessions_table.c.starts_at > now)
    )
    if not everything:
        query = query.where(sessions_table.c.id.not_in(invitations.of_person(person, now)))
    for session in tx.execute(query.order_by(sessions_table.c.id)).scalars().all():
        sessions.lock(tx, session)
        mine = (session_answers.c.session == session) & (session_answers.c.person == person)
        tx.execute(delete(session_answers).where(mine))
        reminders.withdraw(tx, session, person)
        filled(tx, session, now)


# ---------------------------------------------------------------- asking


def coming(tx: Connection, session: str) -> list[str]:
    """Who said that they come, the first to say so first?"""
    return who(tx, session, "yes")


def who(tx: Connection, session: str, answer: str) -> list[str]:
    """Who answered this, the first to say so first?"""
    query = select(session_answers.c.person).where(
        session_answers.c.session == session, session_answers.c.answer == answer
    )
    return list(tx.execute(query.order_by(session_answers.c.at, session_answers.c.person)).scalars())


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
