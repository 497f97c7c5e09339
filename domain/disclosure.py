"""What a report may show of few people: under five, no names, no figures, nor what would reveal them by subtraction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

FEWEST: Final = 5
"""A sum over fewer people is not shown to anybody outside."""

Key = TypeVar("Key")


def hidden(people: Mapping[Key, int], fewest: int = FEWEST) -> set[Key]:
    """Which groups of a whole that is shown must be left out of a table; groups without anybody hide nothing.

    One hidden group alone could be found by taking the others from the whole: then the next smallest hides too.
    """
    small = {key for key, count in people.items() if 0 < count < fewest}
    rest = sorted((count, str(key), key) for key, count in people.items() if count >= fewest)
    covered = sum(people[key] for key in small)
    while small and (len(small) < 2 or covered < fewest) and rest:
        count, _, key = rest.pop(0)
        small.add(key)
        covered += count
    return small


def may_show(people: int, fewest: int = FEWEST) -> bool:
    """Whether a whole may be shown at all."""
    return people == 0 or people >= fewest
