"""How a project or one of its roles is paused, resumed or closed: what it means, whom it concerns, and doing it."""

from __future__ import annotations

from typing import Any, Final

from domain.projects import PROJECT_MOVES, ROLE_MOVES, Refusal, may_move
from domain.sign_ups import IN_TEAM, UNSETTLED
from flows import subjects
from flows.engine import Option, Turn
from flows.subjects import Subject
from storage import authoring, sign_ups

AFTER: Final = {"pause_project": "paused", "resume_project": "published", "close_project": "closed"}
"""Which state each conversation leads to; an open role is what a published project is."""


FROM: Final = {
    "pause_project": ("published",),
    "resume_project": ("paused",),
    "close_project": ("draft", "published", "paused"),
}
"""Which projects each conversation offers to choose from."""


def choices(turn: Turn) -> list[Option]:
    """The projects that this conversation can be about."""
    return subjects.choices(turn, *FROM[turn.conversation.flow])


def look(turn: Turn) -> str | None:
    """Whether one was named, or there is one to choose."""
    return None if "about" in turn.answers or choices(turn) else "nothing"


def after(turn: Turn, subject: Subject) -> str:
    """The state that this conversation leads to."""
    state = AFTER[turn.conversation.flow]
    return "open" if state == "published" and subject.found else state


def refusal(turn: Turn) -> Refusal | None:
    """Why it cannot be; nothing if it can."""
    subject = subjects.find(turn)
    if subject is None:
        return Refusal.GONE
    if subject.found and subject.project.state == "closed":
        return Refusal.CLOSED
    if subject.facts.state == "draft" and after(turn, subject) == "published":
        return Refusal.DRAFT
    return may_move(subject.facts.state, after(turn, subject), ROLE_MOVES if subject.found else PROJECT_MOVES)


def check(turn: Turn) -> str | None:
    """Whether it can be."""
    return "refused" if refusal(turn) else None


def why(turn: Turn) -> dict[str, str]:
    """Why it cannot be, in words."""
    subject, reason = subjects.find(turn), refusal(turn) or Refusal.SAME
    title = subject.facts.title if subject else ""
    state = after(turn, subject) if subject else ""
    return {"reason": turn.words(f"moving.{reason}", title=title, state=state)}


def what_it_means(turn: Turn) -> dict[str, Any]:
    """What it is, who asked for it and has no answer, who is in the team, and who is told."""
    subject = subjects.chosen(turn)
    people = subjects.reached(turn, subject)
    told = subjects.telling_words(turn, people) if people else turn.words("moving.nobody")
    facts = {"asked": count(turn, subject, UNSETTLED), "team": count(turn, subject, IN_TEAM)}
    return {**subjects.titles(turn), **facts, "state": subject.facts.state, "told": told}


def count(turn: Turn, subject: Subject, states: tuple[str, ...]) -> int:
    """How many stand with it in one of these states?"""
    return sum(len(sign_ups.of_role(turn.tx, role, states)) for role in subjects.role_ids(turn, subject))


def move(turn: Turn) -> str | None:
    """Do it, unless it cannot be any more."""
    subject = subjects.chosen(turn)
    turn.answers["done"] = what_it_means(turn)
    do = authoring.move_role if subject.found else authoring.move_project
    refused = do(turn.tx, subject.facts.id, after(turn, subject), turn.person.id, turn.now)
    return "refused" if refused else None


def done(turn: Turn) -> dict[str, Any]:
    """What was done, as it stood before."""
    found: dict[str, Any] = turn.answers["done"]
    return found
