"""What a project says, fact by fact: how it looks in words, and which columns an answer of staff's changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from domain.work import Project
from flows import showing
from flows.engine import Turn
from flows.project_answers import NONE, end_of, last_day
from texts import dates

Words = Callable[[Turn, Project], str]
Columns = Callable[[Turn], dict[str, Any]]


def text(column: str) -> tuple[Words, Columns]:
    """A fact in the writer's own words."""

    def words(_turn: Turn, project: Project) -> str:
        return str(getattr(project, column))

    def columns(turn: Turn) -> dict[str, Any]:
        answer = turn.answers[column]
        return {column: "" if answer == NONE else answer}

    return words, columns


def day(column: str) -> tuple[Words, Columns]:
    """A day of the project."""

    def words(turn: Turn, project: Project) -> str:
        found = getattr(project, column)
        return dates.weekday_and_day(turn.chat.language, found) if found else ""

    def columns(turn: Turn) -> dict[str, Any]:
        answer = turn.answers[column]
        return {column: None if answer == NONE else date.fromisoformat(answer)}

    return words, columns


def closing(turn: Turn, project: Project) -> str:
    """The last day for signing up."""
    return last_day(turn, project.closes_at) if project.closes_at else ""


def closing_as_columns(turn: Turn) -> dict[str, Any]:
    """People can sign up until the end of the day."""
    answer = turn.answers["closes_at"]
    return {"closes_at": None if answer == NONE else end_of(turn, answer)}


PROJECT_FACTS: Final[Mapping[str, tuple[Words, Columns]]] = {
    "starts_on": day("starts_on"),
    "ends_on": day("ends_on"),
    "closes_at": (closing, closing_as_columns),
    "scope_in": text("scope_in"),
    "scope_out": text("scope_out"),
    "done_when": text("done_when"),
    "needs": text("needs"),
    "aim": text("aim"),
    "title": text("title"),
    "organisation": text("organisation"),
    "cause": (
        lambda turn, project: showing.cause(turn, project.cause) if project.cause else "",
        lambda turn: {"cause": turn.answers["cause"]},
    ),
}
"""What staff can say of a project, the most often changed first."""

UNSAID: Final = ("scope_in", "scope_out", "done_when", "needs", "starts_on", "ends_on", "closes_at")
"""What has not been said when a project is new: asked one after the other by who wants to say more."""
