"""The person gave no time in the week that they were asked about."""

from __future__ import annotations

from datetime import date

from flows.engine import Do, End, Flow, Turn
from storage import nudges


def note(turn: Turn) -> None:
    """Write down that there is nothing to log of that week, if one was named."""
    try:
        week = date.fromisoformat(str(turn.answers.get("about")))
    except ValueError:
        return
    if nudges.state_of(turn.tx, turn.person.id, week):
        nudges.note(turn.tx, [turn.person.id], week, nudges.NONE, turn.now)


NO_HOURS = Flow(
    "no_hours",
    Do("note", note, final=True),
    End("fine", offers=("ask_for_hours", "menu")),
)
