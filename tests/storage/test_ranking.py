"""The database ranks people for a role exactly as weighing everybody one by one would."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import Connection, Engine, insert, select, true

from domain.announcing import Suited, suits
from domain.matching import points
from domain.people import Person
from domain.suiting import is_conflict
from domain.work import OpenRole
from storage import chats, people, projects, ranking, sessions, sign_ups, volunteers
from storage.schema import announcements
from storage.schema import people as people_table
from storage.schema import sign_ups as sign_up_table
from tests.matching.networks import add_people, add_roles
from tests.storage import some
from tests.storage.some import NOW

SEEDS = (1, 2, 3)
DAY = timedelta(days=1)


def everybody(tx: Connection) -> list[Person]:
    rows = tx.execute(select(*people.FACTS).order_by(people_table.c.id)).mappings()
    return [people.person_of(row) for row in rows]


def one_by_one(tx: Connection, who: list[Person], found: OpenRole) -> list[tuple[str, int]]:
    """All these people with their points, weighed in Python, the best first."""
    weighed = [(each.id, points(each, people.skills_of(tx, each.id), found.role, found.project, NOW)) for each in who]
    return sorted(weighed, key=lambda each: (-each[1], each[0]))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_database_gives_everybody_the_same_points(engine: Engine, seed: int) -> None:
    with engine.begin() as tx:
        add_people(tx, Random(seed), 300, NOW)
        who = everybody(tx)
        for found in add_roles(tx, Random(seed), 8, NOW):
            rows = ranking.ranking(tx, found, NOW, true(), 1000)
            assert [tuple(row) for row in rows] == one_by_one(tx, who, found)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("most", [1, 4, 30])
def test_what_is_left_out_early_is_never_among_the_best(engine: Engine, seed: int, most: int) -> None:
    with engine.begin() as tx:
        add_people(tx, Random(seed + 10), 400, NOW)
        who = everybody(tx)
        for found in add_roles(tx, Random(seed), 8, NOW):
            rows = ranking.ranking(tx, found, NOW, true(), most)
            assert [tuple(row) for row in rows] == one_by_one(tx, who, found)[:most]


def test_a_role_without_skills_ranks_everybody(engine: Engine) -> None:
    with engine.begin() as tx:
        add_people(tx, Random(5), 100, NOW)
        role = projects.add_role(
            tx,
            some.project(tx),
            title="ช่วยวันงาน",
            seats=3,
            hours_per_week=2.0,
            skills=[],
            slots=["sat:morning"],
            place="online",
        )
        found = projects.find_role(tx, role)
        assert found
        rows = ranking.ranking(tx, found, NOW, true(), 20)
        assert [tuple(row) for row in rows] == one_by_one(tx, everybody(tx), found)[:20]


# ---------------------------------------------------------------- who may be told


def in_the_middle_of_it(tx: Connection, random: Random, found: OpenRole, other: OpenRole) -> None:
    """Some have answered, some were told, some are in another team that meets at the same time."""
    ids = [each.id for each in everybody(tx)]
    states = ("accepted", "never", "turned_down", "not_now", "withdrawn", "interested")
    for place, person in enumerate(random.sample(ids, 60)):
        row = {"id": person, "role": found.role.id, "person": person, "state": random.choice(states)}
        days = random.choice((3, 40))
        tx.execute(insert(sign_up_table).values(**row, changed_at=NOW - days * DAY))
        if place % 3 == 0:
            tx.execute(insert(announcements).values(role=found.role.id, person=person, at=NOW - 60 * DAY))
    for person in random.sample(ids, 60):
        row = {"id": f"o{person[1:]}", "role": other.role.id, "person": person, "state": "trained"}
        tx.execute(insert(sign_up_table).values(**row, changed_at=NOW - 50 * DAY))
    told = [some.role(tx, found.project.id) for _ in range(3)]
    for person in random.sample(ids, 80):
        for role in random.sample(told, random.choice((1, 2, 3))):
            tx.execute(insert(announcements).values(role=role, person=person, at=NOW - random.choice((3, 9)) * DAY))
    start = NOW + 10 * DAY
    meeting = sessions.plan(tx, found.project.id, "kickoff", start, start + DAY / 8, "Zoom", now=NOW)
    sessions.plan(tx, other.project.id, "workshop", start + DAY / 24, start + DAY / 6, "Meet", now=NOW)
    assert meeting


def may_be_told(tx: Connection, who: Person, found: OpenRole, *, told_before: bool) -> bool:
    """The rules, one after the other, for one person."""
    standing = sign_ups.standing(tx, found.role.id, who.id)
    if standing and (standing.state != "not_now" or standing.changed_at > NOW - 30 * DAY):
        return False
    news = tx.execute(select(announcements).where(announcements.c.person == who.id)).all()
    if any(each.role == found.role.id for each in news) and not told_before:
        return False
    often = who.news != "weekly" and sum(each.at > NOW - 7 * DAY for each in news) >= 2
    barred = is_conflict(who, found.project) or sessions.clashes(tx, who, found.project.id, NOW)
    return bool(who.adult and who.hears_of_roles and chats.of_person(tx, who.id) and not often and not barred)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("told_before", [False, True])
def test_exactly_those_who_may_be_told_are_ranked(engine: Engine, seed: int, told_before: bool) -> None:
    with engine.begin() as tx:
        add_people(tx, Random(seed), 300, NOW)
        found, other = add_roles(tx, Random(seed), 2, NOW)
        in_the_middle_of_it(tx, Random(seed), found, other)
        who = [each for each in everybody(tx) if may_be_told(tx, each, found, told_before=told_before)]
        expected = [name for name, _ in one_by_one(tx, who, found)]
        for limit in (3, 15, 1000):
            chosen = volunteers.ranked(tx, found, NOW, limit, exclude_told=not told_before)
            assert [each.person.id for each in chosen] == expected[:limit]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_count_of_those_whom_it_suits_is_that_of_the_ranking(engine: Engine, seed: int) -> None:
    with engine.begin() as tx:
        add_people(tx, Random(seed), 300, NOW)
        for found in add_roles(tx, Random(seed), 6, NOW):
            ranked = volunteers.ranked(tx, found, NOW, 1000)
            suited = [each for each in ranked if suits(Suited(found.role.id, each.person, each.chat, each.match))]
            assert volunteers.count_suited(tx, found, NOW) == len(suited)
