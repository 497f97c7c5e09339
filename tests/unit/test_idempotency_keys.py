"""Idempotency keys: UUIDs as LINE wants them, which sort by when they were made and are never the same."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from storage.columns import idempotency_key

NOW = datetime(2026, 1, 5, 3, tzinfo=UTC)


def test_a_key_is_a_uuid_that_holds_its_moment() -> None:
    key = uuid.UUID(idempotency_key(NOW))
    assert (key.version, key.variant) == (7, uuid.RFC_4122)
    assert key.int >> 80 == int(NOW.timestamp() * 1000)


def test_keys_are_all_different_and_later_ones_sort_later() -> None:
    keys = [idempotency_key(NOW + timedelta(milliseconds=later)) for later in range(100) for _ in range(20)]
    assert len(set(keys)) == len(keys)
    assert [key[:13] for key in keys] == sorted(key[:13] for key in keys)
