"""What is asked before hours are written down: a long day, long ago, twice, at the time of something else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from domain.attendance import Presence, minutes_attended
from domain.hours import Doubt, Worked, doubts, overlap, total_on
from flows import hours_line, showing
from flows.engine import Turn
from storage import attendance, hours
from storage.attendance import Visit
from storage.hours import Entry
from texts import dates

ABOUT_THE_LINE: Final = ("line", *Doubt)
"""The questions whose answers belong to one line of hours."""


def check(turn: Turn) -> None:
    """See what is to be asked about before the line is read back."""
    new, before = hours_line.worked(turn.answers["line"]), hours_line.others(turn)
    attended = [at_session(turn, each) for each in not_logged(turn)]
    turn.answers["doubts"] = sorted(doubts(new, before, turn.heard_at.date(), attended))
    turn.answers["total"] = total_on(new.on, before) + new.minutes


def in_doubt(doubt: Doubt) -> Callable[[Turn], bool]:
    """The condition that the line is to be asked about for this reason."""
    return lambda turn: doubt in turn.answers["doubts"]


def mend(turn: Turn) -> None:
    """Forget the line, and its day if that was wrong, to hear it again."""
    wrong_day = turn.answers.get("long_ago") == "no"
    for name in (*ABOUT_THE_LINE, *(["day"] if wrong_day else [])):
        turn.answers.pop(name, None)
    turn.conversation.trail = [name for name in turn.conversation.trail if name not in ABOUT_THE_LINE]


# ---------------------------------------------------------------- at the same time


def entry_at(turn: Turn, new: Worked, besides: str = "") -> Entry | None:
    """The entry that stands at the time of these hours, if there is one."""
    standing = (each for each in hours.standing(turn.tx, turn.person.id) if each.id != besides)
    return next((each for each in standing if overlap(new, hours_line.worked_in(each))), None)


def not_logged(turn: Turn) -> Sequence[Visit]:
    """The sessions that the person was at and has not logged, the latest first."""
    logged = {each.session for each in hours.standing(turn.tx, turn.person.id)}
    past = attendance.of_person(turn.tx, turn.person.id, turn.now)
    were_there = [each for each in past if each.presence(turn.now) == Presence.CAME]
    return [each for each in were_there if each.meeting.session.id not in logged]


def at_session(turn: Turn, visit: Visit) -> Worked:
    """When somebody was at a session."""
    session = visit.meeting.session
    arrived = visit.seen.arrived_at if visit.seen else None
    came = dates.local(max(session.starts_at, arrived or session.starts_at), turn.network.timezone)
    return Worked(came.date(), minutes_attended(session, visit.seen), came.hour * 60 + came.minute)


def session_at(turn: Turn, new: Worked) -> Visit | None:
    """The session at the time of these hours that the person was at and has not logged."""
    return next((each for each in not_logged(turn) if overlap(new, at_session(turn, each))), None)


def at_that_time(turn: Turn) -> dict[str, Any]:
    """What there is at the time of the line: another entry, or a session."""
    new = hours_line.worked(turn.answers["line"])
    entry, visit = entry_at(turn, new), session_at(turn, new)
    return {
        "other": entry_words(turn, entry) if entry else "–",
        "session": showing.session(turn, visit.meeting.session) if visit else "–",
        "new": showing.how_long(turn, new.minutes, new.begins),
    }


def entry_words(turn: Turn, entry: Entry) -> str:
    """An entry in one line."""
    return showing.hours_line(turn, entry.minutes, entry.worked_on, entry.role, entry.note, entry.begins)


def that_session(turn: Turn) -> dict[str, Any]:
    """The session whose hours shall be logged instead, and in whose time it was, if they said so."""
    visit = session_at(turn, hours_line.worked(turn.answers["line"]))
    time = {"time": turn.answers["time"]} if "time" in turn.answers else {}
    return {"about": visit.meeting.session.id, **time} if visit else {}
