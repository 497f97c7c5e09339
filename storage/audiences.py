"""Audiences: who would hear a broadcast, in which chat, and who of them first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, insert, literal, select

from domain.announcing import Suited, suits
from domain.broadcasts import Audience, To
from domain.matching import match
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


def reached() -> Select[Any]:
    """The query of everybody's best chat: a free channel before a paid one ("line" sorts before "telegram")."""
    query = select(chats.c.person, func.max(chats.c.name).label("name"))
    return query.where(chats.c.reachable, chats.c.person.is_not(None)).group_by(chats.c.person)


def hearing(audience: Audience, role: str | None) -> Select[Any]:
    """The query of who hears it: agreed to hear of roles, of age, reachable; heard of most recently first."""
    best = reached().subquery()
    columns = (people.c.id, chats.c.name, chats.c.language, LANE.label("lane"))
    query = select(*columns).join(best, best.c.person == people.c.id).join(chats, chats.c.name == best.c.name)
    query = query.where(people.c.adult, people.c.noticed_at.is_not(None), people.c.hears_of_roles)
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
    query = hearing(audience, role).order_by(*HEARD_LATELY).limit(limit)
    return [Hearer(*row) for row in tx.execute(query)]


HEARD_LATELY = (func.coalesce(chats.c.heard_at, people.c.joined_at).desc(), people.c.id)
"""Who wrote to us lately is the likeliest to care."""


def matches(tx: Connection, audience: Audience, now: datetime) -> list[Hearer]:
    """Whom does the audience's role suit, the best first?"""
    found = projects.find_role(tx, audience.role or "")
    if found is None:
        return []
    suited = [
        Suited(found.role.id, each.person, each.chat, match(each.person, each.skills, found.role, found.project))
        for each in volunteers.candidates(tx, found.role.id, now)
    ]
    fitting = sorted(filter(suits, suited), key=lambda each: (-each.match.score, each.person.id))
    languages = languages_of(tx, [each.chat for each in fitting])
    return [hearer(each, languages[each.chat]) for each in fitting]


def hearer(suited: Suited, language: str) -> Hearer:
    """A match as somebody who would hear it."""
    lane = f"line-{language}" if suited.channel == "line" else suited.channel
    return Hearer(suited.person.id, suited.chat, language, lane, suited)


def languages_of(tx: Connection, names: Sequence[str]) -> dict[str, str]:
    """Which language has each of these chats?"""
    rows = tx.execute(select(chats.c.name, chats.c.language).where(chats.c.name.in_(names)))
    return {row.name: row.language for row in rows}


def fix(tx: Connection, broadcast: str, audience: Audience, role: str | None, now: datetime) -> None:
    """Write down who hears a broadcast, each with their place in their channel."""
    if audience.to == To.ROLE:
        fix_matches(tx, broadcast, matches(tx, audience, now), now)
        return
    channel = case((chats.c.name.startswith("line:"), 1), else_=0)
    place = func.row_number().over(partition_by=channel, order_by=HEARD_LATELY)
    found = hearing(audience, role).add_columns(place.label("place")).subquery()
    columns = ("broadcast", "person", "chat", "language", "lane", "place", "due_at", "state")
    due_at = literal(now, broadcast_people.c.due_at.type)
    facts = (found.c.id, found.c.name, found.c.language, found.c.lane, found.c.place)
    rows = select(literal(broadcast), *facts, due_at, literal("queued"))
    tx.execute(insert(broadcast_people).from_select(columns, rows))


def fix_matches(tx: Connection, broadcast: str, hearers: Sequence[Hearer], now: datetime) -> None:
    """Write down the matches of a role as those who hear a broadcast."""
    places = {"telegram": 0, "line": 0}
    rows = []
    for each in hearers:
        places[each.channel] += 1
        facts = {"person": each.person, "chat": each.chat, "language": each.language, "lane": each.lane}
        place = places[each.channel]
        rows.append({"broadcast": broadcast, **facts, "place": place, "due_at": now, "state": "queued"})
    if rows:
        tx.execute(insert(broadcast_people), rows)


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
