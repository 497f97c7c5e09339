"""Tells staff that a broadcast is done, or does not go on as it was meant to, as it stands at this moment."""

from __future__ import annotations

from flows import broadcasts as standing
from flows.engine import Turn
from storage import broadcasts


def show(turn: Turn, broadcast: str, what: str) -> None:
    """Say what happened, where the broadcast stands, and offer to look closer; nothing to who is staff no more."""
    found = broadcasts.find(turn.tx, broadcast)
    if found is None or not turn.is_staff or is_over(turn, broadcast, what):
        return
    words = turn.words(f"broadcasts.news-{what}", standing=standing.standing_words(turn, found))
    turn.say(words, [standing.look_closer(turn, broadcast)], lasting=True)


def is_over(turn: Turn, broadcast: str, what: str) -> bool:
    """Whether that is not so any more: it goes on again, or nobody is held."""
    found = broadcasts.find(turn.tx, broadcast)
    if found is None or what == "done":
        return found is None or found.state != "done"
    funnel = broadcasts.funnel(turn.tx, found, turn.now)
    return found.state != "paused" if what == "refused" else not funnel.of("held")
