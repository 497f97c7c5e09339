"""Checks: who looked at somebody's hours and what they said; the last word counts, and all words stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, insert, select, update

from domain.ledger import Check, Line
from storage import ledger
from storage.ledger import Wanted
from storage.schema import hour_checks, hours

WAITING: Final = (Check.NONE, Check.ANSWERED)
"""An entry that somebody should look at."""


class Refusal(StrEnum):
    """Why nothing was written down about an entry; each has its words in the texts."""

    GONE = "gone"
    """It was changed or cancelled meanwhile."""
    OWN = "own"
    """Nobody vouches for their own hours."""
    DONE = "done"
    """Somebody has said so already."""
    CLOSED = "closed"
    """It stands in a letter or a report."""
    MEANWHILE = "meanwhile"
    """Somebody has said something else of it since it was seen."""
    NOT_YOURS = "not_yours"
    """They may not vouch for hours of this project (any more)."""


@dataclass(frozen=True, slots=True)
class Word:
    """What somebody said of an entry."""

    verdict: str
    by: str | None
    duty: str
    words: str
    at: datetime


def say(
    tx: Connection,
    entry: str,
    verdict: Check,
    by: str,
    duty: str,
    now: datetime,
    words: str = "",
    *,
    seen: Check | None = None,
) -> Refusal | None:
    """Write down what somebody says of an entry (``duty``: organisation, team_lead, staff or self); or why not.

    ``seen`` is how it stood when they decided: who said something else meanwhile was first.
    """
    tx.execute(select(hours.c.id).where(hours.c.id == entry).with_for_update(key_share=True))
    found = ledger.lines(tx, Wanted(entries=[entry]))
    refusal = refused(found[0], verdict, by, seen) if found else Refusal.GONE
    if refusal is None:
        said = {"verdict": verdict.value, "by": by, "duty": duty, "words": words, "at": now}
        tx.execute(insert(hour_checks).values(entry=entry, **said))
        tx.execute(update(hours).where(hours.c.id == entry).values(waits=verdict in WAITING))
    return refusal


def hold(tx: Connection, entries: Iterable[str]) -> None:
    """Let nobody else say anything of these entries until this transaction ends; held in one order, by id."""
    wanted = select(hours.c.id).where(hours.c.id.in_(list(entries))).order_by(hours.c.id)
    tx.execute(wanted.with_for_update(key_share=True))


def refused(line: Line, verdict: Check, by: str, seen: Check | None = None) -> Refusal | None:
    """Why this cannot be said of a line by this person."""
    if line.closed or line.adjusts:
        return Refusal.CLOSED
    if (line.person == by) != (verdict == Check.ANSWERED):
        return Refusal.OWN
    if line.check == verdict:
        return Refusal.DONE
    return Refusal.MEANWHILE if seen is not None and line.check != seen else None


def of(tx: Connection, entry: str) -> list[Word]:
    """What was said of this entry, in order?"""
    columns = (hour_checks.c.verdict, hour_checks.c.by, hour_checks.c.duty, hour_checks.c.words, hour_checks.c.at)
    rows = tx.execute(select(*columns).where(hour_checks.c.entry == entry).order_by(hour_checks.c.number))
    return [Word(*row) for row in rows]
