"""Ideas and the dots on them; whoever writes holds the session's lock, so that nobody ever has a dot too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Select, delete, func, insert, select, update

from domain.work import Session
from domain.workshop import ASKED_AHEAD, ASKED_BEFORE, BEFORE, DOTS, MOST_IDEAS, OPEN, VOTING, Tally
from storage import sessions
from storage.columns import new_id
from storage.schema import idea_votes, ideas
from storage.writing import insert_into

CLOSED: Final = "closed"
"""Why nothing is written: the board is not open for it (any more)."""
TOO_MANY: Final = "too_many"
GONE: Final = "gone"


@dataclass(frozen=True, slots=True)
class Idea:
    """An idea as it stands on the board; whose it is does not matter there."""

    id: str
    question: str
    words: str


# ---------------------------------------------------------------- ideas


def takes(session: Session | None, question: str, now: datetime) -> bool:
    """Whether answers to this question can be written down now."""
    if session is None or session.state != "planned":
        return False
    if question != BEFORE:
        return session.board == OPEN
    near = now < session.starts_at <= now + ASKED_AHEAD
    return near and session.board in {None, OPEN} and session.kind in ASKED_BEFORE


def add(tx: Connection, session: str, person: str, question: str, words: Sequence[str], now: datetime) -> int | str:
    """Write ideas down, none of this person's twice; gives how many are new, or ``closed`` or ``too_many``."""
    if not takes(sessions.lock(tx, session), question, now):
        return CLOSED
    before = [each.words for each in brought_by(tx, session, person)]
    new = [each for each in dict.fromkeys(words) if each not in before]
    if len(before) + len(new) > MOST_IDEAS:
        return TOO_MANY
    facts = {"session": session, "person": person, "question": question}
    in_order = [now + timedelta(microseconds=place) for place in range(len(new))]
    if new:
        rows = zip(new, in_order, strict=True)
        tx.execute(insert(ideas), [{"id": new_id(), "words": each, "at": at, **facts} for each, at in rows])
    return len(new)


def brought_by(tx: Connection, session: str, person: str) -> list[Idea]:
    """What has this person brought to this session, hidden or not, the oldest first?"""
    query = select(ideas.c.id, ideas.c.question, ideas.c.words)
    query = query.where(ideas.c.session == session, ideas.c.person == person)
    return found(tx, query.order_by(ideas.c.at, ideas.c.id))


def on_board(tx: Connection, session: str) -> list[Idea]:
    """Which ideas can be voted on, the oldest first?"""
    return found(tx, shown(session).where(ideas.c.question != BEFORE))


def asked(tx: Connection, session: str) -> list[Idea]:
    """What do people want this session to answer, the oldest first?"""
    return found(tx, shown(session).where(ideas.c.question == BEFORE))


def shown(session: str) -> Select[str, str, str]:
    """The query of what stands on a session's board and is not hidden."""
    query = select(ideas.c.id, ideas.c.question, ideas.c.words)
    return query.where(ideas.c.session == session, ~ideas.c.hidden).order_by(ideas.c.at, ideas.c.id)


def found(tx: Connection, query: Select[str, str, str]) -> list[Idea]:
    """The ideas of a query."""
    return [Idea(*row) for row in tx.execute(query)]


def hide(tx: Connection, session: str, idea: str) -> bool:
    """Take an idea off the board; its dots go back to those who gave them. False if it is not there (any more)."""
    sessions.lock(tx, session)
    here = update(ideas).where(ideas.c.id == idea, ideas.c.session == session, ~ideas.c.hidden)
    if tx.execute(here.values(hidden=True)).rowcount == 0:
        return False
    tx.execute(delete(idea_votes).where(idea_votes.c.idea == idea))
    return True


# ---------------------------------------------------------------- dots


def put(tx: Connection, session: str, person: str, chosen: Iterable[str]) -> str | None:
    """Put a dot on each of these ideas, an idea named twice gets two; else ``closed``, ``gone`` or ``too_many``."""
    there = sessions.lock(tx, session)
    if there is None or there.state != "planned" or there.board != VOTING:
        return CLOSED
    new, before = Counter(chosen), dots_of(tx, session, person)
    if set(new) - {each.id for each in on_board(tx, session)}:
        return GONE
    if new.total() + sum(before.values()) > DOTS:
        return TOO_MANY
    for idea, dots in new.items():
        write(tx, idea, person, before.get(idea, 0) + dots)
    return None


def write(tx: Connection, idea: str, person: str, dots: int) -> None:
    """Write down how many dots of a person stand on an idea."""
    statement = insert_into(tx, idea_votes).values(idea=idea, person=person, dots=dots)
    tx.execute(statement.on_conflict_do_update(index_elements=["idea", "person"], set_={"dots": dots}))


def take_back(tx: Connection, session: str, person: str) -> bool:
    """Take a person's dots back, all of them; false if voting is over."""
    there = sessions.lock(tx, session)
    if there is None or there.board != VOTING:
        return False
    here = select(ideas.c.id).where(ideas.c.session == session)
    tx.execute(delete(idea_votes).where(idea_votes.c.person == person, idea_votes.c.idea.in_(here)))
    return True


def dots_of(tx: Connection, session: str, person: str) -> Mapping[str, int]:
    """On which ideas do this person's dots stand, and how many on each?"""
    query = select(idea_votes.c.idea, idea_votes.c.dots).join(ideas, ideas.c.id == idea_votes.c.idea)
    query = query.where(ideas.c.session == session, idea_votes.c.person == person)
    return {row.idea: row.dots for row in tx.execute(query.order_by(ideas.c.at, ideas.c.id))}


def tallies(tx: Connection, session: str) -> list[Tally]:
    """What has each idea on the board got?"""
    dots, voters = func.coalesce(func.sum(idea_votes.c.dots), 0), func.count(idea_votes.c.person)
    query = select(ideas.c.id, ideas.c.words, dots, voters).outerjoin(idea_votes, idea_votes.c.idea == ideas.c.id)
    query = query.where(ideas.c.session == session, ~ideas.c.hidden, ideas.c.question != BEFORE)
    rows = tx.execute(query.group_by(ideas.c.id, ideas.c.words).order_by(ideas.c.id))
    return [Tally(row[0], row[1], int(row[2]), row[3]) for row in rows]
