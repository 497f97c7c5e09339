"""Who may be told of a role, asked of real databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, update

from storage import announcements, people, seats, volunteers
from storage.schema import chats as chat_table
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
