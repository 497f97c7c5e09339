"""The person signs up for a role: a seat, or a place on the wait-list if all are taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.matching import best
from domain.messages import Choice
from domain.sign_ups import HOLDING, Refusal
from domain.work import Session, overlap
from flows import named, role_details, showing
from flows.engine import Ask, Do, End, Flow, Option, Read, Say, Turn, Unclear, Understood
from storage import people, projects, seats, sessions, sign_ups
from storage.sessions import Meeting

MOST_CHARACTERS: Final = 500
REFUSED: Final = {Refusal.HELD: "held"}
NO_WAY: Final = {"gone": "gone", "held": "held", "in_line": "in_line"}


def look(turn: Turn) -> str | None:
    """See whether a role was named, and whether it can be had."""
    if "about" in turn.answers:
        return check(turn)
    return "choose" if offered(turn) else "nothing_open"


def check(turn: Turn) -> str | None:
    """See whether the role is open and the person has no place in it yet."""
    found = named.role(turn)
    if found is None:
        return "gone"
    state = sign_ups.state_of(turn.tx, found.role.id, turn.person.id)
    if state == "waiting":
        return "in_line"
    return "held" if state in HOLDING else None


def offered(turn: Turn) -> list[Option]:
    """The roles to choose from, the best first."""
    skills = people.skills_of(turn.tx, turn.person.id)
    roles = best(turn.person, skills, projects.open_roles(turn.tx, turn.person.id))
    return [Option(each.role.id, each.role.title, (each.project.title,)) for each in roles]


# ---------------------------------------------------------------- what is said before


def card(turn: Turn) -> list[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """The role with its sessions."""
    found = named.chosen(turn)
    listed = showing.sessions_listed(turn, found.project) or turn.words("sign_up.no_sessions")
    more = role_details.lines(turn, found)
    return [({**showing.role_card(turn, found), "more": more, "sessions": listed}, ())]


def clashes(turn: Turn) -> list[tuple[Session, Meeting]]:
    """The role's sessions that fall together with sessions the person has already."""
    ahead = showing.sessions_ahead(turn, named.chosen(turn).project)
    others = [each for each in sessions.of_person(turn.tx, turn.person.id, turn.now) if each.coming is not False]
    return [(new, old) for new in ahead for old in others if new.id != old.session.id and overlap(new, old.session)]


def clash_words(turn: Turn) -> dict[str, Any]:
    """The clashes, a line each."""
    lines = [
        turn.words(
            "sign_up.clash_line",
            new=showing.session(turn, new),
            project=old.project,
            old=showing.session_time(turn, old.session),
        )
        for new, old in clashes(turn)
    ]
    return {"clashes": "\n".join(lines)}


def short_text(text: str, _turn: Turn) -> Read:
    """A few sentences."""
    words = text.strip()
    if len(words) > MOST_CHARACTERS:
        return Unclear("too_long", values={"most": MOST_CHARACTERS})
    return Understood(words) if words else Unclear()


def asked_for(turn: Turn) -> dict[str, Any]:
    """The role, and whether there is a seat."""
    found = named.chosen(turn)
    return {"role": found.role.title, "project": found.project.title, "left": found.seats_left}


def still_open(turn: Turn) -> str | None:
    """See whether the role is still there to be asked for."""
    return "gone" if named.role(turn) is None else None


# ---------------------------------------------------------------- the seat


def take(turn: Turn) -> str:
    """Take the seat or a place in line, and tell staff."""
    wanted = str(turn.answers.get("role") or turn.answers.get("about"))
    refusal = seats.ask(turn.tx, wanted, turn.person.id, turn.answers.get("why_you"), turn.now)
    if refusal is not None:
        return REFUSED.get(refusal, "gone")
    seat = "taken" if sign_ups.state_of(turn.tx, wanted, turn.person.id) == "accepted" else "waiting"
    showing.tell_staff(turn, "sign_up.told_staff", lambda there: told(there, seat))
    return seat


def told(there: Turn, seat: str) -> dict[str, Any]:
    """What staff hear; the person's reason on a line of its own, if they gave one."""
    why = there.answers.get("why_you")
    reason = "\n" + there.words("sign_up.why_line", why=why) if why else ""
    return {**asked_for(there), "name": showing.person_name(there), "seat": seat, "why": reason}


def first_session(turn: Turn) -> dict[str, Any]:
    """The role that was got, and when its team meets first."""
    ahead = showing.sessions_ahead(turn, named.chosen(turn).project)
    first = turn.words("sign_up.first_session", session=showing.session(turn, ahead[0])) if ahead else ""
    return {**asked_for(turn), "first": first or turn.words("sign_up.no_session_yet")}


def place(turn: Turn) -> dict[str, Any]:
    """The person's place in line."""
    found = named.chosen(turn)
    number = sign_ups.place_in_line(turn.tx, found.role.id, turn.person.id) or 0
    return {**asked_for(turn), "place": number}


SIGN_UP = Flow(
    "sign_up",
    Do("look", look, exits={**NO_WAY, "choose": "role", "nothing_open": "nothing_open"}, then="card"),
    Ask("role", options=offered),
    Do("check", check, exits=NO_WAY),
    Say("card", many=card),
    Say("clash", when=lambda turn: bool(clashes(turn)), values=clash_words),
    Ask("why_you", read=short_text, skippable=True),
    Do("still_open", still_open, exits={"gone": "gone"}),
    Ask("sure", options=("yes", "no"), values=asked_for, exits={"no": "left"}),
    Do("take", take, exits={"waiting": "on_the_wait_list", "held": "held", "gone": "gone"}, final=True),
    End("see_you_there", values=first_session, offers=("my_roles", "menu")),
    End("on_the_wait_list", values=place, offers=("find_role", "my_roles", "menu")),
    End("held", values=asked_for, offers=("my_roles", "menu")),
    End("in_line", values=place, offers=("my_roles", "find_role", "menu")),
    End("gone", values=named.why_closed, offers=("find_role", "menu")),
    End("left", offers=("find_role", "menu")),
    End("nothing_open", offers=("menu",)),
)
