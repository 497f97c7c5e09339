"""How long somebody was at a session, for its hours: drafted from their attendance, or read from what they type."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from domain.attendance import minutes_attended
from domain.hours import MINUTES_PER_DAY, Worked, total_on
from domain.work import Session
from flows import hours_line, hours_role, showing
from flows.engine import Read, Turn, Unclear, Understood
from storage import attendance, hours
from storage.attendance import Visit
from storage.hours import Entry
from texts import dates


def visit(turn: Turn) -> Visit:
    """The session as the person stands to it, where an earlier step has made sure of it."""
    found = attendance.of_person_at(turn.tx, turn.person.id, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the session is gone")
    return found


def session(turn: Turn) -> Session:
    """The session."""
    return visit(turn).meeting.session


def day_of(turn: Turn) -> date:
    """The day of the session, on the network's calendar."""
    return dates.local(session(turn).starts_at, turn.network.timezone).date()


def entry(turn: Turn) -> Entry | None:
    """The hours that stand for this session, if there are any."""
    return hours.of_session(turn.tx, turn.person.id, str(turn.answers["about"]))


# ---------------------------------------------------------------- how long


def draft(turn: Turn, minutes: int) -> None:
    """Draft so many minutes."""
    turn.answers["line"] = hours_line.kept(minutes, day_of(turn))


def others(turn: Turn) -> list[Worked]:
    """What stands beside this session's own hours."""
    own = entry(turn)
    return hours_line.others(turn, own.id if own else "")


def has_room(turn: Turn, minutes: int) -> bool:
    """Whether the day has room for so many minutes more."""
    return total_on(day_of(turn), others(turn)) + minutes <= MINUTES_PER_DAY


def read_line(text: str, turn: Turn) -> Read:
    """How long it was; the day is the session's own."""
    own = entry(turn)
    heard = hours_line.hear(text, turn, besides=own.id if own else "")
    if isinstance(heard, Understood) and hours_line.worked(heard.value).on != day_of(turn):
        turn.answers["day"] = day_of(turn).isoformat()
        return Unclear("another_day")
    return heard


def yes_or_line(text: str, turn: Turn) -> Read:
    """Another amount, typed where a yes was asked for."""
    heard = read_line(text, turn)
    if isinstance(heard, Understood):
        turn.answers.update(line=heard.value, typed=True)
        return Understood("other")
    return heard


def other(turn: Turn) -> None:
    """Forget the draft, unless another amount was typed already."""
    if not turn.answers.pop("typed", False):
        turn.answers.pop("line", None)


def again(turn: Turn) -> None:
    """Ask again whether it is right, with the new amount."""
    turn.answers.pop("sure", None)


def asked(turn: Turn) -> dict[str, Any]:
    """The session, and what is known of the person's being there."""
    known = visit(turn)
    shown = showing.session_facts(turn, known.meeting.session, known.meeting.project)
    there = "timed" if minutes_attended(known.meeting.session, known.seen) else known.presence(turn.now)
    return {**shown, "there": there}


def the_draft(turn: Turn) -> dict[str, Any]:
    """The hours to be, how that compares to the session, and what else stands on its day."""
    new, found, language = hours_line.worked(turn.answers["line"]), session(turn), turn.chat.language
    before = total_on(new.on, others(turn))
    attended = minutes_attended(found, visit(turn).seen)
    whole = (found.ends_at - found.starts_at) // timedelta(minutes=1)
    return {
        **asked(turn),
        "amount": dates.duration(language, new.minutes),
        "seen": "yes" if new.minutes == attended else "no",
        "longer": dates.duration(language, whole) if new.minutes > whole else "no",
        "before": dates.duration(language, before) if before else "no",
        "role": showing.role_line(turn, turn.answers["role"]),
        "time": hours_role.in_whose_time(turn),
    }
