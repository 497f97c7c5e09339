"""Write a project: what it is for, its roles one by one, and its first session; nobody but staff sees it yet."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.messages import Choice
from domain.people import CAUSES
from domain.work import SESSION_KINDS
from flows import role_draft, session_draft
from flows.engine import (
    Ask,
    Audience,
    Do,
    End,
    Flow,
    ReadBack,
    Say,
    Turn,
)
from flows.project_answers import read_day, show_day, text_of
from flows.role_draft import MOST_ROLES, ROLE, is_about_a_role
from flows.role_questions import ROLE_QUESTIONS
from flows.session_draft import MEETING, has_no_session, has_session
from storage import projects, staff


def save(turn: Turn) -> str | None:
    """Write the project down as a draft, unless its session has passed meanwhile."""
    if has_session(turn) and session_draft.at_minute(turn, turn.answers["times"][0]) <= turn.now:
        turn.say(turn.words("create_project.passed"))
        turn.answers.pop("day")
        turn.answers.pop("times")
        return "passed"
    answers = turn.answers
    facts = (answers["organisation"], answers["title"], answers["aim"], answers["cause"])
    project = projects.draft(turn.tx, *facts, turn.now)
    for role in answers["roles"]:
        projects.add_role(turn.tx, project, **role_draft.role_facts(role))
    if answers.get("starts_on"):
        projects.change(turn.tx, project, starts_on=date.fromisoformat(answers["starts_on"]))
    session_draft.plan_session(turn, project)
    staff.record(turn.tx, turn.person.id, "project_drafted", project, turn.now)
    answers["save"] = project
    return None


def title(turn: Turn) -> dict[str, str]:
    """What the project is called."""
    return {"project": turn.answers["title"]}


def onward(turn: Turn) -> list[Choice]:
    """Publish it, say more about it, see it as volunteers do, or leave it for now."""
    names = [f"{flow}:{turn.answers['save']}" for flow in ("publish_project", "change_project", "preview")]
    return [turn.button(name) for name in [*names, "staff_menu"]]


CREATE_PROJECT: Final = Flow(
    "create_project",
    Ask("organisation", read=text_of(120)),
    Ask("title", read=text_of(120)),
    Ask("aim", read=text_of(300)),
    Ask("cause", CAUSES, labels="words.cause"),
    *ROLE_QUESTIONS,
    ReadBack("right_role", of=ROLE, when=is_about_a_role),
    Do("roles", role_draft.keep_role, final=True, when=is_about_a_role),
    Ask(
        "another",
        role_draft.what_next,
        values=role_draft.roles_so_far,
        show=role_draft.show_roles,
        exits={
            "add": "role_title",
            **{f"edit-{index}": "take_up_role" for index in range(MOST_ROLES)},
            **{f"drop-{index}": "drop_role" for index in range(MOST_ROLES)},
        },
        then="kind",
    ),
    Do("take_up_role", role_draft.take_up_role, then="right_role", final=True),
    Do("drop_role", role_draft.drop_role, then="another", final=True),
    Ask("kind", SESSION_KINDS, skippable=True, keep=session_draft.forget_session),
    Ask("starts_on", read=read_day, picks="date", show=show_day, skippable=True, when=has_no_session),
    Ask("day", read=read_day, picks="date", show=show_day, resets=("times",), when=has_session),
    Ask(
        "times",
        read=session_draft.read_times,
        show=session_draft.show_times,
        values=session_draft.day_in_words,
        when=has_session,
    ),
    Ask("where", read=text_of(200), when=has_session),
    ReadBack("right", of=("organisation", "title", "aim", "cause", "another", "kind", "starts_on", *MEETING)),
    Do("save", save, exits={"passed": "day"}, final=True),
    Say("saved", values=title, choices=onward),
    End("done", quiet=True),
    audience=Audience.STAFF,
)
