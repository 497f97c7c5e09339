"""The person says that they cannot come to a session; nobody asks why, and staff hear of it where it matters."""

from __future__ import annotations

from typing import Any

from domain.messages import Choice
from flows import named, rsvp
from flows.engine import Ask, Do, End, Flow, Say, Turn


def note(turn: Turn) -> None:
    """Write it down, and tell staff if it is new."""
    meeting = named.meeting(turn)
    turn.answers["staff"] = "told" if rsvp.concerns_staff(meeting, turn) else "see"
    rsvp.answer(turn, meeting, "no")


def noted(turn: Turn) -> dict[str, Any]:
    """Where and when, and whether staff were told."""
    return {**named.where_and_when(turn), "staff": turn.answers["staff"]}


def change_of_mind(turn: Turn) -> list[Choice]:
    """Everything one has taken on, and the other answers."""
    return [turn.button("my_roles"), *rsvp.other_answers(turn, named.session_id(turn), "no")]


NOT_COMING = Flow(
    "not_coming",
    Do("find", named.find_session, exits=named.NO_SESSION),
    Do("note", note, final=True),
    Say("noted", values=noted, choices=change_of_mind),
    End("quiet", quiet=True),
    Ask("session", options=named.session_options, then="find"),
    End("none", offers=("my_roles", "find_role")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "find_role")),
    End("called_off", offers=("my_roles", "menu")),
    End("over", offers=("my_roles", "menu")),
)
