"""Keeps logs and ledgers what they are: the database refuses to change a line, or to remove one before its time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import DDL, Table, event

SQLITE: Final = (
    "CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit"
    " BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END",
    "CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit WHEN OLD.at > datetime('now', '-730 days')"
    " BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END",
)
POSTGRES: Final = (
    "CREATE OR REPLACE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF TG_OP = 'DELETE' AND OLD.at <= now() - interval '730 days' THEN RETURN OLD; END IF;"
    " RAISE EXCEPTION 'the audit log is only ever added to'; END $$",
    "CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE ON audit"
    " FOR EACH ROW EXECUTE FUNCTION audit_is_only_added_to()",
)
STATEMENTS: Final = {"sqlite": SQLITE, "postgresql": POSTGRES}


def protect(table: Table) -> None:
    """Make the table with its triggers wherever it is made; migrations have the same statements."""
    for dialect, statements in STATEMENTS.items():
        for statement in statements:
            made = DDL(statement)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", made.execute_if(dialect=dialect))


def protect_facts(table: Table, columns: Sequence[str]) -> None:
    """Let nobody change these columns of a table's lines, or remove a line; what a person wrote can be taken out."""
    for dialect, statements in facts_statements(table.name, columns).items():
        for statement in statements:
            made = DDL(statement)  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", made.execute_if(dialect=dialect))


def facts_statements(table: str, columns: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The triggers that keep a ledger's lines, for each database."""
    quoted = ", ".join(f'"{column}"' for column in columns)
    problem = f"{table} are only ever added to"
    return {
        "sqlite": (
            f"CREATE TRIGGER {table}_stay_as_written BEFORE UPDATE OF {quoted} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{problem}'); END",
            f"CREATE TRIGGER {table}_stay BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{problem}'); END",
        ),
        "postgresql": (
            f"CREATE OR REPLACE FUNCTION {table}_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" RAISE EXCEPTION '{problem}'; END $$",
            f"CREATE TRIGGER {table}_stay_as_written BEFORE UPDATE OF {quoted} OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_only_added_to()",
        ),
    }
