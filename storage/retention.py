"""What we promised not to keep: how long is written in the privacy notice, and here."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final, TypeAlias

from sqlalchemy import Connection, Exists, Select, Table, delete, exists, func, select

from domain.sign_ups import SEATED
from storage import erasures, paces, pictures, rooms
from storage.columns import ALPHABET
from storage.people import erase
from storage.schema import audit, chats, hours, inbox, outbox, people, person_skills, sign_ups, staff
from storage.schema.of_the_path import SET_ASIDE, STUCK

CHAT_TEXT: Final = timedelta(days=180)
UNFINISHED: Final = timedelta(days=90)
DORMANT: Final = timedelta(days=365)
ACTS: Final = timedelta(days=732)
"""Two years and a day: the database itself keeps a line of the audit log for two years (:mod:`storage.append_only`)."""
PACES: Final = timedelta(hours=1)
"""What was counted for a platform's limits, each of which is whole again after a minute."""
MOST_AT_ONCE: Final = 200
Part: TypeAlias = tuple[str | None, str | None]


FIRST_OF_PART: Final = [first + second for first in ALPHABET for second in ALPHABET]
PARTS: Final = tuple(zip([None, *FIRST_OF_PART], [*FIRST_OF_PART, None], strict=True))
"""Everybody, in parts of about a thousand where there are a million: from which id on, and before which."""
EVERYBODY: Final = (None, None)


def erase_overdue(tx: Connection, now: datetime, part: Part = EVERYBODY) -> int:
    """Erase those of a part whom we promised not to keep any longer; gives how many that were."""
    gone = overdue_people(tx, now, part)
    for person in gone:
        erase(tx, person, now)
    return len(gone)


def forget_old(tx: Connection, now: datetime) -> int:
    """Remove what else is older than we promised to keep it; gives how many rows that were."""
    return forget_old_text(tx, now) + forget_old_acts(tx, now)


def forget_old_acts(tx: Connection, now: datetime) -> int:
    """Remove old acts of staff; until then they name people by ids alone, which mean nothing once these are gone."""
    return tx.execute(delete(audit).where(audit.c.at < now - ACTS)).rowcount


def forget_old_text(tx: Connection, now: datetime) -> int:
    """Remove what was written or shown in chats long ago; what is over goes much sooner (:mod:`storage.upkeep`)."""
    old = now - CHAT_TEXT
    heard = tx.execute(delete(inbox).where(SET_ASIDE, inbox.c.received_at < old)).rowcount
    said = tx.execute(delete(outbox).where(STUCK, outbox.c.settled_at < old)).rowcount
    paces.forget_old(tx, now - PACES)
    return heard + said + pictures.forget_old(tx, old) + rooms.forget_old(tx, old) + erasures.forget_old(tx, now)


def overdue_people(tx: Connection, now: datetime, part: Part) -> list[str]:
    """Whose profile was left unfinished for 90 days, or who was not heard of for a year, the longest silent first?

    Never staff, nobody with a seat, and nobody whose hours may still have to be confirmed.
    """
    unfinished = tx.execute(silent_since(now - UNFINISHED, part).where(~has(person_skills)))
    dormant = tx.execute(silent_since(now - DORMANT, part))
    return list(dict.fromkeys([*unfinished.scalars(), *dormant.scalars()]))


def silent_since(moment: datetime, part: Part) -> Select[tuple[str]]:
    """The query of people of a part whom nothing binds to us and who have not written since then."""
    last_heard = select(func.max(chats.c.heard_at)).where(chats.c.person == people.c.id).scalar_subquery()
    silent = func.coalesce(last_heard, people.c.joined_at)
    seat = has(sign_ups).where(sign_ups.c.state.in_(SEATED))
    member = has(staff).where(staff.c.left_at.is_(None))
    query = select(people.c.id).where(people.c.joined_at < moment, silent < moment, ~seat, ~member, ~has(hours))
    first, beyond = part
    query = query if first is None else query.where(people.c.id >= first)
    query = query if beyond is None else query.where(people.c.id < beyond)
    return query.order_by(silent, people.c.id).limit(MOST_AT_ONCE)


def has(table: Table) -> Exists:
    """Whether the person has a row in this table."""
    return exists().where(table.c.person == people.c.id)
