"""Says that a session's board takes ideas, or votes, if it still does at this moment."""

from __future__ import annotations

from typing import Final

from flows import boards
from flows.engine import Turn
from storage import sessions, workshops

LEADS_TO: Final = {"open": "ideas", "voting": "vote"}
"""What people do with a board in each state."""


def show(turn: Turn, session: str, board: str) -> None:
    """Say it to somebody who takes part; to anybody else, or too late, nothing."""
    found = sessions.find(turn.tx, session)
    if not turn.welcomed or found is None or found.state != "planned" or found.board != board:
        return
    if workshops.takes_part(turn.tx, found, turn.person.id):
        words = turn.words(f"board_news.{board}", **boards.facts(turn, found))
        turn.say(words, [turn.button(f"{LEADS_TO[board]}:{session}")], lasting=True)
