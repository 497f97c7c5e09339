"""Column types that mean the same on SQLite and PostgreSQL, and the ids of rows that people may see."""

from __future__ import annotations

import random
import secrets
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer, TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without letters and digits that look alike: an id may be read aloud."""

Plain = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
"""Plain data: dicts, lists, strings, numbers."""

Counter = BigInteger().with_variant(Integer(), "sqlite")
"""A growing number; SQLite counts only in a column declared INTEGER."""


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, this puts it back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's)
        """Refuse a moment without a zone: nobody could say when it is."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's)
        """Give the moment back in UTC."""
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def idempotency_key(now: datetime) -> str:
    """Make a UUID of version 7 (RFC 9562): an index keeps together what was made at the same time.

    Nobody must be able to have the same; to guess it is of no use to anybody. Asking the system for each would let the
    threads take turns each time.
    """
    moment, chance = int(now.timestamp() * 1000), random.getrandbits(74)
    value = moment << 80 | 0x7 << 76 | (chance >> 62) << 64 | 0b10 << 62 | chance & (1 << 62) - 1
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def new_id() -> str:
    """Make an id of 12 characters (59 bits) that says nothing about how many rows there are."""
    return "".join(secrets.choice(ALPHABET) for _ in range(12))
