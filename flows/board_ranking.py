"""What a session thought of together: its ideas by their dots, in words and as a picture."""

from __future__ import annotations

from typing import Any, Final

from domain.workshop import Ranked, ranked
from flows import boards, charts
from flows.engine import Turn
from storage import ideas, workshops

MOST_LINES: Final = 15
MARKS: Final = ("🥇", "🥈", "🥉")


def show(turn: Turn) -> None:
    """Show the ranking, with the picture where it can be fetched."""
    turn.say(
        turn.words("session_results.ranking", **ranking(turn)),
        picture=charts.path(turn, "board", boards.session_id(turn)),
    )


def ranking(turn: Turn) -> dict[str, Any]:
    """The session, how many voted, and its ideas with their dots, a line each."""
    found = ranked(ideas.tallies(turn.tx, boards.session_id(turn)))
    rest = len(found) - MOST_LINES
    more = "\n" + turn.words("session_results.more", count=rest) if rest > 0 else ""
    lines = "\n".join(line(turn, each) for each in found[:MOST_LINES])
    voters = workshops.count(turn.tx, boards.session_id(turn)).voters
    return {**boards.meant(turn), "voters": voters, "lines": (lines or turn.words("session_results.nothing")) + more}


def line(turn: Turn, each: Ranked) -> str:
    """An idea with its place and its dots."""
    mark = MARKS[each.place - 1] if each.wins else f"{each.place}."
    return turn.words("session_results.line", place=mark, words=each.words, dots=each.dots)
