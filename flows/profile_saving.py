"""Writes the answers about oneself down: what was tapped at once, what was read from words after its yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from flows import profile
from flows.engine import Turn
from flows.profile import DAYS_A_MONTH, NEVER_QUIET, SHOWN, USUAL_QUIET, level_question
from storage import people, reminders


def note(turn: Turn, question: str, /, **facts: Any) -> None:
    """Write down an answer, and that the question was answered or skipped."""
    turn.learn(answered=turn.person.answered | {question}, **facts)


def keeps(name: str) -> Callable[[Turn, Any], None]:
    """Write an answer into the column of its name."""
    return lambda turn, value: note(turn, name, **{name: value})


def notes(name: str) -> Callable[[Turn, Any], None]:
    """Write down only that a question was answered."""
    return lambda turn, _value: note(turn, name)


def save_employer(turn: Turn, employer: str | None) -> None:
    """Write down the employer; what a former one was allowed to see, no other sees, and its code counts no more."""
    agreed = people.consents_of(turn.tx, turn.person.id).get("employer", "none")
    if employer != turn.person.employer and agreed != "none":
        people.consent(turn.tx, turn.person.id, "employer", "none", turn.now)
    same = employer == turn.person.employer
    theirs = (
        {"company": turn.person.company, "office": turn.person.office} if same else {"company": None, "office": None}
    )
    note(turn, "employer", employer=employer, **theirs)


def consents_to(name: str, purpose: str) -> Callable[[Turn, Any], None]:
    """Write down a consent, given or refused."""

    def keep(turn: Turn, answer: str) -> None:
        people.consent(turn.tx, turn.person.id, purpose, answer, turn.now)
        note(turn, name)

    return keep


def save_skills(turn: Turn, skills: list[str]) -> None:
    """Write down the skills; the levels of those that stay, stay."""
    levels = people.skills_of(turn.tx, turn.person.id)
    people.set_skills(turn.tx, turn.person.id, {skill: levels.get(skill) for skill in skills})
    note(turn, "skills")


def save_levels(turn: Turn, levels: dict[str, str | None]) -> None:
    """Write down how well each skill is known."""
    skills = people.skills_of(turn.tx, turn.person.id)
    people.set_skills(turn.tx, turn.person.id, {skill: levels.get(skill, was) for skill, was in skills.items()})
    turn.learn(answered=turn.person.answered | {level_question(skill) for skill in levels})


def save_slots(turn: Turn, chosen: list[str]) -> None:
    """Write down the times of the week, and the days a month if they were said along with them."""
    days = turn.answers.pop("heard_days", None)
    note(turn, "slots", slots=sorted(profile.times(chosen)))
    if days is not None:
        note(turn, "days", days_per_month=days)


def save_start(turn: Turn, start: str | None) -> None:
    """Write down from when on."""
    next_month = (turn.today.replace(day=1) + timedelta(days=32)).replace(day=1)
    days = {"now": turn.today, "next_month": next_month, "not_yet": None, None: None}
    note(turn, "starts", starts_on=days[start] if start in days else date.fromisoformat(str(start)))


def save_days(turn: Turn, days: str | None) -> None:
    """Write down how many days a month."""
    note(turn, "days", days_per_month=None if days is None else DAYS_A_MONTH.get(days) or float(days))


def save_away(turn: Turn, away: Any) -> None:
    """Write down on which days the person is away."""
    stretches = away if isinstance(away, list) else []
    note(turn, "away", away=tuple((date.fromisoformat(first), date.fromisoformat(last)) for first, last in stretches))


def save_conflicts(turn: Turn, organisations: Any) -> None:
    """Write down with which organisations the person should not work."""
    note(turn, "conflicts", conflicts=organisations if isinstance(organisations, list) else [])


def save_quiet(turn: Turn, hours: str | None) -> None:
    """Write down when nobody should write."""
    named = {"usual": USUAL_QUIET, None: USUAL_QUIET, "none": NEVER_QUIET}
    starts, ends = named[hours] if hours in named else str(hours).split("-")
    note(turn, "quiet", quiet_from=starts, quiet_until=ends)
    reminders.begin_anew_for(turn.tx, turn.person.id, turn.now)


# ---------------------------------------------------------------- what was read from words


def heard(name: str) -> Callable[[Turn], bool]:
    """Whether the answer to this question was read from somebody's own words."""

    def was_heard(turn: Turn) -> bool:
        return bool(set(turn.answers.get(f"heard_{name}", ())) & set(turn.answers.get(name) or ()))

    return was_heard


def keeps_unless_heard(name: str, save: Callable[[Turn, Any], None]) -> Callable[[Turn, Any], None]:
    """Write down what was tapped at once; what was read from words waits for its yes."""

    def keep(turn: Turn, value: Any) -> None:
        if not heard(name)(turn):
            save(turn, value)

    return keep


def keeps_if_right(name: str, save: Callable[[Turn, Any], None]) -> Callable[[Turn, Any], None]:
    """Write down what was read from words, now that it is right."""

    def keep(turn: Turn, answer: str) -> None:
        if answer == "right":
            save(turn, turn.answers[name])

    return keep


def asks_again(name: str) -> Callable[[Turn], None]:
    """Put a question again that was read wrong."""

    def forget(turn: Turn) -> None:
        for each in (name, f"sure_{name}", f"heard_{name}", "heard_days"):
            turn.answers.pop(each, None)
        turn.conversation.again += [name, f"sure_{name}"]

    return forget


def as_understood(name: str) -> Callable[[Turn], dict[str, str]]:
    """What was read from words, in our words."""

    def understood(turn: Turn) -> dict[str, str]:
        days = turn.answers.get("heard_days") if name == "slots" else None
        how_much = [profile.shown_days(turn, f"{days:g}")] if days is not None else []
        return {"understood": " · ".join([SHOWN[name](turn, turn.answers[name]), *how_much])}

    return understood
