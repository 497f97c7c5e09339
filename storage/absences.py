"""Absences: whether somebody was seen at a session, and their own word that they were not there."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from storage.schema import attendances
from storage.writing import was_new


def was_seen(tx: Connection, session: str, person: str) -> bool:
    """Was this person seen at this session?"""
    query = select(attendances.c.came).where(attendances.c.session == session, attendances.c.person == person)
    return bool(tx.execute(query).scalar_one_or_none())


def note_own(tx: Connection, session: str, person: str, now: datetime) -> bool:
    """Write down that a person says they were not there; false if it is known already how it was."""
    return was_new(tx, attendances, session=session, person=person, came=False, source="self", at=now)
