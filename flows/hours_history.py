"""The person sees the hours that they logged, who vouches for them, and all that happened to one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from domain.ledger import Check, Line
from domain.messages import Choice
from flows import hours_guards, showing
from flows.engine import NOT_KNOWN, Ask, Do, End, Flow, Option, Say, Turn
from storage import closings, hour_history, hours, ledger
from storage.hour_history import Happening
from storage.hours import Entry
from storage.ledger import Wanted
from texts import dates

MOST_ENTRIES: Final = 10
"""So many entries are listed, the last logged first."""


# ---------------------------------------------------------------- the list


def look(turn: Turn) -> str | None:
    """Whether there is an entry at all; one that was named is shown straight away."""
    found = hour_history.latest(turn.tx, turn.person.id, MOST_ENTRIES)
    if not found:
        return "none"
    about = turn.answers.get("about")
    if about is not None and not hour_history.chain(turn.tx, turn.person.id, str(about)):
        turn.answers.pop("about")
    return None


def options(turn: Turn) -> list[Option]:
    """The latest entries, each by its length and day."""
    found = hour_history.latest(turn.tx, turn.person.id, MOST_ENTRIES)
    return [Option(each.id, label(turn, each)) for each in found]


def label(turn: Turn, entry: Entry) -> str:
    """An entry on a button: ``3 ชม. 23/11``."""
    return f"{length(turn, entry)} {entry.worked_on.day}/{entry.worked_on.month}"


def length(turn: Turn, entry: Entry) -> str:
    """How long an entry is, in words."""
    return dates.duration(turn.chat.language, minutes_of(turn, entry))


def minutes_of(turn: Turn, entry: Entry) -> int:
    """How long an entry is; of a cancelled one, how long it was."""
    if not entry.voids:
        return entry.minutes
    return next(each.minutes for each in reversed(hour_history.chain(turn.tx, turn.person.id, entry.id)[:-1]))


def the_list(turn: Turn) -> dict[str, Any]:
    """The latest entries, a line each, and how many are older."""
    found = hour_history.latest(turn.tx, turn.person.id, MOST_ENTRIES)
    counted = {each.entry: each for each in ledger.lines(turn.tx, Wanted(entries=[each.id for each in found]))}
    lines = [f"{number}. {one_line(turn, each, counted.get(each.id))}" for number, each in enumerate(found, 1)]
    return {"lines": "\n".join(lines), "older": hour_history.count(turn.tx, turn.person.id) - len(found)}


def one_line(turn: Turn, entry: Entry, counts: Line | None) -> str:
    """An entry, and where it stands."""
    day = dates.day(turn.chat.language, entry.worked_on)
    words = " · ".join([length(turn, entry), day, showing.role_line(turn, entry.role)])
    more = hours.adjusted(turn.tx, entry.id) if counts and counts.closed else 0
    counted = dates.duration(turn.chat.language, entry.minutes + more) if more else "same"
    return turn.words("hours_history.one_line", entry=words, mark=mark(turn, counts), counted=counted)


def mark(turn: Turn, counts: Line | None) -> str:
    """Where an entry stands: cancelled, rejected, asked about, or its grade; and whether it is closed."""
    if counts is None:
        return turn.words("hours_history.mark-cancelled")
    if counts.check in {Check.REJECTED, Check.ASKED}:
        return turn.words(f"hours_history.mark-{counts.check}")
    return turn.words("hours_history.mark", grade=showing.grade(turn, counts.grade), of=counts.grade)


# ---------------------------------------------------------------- one of them


def picked(turn: Turn) -> Any:
    """The entry that a button named."""
    return turn.answers.get("about", NOT_KNOWN)


def the_history(turn: Turn) -> dict[str, Any]:
    """An entry, and what happened to it, a line each."""
    happened = hour_history.of(turn.tx, turn.person.id, str(turn.answers["which"]))
    last = [each.entry for each in happened if each.entry and not each.entry.voids and not each.entry.adjusts][-1]
    return {
        "entry": hours_guards.entry_words(turn, last),
        "lines": "\n".join(f"• {happened_line(turn, each)}" for each in happened),
    }


def happened_line(turn: Turn, each: Happening) -> str:
    """One thing that happened: when, what, and what was said."""
    day = dates.day(turn.chat.language, dates.local(each.at, turn.network.timezone).date())
    key = f"hours_history.did-{each.what}"
    return turn.words(key, day=day, entry=written(turn, each), by=by(turn, each), words=each.words or "no")


def by(turn: Turn, each: Happening) -> str:
    """As what somebody spoke."""
    return turn.words(f"hours_history.by-{each.duty}") if each.duty else ""


def written(turn: Turn, each: Happening) -> str:
    """What was written down: how long and on which day; of an adjustment, how much more or less, and why."""
    if each.entry is None:
        return ""
    language, minutes = turn.chat.language, each.entry.minutes
    length = showing.how_long(turn, abs(minutes), each.entry.begins)
    if each.entry.adjusts:
        return f"{'+' if minutes > 0 else '−'}{length} · {each.entry.note}".rstrip(" ·")
    return f"{length} · {dates.day(language, each.entry.worked_on)}"


def ways_on(turn: Turn) -> Sequence[Choice]:
    """Correct or cancel it while it stands and is not closed; else ask staff."""
    entry = str(turn.answers["which"])
    stands = bool(ledger.lines(turn.tx, Wanted(entries=[entry])))
    title = "hours_history.wrong" if closings.is_closed(turn.tx, entry) else "hours_history.fix"
    fix = [Choice(turn.words(title), f"go:fix_hours:{entry}")] if stands else []
    return [*fix, turn.button("hours_history"), turn.button("menu")]


HOURS_HISTORY: Final = Flow(
    "hours_history",
    Do("look", look, exits={"none": "none"}),
    Ask("which", options, known=picked, values=the_list),
    Say("history", values=the_history, choices=ways_on),
    End("shown", quiet=True),
    End("none", offers=("log_hours", "menu")),
)
