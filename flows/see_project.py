"""Shows the project that somebody came for by a link, with its open roles; if it has closed, others that suit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.matching import best
from domain.messages import Choice
from domain.work import OpenRole
from flows import links, showing
from flows.engine import Do, End, Flow, Go, Say, Turn
from storage import people, projects

CARDS: Final = 3
"""So many roles are shown at once: with the project they fit into one reply."""


def recognise(text: str, turn: Turn) -> Mapping[str, Any] | None:
    """A line that names a project, as our links put it into people's hands."""
    return links.named(turn, "project", text)


def look(turn: Turn) -> str | None:
    """Whether a project is meant, is open, and has a role for this person."""
    if "about" not in turn.answers:
        return "which"
    project = projects.find(turn.tx, str(turn.answers["about"]))
    return None if project and project.state == "published" and roles(turn) else "gone"


def roles(turn: Turn) -> list[OpenRole]:
    """The project's roles that the person could sign up for, the best first."""
    offered = projects.open_roles(turn.tx, turn.person.id)
    own = [each for each in offered if each.project.id == turn.answers["about"]]
    return best(turn.person, people.skills_of(turn.tx, turn.person.id), own)


def project(turn: Turn) -> dict[str, Any]:
    """What the project is for, and how many roles are open."""
    found = roles(turn)
    about = found[0].project
    return {"project": about.title, "organisation": about.organisation, "aim": about.aim, "roles": len(found)}


def cards(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """A card for each of the best roles, with the three answers to it."""
    return [(showing.role_card(turn, each), showing.role_buttons(turn, each.role.id)) for each in roles(turn)[:CARDS]]


def on_from_here(turn: Turn) -> list[Choice]:
    """Bring a friend, or see other roles."""
    return [turn.button(f"share:{turn.answers['about']}"), turn.button("find_role")]


SEE_PROJECT: Final = Flow(
    "see_project",
    Do("look", look, exits={"gone": "gone", "which": "others"}),
    Say("project", values=project),
    Say("card", many=cards),
    Say("more", choices=on_from_here),
    End("shown", quiet=True),
    Say("gone"),
    Go("others", "find_role"),
    recognises=recognise,
    unmistakable=True,
)
