"""What staff have set, and what the platforms told us about ourselves."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from domain.network_settings import NETWORK_SETTINGS
from storage.schema import settings
from storage.writing import insert_into


def number(tx: Connection, name: str) -> int:
    """What does this setting of :data:`domain.network_settings.NETWORK_SETTINGS` say now?"""
    found = fact(tx, name)
    return NETWORK_SETTINGS[name].default if found is None else int(found)


def numbers(tx: Connection) -> dict[str, int]:
    """What do all settings say now?"""
    return several(tx, list(NETWORK_SETTINGS))


def several(tx: Connection, names: Collection[str]) -> dict[str, int]:
    """What do these settings say now, asked at once?"""
    rows = tx.execute(select(settings.c.name, settings.c.value).where(settings.c.name.in_(names)))
    said = {row.name: int(row.value) for row in rows}
    return {name: said.get(name, NETWORK_SETTINGS[name].default) for name in names}


def fact(tx: Connection, name: str) -> Any:
    """What was noted under this name; nothing if it never was?"""
    return tx.execute(select(settings.c.value).where(settings.c.name == name)).scalar_one_or_none()


def note(tx: Connection, name: str, value: Any, now: datetime, by: str | None = None) -> None:
    """Write a setting or a fact down; ``by`` is the member of staff who set it."""
    values = {"value": value, "changed_at": now, "changed_by": by}
    statement = insert_into(tx, settings).values(name=name, **values)
    tx.execute(statement.on_conflict_do_update(index_elements=["name"], set_=values))
