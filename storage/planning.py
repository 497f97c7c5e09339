"""What staff do with sessions: locked, allowed or refused, written down, recorded; who is to hear of it is given back.

Each step gives the news of what was done, or why it cannot be.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Connection, delete

from domain.work import Session
from storage import answers, invitations, reminders, sessions, staff
from storage.columns import new_id
from storage.schema import session_answers
from storage.session_news import CANCELLED, CHANGED, LET_OFF, MOVED, PLANNED, News

NEWS: Final = ("title", "where_held", "link", "materials")
"""Columns that people hear of when they change."""


class Refusal(StrEnum):
    """Why a step cannot be taken."""

    GONE = "gone"
    CALLED_OFF = "called_off"
    BEGUN = "begun"
    PAST = "past"
    BELOW_COMING = "below_coming"


def refusal(found: Session | None, now: datetime) -> Refusal | None:
    """Whether a session can still be moved, changed or called off; else why not."""
    if found is None:
        return Refusal.GONE
    if found.state == "cancelled":
        return Refusal.CALLED_OFF
    return Refusal.BEGUN if found.starts_at <= now else None


def plan(
    tx: Connection,
    project: str,
    kind: str,
    times: Sequence[tuple[datetime, datetime]],
    where: str,
    by: str | None,
    now: datetime,
    *,
    only: Sequence[str] = (),
    **more: Any,
) -> list[News]:
    """Plan a session at each of these times, several as a series (the rest as in :func:`storage.sessions.plan`)."""
    more |= {"series": new_id()} if len(times) > 1 else {}
    made = [sessions.plan(tx, project, kind, *each, where, now=now, only=only, **more) for each in times]
    for each in made:
        staff.record(tx, by, "session_planned", each, now)
    return [News(found, PLANNED) for each in made if (found := sessions.find(tx, each))]


def move(
    tx: Connection,
    session: str,
    starts_at: datetime,
    ends_at: datetime,
    by: str | None,
    now: datetime,
    reason: str = "",
) -> News | Refusal:
    """Move a session to a time to come."""
    before = sessions.lock(tx, session)
    refused = refusal(before, now)
    if before is None or refused:
        return refused or Refusal.GONE
    if starts_at <= now:
        return Refusal.PAST
    sessions.move(tx, session, starts_at, ends_at, now=now, reason=reason)
    staff.record(tx, by, "session_moved", session, now)
    return News(again(tx, session), MOVED, was=before)


def cancel(tx: Connection, session: str, by: str | None, now: datetime, reason: str = "") -> News | Refusal:
    """Call a session off that has not begun."""
    refused = refusal(sessions.lock(tx, session), now)
    if refused:
        return refused
    sessions.cancel(tx, session, now=now, reason=reason)
    staff.record(tx, by, "session_cancelled", session, now)
    return News(again(tx, session), CANCELLED)


def change(tx: Connection, session: str, by: str | None, now: datetime, **facts: Any) -> list[News] | Refusal:
    """Write these columns of a session anew; places that become free go to those who wait."""
    before = sessions.lock(tx, session)
    refused = refusal(before, now) or too_few(tx, session, facts.get("capacity"))
    if before is None or refused:
        return refused or Refusal.GONE
    sessions.change(tx, session, now, **facts)
    staff.record(tx, by, "session_changed", f"{session}:{','.join(sorted(facts))}"[:80], now)
    answers.filled(tx, session, now)
    news = tuple(name for name in NEWS if name in facts)
    return [News(again(tx, session), CHANGED, facts=news)] if news else []


def too_few(tx: Connection, session: str, capacity: int | None) -> Refusal | None:
    """Whether so many places are fewer than people who come."""
    few = capacity is not None and capacity < len(answers.coming(tx, session))
    return Refusal.BELOW_COMING if few else None


def invite(
    tx: Connection, session: str, invited: str, only: Sequence[str], by: str | None, now: datetime
) -> list[News] | Refusal:
    """Invite others: who is new hears of the session, who is let off and might have come hears that."""
    before = sessions.lock(tx, session)
    refused = refusal(before, now)
    if before is None or refused:
        return refused or Refusal.GONE
    there = set(invitations.invited(tx, before))
    sessions.invite_roles(tx, session, only)
    sessions.change(tx, session, now, invited=invited)
    staff.record(tx, by, "session_changed", f"{session}:invited", now)
    after = again(tx, session)
    wanted = set(invitations.invited(tx, after))
    let_off = let_go(tx, session, there - wanted)
    answers.filled(tx, session, now)
    new = News(after, PLANNED, people=tuple(sorted(wanted - there)))
    return [new, News(after, LET_OFF, people=tuple(let_off))]


def let_go(tx: Connection, session: str, people: set[str]) -> list[str]:
    """Take back what these people answered and are reminded of; gives those who had not said no."""
    unable = set(answers.who(tx, session, "no"))
    for person in people:
        reminders.withdraw(tx, session, person)
    said = session_answers.c.session == session
    tx.execute(delete(session_answers).where(said, session_answers.c.person.in_(sorted(people))))
    return sorted(people - unable)


def again(tx: Connection, session: str) -> Session:
    """The session as it is now."""
    found = sessions.find(tx, session)
    if found is None:
        raise LookupError("sessions are never removed")
    return found
