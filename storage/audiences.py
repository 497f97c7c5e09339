"""Audiences: who would hear a broadcast, in which chat, and who of them first: the best match, or who wrote lately."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, exists, func, insert, literal, select, text

from domain.announcing import Suited, suits
from domain.broadcasts import Audience, To
from domain.people import CAUSES, LEVELS, bits_of
from domain.sign_ups import HOLDING, SILENT
from storage import projects, volunteers
from storage.schema import broadcast_people, chats, people, person_skills, sign_ups
from storage.schema import companies as table

LANE: Final = case(
    (chats.c.name.startswith("line:"), literal("line-").concat(chats.c.language)), else_=literal("telegram")
)
"""Who can be told by the same letter: on LINE all of one language, on Telegram one by one."""


@dataclass(frozen=True, slots=True)
class Hearer:
    """Somebody who would hear it."""

    person: str
    chat: str
    language: str
    lane: str
    why: Suited | None = None
    """How well the role suits them, where the audience is a role's matches."""

    @property
    def channel(self) -> str:
        """The channel that they hear it in."""
        return self.chat.partition(":")[0]


better = chats.alias("better")


def hearing(audience: Audience, role: str | None) -> Select[Any]:
    """The query of who hears it, each in their best chat: agreed to hear of roles, of age, reachable.

    A free channel goes before a paid one: "telegram" sorts behind "line".
    """
    heard_at = func.coalesce(chats.c.heard_at, people.c.joined_at).label("heard_at")
    query = select(people.c.id, chats.c.name, chats.c.language, LANE.label("lane"), heard_at)
    query = query.join(chats, chats.c.person == people.c.id).where(chats.c.reachable)
    has_better = exists().where(better.c.person == people.c.id, better.c.reachable, better.c.name > chats.c.name)
    query = query.where(~has_better, people.c.adult, people.c.noticed_at.is_not(None), people.c.hears_of_roles)
    query = query.where(*narrowed(audience))
    if role:
        answered = sign_ups.c.state.in_((*HOLDING, *SILENT))
        query = query.where(people.c.id.not_in(select(sign_ups.c.person).where(sign_ups.c.role == role, answered)))
    return query


def narrowed(audience: Audience) -> list[ColumnElement[bool]]:
    """The conditions that a segment makes."""
    conditions: list[ColumnElement[bool]] = []
    if audience.skills:
        able = select(person_skills.c.person).where(person_skills.c.skill.in_(audience.skills))
        conditions.append(people.c.id.in_(able))
    if audience.provinces:
        conditions.append(people.c.province.in_(audience.provinces))
    if audience.causes:
        conditions.append(people.c.cause_bits.bitwise_and(bits_of(audience.causes, CAUSES)) != 0)
    if audience.company:
        conditions.append(people.c.company == audience.company)
    if audience.never_placed:
        conditions.append(people.c.seated_at.is_(None))
    if audience.language:
        conditions.append(chats.c.language == audience.language)
    if audience.channel:
        conditions.append(chats.c.name.startswith(f"{audience.channel}:"))
    return conditions


def reach(tx: Connection, audience: Audience, role: str | None, now: datetime) -> dict[str, int]:
    """How many people would hear it in each channel?"""
    counts = {"telegram": 0, "line": 0}
    if audience.to == To.ROLE:
        for each in matches(tx, audience, now):
            counts[each.channel] += 1
        return counts
    found = hearing(audience, role).subquery()
    for row in tx.execute(select(found.c.lane, func.count()).group_by(found.c.lane)):
        counts[row[0].partition("-")[0]] += row[1]
    return counts


def sample(tx: Connection, audience: Audience, role: str | None, now: datetime, limit: int) -> list[Hearer]:
    """Who would hear it, the first few?"""
    if audience.to == To.ROLE:
        return matches(tx, audience, now)[:limit]
    lately = hearing(audience, role).order_by(text("heard_at DESC"), people.c.id)
    return [Hearer(*row[:4]) for row in tx.execute(lately.limit(limit))]


def matches(tx: Connection, audience: Audience, now: datetime) -> list[Hearer]:
    """Whom does the audience's role suit, the best first?"""
    found = projects.find_role(tx, audience.role or "")
    if found is None:
        return []
    ranked = volunteers.ranked(tx, found, now, MOST_MATCHES, exclude_told=False)
    suited = [Suited(found.role.id, each.person, each.chat, each.match) for each in ranked]
    fitting = [each for each in suited if suits(each)]
    languages = languages_of(tx, [each.chat for each in fitting])
    return [hearer(each, languages[each.chat]) for each in fitting]


MOST_MATCHES: Final = 2000
"""So many of the best; who fits less well than so many others is better told in another way."""


def hearer(suited: Suited, language: str) -> Hearer:
    """A match as somebody who would hear it."""
    lane = f"line-{language}" if suited.channel == "line" else suited.channel
    return Hearer(suited.person.id, suited.chat, language, lane, suited)


def languages_of(tx: Connection, names: Sequence[str]) -> dict[str, str]:
    """Which language has each of these chats?"""
    rows = tx.execute(select(chats.c.name, chats.c.language).where(chats.c.name.in_(names)))
    return {row.name: row.language for row in rows}


def gather(tx: Connection, broadcast: str, audience: Audience, role: str | None, now: datetime) -> bool:
    """Write down the next of those who hear a broadcast, so many at once; false when that was everybody."""
    if audience.to == To.ROLE:
        fix_matches(tx, broadcast, matches(tx, audience, now), now)
        return False
    last = select(func.max(broadcast_people.c.person)).where(broadcast_people.c.broadcast == broadcast)
    after = tx.execute(last).scalar_one_or_none() or ""
    query = hearing(audience, role).where(people.c.id > after).order_by(people.c.id).limit(GATHERED_AT_ONCE)
    rows = [dict(zip(GATHERED, row, strict=True)) for row in tx.execute(query)]
    for row in rows:
        row["place"] = int((now - row.pop("heard_at")) / SECOND)
    if rows:
        tx.execute(insert(broadcast_people), [row | standing(broadcast, now) for row in rows])
    return len(rows) == GATHERED_AT_ONCE


GATHERED_AT_ONCE: Final = 500
"""So few that nobody's answer waits for it."""
GATHERED: Final = ("person", "chat", "language", "lane", "heard_at")
SECOND: Final = timedelta(seconds=1)


def standing(broadcast: str, now: datetime) -> dict[str, Any]:
    """What every row of a broadcast begins with."""
    return {"broadcast": broadcast, "due_at": now, "state": "queued"}


def fix_matches(tx: Connection, broadcast: str, hearers: Sequence[Hearer], now: datetime) -> None:
    """Write down the matches of a role as those who hear a broadcast, the best first."""
    rows = [
        {"person": each.person, "chat": each.chat, "language": each.language, "lane": each.lane, "place": place}
        for place, each in enumerate(hearers)
    ]
    if rows:
        tx.execute(insert(broadcast_people), [row | standing(broadcast, now) for row in rows])


def companies(tx: Connection) -> list[tuple[str, str]]:
    """Which companies have sent people, by name: id and name?"""
    sent = select(people.c.company).where(people.c.company.is_not(None))
    query = select(table.c.id, table.c.name).where(table.c.id.in_(sent)).order_by(table.c.name)
    return [(row.id, row.name) for row in tx.execute(query)]


def skills_of(tx: Connection, person: str) -> list[str]:
    """What is this person good at, what they know best first?"""
    best = case(*((person_skills.c.level == level, place) for place, level in enumerate(reversed(LEVELS))), else_=9)
    query = select(person_skills.c.skill).where(person_skills.c.person == person)
    return list(tx.execute(query.order_by(best, person_skills.c.skill)).scalars())
