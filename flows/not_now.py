"""The person puts a role off: we keep quiet about it for 30 days."""

from __future__ import annotations

from typing import Any

from flows import named
from flows.engine import Do, End, Flow, Say, Turn
from storage.volunteers import NOT_NOW_DAYS


def put_off(turn: Turn) -> str | None:
    """Write it down."""
    return named.decline(turn, "not_now")


def which(turn: Turn) -> dict[str, Any]:
    """The role, and how long we keep quiet about it."""
    return {"role": named.chosen(turn).role.title, "days": NOT_NOW_DAYS}


NOT_NOW = Flow(
    "not_now",
    Do("put_off", put_off, exits={"which": "which", "held": "held", "closed": "closed"}),
    Say("noted", values=which, choices=named.ways_back),
    End("quiet", quiet=True),
    End("held", values=which, offers=("my_roles", "menu")),
    End("closed", values=named.why_closed, offers=("find_role", "menu")),
    End("which", offers=("find_role", "menu")),
)
