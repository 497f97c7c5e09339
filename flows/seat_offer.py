"""A seat is kept for the person: what, when, until when; yes or no. Also what is said of it unasked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from domain.messages import Choice
from flows import offered
from flows.engine import Do, End, Flow, Say, Turn
from storage import projects, sign_ups


def card(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The offer."""
    mine = offered.standing(turn)
    return [offered.card(turn, offered.role(turn), mine)] if mine else []


def show(turn: Turn, role: str, key: str) -> None:
    """Say what is offered, unless it has been answered or is over; a question that waits goes on waiting."""
    found = projects.find_role(turn.tx, role)
    mine = sign_ups.standing(turn.tx, role, turn.person.id) if turn.welcomed else None
    if found is None or mine is None or mine.state != "offered" or offered.stands(turn, mine):
        return
    facts, choices = offered.card(turn, found, mine)
    turn.say(turn.words(key, **facts), choices, title=turn.words("seat_offer.card.title", **facts), lasting=True)


SEAT_OFFER = Flow(
    "seat_offer",
    Do("look", offered.look, exits=offered.NO_OFFER),
    Say("card", many=card),
    End("shown", quiet=True),
    Say("over", values=offered.title, choices=offered.ways_on, then="shown"),
    End("yours", values=offered.title, offers=("my_roles", "menu")),
    End("waits", values=offered.title, offers=("my_roles", "menu")),
    End("gone", offers=("my_roles", "find_role")),
    End("none", offers=("my_roles", "find_role")),
)
