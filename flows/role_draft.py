"""One role of a project that staff are writing: reads its answers, shows them, and keeps the roles in a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from domain.provinces import PROVINCES, provinces_in
from domain.reading.availability import read_availability
from domain.reading.skills import read_skills
from domain.skills import TAXONOMY
from flows import showing
from flows.engine import Option, Read, Turn, Unclear, Understood
from flows.project_answers import number_between
from texts import dates

MOST_ROLES: Final = 5
MOST_SKILLS: Final = 5
MOST_SEATS: Final = 50
MOST_HOURS: Final = 40
ROLE: Final = ("role_title", "skills", "level", "seats", "hours", "place", "province", "slots")
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri")
TIMES_OF_WEEK: Final = {
    "weekdays": tuple(f"{day}:{part}" for day in WEEKDAYS for part in ("morning", "afternoon")),
    "evenings": tuple(f"{day}:evening" for day in WEEKDAYS),
    "sat_morning": ("sat:morning",),
    "sat_afternoon": ("sat:afternoon",),
    "sun_morning": ("sun:morning",),
    "sun_afternoon": ("sun:afternoon",),
}


def which_role(turn: Turn) -> dict[str, int]:
    """Whether it is the first role, the second and so on."""
    return {"nth": len(turn.answers.get("roles", [])) + turn.answers.get("so_far", 0) + 1}


def skill_options(turn: Turn) -> list[Option]:
    """Every skill of the taxonomy, with the words that people use for it."""
    return [
        Option(each.id, each.name(turn.chat.language), (each.th, each.en, *each.forms)) for each in TAXONOMY.values()
    ]


def read_needed(text: str, turn: Turn) -> Read:
    """The skills that a line asks for, whether it says “somebody who can …” or just names them."""
    reading = read_skills(text)
    needed = [each.value for each in reading.explanation if each.meaning in {"skill", "need"}]
    if needed:
        return Understood(list(dict.fromkeys(needed)))
    return Unclear(suggestions=tuple(Option(each, showing.skill(turn, each)) for each in reading.suggestions[:3]))


def read_seats(text: str, _turn: Turn) -> Read:
    """A whole number of seats, at least one."""
    return number_between(text, 1, MOST_SEATS, whole=True)


def read_effort(text: str, _turn: Turn) -> Read:
    """Hours a week, half hours too."""
    return number_between(text, 0.5, MOST_HOURS, whole=False)


def few_seats(turn: Turn) -> list[Option]:
    """The usual numbers of seats."""
    return number_options(turn, range(1, 6))


def number_options(turn: Turn, numbers: Iterable[int]) -> list[Option]:
    """Numbers of people, to choose one."""
    return [Option(str(count), turn.words("create_project.seat_count", count=count)) for count in numbers]


def few_hours(turn: Turn) -> list[Option]:
    """The usual efforts."""
    return [Option(str(hours), dates.duration(turn.chat.language, hours * 60)) for hours in (2, 3, 4, 6, 8)]


def show_seats(turn: Turn, value: Any) -> str:
    """A number of seats in words."""
    return turn.words("create_project.seat_count", count=int(value))


def show_effort(turn: Turn, value: Any) -> str:
    """Hours a week in words."""
    return turn.words("showing.effort", hours=showing.amount(float(value)))


def is_about_a_role(turn: Turn) -> bool:
    """Whether a role is being written: the first, one more, or one again."""
    return turn.answers.get("another") != "enough"


def is_on_site(turn: Turn) -> bool:
    """Whether the role being written needs a place."""
    return is_about_a_role(turn) and turn.answers.get("place") != "online"


def all_provinces(turn: Turn) -> list[Option]:
    """Every province, those where most volunteers live first."""
    return [Option(each.code, each.name(turn.chat.language), each.names) for each in PROVINCES.values()]


def read_province(text: str, turn: Turn) -> Read:
    """The province that a line names."""
    codes = provinces_in(text)
    if len(codes) == 1:
        return Understood(codes[0])
    return Unclear(suggestions=tuple(Option(code, PROVINCES[code].name(turn.chat.language)) for code in codes[:3]))


def read_slots(text: str, turn: Turn) -> Read:
    """Times of the week in free words."""
    reading = read_availability(text, turn.heard_at)
    return Understood(sorted(reading.slots)) if reading.understood and reading.slots else Unclear()


def week_of(chosen: Sequence[str]) -> list[str]:
    """Every slot of the week that was chosen, as a group or by itself."""
    return sorted({slot for each in chosen for slot in TIMES_OF_WEEK.get(each, (each,))})


def show_slots(turn: Turn, chosen: Sequence[str]) -> str:
    """Times of the week in words."""
    return showing.slots(turn, week_of(chosen))


def keep_role(turn: Turn) -> None:
    """Add the role to the project's, and make room for the next."""
    role = {name: turn.answers.pop(name, None) for name in ROLE}
    turn.answers["roles"] = [*turn.answers.get("roles", []), role]
    turn.answers.pop("another", None)


def take_role(turn: Turn) -> dict[str, Any]:
    """Take the role that was chosen from the project's."""
    roles: list[dict[str, Any]] = turn.answers["roles"]
    return roles.pop(int(turn.answers.pop("another").partition("-")[2]))


def take_up_role(turn: Turn) -> None:
    """Read one of the roles back again, to change it."""
    role = take_role(turn)
    turn.answers.update({name: value for name, value in role.items() if name != "province" or value})


def drop_role(turn: Turn) -> None:
    """Leave one of the roles out."""
    take_role(turn)


def role_line(turn: Turn, role: Mapping[str, Any]) -> str:
    """A role in one line."""
    return turn.words("create_project.role_line", role=role["role_title"], seats=int(role["seats"]))


def roles_so_far(turn: Turn) -> dict[str, Any]:
    """The roles written so far."""
    roles = turn.answers["roles"]
    return {"roles": "\n".join(f"• {role_line(turn, role)}" for role in roles), "count": len(roles)}


def what_next(turn: Turn) -> list[Option]:
    """Enough, another role, or one of the roles again."""
    roles = turn.answers["roles"]
    options = [next_option(turn, "enough")]
    options += [next_option(turn, "add")] if len(roles) < MOST_ROLES else []
    options += [next_option(turn, "edit", index, role) for index, role in enumerate(roles)]
    options += [next_option(turn, "drop", index, role) for index, role in enumerate(roles) if len(roles) > 1]
    return options


def next_option(turn: Turn, value: str, index: int | None = None, role: Mapping[str, Any] | None = None) -> Option:
    """One of the ways on from a role."""
    key = f"create_project.next-{value}"
    label = turn.words(key, role=role["role_title"]) if role else turn.words(key)
    also = turn.words(f"{key}.also").split(",") if turn.has(f"{key}.also") else []
    return Option(value if index is None else f"{value}-{index}", label, tuple(also))


def show_roles(turn: Turn, _value: Any) -> str:
    """The roles in one line each."""
    return "; ".join(role_line(turn, role) for role in turn.answers["roles"])


def role_facts(role: Mapping[str, Any]) -> dict[str, Any]:
    """A role as it is kept."""
    level = role.get("level")
    return {
        "title": role["role_title"],
        "skills": role["skills"],
        "levels": dict.fromkeys(role["skills"], level) if level else {},
        "seats": int(role["seats"]),
        "hours_per_week": float(role["hours"]),
        "place": role["place"],
        "province": role["province"],
        "slots": week_of(role["slots"] or ()),
    }
