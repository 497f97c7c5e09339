"""What a report may show of few people: under five, no names, no figures, nor what would reveal them by subtraction."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from typing import Final, TypeVar

FEWEST: Final = 5
"""A sum over fewer people is not shown to anybody outside."""

Key = TypeVar("Key")
Person = TypeVar("Person")


def hidden(people: Mapping[Key, Set[Person]], fewest: int = FEWEST, last: Collection[Key] = ()) -> set[Key]:
    """Which parts of a whole that is shown must be left out, by the people behind each; nobody is no secret.

    What is left out together can be found by taking the rest from the whole: so it must be of several parts and of
    enough different people, and parts that could be shown hide too until it is; those that ``fewest`` leaves for the
    ``last`` only when nothing else is there.
    """
    unseen = {key for key, theirs in people.items() if 0 < len(theirs) < fewest}
    rest = sorted((key in last, len(theirs), str(key), key) for key, theirs in people.items() if len(theirs) >= fewest)
    while unseen and rest and (len(unseen) < 2 or too_few(everybody(people, unseen), fewest)):
        unseen.add(rest.pop(0)[-1])
    return unseen


def splits_hidden(splits: Mapping[Key, Sequence[Set[Person]]], unseen: Set[Key], fewest: int = FEWEST) -> set[Key]:
    """Of which rows the split into parts must be left out, ``unseen`` rows among them; the parts of all are shown.

    A row's own total is shown, so each of its parts must be of enough people, or of nobody. What rows leave out of one
    part can be found from that part's total: so it must be of enough people as well.
    """
    left_out = {row for row, parts in splits.items() if row in unseen or any(too_few(each, fewest) for each in parts)}
    rest = sorted((sum(map(len, splits[row])), str(row), row) for row in splits.keys() - left_out)
    while rest and any(too_few(each, fewest) for each in columns_of(splits, left_out)):
        left_out.add(rest.pop(0)[-1])
    return left_out


def columns_of(splits: Mapping[Key, Sequence[Set[Person]]], rows: Set[Key]) -> list[set[Person]]:
    """The people behind each part of these rows together."""
    return [set().union(*parts) for parts in zip(*(splits[row] for row in rows), strict=True)]


def everybody(people: Mapping[Key, Set[Person]], keys: Set[Key]) -> set[Person]:
    """The different people behind some parts."""
    return set().union(*(people[key] for key in keys))


def too_few(people: Collection[Person], fewest: int = FEWEST) -> bool:
    """Whether a sum over these people must not be shown."""
    return 0 < len(people) < fewest


def may_show(people: int, fewest: int = FEWEST) -> bool:
    """Whether a whole may be shown at all."""
    return people == 0 or people >= fewest
