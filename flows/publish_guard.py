"""What a draft needs before it can be published: said with the way to fill it in; a lead can be done without."""

from __future__ import annotations

from typing import Any

from domain.messages import Choice
from domain.projects import missing
from domain.work import Project
from flows import changing, subjects
from flows.engine import Turn
from storage import projects, sessions


def lacking(turn: Turn, project: Project) -> str | None:
    """Whether a draft is ``incomplete``, or has just ``no_lead``, which is asked about."""
    roles, meetings = projects.roles_of(turn.tx, project.id), sessions.of_project(turn.tx, project.id)
    lacks = {each.what for each in missing(project, roles, meetings, turn.now)}
    return "incomplete" if lacks - {"lead"} else "no_lead" if lacks else None


def what_is_missing(turn: Turn) -> dict[str, str]:
    """What the project still needs, a line each."""
    lacks = changing.missing_words(turn, subjects.chosen(turn).project)
    return {**subjects.titles(turn), "missing": "\n".join(f"• {each}" for each in lacks)}


def fill_in(turn: Turn) -> list[Choice]:
    """The way to what is missing."""
    return [turn.button(f"change_project:{turn.answers['about']}"), turn.button("staff_menu")]


def the_project(turn: Turn) -> dict[str, Any]:
    """The project, for changing it."""
    return {"about": turn.answers["about"]}
