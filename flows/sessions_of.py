"""The sessions of a project, those ahead or those that are over; or of all projects, this week's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from domain.messages import Choice
from domain.work import Project, Session
from flows import staff_session
from flows.engine import Audience, Do, End, Flow, Say, Turn
from storage import answers, projects, sessions

PAGE: Final = 8
PAST: Final = "past"
THIS_WEEK: Final = timedelta(days=7)
LATELY: Final = timedelta(hours=12)
"""What has begun since is shown with this week's: its code and who came are asked for then."""
MOST_AHEAD: Final = 200


def argument(turn: Turn) -> tuple[str, bool, int]:
    """Which project the button named (none: all), whether what is over is wanted, and how many were shown before."""
    project, _, rest = str(turn.answers.get("about", "")).partition(".")
    number = rest.removeprefix(PAST)
    start = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
    return project, rest.startswith(PAST), start


def project(turn: Turn) -> Project | None:
    """The project that the button named, if there is such a one."""
    return projects.find(turn.tx, argument(turn)[0])


def look(turn: Turn) -> str | None:
    """Whether there is a project, and sessions to show."""
    name, is_past, _ = argument(turn)
    if name and project(turn) is None:
        return "gone"
    if listed(turn):
        return None
    return "none_past" if is_past else "none_ahead" if name else "quiet_week"


def listed(turn: Turn) -> list[Session]:
    """The sessions that are wanted: ahead the soonest first, over the latest first."""
    name, is_past, _ = argument(turn)
    if not name:
        near = sessions.ahead(turn.tx, turn.now - LATELY, MOST_AHEAD)
        return [each for each, _ in near if each.starts_at < turn.now + THIS_WEEK]
    found = sessions.of_project(turn.tx, name)
    over = [each for each in reversed(found) if each.ends_at <= turn.now]
    return over if is_past else [each for each in found if each.ends_at > turn.now]


def page(turn: Turn) -> list[Session]:
    """Those of one page."""
    found, start = listed(turn), argument(turn)[2]
    return found[start if start < len(found) else 0 :][:PAGE]


def in_words(turn: Turn) -> dict[str, Any]:
    """One page, each session with how many come."""
    name, is_past, _ = argument(turn)
    found = project(turn)
    lines = "\n".join(line(turn, each) for each in page(turn))
    which = "week" if not name else "past" if is_past else "ahead"
    return {"project": found.title if found else "", "which": which, "lines": lines}


def line(turn: Turn, session: Session) -> str:
    """A session with how many come and how many have not said."""
    count = answers.count(turn.tx, session)
    title = "" if argument(turn)[0] else f" “{staff_session.project_title(turn, session)}”"
    said = {"session": staff_session.line(turn, session), "project": title, "yes": count.yes, "silent": count.silent}
    return turn.words("sessions_of.line", **said)


def onward(turn: Turn) -> list[Choice]:
    """Each session, more of them, those that are over, a new one."""
    is_past = argument(turn)[1]
    opened = [Choice(staff_session.label(turn, each), f"go:session:{each.id}") for each in page(turn)]
    return [*opened, *more(turn), *([] if is_past else over(turn)), *new(turn), turn.button("staff_menu")][:13]


def more(turn: Turn) -> list[Choice]:
    """The next page, if there is one."""
    name, is_past, start = argument(turn)
    after = start + PAGE
    target = f"{name}.{PAST if is_past else ''}{after}"
    return [Choice(turn.words("engine.more"), f"go:sessions_of:{target}")] if after < len(listed(turn)) else []


def over(turn: Turn) -> list[Choice]:
    """Those of the project that are over, if there are any."""
    name = argument(turn)[0]
    found = [each for each in sessions.of_project(turn.tx, name) if each.ends_at <= turn.now] if name else []
    return [Choice(turn.words("sessions_of.over"), f"go:sessions_of:{name}.{PAST}")] if found else []


def new(turn: Turn) -> list[Choice]:
    """Plan one more, or all of a project."""
    name, found = argument(turn)[0], project(turn)
    if not name:
        return [turn.button("plan_session")]
    return [turn.button(f"{flow}:{name}") for flow in NEW] if found and found.state != "closed" else []


NEW: Final = ("plan_session", "plan_project")


def ways_on(turn: Turn) -> list[Choice]:
    """What can be done where there is nothing to show."""
    return [*over(turn), *new(turn), turn.button("staff_menu")]


SESSIONS_OF: Final = Flow(
    "sessions_of",
    Do(
        "look",
        look,
        exits={"gone": "gone", "none_ahead": "none_ahead", "none_past": "none_past", "quiet_week": "quiet_week"},
    ),
    Say("listed", values=in_words, choices=onward),
    End("done", quiet=True),
    Say("none_ahead", values=in_words, choices=ways_on, then="done"),
    Say("none_past", values=in_words, choices=new, then="done"),
    Say("quiet_week", choices=ways_on, then="done"),
    End("gone", offers=("projects_list", "staff_menu")),
    audience=Audience.STAFF,
)
