"""What the person has done so far: roles, sessions, hours by month, and what they are worth, all self-reported."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from domain.attendance import minutes_early, minutes_late
from domain.work import BAHT_PER_DAY, HOURS_PER_DAY, OpenRole, value_in_baht
from flows import showing
from flows.engine import Do, End, Flow, Turn
from storage import attendance, hours, sign_ups
from storage.attendance import Visit
from texts import dates

MOST_LINES = 12
"""So many roles, sessions or months are listed; the totals count all."""


def look(turn: Turn) -> str | None:
    """See whether there is anything to show."""
    person = turn.person.id
    held = sign_ups.roles_of(turn.tx, person) or sign_ups.roles_of(turn.tx, person, "waiting")
    return None if held or hours.standing(turn.tx, person) else "nothing"


def record(turn: Turn) -> dict[str, Any]:
    """The whole record, ready to be read."""
    minutes = sum(each.minutes for each in hours.standing(turn.tx, turn.person.id))
    return {
        "roles": roles(turn),
        "sessions": past_sessions(turn),
        "months": months(turn),
        "total": dates.duration(turn.chat.language, minutes),
        "days": showing.amount(round(minutes / 60 / HOURS_PER_DAY, 1)),
        "baht": value_in_baht(minutes),
        "rate": BAHT_PER_DAY,
        "hours": HOURS_PER_DAY,
    }


def roles(turn: Turn) -> str:
    """The person's roles, a line each."""
    held = sign_ups.roles_of(turn.tx, turn.person.id)
    waiting = sign_ups.roles_of(turn.tx, turn.person.id, "waiting")
    lines = [role_line(turn, each, each.project.state) for each in held]
    lines += [role_line(turn, each, "waiting") for each in waiting if each.project.state == "published"]
    return listed(turn, lines)


def role_line(turn: Turn, found: OpenRole, state: str) -> str:
    """One role: under way, closed, or waited for."""
    facts = {"role": found.role.title, "project": found.project.title}
    return turn.words("my_record.role_line", **facts, state=state)


def past_sessions(turn: Turn) -> str:
    """The sessions behind us that the person was at or said to come to, a line each, and what is known of it."""
    past = attendance.of_person(turn.tx, turn.person.id, turn.now)
    return listed(turn, [visit_line(turn, each) for each in past])


def visit_line(turn: Turn, visit: Visit) -> str:
    """One session: whether they were there, how late, how much earlier they left, and if it is only their word."""
    found, seen = visit.meeting.session, visit.seen
    late = minutes_late(found, seen.arrived_at) if seen else 0
    early = minutes_early(found, seen.left_at) if seen else 0
    language = turn.chat.language
    return turn.words(
        "my_record.session_line",
        session=f"{showing.session(turn, found)} · {visit.meeting.project}",
        there=visit.presence(turn.now),
        late=dates.duration(language, late) if late else "no",
        early=dates.duration(language, early) if early else "no",
        by="staff" if seen and seen.came and seen.reason else "self",
    )


def months(turn: Turn) -> str:
    """The hours of each month, the latest first."""
    sums: Counter[date] = Counter()
    for each in hours.standing(turn.tx, turn.person.id):
        sums[each.worked_on.replace(day=1)] += each.minutes
    language = turn.chat.language
    lines = [f"{dates.month(language, month)}: {dates.duration(language, sums[month])}" for month in sorted(sums)[::-1]]
    return listed(turn, lines)


def listed(turn: Turn, lines: list[str]) -> str:
    """Lines with a point before each; a dash where there are none."""
    shown = [f"• {line}" for line in lines[:MOST_LINES]]
    more = [turn.words("my_record.more", count=len(lines) - MOST_LINES)] if len(lines) > MOST_LINES else []
    return "\n".join(shown + more) or "–"


MY_RECORD = Flow(
    "my_record",
    Do("look", look, exits={"nothing": "nothing_yet"}),
    End("record", values=record, offers=("log_hours", "fix_hours", "ask_letter", "my_roles")),
    End("nothing_yet", offers=("find_role", "log_hours", "menu")),
)
