"""The person takes the seat that was offered."""

from __future__ import annotations

from typing import Any, Final

from domain.sign_ups import Refusal
from flows import clashes, offered, showing
from flows.engine import Do, End, Flow, Say, Turn
from storage import offers

REFUSED: Final = {Refusal.EXPIRED: "over", Refusal.CLASHES: "clash"}


def accept(turn: Turn) -> str | None:
    """Take it, and tell staff."""
    refusal = offers.accept(turn.tx, offered.role(turn).role.id, turn.person.id, turn.now)
    if refusal is not None:
        return REFUSED.get(refusal, "gone")
    showing.tell_staff(turn, "accept_seat.told_staff", told)
    return None


def told(there: Turn) -> dict[str, Any]:
    """What staff hear."""
    return {**offered.title(there), "name": showing.person_name(there), "left": offered.role(there).seats_left}


def first_session(turn: Turn) -> dict[str, Any]:
    """The role that was got, and when its team meets first."""
    return {**offered.title(turn), "first": showing.first_meeting(turn, offered.role(turn).project)}


def clash_words(turn: Turn) -> dict[str, Any]:
    """What the role falls together with by now."""
    return {**offered.title(turn), "clashes": clashes.lines(turn, offered.role(turn).project)}


ACCEPT_SEAT = Flow(
    "accept_seat",
    Do("look", offered.look, exits=offered.NO_OFFER),
    Do("accept", accept, exits={"over": "over", "clash": "clash", "gone": "gone"}, final=True),
    End("see_you_there", values=first_session, offers=("my_roles", "menu")),
    Say("over", values=offered.title, choices=offered.ways_on),
    End("quiet", quiet=True),
    End("clash", values=clash_words, offers=("my_roles", "about_me", "talk_to_person")),
    End("yours", values=offered.title, offers=("my_roles", "menu")),
    End("waits", values=offered.title, offers=("my_roles", "menu")),
    End("gone", offers=("my_roles", "find_role")),
    End("none", offers=("my_roles", "find_role")),
)
