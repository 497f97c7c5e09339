"""The person says that they come to a session; what falls at the same time is asked about once."""

from __future__ import annotations

from typing import Any

from domain.messages import Choice
from flows import named, rsvp
from flows.engine import Ask, Do, End, Flow, Option, Say, Turn
from storage import answers, sessions


def is_taken(turn: Turn) -> bool:
    """Whether something of the person's falls at that time, and they have not said yes all the same."""
    if answers.of(turn.tx, named.session_id(turn), turn.person.id) in {"yes", "waiting"}:
        return False
    return bool(rsvp.at_that_time(turn)) or rsvp.is_away(turn)


def what_is_then(turn: Turn) -> dict[str, Any]:
    """The session that is meant, and what falls at its time."""
    others = rsvp.lines(turn, rsvp.at_that_time(turn))
    return {**named.where_and_when(turn), "others": others or "none", "away": "yes" if rsvp.is_away(turn) else "no"}


def ways(turn: Turn) -> list[Option]:
    """Come all the same, come instead of going to the other, or leave it open."""
    possible = ("both", "switch", "open") if rsvp.at_that_time(turn) else ("come", "open")
    return [way(turn, each) for each in possible]


def way(turn: Turn, value: str) -> Option:
    """One of them, with the other words for it in either language."""
    both = turn.network.texts.both(f"coming.clash-{value}.also").values()
    return Option(value, turn.words(f"coming.clash-{value}"), tuple(",".join(both).split(",")))


def note(turn: Turn) -> str | None:
    """Write it down; what the person does not go to instead, too. Else they wait for a place."""
    meeting = named.meeting(turn)
    others = rsvp.at_that_time(turn) if turn.answers.get("clash") == "switch" else []
    for session in sorted(each.session.id for each in (meeting, *others)):
        sessions.lock(turn.tx, session)
    for each in others:
        rsvp.answer(turn, each, "no")
    turn.answers["instead"] = rsvp.lines(turn, others)
    return "waiting" if rsvp.answer(turn, meeting, "yes") == "waiting" else None


def noted(turn: Turn) -> dict[str, Any]:
    """Where and when; what was called off instead."""
    return {**rsvp.facts(turn), "instead": turn.answers["instead"] or "none"}


def in_line(turn: Turn) -> dict[str, Any]:
    """The same, with the place in line."""
    return {**noted(turn), "number": rsvp.number(turn, named.session_id(turn))}


def after_yes(turn: Turn) -> list[Choice]:
    """Put it into the calendar, or change one's mind."""
    session = named.session_id(turn)
    return [turn.button(f"calendar:{session}"), *rsvp.other_answers(turn, session, "yes"), turn.button("my_roles")]


def change_of_mind(turn: Turn) -> list[Choice]:
    """Everything one has taken on, and the other answers."""
    return [turn.button("my_roles"), *rsvp.other_answers(turn, named.session_id(turn), "yes")]


COMING = Flow(
    "coming",
    Do("find", named.find_session, exits=named.NO_SESSION),
    Ask("clash", options=ways, values=what_is_then, when=is_taken, exits={"open": "open"}),
    Do("again", named.find_session, exits=named.NO_SESSION),
    Do("note", note, exits={"waiting": "in_line"}, final=True),
    Say("noted", values=noted, choices=after_yes),
    End("quiet", quiet=True),
    Say("in_line", values=in_line, choices=change_of_mind, then="quiet"),
    Say("open", choices=change_of_mind, then="quiet"),
    Ask("session", options=named.session_options, then="find"),
    End("none", offers=("my_roles", "find_role")),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "find_role")),
    End("called_off", offers=("my_roles", "menu")),
    End("over", offers=("log_hours", "my_roles")),
)
