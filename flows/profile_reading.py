"""Reads typed answers about oneself; what might be meant otherwise is only suggested."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from domain import session_times
from domain.provinces import PROVINCES, provinces_in
from domain.reading import normalise
from domain.reading.availability import read_availability
from domain.reading.days_away import read_away
from domain.reading.skills import read_skills
from domain.short_answers import has_identity_number, read_name, read_quiet_hours
from domain.skills import TAXONOMY
from domain.suiting import SHORTEST as TELLING
from domain.suiting import bare
from flows import profile, showing
from flows.engine import Option, Read, Turn, Unclear, Understood
from flows.engine.matching_words import nearly

LONGEST_EMPLOYER: Final = 100
MOST_DAYS: Final = 31
MOST_ORGANISATIONS: Final = 10
BETWEEN: Final = re.compile(r"[,;/\n]|\s+และ\s*|\s+กับ\s+|\s+and\s+|\s+&\s+", re.IGNORECASE)
"""What stands between two names; ``และ`` only after a space, for it is part of many a name."""
NUMBER_OF_DAYS: Final = re.compile(r"(?:ประมาณ|สัก|ราว ๆ|ราวๆ|about)?\s*(\d{1,2}(?:\.5)?)\s*(?:วัน|days?)?")


def a_name(text: str, _turn: Turn) -> Read:
    """What to call the person."""
    name = read_name(text)
    return Understood(name) if name and not has_identity_number(text) else Unclear()


def an_employer(text: str, _turn: Turn) -> Read:
    """Where the person works."""
    words = " ".join(text.split())
    if has_identity_number(words):
        return Unclear("private")
    fits = len(words) <= LONGEST_EMPLOYER and any(letter.isalpha() for letter in words)
    return Understood(words) if fits else Unclear()


def a_province(text: str, turn: Turn) -> Read:
    """The province that was named; one that was named with a “not”, or beside another, is only suggested."""
    found = provinces_in(text)
    if len(found) == 1 and not re.search("ไม่|\\bnot\\b|เคย|used to", normalise(text)):
        return Understood(found[0])
    likely = found or nearly(text, {code: province.names for code, province in PROVINCES.items()})
    options = tuple(province_option(turn, code) for code in likely[:5])
    return Unclear("which" if found else "retry", options)


def province_option(turn: Turn, code: str) -> Option:
    """A province as an answer."""
    return Option(code, profile.shown_province(turn, code))


def all_provinces(turn: Turn) -> list[Option]:
    """Every province, those where most people live first."""
    return [province_option(turn, code) for code in PROVINCES]


def all_skills(turn: Turn) -> list[Option]:
    """Every skill."""
    return [Option(skill, showing.skill(turn, skill)) for skill in profile.skill_list()]


def chosen_skills(turn: Turn) -> list[Option]:
    """The skills whose level is asked."""
    return [Option(skill, showing.skill(turn, skill)) for skill in turn.answers.get("skills") or ()]


def a_start(text: str, turn: Turn) -> Read:
    """A day from today on."""
    day = session_times.read_day(text, turn.today)
    if isinstance(day, date):
        return Understood(day.isoformat()) if day >= turn.today else Unclear("past")
    return Unclear("past" if day == session_times.Refusal.PAST else "retry")


def quiet_hours(text: str, _turn: Turn) -> Read:
    """When nobody should write."""
    hours = read_quiet_hours(text)
    return Understood("-".join(hours)) if hours else Unclear()


# ---------------------------------------------------------------- free words


def some_skills(text: str, turn: Turn) -> Read:
    """The skills that somebody says they have; they are read back before they are saved."""
    if has_identity_number(text):
        return Unclear("private")
    if text in TAXONOMY:
        return Understood([text])
    reading = read_skills(text)
    turn.answers["heard_skills"] = list(reading.skills)
    if reading.skills:
        return Understood(list(reading.skills))
    return Unclear(suggestions=tuple(Option(skill, showing.skill(turn, skill)) for skill in reading.suggestions))


def some_wishes(text: str, turn: Turn) -> Read:
    """The skills that somebody would like to learn, however they say it; they are read back before they are saved."""
    if has_identity_number(text):
        return Unclear("private")
    if text in TAXONOMY:
        return Understood([text])
    reading = read_skills(text)
    wished = list(dict.fromkeys(each.value for each in reading.explanation if each.meaning in {"skill", "wish"}))
    turn.answers["heard_learns"] = wished
    if wished:
        return Understood(wished)
    return Unclear(suggestions=tuple(Option(skill, showing.skill(turn, skill)) for skill in reading.suggestions))


def some_organisations(text: str, _turn: Turn) -> Read:
    """The organisations that somebody names, one or several."""
    if has_identity_number(text):
        return Unclear("private")
    named = [" ".join(each.split()) for each in BETWEEN.split(text)]
    names = list(dict.fromkeys(each for each in named if each))
    fit = all(len(bare(each)) >= TELLING and len(each) <= LONGEST_EMPLOYER for each in names)
    return Understood(names) if names and fit and len(names) <= MOST_ORGANISATIONS else Unclear()


def days_away(text: str, turn: Turn) -> Read:
    """The days on which somebody is away."""
    reading = read_away(text, turn.heard_at)
    if reading.reason:
        return Unclear("far" if reading.reason == "far" else "retry")
    return Understood([[first.isoformat(), last.isoformat()] for first, last in reading.away])


def some_times(text: str, turn: Turn) -> Read:
    """When somebody says they are free, and how much; it is read back before it is saved."""
    reading = read_availability(text, turn.heard_at)
    if not reading.understood:
        return Unclear()
    turn.answers["heard_slots"] = sorted(reading.slots)
    if reading.days_per_month is not None:
        turn.answers["heard_days"] = reading.days_per_month
    measured = reading.days_per_month is not None or reading.hours_per_week is not None
    return Unclear("which_times") if measured and not reading.slots else Understood(sorted(reading.slots))


def days_a_month(text: str, turn: Turn) -> Read:
    """How many days a month somebody can give."""
    found = NUMBER_OF_DAYS.fullmatch(normalise(text))
    days = float(found[1]) if found else read_availability(text, turn.heard_at).days_per_month
    return Understood(f"{days:g}") if days and days <= MOST_DAYS else Unclear()
