"""Leave staff; it takes effect at once."""

from __future__ import annotations

from flows.engine import Ask, Audience, Do, End, Flow, Turn
from flows.engine.talk import Conversation
from flows.engine.walking import is_for_staff
from storage import staff


def who_remains(turn: Turn) -> dict[str, int]:
    """How many are staff besides this person."""
    return {"others": staff.count(turn.tx) - 1}


def look(turn: Turn) -> str | None:
    """Whether the network would be left without an admin."""
    return "last" if staff.is_last_admin(turn.tx, turn.person.id) else None


def leave(turn: Turn) -> str | None:
    """End the person's being staff, and whatever they were doing as staff."""
    if not staff.leave(turn.tx, turn.person.id, turn.now):
        return "last"
    staff.record(turn.tx, turn.person.id, "staff_left", turn.person.id, turn.now)
    turn.talk.parked = [each for each in turn.talk.parked if not is_staff_work(turn, each)]
    return None


def is_staff_work(turn: Turn, conversation: Conversation) -> bool:
    """Whether only staff can go on with this conversation."""
    flow = turn.network.flows.get(conversation.flow)
    return flow is not None and is_for_staff(flow)


LEAVE_STAFF = Flow(
    "leave_staff",
    Do("look", look, exits={"last": "last_admin"}),
    Ask("sure", options=("stay", "leave"), values=who_remains, exits={"stay": "stayed"}),
    Do("leave", leave, exits={"last": "last_admin"}, final=True),
    End("left", offers=("menu",)),
    End("stayed", offers=("staff_menu",)),
    End("last_admin", offers=("staff_members", "staff_menu")),
    audience=Audience.STAFF,
)
