"""JSON by orjson, several times as quick as the standard library, which still takes what orjson refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Final

import orjson

OPTIONS: Final = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS
"""Only what the standard library takes as well."""

Default = Callable[[Any], Any] | None
"""What stands for a value that JSON does not know."""


def dumps(value: Any, default: Default = None) -> str:
    """The value as compact JSON."""
    return to_bytes(value, default).decode()


def to_bytes(value: Any, default: Default = None) -> bytes:
    """The value as compact JSON in UTF-8; half a letter or a giant number goes the slow way."""
    try:
        return orjson.dumps(value, default, OPTIONS)
    except TypeError:
        return json.dumps(value, separators=(",", ":"), default=default).encode()


def loads(text: str | bytes) -> Any:
    """What the JSON says; raises :class:`ValueError` (or ``RecursionError``) as the standard library does."""
    try:
        return orjson.loads(text)
    except ValueError:
        return json.loads(text)
