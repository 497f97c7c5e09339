"""Feedback as staff see it: only what enough people gave that nobody has seen before, and never who said what."""

from __future__ import annotations

from typing import Any

from domain.workshop import FEWEST, RATINGS, WORDS, may_be_shown
from flows import boards, showing
from flows.engine import Turn
from storage import feedback, staff, workshops


def weigh(turn: Turn) -> str | None:
    """Whether new answers can be shown; else whether earlier ones can (``seen``), or there are too ``few``."""
    session = boards.session_id(turn)
    if may_be_shown(feedback.new(turn.tx, session)):
        return None
    return "seen" if feedback.seen(turn.tx, session).count else "few"


def so_far(turn: Turn) -> dict[str, Any]:
    """How many answered, of how many who may; how many of the answers are new, and how many new ones it takes."""
    session = boards.session(turn)
    count, new = feedback.count(turn.tx, session.id), feedback.new(turn.tx, session.id)
    asked = len(workshops.hearers(turn.tx, session))
    return {**boards.meant(turn), "count": count, "new": new, "asked": max(asked, count), "fewest": FEWEST}


def open_sheets(turn: Turn) -> None:
    """Let the new answers be seen, all of them at once."""
    session = boards.session_id(turn)
    shown = feedback.show(turn.tx, session)
    staff.record(turn.tx, turn.person.id, "feedback_opened", session, turn.now, {"count": shown})


def say(turn: Turn) -> None:
    """Say what may be seen: averages to the nearest half, then words in the order of the alphabet."""
    seen = feedback.seen(turn.tx, boards.session_id(turn))
    rows = [turn.words(f"session_board.rating-{each}", average=showing.amount(seen.averages[each])) for each in RATINGS]
    lists = [listed(turn, each, seen.words[each]) for each in WORDS if seen.words[each]]
    held = so_far(turn)["new"]
    more = [turn.words("session_board.held", count=held, fewest=FEWEST)] if held else []
    head = turn.words("session_board.feedback", **boards.meant(turn), count=seen.count)
    turn.say("\n\n".join([f"{head}\n" + "\n".join(rows), *lists, *more]))


def listed(turn: Turn, name: str, words: Any) -> str:
    """What was said to one question, a line each."""
    return "\n".join([turn.words(f"session_board.words-{name}"), *(f"• {each}" for each in words)])
