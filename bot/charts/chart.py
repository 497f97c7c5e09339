"""What a chart is: a question, asked within a transaction, and a template, filled outside of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from texts import Texts


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody's link shows, and in which words."""

    person: str
    """Whose link it is."""
    about: str
    """What it is of: the id of a session, say."""
    language: str
    texts: Texts
    timezone: str
    network: str = ""
    """What the network is called."""

    def words(self, key: str, **values: Any) -> str:
        """The words of an entry, in the language of the picture."""
        return self.texts.say(self.language, key, **values)


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind of picture."""

    find: Callable[[Connection, Wanted], Mapping[str, Any] | None]
    """What is to be drawn, as plain data; nothing if there is nothing to show (any more)."""
    template: Path
    """A typst file that reads it as JSON from ``sys.inputs.chart``."""
