"""The person logs hours, in one line of chat: read back before anything is written down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.hours import Doubt, doubts, total_on
from domain.matching import spoken_of
from domain.work import OpenRole
from flows import hours_line, showing
from flows.engine import NOT_KNOWN, Ask, Do, End, Flow, Option, Read, ReadBack, Turn, Understood
from storage import hours, sign_ups
from texts import dates

NO_ROLE: Final = "none"
ABOUT_THE_LINE: Final = ("line", *Doubt)
"""The questions whose answers belong to one line of hours."""


def recognises(text: str, turn: Turn) -> Mapping[str, Any] | None:
    """An unasked line that reports hours."""
    if hours_line.mends(text, turn) or not hours_line.speaks_of_hours(text, turn.heard_at):
        return None
    return hours_line.unasked(text, turn)


# ---------------------------------------------------------------- the line


def hear(turn: Turn) -> None:
    """Read the line that the person wrote unasked."""
    said = turn.answers.pop("said", None)
    if said is None:
        return
    heard = read_line(said, turn)
    if isinstance(heard, Understood):
        turn.answers["line"] = heard.value
    else:
        turn.answers["why"] = turn.words(f"log_hours.line.{heard.why}", **heard.values)
        turn.answers["maybe"] = [[each.value, each.label] for each in heard.suggestions]


def read_line(text: str, turn: Turn) -> Read:
    """Read a line of hours; a day has no more than 24 of them."""
    turn.answers.pop("why", None)
    turn.answers.pop("maybe", None)
    return hours_line.hear(text, turn)


def maybe(turn: Turn) -> list[Option]:
    """What an unasked line may have meant."""
    return [Option(value, label) for value, label in turn.answers.get("maybe", [])]


def why(turn: Turn) -> dict[str, Any]:
    """Why an unasked line was not taken, and what is asked for."""
    said = turn.answers.get("why", "")
    return {"why": said, "asked": "again" if said else "first"}


def line_words(turn: Turn, said: str) -> str:
    """A line as we understood it."""
    new = hours_line.worked(said)
    return f"{dates.duration(turn.chat.language, new.minutes)} · {turn.answers.get('note', '')}".rstrip(" ·")


# ---------------------------------------------------------------- the role


def active(turn: Turn) -> list[OpenRole]:
    """The person's roles in projects under way."""
    return sign_ups.active_roles(turn.tx, turn.person.id)


def has_roles(turn: Turn) -> bool:
    """Whether there is a role that the hours may belong to."""
    return bool(active(turn))


def likely_role(turn: Turn) -> Any:
    """The only role, or the one that the line speaks of."""
    roles = active(turn)
    if len(roles) == 1:
        return roles[0].role.id
    titles = {each.role.id: (each.role.title, each.project.title, each.project.organisation) for each in roles}
    return spoken_of(turn.answers.get("note", ""), titles) or NOT_KNOWN


def role_options(turn: Turn) -> list[Option]:
    """The person's roles, and none of them."""
    roles = [Option(each.role.id, each.role.title, (each.project.title,)) for each in active(turn)]
    return [*roles, Option(NO_ROLE, turn.words("log_hours.no_role"))]


def role_id(turn: Turn) -> str | None:
    """The role that the hours are for."""
    chosen = turn.answers.get("role")
    return chosen if chosen != NO_ROLE else None


# ---------------------------------------------------------------- once more?


def check(turn: Turn) -> None:
    """See what is to be asked about before the line is read back."""
    new, before = hours_line.worked(turn.answers["line"]), hours_line.others(turn)
    turn.answers["doubts"] = sorted(doubts(new, before, turn.heard_at.date()))
    turn.answers["total"] = total_on(new.on, before) + new.minutes


def in_doubt(doubt: Doubt) -> Callable[[Turn], bool]:
    """The condition that the line is to be asked about for this reason."""
    return lambda turn: doubt in turn.answers["doubts"]


def the_line(turn: Turn) -> dict[str, Any]:
    """The entry to be, and what its day comes to with it."""
    new, language = hours_line.worked(turn.answers["line"]), turn.chat.language
    return {
        "entry": showing.hours_line(turn, new.minutes, new.on, role_id(turn), note(turn)),
        "amount": dates.duration(language, new.minutes),
        "day": dates.on_that_day(language, new.on, turn.today),
        "total": dates.duration(language, turn.answers["total"]),
        "roles": "some" if "role" in turn.answers else "none",
    }


def note(turn: Turn) -> str:
    """The words of the line, for what was done."""
    return str(turn.answers.get("note", ""))


def mend(turn: Turn) -> None:
    """Forget the line, and its day if that was wrong, to hear it again."""
    wrong_day = turn.answers.get("long_ago") == "no"
    for name in (*ABOUT_THE_LINE, *(["day"] if wrong_day else [])):
        turn.answers.pop(name, None)
    turn.conversation.trail = [name for name in turn.conversation.trail if name not in ABOUT_THE_LINE]


def save(turn: Turn) -> None:
    """Write the hours down; for a role only while it is the person's."""
    new, role = hours_line.worked(turn.answers["line"]), role_id(turn)
    if role not in {each.role.id for each in active(turn)}:
        role = None
    hours.log(turn.tx, turn.person.id, role, new.on, new.minutes, note(turn), turn.now)


def saved(turn: Turn) -> dict[str, Any]:
    """What was saved, and what the month comes to."""
    new = hours_line.worked(turn.answers["line"])
    return {**the_line(turn), **showing.month_total(turn, new.on)}


LOG_HOURS = Flow(
    "log_hours",
    Do("hear", hear),
    Ask(
        "line",
        options=maybe,
        read=read_line,
        values=why,
        show=line_words,
        resets=tuple(Doubt),
    ),
    Ask("role", when=has_roles, options=role_options, known=likely_role),
    Do("check", check),
    Ask("long_day", when=in_doubt(Doubt.LONG_DAY), options=("yes", "no"), values=the_line, exits={"no": "mend"}),
    Ask("long_ago", when=in_doubt(Doubt.LONG_AGO), options=("yes", "no"), values=the_line, exits={"no": "mend"}),
    Ask("twice", when=in_doubt(Doubt.TWICE), options=("yes", "no"), values=the_line, exits={"no": "not_twice"}),
    ReadBack("right", of=("line", "role"), hears="line", values=the_line),
    Do("save", save, final=True),
    End("saved", values=saved, offers=("fix_hours", "my_record", "menu")),
    Do("mend", mend, then="line"),
    End("not_twice", offers=("my_record", "menu")),
    recognises=recognises,
)
