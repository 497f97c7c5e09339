"""Tells staff what became of seats and teams, and who waits for an answer: as it stands when it is said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from flows import showing
from flows.engine import Turn
from storage import moves, projects, settings, sign_ups, teams
from storage.sign_ups import Overdue

MOST_BUTTONS: Final = 5


def seat_freed(turn: Turn, role: str) -> None:
    """Who left, why, who is asked now, and who is missing."""
    found = projects.find_role(turn.tx, role)
    if found is None or not turn.is_staff:
        return
    facts = {
        "role": found.role.title,
        "project": found.project.title,
        **who_left(turn, role),
        **who_is_asked(turn, role),
    }
    body = turn.words("team_news.seat_freed", **facts, missing=missing(turn, found.project.id))
    turn.say(body, [turn.button(f"applicants:{role}")], lasting=True)


def who_left(turn: Turn, role: str) -> dict[str, Any]:
    """Who gave the seat up last, how, and their reason; who is forgotten has no name."""
    last = moves.last_to_leave(turn.tx, role)
    reason = last.reason if last else None
    said = turn.words("team_news.reason", reason=reason) if reason else ""
    name = showing.name_of(turn, last.person) if last else turn.words("showing.somebody")
    return {"name": name, "how": last.after if last else "withdrawn", "reason": said}


def who_is_asked(turn: Turn, role: str) -> dict[str, Any]:
    """Who has an offer of the role now."""
    asked = [showing.name_of(turn, each.person) for each in sign_ups.of_role(turn.tx, role, ("offered",))]
    return {"asked": ", ".join(asked) or "none"}


def missing(turn: Turn, project: str) -> str:
    """Which roles lack people to begin, a line each; nothing if the team is whole."""
    lines = [
        turn.words("team_news.gap", role=gap.role.title, has=gap.has, least=gap.role.least)
        for gap in teams.gaps(turn.tx, project)
    ]
    return turn.words("team_news.gaps", gaps="\n".join(lines)) if lines else ""


def completed(turn: Turn, project: str) -> None:
    """The team is whole; how many still wait for an answer."""
    found = projects.find(turn.tx, project)
    if found is None or found.teamed_at is None or not turn.is_staff:
        return
    owed = [each for each in sign_ups.owed(turn.tx) if each.project == project]
    facts = {"project": found.title, "owed": sum(each.count for each in owed)}
    buttons = [turn.button(f"members:{project}"), *(turn.button(f"applicants:{each.role}") for each in owed[:1])]
    turn.say(turn.words("team_news.completed", **facts), buttons, lasting=True)


def applicants_waiting(turn: Turn) -> None:
    """Which roles owe people an answer that is overdue, the longest waiting first, with a button each."""
    hours = settings.number(turn.tx, "answer_hours")
    late = sign_ups.owed(turn.tx, turn.now - timedelta(hours=hours)) if turn.is_staff else []
    if not late:
        return
    lines = "\n".join(line(turn, each, hours) for each in late)
    body = turn.words("team_news.applicants_waiting", hours=hours, roles=lines, count=sum(each.count for each in late))
    buttons = [showing.named_button(each.title, f"applicants:{each.role}") for each in late[:MOST_BUTTONS]]
    turn.say(body, buttons, lasting=True)


def line(turn: Turn, each: Overdue, hours: int) -> str:
    """A role, how many wait, and since when the first has; whether that is more than twice what was promised."""
    very = each.since <= turn.now - 2 * timedelta(hours=hours)
    facts = {"role": each.title, "project": each.project_title, "count": each.count, "very": "yes" if very else "no"}
    return turn.words("team_news.waiting_line", **facts, since=showing.moment(turn, each.since))
