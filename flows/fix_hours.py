"""The person corrects or cancels the hours they logged last; the ledger keeps both lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.hours import LONG_DAY, Worked, total_on
from flows import hours_line, showing
from flows.engine import Ask, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from storage import hours
from storage.hours import Entry
from texts import dates


def recognises(text: str, turn: Turn) -> Mapping[str, Any] | None:
    """An unasked line that corrects or cancels the last entry, if there is one."""
    if not turn.welcomed or hours_line.last_entry(turn) is None:
        return None
    if hours_line.voids(text, turn):
        return {"how": "cancel"}
    return {"how": "change", **hours_line.unasked(text, turn)} if hours_line.mends(text, turn) else None


def look(turn: Turn) -> str | None:
    """Settle which entry is meant: the last that stands."""
    if entry(turn) is None:
        last = hours_line.last_entry(turn)
        if last is None:
            return "none"
        turn.answers.update(entry=last.id, day=last.worked_on.isoformat(), minutes=last.minutes)
    return None


def entry(turn: Turn) -> Entry | None:
    """The entry that is meant, if it still stands."""
    wanted = turn.answers.get("entry")
    return next((each for each in hours.standing(turn.tx, turn.person.id) if each.id == wanted), None)


def old(turn: Turn) -> dict[str, Any]:
    """The entry as it stands."""
    found = entry(turn)
    if found is None:
        return {"entry": "–"}
    return {"entry": showing.hours_line(turn, found.minutes, found.worked_on, found.role, found.note)}


# ---------------------------------------------------------------- the new line


def change_or_line(text: str, turn: Turn) -> Read:
    """An answer that says straight away how long it was, or tries to."""
    heard = read_line(text, turn)
    if isinstance(heard, Unclear) and heard.why == "retry":
        return heard
    take(turn, heard)
    return Understood("change")


def hear(turn: Turn) -> None:
    """Read the line that the person wrote unasked."""
    said = turn.answers.pop("said", None)
    if said is not None:
        take(turn, read_line(said, turn))


def take(turn: Turn, heard: Read) -> None:
    """Keep what was understood, or why it was not and what it may have meant."""
    if isinstance(heard, Understood):
        turn.answers["line"] = heard.value
    else:
        turn.answers["why"] = turn.words(f"fix_hours.line.{heard.why}", **heard.values)
        turn.answers["maybe"] = [[each.value, each.label] for each in heard.suggestions]


def read_line(text: str, turn: Turn) -> Read:
    """Read what the entry shall be; without a day in the line it stays on its own."""
    turn.answers.pop("why", None)
    turn.answers.pop("maybe", None)
    return hours_line.hear(text, turn, besides=turn.answers["entry"])


def maybe(turn: Turn) -> list[Option]:
    """What an unasked line may have meant."""
    return [Option(value, label) for value, label in turn.answers.get("maybe", [])]


def why(turn: Turn) -> dict[str, Any]:
    """The entry, and why an unasked line was not taken."""
    said = turn.answers.get("why", "")
    return {**old(turn), "why": said, "asked": "again" if said else "first"}


def new(turn: Turn) -> Worked:
    """What the entry shall be."""
    return hours_line.worked(turn.answers["line"])


def compare(turn: Turn) -> str | None:
    """See whether anything would change."""
    found = entry(turn)
    return "same" if found and (found.worked_on, found.minutes) == (new(turn).on, new(turn).minutes) else None


def both(turn: Turn) -> dict[str, Any]:
    """The entry as it stands and as it shall be, and what its day comes to."""
    becoming, language = new(turn), turn.chat.language
    total = total_on(becoming.on, hours_line.others(turn, turn.answers["entry"])) + becoming.minutes
    length = dates.duration(language, becoming.minutes)
    return {
        **old(turn),
        "new": f"{length} · {dates.on_that_day(language, becoming.on, turn.today)}",
        "total": dates.duration(language, total),
        "long": "yes" if total > LONG_DAY else "no",
    }


# ---------------------------------------------------------------- done


def change(turn: Turn) -> str | None:
    """Replace the entry."""
    found = entry(turn)
    if found is None:
        return "gone"
    hours.correct(turn.tx, turn.person.id, found, new(turn).minutes, new(turn).on, turn.now)
    return None


def cancel(turn: Turn) -> str | None:
    """Void the entry."""
    found = entry(turn)
    if found is None:
        return "gone"
    hours.cancel(turn.tx, turn.person.id, found, turn.now)
    return None


def changed(turn: Turn) -> dict[str, Any]:
    """What the month comes to now."""
    return showing.month_total(turn, new(turn).on)


FIX_HOURS = Flow(
    "fix_hours",
    Do("look", look, exits={"none": "none"}),
    Ask("how", options=("change", "cancel"), read=change_or_line, values=old, exits={"cancel": "sure_cancel"}),
    Do("hear", hear),
    Ask("line", options=maybe, read=read_line, values=why, resets=("sure_change",)),
    Do("compare", compare, exits={"same": "same"}),
    Ask("sure_change", options=("yes", "no"), values=both, exits={"no": "kept"}),
    Do("change", change, exits={"gone": "gone"}, final=True),
    End("changed", values=changed, offers=("my_record", "menu")),
    Ask("sure_cancel", options=("yes", "no"), values=old, exits={"no": "kept"}),
    Do("cancel", cancel, exits={"gone": "gone"}, final=True),
    End("voided", offers=("log_hours", "my_record", "menu")),
    End("kept", offers=("my_record", "menu")),
    End("same", offers=("my_record", "menu")),
    End("gone", offers=("my_record", "menu")),
    End("none", offers=("log_hours", "menu")),
    recognises=recognises,
)
