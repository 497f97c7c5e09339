"""Brings a database to the declared schema, step by step."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

FOLDER = Path(__file__).parent


def settings(connection: Connection | None = None) -> Config:
    """Alembic's settings for our folder."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def migrate(engine: Engine) -> str:
    """Bring the database to the newest version; gives that version."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            keep_references(connection)
        with connection.begin():
            command.upgrade(settings(connection), "head")
    return newest()


def keep_references(connection: Connection) -> None:
    """Let SQLite copy a table that others refer to: dropping the old one must not take their rows along.

    The connection is not used again, so nothing has to be switched back; the copies are checked by our tests.
    """
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 (the connection is open)
    driver.execute("PRAGMA foreign_keys=OFF")
    connection.detach()


def newest() -> str:
    """The newest version that this program knows."""
    return ScriptDirectory.from_config(settings()).get_current_head() or ""


def version_of(connection: Connection) -> str:
    """Which version has this database? Empty before the first."""
    return MigrationContext.configure(connection).get_current_revision() or ""
