"""Copies whole tables out of a database and into another, whichever the two are; rows as plain JSON values."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Column,
    Connection,
    Date,
    Engine,
    LargeBinary,
    Table,
    create_engine,
    event,
    func,
    insert,
    make_url,
    select,
    text,
)
from sqlalchemy.exc import SQLAlchemyError

from storage.columns import Counter, Moment
from storage.database import make_engine
from storage.schema import metadata

TABLES: Final = {table.name: table for table in metadata.sorted_tables}
"""Every table, those first that others refer to."""
KEPT_BY_THE_PROGRAM: Final = frozenset({"settings", "sweep_runs", "quotas", "rich_menus"})
"""What a program writes of itself before anything has happened."""
ROWS_AT_ONCE: Final = 500
PICTURES_AT_ONCE: Final = 8


class CannotKeep(Exception):
    """A row does not fit into this database; told is which, and the kind of error, never what is in it."""


@contextmanager
def snapshot(url: str) -> Iterator[Connection]:
    """The database as it is at this moment, however long one looks, while others go on writing."""
    engine = reading_engine(url)
    try:
        with engine.connect() as tx, tx.begin():
            yield tx
    finally:
        engine.dispose()


def reading_engine(url: str) -> Engine:
    """An engine whose transactions see one moment, and keep nobody from writing."""
    if make_url(url).get_backend_name() == "postgresql":
        engine = make_engine(url)
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    engine = create_engine(make_url(url), connect_args={"check_same_thread": False, "timeout": 15})
    event.listen(engine, "connect", leave_begin_to_us)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def leave_begin_to_us(connection: Any, _record: Any) -> None:
    """Keep SQLite's driver from beginning transactions by itself."""
    connection.isolation_level = None


# ---------------------------------------------------------------- out


def rows_of(tx: Connection, table: Table) -> Iterator[list[Any]]:
    """Every row of a table, by its key, a few at a time."""
    at_once = PICTURES_AT_ONCE if any(isinstance(column.type, LargeBinary) for column in table.c) else ROWS_AT_ONCE
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=at_once)
    written = [writer_of(column) for column in table.c]
    for row in tx.execute(query):
        yield [value if value is None or not write else write(value) for value, write in zip(row, written, strict=True)]


def writer_of(column: Column[Any]) -> Callable[[Any], Any] | None:
    """How a column's values become JSON; nothing where they are already."""
    if isinstance(column.type, Moment | Date):
        return lambda value: value.isoformat()
    return (lambda value: base64.b64encode(bytes(value)).decode()) if isinstance(column.type, LargeBinary) else None


def counters(tx: Connection) -> dict[str, int]:
    """The highest number that each table has given to a row, even if that is gone."""
    found = {}
    for table, column in counting():
        found[table.name] = max(highest_in(tx, column), given(tx, table, column))
    return found


def counting() -> Iterator[tuple[Table, Column[Any]]]:
    """The tables that count their rows, with the column in which they do."""
    for table in TABLES.values():
        for column in table.primary_key.columns:
            if column.type is Counter and column.autoincrement is True:
                yield table, column


def given(tx: Connection, table: Table, column: Column[Any]) -> int:
    """The last number that the database itself remembers to have given; 0 if it does not."""
    if tx.dialect.name == "sqlite":
        if not tx.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'")).first():
            return 0
        found = tx.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name}).scalar()
        return int(found or 0)
    sequence = tx.execute(select(func.pg_get_serial_sequence(table.name, column.name))).scalar()
    if sequence is None:
        return 0
    last, is_called = tx.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608 (its own name)
    return int(last) if is_called else 0


# ---------------------------------------------------------------- in


def is_empty(tx: Connection) -> bool:
    """Whether nothing has happened in this database yet?"""
    tables = [table for name, table in TABLES.items() if name not in KEPT_BY_THE_PROGRAM]
    return not any(tx.execute(select(*table.primary_key.columns).limit(1)).first() for table in tables)


def clear(tx: Connection) -> None:
    """Remove every row of every table, those too that are only ever added to."""
    if tx.dialect.name == "postgresql":
        tx.execute(text(f"TRUNCATE {', '.join(TABLES)}"))
        return
    guards = tx.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
    for guard in guards:
        tx.exec_driver_sql(f'DROP TRIGGER "{guard.name}"')
    for table in reversed(TABLES.values()):
        tx.execute(table.delete())
    for guard in guards:
        tx.exec_driver_sql(guard.sql)


def load(tx: Connection, table: Table, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows as they were; raises :class:`CannotKeep`."""
    readers = [reader_of(table.c[name]) for name in columns]
    read = [
        {
            name: value if value is None or not reader else reader(value)
            for name, value, reader in zip(columns, row, readers, strict=True)
        }
        for row in rows
    ]
    try:
        tx.execute(insert(table), read)
    except SQLAlchemyError as error:
        raise CannotKeep(f"{table.name} ({type(error).__name__})") from None


def reader_of(column: Column[Any]) -> Callable[[Any], Any] | None:
    """How JSON becomes a column's value; nothing where it is already."""
    if isinstance(column.type, Moment):
        return lambda value: datetime.fromisoformat(value).astimezone(UTC)
    if isinstance(column.type, Date):
        return date.fromisoformat
    if isinstance(column.type, JSON):
        return None
    return base64.b64decode if isinstance(column.type, LargeBinary) else None


def go_on_counting(tx: Connection, highest: dict[str, int]) -> None:
    """Give no number again that was given before, here or where the rows come from."""
    for table, column in counting():
        number = max(highest.get(table.name, 0), highest_in(tx, column))
        if number and tx.dialect.name == "postgresql":
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            tx.execute(select(func.setval(sequence, number, True)))
        elif number and table.dialect_options["sqlite"].get("autoincrement"):
            tx.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
            values = {"name": table.name, "number": number}
            tx.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)"), values)


def highest_in(tx: Connection, column: Column[Any]) -> int:
    """The highest number in a column; 0 where there is none."""
    return int(tx.execute(select(func.coalesce(func.max(column), 0))).scalar_one())
