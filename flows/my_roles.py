"""The person's roles with their next sessions, what they asked for and were offered, and the way out of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from domain.messages import Choice
from domain.sign_ups import HOLDING, IN_TEAM
from domain.work import OpenRole
from flows import letter_facts, offered, rsvp, showing
from flows.engine import Ask, Do, End, Flow, Say, Turn
from storage import look_backs, projects, seats, sessions, settings, sign_ups
from storage.sessions import Meeting

MOST_DONE = 1
"""So many roles that are done are shown beside those under way."""
Card = tuple[Mapping[str, Any], Sequence[Choice]]


def look(turn: Turn) -> str | None:
    """See whether there are roles to show, or one to leave."""
    if "about" in turn.answers:
        state = sign_ups.state_of(turn.tx, str(turn.answers["about"]), turn.person.id)
        return "leave" if state in HOLDING and state != "completed" else "not_yours"
    return (
        None
        if seated(turn) or done_cards(turn) or asked(turn, "offered", "waiting", "interested", "shortlisted")
        else "none"
    )


def seated(turn: Turn) -> list[OpenRole]:
    """The roles in which the person has a seat."""
    return sign_ups.active_roles(turn.tx, turn.person.id)


def asked(turn: Turn, *states: str) -> list[OpenRole]:
    """The roles with which the person stands in one of these states, of projects that are not over."""
    roles = sign_ups.roles_of(turn.tx, turn.person.id, *states)
    return [each for each in roles if each.project.state in {"published", "paused"}]


# ---------------------------------------------------------------- what is shown


def offer_cards(turn: Turn) -> list[Card]:
    """A card for each offer that waits for an answer."""
    found = [(each, sign_ups.standing(turn.tx, each.role.id, turn.person.id)) for each in asked(turn, "offered")]
    return [offered.card(turn, each, mine) for each, mine in found if mine and not offered.stands(turn, mine)]


def cards(turn: Turn) -> list[Card]:
    """A card for each role with a seat: its sessions, whether the person comes to the next, and the way out."""
    held, ahead = seated(turn), sessions.of_person(turn.tx, turn.person.id, turn.now)
    return [card(turn, each, [one for one in ahead if one.session.project == each.project.id]) for each in held]


def card(turn: Turn, found: OpenRole, meetings: list[Meeting]) -> Card:
    """One role with its sessions, and what can be said to the next one."""
    lines = [meeting_line(turn, each) for each in meetings]
    later = turn.words("my_roles.later", sessions="\n".join(f"• {line}" for line in lines[1:])) if lines[1:] else ""
    facts = {"next": lines[0] if lines else turn.words("my_roles.no_sessions"), "later": later}
    buttons = rsvp.other_answers(turn, meetings[0].session.id, meetings[0].answer) if meetings else []
    if letter_facts.work(turn, turn.person.id, found.role.id).minutes:
        buttons = [*buttons, turn.button(f"ask_letter:{found.role.id}")]
    return {**showing.role_facts(turn, found), **facts}, [*buttons, way_out(turn, found)]


def meeting_line(turn: Turn, meeting: Meeting) -> str:
    """A session, and what the person said to it; who waits for a place sees which in line they are."""
    said = meeting.answer or "open"
    number = rsvp.number(turn, meeting.session.id) if said == "waiting" else 0
    words = showing.session(turn, meeting.session)
    return turn.words("my_roles.session_line", session=words, said=said, number=number)


def applied_cards(turn: Turn) -> list[Card]:
    """A card for each role that staff consider the person for."""
    return [applied_card(turn, each) for each in asked(turn, "interested", "shortlisted")]


def applied_card(turn: Turn, found: OpenRole) -> Card:
    """One role, and until when there is an answer."""
    mine = sign_ups.standing(turn.tx, found.role.id, turn.person.id)
    asked_at = (mine and mine.asked_at) or turn.now
    due = asked_at + timedelta(hours=settings.number(turn.tx, "answer_hours"))
    facts = {"answer": showing.moment(turn, due), "late": "yes" if due <= turn.now else "no"}
    return {**showing.role_facts(turn, found), **facts}, [way_out(turn, found, "leave_application")]


def queue_cards(turn: Turn) -> list[Card]:
    """A card for each role that the person waits for."""
    return [queue_card(turn, each) for each in asked(turn, "waiting")]


def queue_card(turn: Turn, found: OpenRole) -> Card:
    """One role, and the person's place in line."""
    number = sign_ups.place_in_line(turn.tx, found.role.id, turn.person.id) or 0
    return {**showing.role_facts(turn, found), "number": number}, [way_out(turn, found, "leave_queue")]


def way_out(turn: Turn, found: OpenRole, called: str = "leave") -> Choice:
    """The button that leaves a role or its wait-list; it asks first."""
    return Choice(turn.words(f"my_roles.{called}"), f"go:my_roles:{found.role.id}")


def done_cards(turn: Turn) -> list[Card]:
    """A card for each role that is done and was not looked back on."""
    found = look_backs.wanted(turn.tx, turn.person.id)[:MOST_DONE]
    return [(showing.role_facts(turn, each), [turn.button(f"look_back:{each.role.id}")]) for each in found]


# ---------------------------------------------------------------- leaving


def leaving(turn: Turn) -> dict[str, Any]:
    """The role to leave, and where the person stands with it: ``team``, ``offered``, ``waiting`` or ``applied``."""
    role = str(turn.answers["about"])
    title, project = projects.titles(turn.tx, [role])[role]
    state = sign_ups.state_of(turn.tx, role, turn.person.id) or ""
    held = "team" if state in IN_TEAM else state if state in {"offered", "waiting"} else "applied"
    return {"role": title, "project": project, "held": held}


def leave(turn: Turn) -> str | None:
    """Give the seat or the place back, at once; staff hear of a seat by an event of its own."""
    held = leaving(turn)["held"]
    refusal = seats.withdraw(turn.tx, str(turn.answers["about"]), turn.person.id, turn.now)
    if refusal is not None:
        return "not_yours"
    return None if held == "team" else "no_seat"


def ways_on(turn: Turn) -> list[Choice]:
    """Say why, or see other roles."""
    return [turn.button(each) for each in (f"tell_why:{turn.answers['about']}", "find_role", "menu")]


MY_ROLES = Flow(
    "my_roles",
    Do("look", look, exits={"leave": "sure", "not_yours": "not_yours", "none": "none"}),
    Say("offer", many=offer_cards),
    Say("role", many=cards),
    Say("applied", many=applied_cards),
    Say("queue", many=queue_cards),
    Say("done", many=done_cards),
    End("shown", quiet=True),
    Ask("sure", options=("yes", "no"), values=leaving, exits={"no": "kept"}),
    Do("leave", leave, exits={"not_yours": "not_yours", "no_seat": "left"}, final=True),
    Say("left_team", choices=ways_on, then="shown"),
    End("left", offers=("find_role", "my_roles", "menu")),
    End("kept", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "find_role")),
    End("none", offers=("find_role", "menu")),
)
