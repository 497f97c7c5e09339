"""Letters that were issued: a page of them, or the one that a button or a code names, and what staff can do with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from flows import letter_facts, showing
from flows.engine import Turn
from storage import letters, projects
from storage.letters import Letter
from texts import dates

PAGE: Final = 8
"""So many letters are listed at once."""
Card = tuple[Mapping[str, Any], Sequence[Choice]]


def parts(turn: Turn) -> tuple[str, str]:
    """What the button wants, and with what: it comes from a client, so it may be anything."""
    verb, _, which = str(turn.answers.get("about", "")).partition(":")
    return verb, which


def go(turn: Turn, verb: str, which: str) -> Choice:
    """A button that does something with one request or letter."""
    return showing.named_button(turn.words(f"letters.do-{verb}"), f"letters:{verb}:{which}")


def letter(turn: Turn) -> Letter | None:
    """The letter that the button names, if it is valid."""
    found = letters.find(turn.tx, parts(turn)[1])
    return found if found and found.state == letters.VALID and found.person else None


def listed(turn: Turn) -> list[Letter]:
    """The letters to show: the one whose code was typed, or a page of those that are valid, and one more if any."""
    verb, which = parts(turn)
    if verb == "letter":
        found = letters.find(turn.tx, which)
        return [found] if found else []
    return letters.valid(turn.tx, PAGE + 1, (page(turn) - 1) * PAGE)


def page(turn: Turn) -> int:
    """Which page is shown, from 1."""
    which = parts(turn)[1]
    return max(1, int(which)) if which.isascii() and which.isdigit() and len(which) < 6 else 1


def letter_cards(turn: Turn) -> list[Card]:
    """A card for each letter, and what can be done with it."""
    return [(card(turn, each), deeds(turn, each)) for each in listed(turn)[:PAGE]]


def card(turn: Turn, found: Letter) -> dict[str, Any]:
    """What the words of a letter are filled with; one that was ended does not tell whose it was."""
    if found.content:
        return letter_facts.card(turn, found)
    title, project = projects.titles(turn.tx, [found.role])[found.role]
    said = {
        "names": turn.words("letters.ended"),
        "role": title,
        "project": project,
        "hours": turn.words("engine.nothing"),
    }
    issued_on = dates.local(found.issued_at, turn.network.timezone).date()
    return {**said, "issued": dates.day(turn.chat.language, issued_on), "code": found.code, "state": found.state}


def deeds(turn: Turn, found: Letter) -> list[Choice]:
    """What can be done with a letter."""
    return [go(turn, verb, found.id) for verb in ("reissue", "revoke")] if found.state == letters.VALID else []


def other_pages(turn: Turn) -> list[Choice]:
    """The next page, the requests, the menu."""
    more = [go(turn, "list", str(page(turn) + 1))] if len(listed(turn)) > PAGE else []
    return [*more, turn.button("letters"), turn.button("staff_menu")]
