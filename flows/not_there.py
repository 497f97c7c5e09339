"""The person says that they were not at a session to which they had said that they come."""

from __future__ import annotations

from typing import Any

from flows import named, showing
from flows.engine import Do, End, Flow, Say, Turn
from storage import absences, answers, projects, sessions


def find(turn: Turn) -> str | None:
    """See which session is meant; it must have begun, and have been theirs."""
    found = sessions.find(turn.tx, named.session_id(turn))
    if found is None or answers.of(turn.tx, found.id, turn.person.id) is None:
        return "unknown"
    return "not_yet" if found.starts_at > turn.now else None


def note(turn: Turn) -> None:
    """Write it down, unless it is known already who was there."""
    absences.note_own(turn.tx, named.session_id(turn), turn.person.id, turn.now)


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
