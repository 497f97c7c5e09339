"""Somebody tapped on a broadcast's button: noted once, then shown the role that it is about, or its words again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.broadcasts import Broadcast, messages
from domain.messages import Choice
from domain.work import OpenRole
from flows import showing
from flows.engine import Audience, Do, End, Flow, Say, Turn
from storage import broadcasts, projects


def note(turn: Turn) -> str | None:
    """Note the tap, and find what it leads to: ``gone``, ``closed``, ``words``, or the role."""
    found = wanted(turn)
    if found is None:
        return "gone"
    turn.answers["about"] = found.id
    broadcasts.note_tap(turn.tx, found.id, turn.person.id, turn.now)
    if found.role is None:
        turn.said.extend(messages(found, turn.chat.language))
        return "words"
    return None if role(turn).is_open else "closed"


def wanted(turn: Turn) -> Broadcast | None:
    """The broadcast that the button names; typed, the one that the person heard last."""
    about = turn.answers.get("about") or broadcasts.last_heard(turn.tx, turn.person.id)
    return broadcasts.find(turn.tx, str(about)) if about else None


def role(turn: Turn) -> OpenRole:
    """The role that the broadcast is about."""
    found = broadcasts.find(turn.tx, turn.answers["about"])
    about = projects.find_role(turn.tx, (found and found.role) or "")
    if about is None:
        raise LookupError("the role is gone")
    return about


def card(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The role with the reasons why it suits, and the three answers."""
    found = role(turn)
    return [(showing.role_card(turn, found), showing.role_buttons(turn, found.role.id))]


HEARD: Final = Flow(
    "heard",
    Do("note", note, exits={"gone": "gone", "closed": "closed", "words": "again"}),
    Say("card", many=card),
    End("again", quiet=True),
    End("closed", offers=("find_role", "menu")),
    End("gone", offers=("find_role", "menu")),
    audience=Audience.VOLUNTEERS,
)
