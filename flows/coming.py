"""The person says that they come to a session."""

from __future__ import annotations

from domain.messages import Choice
from flows import named
from flows.engine import Ask, Do, End, Flow, Say, Turn
from storage import answers


def note(turn: Turn) -> None:
    """Write it down."""
    answers.give(turn.tx, named.session_id(turn), turn.person.id, "yes", turn.now)


def change_of_mind(turn: Turn) -> list[Choice]:
    """Everything one has taken on, and the other answer."""
    return [turn.button("my_roles"), turn.button(f"not_coming:{named.session_id(turn)}")]


COMING = Flow(
    "coming",
    Do("find", named.find_session, exits=named.NO_SESSION),
    Do("note", note, final=True),
    Say("noted", values=named.where_and_when, choices=change_of_mind),
    End("quiet", quiet=True),
    Ask("session", options=named.session_options, then="find"),
    End("none", offers=("my_roles", "find_role")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "find_role")),
    End("called_off", offers=("my_roles", "menu")),
    End("over", offers=("log_hours", "my_roles")),
)
