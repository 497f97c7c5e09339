"""What the ledger's rows come to, worked out as plainly as possible: no query, no rounding before the last step."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

from sqlalchemy import Connection, select

from storage.schema import hour_checks, hours, projects, rates, roles


@dataclass
class Memory:
    """What no row tells: who was where when it was noted for good, for attendance can change and is forgotten."""

    seen: set[tuple[str, str]] = field(default_factory=set)
    """Who was at which session, as it stands: session and person."""
    settled: dict[str, bool] = field(default_factory=dict)
    """Whether the person was seen, for entries that are closed or whose person is gone."""


def rate(known: list[Any], skill: str | None, day: date) -> int:
    """What a day of eight hours is worth: the last rate of the skill, if it still holds; of the network; 800."""
    for kind in (skill or "-", ""):
        begun = sorted((each.from_on, each) for each in known if each.skill == kind and each.from_on <= day)
        if begun and (begun[-1][1].until_on is None or day <= begun[-1][1].until_on):
            return int(begun[-1][1].baht_a_day)
    return 800


def worth(minutes: int, baht: int) -> int:
    """In satang, the half away from nothing."""
    exact = Fraction(minutes, 8 * 60) * baht * 100
    return floor(exact + Fraction(1, 2)) if exact >= 0 else -floor(-exact + Fraction(1, 2))


def lines(tx: Connection, memory: Memory) -> dict[str, dict[str, Any]]:
    """Every entry that counts, by its id."""
    written = {row.id: row for row in tx.execute(select(hours).order_by(hours.c.number))}
    said = {row.entry: row.verdict for row in tx.execute(select(hour_checks).order_by(hour_checks.c.number))}
    known, work = list(tx.execute(select(rates))), {row.id: row.project for row in tx.execute(select(roles))}
    organisations = {row.id: row.organisation for row in tx.execute(select(projects))}
    gone = {row.replaces for row in written.values()}

    def came(row: Any) -> bool:
        return memory.settled.get(row.id, (row.session, row.person) in memory.seen)

    def grade(row: Any) -> str:
        return "verified" if said.get(row.id) == "verified" else "attended" if came(row) else "self_reported"

    def valued(row: Any) -> int:
        baht = rate(known, row.skill, row.worked_on)
        if not row.adjusts:
            return worth(row.minutes, baht)
        earlier = [each for each in written.values() if each.adjusts == row.adjusts and each.number < row.number]
        left = written[row.adjusts].minutes + sum(each.minutes for each in earlier)
        return worth(left + row.minutes, baht) - worth(left, baht)

    found = {}
    for row in written.values():
        first = written[row.adjusts] if row.adjusts else row
        if row.voids or row.id in gone or said.get(first.id) == "rejected":
            continue
        project = work.get(row.role)
        found[row.id] = {
            "minutes": row.minutes,
            "satang": valued(row),
            "grade": grade(first),
            "person": row.person,
            "project": project or "",
            "organisation": organisations.get(project, ""),
            "company": row.company or "",
            "month": row.worked_on.isoformat()[:7],
            "year": row.worked_on.isoformat()[:4],
            "working": row.working,
            "day": row.worked_on,
            "adjusts": row.adjusts,
        }
    return found


def total(of: Any) -> tuple[int, int]:
    """The minutes and the satang of some lines."""
    every = list(of)
    return sum(each["minutes"] for each in every), sum(each["satang"] for each in every)


def by(found: dict[str, dict[str, Any]], what: str) -> dict[str, tuple[int, int]]:
    """The sums of lines by one of their facts."""
    keys = {each[what] for each in found.values()}
    return {key: total(each for each in found.values() if each[what] == key) for key in keys}
