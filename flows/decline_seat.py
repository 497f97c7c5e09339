"""The person leaves the seat that was offered to others; the question why is also the moment to think again."""

from __future__ import annotations

from typing import Final

from domain.messages import Choice
from flows import offered
from flows.engine import Ask, Do, End, Flow, Say, Turn
from flows.few_words import few_words
from storage import offers

REASONS: Final = ("no_time", "not_fitting", "rather_not", "keep")


def decline(turn: Turn) -> str | None:
    """Write it down; the seat goes on to the next in line."""
    role = offered.role(turn).role.id
    refusal = offers.decline(turn.tx, role, turn.person.id, turn.now, reason(turn))
    return "gone" if refusal else None


def ways_back(turn: Turn) -> list[Choice]:
    """Back to the offer."""
    return [turn.button(f"seat_offer:{turn.answers['about']}")]


def reason(turn: Turn) -> str | None:
    """Why, in words, if they said."""
    said = str(turn.answers["why"])
    if said == "rather_not":
        return None
    return turn.words(f"decline_seat.why-{said}") if said in REASONS else said


DECLINE_SEAT = Flow(
    "decline_seat",
    Do("look", offered.look, exits=offered.NO_OFFER),
    Ask("why", options=REASONS, read=few_words, values=offered.title, exits={"keep": "kept"}),
    Do("decline", decline, exits={"gone": "gone"}, final=True),
    End("declined", values=offered.title, offers=("find_role", "my_roles", "menu")),
    Say("kept", values=offered.title, choices=ways_back, then="quiet"),
    Say("over", values=offered.title, choices=offered.ways_on),
    End("quiet", quiet=True),
    End("yours", values=offered.title, offers=("my_roles", "menu")),
    End("waits", values=offered.title, offers=("my_roles", "menu")),
    End("gone", offers=("my_roles", "find_role")),
    End("none", offers=("my_roles", "find_role")),
)
