"""Shows the role that somebody came for by a link, with the three answers to it; if it has closed, others that suit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from domain.sign_ups import HOLDING
from flows import links, named, showing
from flows.engine import Do, End, Flow, Go, Say, Turn
from storage import people, sign_ups


def recognise(text: str, turn: Turn) -> Mapping[str, Any] | None:
    """A line that names a role, as our links put it into people's hands."""
    return links.named(turn, "role", text)


def look(turn: Turn) -> str | None:
    """Whether a role is meant, and is open."""
    if "about" not in turn.answers:
        return "which"
    return None if named.role(turn) else "gone"


def card(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The role, with what the person can answer to it."""
    found = named.chosen(turn)
    return [({**showing.role_card(turn, found), "aim": found.project.aim}, answers(turn, found.role.id))]


def answers(turn: Turn, role: str) -> list[Choice]:
    """The three answers; who has asked for it already sees where they stand."""
    asked = sign_ups.state_of(turn.tx, role, turn.person.id) in HOLDING
    return [turn.button("my_roles")] if asked else showing.role_buttons(turn, role)


def half_filled(turn: Turn) -> bool:
    """Whether we know too little of the person to say whether the role suits."""
    return not turn.person.slots or not people.skills_of(turn.tx, turn.person.id)


def profile(turn: Turn) -> dict[str, str]:
    """Whether we know the person well enough."""
    return {"profile": "half" if half_filled(turn) else "full"}


def on_from_here(turn: Turn) -> list[Choice]:
    """Tell us more about oneself; bring a friend; see other roles."""
    more = ["about_me"] if half_filled(turn) else []
    return [turn.button(each) for each in (*more, f"share:{named.chosen(turn).role.id}", "find_role")]


SEE_ROLE: Final = Flow(
    "see_role",
    Do("look", look, exits={"gone": "gone", "which": "others"}),
    Say("card", many=card),
    Say("more", values=profile, choices=on_from_here),
    End("shown", quiet=True),
    Say("gone"),
    Go("others", "find_role"),
    recognises=recognise,
    unmistakable=True,
)
