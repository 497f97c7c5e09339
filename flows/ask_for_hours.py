"""The person says whether we may ask on Mondays after hours that they have not logged."""

from __future__ import annotations

from typing import Any

from flows.engine import Ask, Do, End, Flow, Turn
from storage import nudges


def as_it_is(turn: Turn) -> dict[str, Any]:
    """Whether we ask now."""
    return {"asked": "yes" if nudges.are_wanted(turn.tx, turn.person.id) else "no"}


def write(turn: Turn) -> None:
    """Write down what they want."""
    nudges.want(turn.tx, turn.person.id, asked=turn.answers["often"] == "weekly")


ASK_FOR_HOURS = Flow(
    "ask_for_hours",
    Ask("often", ("weekly", "never"), values=as_it_is),
    Do("write", write, final=True),
    End("written", values=as_it_is, offers=("log_hours", "menu")),
)
