"""Watches the statements that the program executes, and asks a big database how it would find the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import DBAPICursor

from storage.schema import metadata

GROWING: Final = frozenset(
    {
        "announcements",
        "attendances",
        "broadcast_people",
        "chats",
        "consents",
        "hours",
        "inbox",
        "outbox",
        "people",
        "person_skills",
        "person_wishes",
        "session_answers",
        "sign_ups",
    }
)
"""Tables that grow with people or messages."""
ASKS: Final = re.compile(r"\s*(SELECT|UPDATE|DELETE|WITH)\b")
SEVERAL: Final = re.compile(r"\((?:\?|%s)(?:::\w+)*(?:, (?:\?|%s)(?:::\w+)*)*\)")
RENAMED: Final = re.compile(r"\b(\w+) AS (\w+)\b")
SCANNED: Final = re.compile(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?")
SOME: Final = {
    str(index.name)
    for table in metadata.tables.values()
    for index in table.indexes
    if index.dialect_kwargs.get("sqlite_where") is not None and index.name != "ix_inbox_answered"
}
"""Indexes that hold but some of the rows."""


@dataclass(slots=True)
class Watch:
    """What was executed, each statement once, with the parameters that it had then."""

    seen: dict[str, tuple[str, Any]] = field(default_factory=dict)

    def note(
        self, _tx: Connection, _cursor: DBAPICursor, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        """A statement is about to be executed."""
        if ASKS.match(statement):
            alike = SEVERAL.sub("(…)", statement)
            self.seen.setdefault(alike, (statement, parameters[0] if many else parameters))


@contextmanager
def watched(engine: Engine, watch: Watch) -> Iterator[Watch]:
    """Note what is executed meanwhile."""
    event.listen(engine, "before_cursor_execute", watch.note)
    try:
        yield watch
    finally:
        event.remove(engine, "before_cursor_execute", watch.note)


def walked(tx: Connection, statement: str, parameters: Any) -> set[str]:
    """Which tables that grow would be read from end to end?"""
    if tx.dialect.name == "sqlite":
        return walked_by_sqlite(tx, statement, parameters) & GROWING
    for setting in WHERE_IT_CAN:
        tx.exec_driver_sql(f"SET LOCAL {setting} = off")
    plan = tx.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar_one()
    return walked_in(plan[0]["Plan"], limited=False) & GROWING


WHERE_IT_CAN: Final = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin")
"""PostgreSQL reads a table of ten thousand rows from end to end gladly; without these, only where it has no index."""


def walked_by_sqlite(tx: Connection, statement: str, parameters: Any) -> set[str]:
    """As :func:`walked`."""
    names = {alias: table for table, alias in RENAMED.findall(statement)}
    lines = [row[3] for row in tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    scans = [found for line in lines if (found := SCANNED.match(line))]
    limited = "LIMIT" in statement
    return {names.get(each[1], each[1]) for each in scans if each[2] not in SOME and not (each[2] and limited)}


def walked_in(node: Mapping[str, Any], *, limited: bool) -> set[str]:
    """As :func:`walked`, in a part of PostgreSQL's plan."""
    limited = limited or node["Node Type"] == "Limit"
    by_index = node["Node Type"] in {"Index Scan", "Index Only Scan"}
    whole = node["Node Type"] == "Seq Scan" or (by_index and "Index Cond" not in node and not limited)
    found = (
        {node["Relation Name"]} if whole and node.get("Index Name") not in SOME and "Relation Name" in node else set()
    )
    return found.union(*(walked_in(each, limited=limited) for each in node.get("Plans", ())))
