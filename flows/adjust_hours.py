"""Staff put closed hours right by an entry of their own: the letter or report stays as it was, the sums follow."""

from __future__ import annotations

from typing import Any, Final

from domain.reading import read_hours
from flows import hours_guards, showing
from flows.engine import Ask, Audience, Do, End, Flow, Read, Turn, Unclear, Understood
from flows.engine.matching_words import plain
from flows.few_words import few_words
from storage import audit, hours, ledger
from storage.hours import Refusal
from storage.ledger import Wanted
from texts import dates

NOTHING: Final = "0"


def look(turn: Turn) -> str | None:
    """Whether there is an entry to adjust, and why it cannot be."""
    if "about" not in turn.answers:
        return "which"
    found = ledger.lines(turn.tx, Wanted(entries=[str(turn.answers["about"])]))
    return hours.why_not_adjusted(turn.tx, found[0], 0, turn.person.id) if found else Refusal.GONE


def amount(text: str, turn: Turn) -> Read:
    """How long it should be; nothing at all is an answer too."""
    if plain(text) == NOTHING:
        return Understood(0)
    reading = read_hours(text, turn.heard_at)
    one = reading.suggestions[0].minutes if len(reading.suggestions) == 1 else None
    minutes = reading.minutes if reading.minutes is not None else one
    return Understood(minutes) if minutes is not None else Unclear()


def is_now(turn: Turn) -> int:
    """How many minutes it comes to now, with what was adjusted before."""
    entry = str(turn.answers["about"])
    return hours.find(turn.tx, entry).minutes + hours.adjusted(turn.tx, entry)


def compare(turn: Turn) -> str | None:
    """See by how much that is other than it is now."""
    turn.answers["more"] = turn.answers["amount"] - is_now(turn)
    return None if turn.answers["more"] else "same"


def facts(turn: Turn) -> dict[str, Any]:
    """Whose entry it is, what it says, and what it comes to now and shall come to."""
    return {**in_words(turn), "name": showing.name_of(turn, str(whose(turn)))}


def whose(turn: Turn) -> str | None:
    """The person whose hours they are."""
    found = ledger.lines(turn.tx, Wanted(entries=[str(turn.answers["about"])]))
    return found[0].person if found else None


def in_words(turn: Turn) -> dict[str, Any]:
    """The entry, what it came to and what it shall come to, and why, in the language of the turn."""
    language, amounts = turn.chat.language, {"now": is_now(turn), "amount": turn.answers.get("amount", 0)}
    entry = hours.find(turn.tx, str(turn.answers["about"]))
    said = {name: dates.duration(language, minutes) for name, minutes in amounts.items()}
    return {"entry": hours_guards.entry_words(turn, entry), "why": turn.answers.get("why", ""), **said}


def adjust(turn: Turn) -> str | None:
    """Add the entry, write it into the log, and tell the person."""
    entry, more, person = str(turn.answers["about"]), int(turn.answers["more"]), whose(turn)
    told = facts(turn)
    refusal = hours.adjust(turn.tx, entry, more, turn.person.id, turn.now, str(turn.answers["why"]))
    if refusal is None and person is not None:
        audit.record(turn.tx, turn.person.id, "hours_adjusted", entry, turn.now, {"minutes": more})
        turn.answers["told"] = told
        showing.tell_person(turn, person, "adjust_hours.told", in_words)
    return refusal


def done(turn: Turn) -> dict[str, Any]:
    """What was adjusted, as it was before."""
    return dict(turn.answers["told"])


REFUSED: Final = {each.value: each.value for each in Refusal if each != Refusal.CLOSED}

ADJUST_HOURS: Final = Flow(
    "adjust_hours",
    Do("look", look, exits={**REFUSED, "which": "which"}),
    Ask("amount", read=amount, values=facts),
    Do("compare", compare, exits={"same": "same"}),
    Ask("why", read=few_words, values=facts),
    Ask("sure", ("yes", "no"), values=facts, exits={"no": "kept"}),
    Do("adjust", adjust, exits=REFUSED, final=True),
    End("adjusted", values=done, offers=("staff_menu",)),
    End("which", offers=("staff_menu",)),
    End("same", offers=("staff_menu",)),
    End("kept", offers=("staff_menu",)),
    *(End(each, offers=("staff_menu",)) for each in REFUSED),
    audience=Audience.STAFF,
)
