"""Statements of the path, compiled once: what every message costs is the database's work and not SQLAlchemy's.

They are written with SQLAlchemy's expressions like all others, so the schema stays the one source of names and types;
only building them anew for each execution, and turning values one row at a time, is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Dialect, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import Boolean, TypeEngine, UserDefinedType

from domain import quick_json
from storage.columns import Moment

Turned = Callable[[Any], Any] | None
"""Turns a value into what the driver takes, or back; nothing where it is the same."""
MOST_ROWS: Final = 64
"""So many rows go into one statement at most."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A statement in one database's words."""

    sql: str
    given: tuple[tuple[str | None, Any], ...]
    """Each parameter, in order: its name in a row of values, and what turns the value into the driver's.

    Where it is always the same, its name is ``None``, and beside it stands the value.
    """
    readers: tuple[Turned, ...]
    for_rows: dict[int, str] = field(default_factory=dict)
    """As ``sql``, for so many rows of values at once."""

    def values(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values of one execution, as the driver takes them."""
        return tuple(
            [turn if name is None else row[name] if turn is None else turn(row[name]) for name, turn in self.given]
        )

    def values_of(self, rows: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
        """The values of one execution for many rows: theirs, then what is always the same."""
        own = [(name, turn) for name, turn in self.given if name is not None]
        values = [row[name] if turn is None else turn(row[name]) for row in rows for name, turn in own]
        return (*values, *[value for name, value in self.given if name is None])

    def sql_for(self, count: int) -> str:
        """The statement for so many rows of values: each stands in brackets behind the word that begins them."""
        if count not in self.for_rows:
            start = self.sql.index("(", self.sql.index("VALUES"))
            end = self.sql.index(")", start) + 1
            row = self.sql[start:end]
            self.for_rows[count] = f"{self.sql[:start]}{', '.join([row] * count)}{self.sql[end:]}"
        return self.for_rows[count]


@dataclass(slots=True)
class Prepared:
    """A statement that is compiled once for each database; ``make`` builds it, given the database's name."""

    make: Callable[[str], Any]
    columns: Sequence[str] | None = None
    """The columns that an insert gives values to."""
    ready: dict[str, Ready] = field(default_factory=dict)

    def many(self, tx: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Execute it for each of these rows of values, in order.

        On SQLite many are one statement: after each, threads take turns, and that is what costs. PostgreSQL's driver
        sends them all without waiting in between.
        """
        ready = self.of(tx)
        if tx.dialect.name == "sqlite":
            for some in portions(rows):
                tx.exec_driver_sql(ready.sql_for(len(some)), ready.values_of(some))
        elif rows:
            tx.exec_driver_sql(ready.sql, [ready.values(row) for row in rows])

    def once(self, tx: Connection, values: Mapping[str, Any]) -> None:
        """Execute it once, for its effect."""
        ready = self.of(tx)
        tx.exec_driver_sql(ready.sql, ready.values(values))

    def all(self, tx: Connection, values: Mapping[str, Any]) -> list[Sequence[Any]]:
        """The rows that it gives."""
        ready = self.of(tx)
        found = tx.exec_driver_sql(ready.sql, ready.values(values)).all()
        if not any(ready.readers):
            return list(found)
        return [
            [value if turn is None else turn(value) for turn, value in zip(ready.readers, row, strict=True)]
            for row in found
        ]

    def first_column(self, tx: Connection, values: Mapping[str, Any]) -> list[Any]:
        """The first value of each row that it gives."""
        return [row[0] for row in self.all(tx, values)]

    def of(self, tx: Connection) -> Ready:
        """The statement as this database takes it."""
        name = tx.dialect.name
        if name not in self.ready:
            self.ready[name] = make_ready(self.make(name), tx.dialect, self.columns)
        return self.ready[name]


def portions(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The rows in portions of 64, 32, 16 … and 1: of few sizes, so that the driver knows the statements."""
    start = 0
    while left := len(rows) - start:
        count = min(MOST_ROWS, 1 << (left.bit_length() - 1))
        yield rows[start : start + count]
        start += count


def make_ready(statement: Any, dialect: Dialect, columns: Sequence[str] | None) -> Ready:
    """Compile a statement."""
    keys = list(columns) if columns is not None else None
    compiled = statement.compile(dialect=dialect, column_keys=keys)
    by_name = {name: bind for bind, name in compiled.bind_names.items()}
    given = tuple(parameter(by_name[name], dialect) for name in compiled.positiontup or ())
    chosen = statement.exported_columns if statement.is_select else ()
    return Ready(str(compiled), given, tuple(reader(each.type, dialect) for each in chosen))


def parameter(bind: Any, dialect: Dialect) -> tuple[str | None, Any]:
    """One of :attr:`Ready.given`."""
    turn = writer(bind.type, dialect)
    if bind.required:
        return bind.key, turn
    return None, bind.value if turn is None else turn(bind.value)


def writer(type_: TypeEngine[Any], dialect: Dialect) -> Turned:
    """What turns a value into the driver's."""
    turn: Turned = type_.dialect_impl(dialect).bind_processor(dialect)
    # One moment stands in many rows of a batch, and in several columns of each.
    return lru_cache(maxsize=256)(turn) if turn is not None and isinstance(type_, Moment) else turn


def reader(type_: TypeEngine[Any], dialect: Dialect) -> Turned:
    """What turns a driver's value back."""
    turn: Turned = type_.dialect_impl(dialect).result_processor(dialect, None)
    return turn


class Listed(UserDefinedType[Sequence[Any]]):
    """Several values as one parameter: a list on PostgreSQL, on SQLite its JSON."""

    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Turned:
        """JSON for SQLite."""
        return list if dialect.name == "postgresql" else quick_json.dumps


class Among(ColumnElement[bool]):
    """Whether a column is among the values of one parameter."""

    inherit_cache = False
    type = Boolean()

    def __init__(self, column: ColumnElement[Any], name: str) -> None:
        """Build it; ``name`` is the parameter's."""
        self.column = column
        self.listed = bindparam(name, type_=Listed())

    def self_group(self, against: Any = None) -> Among:
        """It stands by itself."""
        del against
        return self


@compiles(Among, "sqlite")
def _among_sqlite(element: Among, compiler: Any, **more: Any) -> str:
    column, listed = (compiler.process(each, **more) for each in (element.column, element.listed))
    return f"{column} IN (SELECT value FROM json_each({listed}))"  # noqa: S608 (both are SQLAlchemy's own words)


@compiles(Among, "postgresql")
def _among_postgresql(element: Among, compiler: Any, **more: Any) -> str:
    return f"{compiler.process(element.column, **more)} = ANY({compiler.process(element.listed, **more)})"
