"""Shows a project's roles exactly as a volunteer sees them, in either language."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from typing import Final

from domain.messages import Choice
from domain.work import OpenRole
from flows import role_details, showing, subjects
from flows.engine import Ask, Audience, Do, End, Flow, Option, Say, Turn
from storage import projects
from texts import LANGUAGES

CARDS: Final = 3
"""So many roles are shown: with what is said around them they fit into one reply."""


def choices(turn: Turn) -> list[Option]:
    """The projects that can be looked at."""
    return subjects.choices(turn, "draft", "published", "paused")


def look(turn: Turn) -> str | None:
    """Whether one was named, in which language and from which role on, or there is one to choose."""
    if "about" not in turn.answers:
        return None if choices(turn) else "nothing"
    turn.answers["about"], _, rest = str(turn.answers["about"]).partition(".")
    turn.answers["language"], _, first = rest.partition(".")
    turn.answers["first"] = int(first) if first.isascii() and first.isdigit() else 0
    return None


def check(turn: Turn) -> str | None:
    """Whether there is a role to show."""
    if subjects.find(turn) is None:
        return "gone"
    return None if roles(turn) else "no_roles"


def language(turn: Turn) -> str:
    """The language to show it in: the one that was asked for, else the chat's."""
    asked = turn.answers.get("language")
    return asked if asked in LANGUAGES else turn.chat.language


def roles(turn: Turn) -> list[OpenRole]:
    """The role that was named, or those of the project, from the one asked for on."""
    subject = subjects.chosen(turn)
    if subject.found:
        return [subject.found]
    found = [each for each in projects.with_seats(turn.tx, subject.project.id) if each.role.state != "closed"]
    return found[turn.answers.get("first", 0) :]


def show(turn: Turn) -> None:
    """Show the cards as a volunteer who is about to sign up sees them."""
    reading = copy(turn)
    reading.chat = replace(turn.chat, language=language(turn))
    for found in roles(turn)[:CARDS]:
        listed = showing.sessions_listed(reading, found.project) or reading.words("sign_up.no_sessions")
        facts = {**showing.role_facts(reading, found), "suits": "", "sessions": listed}
        facts["more"] = role_details.lines(reading, found)
        turn.say(reading.words("sign_up.card", **facts), title=reading.words("sign_up.card.title", **facts))


def onward(turn: Turn) -> list[Choice]:
    """The next roles, the same in the other language, and changing it."""
    subject, shown = subjects.chosen(turn), language(turn)
    other = next(each for each in LANGUAGES if each != shown)
    wanted, first = subject.facts.id, turn.answers.get("first", 0)
    more = Choice(turn.words("engine.more"), f"go:preview:{wanted}.{shown}.{first + CARDS}")
    return [
        *([more] if len(roles(turn)) > CARDS else []),
        Choice(turn.words(f"preview.in-{other}"), f"go:preview:{wanted}.{other}.{first}"),
        turn.button(f"change_{subject.kind}:{wanted}"),
        *([turn.button(f"publish_project:{subject.project.id}")] if subject.project.state == "draft" else []),
        turn.button("projects_list"),
    ]


PREVIEW: Final = Flow(
    "preview",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("about", choices),
    Do("check", check, exits={"gone": "gone", "no_roles": "no_roles"}),
    Do("show", show),
    Say("seen", values=subjects.titles, choices=onward),
    End("done", quiet=True),
    End("no_roles", offers=("add_role", "projects_list")),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    audience=Audience.STAFF,
)
