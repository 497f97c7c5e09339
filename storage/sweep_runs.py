"""Runs of the sweeps: when each ran last, what it cost and found, and whether it fails."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, select, update

from storage.schema import sweep_runs
from storage.writing import insert_into, was_new


@dataclass(frozen=True, slots=True)
class Run:
    """How a sweep ran last."""

    name: str
    began_at: datetime
    milliseconds: float
    """Of the database's time, when it last succeeded."""
    count: int
    """How much was due when it last succeeded."""
    next_at: datetime
    runs: int
    """How often it succeeded."""
    failures: int
    """How often it has failed in a row; 0 where it succeeded last."""
    failed_at: datetime | None
    """When it failed last."""
    error: str | None
    """What kind of error that was; never its words, which may hold what people write."""


COLUMNS = tuple(sweep_runs.c[each.name] for each in fields(Run))


EARLY: Final = 0.2
"""A run may come by so much of its rhythm too early: processes do not look in step, and their clocks differ."""
ASTRAY: Final = 2
"""A next run that is so many rhythms ahead was noted before the clock was put back."""


def take(tx: Connection, name: str, seconds: float, now: datetime) -> bool:
    """Take a sweep's turn unless another process has just run it, or is at it: it is ours until this transaction ends.

    Says whether it is.
    """
    query = select(sweep_runs.c.next_at).where(sweep_runs.c.name == name).with_for_update(skip_locked=True)
    next_at: datetime | None = tx.execute(query).scalar_one_or_none()
    if next_at is None:
        never = {"began_at": now, "next_at": now, "milliseconds": 0.0, "count": 0, "runs": 0, "failures": 0}
        return was_new(tx, sweep_runs, name=name, **never)
    ahead = next_at - now
    return ahead <= timedelta(seconds=seconds * EARLY) or ahead > timedelta(seconds=seconds * ASTRAY)


def keep(tx: Connection, name: str, next_at: datetime) -> None:
    """Keep a turn that was taken until then, beyond this transaction."""
    tx.execute(update(sweep_runs).where(sweep_runs.c.name == name).values(next_at=next_at))


def note(tx: Connection, name: str, began_at: datetime, next_at: datetime, milliseconds: float, count: int) -> None:
    """Note that a sweep succeeded."""
    values = {"began_at": began_at, "next_at": next_at, "milliseconds": milliseconds, "count": count, "failures": 0}
    write(tx, name, {**values, "runs": 1}, {**values, "runs": sweep_runs.c.runs + 1})


def note_failure(tx: Connection, name: str, began_at: datetime, next_at: datetime, error: str) -> int:
    """Note that a sweep failed; gives how often it has failed in a row."""
    values = {"began_at": began_at, "next_at": next_at, "failed_at": began_at, "error": error}
    first = {**values, "milliseconds": 0.0, "count": 0, "runs": 0, "failures": 1}
    return write(tx, name, first, {**values, "failures": sweep_runs.c.failures + 1})


def write(tx: Connection, name: str, first: dict[str, Any], then: dict[str, Any]) -> int:
    """Write a sweep's row, or write it anew; gives its failures in a row."""
    statement = insert_into(tx, sweep_runs).values(name=name, **first)
    written = statement.on_conflict_do_update(index_elements=["name"], set_=then)
    return int(tx.execute(written.returning(sweep_runs.c.failures)).scalar_one())


def find(tx: Connection, name: str) -> Run | None:
    """How did this sweep run last, if it ever did?"""
    row = tx.execute(select(*COLUMNS).where(sweep_runs.c.name == name)).one_or_none()
    return Run(*row) if row else None


def of_all(tx: Connection) -> list[Run]:
    """How did each sweep run last, by name?"""
    return [Run(*row) for row in tx.execute(select(*COLUMNS).order_by(sweep_runs.c.name))]
