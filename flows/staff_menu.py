"""What staff can do, the network in numbers, and who waits for an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.messages import Choice
from flows import telling
from flows.engine import Audience, End, Flow, Say, Turn
from storage import help_requests, projects, sign_ups, staff
from texts import dates

MOST_REQUESTS: Final = 3
"""So many requests are shown at once: with the menu they fit into one reply."""


def at_a_glance(turn: Turn) -> dict[str, Any]:
    """The network in numbers."""
    glance = staff.at_a_glance(turn.tx)
    left = telling.month(turn).left
    return {
        "volunteers": glance.volunteers,
        "projects": glance.projects,
        "roles": glance.roles,
        "seats": glance.seats_left,
        "pushes": "unlimited" if left is None else left,
        "known": "yes" if telling.is_known(turn) else "no",
        "drafts": len(projects.drafts(turn.tx)),
        "requests": help_requests.count_unanswered(turn.tx),
    }


def what_to_do(turn: Turn) -> list[Choice]:
    """The flows that make sense now."""
    names = ["create_project"]
    names += ["publish_project"] if projects.drafts(turn.tx) else []
    names += ["applicants"] if sign_ups.asked_for(turn.tx) else []
    names += ["answer_person"] if help_requests.count_unanswered(turn.tx) > MOST_REQUESTS else []
    return [turn.button(name) for name in [*names, "menu" if turn.welcomed else "welcome", "leave_staff"]]


def requests(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """Who waits for an answer, the longest waiting first, each with a button."""
    waiting = help_requests.unanswered(turn.tx, MOST_REQUESTS)
    return [(request_facts(turn, each), [turn.button(f"answer_person:{each.id}")]) for each in waiting]


def request_facts(turn: Turn, request: help_requests.Unanswered) -> dict[str, Any]:
    """What the words of a request are filled with."""
    asked = dates.local(request.asked_at, turn.network.timezone)
    return {
        "name": request.name or turn.words("showing.somebody"),
        "words": request.words,
        "when": f"{dates.day(turn.chat.language, asked.date())} {dates.clock(turn.chat.language, asked)}",
    }


STAFF_MENU = Flow(
    "staff_menu",
    Say("menu", values=at_a_glance, choices=what_to_do),
    Say("request", many=requests),
    End("done", quiet=True),
    audience=Audience.STAFF,
)
