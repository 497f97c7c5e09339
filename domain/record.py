"""A person's record: which skills they used, and how much of their name stands on what they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from domain.ledger import Line

NAMINGS: Final = ("given", "whole", "none")
"""How a card names whose it is: without the surname, as they are called, or not at all."""
TITLES: Final = frozenset({"นาย", "นาง", "นางสาว", "คุณ", "ดร", "mr", "mrs", "ms", "miss", "dr", "khun"})


def skills_used(lines: Iterable[Line], of_role: Mapping[str, Sequence[str]]) -> list[str]:
    """The skills of the hours that count, the longest used first; an entry that names none used those of its role."""
    used: Counter[str] = Counter()
    for each in lines:
        if each.counts:
            for skill in (each.skill,) if each.skill else of_role.get(each.role or "", ()):
                used[skill] += each.minutes
    return [skill for skill, minutes in used.most_common() if minutes > 0]


def named(name: str | None, naming: str) -> str:
    """The name as a card says it; empty: without any."""
    return {"given": given_name(name or ""), "whole": name or ""}.get(naming, "")


def given_name(name: str) -> str:
    """A name without titles and surnames."""
    words = name.split()
    return next((word for word in words if word.rstrip(".").casefold() not in TITLES), name)
