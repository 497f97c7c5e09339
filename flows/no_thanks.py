"""The person does not want a role: it is never brought up again, unless they sign up after all."""

from __future__ import annotations

from typing import Any

from flows import named
from flows.engine import Do, End, Flow, Say, Turn


def refuse(turn: Turn) -> str | None:
    """Write it down."""
    return named.decline(turn, "never")


def which(turn: Turn) -> dict[str, Any]:
    """The role."""
    return {"role": named.chosen(turn).role.title}


NO_THANKS = Flow(
    "no_thanks",
    Do("refuse", refuse, exits={"which": "which", "held": "held", "closed": "closed"}),
    Say("noted", values=which, choices=named.ways_back),
    End("quiet", quiet=True),
    End("held", values=which, offers=("my_roles", "menu")),
    End("closed", values=named.why_closed, offers=("find_role", "menu")),
    End("which", offers=("find_role", "menu")),
)
