"""What we promised not to keep is gone in time, and nothing else."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine, insert, select, update

from domain.duties import COORDINATOR
from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from storage import hours, inbox, outbox, people, staff
from storage.hours import Work
from storage.outbox import Draft
from storage.retention import PARTS, erase_overdue, forget_old
from storage.schema import chats
from storage.schema import inbox as inbox_table
from storage.schema import outbox as outbox_table
from storage.schema import people as people_table


def somebody(tx: Connection, joined_at: datetime, heard_at: datetime) -> str:
    """A person with a chat, last heard of then."""
    person = people.join(tx, joined_at)
    row = {"name": f"line:{person}", "person": person, "language": "th", "language_chosen": True, "reachable": True}
    tx.execute(insert(chats).values(**row, talk={}, heard_at=heard_at))
    return person


def test_an_unfinished_profile_goes_after_90_days(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        old = somebody(tx, now - timedelta(days=91), now - timedelta(days=91))
        young = somebody(tx, now - timedelta(days=91), now - timedelta(days=89))
        finished = somebody(tx, now - timedelta(days=91), now - timedelta(days=91))
        people.set_skills(tx, finished, {"design.graphic": "able"})
        assert erase_overdue(tx, now) == 1
        assert people.find(tx, old) is None
        assert people.find(tx, young) is not None
        assert people.find(tx, finished) is not None


def test_a_silent_year_ends_a_profile_unless_something_binds_it(engine: Engine, now: datetime) -> None:
    long_ago = now - timedelta(days=366)
    with engine.begin() as tx:
        silent, worked, colleague = (somebody(tx, long_ago, long_ago) for _ in range(3))
        for person in (silent, worked, colleague):
            people.set_skills(tx, person, {"design.graphic": "able"})
        hours.log(tx, worked, Work(None, date(2025, 11, 1), 60), long_ago)
        staff.join(tx, colleague, long_ago, COORDINATOR)
        assert erase_overdue(tx, now) == 1
        assert people.find(tx, silent) is None
        assert people.find(tx, worked) is not None
        assert people.find(tx, colleague) is not None
        staff.leave(tx, colleague, now)
        assert erase_overdue(tx, now) == 1


def test_everybody_is_in_one_part(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for name in ("2", "22abc", "9zz", "23", "azz", "b2", "zz", "zzz", "000000000001", "kk"):
            facts = {"id": name, "joined_at": now - timedelta(days=91), "causes": [], "slots": [], "answered": []}
            tx.execute(insert(people_table).values(**facts))
        gone = [erase_overdue(tx, now, part) for part in PARTS]
        assert (sum(gone), max(gone)) == (10, 2)
        assert tx.execute(select(people_table.c.id)).all() == []


def test_what_waits_for_a_human_goes_after_180_days(engine: Engine, now: datetime) -> None:
    with engine.begin() as tx:
        for key, age in (("old", 181), ("young", 179), ("waiting", 181)):
            then = now - timedelta(days=age)
            inbox.keep(tx, [Arrival(key, "line:Umali", MESSAGE_RECEIVED, then, facts={"text": "สวัสดี"})], then)
            outbox.write(tx, [Draft(f"line:{key}", (Message("สวัสดี"),))], then)
            if key != "waiting":
                letter = select(outbox_table.c.number).where(outbox_table.c.chat == f"line:{key}")
                outbox.settle(tx, [tx.execute(letter).scalar_one()], then, state="held")
        tx.execute(update(inbox_table).where(inbox_table.c.key != "line:waiting").values(state="set_aside"))
        assert forget_old(tx, now) == 2
        assert set(tx.execute(select(inbox_table.c.key)).scalars()) == {"line:young", "line:waiting"}
        assert set(tx.execute(select(outbox_table.c.chat)).scalars()) == {"line:young", "line:waiting"}
