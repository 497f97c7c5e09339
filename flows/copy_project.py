"""Write a new draft like a project that exists: its roles are taken over, its dates are not."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import Choice
from flows import subjects
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import authoring, projects


def choices(turn: Turn) -> list[Option]:
    """Every project."""
    return subjects.choices(turn, "draft", "published", "paused", "closed")


def look(turn: Turn) -> str | None:
    """Whether one was named, or there is one to choose."""
    return None if "about" in turn.answers or choices(turn) else "nothing"


def copy(turn: Turn) -> str | None:
    """Write the copy."""
    made = authoring.copy(turn.tx, str(turn.answers["about"]), turn.person.id, turn.now)
    turn.answers["made"] = made
    return None if made else "gone"


def copied(turn: Turn) -> dict[str, Any]:
    """What the copy is called, and how many roles it has."""
    roles = projects.roles_of(turn.tx, turn.answers["made"])
    return {**subjects.titles(turn), "roles": len(roles)}


def onward(turn: Turn) -> list[Choice]:
    """Change the copy, or go on elsewhere."""
    return [turn.button(name) for name in (f"change_project:{turn.answers['made']}", "projects_list", "staff_menu")]


COPY_PROJECT: Final = Flow(
    "copy_project",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("about", choices),
    Do("copy", copy, exits={"gone": "gone"}, final=True),
    Say("copied", values=copied, choices=onward),
    End("done", quiet=True),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
