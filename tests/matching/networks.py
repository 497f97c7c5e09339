"""Invented networks of any size: people, roles and who was told of what, the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random
from typing import Any, Final

from sqlalchemy import Connection, insert

from domain.people import CAUSES, DAYS, LEVELS, PARTS, PLACES, SLOTS, bits_of
from domain.provinces import PROVINCES
from domain.skills import TAXONOMY
from domain.work import OpenRole
from storage import projects
from storage.schema import chats, people, person_skills, person_wishes

KNOWN_WORDS: Final = ("มะลิ", "ข้าวหอม", "Somchai", "นที", "Ploy", "ต้นน้ำ")
ORGANISATIONS: Final = ("มูลนิธิบ้านอุ่นใจ", "กลุ่มรักษ์คลอง", "เครือข่ายครูดี", "ชมรมผู้สูงอายุริมน้ำ")
BUSY_AT: Final = {"sat": 8, "sun": 8, "evening": 5}
"""Volunteers are mostly free at weekends and in the evening."""
TOGETHER: Final = 1000


def in_some_order(seed: int) -> list[str]:
    """The skills, the most common first; which those are does not matter."""
    skills = sorted(TAXONOMY)
    Random(seed).shuffle(skills)
    return skills


COMMON_FIRST: Final = in_some_order(3)
HOW_COMMON: Final = [1 / (place + 6) for place, _ in enumerate(COMMON_FIRST)]
"""How often each skill is offered: some by very many people, most by few."""


def add_people(tx: Connection, random: Random, count: int, now: datetime) -> None:
    """Invent people with their chats, skills and wishes."""
    made = (person(random, number, now) for number in range(count))
    while some := list(islice(made, TOGETHER)):
        for table, part in ((people, 0), (chats, 1), (person_skills, 2), (person_wishes, 3)):
            rows = [row for each in some for row in each[part]]
            if rows:
                tx.execute(insert(table), rows)


def person(random: Random, number: int, now: datetime) -> tuple[list[dict[str, Any]], ...]:
    """The rows of one person in each table."""
    name = f"{number:012x}"
    learns = sorted(some_skills(random, random.choice((0, 0, 0, 1, 2))))
    chat = {"name": f"{random.choice(('line', 'telegram'))}:{name}", "person": name, "talk": {}}
    chat |= {"language": "th", "language_chosen": True, "reachable": random.random() < 0.95}
    skills = [
        {"person": name, "skill": each, "level": random.choice((None, *LEVELS, "professional"))}
        for each in some_skills(random, random.choice((0, 1, 2, 2, 3, 3, 4, 5)))
    ]
    wishes = [{"person": name, "skill": each} for each in learns]
    return [facts(random, name, learns, now)], [chat], skills, wishes


def facts(random: Random, name: str, learns: Sequence[str], now: datetime) -> dict[str, Any]:
    """What one person told."""
    slots = [slot for slot in SLOTS if random.randrange(20) < chance(slot)] if random.random() < 0.8 else []
    causes = sorted(random.sample(CAUSES, random.choice((0, 1, 2, 3))))
    away = [[date(2026, 12, 1).isoformat(), date(2026, 12, 10).isoformat()]] if random.random() < 0.05 else []
    return {
        "id": name,
        "joined_at": now - timedelta(days=400),
        "name": random.choice(KNOWN_WORDS),
        "adult": random.random() < 0.98,
        "hears_of_roles": random.random() < 0.9,
        "news": random.choice(("at_once", "weekly", "best_only")),
        "place": random.choice((None, *PLACES, "both")),
        "province": "BKK" if random.random() < 0.4 else random.choice((None, *PROVINCES)),
        "slots": slots,
        "slot_bits": bits_of(slots, SLOTS),
        "causes": causes,
        "cause_bits": bits_of(causes, CAUSES),
        "learns": list(learns),
        "conflicts": [random.choice(ORGANISATIONS)] if random.random() < 0.05 else [],
        "away": away,
        "told_at": ago(random, now, 40),
        "seated_at": ago(random, now, 300),
        "answered": ["name", "sector", "employer", "province", "place", "skills", "slots", "causes", "days"],
    }


def chance(slot: str) -> int:
    """How many of 20 people are free at this time of the week."""
    day, _, part = slot.partition(":")
    return BUSY_AT.get(day, BUSY_AT.get(part, 2))


def ago(random: Random, now: datetime, most: int) -> datetime | None:
    """Some moment in the last days, or never."""
    return now - timedelta(days=random.randrange(most), minutes=1) if random.random() < 0.4 else None


def some_skills(random: Random, count: int) -> set[str]:
    """Some skills, the common ones more often."""
    return set(random.choices(COMMON_FIRST, HOW_COMMON, k=count))


def add_roles(tx: Connection, random: Random, count: int, now: datetime) -> list[OpenRole]:
    """Invent open roles, each of a project of its own."""
    made = [role(tx, random, number, now) for number in range(count)]
    return [found for each in made if (found := projects.find_role(tx, each))]


def role(tx: Connection, random: Random, number: int, now: datetime) -> str:
    """One open role."""
    project = projects.draft(
        tx, random.choice(ORGANISATIONS), f"โครงการ {number}", "ช่วยกัน", random.choice((None, *CAUSES)), now
    )
    projects.publish(tx, project, now)
    skills = sorted(some_skills(random, random.choice((1, 1, 2, 2, 3))))
    nice = sorted(some_skills(random, random.choice((0, 1, 2))) - set(skills))
    return projects.add_role(
        tx, project, title=f"งาน {number}", seats=2, hours_per_week=3.0, **needs(random, skills, nice)
    )


def needs(random: Random, skills: list[str], nice: list[str]) -> dict[str, Any]:
    """What one role needs."""
    place = random.choice(("online", "online", "on_site", "both"))
    slots = sorted({f"{random.choice(DAYS)}:{random.choice(PARTS)}" for _ in range(random.choice((0, 1, 2, 3)))})
    return {
        "skills": skills,
        "levels": {each: random.choice(LEVELS[1:]) for each in skills if random.random() < 0.6},
        "nice": nice,
        "place": place,
        "province": None if place == "online" else random.choice(("BKK", "CMI", "NBI", None)),
        "slots": slots,
        "teaches": sorted(some_skills(random, random.choice((0, 1)))),
    }
