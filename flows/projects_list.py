"""Staff's list of projects, three at a time, each as a card with its state, its seats and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from domain.work import OpenRole, Project
from flows.change_project import role_line
from flows.engine import Audience, Do, End, Flow, Say, Turn
from flows.project_facts import PROJECT_FACTS
from storage import projects

CARDS: Final = 3
ENDED: Final = "closed"
"""The argument that asks for the projects that have ended."""
STATES: Final = ("published", "paused", "draft")
BUTTONS: Final[Mapping[str, Sequence[str]]] = {
    "draft": ("publish_project", "change_project", "sessions_of", "preview", "copy_project", "close_project"),
    "published": (
        "sessions_of",
        "verify_hours",
        "change_project",
        "preview",
        "room",
        "organisation_people",
        "pause_project",
        "close_project",
        "copy_project",
    ),
    "paused": (
        "resume_project",
        "sessions_of",
        "verify_hours",
        "change_project",
        "preview",
        "room",
        "organisation_people",
        "close_project",
        "copy_project",
    ),
    "closed": ("copy_project", "preview", "sessions_of", "verify_hours", "organisation_people"),
}
"""What can be done with a project in each state."""


def look(turn: Turn) -> str | None:
    """Whether there is a project to show, or at least some that have ended."""
    if listed(turn) or (not ended(turn) and projects.in_states(turn.tx, (ENDED,))):
        return None
    return "none_ended" if ended(turn) else "nothing"


def argument(turn: Turn) -> str:
    """What the button asked for: ``3`` to begin after three, ``closed`` or ``closed3`` for those that have ended."""
    return str(turn.answers.get("about", ""))


def ended(turn: Turn) -> bool:
    """Whether those are asked for that have ended."""
    return argument(turn).startswith(ENDED)


def listed(turn: Turn) -> list[Project]:
    """The projects by state, the newest of each first."""
    states = (ENDED,) if ended(turn) else STATES
    return [each for state in states for each in projects.in_states(turn.tx, (state,))]


def first(turn: Turn) -> int:
    """How many were shown before, if that is a number within the list."""
    number = argument(turn).removeprefix(ENDED)
    start = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
    return start if start < len(listed(turn)) else 0


def at_a_glance(turn: Turn) -> dict[str, Any]:
    """How many there are in each state."""
    counts = {state: len(projects.in_states(turn.tx, (state,))) for state in (*STATES, ENDED)}
    return {**counts, "which": "ended" if ended(turn) else "under_way"}


def cards(turn: Turn) -> list[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """A card for each project."""
    return [card(turn, each) for each in listed(turn)[first(turn) :][:CARDS]]


def card(turn: Turn, project: Project) -> tuple[Mapping[str, Any], Sequence[Choice]]:
    """One project with its roles and seats, its dates, and what can be done with it."""
    roles = [each for each in projects.with_seats(turn.tx, project.id) if each.role.state != ENDED]
    facts = {
        "project": project.title,
        "organisation": project.organisation,
        "state": turn.words(f"changing.project-{project.state}"),
        "seats": seat_words(turn, roles),
        "roles": "\n".join(role_line(turn, each) for each in roles) or turn.words("projects_list.no_roles"),
        "dates": "".join(date_line(turn, project, name) for name in ("starts_on", "closes_at")),
    }
    return facts, [turn.button(f"{flow}:{project.id}") for flow in BUTTONS[project.state]]


def seat_words(turn: Turn, roles: Sequence[OpenRole]) -> str:
    """How many seats of the project are taken, and how many are free."""
    taken, left = sum(each.taken for each in roles), sum(each.seats_left for each in roles)
    return turn.words("projects_list.seats", taken=taken, left=left)


def date_line(turn: Turn, project: Project, name: str) -> str:
    """A date of the project on a line of its own, if it is known."""
    said = PROJECT_FACTS[name][0](turn, project)
    return "\n" + turn.words(f"projects_list.{name}", day=said) if said else ""


def onward(turn: Turn) -> list[Choice]:
    """The next projects, those that have ended, a new one."""
    after = first(turn) + CARDS
    prefix = ENDED if ended(turn) else ""
    more = Choice(turn.words("engine.more"), f"go:projects_list:{prefix}{after}")
    has_ended = not ended(turn) and projects.in_states(turn.tx, (ENDED,))
    return [
        *([more] if after < len(listed(turn)) else []),
        *([Choice(turn.words("projects_list.ended"), f"go:projects_list:{ENDED}")] if has_ended else []),
        turn.button("create_project"),
        turn.button("staff_menu"),
    ]


PROJECTS_LIST: Final = Flow(
    "projects_list",
    Do("look", look, exits={"nothing": "nothing", "none_ended": "none_ended"}),
    Say("card", many=cards),
    Say("below", values=at_a_glance, choices=onward),
    End("done", quiet=True),
    End("nothing", offers=("create_project", "staff_menu")),
    End("none_ended", offers=("projects_list", "staff_menu")),
    audience=Audience.STAFF,
)
