"""The person signs up for a role: a seat, a place on the wait-list if all are taken, or staff who choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from domain.messages import Choice
from domain.sign_ups import Refusal
from domain.work import OpenRole
from flows import clashes, named, role_details, showing
from flows.engine import Ask, Do, End, Flow, Option, Say, Turn
from flows.few_words import few_words
from storage import seats, settings, sign_ups, volunteers

STANDS: Final = {"waiting": "in_line", "interested": "in_hand", "shortlisted": "in_hand", "offered": "offered"}
"""Where who has asked already stands; everybody else has a seat."""
REFUSED: Final = {
    Refusal.CLASHES: "clash",
    Refusal.CONFLICT: "conflict",
    Refusal.SPEAKS: "speaks",
    Refusal.TURNED_DOWN: "turned_down",
}
NO_WAY: Final = {
    name: name
    for name in ("gone", "held", "in_line", "in_hand", "offered", "clash", "conflict", "speaks", "turned_down")
}


def look(turn: Turn) -> str | None:
    """See whether a role was named, and whether it can be had."""
    if "about" in turn.answers:
        return check(turn)
    return "choose" if offered(turn) else "nothing_open"


def check(turn: Turn) -> str | None:
    """See whether the person can ask for the role; else why not."""
    found = named.role(turn)
    refusal = seats.may_ask(turn.tx, found, turn.person, turn.now)
    return why_not(turn, refusal) if refusal else None


def why_not(turn: Turn, refusal: Refusal) -> str:
    """Which step says why the role cannot be asked for."""
    found = named.role(turn)
    if refusal is Refusal.HELD and found:
        return STANDS.get(sign_ups.state_of(turn.tx, found.role.id, turn.person.id) or "", "held")
    return REFUSED.get(refusal, "gone") if found else "gone"


def offered(turn: Turn) -> list[Option]:
    """The roles to choose from, the best first."""
    roles = volunteers.roles_for(turn.tx, turn.person, turn.now)
    return [Option(each.role.id, each.role.title, (each.project.title,)) for each in roles]


# ---------------------------------------------------------------- what is said before


def card(turn: Turn) -> list[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The role with its sessions."""
    found = named.chosen(turn)
    listed = showing.sessions_listed(turn, found.project) or turn.words("sign_up.no_sessions")
    more = role_details.lines(turn, found)
    return [({**showing.role_card(turn, found), "more": more, "sessions": listed}, ())]


def has_question(turn: Turn) -> bool:
    """Whether the role has a question of its own."""
    return bool(named.chosen(turn).role.question)


def own_question(turn: Turn) -> dict[str, Any]:
    """The role's own question."""
    return {"question": named.chosen(turn).role.question}


def asked_for(turn: Turn) -> dict[str, Any]:
    """The role, whether there is a seat, and by when there is an answer."""
    found = named.chosen(turn)
    return {
        "role": found.role.title,
        "project": found.project.title,
        "left": found.seats_left,
        "way": way(turn, found),
        "answer": answer_by(turn),
        **kept_for(turn, found),
    }


def way(turn: Turn, found: OpenRole) -> str:
    """What asking for the role leads to: ``seat``, ``line``, ``reserved`` (a line for now) or ``chosen``."""
    if found.role.admission == "chosen":
        return "chosen"
    if found.seats_for(turn.person.company, turn.now):
        return "seat"
    return "reserved" if found.seats_left else "line"


def answer_by(turn: Turn) -> str:
    """Until when there is an answer to who asks now."""
    return showing.moment(turn, turn.now + timedelta(hours=settings.number(turn.tx, "answer_hours")))


def kept_for(turn: Turn, found: OpenRole) -> dict[str, str]:
    """For which company seats are kept, and until when."""
    until = found.role.reserved_until
    company = sign_ups.kept_for(turn.tx, found.role.id)
    return {"company": company or "", "until": showing.moment(turn, until) if until else ""}


def still_open(turn: Turn) -> str | None:
    """See whether the role is still there to be asked for."""
    return "gone" if named.role(turn) is None else None


# ---------------------------------------------------------------- the seat


def take(turn: Turn) -> str:
    """Ask for the role, and tell staff what came of it."""
    wanted = str(turn.answers.get("role") or turn.answers.get("about"))
    refusal = seats.ask(turn.tx, wanted, turn.person.id, why(turn), turn.now)
    if refusal is not None:
        return why_not(turn, refusal)
    state = sign_ups.state_of(turn.tx, wanted, turn.person.id) or ""
    buttons = () if state == "accepted" else (f"applicants:{wanted}",)
    showing.tell_staff(turn, "sign_up.told_staff", lambda there: told(there, state), buttons)
    return state


def why(turn: Turn) -> str | None:
    """What the person answered to the role's question, or why they would like it."""
    return turn.answers.get("question") or turn.answers.get("why_you")


def told(there: Turn, state: str) -> dict[str, Any]:
    """What staff hear; the person's answer on a line of its own, if they gave one."""
    said = why(there)
    reason = "\n" + there.words("sign_up.why_line", why=said) if said else ""
    return {**asked_for(there), "name": showing.person_name(there), "seat": state, "why": reason}


def first_session(turn: Turn) -> dict[str, Any]:
    """The role that was got, and when its team meets first."""
    return {**asked_for(turn), "first": showing.first_meeting(turn, named.chosen(turn).project)}


def place(turn: Turn) -> dict[str, Any]:
    """The person's place in line."""
    found = named.chosen(turn)
    number = sign_ups.place_in_line(turn.tx, found.role.id, turn.person.id) or 0
    return {**asked_for(turn), "place": number}


def clash_words(turn: Turn) -> dict[str, Any]:
    """What the role falls together with."""
    found = named.chosen(turn)
    return {"role": found.role.title, "clashes": clashes.lines(turn, found.project)}


def since(turn: Turn) -> dict[str, Any]:
    """Until when who has asked already has an answer."""
    found = named.chosen(turn)
    mine = sign_ups.standing(turn.tx, found.role.id, turn.person.id)
    asked = (mine and mine.asked_at) or turn.now
    hours = timedelta(hours=settings.number(turn.tx, "answer_hours"))
    return {**asked_for(turn), "answer": showing.moment(turn, max(asked + hours, turn.now))}


def the_offer(turn: Turn) -> list[Choice]:
    """The way to the offer that waits."""
    return [turn.button(f"seat_offer:{named.chosen(turn).role.id}")]


SIGN_UP = Flow(
    "sign_up",
    Do("look", look, exits={**NO_WAY, "choose": "role", "nothing_open": "nothing_open"}, then="card"),
    Ask("role", options=offered),
    Do("check", check, exits=NO_WAY),
    Say("card", many=card),
    Ask("question", read=few_words, values=own_question, when=has_question),
    Ask("why_you", read=few_words, skippable=True, when=lambda turn: not has_question(turn)),
    Do("still_open", still_open, exits={"gone": "gone"}),
    Ask("sure", options=("yes", "no"), values=asked_for, exits={"no": "left"}),
    Do("take", take, exits={**NO_WAY, "waiting": "on_the_wait_list", "interested": "applied"}, final=True),
    End("see_you_there", values=first_session, offers=("my_roles", "menu")),
    End("on_the_wait_list", values=place, offers=("find_role", "my_roles", "menu")),
    End("applied", values=asked_for, offers=("find_role", "my_roles", "menu")),
    End("held", values=asked_for, offers=("my_roles", "menu")),
    End("in_line", values=place, offers=("my_roles", "find_role", "menu")),
    End("in_hand", values=since, offers=("my_roles", "find_role", "menu")),
    Say("offered", values=asked_for, choices=the_offer),
    End("quiet", quiet=True),
    End("clash", values=clash_words, offers=("my_roles", "about_me", "find_role")),
    End("conflict", values=asked_for, offers=("find_role", "about_me", "talk_to_person")),
    End("speaks", values=asked_for, offers=("find_role", "talk_to_person")),
    End("turned_down", values=asked_for, offers=("find_role", "talk_to_person")),
    End("gone", values=named.why_closed, offers=("find_role", "menu")),
    End("left", offers=("find_role", "menu")),
    End("nothing_open", offers=("menu",)),
)
