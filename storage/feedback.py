"""Feedback that names nobody: the sheets know no person and no time, and the list of who gave one knows no sheet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from domain.workshop import Feedback, gathered, may_be_shown
from storage import sessions
from storage.columns import new_id
from storage.schema import feedback, feedback_givers
from storage.writing import was_new


def give(tx: Connection, session: str, person: str, sheet: Mapping[str, Any]) -> bool:
    """Take a person's sheet, once; false if they gave one already."""
    sessions.lock(tx, session)
    if not was_new(tx, feedback_givers, session=session, person=person):
        return False
    write_anew(tx, session, sheet)
    return True


def write_anew(tx: Connection, session: str, sheet: Mapping[str, Any]) -> None:
    """Write all sheets of a session anew with one more, in the order of their (random) ids.

    Where a row lies in the database would tell otherwise which came first, and so whose it is.
    """
    gone = delete(feedback).where(feedback.c.session == session)
    rows = [dict(row) for row in tx.execute(gone.returning(feedback)).mappings()]
    rows.append({"id": new_id(), "session": session, "answers": dict(sheet), "shown": False})
    tx.execute(insert(feedback), sorted(rows, key=lambda row: row["id"]))


def has_given(tx: Connection, session: str, person: str) -> bool:
    """Has this person given their feedback?"""
    here = exists().where(feedback_givers.c.session == session, feedback_givers.c.person == person)
    return bool(tx.execute(select(here)).scalar_one())


def count(tx: Connection, session: str) -> int:
    """How many have given feedback?"""
    return tx.execute(select(func.count()).where(feedback.c.session == session)).scalar_one()


def new(tx: Connection, session: str) -> int:
    """How many sheets has nobody seen yet?"""
    query = select(func.count()).where(feedback.c.session == session, ~feedback.c.shown)
    return tx.execute(query).scalar_one()


def show(tx: Connection, session: str) -> int:
    """Let the new sheets be seen from now on, if they are enough; gives how many those are."""
    sessions.lock(tx, session)
    fresh = new(tx, session)
    if not may_be_shown(fresh):
        return 0
    tx.execute(update(feedback).where(feedback.c.session == session).values(shown=True))
    return fresh


def seen(tx: Connection, session: str) -> Feedback:
    """What do the sheets say together that may be seen?"""
    query = select(feedback.c.answers).where(feedback.c.session == session, feedback.c.shown)
    return gathered(list(tx.execute(query.order_by(feedback.c.id)).scalars()))
