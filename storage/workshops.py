"""Boards: what a session thinks of together; whose they are, where they stand, and who hears of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, or_, select

from domain.work import Session
from domain.workshop import BEFORE, FEEDBACK_LASTS, may_move
from storage import answers, feedback, invitations, sessions
from storage.schema import attendances, chats, idea_votes, ideas, projects
from storage.schema import sessions as table
from storage.sessions import SESSION, session_and_title

MOST_LISTED: Final = 9


# ---------------------------------------------------------------- whose they are


def of_person(tx: Connection, person: str, since: datetime) -> list[tuple[Session, str]]:
    """Which sessions that begin after a moment is this person invited to, or was seen at, with the project's title?"""
    seen = select(attendances.c.session).where(attendances.c.person == person, attendances.c.came)
    theirs = or_(table.c.id.in_(invitations.of_person(person, since)), table.c.id.in_(seen))
    return listed(tx, theirs, since)


def takes_part(tx: Connection, session: Session, person: str) -> bool:
    """Is this person invited to the session, or were they seen there?"""
    return invitations.is_invited(tx, session, person) or person in those_seen(tx, session.id)


def near(tx: Connection, now: datetime, behind: timedelta = FEEDBACK_LASTS) -> list[tuple[Session, str]]:
    """Which workshops, and other sessions with a board, are lately over or come next, the earliest first?"""
    worth = or_(table.c.kind == "workshop", table.c.board.is_not(None))
    return listed(tx, worth, now - behind)[:MOST_LISTED]


def listed(tx: Connection, condition: ColumnElement[bool], since: datetime) -> list[tuple[Session, str]]:
    """Which planned sessions that begin after a moment fulfil a condition, with the project's title, in their order?"""
    query = select(*SESSION, projects.c.title).join(projects, projects.c.id == table.c.project)
    query = query.where(table.c.state == "planned", table.c.starts_at > since, condition)
    return [session_and_title(row) for row in tx.execute(query.order_by(table.c.starts_at, table.c.id))]


# ---------------------------------------------------------------- where they stand


@dataclass(frozen=True, slots=True)
class Board:
    """A board in numbers."""

    questions: int
    """What people want the session to answer."""
    ideas: int
    thinkers: int
    """How many people brought ideas."""
    voters: int
    feedback: int


def count(tx: Connection, session: str) -> Board:
    """How much stands on the board, and how many people it comes from?"""
    shown = select(func.count(), func.count(ideas.c.person.distinct())).where(
        ideas.c.session == session, ~ideas.c.hidden
    )
    questions = tx.execute(shown.where(ideas.c.question == BEFORE)).one()
    brought = tx.execute(shown.where(ideas.c.question != BEFORE)).one()
    voted = select(func.count(idea_votes.c.person.distinct())).join(ideas, ideas.c.id == idea_votes.c.idea)
    voters = tx.execute(voted.where(ideas.c.session == session)).scalar_one()
    return Board(questions[0], brought[0], brought[1], voters, feedback.count(tx, session))


def move(tx: Connection, session: str, after: str) -> bool:
    """Take the board on, or a step back; false if it is not where that leads from."""
    found = sessions.lock(tx, session)
    if found is None or found.state != "planned" or not may_move(found.board, after):
        return False
    sessions.note(tx, session, board=after)
    return True


# ---------------------------------------------------------------- who hears of them


def hearers(tx: Connection, session: Session) -> list[str]:
    """Who would be told of the board: those seen there; while nobody was, who is invited and did not say no?"""
    cannot = set(answers.who(tx, session.id, "no"))
    return those_seen(tx, session.id) or [each for each in invitations.invited(tx, session) if each not in cannot]


def those_seen(tx: Connection, session: str) -> list[str]:
    """Who was seen at this session?"""
    query = select(attendances.c.person).where(attendances.c.session == session, attendances.c.came)
    return list(tx.execute(query.order_by(attendances.c.person)).scalars())


def channels_of(tx: Connection, people: Iterable[str]) -> dict[str, str]:
    """In which channel is each of these people told, a free one first?"""
    query = select(chats.c.person, chats.c.name).where(chats.c.person.in_(list(people)), chats.c.reachable)
    rows = tx.execute(query.order_by(chats.c.name))  # "line" sorts before "telegram": the free one wins
    return {row.person: row.name.partition(":")[0] for row in rows}
