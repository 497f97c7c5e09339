"""The team sees which ideas are to be tried first, and what each of them got."""

from __future__ import annotations

from domain.work import Session
from domain.workshop import DONE
from flows import board_ranking, boards
from flows.engine import Ask, Do, End, Flow, Option, Turn


def refusal(_turn: Turn, session: Session) -> str | None:
    """Why there is nothing to see: ``not_yet``."""
    return None if session.board == DONE else "not_yet"


def find(turn: Turn) -> str | None:
    """Settle of which session."""
    return boards.find(turn, refusal)


def session_options(turn: Turn) -> list[Option]:
    """The sessions that have results."""
    return boards.options(turn, refusal)


SESSION_RESULTS = Flow(
    "session_results",
    Do("find", find, exits={**boards.NOT_FOUND, "not_yet": "not_yet"}),
    Do("show", board_ranking.show),
    End("shown", quiet=True),
    Ask("session", session_options, then="find"),
    End("not_yet", values=boards.meant, offers=("ideas", "vote", "menu")),
    End("none", offers=("my_roles", "menu")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "menu")),
    End("called_off", offers=("my_roles", "menu")),
)
