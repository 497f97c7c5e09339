"""Closes what is over into a report: its entries change no more, and corrections are entries of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Connection

from bot.report_words import Told
from domain.ledger import Grade, Line
from domain.value_report import chosen_lines, year
from storage import closings, ledger, projects, staff
from storage.ledger import Wanted


class Asked(Protocol):
    """What is asked for, and when."""

    @property
    def arguments(self) -> Any:
        """The options."""

    @property
    def now(self) -> datetime:
        """The moment."""

    @property
    def today(self) -> date:
        """Today, on the network's calendar."""

    def say(self, key: str, **values: Any) -> str:
        """Words of the report."""


@dataclass(frozen=True, slots=True)
class Closed:
    """What came of it."""

    done: bool
    said: Sequence[str]


def close(tx: Connection, asked: Asked, told: Told) -> Closed:
    """Close what the report is of, if it is over and somebody is sure; or say what that would do."""
    kind, about = what(told)
    if why := refusal(tx, asked, told, kind):
        return Closed(False, ["", asked.say(f"close-{why}")])
    lines = chosen_lines(ledger.lines(tx, Wanted(until=asked.today)), told.chosen)
    found = [each for each in lines if each.counts]
    facts = counts(found)
    if not found:
        return Closed(False, ["", asked.say("close-nothing")])
    if not asked.arguments.yes:
        return Closed(False, ["", asked.say("close-preview", about=told.about, **facts)])
    since, until = year(int(told.chosen["year"])) if "year" in told.chosen else (None, None)
    entries = [each.entry for each in found]
    closing = closings.close(tx, kind, about, entries, asked.now, None, since, until)
    staff.record(tx, None, "report_closed", about or closing, asked.now, {"count": len(entries)})
    return Closed(True, ["", asked.say("close-done", about=told.about, **facts)])


def what(told: Told) -> tuple[str, str | None]:
    """As what the report is closed, and of which project or company."""
    kind = next((each for each in ("project", "company") if each in told.chosen), "year")
    return kind, told.chosen.get(kind) if kind != "year" else None


def refusal(tx: Connection, asked: Asked, told: Told, kind: str) -> str | None:
    """Why it cannot be closed: nobody closes what still goes on, nor what is of two kinds."""
    if "organisation" in told.chosen or {"project", "company"} <= set(told.chosen):
        return "one_kind"
    if "year" in told.chosen:
        return None if int(told.chosen["year"]) < asked.today.year else "not_over"
    if kind != "project":
        return "which_year"
    project = projects.find(tx, told.chosen["project"])
    return None if project and project.state == "closed" else "goes_on"


def counts(found: Sequence[Line]) -> dict[str, int]:
    """How many entries would be closed, how many of them nobody has verified, how many are closed already."""
    return {
        "count": len(found),
        "unverified": sum(each.grade != Grade.VERIFIED for each in found),
        "already": sum(each.closed for each in found),
    }
