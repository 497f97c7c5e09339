"""What should have happened and has not: told to staff as it stands when it is said, and listed when they ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.alarms import HOURS_WAIT, KINDS, NO_HOURS, NO_SESSION, NOBODY_ANSWERED, NOBODY_CAME, SWEEP_FAILS, Alarm
from domain.messages import Choice
from flows import showing, vouched, vouching_news
from flows.engine import Audience, Do, End, Flow, Say, Turn
from storage import alarms, invitations, sessions

MOST_LINES: Final = 8
MOST_LISTED: Final = 30
"""Lines in a letter, and when staff ask for all of them."""
MOST_BUTTONS: Final = 5
MOST_NAMES: Final = 3
WAYS: Final = {
    NOBODY_ANSWERED: ("session", "silent"),
    NOBODY_CAME: ("session", "attendance"),
    NO_SESSION: ("sessions_of", "members"),
    NO_HOURS: ("members",),
    HOURS_WAIT: ("verify_hours",),
    SWEEP_FAILS: (),
}
"""Where one can do something about it: the first of these flows that there is."""


def show(turn: Turn, named: Iterable[Alarm]) -> None:
    """Say in one letter which of these alarms still hold, if any does."""
    if not turn.is_staff:
        return
    held = [each for each in alarms.still(turn.tx, named, turn.now) if each.kind != SWEEP_FAILS or turn.is_admin]
    if held:
        all_of_them = [turn.button("alarms")] if len(held) > MOST_LINES else []
        body = turn.words("alarms.raised", **facts(turn, held, MOST_LINES))
        turn.say(body, [*buttons(turn, held), *all_of_them], lasting=True)


def standing(turn: Turn) -> list[Alarm]:
    """The alarms that were raised and still hold, the most urgent first."""
    held = alarms.still(turn.tx, alarms.raised(turn.tx), turn.now)
    return sorted(held, key=lambda each: KINDS.index(each.kind))


def facts(turn: Turn, held: Sequence[Alarm], most: int) -> dict[str, Any]:
    """How many there are, a line for each of the first, and how many more."""
    lines = [line(turn, number, each) for number, each in enumerate(held[:most], 1)]
    return {"count": len(held), "alarms": "\n".join(lines), "more": max(0, len(held) - most)}


def line(turn: Turn, number: int, alarm: Alarm) -> str:
    """One alarm in a line, with its number."""
    return f"{number}. {turn.words(f'alarms.line-{alarm.kind}', **about(turn, alarm))}"


def about(turn: Turn, alarm: Alarm) -> dict[str, Any]:
    """What the words of an alarm are filled with."""
    if alarm.kind == SWEEP_FAILS:
        return {"sweep": alarm.subject}
    if alarm.kind in {NOBODY_ANSWERED, NOBODY_CAME}:
        return about_session(turn, alarm.subject)
    if alarm.kind == HOURS_WAIT:
        return vouching_news.waiting_too_long(turn, alarm.subject)
    return about_project(turn, alarm.subject)


def about_session(turn: Turn, session: str) -> dict[str, Any]:
    """Which session it is, and how many are invited."""
    found = sessions.find(turn.tx, session)
    if found is None:
        raise LookupError("the session is gone")
    return {
        "kind": showing.session_kind(turn, found),
        "project": title(turn, found.project),
        "time": showing.session_time(turn, found),
        "count": len(invitations.invited(turn.tx, found)),
    }


def about_project(turn: Turn, project: str) -> dict[str, Any]:
    """Which project it is, and who of it has not logged hours."""
    silent = alarms.silent_people(turn.tx, project, turn.now)
    names = [showing.name_of(turn, each) for each in silent[:MOST_NAMES]]
    return {
        "project": title(turn, project),
        "count": len(silent),
        "names": ", ".join(names),
        "others": max(0, len(silent) - MOST_NAMES),
    }


def title(turn: Turn, project: str) -> str:
    """What a project is called."""
    return vouched.project_words(turn, project)


def buttons(turn: Turn, held: Sequence[Alarm]) -> list[Choice]:
    """A button for each of the first, by its number."""
    named = [(number, each, way(turn, each)) for number, each in enumerate(held[:MOST_BUTTONS], 1)]
    return [button(turn, number, each, flow) for number, each, flow in named if flow]


def way(turn: Turn, alarm: Alarm) -> str:
    """The flow where one can do something about it, if there is one."""
    return next((each for each in WAYS[alarm.kind] if each in turn.network.flows.by_name), "")


def button(turn: Turn, number: int, alarm: Alarm, flow: str) -> Choice:
    """The button of one alarm."""
    found = sessions.find(turn.tx, alarm.subject) if alarm.kind in {NOBODY_ANSWERED, NOBODY_CAME} else None
    project = title(turn, found.project if found else alarm.subject)
    return showing.named_button(f"{number}. {project}", f"{flow}:{alarm.subject}")


# ---------------------------------------------------------------- asked for


def look(turn: Turn) -> str | None:
    """Whether anything is silent."""
    return None if standing(turn) else "none"


def listed(turn: Turn) -> dict[str, Any]:
    """All that is silent."""
    return facts(turn, standing(turn), MOST_LISTED)


def ways_on(turn: Turn) -> list[Choice]:
    """Where one can do something about it."""
    return [*buttons(turn, standing(turn)), turn.button("staff_menu")]


ALARMS = Flow(
    "alarms",
    Do("look", look, exits={"none": "none"}),
    Say("raised", values=listed, choices=ways_on),
    End("quiet", quiet=True),
    End("none", offers=("staff_menu",)),
    audience=Audience.STAFF,
)
