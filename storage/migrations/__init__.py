"""Brings a database to the declared schema, step by step."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent


def settings(connection: Connection | None = None) -> Config:
    """Alembic's settings for our folder."""
    from alembic.config import Config  # noqa: PLC0415 (only who migrates needs Alembic; everybody asks for versions)

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    return config


def migrate(engine: Engine) -> str:
    """Bring the database to the newest version; gives that version."""
    from alembic import command  # noqa: PLC0415 (as above)

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


@cache
def newest() -> str:
    """The newest version that this program knows: its files are numbered."""
    return max(path.stem.partition("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def version_of(connection: Connection) -> str:
    """Which version has this database? Empty before the first."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
