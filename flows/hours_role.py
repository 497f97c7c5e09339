"""For which role hours are logged, in whose time they were given, and which skill was given."""

from __future__ import annotations

from typing import Any, Final

from domain.hours import LONG_AGO, skill_given
from domain.matching import spoken_of
from domain.work import OpenRole
from flows.engine import NOT_KNOWN, Option, Turn
from storage import hours, projects, sign_ups, training
from storage.training import Gate

NO_ROLE: Final = "none"
SHORTEST: Final = 6
"""A title of fewer letters may stand in a line by chance."""
TIMES: Final = ("own", "working")


# ---------------------------------------------------------------- the role


def active(turn: Turn) -> list[OpenRole]:
    """The person's roles that hours can be logged for."""
    return sign_ups.roles_to_log(turn.tx, turn.person.id, turn.now - LONG_AGO)


def has_roles(turn: Turn) -> bool:
    """Whether there is a role that the hours may belong to."""
    return bool(active(turn))


def likely_role(turn: Turn) -> Any:
    """The only role, or the one that the line speaks of; who spoke of one that is not theirs is asked."""
    roles = active(turn)
    if "not_held" in turn.answers:
        return NOT_KNOWN
    if len(roles) == 1:
        return roles[0].role.id
    titles = {each.role.id: titles_of(each) for each in roles}
    return spoken_of(turn.answers.get("note", ""), titles) or NOT_KNOWN


def titles_of(role: OpenRole) -> tuple[str, ...]:
    """What a role may be called by."""
    return role.role.title, role.project.title, role.project.organisation


def role_options(turn: Turn) -> list[Option]:
    """The person's roles, and none of them."""
    roles = [Option(each.role.id, each.role.title, (each.project.title,)) for each in active(turn)]
    return [*roles, Option(NO_ROLE, turn.words("log_hours.no_role"))]


def role_id(turn: Turn) -> str | None:
    """The role that the hours are for."""
    chosen = turn.answers.get("role")
    return chosen if chosen != NO_ROLE else None


def whose_role(turn: Turn) -> str | None:
    """Whether the hours are said to be for a role that the person does not hold; they are told so once."""
    asked_for = turn.answers.pop("about", None)
    if "not_held" in turn.answers or "role" in turn.answers:
        return None
    held = {each.role.id for each in active(turn)}
    if asked_for in held:
        turn.answers["role"] = asked_for
        return None
    named = projects.find_role(turn.tx, str(asked_for)) if asked_for else role_named(turn)
    if named is None:
        return None
    turn.answers["not_held"] = named.role.id
    return "not_held"


def role_named(turn: Turn) -> OpenRole | None:
    """The open role that the line names by its title, if it names none of the person's."""
    note = str(turn.answers.get("note", "")).casefold()
    if not note or any(is_named(note, title) for each in active(turn) for title in titles_of(each)):
        return None
    others = projects.open_roles(turn.tx, turn.person.id)
    return next((each for each in others if is_named(note, each.role.title)), None)


def is_named(note: str, title: str) -> bool:
    """Whether a line holds a title, letter by letter."""
    return len(title) >= SHORTEST and title.casefold() in note


def not_held(turn: Turn) -> dict[str, Any]:
    """The role that is not theirs, and whether they have others."""
    titles = projects.titles(turn.tx, [str(turn.answers["not_held"])])
    title, project = titles.get(str(turn.answers["not_held"]), ("–", "–"))
    return {"role": title, "project": project, "roles": "some" if has_roles(turn) else "none"}


def is_theirs(turn: Turn, role: str | None) -> bool:
    """Whether hours can be logged for this role, or for none."""
    return role is None or role in {each.role.id for each in active(turn)}


def lose_role(turn: Turn) -> None:
    """Forget the role that was chosen: it is the person's no more."""
    turn.answers["not_held"] = turn.answers.pop("role")


def is_untrained(turn: Turn, role: str | None) -> bool:
    """Whether the role has a training that the person has not been at yet."""
    if role is None or sign_ups.state_of(turn.tx, role, turn.person.id) != "accepted":
        return False
    return training.gate(turn.tx, role, turn.person.id, turn.now) in {Gate.AHEAD, Gate.MISSED}


def skill(turn: Turn, role: str | None, note: str) -> str | None:
    """The skill that was given, as far as role and words tell."""
    found = projects.find_role(turn.tx, role) if role else None
    return skill_given(found.role.skills, found.role.nice, note) if found else None


# ---------------------------------------------------------------- whose time


def has_company(turn: Turn) -> bool:
    """Whether the person belongs to a company: nobody else is asked in whose time they worked."""
    return turn.person.company is not None


def time_options(turn: Turn) -> list[Option]:
    """Own time or working time, what was said last first."""
    last = next((each.working for each in hours.standing(turn.tx, turn.person.id) if each.company), False)
    return [time_option(turn, value) for value in (reversed(TIMES) if last else TIMES)]


def time_option(turn: Turn, value: str) -> Option:
    """One of the two, with all that it can be called in either language."""
    both, key = turn.network.texts.both, f"log_hours.time-{value}"
    also = [word for each in both(f"{key}.also").values() for word in each.split(",")]
    return Option(value, turn.words(key), (*both(key).values(), *also))


def is_working(turn: Turn) -> bool:
    """Whether the hours were given in the employer's time."""
    return has_company(turn) and turn.answers.get("time") == "working"


def in_whose_time(turn: Turn) -> str:
    """In whose time the hours were given: own, working, or nobody asked."""
    return str(turn.answers.get("time", "none")) if has_company(turn) else "none"
