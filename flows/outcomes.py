"""Staff see what volunteering changed: skills, who would invite a friend, what organisations would have paid for."""

from __future__ import annotations

from typing import Any, Final

from domain.disclosure import FEWEST
from domain.outcomes import outcomes
from flows import showing
from flows.engine import Audience, End, Flow, Turn
from storage import look_backs


def figures(turn: Turn) -> dict[str, Any]:
    """What people and organisations said; “none” where too few did."""
    found = outcomes(look_backs.all_of_them(turn.tx), look_backs.would_have_paid(turn.tx))
    invite = found.would_invite
    said = {"rose": found.rose, "same": found.same, "fell": found.fell, "advisers": found.advisers}
    return {
        **{name: "none" if each is None else each for name, each in said.items()},
        "answered": found.answered,
        "invite": "none" if invite is None else showing.amount(round(invite, 1)),
        "advising": found.advising or 0,
        **{f"paid_{answer}": count for answer, count in found.would_have_paid.items()},
        "fewest": FEWEST,
    }


OUTCOMES: Final = Flow(
    "outcomes",
    End("shown", values=figures, offers=("value_report", "staff_menu")),
    audience=Audience.STAFF,
)
