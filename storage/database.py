"""One door to the database: synchronous work goes in, its result comes out when it is durable.

On SQLite one writer thread runs what is waiting as one transaction, a savepoint for each piece of work, so that many
people's turns share one fsync. On PostgreSQL several threads run one piece of work in a transaction each; the server
groups the commits. Nothing above this file knows the difference.
"""

from __future__ import annotations

import asyncio
import itertools
import queue
import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError

from domain import quick_json

T = TypeVar("T")

BEAT: Final = 0.004
"""Seconds between two beginnings of transactions while there is much to do: what comes in between shares the next."""
IDLE: Final = 0.5
"""Seconds without work after which a writer lets go of its connection."""
ATTEMPTS: Final = 5
APART: Final = 0.05
"""Seconds that the first retry lets the other writer go first, at most; the second twice as long, and so on."""
JSON: Final[dict[str, Any]] = {"json_serializer": quick_json.dumps, "json_deserializer": quick_json.loads}
CLASH: Final = frozenset({"40001", "40P01"})
"""PostgreSQL's serialization failure and deadlock: the same work may succeed in a moment."""


@dataclass(slots=True)
class Job:
    """A piece of work and the one who waits for it."""

    work: Callable[[Connection], Any]
    future: asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop
    last: bool = False
    """Whether it is better done after all else that waits."""
    result: Any = None
    error: BaseException | None = None


class Line:
    """A writer's connection: kept from one transaction to the next as long as there is work, and all is well."""

    def __init__(self, engine: Engine) -> None:
        """Build it; nothing is connected yet."""
        self.engine = engine
        self.connection: Connection | None = None

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction; after one that failed the next has another connection, which is tried first."""
        if self.connection is None:
            self.connection = self.engine.connect()
        try:
            with self.connection.begin():
                yield self.connection
        except BaseException:
            self.hang_up()
            raise

    def hang_up(self) -> None:
        """Give the connection back."""
        if self.connection is not None:
            connection, self.connection = self.connection, None
            connection.close()


class Database:
    """The database, for the shell: ``await database.run(work)``."""

    def __init__(self, url: str, writers: int = 4) -> None:
        """Prepare for ``sqlite:///file`` or ``postgresql://…``; nothing is opened before the first work."""
        self.engine = make_engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        self.together: Final = 128 if self.is_sqlite else 1
        self.jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        count = 1 if self.is_sqlite else writers
        self.threads = [threading.Thread(target=self.serve, name=f"writer-{n}", daemon=True) for n in range(count)]
        self.started = False

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Do the work in a transaction; returns when it is durable, raises what it raised (then nothing is kept)."""
        return await self.begin(work)

    def begin(self, work: Callable[[Connection], T], *, last: bool = False) -> asyncio.Future[T]:
        """As :meth:`run`, but it is asked for at once, and awaited later.

        SQLite does what is asked for in this order, but for what is ``last`` in what shares its transaction.
        """
        if not self.started:
            self.start()
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self.jobs.put(Job(work, future, loop, last))
        return future

    async def rest_after(self, begun: float) -> None:
        """Let things gather for the next transaction of a worker who has much to do and began its last one then.

        On SQLite the writer itself does so, for all.
        """
        rest = BEAT - (time.monotonic() - begun)
        if rest > 0 and not self.is_sqlite:
            await asyncio.sleep(rest)

    def start(self) -> None:
        """Start the writers."""
        self.started = True
        for thread in self.threads:
            thread.start()

    async def close(self) -> None:
        """Finish what is waiting, then let go of the database."""
        if self.started:
            for _ in self.threads:
                self.jobs.put(None)
            await asyncio.gather(*(asyncio.to_thread(thread.join) for thread in self.threads))
        self.engine.dispose()

    def serve(self) -> None:
        """Work until told to stop (a writer thread's life)."""
        rest, line = 0.0, Line(self.engine)
        while (job := self.wait_for_job(line)) is not None:
            if rest > 0:
                time.sleep(rest)
            began = time.monotonic()
            batch, last = self.gather(job)
            run_batch(line, batch)
            if last:
                break
            rest = BEAT - (time.monotonic() - began) if len(batch) > 1 else 0.0
        line.hang_up()

    def wait_for_job(self, line: Line) -> Job | None:
        """The next job, or the call to stop; who has had nothing to do for a while lets go of the database."""
        try:
            return self.jobs.get(timeout=IDLE)
        except queue.Empty:
            line.hang_up()
            return self.jobs.get()

    def gather(self, first: Job) -> tuple[list[Job], bool]:
        """Which jobs share the next transaction, and was the call to stop among them?"""
        batch = [first]
        while len(batch) < self.together:
            try:
                job = self.jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                return sorted(batch, key=lambda job: job.last), True
            batch.append(job)
        return sorted(batch, key=lambda job: job.last), False


def make_engine(url: str) -> Engine:
    """Build the engine for a database address, with the settings that our promises need."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
        # Parameters by their place, as in SQLite (storage.prepared).
        given: dict[str, Any] = {"connect_args": {"connect_timeout": 5}, "paramstyle": "format", **JSON}
        return create_engine(address, pool_pre_ping=True, pool_size=8, **given)
    engine = create_engine(address, connect_args={"check_same_thread": False, "timeout": 15}, **JSON)
    event.listen(engine, "connect", set_up_sqlite)
    event.listen(engine, "begin", begin_writing)
    event.listen(engine, "handle_error", let_go_of_ended)
    return engine


def set_up_sqlite(connection: Any, _record: Any) -> None:
    """Make SQLite durable, quick and strict, and leave BEGIN to us."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def begin_writing(connection: Connection) -> None:
    """Take SQLite's write lock at the start: a reader that turns writer half-way could fail."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def let_go_of_ended(failure: ExceptionContext) -> None:
    """Let nothing more happen in a transaction that SQLite has ended by itself, as it does when the disk is full.

    Whatever came after would be written without one, and what came before would count as written.
    """
    connection = failure.connection
    if connection is not None and not connection.invalidated and not in_transaction(connection):
        failure.is_disconnect, failure.invalidate_pool_on_disconnect = True, False


def in_transaction(connection: Connection) -> bool:
    """Whether SQLite itself has a transaction under way."""
    return bool(getattr(connection.connection.dbapi_connection, "in_transaction", True))


def run_batch(line: Line, batch: list[Job]) -> None:
    """Run jobs in one transaction and tell each one's waiter; one job's failure is its own."""
    try:
        run_together(line, batch)
    except BaseException as error:
        for job in batch:
            job.error = job.error or error
    tell(batch)


class Rough(Exception):
    """A job failed among others, which have to be run again without it."""

    def __init__(self, job: Job) -> None:
        """Build it."""
        super().__init__()
        self.job = job


def run_together(line: Line, batch: list[Job]) -> None:
    """Run jobs in one transaction; a lone job's clash with another writer is tried again."""
    if len(batch) > 1:
        failed = first_failure(line, batch)
        if failed is None:
            return
        batch = [job for job in batch if job is not failed]
    past_clashes(lambda: run_whole(line, batch))


def past_clashes(work: Callable[[], T]) -> T:
    """Do work whose transaction may meet another writer's: if it does, again from its beginning, a moment later."""
    for attempt in itertools.count(1):
        try:
            return work()
        except DBAPIError as error:
            if attempt == ATTEMPTS or not is_clash(error):
                raise
        time.sleep(random.uniform(APART / 2, APART) * attempt)  # noqa: S311
    raise AssertionError


def run_whole(line: Line, batch: list[Job]) -> None:
    """Run a lone job as it stands, or several with a savepoint each."""
    with line.begin() as tx:
        if len(batch) == 1:
            batch[0].result = batch[0].work(tx)
            return
        for job in batch:
            run_apart(tx, job)


def first_failure(line: Line, batch: list[Job]) -> Job | None:
    """Run jobs as they stand, as nearly always goes well; if one fails nothing is kept, and the others run again."""
    try:
        with line.begin() as tx:
            for job in batch:
                try:
                    job.result = job.work(tx)
                except Exception as error:
                    job.error = error
                    raise Rough(job) from error
    except Rough as rough:
        return rough.job
    return None


def is_clash(error: BaseException) -> bool:
    """Whether the work only met another writer: done again from its beginning it may succeed."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", "") in CLASH


def run_apart(tx: Connection, job: Job) -> None:
    """Run a job inside a savepoint and keep its result or its error."""
    try:
        with tx.begin_nested():
            job.result = job.work(tx)
    except Exception as error:
        job.error = error


def tell(batch: list[Job]) -> None:
    """Wake every waiter, one call for each event loop."""
    for loop in {job.loop for job in batch}:
        settled = [job for job in batch if job.loop is loop]
        try:
            loop.call_soon_threadsafe(settle, settled)
        except RuntimeError:  # the loop is closed: nobody waits any more
            continue


def settle(jobs: list[Job]) -> None:
    """Give each waiter its result or its error."""
    for job in jobs:
        if job.future.cancelled():
            continue
        if job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)


def learn(tx: Connection) -> None:
    """Let SQLite learn how much it holds of what, so that it chooses the right index; PostgreSQL does so by itself."""
    if tx.dialect.name == "sqlite":
        tx.exec_driver_sql("PRAGMA analysis_limit = 1000")
        tx.exec_driver_sql("ANALYZE")
