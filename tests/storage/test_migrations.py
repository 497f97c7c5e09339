"""The migrations build exactly the declared schema, on both engines."""

from __future__ import annotations

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect, select, text

from storage.database import make_engine
from storage.migrations import migrate, newest, settings, version_of
from storage.schema import metadata, people, roles, sign_ups


def test_build_exactly_the_declared_schema(database_url: str) -> None:
    engine = make_engine(database_url)
    assert migrate(engine) == newest()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
        assert version_of(connection) == newest()
        look = inspect(connection)
        built = [check["name"] for table in metadata.tables for check in look.get_check_constraints(table)]
    assert sorted(name for name in built if name and name.startswith("ck_")) == sorted(declared_checks())
    engine.dispose()


def test_migrating_twice_changes_nothing(database_url: str) -> None:
    engine = make_engine(database_url)
    assert migrate(engine) == migrate(engine)
    engine.dispose()


def declared_checks() -> set[str]:
    """The names that the declared checks have in a database."""
    checks = [each for table in metadata.sorted_tables for each in table.constraints]
    return {str(each.name) for each in checks if isinstance(each, CheckConstraint)}


def test_nothing_is_lost_on_the_way_to_a_newer_version(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.begin() as tx:
        command.upgrade(settings(tx), "0001")
    with engine.begin() as tx:
        for statement in FIRST_VERSION:
            tx.execute(text(statement))
    migrate(engine)
    with engine.connect() as tx:
        person = tx.execute(select(people)).mappings().one()
        assert (person["slot_bits"], person["cause_bits"], person["hears_of_roles"]) == (1 << 15, 1, True)
        assert person["seated_at"] is not None
        sign_up = tx.execute(select(sign_ups)).mappings().one()
        assert (sign_up["state"], sign_up["asked_at"]) == ("accepted", sign_up["changed_at"])
        role = tx.execute(select(roles)).mappings().one()
        assert (role["least"], role["admission"], role["state"], role["levels"]) == (1, "first_come", "open", {})
    engine.dispose()


FIRST_VERSION = (
    "INSERT INTO people (id, joined_at, causes, slots, answered)"
    " VALUES ('mali', '2026-11-01 09:00:00', '[\"education\"]', '[\"sat:morning\"]', '[]')",
    "INSERT INTO consents (person, purpose, answer, notice_version, at)"
    " VALUES ('mali', 'role_news', 'no', '1', '2026-11-01 09:00:00'),"
    " ('mali', 'role_news', 'yes', '1', '2026-11-01 09:00:00')",
    "INSERT INTO projects (id, organisation, title, aim, state, written_at)"
    " VALUES ('p', 'บ้านอุ่นใจ', 'เพจใหม่', 'ให้คนรู้จัก', 'published', '2026-11-01 09:00:00')",
    "INSERT INTO roles (id, project, title, skills, seats, hours_per_week, place, slots)"
    " VALUES ('r', 'p', 'นักออกแบบ', '[\"design.logo\"]', 1, 4, 'online', '[]')",
    "INSERT INTO sign_ups (id, role, person, state, changed_at)"
    " VALUES ('s', 'r', 'mali', 'accepted', '2026-11-01 09:00:00')",
)
