"""A national network, made in bulk: a million people, and days of their messages, in a minute."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import CTE, BigInteger, ColumnElement, Connection, Select, String, Table, cast, insert, literal, select

from storage.schema import chats, inbox, outbox, people, person_skills

ANSWERED: Final = {"text": "สนใจช่วยงานออกแบบช่วงเสาร์อาทิตย์ ทำได้ประมาณสัปดาห์ละสามชั่วโมง"}
SPREAD: Final = 7919
"""A prime: who writes next has nothing to do with who wrote last."""


def numbers(first: int, count: int) -> CTE:
    """The numbers from ``first`` on, as a table."""
    begin = select(literal(first, BigInteger).label("n")).cte("numbers", recursive=True)
    return begin.union_all(select(begin.c.n + 1).where(begin.c.n < first + count - 1))


def called(prefix: str, number: ColumnElement[int]) -> ColumnElement[str]:
    """A name with a number in it."""
    return literal(prefix, String) + cast(number, String)


def put(tx: Connection, table: Table, source: CTE, values: dict[str, Any]) -> None:
    """Insert a row for each number."""
    columns = {name: given(table, name, value) for name, value in values.items()}
    query: Select[Any] = select(*columns.values()).select_from(source)
    tx.execute(insert(table).from_select(list(columns), query, include_defaults=False))


def given(table: Table, name: str, value: Any) -> ColumnElement[Any]:
    """A value as an expression of its column's type."""
    return value if isinstance(value, ColumnElement) else literal(value, table.c[name].type)


def add_people(tx: Connection, count: int, now: datetime) -> None:
    """So many people, each with a chat on LINE and two skills."""
    source = numbers(1, count)
    person = called("p", source.c.n)
    facts = {"id": person, "joined_at": now - timedelta(days=200), "name": "มะลิ", "adult": True, "hears_of_roles": True}
    lists: dict[str, Any] = {each: [] for each in ("causes", "learns", "conflicts", "away", "answered")}
    put(tx, people, source, facts | lists | {"slots": ["sat:morning"], "slot_bits": 1 << 15, "news": "at_once"})
    talk = {"name": called("line:U", source.c.n), "person": person, "language": "th", "talk": {}, "menu": None}
    put(tx, chats, source, talk | {"language_chosen": True, "reachable": True, "heard_at": now - timedelta(days=9)})
    for skill in ("design.graphic", "teaching.tutoring"):
        put(tx, person_skills, source, {"person": person, "skill": skill, "level": "able"})


def add_messages(tx: Connection, first: int, count: int, crowd: int, then: datetime, *, paid_every: int = 50) -> None:
    """So many messages that were answered at that moment: an event and a letter of each; one in fifty was paid for."""
    source = numbers(first, count)
    spread = source.c.n * literal(SPREAD, BigInteger)
    chat = called("line:U", spread % crowd + 1)
    event = {"key": called("line:", spread), "chat": chat, "kind": "message_received"}
    when = {"happened_at": then, "received_at": then, "sequence": source.c.n}
    put(tx, inbox, source, event | when | {"facts": ANSWERED, "state": "done", "attempts": 0})
    letter = {"id": called("", spread) + "-0a8b-7c6d-9c4d", "chat": chat, "rank": 0, "messages": []}
    when = {"written_at": then, "due_at": then, "first_tried_at": then, "settled_at": then}
    sent = {"state": "sent", "attempts": 1, "in_doubt": False, "progress": 0, "worth_push": True, "people": 1}
    put(tx, outbox, source, letter | when | sent | {"paid": source.c.n % paid_every == 0})
