"""Staff's card of one session: what it is, who comes and who has not said, and what can be done with it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from domain.messages import Choice
from domain.work import Session
from flows import showing, staff_session
from flows.engine import Ask, Audience, Do, End, Flow, Say, Turn
from storage import answers, projects, sessions

AROUND: Final = timedelta(hours=3)
"""So long before a session its code may be wanted."""
LATELY: Final = timedelta(days=30)


def is_ahead(turn: Turn, session: Session) -> bool:
    """Whether it has not begun."""
    return session.state == "planned" and session.starts_at > turn.now


def is_near(turn: Turn, session: Session) -> bool:
    """Whether it is about to begin, or under way."""
    return session.state == "planned" and session.starts_at - AROUND <= turn.now <= session.ends_at + AROUND


def has_begun(turn: Turn, session: Session) -> bool:
    """Whether people are there, or were lately."""
    return session.state == "planned" and session.starts_at <= turn.now <= session.ends_at + LATELY


def is_planned(_turn: Turn, session: Session) -> bool:
    """Whether it has not been called off."""
    return session.state == "planned"


BUTTONS: Final[Mapping[str, Callable[[Turn, Session], bool]]] = {
    "check_in_code": is_near,
    "attendance": has_begun,
    "silent": is_ahead,
    "move_session": is_ahead,
    "change_session": is_ahead,
    "cancel_session": is_ahead,
    "session_board": is_planned,
    "session_results": has_begun,
}
"""What can be done with a session, and when that makes sense."""


def look(turn: Turn) -> str | None:
    """Whether a session was named, or there is one to choose."""
    return staff_session.look(turn)


def check(turn: Turn) -> str | None:
    """Whether there is such a session."""
    return None if staff_session.find(turn) else "gone"


def card(turn: Turn) -> list[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The one card."""
    found = staff_session.chosen(turn)
    return [({**facts(turn, found), **answered(turn, found)}, buttons(turn, found))]


def facts(turn: Turn, found: Session) -> dict[str, Any]:
    """What it is, in words."""
    known = showing.session_facts(turn, found, staff_session.project_title(turn, found))
    return {**known, "stands": stands(turn, found), "details": details(turn, found)}


def stands(turn: Turn, found: Session) -> str:
    """Whether it is planned, under way, held or called off."""
    if found.state == "cancelled":
        return "cancelled"
    return "planned" if found.starts_at > turn.now else "running" if found.ends_at > turn.now else "held"


def details(turn: Turn, found: Session) -> str:
    """What else was said of it, a line each."""
    said = {
        "title": found.title,
        "link": found.link if found.link not in found.where else "",
        "materials": found.materials,
        "capacity": found.capacity or "",
        "invited": invited(turn, found),
        "series": len(others(turn, found)) or "",
        "reason": found.reason,
    }
    return "".join("\n" + turn.words(f"session.line-{name}", words=words) for name, words in said.items() if words)


def invited(turn: Turn, found: Session) -> str:
    """Who is invited, if not simply the team."""
    if found.invited == "roles":
        titles = projects.titles(turn.tx, sessions.only_for(turn.tx, found.id))
        return ", ".join(title for title, _ in titles.values())
    return "" if found.invited == "team" else turn.words(f"planning.invited-{found.invited}")


def others(turn: Turn, found: Session) -> list[Session]:
    """The others of its series that are still to come."""
    ahead = sessions.of_series(turn.tx, found.series, turn.now) if found.series else []
    return [each for each in ahead if each.id != found.id]


def answered(turn: Turn, found: Session) -> dict[str, int]:
    """How many come, cannot, may, wait for a place, and have not said."""
    count = answers.count(turn.tx, found)
    return {name: getattr(count, name) for name in ("yes", "no", "maybe", "waiting", "silent")}


def buttons(turn: Turn, found: Session) -> list[Choice]:
    """What can be done with it now, and the others of its project."""
    flows = turn.network.flows.by_name
    now = [name for name, makes_sense in BUTTONS.items() if name in flows and makes_sense(turn, found)]
    return [turn.button(f"{name}:{found.id}") for name in now] + [turn.button(f"sessions_of:{found.project}")]


SESSION: Final = Flow(
    "session",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("about", staff_session.choices, values=staff_session.numbered),
    Do("check", check, exits={"gone": "gone"}),
    Say("card", many=card),
    End("done", quiet=True),
    End("gone", offers=("sessions_of", "staff_menu")),
    End("nothing", offers=("plan_session", "staff_menu")),
    audience=Audience.STAFF,
)
