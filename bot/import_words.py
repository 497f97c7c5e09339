"""What reading a file needs to know of words, and how what is wrong with it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sqlalchemy import Connection

from bot.clock import Clock
from domain.people import CAUSES, LEVELS, PLACES
from domain.project_file import About, Problem
from domain.project_file.cells import plain
from domain.project_file.reading import BANGKOK
from domain.work import SESSION_KINDS
from storage import companies
from texts import all_texts

CHOICES: Final[Mapping[str, tuple[str, Sequence[str]]]] = {
    "cause": ("words.cause", CAUSES),
    "level": ("words.level", LEVELS),
    "place": ("words.place", PLACES),
    "kind": ("create_project.kind", SESSION_KINDS),
    "admission": ("import_projects.admission", ("first_come", "chosen")),
    "yes_no": ("import_projects.yes_no", ("yes", "no")),
}
"""Closed choices: where their words are, and their values."""


def about(tx: Connection) -> About:
    """What reading needs to know: the day, the words of closed choices, the companies."""
    now = Clock().now()
    return About(now.astimezone(BANGKOK).date(), now.astimezone(BANGKOK), names(), companies.by_name_or_code(tx))


def names() -> dict[str, dict[str, str]]:
    """The words of each closed choice in both languages, made plain, and what they stand for."""
    return {choice: words_of(key, values) for choice, (key, values) in CHOICES.items()}


def words_of(key: str, values: Sequence[str]) -> dict[str, str]:
    """The words of one closed choice, other words for its values included."""
    texts = all_texts()
    found: dict[str, str] = {}
    for value in values:
        also = f"{key}-{value}.also"
        listed = [word for each in texts.both(also).values() for word in each.split(",")] if texts.has(also) else []
        found |= {plain(word): value for word in (value, *texts.both(f"{key}-{value}").values(), *listed)}
    return found


def told(language: str, problem: Problem) -> dict[str, str]:
    """One problem in words: where, in which column, and why."""
    values = dict(problem.bad.values)
    if "choice" in values:
        key, listed = CHOICES[values["choice"]]
        values["listed"] = ", ".join(all_texts().say(language, f"{key}-{each}") for each in listed)
    column = problem.column
    named = (column.th if language == "th" else column.en) if column else "–"
    why = all_texts().say(language, f"import_projects.why-{problem.bad.why}", **values)
    return {"where": problem.where, "column": named, "why": why}
