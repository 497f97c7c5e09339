"""The hours of a session, drafted from when the person was there: one tap writes them down, once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from domain.attendance import minutes_attended
from domain.ledger import Grade
from domain.messages import Choice
from domain.sign_ups import IN_TEAM
from domain.work import OpenRole
from flows import hours_guards, hours_line, hours_role, showing
from flows.engine import NOT_KNOWN, Ask, Do, End, Flow, Option, Say, Turn
from flows.session_hours import (
    again,
    asked,
    day_of,
    draft,
    entry,
    has_room,
    other,
    read_line,
    session,
    the_draft,
    visit,
    yes_or_line,
)
from storage import attendance, hours, invitations, sign_ups
from storage.attendance import Visit
from storage.hours import Entry, Work
from texts import dates

RECENT: Final = timedelta(days=30)
"""So long ago a session may have been to be offered by itself; an older one by its own button."""

# ---------------------------------------------------------------- which session


def look(turn: Turn) -> str | None:
    """Whether a session is named, or one waits for its hours; of a single one nobody is asked."""
    if "about" in turn.answers:
        return None
    waiting = options(turn)
    if len(waiting) == 1:
        turn.answers["about"] = waiting[0].value
    return None if waiting else "none"


def options(turn: Turn) -> list[Option]:
    """The sessions that lately ended, that the person was at or said to come to, and whose hours are not logged."""
    past = [each.meeting for each in attendance.of_person(turn.tx, turn.person.id, turn.now)]
    logged = {each.session for each in hours.standing(turn.tx, turn.person.id)}
    ended = [each for each in past if turn.now - RECENT < each.session.ends_at <= turn.now]
    waiting = [each for each in ended if each.session.id not in logged]
    return [Option(each.session.id, showing.short(turn, each.session, each.project)) for each in waiting]


def check(turn: Turn) -> str | None:
    """Why there are no hours to write down for it; else drafts them."""
    visit = attendance.of_person_at(turn.tx, turn.person.id, str(turn.answers["about"]))
    if visit is None:
        return "gone"
    session = visit.meeting.session
    if not visit.seen and not invitations.is_invited(turn.tx, session, turn.person.id) and not visit.meeting.answer:
        return "not_yours"
    if session.state != "planned":
        return "called_off"
    if not is_over(turn, visit):
        return "not_over"
    return why_not_yet(turn, visit)


def why_not_yet(turn: Turn, visit: Visit) -> str | None:
    """What is to be settled before the draft can be confirmed: a role, the entry that stands, how long it was."""
    if not roles(turn):
        return "no_role"
    turn.answers["day"] = day_of(turn).isoformat()
    if entry(turn):
        return "logged"
    minutes = minutes_attended(visit.meeting.session, visit.seen)
    if not minutes:
        return "how_long"
    draft(turn, minutes)
    return None if has_room(turn, minutes) else "how_long"


def is_over(turn: Turn, visit: Visit) -> bool:
    """Whether the session has ended, for this person at least."""
    left = visit.seen is not None and visit.seen.left_at is not None
    return visit.meeting.session.ends_at <= turn.now or left


# ---------------------------------------------------------------- for which role


def roles(turn: Turn) -> list[OpenRole]:
    """The person's roles that the hours may belong to: those of the project, else all where everybody was invited."""
    found, held = session(turn), sign_ups.roles_of(turn.tx, turn.person.id, *IN_TEAM, "completed")
    own = [each for each in held if each.project.id == found.project]
    return own or (held if found.invited == "everyone" else [])


def role_options(turn: Turn) -> list[Option]:
    """Those roles, to choose one."""
    return [Option(each.role.id, each.role.title, (each.project.title,)) for each in roles(turn)]


def only_role(turn: Turn) -> Any:
    """The role, if there is but one."""
    found = roles(turn)
    return found[0].role.id if len(found) == 1 else NOT_KNOWN


# ---------------------------------------------------------------- written down


def save(turn: Turn) -> str | None:
    """Write the hours down, or change those that stand; never twice for a session."""
    person = turn.person.id
    if own := entry(turn):
        if not turn.answers.get("changes"):
            return "logged"
        return hours.correct(turn.tx, person, own, changed(turn, own), turn.now)
    return None if hours.log_session(turn.tx, person, work(turn), turn.now) else "logged"


def work(turn: Turn) -> Work:
    """What was done, as it is written down: from when the person was there, or it began."""
    new, role = hours_line.worked(turn.answers["line"]), str(turn.answers["role"])
    return Work(
        role,
        new.on,
        new.minutes,
        note(turn),
        session=session(turn).id,
        working=hours_role.is_working(turn),
        begins=hours_guards.at_session(turn, visit(turn)).begins,
        skill=hours_role.skill(turn, role, note(turn)),
    )


def changed(turn: Turn, own: Entry) -> Work:
    """The hours that stand, as they shall be."""
    new = hours_line.worked(turn.answers["line"])
    return replace(hours.work_of(own), worked_on=new.on, minutes=new.minutes, working=hours_role.is_working(turn))


def note(turn: Turn) -> str:
    """What was done, if they said so."""
    return str(turn.answers.get("note", ""))


def change(turn: Turn) -> None:
    """Change the hours that stand."""
    turn.answers["changes"] = True
    for name in ("line", "sure", "again"):
        turn.answers.pop(name, None)


def saved(turn: Turn) -> dict[str, Any]:
    """What was written down, and what the month comes to."""
    new = hours_line.worked(turn.answers["line"])
    line = showing.hours_line(turn, new.minutes, new.on, turn.answers["role"], note(turn))
    seen = visit(turn).seen
    grade = Grade.ATTENDED if seen is not None and seen.came else Grade.SELF_REPORTED
    return {"entry": line, "grade": showing.grade(turn, grade), **showing.month_total(turn, new.on)}


def standing(turn: Turn) -> dict[str, Any]:
    """The hours that stand for this session."""
    own = entry(turn)
    amount = dates.duration(turn.chat.language, own.minutes) if own else "–"
    return {**asked(turn), "amount": amount}


def leave_or_wait(turn: Turn) -> list[Choice]:
    """While it goes on, who was there can leave; the hours come afterwards."""
    known = visit(turn)
    here = known.seen is not None and known.seen.came
    return [turn.button(f"leave_early:{session(turn).id}" if here else "check_in"), turn.button("my_roles")]


LOG_SESSION: Final = Flow(
    "log_session",
    Do("look", look, exits={"none": "none"}),
    Ask("about", options),
    Do(
        "check",
        check,
        exits={
            "gone": "gone",
            "not_yours": "not_yours",
            "called_off": "called_off",
            "not_over": "not_over",
            "no_role": "no_role",
            "logged": "again",
            "how_long": "line",
        },
    ),
    Ask("role", role_options, known=only_role),
    Ask("time", hours_role.time_options, when=hours_role.has_company, asks="log_hours.time"),
    Ask(
        "sure",
        ("yes", "other", "no"),
        read=yes_or_line,
        values=the_draft,
        exits={"other": "other", "no": "left"},
    ),
    Do("save", save, exits={"logged": "again", "gone": "gone", "closed": "closed"}, final=True),
    End("saved", values=saved, offers=("my_record", "menu")),
    Do("other", other),
    Ask("line", read=read_line, values=asked),
    Do("once_more", again, then="role"),
    Ask("again", ("keep", "change"), values=standing, exits={"keep": "left"}),
    Do("change", change, then="line"),
    Say("not_over", values=asked, choices=leave_or_wait),
    End("quiet", quiet=True),
    End("left", offers=("my_record", "menu")),
    End("no_role", values=asked, offers=("log_hours", "talk_to_person")),
    End("not_yours", offers=("log_hours", "my_roles")),
    End("called_off", offers=("log_hours", "my_roles")),
    End("gone", offers=("log_hours", "my_roles")),
    End("closed", values=standing, offers=("hours_history", "talk_to_person")),
    End("none", offers=("log_hours", "my_roles")),
)
