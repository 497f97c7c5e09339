"""Who may be told of a role, asked of real databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, update

from storage import announcements, people, projects, seats, settings, volunteers
from storage.schema import chats as chat_table
from storage.schema import projects as project_table
from tests.storage import some
from tests.storage.some import NOW

DAY = timedelta(days=1)


def test_a_candidate_comes_with_skills_and_the_free_channel(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        tx.execute(
            chat_table.insert().values(
                name="telegram:41", person=person, language="th", language_chosen=True, reachable=True, talk={}
            )
        )
        people.set_skills(tx, person, {"design.graphic": "able", "legal.tax": None})
        (found,) = volunteers.candidates(tx, role, NOW)
        assert (found.person.id, found.chat) == (person, "telegram:41")
        assert found.match.skills == (("design.graphic", "able"),)
        assert found.skills == {"design.graphic": "able", "legal.tax": None}


def test_only_who_wants_role_news_is_told(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        some.person(tx, chat="line:U1", news="no")
        withdrawn = some.person(tx, chat="line:U2")
        people.consent(tx, withdrawn, "role_news", "no", NOW)
        again = some.person(tx, chat="line:U3", news="no")
        people.consent(tx, again, "role_news", "yes", NOW)
        assert [each.person.id for each in volunteers.candidates(tx, role, NOW)] == [again]


def test_who_is_out_of_reach_or_under_age_is_not_told(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        some.person(tx)
        some.person(tx, chat="line:U1")
        tx.execute(update(chat_table).values(reachable=False))
        young = some.person(tx, chat="line:U2")
        people.learn(tx, young, adult=False)
        assert volunteers.candidates(tx, role, NOW) == []


@pytest.mark.parametrize("state", ["accepted", "waiting", "withdrawn", "never"])
def test_who_has_settled_the_role_is_not_told(engine: Engine, state: str) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        seats.write(tx, role, person, state, NOW - 365 * DAY)
        assert volunteers.candidates(tx, role, NOW) == []


@pytest.mark.parametrize(("days", "told"), [(29, False), (31, True)])
def test_not_now_lasts_30_days(engine: Engine, days: int, told: bool) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        seats.write(tx, role, person, "not_now", NOW - days * DAY)
        assert bool(volunteers.candidates(tx, role, NOW)) is told


def test_nobody_is_told_of_a_role_twice(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        announcements.announce(tx, role, person, NOW - 365 * DAY)
        assert volunteers.candidates(tx, role, NOW) == []


def test_nobody_is_told_of_more_than_two_roles_a_week(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx, chat="line:U1")
        first, second, third = (some.role(tx, project) for _ in range(3))
        announcements.announce(tx, first, person, NOW - 6 * DAY)
        assert volunteers.candidates(tx, third, NOW)
        announcements.announce(tx, second, person, NOW - 5 * DAY)
        assert volunteers.candidates(tx, third, NOW) == []
        assert volunteers.candidates(tx, third, NOW + 2 * DAY)


def test_staff_can_set_how_many_roles_a_week(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx, chat="line:U1")
        first, second = some.role(tx, project), some.role(tx, project)
        announcements.announce(tx, first, person, NOW - DAY)
        assert volunteers.candidates(tx, second, NOW)
        settings.note(tx, "notices_a_week", 1, NOW)
        assert volunteers.candidates(tx, second, NOW) == []


def test_who_was_told_may_be_looked_at_again_if_asked_for(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        announcements.announce(tx, role, person, NOW - 30 * DAY)
        found = projects.find_role(tx, role)
        assert found
        assert volunteers.ranked(tx, found, NOW, 5) == []
        assert [each.person.id for each in volunteers.ranked(tx, found, NOW, 5, exclude_told=False)] == [person]


def test_of_equals_who_was_told_of_a_role_goes_last(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        earlier, role = some.role(tx, project), some.role(tx, project)
        told, rested = some.person(tx, chat="line:U1"), some.person(tx, chat="line:U2")
        announcements.announce(tx, earlier, told, NOW - DAY)
        assert [each.person.id for each in volunteers.candidates(tx, role, NOW)] == [rested, told]


def test_who_has_a_conflict_of_interest_or_other_dates_is_not_told(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        role = some.role(tx, project)
        some.session(tx, project, 10 * DAY)
        day = (NOW + 10 * DAY).date()
        people.learn(tx, some.person(tx, chat="line:U1"), conflicts=["มูลนิธิบ้านอุ่นใจ"])
        people.learn(tx, some.person(tx, chat="line:U2"), away=((day - DAY, day + DAY),))
        free = some.person(tx, chat="line:U3")
        people.learn(tx, free, conflicts=["เครือข่ายอื่น"], away=((day + DAY, day + 2 * DAY),))
        assert [each.person.id for each in volunteers.candidates(tx, role, NOW)] == [free]


# ---------------------------------------------------------------- roles for a person


def roles_for(tx: Connection, person: str) -> list[str]:
    """The projects of the roles that a person could have."""
    who = people.find(tx, person)
    assert who
    return [each.project.title for each in volunteers.roles_for(tx, who, NOW)]


def test_roles_that_cannot_be_had_are_not_offered(engine: Engine) -> None:
    with engine.begin() as tx:
        own, other, late, free = (some.project(tx, title) for title in ("ของเรา", "ชนกัน", "ปิดรับ", "ว่าง"))
        roles = {each: some.role(tx, each) for each in (own, other, late, free)}
        some.session(tx, own, 10 * DAY)
        some.session(tx, other, 10 * DAY)
        tx.execute(update(project_table).where(project_table.c.id == late).values(closes_at=NOW))
        person = some.person(tx)
        seats.write(tx, roles[own], person, "accepted", NOW)
        assert roles_for(tx, person) == ["ว่าง"]


def test_no_role_of_an_organisation_that_one_should_not_work_with_is_offered(engine: Engine) -> None:
    with engine.begin() as tx:
        some.role(tx, some.project(tx))
        person = some.person(tx)
        assert roles_for(tx, person) == ["เพจใหม่"]
        people.learn(tx, person, conflicts=["บ้านอุ่นใจ"])
        assert roles_for(tx, person) == []


def test_no_role_that_meets_while_one_is_away_is_offered(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        some.role(tx, project)
        some.session(tx, project, 10 * DAY)
        person = some.person(tx)
        day = (NOW + 10 * DAY).date()
        people.learn(tx, person, away=((day, day),))
        assert roles_for(tx, person) == []
