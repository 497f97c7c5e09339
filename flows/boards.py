"""Which session's board somebody means, and why they cannot do anything with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from domain.work import Session
from domain.workshop import FEEDBACK_LASTS
from flows import showing
from flows.engine import Option, Turn
from storage import projects, sessions, workshops

Refusal = Callable[[Turn, Session], str | None]
"""Why this person cannot do it with this session now; nothing if they can."""

LATELY: Final = timedelta(days=1)

NOT_FOUND: Final = {
    "which": "session",
    "none": "none",
    "unknown": "unknown",
    "not_yours": "not_yours",
    "called_off": "called_off",
}
"""Where :func:`find` leads when no session, or none that is theirs, is meant."""


def find(turn: Turn, refusal: Refusal) -> str | None:
    """Settle which session is meant; else ``which``, or why it is none that this person can do something with."""
    if "about" not in turn.answers and "session" not in turn.answers:
        likely = possible(turn, refusal) or lately(turn)
        if len(likely) != 1:
            return "which" if likely else "none"
        turn.answers["session"] = likely[0].id
    found = sessions.find(turn.tx, session_id(turn))
    if found is None:
        return "unknown"
    if not workshops.takes_part(turn.tx, found, turn.person.id):
        return "not_yours"
    return "called_off" if found.state != "planned" else refusal(turn, found)


def possible(turn: Turn, refusal: Refusal) -> list[Session]:
    """The sessions with which this person can do it now, the earliest first."""
    theirs = workshops.of_person(turn.tx, turn.person.id, turn.now - FEEDBACK_LASTS)
    return [each for each, _ in theirs if refusal(turn, each) is None]


def lately(turn: Turn) -> list[Session]:
    """The session that this person was in last, if that is not long ago: they ask about it too early, or too late."""
    theirs = workshops.of_person(turn.tx, turn.person.id, turn.now - LATELY)
    return [each for each, _ in theirs if each.starts_at <= turn.now][-1:]


def options(turn: Turn, refusal: Refusal) -> list[Option]:
    """Those sessions, to choose one."""
    return [Option(each.id, line(turn, each)) for each in possible(turn, refusal)]


def session_id(turn: Turn) -> str:
    """The id of the session that was chosen or that a button named."""
    return str(turn.answers.get("session") or turn.answers.get("about"))


def session(turn: Turn) -> Session:
    """The session that is meant, where an earlier step has made sure of it."""
    found = sessions.find(turn.tx, session_id(turn))
    if found is None:
        raise LookupError("sessions are never removed")
    return found


# ---------------------------------------------------------------- in words


def line(turn: Turn, found: Session) -> str:
    """A session in a few words: its title, or what kind it is, and when."""
    return f"{name(turn, found)} {showing.session_time(turn, found)}"


def name(turn: Turn, found: Session) -> str:
    """What a session is called: its own title, or what kind of meeting it is."""
    return found.title or showing.session_kind(turn, found)


def facts(turn: Turn, found: Session) -> dict[str, Any]:
    """What the words of a session are filled with, its name among it."""
    project = projects.find(turn.tx, found.project)
    return {"name": name(turn, found), **showing.session_facts(turn, found, project.title if project else "")}


def meant(turn: Turn) -> dict[str, Any]:
    """The session that is meant, in words."""
    return facts(turn, session(turn))
