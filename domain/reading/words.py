"""The words of time and the words around skills: tables kept beside the rules as ``kind -> value -> forms``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

Words = dict[str, dict[Any, str]]
_TABLES: Final = Path(__file__).parent.parent
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def tables(name: str) -> dict[str, Words]:
    """All groups of a file of words, such as ``time_words``; the forms of a value are joined by ``|``."""
    text = (_TABLES / f"{name}.yaml").read_text(encoding="utf-8")
    groups = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, the fast one
    return {
        group: {kind: {value: "|".join(forms) for value, forms in values.items()} for kind, values in kinds.items()}
        for group, kinds in groups.items()
    }
