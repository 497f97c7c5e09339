"""Gives the links and QR pictures of a role or a project, to be sent on to friends."""

from __future__ import annotations

from typing import Any, Final

from flows import links, showing
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from flows.links import Door
from storage import projects


def look(turn: Turn) -> str | None:
    """Whether something is named, or else whether there is anything to share."""
    if "about" in turn.answers:
        return "named"
    return None if projects.published(turn.tx) else "nothing"


def open_things(turn: Turn) -> list[Option]:
    """The open projects by title, each with its open roles after it."""
    found = sorted(projects.published(turn.tx), key=lambda project: project.title)
    return [option for project in found for option in with_roles(turn, project.id, project.title)]


def with_roles(turn: Turn, project: str, title: str) -> list[Option]:
    """A project and its open roles."""
    roles = [each for each in projects.roles_of(turn.tx, project) if each.state == "open"]
    return [Option(project, title), *(Option(role.id, role.title) for role in roles)]


def check(turn: Turn) -> str | None:
    """Whether this is a role or a project that people can sign up for."""
    return None if find(turn) else "gone"


def find(turn: Turn) -> tuple[Door, dict[str, Any]] | None:
    """The door to what is shared, with its words; nothing if it is not open."""
    thing = str(turn.answers["about"])
    role = projects.find_role(turn.tx, thing)
    if role is not None:
        facts = {"kind": "role", "needs": showing.skills(turn, role.role.skills), "title": role.role.title}
        words = {**facts, "project": role.project.title, "organisation": role.project.organisation}
        return (links.door_to(turn, "role", thing), words) if role.is_open else None
    project = projects.find(turn.tx, thing)
    if project is None or project.state != "published":
        return None
    words = {"kind": "project", "needs": project.aim, "title": project.title, "project": project.title}
    return links.door_to(turn, "project", thing), {**words, "organisation": project.organisation}


def invitation(turn: Turn) -> dict[str, Any]:
    """What is sent on: what it is, and the ways in."""
    found = find(turn)
    words = found[1] if found else {}
    return {**words, "ways": links.ways_in(turn, door(turn))}


def door(turn: Turn) -> Door:
    """The door to what is shared, where an earlier step has made sure of it."""
    found = find(turn)
    if found is None:
        raise LookupError("what is shared has closed in the middle of a turn")
    return found[0]


def shown(turn: Turn) -> dict[str, str]:
    """Which QR pictures follow."""
    return {"pictures": links.which_pictures(turn, door(turn))}


SHARE: Final = Flow(
    "share",
    Do("look", look, exits={"nothing": "nothing_open", "named": "check"}),
    Ask("about", open_things),
    Do("check", check, exits={"gone": "gone"}),
    Say("forward", values=shown),
    Say("invitation", values=invitation),
    Do("pictures", lambda turn: links.show_pictures(turn, door(turn))),
    End("shared", quiet=True),
    End("gone", offers=("find_role",)),
    End("nothing_open", offers=("menu",)),
    audience=Audience.ANYONE,
)
