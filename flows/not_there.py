"""The person says that they were not at a session to which they had said that they come."""

from __future__ import annotations

from typing import Any

from flows import named, showing
from flows.engine import Do, End, Flow, Say, Turn
from storage import answers, attendance, projects, sessions


def find(turn: Turn) -> str | None:
    """See which session is meant, else the last one of which nobody knows; it must have begun, and have been theirs."""
    if "about" not in turn.answers and (open_still := unknown_yet(turn)):
        turn.answers["session"] = open_still[0]
    found = sessions.find(turn.tx, named.session_id(turn))
    if found is None or answers.of(turn.tx, found.id, turn.person.id) is None:
        return "unknown"
    return "not_yet" if found.starts_at > turn.now else None


def unknown_yet(turn: Turn) -> list[str]:
    """The sessions that the person said they come to and nobody knows whether they were there, the latest first."""
    behind = [each.session.id for each in sessions.behind(turn.tx, turn.person.id, turn.now)]
    return [each for each in behind if attendance.of(turn.tx, each, turn.person.id) is None]


def note(turn: Turn) -> None:
    """Write it down, unless it is known already who was there."""
    attendance.note_own_absence(turn.tx, named.session_id(turn), turn.person.id, turn.now)


def which(turn: Turn) -> dict[str, Any]:
    """The session in words."""
    found = sessions.find(turn.tx, named.session_id(turn))
    project = projects.find(turn.tx, found.project) if found else None
    return showing.session_facts(turn, found, project.title) if found and project else {}


NOT_THERE = Flow(
    "not_there",
    Do("find", find, exits={"unknown": "unknown", "not_yet": "not_yet"}),
    Do("note", note, final=True),
    Say("noted", values=which),
    End("quiet", quiet=True),
    End("unknown", offers=("my_roles", "menu")),
    End("not_yet", offers=("my_roles", "menu")),
)
