"""Write a project: what it is for, its roles one by one, and its first session; nobody but staff sees it yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from domain.messages import Choice
from domain.people import CAUSES, PLACES
from domain.work import SESSION_KINDS
from flows import role_draft, session_draft
from flows.engine import (
    Ask,
    AskMany,
    Audience,
    Do,
    End,
    Flow,
    Read,
    ReadBack,
    Say,
    Turn,
    Unclear,
    Understood,
)
from flows.role_draft import MOST_ROLES, MOST_SKILLS, ROLE, TIMES_OF_WEEK, is_about_a_role
from flows.session_draft import MEETING, has_session
from storage import projects, staff


def text_of(most: int) -> Callable[[str, Turn], Read]:
    """Reads free text of at most so many characters."""

    def read(text: str, _turn: Turn) -> Read:
        words = " ".join(text.split())
        if not words:
            return Unclear()
        return Understood(words) if len(words) <= most else Unclear("too_long", values={"most": most})

    return read


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
    session_draft.plan_session(turn, project)
    staff.record(turn.tx, turn.person.id, "project_drafted", project, turn.now)
    answers["save"] = project
    return None


def title(turn: Turn) -> dict[str, str]:
    """What the project is called."""
    return {"project": turn.answers["title"]}


def onward(turn: Turn) -> list[Choice]:
    """Publish it, or leave it for now."""
    return [turn.button(f"publish_project:{turn.answers['save']}"), turn.button("staff_menu")]


CREATE_PROJECT: Final = Flow(
    "create_project",
    Ask("organisation", read=text_of(120)),
    Ask("title", read=text_of(120)),
    Ask("aim", read=text_of(300)),
    Ask("cause", CAUSES, labels="words.cause"),
    Ask("role_title", read=text_of(120), values=role_draft.which_role, when=is_about_a_role),
    AskMany("skills", role_draft.skill_options, read=role_draft.read_needed, most=MOST_SKILLS, when=is_about_a_role),
    Ask("seats", role_draft.few_seats, read=role_draft.read_seats, show=role_draft.show_seats, when=is_about_a_role),
    Ask("hours", role_draft.few_hours, read=role_draft.read_effort, show=role_draft.show_effort, when=is_about_a_role),
    Ask("place", PLACES, labels="words.place", resets=("province",), when=is_about_a_role),
    Ask("province", role_draft.all_provinces, read=role_draft.read_province, when=role_draft.is_on_site),
    AskMany(
        "slots",
        tuple(TIMES_OF_WEEK),
        read=role_draft.read_slots,
        show=role_draft.show_slots,
        skippable=True,
        when=is_about_a_role,
    ),
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
    Ask(
        "day",
        read=session_draft.read_day,
        picks="date",
        show=session_draft.show_day,
        resets=("times",),
        when=has_session,
    ),
    Ask(
        "times",
        read=session_draft.read_times,
        show=session_draft.show_times,
        values=session_draft.day_in_words,
        when=has_session,
    ),
    Ask("where", read=text_of(200), when=has_session),
    ReadBack("right", of=("organisation", "title", "aim", "cause", "another", "kind", *MEETING)),
    Do("save", save, exits={"passed": "day"}, final=True),
    Say("saved", values=title, choices=onward),
    End("done", quiet=True),
    audience=Audience.STAFF,
)
