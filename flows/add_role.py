"""Add a role to a project that exists already."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import Choice
from flows import role_draft, subjects
from flows.engine import Ask, Audience, Do, End, Flow, Option, ReadBack, Say, Turn
from flows.role_draft import ROLE
from flows.role_questions import ROLE_QUESTIONS
from storage import projects, staff


def choices(turn: Turn) -> list[Option]:
    """The projects that can have one more role."""
    return subjects.choices(turn, "draft", "published", "paused")


def look(turn: Turn) -> str | None:
    """Whether a project was named, or there is one to choose."""
    return None if "about" in turn.answers or choices(turn) else "nothing"


def check(turn: Turn) -> str | None:
    """Whether it is a project that has not ended; notes how many roles it has."""
    subject = subjects.find(turn)
    if subject is None or subject.found or subject.project.state == "closed":
        return "gone"
    turn.answers["so_far"] = len(projects.roles_of(turn.tx, subject.project.id))
    return None


def save(turn: Turn) -> str | None:
    """Write the role down."""
    if check(turn):
        return "gone"
    role = {name: turn.answers.get(name) for name in ROLE}
    made = projects.add_role(turn.tx, subjects.chosen(turn).project.id, **role_draft.role_facts(role))
    staff.record(turn.tx, turn.person.id, "role_added", made, turn.now)
    turn.answers["made"] = made
    return None


def added(turn: Turn) -> dict[str, Any]:
    """The role and its project, and whether it can be seen already."""
    facts = subjects.titles(turn)
    return {**facts, "role": turn.answers["role_title"], "state": subjects.chosen(turn).project.state}


def onward(turn: Turn) -> list[Choice]:
    """Say more about the role, publish the project or tell people of it, or go back to the project."""
    project = subjects.chosen(turn).project
    publish = [f"publish_project:{project.id}"] if project.state != "paused" else []
    names = [f"change_role:{turn.answers['made']}", *publish, f"change_project:{project.id}", "projects_list"]
    return [turn.button(name) for name in names]


ADD_ROLE: Final = Flow(
    "add_role",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("about", choices),
    Do("check", check, exits={"gone": "gone"}),
    *ROLE_QUESTIONS,
    ReadBack("right_role", of=ROLE),
    Do("save", save, exits={"gone": "gone"}, final=True),
    Say("added", values=added, choices=onward),
    End("done", quiet=True),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
