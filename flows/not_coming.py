"""The person says that they cannot come to a session; staff hear of it once."""

from __future__ import annotations

from typing import Any

from domain.messages import Choice
from flows import named, showing
from flows.engine import Ask, Do, End, Flow, Say, Turn
from storage import answers
from storage.sessions import Meeting


def note(turn: Turn) -> None:
    """Write it down, and tell staff if it is new."""
    meeting = named.meeting(turn)
    answers.give(turn.tx, meeting.session.id, turn.person.id, "no", turn.now)
    if meeting.answer != "no":
        showing.tell_staff(turn, "not_coming.told_staff", lambda there: told(there, meeting))


def told(there: Turn, meeting: Meeting) -> dict[str, Any]:
    """What staff hear."""
    facts = showing.session_facts(there, meeting.session, meeting.project)
    return {**facts, "name": showing.person_name(there)}


def change_of_mind(turn: Turn) -> list[Choice]:
    """Everything one has taken on, and the other answer."""
    return [turn.button("my_roles"), turn.button(f"coming:{named.session_id(turn)}")]


NOT_COMING = Flow(
    "not_coming",
    Do("find", named.find_session, exits=named.NO_SESSION),
    Do("note", note, final=True),
    Say("noted", values=named.where_and_when, choices=change_of_mind),
    End("quiet", quiet=True),
    Ask("session", options=named.session_options, then="find"),
    End("none", offers=("my_roles", "find_role")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "find_role")),
    End("called_off", offers=("my_roles", "menu")),
    End("over", offers=("my_roles", "menu")),
)
