"""What the record knows of a person, question by question of ``about_me``, and how each answer looks in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from domain.people import DAYS, PARTS, PURPOSES, Person
from domain.provinces import PROVINCES
from domain.skills import TAXONOMY
from flows import showing
from flows.engine import NOT_KNOWN, Turn
from storage import people
from texts import dates

Answer = Any
"""Plain data, as an answer is saved in a conversation."""

WEEKDAYS: Final = DAYS[:5]
BUNDLES: Final[Mapping[str, tuple[str, ...]]] = {
    "weekday_day": tuple(f"{day}:{part}" for day in WEEKDAYS for part in PARTS[:2]),
    "weekday_evening": tuple(f"{day}:evening" for day in WEEKDAYS),
    "sat_morning": ("sat:morning",),
    "sat_afternoon": ("sat:afternoon",),
    "sun_morning": ("sun:morning",),
    "sun_afternoon": ("sun:afternoon",),
    "weekend_evening": ("sat:evening", "sun:evening"),
    "any_time": tuple(f"{day}:{part}" for day in DAYS for part in PARTS),
}
"""The times of the week that one button stands for."""
DAYS_A_MONTH: Final[Mapping[str, float]] = {"under_1": 0.5, "1_2": 1.5, "3_4": 3.5, "over_4": 5.0}
"""The middle of each choice of days a month."""
USUAL_QUIET: Final = ("21:00", "08:00")
NEVER_QUIET: Final = ("00:00", "00:00")
"""From midnight until midnight is no time at all."""


def times(chosen: Iterable[str]) -> frozenset[str]:
    """The times of the week behind buttons and typed times."""
    return frozenset(slot for each in chosen for slot in BUNDLES.get(each, (each,)))


# ---------------------------------------------------------------- what the record knows


def columns(turn: Turn) -> dict[str, Answer]:
    """What the person told us, as answers; what they were not asked or skipped is empty."""
    person = turn.person
    return {
        "name": person.name,
        "sector": person.sector,
        "employer": person.employer,
        "province": person.province,
        "place": person.place,
        "slots": sorted(person.slots) or None,
        "days": days_answer(person.days_per_month),
        "starts": person.starts_on.isoformat() if person.starts_on else None,
        "causes": list(person.causes) or None,
        "learns": list(person.learns) or None,
        "away": [[first.isoformat(), last.isoformat()] for first, last in person.away if last >= turn.today] or None,
        "conflicts": list(person.conflicts) or None,
        "news": person.news,
        "quiet": quiet_answer(person),
    }


def quiet_answer(person: Person) -> str | None:
    """When nobody should write, as an answer; the usual hours, which everybody joins with, are none yet."""
    hours = (person.quiet_from, person.quiet_until)
    if None in hours or (hours == USUAL_QUIET and "quiet" not in person.answered):
        return None
    return "-".join(str(each) for each in hours)


def days_answer(days: float | None) -> str | None:
    """So many days a month as an answer: one of the choices, or the number that was typed."""
    return next((name for name, middle in DAYS_A_MONTH.items() if middle == days), f"{days:g}" if days else None)


def skills_known(turn: Turn) -> dict[str, Answer]:
    """Skills and levels, as answers."""
    skills = people.skills_of(turn.tx, turn.person.id)
    asked = turn.person.answered
    levels = {skill: level for skill, level in skills.items() if level or level_question(skill) in asked}
    return {"skills": list(skills) or None, "levels": levels or None}


def level_question(skill: str) -> str:
    """What the question after the level of one skill is called in the record of what was answered."""
    return f"level:{skill}"


def consents_known(turn: Turn) -> dict[str, Answer]:
    """What was answered for each purpose."""
    consents = people.consents_of(turn.tx, turn.person.id)
    return {"employer_sees": consents.get("employer"), "stories": consents.get("stories")}


def known(name: str) -> Callable[[Turn], Answer]:
    """Ask the record for an answer; one that was skipped is known to be empty."""

    def ask_the_record(turn: Turn) -> Answer:
        found = everything(turn)[name] if name not in columns(turn) else columns(turn)[name]
        if found is not None:
            return found
        if name not in turn.person.answered:
            return NOT_KNOWN
        return [] if name in {"skills", "slots", "causes", "learns"} else None

    return ask_the_record


def everything(turn: Turn) -> dict[str, Answer]:
    """All answers that the record knows."""
    return {**columns(turn), **skills_known(turn), **consents_known(turn)}


# ---------------------------------------------------------------- how an answer looks


def shown_province(turn: Turn, code: Answer) -> str:
    """The name of a province."""
    return PROVINCES[code].name(turn.chat.language) if code in PROVINCES else str(code)


def shown_skills(turn: Turn, ids: Answer) -> str:
    """The names of skills."""
    return ", ".join(showing.skill(turn, each) for each in ids)


def shown_levels(turn: Turn, levels: Answer) -> str:
    """Skills with how well they are known."""
    in_order = turn.answers.get("skills") or sorted(levels)
    return ", ".join(skill_and_level(turn, skill, levels[skill]) for skill in in_order if skill in levels)


def skill_and_level(turn: Turn, skill: str, level: str | None) -> str:
    """A skill with how well it is known, if that was told."""
    name = showing.skill(turn, skill)
    return f"{name} – {turn.words(f'words.level-{level}')}" if level else name


def shown_slots(turn: Turn, chosen: Answer) -> str:
    """Times of the week."""
    return showing.slots(turn, times(chosen))


def shown_days(turn: Turn, days: Answer) -> str:
    """How many days a month."""
    if days in DAYS_A_MONTH:
        return turn.words(f"about_me.days-{days}")
    return turn.words("about_me.days_each_month", days=days)


def shown_start(turn: Turn, start: Answer) -> str:
    """From when on."""
    if start in {"now", "next_month", "not_yet"}:
        return turn.words(f"about_me.starts-{start}")
    day = date.fromisoformat(start)
    return turn.words("about_me.starts-now") if day <= turn.today else dates.day(turn.chat.language, day)


def shown_away(turn: Turn, away: Answer) -> str:
    """On which days the person is away."""
    if away == "none":
        return turn.words("about_me.away-none")
    return ", ".join(dates.days(turn.chat.language, *map(date.fromisoformat, stretch)) for stretch in away)


def shown_conflicts(turn: Turn, organisations: Answer) -> str:
    """Organisations that the person should not work with."""
    return turn.words("about_me.conflicts-none") if organisations == "none" else ", ".join(organisations)


def shown_quiet(turn: Turn, hours: Answer) -> str:
    """When nobody should write."""
    if hours in {"none", "-".join(NEVER_QUIET)}:
        return turn.words("about_me.quiet-none")
    starts, ends = USUAL_QUIET if hours == "usual" else hours.split("-")
    return turn.words("about_me.quiet_hours", starts=starts, ends=ends)


def labelled(group: str) -> Callable[[Turn, Answer], str]:
    """The shared words for one answer or several."""

    def show(turn: Turn, value: Answer) -> str:
        values: Sequence[str] = value if isinstance(value, list) else [value]
        return ", ".join(turn.words(f"words.{group}-{each}") for each in values)

    return show


SHOWN: Final[Mapping[str, Callable[[Turn, Answer], str]]] = {
    "name": lambda _turn, value: str(value),
    "sector": labelled("sector"),
    "employer": lambda _turn, value: str(value),
    "employer_sees": labelled("consent"),
    "province": shown_province,
    "place": labelled("place"),
    "skills": shown_skills,
    "levels": shown_levels,
    "slots": shown_slots,
    "days": shown_days,
    "starts": shown_start,
    "away": shown_away,
    "causes": labelled("cause"),
    "learns": shown_skills,
    "news": labelled("news"),
    "quiet": shown_quiet,
    "conflicts": shown_conflicts,
    "stories": labelled("consent"),
}
"""How each answer looks, in the order in which they are read back."""


def lines(turn: Turn) -> str:
    """Everything the person told us, a line for each answer."""
    usual = {"quiet": "usual"} if turn.person.quiet_from else {}
    found = usual | {name: value for name, value in everything(turn).items() if value is not None}
    return "\n".join(
        f"• {turn.words(f'about_me.{name}.label')}: {show(turn, found[name])}"
        for name, show in SHOWN.items()
        if name in found and name not in {"skills", "employer_sees", "stories"}
    )


def consent_lines(turn: Turn) -> str:
    """What the person agreed to, a line for each purpose."""
    given = people.consents_of(turn.tx, turn.person.id)
    return "\n".join(f"• {turn.words(f'words.purpose-{each}')}: {consent(turn, given.get(each))}" for each in PURPOSES)


def consent(turn: Turn, answer: str | None) -> str:
    """What was answered for a purpose; what was never asked counts as no."""
    return turn.words(f"words.consent-{answer or 'no'}")


def skill_list() -> list[str]:
    """Every skill, first the one that stands for each family."""
    return sorted(TAXONOMY, key=lambda skill: not TAXONOMY[skill].default)
