"""The offer of a seat that a button, or the person's own words, speak of: it is looked at anew each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from domain.sign_ups import APPLIED, IN_TEAM
from domain.work import OpenRole
from flows import showing
from flows.engine import Turn
from storage import projects, seats, sign_ups
from storage.sign_ups import SignUp
from texts import dates

NO_OFFER: Final = {"none": "none", "over": "over", "yours": "yours", "waits": "waits", "gone": "gone"}
"""Where :func:`look` leads when there is nothing to answer."""


def look(turn: Turn) -> str | None:
    """Settle which offer is meant; else why there is none (any more)."""
    if "about" not in turn.answers:
        waiting = sign_ups.offer_of(turn.tx, turn.person.id, turn.now)
        if waiting is None:
            return "none"
        turn.answers["about"] = waiting.role
    found, mine = role_of(turn), standing(turn)
    return "gone" if found is None or mine is None else stands(turn, mine)


def stands(turn: Turn, mine: SignUp) -> str | None:
    """Why this sign-up has no offer that waits, if it has none."""
    if mine.state == "offered" and mine.expires_at and mine.expires_at > turn.now:
        return None
    if mine.state in {"offered", "expired"}:
        return "over"
    if mine.state in (*IN_TEAM, "completed"):
        return "yours"
    return "waits" if mine.state in APPLIED else "gone"


def role_of(turn: Turn) -> OpenRole | None:
    """The role that is spoken of."""
    return projects.find_role(turn.tx, str(turn.answers["about"]))


def role(turn: Turn) -> OpenRole:
    """As :func:`role_of`, where an earlier step has made sure of it."""
    found = role_of(turn)
    if found is None:
        raise LookupError("the role has gone in the middle of a turn")
    return found


def standing(turn: Turn) -> SignUp | None:
    """Where the person stands with the role."""
    return sign_ups.standing(turn.tx, str(turn.answers["about"]), turn.person.id)


def title(turn: Turn) -> dict[str, Any]:
    """What the role and its project are called."""
    found = role(turn)
    return {"role": found.role.title, "project": found.project.title}


# ---------------------------------------------------------------- the card


def card(turn: Turn, found: OpenRole, mine: SignUp) -> tuple[Mapping[str, Any], Sequence[Choice]]:
    """What is offered, when the team meets, until when it is kept; yes and no."""
    until = mine.expires_at or turn.now
    facts = {
        **showing.role_facts(turn, found),
        "sessions": meetings(turn, found),
        "until": showing.moment(turn, until),
        "remaining": remaining(turn, mine),
    }
    return facts, [turn.button(f"{flow}:{found.role.id}") for flow in ("accept_seat", "decline_seat")]


def meetings(turn: Turn, found: OpenRole) -> str:
    """The team's sessions, a line each."""
    ahead = showing.sessions_ahead(turn, found.project)
    return "\n".join(f"• {showing.session(turn, each)}" for each in ahead) or turn.words("sign_up.no_sessions")


def remaining(turn: Turn, mine: SignUp) -> str:
    """How much time is left to answer, in whole hours while there are some."""
    seconds = ((mine.expires_at or turn.now) - turn.now).total_seconds()
    minutes = max(1, int(seconds // 60))
    return dates.duration(turn.chat.language, minutes // 60 * 60 if minutes >= 60 else minutes)


def ways_on(turn: Turn) -> list[Choice]:
    """After an offer whose time is over: ask for the role again if that can be done, or see others."""
    found = role(turn)
    again = [turn.button(f"sign_up:{found.role.id}")] if seats.takes_sign_ups(found, turn.now) else []
    return [*again, turn.button("find_role")]
