"""The migrations build exactly the declared schema, on both engines."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect

from storage.database import make_engine
from storage.migrations import migrate, newest, version_of
from storage.schema import metadata


def test_build_exactly_the_declared_schema(database_url: str) -> None:
    engine = make_engine(database_url)
    assert migrate(engine) == newest()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
        assert version_of(connection) == newest()
        look = inspect(connection)
        built = {check["name"] for table in metadata.tables for check in look.get_check_constraints(table)}
    assert {name for name in built if name and name.startswith("ck_")} == declared_checks()
    engine.dispose()


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    engine = make_engine(database_url)
    assert migrate(engine) == migrate(engine)
    engine.dispose()


def declared_checks() -> set[str]:
    """The names that the declared checks have in a database."""
    checks = [each for table in metadata.sorted_tables for each in table.constraints]
    return {str(each.name) for each in checks if isinstance(each, CheckConstraint)}
