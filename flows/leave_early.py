"""The person leaves a session before its end: one tap, and one to say that they stay after all."""

from __future__ import annotations

from typing import Any, Final

from domain.messages import Choice
from domain.work import Session
from flows import showing
from flows.engine import Do, End, Flow, Say, Turn
from storage import attendance, sessions
from texts import dates

STAY: Final = "stay."
"""What a button names before the session's id if they stay after all."""


def look(turn: Turn) -> str | None:
    """Settle which session is meant: the one that they are at now."""
    if "about" in turn.answers:
        turn.answers["session"] = str(turn.answers["about"]).removeprefix(STAY)
    elif here := at_now(turn):
        turn.answers["session"] = here[0].id
    else:
        return "not_there"
    return why_not(turn)


def at_now(turn: Turn) -> list[Session]:
    """The sessions that are not over and that the person has checked in to."""
    mine = attendance.of_person(turn.tx, turn.person.id, turn.now)
    return [each.meeting.session for each in mine if is_there(each, turn)]


def is_there(visit: attendance.Visit, turn: Turn) -> bool:
    """Whether a session goes on and the person came to it."""
    return visit.seen is not None and visit.seen.came and turn.now < visit.meeting.session.ends_at


def why_not(turn: Turn) -> str | None:
    """Why nobody can leave it now."""
    found = sessions.find(turn.tx, turn.answers["session"])
    seen = attendance.of(turn.tx, turn.answers["session"], turn.person.id)
    if found is None or seen is None or not seen.came:
        return "not_there"
    return "over" if found.ends_at <= turn.now else None


def leave(turn: Turn) -> str | None:
    """Write down when they leave, or that they stay after all."""
    stays = str(turn.answers.get("about", "")).startswith(STAY)
    moment = None if stays else turn.event.happened_at
    if not attendance.leave(turn.tx, turn.answers["session"], turn.person.id, moment):
        return "staff_said"
    return "stays" if stays else None


def facts(turn: Turn) -> dict[str, Any]:
    """The session, and when they leave."""
    found = session(turn)
    seen = attendance.of(turn.tx, found.id, turn.person.id)
    left = dates.local((seen and seen.left_at) or turn.now, turn.network.timezone)
    shown = showing.session_facts(turn, found, showing.project_title(turn, found))
    return {**shown, "at": dates.clock(turn.chat.language, left)}


def session(turn: Turn) -> Session:
    """The session that is meant, where an earlier step has made sure of it."""
    found = sessions.find(turn.tx, turn.answers["session"])
    if found is None:
        raise LookupError("the session is gone")
    return found


def ways_on(turn: Turn) -> list[Choice]:
    """The hours, or staying after all."""
    found = session(turn).id
    stay = showing.named_button(turn.words("leave_early.stay"), f"leave_early:{STAY}{found}")
    return [turn.button(f"log_session:{found}"), stay]


LEAVE_EARLY: Final = Flow(
    "leave_early",
    Do("look", look, exits={"not_there": "not_there", "over": "over"}),
    Do("leave", leave, exits={"stays": "stays", "staff_said": "staff_said"}, final=True),
    Say("noted", values=facts, choices=ways_on),
    End("quiet", quiet=True),
    Say("stays", values=facts, choices=lambda turn: [turn.button(f"leave_early:{session(turn).id}")], then="quiet"),
    Say("over", choices=lambda turn: [turn.button(f"log_session:{session(turn).id}")], then="quiet"),
    End("staff_said", offers=("talk_to_person", "menu")),
    End("not_there", offers=("check_in", "my_roles")),
)
