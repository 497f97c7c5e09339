"""What a role says, fact by fact: how it looks in words, and which columns an answer of staff's changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from domain.reading.skills import read_skills
from domain.work import Role
from flows import showing
from flows.engine import Turn
from flows.project_answers import NONE, company_name, end_of, last_day
from flows.role_draft import show_effort, show_seats, week_of
from storage import projects

Words = Callable[[Turn, Role], str]
Columns = Callable[[Turn], dict[str, Any]]


def text(column: str) -> tuple[Words, Columns]:
    """A fact in the writer's own words."""

    def words(_turn: Turn, role: Role) -> str:
        return str(getattr(role, column))

    def columns(turn: Turn) -> dict[str, Any]:
        answer = turn.answers[column]
        return {column: "" if answer == NONE else answer}

    return words, columns


# ---------------------------------------------------------------- in words


def levels_in_words(turn: Turn, role: Role) -> str:
    """The skills of which a level is asked for."""
    return showing.needed(turn, replace(role, skills=tuple(each for each in role.skills if each in role.levels)))


def places_in_words(turn: Turn, role: Role) -> str:
    """Where it is."""
    return showing.place(turn, role)


def hours_in_words(turn: Turn, role: Role) -> str:
    """Hours a week."""
    return show_effort(turn, role.hours_per_week)


def total_in_words(turn: Turn, role: Role) -> str:
    """Hours in all, if that was said."""
    return turn.words("showing.hours", hours=showing.amount(role.total_hours)) if role.total_hours else ""


def slots_in_words(turn: Turn, role: Role) -> str:
    """Times of the week."""
    return showing.slots(turn, role.slots) or turn.words("showing.to_be_agreed")


def travel_in_words(turn: Turn, role: Role) -> str:
    """Whether travel is paid, if that was said."""
    return "" if role.travel_paid is None else turn.words(f"showing.travel-{'yes' if role.travel_paid else 'no'}")


def reserved_in_words(turn: Turn, role: Role) -> str:
    """The seats that are kept for a company, for which, and until when."""
    if not role.reserved or role.reserved_until is None:
        return ""
    until, company = last_day(turn, role.reserved_until), company_name(turn, role.reserved_for)
    return turn.words("change_role.kept_for", seats=role.reserved, company=company, until=until)


# ---------------------------------------------------------------- in columns


def skills_as_columns(turn: Turn) -> dict[str, Any]:
    """Other skills; a level is kept where its skill is."""
    levels: Mapping[str, str] = projects_role(turn).levels
    skills = turn.answers["skills"]
    return {"skills": skills, "levels": {skill: level for skill, level in levels.items() if skill in skills}}


def projects_role(turn: Turn) -> Role:
    """The role that is being changed."""
    found = projects.find_role(turn.tx, str(turn.answers["about"]))
    if found is None:
        raise LookupError("the role is gone")
    return found.role


def levels_as_columns(turn: Turn) -> dict[str, Any]:
    """The levels that are asked for."""
    return {"levels": {skill: level for skill, level in turn.answers["levels"].items() if level != "any"}}


def place_as_columns(turn: Turn) -> dict[str, Any]:
    """Where it is; online there is no province."""
    return {"place": turn.answers["place"], "province": turn.answers.get("province")}


def slots_as_columns(turn: Turn) -> dict[str, Any]:
    """Times of the week."""
    return {"slots": week_of([each for each in turn.answers["slots"] if each != NONE])}


def total_as_columns(turn: Turn) -> dict[str, Any]:
    """Hours in all."""
    answer = turn.answers["total_hours"]
    return {"total_hours": None if answer == NONE else float(answer)}


def learns_as_columns(turn: Turn) -> dict[str, Any]:
    """What one learns, in words, and the skills that the words name."""
    words = text("learns")[1](turn)["learns"]
    named = [each.value for each in read_skills(words).explanation if each.meaning != "refused"]
    return {"learns": words, "teaches": list(dict.fromkeys(named))}


def reserved_as_columns(turn: Turn) -> dict[str, Any]:
    """The seats that are kept, for which company, and until the end of which day."""
    if not int(turn.answers["reserved"]):
        return {"reserved": 0, "reserved_for": None, "reserved_until": None}
    until = end_of(turn, turn.answers["reserved_until"])
    reserved = int(turn.answers["reserved"])
    return {"reserved": reserved, "reserved_for": turn.answers["reserved_for"], "reserved_until": until}


ROLE_FACTS: Final[Mapping[str, tuple[Words, Columns]]] = {
    "seats": (lambda turn, role: show_seats(turn, role.seats), lambda turn: {"seats": int(turn.answers["seats"])}),
    "hours": (hours_in_words, lambda turn: {"hours_per_week": float(turn.answers["hours"])}),
    "slots": (slots_in_words, slots_as_columns),
    "place": (places_in_words, place_as_columns),
    "skills": (lambda turn, role: showing.skills(turn, role.skills), skills_as_columns),
    "levels": (levels_in_words, levels_as_columns),
    "title": text("title"),
    "purpose": text("purpose"),
    "nice": (
        lambda turn, role: showing.skills(turn, role.nice) if role.nice else "",
        lambda turn: {"nice": [each for each in turn.answers["nice"] if each != NONE]},
    ),
    "least": (lambda turn, role: show_seats(turn, role.least), lambda turn: {"least": int(turn.answers["least"])}),
    "total_hours": (total_in_words, total_as_columns),
    "travel_paid": (travel_in_words, lambda turn: {"travel_paid": turn.answers["travel_paid"] == "yes"}),
    "learns": (lambda _turn, role: role.learns, learns_as_columns),
    "buddy": text("buddy"),
    "question": text("question"),
    "admission": (
        lambda turn, role: turn.words(f"change_role.admission-{role.admission}"),
        lambda turn: {"admission": turn.answers["admission"]},
    ),
    "lead": (
        lambda turn, role: turn.words(f"change_role.lead-{'yes' if role.lead else 'no'}"),
        lambda turn: {"lead": turn.answers["lead"] == "yes"},
    ),
    "reserved": (reserved_in_words, reserved_as_columns),
}
"""What staff can say of a role, the most often changed first."""

UNSAID: Final[Mapping[str, Callable[[Role], bool]]] = {
    "levels": lambda role: not role.levels,
    "purpose": lambda role: not role.purpose,
    "nice": lambda role: not role.nice,
    "least": lambda role: role.seats > 1 and role.least == 1,
    "total_hours": lambda role: role.total_hours is None,
    "travel_paid": lambda role: role.travel_paid is None and role.place != "online",
    "learns": lambda role: not role.learns,
    "buddy": lambda role: not role.buddy,
    "question": lambda role: not role.question,
    "admission": lambda role: role.admission == "first_come",
    "lead": lambda role: not role.lead,
    "reserved": lambda role: not role.reserved,
}
"""What has not been said of a role yet: asked one after the other by who wants to say more."""


def with_columns(role: Role, columns: Mapping[str, Any]) -> Role:
    """The role as it would be with these columns."""
    tuples = {name: tuple(columns[name]) for name in projects.TUPLES if name in columns}
    slots = {"slots": frozenset(columns["slots"])} if "slots" in columns else {}
    return replace(role, **{**columns, **tuples, **slots})
