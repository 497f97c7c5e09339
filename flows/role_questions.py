"""What every role is asked, the same wherever a role is written or changed."""

from __future__ import annotations

from typing import Final

from domain.people import LEVELS, PLACES
from flows.engine import Ask, AskMany
from flows.engine.steps import Question
from flows.project_answers import text_of
from flows.role_draft import (
    MOST_SKILLS,
    TIMES_OF_WEEK,
    all_provinces,
    few_hours,
    few_seats,
    is_about_a_role,
    is_on_site,
    read_effort,
    read_needed,
    read_province,
    read_seats,
    read_slots,
    show_effort,
    show_seats,
    show_slots,
    skill_options,
    which_role,
)

ROLE_QUESTIONS: Final[tuple[Question, ...]] = (
    Ask(
        "role_title",
        read=text_of(120),
        values=which_role,
        when=is_about_a_role,
        asks="create_project.role_title",
    ),
    AskMany(
        "skills",
        skill_options,
        read=read_needed,
        most=MOST_SKILLS,
        when=is_about_a_role,
        asks="create_project.skills",
    ),
    Ask(
        "level",
        LEVELS[1:],
        labels="words.least_level",
        skippable=True,
        when=is_about_a_role,
        asks="create_project.level",
    ),
    Ask("seats", few_seats, read=read_seats, show=show_seats, when=is_about_a_role, asks="create_project.seats"),
    Ask("hours", few_hours, read=read_effort, show=show_effort, when=is_about_a_role, asks="create_project.hours"),
    Ask(
        "place",
        PLACES,
        labels="words.place",
        resets=("province",),
        when=is_about_a_role,
        asks="create_project.place",
    ),
    Ask("province", all_provinces, read=read_province, when=is_on_site, asks="create_project.province"),
    AskMany(
        "slots",
        tuple(TIMES_OF_WEEK),
        read=read_slots,
        show=show_slots,
        skippable=True,
        when=is_about_a_role,
        asks="create_project.slots",
    ),
)
