"""Broadcasts: what staff say to many, where it stands, what came of it, and who has it waiting in the tray."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, distinct, func, insert, select, update

from domain.broadcasts import (
    Audience,
    Broadcast,
    Contents,
    Funnel,
    audience_json,
    audience_of,
    contents_json,
    contents_of,
)
from domain.sign_ups import HOLDING
from storage import outbox
from storage.columns import new_id
from storage.schema import broadcast_people, broadcasts, chats, sign_ups

FACTS = (
    broadcasts.c.id,
    broadcasts.c.state,
    broadcasts.c.audience,
    broadcasts.c.contents,
    broadcasts.c.role,
    broadcasts.c.way,
    broadcasts.c.written_by,
    broadcasts.c.written_at,
    broadcasts.c.starts_at,
    broadcasts.c.begun_at,
    broadcasts.c.done_at,
)
people = broadcast_people.c


def broadcast_of(row: Sequence[Any]) -> Broadcast:
    """The broadcast in a row whose columns are :data:`FACTS`."""
    key, state, audience, contents, *rest = row
    return Broadcast(key, state, audience_of(audience), contents_of(contents), *rest)


def draft(
    tx: Connection, audience: Audience, contents: Contents, role: str | None, by: str, now: datetime, at: str = ""
) -> str:
    """Write a broadcast that nobody hears yet, or write it anew (``at`` is its id); gives its id."""
    values = {"audience": audience_json(audience), "contents": contents_json(contents), "role": role}
    if at and tx.execute(update(broadcasts).where(is_in(at, "draft")).values(**values)).rowcount:
        return at
    found = new_id()
    standing = {"id": found, "state": "draft", "way": "all", "written_by": by, "written_at": now}
    tx.execute(insert(broadcasts).values(**standing, **values))
    return found


def plan(tx: Connection, broadcast: str, way: str, starts_at: datetime, paid: int) -> bool:
    """Let a draft begin by itself at this moment; ``paid`` people are counted against the month until it does."""
    found = find(tx, broadcast)
    if found is None:
        return False
    audience = audience_json(found.audience) | {"planned": {"line": paid}}
    values = {"state": "planned", "way": way, "starts_at": starts_at, "audience": audience}
    return tx.execute(update(broadcasts).where(is_in(broadcast, "draft")).values(**values)).rowcount == 1


def is_in(broadcast: str, *states: str) -> Any:
    """The condition that a broadcast is in one of these states."""
    return (broadcasts.c.id == broadcast) & broadcasts.c.state.in_(states)


def find(tx: Connection, broadcast: str) -> Broadcast | None:
    """Which broadcast is this?"""
    row = tx.execute(select(*FACTS).where(broadcasts.c.id == broadcast)).one_or_none()
    return broadcast_of(row) if row else None


def latest(tx: Connection, limit: int) -> list[Broadcast]:
    """Which broadcasts were written last, the newest first; no drafts?"""
    query = select(*FACTS).where(broadcasts.c.state != "draft").order_by(broadcasts.c.written_at.desc())
    return [broadcast_of(row) for row in tx.execute(query.limit(limit))]


# ---------------------------------------------------------------- what staff do to it


def undo(tx: Connection, broadcast: str, now: datetime) -> bool:
    """Take a planned broadcast back; false if it has begun (or was never planned)."""
    waits = is_in(broadcast, "planned")
    return tx.execute(update(broadcasts).where(waits).values(state="undone", done_at=now)).rowcount == 1


def pause(tx: Connection, broadcast: str) -> bool:
    """Stop for now: what nobody has begun to send is taken back; false if it is not running."""
    if not tx.execute(update(broadcasts).where(is_in(broadcast, "running")).values(state="paused")).rowcount:
        return False
    take_back(tx, broadcast)
    return True


def take_back(tx: Connection, broadcast: str) -> None:
    """Let those wait again whose letter nobody has begun to send."""
    numbers = outbox.withdraw(tx, broadcast)
    if numbers:
        tx.execute(update(broadcast_people).where(people.letter.in_(numbers)).values(state="queued", letter=None))


def resume(tx: Connection, broadcast: str) -> bool:
    """Go on; false if it was not paused."""
    return tx.execute(update(broadcasts).where(is_in(broadcast, "paused")).values(state="running")).rowcount == 1


def stop(tx: Connection, broadcast: str, now: datetime) -> bool:
    """End it: who has not heard it never will; false if nobody is left who could."""
    if find(tx, broadcast) is None or not lock(tx, broadcast):
        return False
    take_back(tx, broadcast)
    from_tray = leave_out(tx, broadcast, now, "tray")
    tx.execute(update(chats).where(chats.c.name.in_(from_tray), chats.c.tray > 0).values(tray=chats.c.tray - 1))
    waiting = leave_out(tx, broadcast, now, "queued", "held")
    tx.execute(update(broadcasts).where(is_in(broadcast, "running", "paused")).values(state="done", done_at=now))
    return bool(from_tray or waiting)


def lock(tx: Connection, broadcast: str) -> bool:
    """Keep everybody else's hands off a broadcast that was begun; false if it was not."""
    begun = select(broadcasts.c.id).where(is_in(broadcast, "running", "paused", "done"))
    return tx.execute(begun.with_for_update()).first() is not None


def leave_out(tx: Connection, broadcast: str, now: datetime, *states: str) -> list[str]:
    """Those in these states will not hear it; gives their chats."""
    waiting = (people.broadcast == broadcast) & people.state.in_(states)
    out = update(broadcast_people).where(waiting).values(state="left_out", settled_at=now)
    return list(tx.execute(out.returning(people.chat)).scalars())


def send_held(tx: Connection, broadcast: str, most: int | None, now: datetime) -> int:
    """Queue those whom the month did not allow, ``most`` at most; gives how many; the broadcast runs again."""
    held = (people.broadcast == broadcast) & (people.state == "held")
    places = tx.execute(select(people.place).where(held).order_by(people.place).limit(most)).scalars().all()
    if places:
        queued = {"state": "queued", "letter": None, "why": None, "settled_at": None, "due_at": now}
        tx.execute(update(broadcast_people).where(held, people.place <= places[-1]).values(**queued))
        again = {"state": "running", "done_at": None}
        tx.execute(update(broadcasts).where(is_in(broadcast, "done", "paused", "running")).values(**again))
    return len(places)


# ---------------------------------------------------------------- what came of it


def funnel(tx: Connection, broadcast: Broadcast, now: datetime) -> Funnel:
    """What came of it so far?"""
    mine = people.broadcast == broadcast.id
    states = tx.execute(select(people.state, func.count()).where(mine).group_by(people.state))
    tapped = tx.execute(select(func.count()).where(mine, people.tapped_at.is_not(None))).scalar_one()
    resting = select(func.min(people.due_at)).where(mine, people.state == "queued", people.due_at > now)
    return Funnel(
        {row[0]: row[1] for row in states},
        tapped,
        signed_up(tx, broadcast),
        why_failed(tx, broadcast.id),
        tx.execute(resting).scalar_one_or_none(),
    )


def signed_up(tx: Connection, broadcast: Broadcast) -> int:
    """How many of those who heard it have asked for its role since?"""
    if broadcast.role is None or broadcast.begun_at is None:
        return 0
    query = select(func.count(distinct(sign_ups.c.person))).join(broadcast_people, people.person == sign_ups.c.person)
    query = query.where(people.broadcast == broadcast.id, sign_ups.c.role == broadcast.role)
    query = query.where(sign_ups.c.state.in_(HOLDING), sign_ups.c.asked_at >= broadcast.begun_at)
    return tx.execute(query).scalar_one()


MOST_REASONS = 3


def why_failed(tx: Connection, broadcast: str) -> tuple[tuple[str, int], ...]:
    """Why did it not reach those whom it failed to reach, the commonest reasons first?"""
    failed = (people.broadcast == broadcast) & (people.state == "failed")
    count = func.count().label("count")
    query = select(people.why, count).where(failed).group_by(people.why).order_by(count.desc(), people.why)
    return tuple((row[0] or "", row[1]) for row in tx.execute(query.limit(MOST_REASONS)))


def note_tap(tx: Connection, broadcast: str, person: str, now: datetime) -> None:
    """Note that somebody tapped on its button for the first time."""
    first = (people.broadcast == broadcast) & (people.person == person) & people.tapped_at.is_(None)
    tx.execute(update(broadcast_people).where(first).values(tapped_at=now))


def last_heard(tx: Connection, person: str) -> str | None:
    """Which broadcast did this person hear last?"""
    query = select(people.broadcast).where(people.person == person, people.state == "sent")
    return tx.execute(query.order_by(people.settled_at.desc()).limit(1)).scalar_one_or_none()


# ---------------------------------------------------------------- the tray


def in_tray(tx: Connection, person: str) -> list[Broadcast]:
    """Which broadcasts wait until this person can read them for free, the oldest first?"""
    query = select(*FACTS).join(broadcast_people, people.broadcast == broadcasts.c.id)
    query = query.where(people.person == person, people.state == "tray")
    return [broadcast_of(row) for row in tx.execute(query.order_by(broadcasts.c.begun_at, broadcasts.c.id))]


def read_from_tray(tx: Connection, broadcast: str, person: str, now: datetime) -> bool:
    """Note that somebody reads it now; false if it does not wait for them (any more)."""
    waits = (people.broadcast == broadcast) & (people.person == person) & (people.state == "tray")
    read = update(broadcast_people).where(waits).values(state="sent", why="tray", settled_at=now)
    chat = tx.execute(read.returning(people.chat)).scalar_one_or_none()
    if chat is not None:
        tx.execute(update(chats).where(chats.c.name == chat, chats.c.tray > 0).values(tray=chats.c.tray - 1))
    return chat is not None


def put_in_tray(tx: Connection, broadcast: str) -> None:
    """Let everybody's chat know that something waits in the tray."""
    waiting = select(people.chat).where(people.broadcast == broadcast, people.state == "tray")
    tx.execute(update(chats).where(chats.c.name.in_(waiting)).values(tray=chats.c.tray + 1))
