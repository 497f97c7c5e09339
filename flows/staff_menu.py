"""What needs attention first, the network in numbers, what staff can do, and who waits for an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final

from domain.messages import Choice
from flows import alarms, telling, vouched, vouching_news
from flows.engine import Audience, End, Flow, Say, Turn
from storage import attention, help_requests, letters, projects, settings, staff, vouching
from storage.attention import Sending
from texts import dates

MOST_REQUESTS: Final = 3
"""So many requests are shown at once: with the menu they fit into one reply."""
MOST_UNDER_WAY: Final = 3
"""So many searches that ended, and so many broadcasts, are shown at once."""
FOR_ALL: Final = ("projects_list", "sessions_of", "create_project", "broadcast", "companies", "value_report")
FOR_ADMINS: Final = ("staff_members", "network_settings", "rates", "audit_log")


def at_a_glance(turn: Turn) -> dict[str, Any]:
    """What waits, and the network in numbers."""
    glance = staff.at_a_glance(turn.tx)
    left = telling.month(turn).left
    return {
        "attention": waiting(turn),
        "volunteers": glance.volunteers,
        "projects": glance.projects,
        "roles": glance.roles,
        "seats": glance.seats_left,
        "pushes": "unlimited" if left is None else left,
        "known": "yes" if telling.is_known(turn) else "no",
    }


def waiting(turn: Turn) -> str:
    """What needs attention, a line each; or that nothing does."""
    applied = applicants(turn)
    late = vouching_news.minutes_waiting(turn)
    lines: dict[str, dict[str, Any]] = {
        "applicants": {"count": applied.waiting, "overdue": applied.overdue},
        "requests": {"count": help_requests.count_unanswered(turn.tx)},
        "letters": {"count": len(letters.requests(turn.tx))},
        "alarms": {"count": len(alarms.standing(turn))},
        "hours": {"count": late, "amount": vouched.amount(turn, late)},
        "drafts": {"count": len(projects.drafts(turn.tx))},
        "searches": {"count": len(searches(turn))},
        "broadcasts": {"count": len(broadcasts(turn))},
    }
    said = [turn.words(f"staff_menu.{what}", **values) for what, values in lines.items() if values["count"]]
    return "\n".join(said) or turn.words("staff_menu.nothing_waits")


def applicants(turn: Turn) -> attention.Applicants:
    """Who applied and waits for an answer, and for too long."""
    promised = timedelta(hours=settings.number(turn.tx, "answer_hours"))
    return attention.applicants(turn.tx, promised, turn.now)


def what_to_do(turn: Turn) -> list[Choice]:
    """The flows that make sense now, what waits first."""
    urgent = {
        "applicants": applicants(turn).waiting > 0,
        "answer_person": help_requests.count_unanswered(turn.tx) > MOST_REQUESTS,
        "letters": bool(letters.requests(turn.tx)),
        "alarms": bool(alarms.standing(turn)),
        "verify_hours": vouching.is_waiting(turn.tx, turn.person.id),
        "publish_project": bool(projects.drafts(turn.tx)),
    }
    names = [name for name, waits in urgent.items() if waits] + [*FOR_ALL, *(FOR_ADMINS if turn.is_admin else ())]
    home = "menu" if turn.welcomed else "welcome"
    return [turn.button(name) for name in [*names, home, "leave_staff"] if name in turn.network.flows.by_name]


# ---------------------------------------------------------------- under way


def searches(turn: Turn) -> list[tuple[str, str]]:
    """The roles whose search ended with seats left: id and title."""
    return attention.spent_searches(turn.tx, MOST_UNDER_WAY)


def broadcasts(turn: Turn) -> list[Sending]:
    """The broadcasts that are not over."""
    return attention.broadcasts_on_their_way(turn.tx, MOST_UNDER_WAY)


def under_way(turn: Turn) -> list[Choice]:
    """A button for each search that ended and each broadcast that is not over."""
    found = {f"search:{role}": turn.words("staff_menu.search", role=title) for role, title in searches(turn)}
    found |= {
        f"broadcasts:{each.id}": turn.words("staff_menu.sending", **sending(turn, each)) for each in broadcasts(turn)
    }
    flows = turn.network.flows.by_name
    return [Choice(label, f"go:{target}") for target, label in found.items() if target.partition(":")[0] in flows]


def sending(turn: Turn, broadcast: Sending) -> dict[str, str]:
    """Where a broadcast stands, and since or from when."""
    moment = dates.local(broadcast.moment, turn.network.timezone)
    return {"state": broadcast.state, "when": dates.day(turn.chat.language, moment.date())}


# ---------------------------------------------------------------- who asked


def requests(turn: Turn) -> Sequence[tuple[Mapping[str, Any], Sequence[Choice]]]:
    """Who waits for an answer, the longest waiting first, each with a button."""
    found = help_requests.unanswered(turn.tx, MOST_REQUESTS)
    return [(request_facts(turn, each), [turn.button(f"answer_person:{each.id}")]) for each in found]


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
    Say("under_way", choices=under_way, when=lambda turn: bool(under_way(turn))),
    Say("request", many=requests),
    End("done", quiet=True),
    audience=Audience.STAFF,
)
