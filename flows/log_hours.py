"""The person logs hours, in one line of chat: read back before anything is written down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.hours import Doubt
from domain.ledger import Grade
from flows import hours_guards, hours_line, hours_role, showing
from flows.engine import Ask, Do, End, Flow, Go, Option, Read, ReadBack, Say, Turn, Understood
from flows.hours_guards import at_that_time, in_doubt
from storage import hours
from storage.hours import Work
from texts import dates


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


# ---------------------------------------------------------------- as it is read back


def the_line(turn: Turn) -> dict[str, Any]:
    """The entry to be, and what its day comes to with it."""
    new, language = hours_line.worked(turn.answers["line"]), turn.chat.language
    role = hours_role.role_id(turn)
    return {
        "entry": showing.hours_line(turn, new.minutes, new.on, role, note(turn), new.begins),
        "amount": dates.duration(language, new.minutes),
        "day": dates.on_that_day(language, new.on, turn.today),
        "total": dates.duration(language, turn.answers["total"]),
        "roles": "some" if hours_role.has_roles(turn) else "none",
        "time": hours_role.in_whose_time(turn),
        "trained": "no" if hours_role.is_untrained(turn, role) else "yes",
    }


def note(turn: Turn) -> str:
    """The words of the line, for what was done."""
    return str(turn.answers.get("note", ""))


# ---------------------------------------------------------------- written down


def save(turn: Turn) -> str | None:
    """Write the hours down; for a role only while it is the person's."""
    role = hours_role.role_id(turn)
    if not hours_role.is_theirs(turn, role):
        return "not_held"
    hours.log(turn.tx, turn.person.id, work(turn, role), turn.now)
    return None


def work(turn: Turn, role: str | None) -> Work:
    """What was done, as it is written down."""
    new = hours_line.worked(turn.answers["line"])
    skill, working = hours_role.skill(turn, role, note(turn)), hours_role.is_working(turn)
    return Work(role, new.on, new.minutes, note(turn), working=working, begins=new.begins, skill=skill)


def saved(turn: Turn) -> dict[str, Any]:
    """What was saved, who vouches for it, and what the month comes to."""
    new, grade = hours_line.worked(turn.answers["line"]), showing.grade(turn, Grade.SELF_REPORTED)
    return {**the_line(turn), "grade": grade, **showing.month_total(turn, new.on)}


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
    Do("whose_role", hours_role.whose_role, exits={"not_held": "not_held"}),
    Ask("role", when=hours_role.has_roles, options=hours_role.role_options, known=hours_role.likely_role),
    Ask("time", when=hours_role.has_company, options=hours_role.time_options),
    Do("check", hours_guards.check),
    Ask("long_day", when=in_doubt(Doubt.LONG_DAY), options=("yes", "no"), values=the_line, exits={"no": "mend"}),
    Ask("long_ago", when=in_doubt(Doubt.LONG_AGO), options=("yes", "no"), values=the_line, exits={"no": "mend"}),
    Ask("twice", when=in_doubt(Doubt.TWICE), options=("yes", "no"), values=the_line, exits={"no": "not_twice"}),
    Ask(
        "overlap",
        when=in_doubt(Doubt.OVERLAP),
        options=("yes", "no", "same"),
        values=at_that_time,
        exits={"no": "mend", "same": "not_twice"},
    ),
    Ask(
        "at_session",
        when=in_doubt(Doubt.AT_SESSION),
        options=("session", "yes", "no"),
        values=at_that_time,
        exits={"session": "the_session", "no": "mend"},
    ),
    ReadBack("right", of=("line", "role", "time"), hears="line", values=the_line),
    Do("save", save, exits={"not_held": "lose_role"}, final=True),
    End("saved", values=saved, offers=("fix_hours", "hours_history", "my_record", "menu")),
    Do("mend", hours_guards.mend, then="line"),
    Do("lose_role", hours_role.lose_role),
    Say("not_held", values=hours_role.not_held, then="role"),
    Go("the_session", "log_session", answers=hours_guards.that_session),
    End("not_twice", offers=("my_record", "menu")),
    recognises=recognises,
)
