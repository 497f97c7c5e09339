"""The session that a button of staff's names, or that was chosen: checked first, for it comes from a client."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from domain.messages import Choice
from domain.work import Session
from flows import showing
from flows.engine import Option, Turn
from storage import planning, projects, sessions
from texts import dates

MOST_CHOICES: Final = 12
"""So many buttons stand below one question on LINE."""
REFUSED: Final = {"gone": "gone", "called_off": "called_off", "begun": "begun"}
"""Where a flow goes on when a session can be neither moved nor changed."""


def find(turn: Turn) -> Session | None:
    """The session that is meant."""
    return sessions.find(turn.tx, str(turn.answers.get("about")))


def chosen(turn: Turn) -> Session:
    """As :func:`find`, where an earlier step has made sure of it: sessions are never removed."""
    found = find(turn)
    if found is None:
        raise LookupError("there is no such session")
    return found


def look(turn: Turn) -> str | None:
    """Whether a session was named, or there is one to choose."""
    return None if "about" in turn.answers or choices(turn) else "nothing"


def choices(turn: Turn) -> list[Option]:
    """The sessions ahead of all open projects, to choose one."""
    return [
        Option(session.id, label(turn, session), (title,))
        for session, title in sessions.ahead(turn.tx, turn.now, MOST_CHOICES)
    ]


def label(turn: Turn, session: Session) -> str:
    """A session on a button: ``28 พ.ย. อบรม``."""
    starts = dates.local(session.starts_at, turn.network.timezone)
    day = dates.day(turn.chat.language, starts.date()).rpartition(" ")[0]
    return f"{day} {showing.session_kind(turn, session)}"


def numbered(turn: Turn) -> dict[str, str]:
    """The sessions to choose from, by number."""
    found = sessions.ahead(turn.tx, turn.now, MOST_CHOICES)
    lines = [f"{number}. {line(turn, each)} “{title}”" for number, (each, title) in enumerate(found, 1)]
    return {"lines": "\n".join(lines)}


def check(turn: Turn) -> str | None:
    """Why the session can be neither moved, changed nor called off; nothing if it can."""
    refused = planning.refusal(find(turn), turn.now)
    return str(refused) if refused else None


def project_title(turn: Turn, session: Session) -> str:
    """What a session's project is called."""
    project = projects.find(turn.tx, session.project)
    return project.title if project else ""


def facts(turn: Turn) -> dict[str, Any]:
    """The session in words."""
    found = chosen(turn)
    return showing.session_facts(turn, found, project_title(turn, found))


def further(turn: Turn) -> list[Session]:
    """The sessions of the same series that follow."""
    found = chosen(turn)
    return sessions.of_series(turn.tx, found.series, found.starts_at) if found.series else []


def has_further(turn: Turn) -> bool:
    """Whether the same can be done with those that follow."""
    return bool(further(turn))


def how_many_follow(turn: Turn) -> dict[str, Any]:
    """The session, and how many of its series follow."""
    return {**facts(turn), "count": len(further(turn))}


def meant(turn: Turn) -> list[Session]:
    """The session, and those that follow if all of them are meant."""
    return [chosen(turn), *(further(turn) if turn.answers.get("which") == "all" else [])]


def ways_on(turn: Turn, *names: str) -> list[Choice]:
    """The session, the others of its project, and more."""
    found = chosen(turn)
    own = [turn.button(f"session:{found.id}"), turn.button(f"sessions_of:{found.project}")]
    return [*own, *(turn.button(each) for each in names)]


def instead(turn: Turn) -> list[Choice]:
    """What can be done when a session cannot be moved any more: plan another, or see it."""
    found = chosen(turn)
    return [turn.button(f"plan_session:{found.project}"), *ways_on(turn)]


def listed(turn: Turn, found: Sequence[Session]) -> str:
    """Sessions, a line each."""
    return "\n".join(f"• {line(turn, each)}" for each in found)


def line(turn: Turn, session: Session) -> str:
    """A session in a line, with its title if it has one."""
    title = f" · {session.title}" if session.title else ""
    return f"{showing.session_kind(turn, session)}{title} · {showing.session_time(turn, session)}"
