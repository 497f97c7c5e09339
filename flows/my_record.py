"""What the person has done so far: roles, sessions, hours by who vouches for them and their value, skills used."""

from __future__ import annotations

from typing import Any, Final

from domain.attendance import minutes_early, minutes_late
from domain.ledger import GRADES, Grade, Line, Sum
from domain.messages import Choice
from domain.value import rate_on
from domain.work import OpenRole
from flows import showing
from flows.engine import Do, End, Flow, Say, Turn
from storage import attendance, checks, rates, records, sign_ups
from storage.attendance import Visit
from storage.records import Record
from texts import dates

MOST_LINES: Final = 5
"""So many roles, sessions or rejected entries are listed: it is read on a phone. The sums count all."""
NEXT: Final = ("log_hours", "hours_history", "fix_hours", "ask_letter", "share_record")


def look(turn: Turn) -> str | None:
    """See whether there is anything to show."""
    person = turn.person.id
    waits = sign_ups.roles_of(turn.tx, person, "waiting")
    return None if waits or has_something(turn) else "nothing"


def has_something(turn: Turn) -> bool:
    """Whether the person has done anything yet, or is about to."""
    found = records.of(turn.tx, turn.person.id)
    return bool(found.roles or found.lines or past(turn))


def record(turn: Turn) -> dict[str, Any]:
    """The whole record, ready to be read."""
    found = records.of(turn.tx, turn.person.id)
    return {
        "roles": roles(turn, found),
        "sessions": listed(turn, [visit_line(turn, each) for each in past(turn)]),
        "hours": hours(turn, found),
        "total": dates.duration(turn.chat.language, found.total.minutes),
        "rate": rate_on(rates.all_of_them(turn.tx), None, turn.today).baht_a_day,
        "rejected": rejected(turn, found),
        "skills": showing.skills(turn, found.skills) if found.skills else "none",
    }


def next_steps(turn: Turn) -> list[Choice]:
    """What one may want to do about it."""
    return [turn.button(each) for each in NEXT if each in turn.network.flows.by_name]


# ---------------------------------------------------------------- roles and sessions


def roles(turn: Turn, found: Record) -> str:
    """The person's roles, a line each."""
    waiting = sign_ups.roles_of(turn.tx, turn.person.id, "waiting")
    lines = [role_line(turn, each, each.project.state) for each in found.roles]
    lines += [role_line(turn, each, "waiting") for each in waiting if each.project.state == "published"]
    return listed(turn, lines)


def role_line(turn: Turn, found: OpenRole, state: str) -> str:
    """One role: under way, closed, or waited for."""
    facts = {"role": found.role.title, "project": found.project.title}
    return turn.words("my_record.role_line", **facts, state=state)


def past(turn: Turn) -> list[Visit]:
    """The sessions behind us that the person was at or said to come to."""
    return attendance.of_person(turn.tx, turn.person.id, turn.now)


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


# ---------------------------------------------------------------- hours


def hours(turn: Turn, found: Record) -> str:
    """The verified hours, and those of every other grade that has some, with their value, a line each."""
    shown = [each for each in reversed(GRADES) if each == Grade.VERIFIED or found.grades[each].minutes]
    return "\n".join(f"• {grade_line(turn, each, found.grades[each])}" for each in shown)


def grade_line(turn: Turn, grade: str, found: Sum) -> str:
    """The hours of one grade, and what they are worth by the rate of each day."""
    amount = dates.duration(turn.chat.language, found.minutes)
    return turn.words("my_record.grade_line", grade=grade, amount=amount, baht=found.baht)


def rejected(turn: Turn, found: Record) -> str:
    """The entries that were turned down, each with the reason; ``none`` if there are none."""
    return listed(turn, [rejected_line(turn, each) for each in found.rejected]) if found.rejected else "none"


def rejected_line(turn: Turn, line: Line) -> str:
    """One entry that was turned down, and why."""
    entry = showing.hours_line(turn, line.minutes, line.worked_on, line.role, line.note)
    why = checks.of(turn.tx, line.entry)[-1].words
    return turn.words("my_record.rejected_line", entry=entry, why=why or "none")


def listed(turn: Turn, lines: list[str]) -> str:
    """Lines with a point before each; a dash where there are none."""
    shown = [f"• {line}" for line in lines[:MOST_LINES]]
    more = [turn.words("my_record.more", count=len(lines) - MOST_LINES)] if len(lines) > MOST_LINES else []
    return "\n".join(shown + more) or "–"


MY_RECORD: Final = Flow(
    "my_record",
    Do("look", look, exits={"nothing": "nothing_yet"}),
    Say("record", values=record, choices=next_steps, then="shown"),
    End("nothing_yet", offers=("find_role", "log_hours", "menu")),
    End("shown", quiet=True),
)
