"""Leave staff; it takes effect at once."""

from __future__ import annotations

from flows.engine import Ask, Audience, Do, End, Flow, Turn
from flows.engine.talk import Conversation
from storage import staff


def who_remains(turn: Turn) -> dict[str, int]:
    """How many are staff besides this person."""
    return {"others": staff.count(turn.tx) - 1}


def leave(turn: Turn) -> None:
    """End the person's being staff, and whatever they were doing as staff."""
    staff.leave(turn.tx, turn.person.id, turn.now)
    staff.record(turn.tx, turn.person.id, "staff_left", turn.person.id, turn.now)
    turn.talk.parked = [each for each in turn.talk.parked if not is_staff_work(turn, each)]


def is_staff_work(turn: Turn, conversation: Conversation) -> bool:
    """Whether only staff can go on with this conversation."""
    flow = turn.network.flows.get(conversation.flow)
    return flow is not None and flow.audience == Audience.STAFF


LEAVE_STAFF = Flow(
    "leave_staff",
    Ask("sure", options=("stay", "leave"), values=who_remains, exits={"stay": "stayed"}),
    Do("leave", leave, final=True),
    End("left", offers=("menu",)),
    End("stayed", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
