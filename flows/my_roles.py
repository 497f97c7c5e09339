"""The person's roles with their next sessions, and the way out of a role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from domain.messages import Choice
from domain.sign_ups import HOLDING, IN_TEAM
from domain.work import OpenRole
from flows import showing
from flows.engine import Ask, Do, End, Flow, Say, Turn
from storage import projects, seats, sessions, sign_ups
from storage.sessions import Meeting

Card = tuple[Mapping[str, Any], Sequence[Choice]]


def look(turn: Turn) -> str | None:
    """See whether there are roles to show, or one to leave."""
    if "about" in turn.answers:
        state = sign_ups.state_of(turn.tx, str(turn.answers["about"]), turn.person.id)
        return "leave" if state in HOLDING else "not_yours"
    return None if seated(turn) or waiting(turn) else "none"


def seated(turn: Turn) -> list[OpenRole]:
    """The roles in which the person has a seat."""
    return sign_ups.active_roles(turn.tx, turn.person.id)


def waiting(turn: Turn) -> list[OpenRole]:
    """The roles for which the person waits."""
    roles = sign_ups.roles_of(turn.tx, turn.person.id, "waiting")
    return [each for each in roles if each.project.state == "published"]


# ---------------------------------------------------------------- what is shown


def cards(turn: Turn) -> list[Card]:
    """A card for each role with a seat: its sessions, whether the person comes to the next, and the way out."""
    held, ahead = seated(turn), sessions.of_person(turn.tx, turn.person.id, turn.now)
    return [card(turn, each, [one for one in ahead if one.session.project == each.project.id]) for each in held]


def card(turn: Turn, found: OpenRole, meetings: list[Meeting]) -> Card:
    """One role with its sessions, and what can be said to the next one."""
    lines = [meeting_line(turn, each) for each in meetings]
    later = turn.words("my_roles.later", sessions="\n".join(f"• {line}" for line in lines[1:])) if lines[1:] else ""
    facts = {"next": lines[0] if lines else turn.words("my_roles.no_sessions"), "later": later}
    buttons = answers(turn, meetings[0]) if meetings else []
    return {**showing.role_facts(turn, found), **facts}, [*buttons, way_out(turn, found)]


def answers(turn: Turn, meeting: Meeting) -> list[Choice]:
    """What the person can say to a session, besides what they said already."""
    ways = {"coming": meeting.coming is not True, "not_coming": meeting.coming is not False}
    return [turn.button(f"{flow}:{meeting.session.id}") for flow, open_still in ways.items() if open_still]


def meeting_line(turn: Turn, meeting: Meeting) -> str:
    """A session, and what the person said to it."""
    said = {True: "yes", False: "no", None: "open"}[meeting.coming]
    return turn.words("my_roles.session_line", session=showing.session(turn, meeting.session), said=said)


def queue_cards(turn: Turn) -> list[Card]:
    """A card for each role that the person waits for."""
    return [queue_card(turn, each) for each in waiting(turn)]


def queue_card(turn: Turn, found: OpenRole) -> Card:
    """One role, and the person's place in line."""
    number = sign_ups.place_in_line(turn.tx, found.role.id, turn.person.id) or 0
    return {**showing.role_facts(turn, found), "number": number}, [way_out(turn, found, "leave_queue")]


def way_out(turn: Turn, found: OpenRole, called: str = "leave") -> Choice:
    """The button that leaves a role or its wait-list; it asks first."""
    return Choice(turn.words(f"my_roles.{called}"), f"go:my_roles:{found.role.id}")


# ---------------------------------------------------------------- leaving


def leaving(turn: Turn) -> dict[str, Any]:
    """The role to leave, and whether the person has a seat or waits."""
    role = str(turn.answers["about"])
    title, project = projects.titles(turn.tx, [role])[role]
    return {"role": title, "project": project, "held": sign_ups.state_of(turn.tx, role, turn.person.id) or "none"}


def leave(turn: Turn) -> str | None:
    """Give the seat back; whoever has it now is told, and so are staff."""
    role = str(turn.answers["about"])
    state = sign_ups.state_of(turn.tx, role, turn.person.id)
    facts = leaving(turn)
    if seats.withdraw(turn.tx, role, turn.person.id, turn.now) is not None:
        return "not_yours"
    if state in IN_TEAM:
        followers = [each.person for each in sign_ups.of_role(turn.tx, role, ("offered",))]
        showing.tell_staff(turn, "my_roles.told_staff", lambda there: told(there, facts, followers))
    return None


def told(there: Turn, facts: Mapping[str, Any], followers: Sequence[str]) -> dict[str, Any]:
    """What staff hear: who left, and to whom the seat is offered now."""
    who = showing.name_of(there, followers[-1]) if followers else ""
    return {**facts, "name": showing.person_name(there), "who": who, "follower": "yes" if followers else "no"}


MY_ROLES = Flow(
    "my_roles",
    Do("look", look, exits={"leave": "sure", "not_yours": "not_yours", "none": "none"}),
    Say("role", many=cards),
    Say("queue", many=queue_cards),
    End("shown", quiet=True),
    Ask("sure", options=("yes", "no"), values=leaving, exits={"no": "kept"}),
    Do("leave", leave, exits={"not_yours": "not_yours"}, final=True),
    End("left", offers=("find_role", "my_roles", "menu")),
    End("kept", offers=("my_roles", "menu")),
    End("not_yours", offers=("my_roles", "find_role")),
    End("none", offers=("find_role", "menu")),
)
