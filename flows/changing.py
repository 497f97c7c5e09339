"""How a project and a role are changed: choose what, say it, see whom it concerns, keep it, and choose again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from domain.messages import Choice
from domain.projects import Refusal, missing, news
from domain.work import Project, Role
from flows import subjects
from flows.engine import Option, Turn
from flows.project_facts import PROJECT_FACTS
from flows.project_facts import UNSAID as UNSAID_OF_PROJECT
from flows.role_facts import ROLE_FACTS, with_columns
from flows.role_facts import UNSAID as UNSAID_OF_ROLE
from flows.subjects import Subject
from storage import authoring, projects, sessions

BELONGING: Final = ("province", "reserved_for", "reserved_until", "sure", "what")
"""Answers that are forgotten with the fact that they were about."""
REFUSED: Final = {
    Refusal.FEWER_THAN_TAKEN: "fewer_than_taken",
    Refusal.FEWER_THAN_LEAST: "fewer_than_least",
    Refusal.FEWER_THAN_RESERVED: "fewer_than_reserved",
}
NO_WAY: Final = {"gone": "gone", "closed": "closed"}


def check(turn: Turn) -> str | None:
    """Whether there is such a thing, and it can still be changed."""
    subject = subjects.find(turn)
    if subject is None or subject.kind not in turn.conversation.flow:
        return "gone"
    return "closed" if "closed" in {subject.facts.state, subject.project.state} else None


# ---------------------------------------------------------------- what there is to change


def words_of(turn: Turn, thing: Project | Role, fact: str) -> str:
    """What a fact says now, in words."""
    if isinstance(thing, Role):
        return ROLE_FACTS[fact][0](turn, thing)
    return PROJECT_FACTS[fact][0](turn, thing)


def label(turn: Turn, fact: str) -> str:
    """What a fact is called."""
    flow = turn.network.flows[turn.conversation.flow]
    return turn.words(f"{flow.key(flow[fact])}.label")


def lines(turn: Turn, thing: Project | Role) -> str:
    """Every fact that says something, a line each."""
    facts = ROLE_FACTS if isinstance(thing, Role) else PROJECT_FACTS
    said = {fact: words_of(turn, thing, fact) for fact in facts}
    return "\n".join(f"• {label(turn, fact)}: {words}" for fact, words in said.items() if words)


def fact_options(turn: Turn, facts: Sequence[str]) -> list[Option]:
    """The facts, to choose one."""
    return [Option(fact, label(turn, fact)) for fact in facts]


def unsaid(turn: Turn) -> list[str]:
    """Which facts have not been said yet, in the order in which one says them?"""
    thing = subjects.chosen(turn).facts
    if isinstance(thing, Role):
        return [fact for fact, is_unsaid in UNSAID_OF_ROLE.items() if is_unsaid(thing)]
    return [fact for fact in UNSAID_OF_PROJECT if not getattr(thing, fact)]


def lacks(turn: Turn) -> str:
    """What a draft still needs before it can be published, in one line; nothing if there is nothing."""
    project = subjects.chosen(turn).project
    said = [each for each in missing_words(turn, project) if project.state == "draft"]
    return "\n" + turn.words("changing.lacks", missing=", ".join(said)) if said else ""


def missing_words(turn: Turn, project: Project) -> list[str]:
    """What a project needs before it can be published, in words."""
    roles, meetings = projects.roles_of(turn.tx, project.id), sessions.of_project(turn.tx, project.id)
    needed = missing(project, roles, meetings, turn.now)
    return [turn.words(f"changing.lacks-{each.what}", role=each.role) for each in needed]


# ---------------------------------------------------------------- one after the other


def begin_all(turn: Turn) -> None:
    """Ask everything that has not been said, one after the other."""
    turn.answers["ahead"] = unsaid(turn)


def following(turn: Turn) -> str | None:
    """Forget the answer that was dealt with; go on to the next question that waits in line, if there is one."""
    for name in (*ROLE_FACTS, *PROJECT_FACTS, *BELONGING):
        turn.answers.pop(name, None)
    ahead: list[str] = turn.answers.get("ahead") or []
    turn.answers["ahead"], turn.answers["again"] = ahead[1:], "yes"
    if ahead:
        turn.answers["what"] = ahead[0]
    return ahead[0] if ahead else None


# ---------------------------------------------------------------- weighing an answer


def columns(turn: Turn) -> dict[str, Any]:
    """The columns that the answer changes; none if it was skipped."""
    fact = turn.answers["what"]
    if turn.answers.get(fact) in (None, []):
        return {}
    return (ROLE_FACTS if subjects.chosen(turn).found else PROJECT_FACTS)[fact][1](turn)


def would_be(subject: Subject, changed: Mapping[str, Any]) -> Project | Role:
    """The project or role as it would be."""
    if isinstance(subject.facts, Role):
        return with_columns(subject.facts, changed)
    return replace(subject.facts, **changed)


def weigh(turn: Turn) -> str | None:
    """Whether the answer changes anything, can be, and matters to somebody who has to hear of it."""
    subject, changed = subjects.chosen(turn), columns(turn)
    if not changed:
        return "skipped"
    after = would_be(subject, changed)
    if after == subject.facts:
        return "same"
    if refusal := authoring.may_change(subject.found, changed) if subject.found else None:
        return REFUSED.get(refusal, "closed")
    is_news = subject.project.state != "draft" and news(subject.facts, after)
    return None if is_news and subjects.reached(turn, subject) else "save"


def change_in_words(turn: Turn) -> dict[str, Any]:
    """What changes, from what to what, and who is told."""
    subject, fact = subjects.chosen(turn), turn.answers["what"]
    nothing = turn.words("engine.nothing")
    old = words_of(turn, subject.facts, fact) or nothing
    new = words_of(turn, would_be(subject, columns(turn)), fact) or nothing
    told = subjects.telling_words(turn, subjects.reached(turn, subject))
    return {"fact": label(turn, fact), "old": old, "new": new, "told": told}


def save(turn: Turn) -> str | None:
    """Write it down, unless it cannot be any more."""
    subject, changed = subjects.chosen(turn), columns(turn)
    change = authoring.change_role if subject.found else authoring.change_project
    refusal = change(turn.tx, subject.facts.id, turn.person.id, turn.now, **changed)
    return REFUSED.get(refusal, "closed") if refusal else None


def saved(turn: Turn) -> dict[str, str]:
    """What was written down."""
    fact = turn.answers["what"]
    words = words_of(turn, subjects.chosen(turn).facts, fact)
    return {"fact": label(turn, fact), "new": words or turn.words("engine.nothing")}


def taken(turn: Turn) -> dict[str, Any]:
    """How many seats are taken, reserved, and needed to begin."""
    found = subjects.chosen(turn).found
    if found is None:
        return {}
    return {"taken": found.taken, "least": found.role.least, "reserved": found.role.reserved}


def onward(turn: Turn) -> list[Choice]:
    """See it as volunteers do, publish what is a draft, or go on elsewhere."""
    project = subjects.chosen(turn).project
    publish = [f"publish_project:{project.id}"] if project.state == "draft" else []
    names = [
        *publish,
        f"preview:{project.id}",
        f"sessions_of:{project.id}",
        f"change_project:{project.id}",
        "projects_list",
    ]
    return [turn.button(name) for name in names if name.partition(":")[0] != turn.conversation.flow]
