"""What a lasting button names, a role or a session: it comes from a client, so it is checked first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from domain.messages import Choice
from domain.sign_ups import HOLDING
from domain.work import OpenRole, Session
from flows import showing
from flows.engine import Option, Turn
from storage import answers, invitations, projects, reminders, seats, sessions, sign_ups
from storage.sessions import Meeting
from texts import dates

# ---------------------------------------------------------------- a role


def role(turn: Turn) -> OpenRole | None:
    """The open role that was chosen or that a button named."""
    wanted = turn.answers.get("role") or turn.answers.get("about")
    found = projects.find_role(turn.tx, str(wanted))
    return found if found and seats.takes_sign_ups(found, turn.now) else None


def why_closed(turn: Turn) -> dict[str, str]:
    """Why nobody can sign up for the role that a button named: it rests, its last day has passed, or it is over."""
    found = projects.find_role(turn.tx, str(turn.answers.get("role") or turn.answers.get("about")))
    if found and "paused" in {found.project.state, found.role.state} and is_going_on(found):
        return {"why": turn.words("showing.paused")}
    if found and found.is_open and found.project.closes_at and found.project.closes_at <= turn.now:
        last = dates.local(found.project.closes_at - timedelta(seconds=1), turn.network.timezone)
        return {"why": turn.words("showing.too_late", day=dates.day(turn.chat.language, last))}
    return {"why": turn.words("showing.closed")}


def is_going_on(found: OpenRole) -> bool:
    """Whether a role is neither a draft's nor over."""
    return found.project.state in {"published", "paused"} and found.role.state != "closed"


def chosen(turn: Turn) -> OpenRole:
    """As :func:`role`, where an earlier step has made sure of it."""
    found = role(turn)
    if found is None:
        raise LookupError("the role has closed in the middle of a turn")
    return found


def decline(turn: Turn, state: str) -> str | None:
    """Write down not_now or never for the role; else ``which``, ``closed`` or ``held`` says why not."""
    if "about" not in turn.answers:
        return "which"
    found = role(turn)
    if found is None:
        return "closed"
    if sign_ups.decline(turn.tx, found.role.id, turn.person.id, state, turn.now):
        return None
    return "held" if sign_ups.state_of(turn.tx, found.role.id, turn.person.id) in HOLDING else "closed"


def ways_back(turn: Turn) -> list[Choice]:
    """After a no: sign up after all, or see other roles."""
    return [turn.button(f"sign_up:{chosen(turn).role.id}"), turn.button("find_role")]


# ---------------------------------------------------------------- a session

NO_SESSION: Final = {
    "which": "session",
    "none": "none",
    "unknown": "unknown",
    "not_yours": "not_yours",
    "called_off": "called_off",
    "over": "over",
}
"""Where :func:`find_session` leads when no answer can be written down (yet)."""


def find_session(turn: Turn) -> str | None:
    """Settle which session is meant; else ``which``, or why nothing can be said to it."""
    if "about" not in turn.answers and "session" not in turn.answers:
        ahead = sessions.of_person(turn.tx, turn.person.id, turn.now)
        near = [each for each in ahead if showing.near(turn, each.session.starts_at) != "later"]
        likely = near if len(near) == 1 and was_told_last(turn, near[0], ahead) else ahead
        if len(likely) != 1:
            return "which" if likely else "none"
        turn.answers["session"] = likely[0].session.id
    return unanswerable(turn, sessions.find(turn.tx, session_id(turn)))


def was_told_last(turn: Turn, meeting: Meeting, ahead: Sequence[Meeting]) -> bool:
    """Whether no other session was planned or changed since we last spoke of this one: a bare answer means it."""
    found, person = meeting.session, turn.person.id
    spoken = (reminders.said_at(turn.tx, found.id, person), answers.given_at(turn.tx, found.id, person))
    mine = max((each for each in (found.planned_at, found.changed_at, *spoken) if each), default=None)
    others = [each.session for each in ahead if each.session.id != found.id]
    news = [moment for each in others for moment in (each.planned_at, each.changed_at) if moment]
    return mine is None or all(moment <= mine for moment in news)


def session_id(turn: Turn) -> str:
    """The id of the session that was chosen or that a button named."""
    return str(turn.answers.get("session") or turn.answers.get("about"))


def unanswerable(turn: Turn, found: Session | None) -> str | None:
    """Why nobody can say now whether this person comes: ``unknown``, ``not_yours``, ``over`` or ``called_off``."""
    if found is None:
        return "unknown"
    if not invitations.is_invited(turn.tx, found, turn.person.id):
        return "not_yours"
    if found.state == "planned" and found.starts_at <= turn.now:
        return "over"
    return None if meetings(turn) else "called_off"


def meetings(turn: Turn) -> list[Meeting]:
    """The session that is meant, as the person sees it, if it will take place."""
    ahead = sessions.of_person(turn.tx, turn.person.id, turn.now)
    return [each for each in ahead if each.session.id == session_id(turn)]


def meeting(turn: Turn) -> Meeting:
    """As :func:`meetings`, where an earlier step has made sure of it."""
    return meetings(turn)[0]


def session(turn: Turn) -> Session:
    """The session that is meant, whether or not it will still take place; sessions are never removed."""
    found = sessions.find(turn.tx, session_id(turn))
    if found is None:
        raise LookupError("there is no such session")
    return found


def where_and_when(turn: Turn) -> dict[str, Any]:
    """The session that is meant, in words."""
    found = session(turn)
    project = projects.find(turn.tx, found.project)
    return showing.session_facts(turn, found, project.title if project else "")


def session_options(turn: Turn) -> list[Option]:
    """The sessions ahead, to choose one."""
    ahead = [each.session for each in sessions.of_person(turn.tx, turn.person.id, turn.now)]
    return [Option(each.id, f"{showing.session_kind(turn, each)} {showing.session_time(turn, each)}") for each in ahead]
