"""Change a project: any of what it says, one thing after the other, and the way to each of its roles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from domain.people import CAUSES
from domain.work import OpenRole
from flows import changing, showing, subjects
from flows.change_role import also
from flows.engine import Ask, Audience, Do, End, Flow, Go, Option, Read, Say, Turn, Unclear
from flows.engine.steps import Question
from flows.project_answers import day_in, none_option, read_day_or_none, show_day, text_of
from flows.project_facts import PROJECT_FACTS
from storage import projects, sessions


def choices(turn: Turn) -> list[Option]:
    """The projects that can be changed."""
    return subjects.choices(turn, "draft", "published", "paused")


def look(turn: Turn) -> str | None:
    """Whether a project was named, or there is one to choose."""
    return None if "about" in turn.answers or choices(turn) else "nothing"


def roles(turn: Turn) -> list[OpenRole]:
    """The roles of the project that have not ended."""
    found = projects.with_seats(turn.tx, subjects.chosen(turn).project.id)
    return [each for each in found if each.role.state != "closed"]


def overview(turn: Turn) -> dict[str, Any]:
    """The project as it stands: its facts, roles and sessions, and what is missing before it can be published."""
    project = subjects.chosen(turn).project
    meetings = sessions.of_project(turn.tx, project.id)
    return {
        **subjects.titles(turn),
        "state": turn.words(f"changing.project-{project.state}"),
        "lines": changing.lines(turn, project),
        "roles": "\n".join(role_line(turn, each) for each in roles(turn)) or turn.words("engine.nothing"),
        "sessions": "\n".join(f"• {showing.session(turn, each)}" for each in meetings) or turn.words("engine.nothing"),
        "lacks": changing.lacks(turn),
        "again": turn.answers.get("again", "no"),
    }


def role_line(turn: Turn, found: OpenRole) -> str:
    """A role with its seats, and whether it rests."""
    facts = {"role": found.role.title, "taken": found.taken, "seats": found.role.seats}
    return turn.words("changing.role_line", **facts, state=found.role.state)


def what(turn: Turn) -> list[Option]:
    """Enough, everything that is still open, a role, one role more, or one fact."""
    options = [Option("enough", turn.words("changing.enough"), also(turn, "changing.enough.also"))]
    if changing.unsaid(turn):
        options.append(Option("all", turn.words("changing.all")))
    named = [Option(each.role.id, turn.words("changing.this_role", role=each.role.title)) for each in roles(turn)]
    added = Option("add", turn.words("add_role.called"))
    return [*options, *named, added, *changing.fact_options(turn, list(PROJECT_FACTS))]


def which(turn: Turn) -> str | None:
    """Whether a role was chosen."""
    return None if projects.find_role(turn.tx, turn.answers["what"]) else "unknown"


def this_role(turn: Turn) -> dict[str, Any]:
    """The role that was chosen."""
    return {"about": turn.answers["what"]}


def this_project(turn: Turn) -> dict[str, Any]:
    """The project, for another conversation about it."""
    return {"about": turn.answers["about"]}


def none_if_said(turn: Turn) -> list[Option]:
    """The way to take back what was said, if anything was."""
    return none_option(turn) if getattr(subjects.chosen(turn).project, turn.answers["what"]) else []


def read_start(text: str, turn: Turn) -> Read:
    """The first day, which is not after the last."""
    read, ends = read_day_or_none(text, turn), subjects.chosen(turn).project.ends_on
    late = ends is not None and day_in(read) > ends.isoformat()
    return Unclear("after_end", values={"day": show_day(turn, str(ends))}) if late else read


def read_end(text: str, turn: Turn) -> Read:
    """The last day, which is not before the first."""
    read, starts = read_day_or_none(text, turn), subjects.chosen(turn).project.starts_on
    early = starts is not None and "" < day_in(read) < starts.isoformat()
    return Unclear("before_start", values={"day": show_day(turn, str(starts))}) if early else read


LONG: Final = 600
QUESTIONS: Final[tuple[Question, ...]] = (
    Ask("starts_on", read=read_start, picks="date", skippable=True),
    Ask("ends_on", read=read_end, picks="date", skippable=True),
    Ask("closes_at", read=read_day_or_none, picks="date", skippable=True),
    Ask("scope_in", none_if_said, read=text_of(LONG), skippable=True),
    Ask("scope_out", none_if_said, read=text_of(LONG), skippable=True),
    Ask("done_when", none_if_said, read=text_of(LONG), skippable=True),
    Ask("needs", none_if_said, read=text_of(LONG), skippable=True),
    Ask("aim", read=text_of(300), asks="create_project.aim"),
    Ask("title", read=text_of(120), asks="create_project.title"),
    Ask("organisation", read=text_of(120), asks="create_project.organisation"),
    Ask("cause", CAUSES, labels="words.cause", asks="create_project.cause"),
)

CHANGE_PROJECT: Final = Flow(
    "change_project",
    Do("look", look, exits={"nothing": "nothing"}),
    Ask("about", choices),
    Do("check", changing.check, exits=changing.NO_WAY),
    Ask(
        "what",
        what,
        values=overview,
        exits={**{fact: fact for fact in PROJECT_FACTS}, "all": "all", "add": "add", "enough": "enough"},
    ),
    Do("which", which, exits={"unknown": "next"}),
    Go("role", "change_role", answers=this_role),
    Go("add", "add_role", answers=this_project),
    Do("all", changing.begin_all, then="next"),
    *(replace(each, then="weigh") for each in QUESTIONS),
    Do("weigh", changing.weigh, exits={"same": "same", "skipped": "next", "save": "save"}),
    Ask("sure", ("yes", "no"), values=changing.change_in_words, exits={"no": "next"}, asks="changing.sure"),
    Do("save", changing.save, exits={"closed": "closed"}, final=True),
    Say("saved", values=changing.saved),
    Do("next", changing.following, exits={fact: fact for fact in PROJECT_FACTS}, then="what", final=True),
    Say("same", then="next"),
    Say("enough", values=subjects.titles, choices=changing.onward, then="done"),
    End("closed", offers=("projects_list", "staff_menu")),
    End("gone", offers=("projects_list", "staff_menu")),
    End("nothing", offers=("create_project", "staff_menu")),
    End("done", quiet=True),
    audience=Audience.STAFF,
)
