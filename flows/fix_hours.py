"""The person corrects or cancels hours: the last, or some of their history; the ledger keeps all lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from domain.hours import LONG_DAY, Worked, total_on
from domain.ledger import Grade
from flows import hours_closed, hours_guards, hours_line, showing
from flows.engine import Ask, Do, End, Flow, Option, Read, Turn, Unclear, Understood
from flows.few_words import few_words
from storage import closings, hours, ledger
from storage.hours import Entry
from storage.ledger import Wanted
from texts import dates

REFUSED: Final = {"gone": "gone", "closed": "what_is_wrong", "adjusts": "of_staff"}
"""Where it leads that an entry stays as it is."""


def recognises(text: str, turn: Turn) -> Mapping[str, Any] | None:
    """An unasked line that corrects or cancels the last entry, if there is one."""
    if not turn.welcomed or hours_line.last_entry(turn) is None:
        return None
    if hours_line.voids(text, turn):
        return {"how": "cancel"}
    return {"how": "change", **hours_line.unasked(text, turn)} if hours_line.mends(text, turn) else None


# ---------------------------------------------------------------- which


def look(turn: Turn) -> str | None:
    """Settle which entry is meant: the one that was chosen, or the last that stands; some cannot be changed."""
    if "entry" not in turn.answers:
        found = chosen(turn) if "about" in turn.answers else hours_line.last_entry(turn)
        if found is None:
            return "gone" if "about" in turn.answers else "none"
        turn.answers.update(entry=found.id, day=found.worked_on.isoformat(), minutes=found.minutes, begins=found.begins)
    found = entry(turn)
    if found is None:
        return "gone"
    return "adjusts" if found.adjusts else "closed" if closings.is_closed(turn.tx, found.id) else None


def chosen(turn: Turn) -> Entry | None:
    """The entry that was chosen from the history, if it still stands."""
    return standing(turn, str(turn.answers["about"]))


def entry(turn: Turn) -> Entry | None:
    """The entry that is meant, if it still stands."""
    return standing(turn, str(turn.answers.get("entry")))


def standing(turn: Turn, wanted: str) -> Entry | None:
    """One of the person's entries, if it stands."""
    return next((each for each in hours.standing(turn.tx, turn.person.id) if each.id == wanted), None)


def old(turn: Turn) -> dict[str, Any]:
    """The entry as it stands."""
    found = entry(turn)
    words = hours_guards.entry_words(turn, found) if found else "–"
    time = "working" if found and found.working else "own"
    return {"entry": words, "which": "chosen" if "about" in turn.answers else "last", "time": time}


# ---------------------------------------------------------------- the new line


def ways(turn: Turn) -> list[Option]:
    """What can be done with it: only who belongs to a company is offered to change in whose time it was."""
    found = entry(turn)
    names = ["change", *(["time"] if found and found.company else []), "cancel"]
    return [way(turn, each) for each in names]


def way(turn: Turn, name: str) -> Option:
    """One of them, with all that it can be called in either language."""
    both, key = turn.network.texts.both, f"fix_hours.how-{name}"
    also = [word for each in both(f"{key}.also").values() for word in each.split(",")]
    return Option(name, turn.words(key), (*both(key).values(), *also))


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
    return "same" if found and hours_line.worked_in(found) == new(turn) else None


def both(turn: Turn) -> dict[str, Any]:
    """The entry as it stands and as it shall be, what its day comes to, and what else there is at that time."""
    becoming, language = new(turn), turn.chat.language
    total = total_on(becoming.on, hours_line.others(turn, turn.answers["entry"])) + becoming.minutes
    length = showing.how_long(turn, becoming.minutes, becoming.begins)
    other = hours_guards.entry_at(turn, becoming, turn.answers["entry"])
    return {
        **old(turn),
        "new": f"{length} · {dates.on_that_day(language, becoming.on, turn.today)}",
        "total": dates.duration(language, total),
        "long": "yes" if total > LONG_DAY else "no",
        "other": hours_guards.entry_words(turn, other) if other else "no",
        "verified": "yes" if is_verified(turn) else "no",
    }


def is_verified(turn: Turn) -> bool:
    """Whether somebody has vouched for the entry: nobody has for what takes its place."""
    lines = ledger.lines(turn.tx, Wanted(entries=[str(turn.answers["entry"])]))
    return any(each.grade == Grade.VERIFIED for each in lines)


# ---------------------------------------------------------------- done


def change(turn: Turn) -> str | None:
    """Replace the entry."""
    found, becoming = entry(turn), new(turn)
    if found is None:
        return "gone"
    work = replace(hours.work_of(found), minutes=becoming.minutes, worked_on=becoming.on, begins=becoming.begins)
    return hours.correct(turn.tx, turn.person.id, found, work, turn.now)


def change_time(turn: Turn) -> str | None:
    """Let it have been the other time: the person's own, or the employer's."""
    found = entry(turn)
    if found is None:
        return "gone"
    turn.answers["becomes"] = "own" if found.working else "working"
    work = replace(hours.work_of(found), working=not found.working)
    return hours.correct(turn.tx, turn.person.id, found, work, turn.now)


def cancel(turn: Turn) -> str | None:
    """Void the entry."""
    found = entry(turn)
    return hours.cancel(turn.tx, turn.person.id, found, turn.now) if found else "gone"


def changed(turn: Turn) -> dict[str, Any]:
    """What the month comes to now."""
    return showing.month_total(turn, new(turn).on)


def as_now(turn: Turn) -> dict[str, Any]:
    """In whose time it is now."""
    return {"time": turn.answers["becomes"]}


FIX_HOURS = Flow(
    "fix_hours",
    Do("look", look, exits={"none": "none", **REFUSED}),
    Ask("how", ways, read=change_or_line, values=old, exits={"cancel": "sure_cancel", "time": "change_time"}),
    Do("hear", hear),
    Ask("line", options=maybe, read=read_line, values=why, resets=("sure_change",)),
    Do("compare", compare, exits={"same": "same"}),
    Ask("sure_change", options=("yes", "no"), values=both, exits={"no": "kept"}),
    Do("change", change, exits=REFUSED, final=True),
    End("changed", values=changed, offers=("hours_history", "my_record", "menu")),
    Do("change_time", change_time, exits=REFUSED, final=True),
    End("time_changed", values=as_now, offers=("hours_history", "my_record", "menu")),
    Ask("sure_cancel", options=("yes", "no"), values=old, exits={"no": "kept"}),
    Do("cancel", cancel, exits=REFUSED, final=True),
    End("voided", offers=("log_hours", "my_record", "menu")),
    Ask("what_is_wrong", read=few_words, values=old),
    Do("pass_on", hours_closed.pass_on, final=True),
    End("passed_on", offers=("hours_history", "menu")),
    End("kept", offers=("my_record", "menu")),
    End("same", offers=("my_record", "menu")),
    End("gone", offers=("hours_history", "menu")),
    End("of_staff", values=old, offers=("talk_to_person", "hours_history")),
    End("none", offers=("log_hours", "menu")),
    recognises=recognises,
)
