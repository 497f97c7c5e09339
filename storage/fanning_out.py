"""Fans a broadcast out: begins it, writes the letters of those who are next, and ends it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, exists, func, select, update

from domain.broadcasts import FREE_WAYS, Broadcast, Way, messages, rests_until
from domain.events import BROADCAST_CHANGED
from storage import audiences, broadcasts, notices, outbox, quotas, staff
from storage.outbox import BULK, MANY, Draft
from storage.schema import announcements, broadcast_people, people
from storage.schema import broadcasts as table
from storage.schema import chats as chat_table
from storage.schema import outbox as letters
from storage.writing import insert_into

SHARED_LANES: Final = ("line-th", "line-en")
"""On LINE all who read the same language share letters."""
OWN_LANE: Final = "telegram"
"""On Telegram everybody has their own."""
TOGETHER: Final = 500
"""So many people share a letter on LINE."""
PAID: Final = "line"
mine = broadcast_people.c


# ---------------------------------------------------------------- begin and end


def begin_due(tx: Connection, now: datetime, month_began: datetime) -> bool:
    """Take a step towards beginning what was planned for now; says whether there was one to take.

    First everybody who hears it is written down, in small steps; then the month is looked at, and it runs.
    """
    due = select(*broadcasts.FACTS).where(table.c.state == "planned", table.c.starts_at <= now)
    row = tx.execute(due.order_by(table.c.starts_at).limit(1).with_for_update(skip_locked=True)).one_or_none()
    if row is None:
        return False
    found = broadcasts.broadcast_of(row)
    if not audiences.gather(tx, found.id, found.audience, found.role, found.starts_at or now):
        begin(tx, found, now, month_began)
    return True


def begin(tx: Connection, broadcast: Broadcast, now: datetime, month_began: datetime) -> None:
    """Let a broadcast run whose people are written down: now, from the tray, or (the month is too small) not yet."""
    spendable = quotas.month(tx, PAID, month_began, without=broadcast.id).spendable
    tx.execute(update(table).where(table.c.id == broadcast.id).values(state="running", begun_at=now))
    if broadcast.way in FREE_WAYS:
        broadcasts.set_aside(tx, broadcast.id, "tray", beyond=0)
        broadcasts.put_in_tray(tx, broadcast.id)
    elif spendable is not None:
        state = "left_out" if broadcast.way == Way.BEST else "held"
        if broadcasts.set_aside(tx, broadcast.id, state, beyond=spendable) and state == "held":
            tell_staff(tx, broadcast.id, "held", now)


def running(tx: Connection) -> list[Broadcast]:
    """Which broadcasts run and are in nobody else's hands, the first begun first? They are ours until the end."""
    query = select(*broadcasts.FACTS).where(table.c.state == "running").order_by(table.c.begun_at, table.c.id)
    return [broadcasts.broadcast_of(row) for row in tx.execute(query.with_for_update(skip_locked=True))]


def finish(tx: Connection, broadcast: Broadcast, now: datetime) -> bool:
    """End a broadcast that nobody is left to hear, and tell who wrote it; false if somebody is."""
    here = mine.broadcast == broadcast.id
    on_its_way = exists().where(letters.c.number == mine.letter, letters.c.state == "waiting")
    for left in (here & (mine.state == "queued"), here & (mine.state == "written") & on_its_way):
        if tx.execute(select(mine.person).where(left).limit(1)).first():
            return False
    lost = update(broadcast_people).where(here, mine.state == "written")
    tx.execute(lost.values(state="unreachable", why="the chat was forgotten", settled_at=now))
    tx.execute(update(table).where(table.c.id == broadcast.id).values(state="done", done_at=now))
    if broadcast.written_by and staff.is_staff(tx, broadcast.written_by):
        tell(tx, broadcast.written_by, broadcast.id, "done", now)
    return True


def tell_staff(tx: Connection, broadcast: str, what: str, now: datetime) -> None:
    """Let every member of staff hear that a broadcast does not go on as it was meant to."""
    for chat in staff.chats_of_staff(tx):
        tell(tx, chat.person or "", broadcast, what, now)


def tell(tx: Connection, person: str, broadcast: str, what: str, now: datetime) -> None:
    """Let somebody hear of it, once an hour at most."""
    key = f"{broadcast}:{what}:{now:%Y%m%d%H}"
    notices.tell(tx, person, BROADCAST_CHANGED, key, now, broadcast=broadcast, what=what)


# ---------------------------------------------------------------- letters


@dataclass(frozen=True, slots=True)
class Next:
    """Somebody whose turn it is."""

    person: str
    chat: str
    language: str
    quiet_from: str | None
    quiet_until: str | None
    reachable: bool
    hears: bool


def letters_waiting(tx: Connection, broadcast: str, channel: str) -> int:
    """How many letters of this broadcast wait in a channel?"""
    query = select(func.count()).where(letters.c.broadcast == broadcast, letters.c.state == "waiting")
    return tx.execute(query.where(letters.c.chat.startswith(f"{channel}:"))).scalar_one()


def next_in(tx: Connection, broadcast: str, lane: str, now: datetime, limit: int) -> list[Next]:
    """Who of a lane is next, first by when they want to be told?"""
    columns = (mine.person, mine.chat, mine.language, people.c.quiet_from, people.c.quiet_until)
    reachable = func.coalesce(chat_table.c.reachable, False)
    query = (
        select(*columns, reachable, people.c.hears_of_roles)
        .join(people, people.c.id == mine.person)
        .outerjoin(chat_table, chat_table.c.name == mine.chat)
        .where(mine.broadcast == broadcast, mine.state == "queued", mine.lane == lane, mine.due_at <= now)
        .order_by(mine.due_at, mine.place)
    )
    return [Next(*row) for row in tx.execute(query.limit(limit))]


def write_many(tx: Connection, broadcast: Broadcast, lane: str, now: datetime, here: datetime) -> int:
    """Write the next letter of a lane in which up to 500 share one; gives how many people were dealt with."""
    found = next_in(tx, broadcast.id, lane, now, TOGETHER)
    ready = those_ready(tx, broadcast.id, found, now, here)
    if ready:
        said = messages(broadcast, ready[0].language)
        chat = f"{PAID}:{MANY}:{uuid.uuid4()}"
        draft = Draft(chat, said, BULK, broadcast=broadcast.id, people=len(ready))
        number = outbox.post(tx, [draft], now)[0]
        these = (mine.broadcast == broadcast.id) & mine.person.in_([each.person for each in ready])
        tx.execute(update(broadcast_people).where(these).values(state="written", letter=number))
        note_told(tx, broadcast, ready, now)
    return len(found)


def write_each(tx: Connection, broadcast: Broadcast, room: int, now: datetime, here: datetime) -> int:
    """Write the next letters where everybody has their own, so many at most."""
    found = next_in(tx, broadcast.id, OWN_LANE, now, room)
    ready = those_ready(tx, broadcast.id, found, now, here)
    drafts = [Draft(each.chat, messages(broadcast, each.language), BULK, broadcast=broadcast.id) for each in ready]
    numbers = outbox.post(tx, drafts, now)
    if numbers:
        rows = [{"p": each.person, "n": number} for each, number in zip(ready, numbers, strict=True)]
        tx.execute(WRITTEN, [row | {"b": broadcast.id} for row in rows])
        note_told(tx, broadcast, ready, now)
    return len(found)


def note_told(tx: Connection, broadcast: Broadcast, ready: Sequence[Next], now: datetime) -> None:
    """Who hears of a role by a broadcast was told of it: nobody tells them again."""
    if broadcast.role:
        rows = [{"role": broadcast.role, "person": each.person, "at": now} for each in ready]
        tx.execute(insert_into(tx, announcements).on_conflict_do_nothing(), rows)
        told = people.c.id.in_([each.person for each in ready])
        tx.execute(update(people).where(told).values(told_at=now))


WRITTEN = (
    update(broadcast_people)
    .where(mine.broadcast == bindparam("b"), mine.person == bindparam("p"))
    .values(state="written", letter=bindparam("n"))
)


def those_ready(tx: Connection, broadcast: str, found: Sequence[Next], now: datetime, here: datetime) -> list[Next]:
    """Who of these can be told now; who rests waits until then, who left or wants no news is passed by."""
    gone = [each.person for each in found if not each.reachable]
    unwilling = [each.person for each in found if each.reachable and not each.hears]
    settle_these(tx, broadcast, gone, "unreachable", now)
    settle_these(tx, broadcast, unwilling, "left_out", now)
    willing = [each for each in found if each.reachable and each.hears]
    resting = {each.person: rests_until(each.quiet_from, each.quiet_until, here) for each in willing}
    let_rest(tx, broadcast, {person: until for person, until in resting.items() if until})
    return [each for each in willing if not resting[each.person]]


def settle_these(tx: Connection, broadcast: str, persons: Sequence[str], state: str, now: datetime) -> None:
    """Note what became of people who got no letter."""
    if persons:
        these = (mine.broadcast == broadcast) & mine.person.in_(persons)
        tx.execute(update(broadcast_people).where(these).values(state=state, settled_at=now))


def let_rest(tx: Connection, broadcast: str, resting: dict[str, datetime]) -> None:
    """Let people wait until their quiet hours end."""
    for until in set(resting.values()):
        these = (mine.broadcast == broadcast) & mine.person.in_([who for who, when in resting.items() if when == until])
        tx.execute(update(broadcast_people).where(these).values(due_at=until))
