"""The person does not know yet whether they come to a session; they are asked again when it is near."""

from __future__ import annotations

from typing import Any

from domain.messages import Choice
from domain.reminders import DAY, offsets
from flows import named, rsvp
from flows.engine import Ask, Do, End, Flow, Say, Turn
from storage import reminders


def note(turn: Turn) -> None:
    """Write it down; who had a place in a session with so many gives it up."""
    meeting = named.meeting(turn)
    had = meeting.session.capacity is not None and meeting.answer in {"yes", "waiting"}
    turn.answers["place"] = (meeting.answer if had else None) or "none"
    rsvp.answer(turn, meeting, "maybe")


def noted(turn: Turn) -> dict[str, Any]:
    """Where and when, which place was given up, and whether we ask again."""
    again = "yes" if is_reminded(turn) else "no"
    return {**named.where_and_when(turn), "place": turn.answers["place"], "again": again}


def is_reminded(turn: Turn) -> bool:
    """Whether a reminder of the session that asks whether the person comes is still ahead."""
    session = named.meeting(turn).session
    before = offsets(session, reminders.usual(turn.tx)).get(DAY)
    return before is not None and turn.now < session.starts_at - before


def change_of_mind(turn: Turn) -> list[Choice]:
    """The other answers, and everything one has taken on."""
    return [*rsvp.other_answers(turn, named.session_id(turn), "maybe"), turn.button("my_roles")]


MAYBE_LATER = Flow(
    "maybe_later",
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
