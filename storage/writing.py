"""Writes that SQLite and PostgreSQL spell alike but SQLAlchemy does not."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(tx: Connection, table: Table) -> Any:
    """An insert that can say what to do on a conflict (``on_conflict_do_nothing``, ``on_conflict_do_update``)."""
    return inserting(tx.dialect.name, table)


def inserting(database: str, table: Table) -> Any:
    """As :func:`insert_into`, given the database's name."""
    return (postgresql.insert if database == "postgresql" else sqlite.insert)(table)


def was_new(tx: Connection, table: Table, **values: Any) -> bool:
    """Write a row unless its key is taken; says whether it was written."""
    return wrote(tx, table, insert_into(tx, table).values(**values).on_conflict_do_nothing())


def wrote(tx: Connection, table: Table, statement: Any) -> bool:
    """Run an insert with a condition; says whether it wrote a row (an insert's rowcount does not, on PostgreSQL)."""
    return tx.execute(statement.returning(*table.primary_key)).first() is not None
