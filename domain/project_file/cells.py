"""Reads one cell: what it means, or why it cannot be taken; a guess is never a value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from domain import session_times, small_numbers, web_addresses
from domain.provinces import PROVINCES, provinces_in
from domain.reading import read_availability, read_skills
from domain.reading.normalise import normalise
from domain.session_times import BUDDHIST, FURTHEST, Hours, Refusal, on_day
from domain.skills import TAXONOMY

THAI_YEARS_FROM: Final = 2400
"""A spreadsheet's date of such a year was typed as พ.ศ. into a cell that counts in ค.ศ."""
PIECES: Final = re.compile(r"\s*[,;\n、]\s*")
WITH_LEVEL: Final = re.compile(r"(.+?)\s*[(（:]\s*([^()（）:]+?)\s*[)）]?")
BROKEN: Final = re.compile(r"#(?:REF|N/A|VALUE|NAME\?|DIV/0|NULL|NUM)!?")


@dataclass(frozen=True, slots=True)
class Bad:
    """Why a cell cannot be taken: an entry ``import_projects.why-<why>`` of the texts, and what fills it."""

    why: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class About:
    """What reading needs to know besides the cell."""

    today: date
    now: datetime
    names: Mapping[str, Mapping[str, str]]
    """For each closed choice (``cause``, ``level`` …) its words, made plain, and what they stand for."""
    companies: Mapping[str, str]
    """The companies' names and codes, made plain, and their ids."""


Reader = Callable[[Any, About], Any]


def plain(words: Any) -> str:
    """The words without case and spaces, as names are compared."""
    return re.sub(r"\s+", "", normalise(str(words)))


def text_of(most: int) -> Reader:
    """Reads free text of at most so many characters."""

    def read(raw: Any, _about: About) -> str | Bad:
        words = " ".join(str(raw).split())
        if BROKEN.fullmatch(words):
            return Bad("broken_formula")
        return words if len(words) <= most else Bad("too_long", {"most": most})

    return read


def number_between(least: float, most: float, *, whole: bool) -> Reader:
    """Reads a number within bounds, in digits or words, of either language."""

    def read(raw: Any, _about: About) -> float | Bad:
        number = raw if isinstance(raw, int | float) and not isinstance(raw, bool) else small_numbers.read(str(raw))
        if number is None or number != number or (whole and number != int(number)):  # noqa: PLR0124 (not a number)
            return Bad("no_whole_number" if whole else "no_number")
        if not least <= number <= most:
            return Bad("out_of_bounds", {"least": f"{least:g}", "most": f"{most:g}"})
        return int(number) if whole else float(number)

    return read


def day(raw: Any, about: About) -> date | Bad:
    """Reads a day from today on, พ.ศ. or ค.ศ., typed or a spreadsheet's own."""
    found = cell_day(raw) if isinstance(raw, date) else session_times.read_day(str(raw), about.today)
    if isinstance(found, Refusal):
        return Bad("no_day" if found is Refusal.UNREAD else str(found))
    if found is None:
        return Bad(str(Refusal.NO_SUCH_DAY))
    if found < about.today:
        return Bad(str(Refusal.PAST), {"day": found.isoformat()})
    return found if found - about.today <= FURTHEST else Bad(str(Refusal.TOO_FAR), {"day": found.isoformat()})


def cell_day(raw: date) -> date | None:
    """The day in a spreadsheet's date; a year of the Thai era was typed, so it is meant."""
    year = raw.year - BUDDHIST if raw.year >= THAI_YEARS_FROM else raw.year
    return on_day(year, raw.month, raw.day)


def times(raw: Any, _about: About) -> Hours | Bad:
    """Reads from when until when."""
    found = session_times.read_hours(str(raw))
    return Bad(TIMES.get(found, str(found))) if isinstance(found, Refusal) else found


TIMES: Final = {Refusal.UNREAD: "no_times", Refusal.TOO_LONG: "too_long_session"}


def web_address(raw: Any, _about: About) -> str | Bad:
    """Reads an address of the web."""
    return web_addresses.read(str(raw)) or Bad("no_link")


def one_of(choice: str) -> Reader:
    """Reads one of a closed choice, by its id or its words in either language."""

    def read(raw: Any, about: About) -> str | Bad:
        found = about.names[choice].get(plain(raw))
        return found or Bad("not_one_of", {"choice": choice})

    return read


def yes_or_no(raw: Any, about: About) -> bool | Bad:
    """Reads a yes or a no."""
    if isinstance(raw, bool):
        return raw
    said = about.names["yes_no"].get(plain(raw))
    return Bad("no_yes_or_no") if said is None else said == "yes"


def skills(raw: Any, about: About) -> dict[str, str | None] | Bad:
    """Reads skills with the level that is needed, if one is told: ``ออกแบบกราฟิก (ทำเป็นอาชีพ), ทำเว็บ``."""
    found: dict[str, str | None] = {}
    for piece in pieces(raw):
        read = skill_and_level(piece, about)
        if isinstance(read, Bad):
            return read
        found[read[0]] = read[1]
    return found or Bad("missing")


def pieces(raw: Any) -> list[str]:
    """The pieces of a list, in a cell or in a file that has lists."""
    parts = raw if isinstance(raw, list | tuple) else PIECES.split(str(raw))
    return [str(part).strip() for part in parts if str(part).strip()]


def skill_and_level(piece: str, about: About) -> tuple[str, str | None] | Bad:
    """One skill, and the level after it."""
    named = WITH_LEVEL.fullmatch(piece)
    level = about.names["level"].get(plain(named[2])) if named else None
    if named and level is None:
        return Bad("no_level", {"words": named[2]})
    words = named[1] if named else piece
    skill = the_skill(words)
    if skill:
        return skill, level
    likely = [TAXONOMY[each] for each in read_skills(words).suggestions[:3]]
    return Bad("no_skill", {"words": words, "likely": ", ".join(f"{each.th} ({each.id})" for each in likely) or "–"})


def the_skill(words: str) -> str | None:
    """The one skill that these words name, whether as their sender's or as one that is needed."""
    if words.strip().lower() in TAXONOMY:
        return words.strip().lower()
    found = {each.value for each in read_skills(words).explanation if each.meaning in {"skill", "need"}}
    return found.pop() if len(found) == 1 else None


def province(raw: Any, _about: About) -> str | Bad:
    """Reads a province by name or code."""
    if str(raw).strip().upper() in PROVINCES:
        return str(raw).strip().upper()
    found = provinces_in(str(raw))
    return found[0] if len(found) == 1 else Bad("no_province")


def slots(raw: Any, about: About) -> list[str] | Bad:
    """Reads times of the week in free words: ``เสาร์เช้า``, ``weekday evenings``."""
    reading = read_availability(" ".join(pieces(raw)), about.now)
    return sorted(reading.slots) if reading.understood and reading.slots else Bad("no_slots")


def company(raw: Any, about: About) -> str | Bad:
    """Reads one of the companies that the network knows, by name or code."""
    return about.companies.get(plain(raw)) or Bad("no_company")
