"""How well people suit a role, in whole points, worked out by the database: the same points as :mod:`domain.matching`.

First the people who offer one of the role's skills or one near to it; the others only if they could be among the best.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    String,
    and_,
    case,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
)

from domain import weighing
from domain.people import CAUSES, LEVELS, SLOTS, bits_of
from domain.provinces import together
from domain.weighing import CAUSE, LEARN, NEW, NICE, RESTED, SKILLS, STRONGEST, TIME, Weights
from domain.work import OpenRole, Project, Role
from storage.schema import MATCHING, people, person_wishes

Points = ColumnElement[int]
REST: Final = TIME + CAUSE + LEARN + RESTED + NEW
"""The most points that somebody can have without any skill."""
STRONG: Final = 66
"""Who has so many per cent of what skills can bring is looked at first: their scores show who else is worth a look."""


def ranking(
    tx: Connection, found: OpenRole, now: datetime, may_hear: ColumnElement[bool], most: int
) -> Sequence[Row[tuple[str, int]]]:
    """Who of those who may hear of the role suits it best: id and points, the best first?"""
    role, rest = found.role, points_of_rest(found, now)
    if not role.skills and not role.nice:
        points = (rest + weighing.skill_points(role, 0, 0)) * place(role) // 100
        return tx.execute(best_of(select(people.c.id, points.label("points")).where(may_hear), most)).all()
    if len(role.skills) == 1:
        rows = tx.execute(among_skilled(met(tx, role, near=False), rest, role, may_hear, most)).all()
        if are_the_best(rows, most, best_of_near(role)):
            return rows
    skilled = met(tx, role)
    rows = tx.execute(among_skilled(skilled, rest, role, may_hear, most)).all()
    if are_the_best(rows, most, base(role) + REST):
        return rows
    points = (func.coalesce(skilled.c.worth, base(role)) + rest) * place(role) // 100
    everybody = select(people.c.id, points.label("points")).outerjoin(skilled, skilled.c.person == people.c.id)
    return tx.execute(best_of(everybody.where(may_hear), most)).all()


def are_the_best(rows: Sequence[Row[tuple[str, int]]], most: int, others: int) -> bool:
    """Whether there are so many rows, and each has more points than the others can have."""
    return len(rows) == most and rows[-1].points > others


def best_of_near(role: Role) -> int:
    """The most points that somebody can have with only a skill near to the role's one, or with too little of it."""
    return weighing.skill_points(role, weighing.NEAR, weighing.NEAR) + NICE * bool(role.nice) + REST


def suited(
    tx: Connection, found: OpenRole, now: datetime, may_hear: ColumnElement[bool], least: ColumnElement[int]
) -> Sequence[Row[tuple[str, list[str], list[list[str]]]]]:
    """Who of those who may hear of the role has at least so many points: id, conflicts and days away, in no order?"""
    skilled = met(tx, found.role)
    points = (skilled.c.worth + points_of_rest(found, now)) * place(found.role) // 100
    query = of_skilled(select(people.c.id, people.c.conflicts, people.c.away), skilled)
    return tx.execute(query.where(may_hear, points >= least)).all()


def of_skilled(query: Select[Any], skilled: CTE) -> Select[Any]:
    """The query, asked of those who offer a skill.

    SQLite must look each of them up in the index; left to itself it makes an index of its own, of all people, each
    time. That is what the hint and the idle ``||`` are for.
    """
    query = query.join(skilled, people.c.id == skilled.c.person.concat(""))
    return query.with_hint(people, f"INDEXED BY {MATCHING.name}", "sqlite")


def among_skilled(
    skilled: CTE, rest: Points, role: Role, may_hear: ColumnElement[bool], most: int
) -> Select[tuple[str, int]]:
    """The query of the best who offer a skill: whoever cannot reach the points of the strong ones is left out early."""
    points = (skilled.c.worth + rest) * place(role) // 100
    weighed = of_skilled(select(people.c.id, points.label("points")), skilled).where(may_hear)
    strong = best_of(weighed.where(skilled.c.worth >= (SKILLS + NICE) * STRONG // 100), most).subquery()
    reached = select(case((func.count() == most, func.min(strong.c.points)), else_=0)).scalar_subquery()
    return best_of(weighed.where(skilled.c.worth >= reached - REST), most)


def best_of(weighed: Select[Any], most: int) -> Select[Any]:
    """The first of these, the best first; equals in an order that stays the same."""
    return weighed.order_by(literal_column("points").desc(), people.c.id).limit(most)


def base(role: Role) -> int:
    """Points that everybody has, whatever they can do."""
    return weighing.skill_points(role, 0, 0)


# ---------------------------------------------------------------- skills


def met(tx: Connection, role: Role, *, near: bool = True) -> CTE:
    """What the skills of each person are worth to the role, for those who offer any that counts.

    In SQL of its own: SQLAlchemy would take longer to write it than the database to answer it.
    """
    must = weighing.must(role) if near else [weighing.exact(each, role.levels.get(each)) for each in role.skills]
    wanted = [*must, *weighing.nice(role)]
    skills = sorted({skill for counts in wanted for skill, _ in counts})
    rows = " UNION ALL ".join(holders(f"offered_{place}", skill, wanted) for place, skill in enumerate(skills))
    largest = "GREATEST" if tx.dialect.name == "postgresql" else "MAX"
    query = text(f"SELECT person, {worth(role, largest)} AS worth FROM ({rows}) AS offered GROUP BY person")  # noqa: S608 - numbers and our own names
    named = query.bindparams(**{f"offered_{place}": skill for place, skill in enumerate(skills)})
    return named.columns(column("person", String), column("worth", Integer)).cte("met")


def worth(role: Role, largest: str) -> str:
    """The points of :func:`domain.weighing.skill_points` and :func:`domain.weighing.nice_points`, in SQL."""
    best = [f"MAX(met_{place})" for place in range(len(role.skills) + len(role.nice))]
    needed, liked = best[: len(role.skills)], best[len(role.skills) :]
    return " + ".join([worth_of_needed(role, needed, largest), *worth_of_liked(liked)])


def worth_of_needed(role: Role, needed: Sequence[str], largest: str) -> str:
    """The points for what the role needs."""
    if not needed:
        return str(base(role))
    strongest = f"{largest}({', '.join(needed)})" if len(needed) > 1 else needed[0]
    share = f"{STRONGEST * len(needed)} * {strongest} + {100 - STRONGEST} * ({' + '.join(needed)})"
    return f"{SKILLS if role.nice else SKILLS + NICE} * ({share}) / {10_000 * len(needed)}"


def worth_of_liked(liked: Sequence[str]) -> list[str]:
    """The points for what is good to have, if anything is."""
    return [f"{NICE} * ({' + '.join(liked)}) / {100 * len(liked)}"] if liked else []


def holders(name: str, skill: str, wanted: Sequence[Weights]) -> str:
    """The query of who offers this skill, with what it counts for each of the wanted ones, if it counts for any."""
    counts = [{level: each.get((skill, level), 0) for level in (None, *LEVELS)} for each in wanted]
    columns = ", ".join(f"{by_level(each)} AS met_{place}" for place, each in enumerate(counts))
    idle = ", ".join(f"'{level}'" for level in LEVELS if not any(each[level] for each in counts))
    counting = f" AND (level IS NULL OR level NOT IN ({idle}))" if idle else ""
    return f"SELECT person, {columns} FROM person_skills WHERE skill = :{name}{counting}"  # noqa: S608 - numbers and our own names


def by_level(counts: Mapping[str | None, int]) -> str:
    """What counts how much at which level."""
    if len(set(counts.values())) == 1:
        return str(counts[None])
    known = " ".join(f"WHEN '{level}' THEN {counts[level]}" for level in LEVELS)
    return f"CASE level {known} ELSE {counts[None]} END"


# ---------------------------------------------------------------- the rest


def points_of_rest(found: OpenRole, now: datetime) -> Points:
    """Points for time, cause, wishes and fairness."""
    fair = since(people.c.told_at, RESTED, now, weighing.ASKED) + since(people.c.seated_at, NEW, now, weighing.SEATED)
    return time(found.role) + cause(found.project) + wish(found.role) + fair


def time(role: Role) -> Points:
    """The points of :func:`domain.weighing.time_percent`."""
    if not role.slots:
        return literal(TIME * weighing.OPEN_TIME // 100)
    wanted = bits_of(role.slots, SLOTS)
    shared = people.c.slot_bits.op("&")(wanted)
    more = shared.op("&")(shared - 1)
    return case(
        (people.c.slot_bits == 0, TIME * weighing.UNKNOWN_TIME // 100),
        (shared == 0, 0),
        (or_(more != 0, shared == wanted), TIME),
        else_=TIME * weighing.SOME_TIME // 100,
    )


def cause(project: Project) -> Points:
    """The points for caring for what the project is for."""
    bit = bits_of([project.cause] if project.cause else [], CAUSES)
    return case((people.c.cause_bits.op("&")(bit) != 0, CAUSE), else_=0) if bit else literal(0)


def wish(role: Role) -> Points:
    """The points for wanting to learn what can be learned here."""
    wished = weighing.wishes(role)
    if not wished:
        return literal(0)
    wishers = select(person_wishes.c.person).where(person_wishes.c.skill.in_(sorted(wished)))
    return case((people.c.id.in_(wishers), LEARN), else_=0)


def since(moment: ColumnElement[Any], points: int, now: datetime, steps: Sequence[tuple[Any, int]]) -> Points:
    """The points of :func:`domain.weighing.since`."""
    passed = [(moment < now - ago, points * percent // 100) for ago, percent in steps]
    return case((moment.is_(None), points), *passed, else_=0)


def place(role: Role) -> Points:
    """The per cent of :func:`domain.weighing.place_percent`."""
    where, province = people.c.place, people.c.province
    online = or_(where.is_(None), where != "on_site")
    out = or_(where.is_(None), where != "online")
    here = and_(out, province.in_(sorted(together(role.province))))
    if role.place == "online":
        return case((online, 100), else_=weighing.NOT_ONLINE)
    suits = or_(online, here) if role.place == "both" else here
    unknown = province.is_(None) if role.province else literal_column("1 = 1")
    return case(
        (suits, 100),
        (~out, weighing.NOT_ON_SITE),
        (unknown, weighing.UNKNOWN_PLACE),
        else_=weighing.ELSEWHERE,
    )
