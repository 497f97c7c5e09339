"""Hours in a letter or a report are closed: their person tells staff what is wrong, and staff adjust them."""

from __future__ import annotations

from typing import Any

from flows import hours_guards, showing
from flows.engine import Turn
from storage import help_requests, hours


def pass_on(turn: Turn) -> None:
    """Keep what the person says is wrong as a request to staff, and tell staff of it with a way to adjust the entry."""
    entry, words = str(turn.answers["entry"]), str(turn.answers["what_is_wrong"])
    request = help_requests.ask(turn.tx, turn.chat.name, words, turn.now)
    buttons = [f"adjust_hours:{entry}", f"answer_person:{request}"]

    def facts(there: Turn) -> dict[str, Any]:
        line = hours_guards.entry_words(there, hours.find(turn.tx, entry))
        return {"name": showing.person_name(turn), "entry": line, "words": words}

    showing.tell_staff(turn, "fix_hours.told_staff", facts, buttons)
