"""Who was told of which role, who will be, and for whom it waits, asked of real databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Connection, Engine, select, update

from storage import announcements, people, volunteers
from storage.announcements import Notice
from storage.schema import chats
from storage.schema import people as people_table
from tests.storage import some
from tests.storage.some import NOW

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def planned(role: str, person: str, due: timedelta = HOUR) -> Notice:
    return Notice(role, person, NOW, state="planned", due_at=NOW + due)


def tray_of(tx: Connection, chat: str) -> int:
    return int(tx.execute(select(chats.c.tray).where(chats.c.name == chat)).scalar_one())


def test_a_person_is_told_of_a_role_once(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx)
        assert announcements.announce(tx, role, person, NOW)
        assert not announcements.announce(tx, role, person, NOW + DAY)
        assert announcements.count_announced(tx, role) == 1


def test_who_was_told_is_remembered_for_fairness_and_who_is_planned_is_not_yet(engine: Engine) -> None:
    with engine.begin() as tx:
        role, told, waits = some.role(tx, some.project(tx)), some.person(tx), some.person(tx)
        announcements.keep(tx, [Notice(role, told, NOW), planned(role, waits)])
        said = dict(tx.execute(select(people_table.c.id, people_table.c.told_at)).all())
        assert said == {told: NOW, waits: None}
        announcements.take_due(tx, waits, NOW + HOUR)
        query = select(people_table.c.told_at).where(people_table.c.id == waits)
        assert tx.execute(query).scalar_one() == NOW + HOUR


def test_only_new_notices_are_kept(engine: Engine) -> None:
    with engine.begin() as tx:
        role, first, second = some.role(tx, some.project(tx)), some.person(tx), some.person(tx)
        announcements.announce(tx, role, first, NOW - DAY)
        fresh = announcements.keep(tx, [planned(role, first), planned(role, second)])
        assert [each.person for each in fresh] == [second]
        assert announcements.find(tx, role, first) == Notice(role, first, NOW - DAY)


def test_what_is_due_is_taken_once(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx, chat="line:U1")
        early, late = some.role(tx, project), some.role(tx, project)
        announcements.keep(tx, [planned(early, person), planned(late, person, 2 * HOUR)])
        assert announcements.people_due(tx, NOW, 9) == []
        assert announcements.people_due(tx, NOW + HOUR, 9) == [(person, NOW + HOUR)]
        assert [each.role for each in announcements.take_due(tx, person, NOW + HOUR)] == [early]
        assert announcements.take_due(tx, person, NOW + HOUR) == []
        assert announcements.people_due(tx, NOW + HOUR, 9) == []


def test_who_cannot_be_reached_is_not_due(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        announcements.keep(tx, [planned(role, person)])
        tx.execute(update(chats).values(reachable=False))
        assert announcements.people_due(tx, NOW + DAY, 9) == []


def test_the_tray_counts_in_every_chat_of_the_person(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx, chat="line:U1")
        some.person(tx, chat="line:U2")
        first, second = some.role(tx, project), some.role(tx, project)
        announcements.into_tray(tx, [Notice(first, person, NOW), Notice(second, person, NOW + HOUR)])
        assert (tray_of(tx, "line:U1"), tray_of(tx, "line:U2")) == (2, 0)
        assert announcements.in_tray(tx, person) == [second, first]
        taken = announcements.take_tray(tx, person, [second], NOW + DAY)
        announcements.count_tray(tx, [person])
        assert [(each.role, each.state) for each in taken] == [(second, "told")]
        assert tray_of(tx, "line:U1") == 1


def test_what_is_not_said_of_a_role_is_dropped_and_what_was_said_stays(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        told, waits, tray = some.person(tx), some.person(tx), some.person(tx, chat="line:U3")
        announcements.announce(tx, role, told, NOW)
        announcements.keep(tx, [planned(role, waits)])
        announcements.into_tray(tx, [Notice(role, tray, NOW)])
        assert announcements.drop(tx, role) == 2
        assert [each.person for each in announcements.of_role(tx, role)] == [told]
        assert tray_of(tx, "line:U3") == 0


def test_who_heard_just_now_or_is_still_to_hear_has_had_no_time_to_answer(engine: Engine) -> None:
    with engine.begin() as tx:
        role = some.role(tx, some.project(tx))
        announcements.announce(tx, role, some.person(tx), NOW - 2 * DAY)
        announcements.announce(tx, role, some.person(tx), NOW - DAY)
        announcements.keep(tx, [planned(role, some.person(tx))])
        counts = [announcements.count_unheard(tx, role, NOW - days * DAY) for days in (0, 1, 2, 3)]
        assert counts == [1, 1, 2, 3]


def test_erasing_a_person_drops_what_was_planned_for_them(engine: Engine) -> None:
    with engine.begin() as tx:
        role, person = some.role(tx, some.project(tx)), some.person(tx, chat="line:U1")
        announcements.keep(tx, [planned(role, person)])
        people.erase(tx, person, NOW)
        assert announcements.of_role(tx, role) == []
        assert announcements.people_due(tx, NOW + DAY, 9) == []


def test_planned_news_is_counted_once_for_each_letter_on_line(engine: Engine) -> None:
    with engine.begin() as tx:
        project = some.project(tx)
        first, second = some.role(tx, project), some.role(tx, project)
        line, telegram = some.person(tx, chat="line:U1"), some.person(tx, chat="telegram:1")
        announcements.keep(tx, [planned(first, line), planned(second, line), planned(first, telegram)])
        assert announcements.planned_pushes(tx, "line") == 1
        announcements.keep(tx, [planned(first, some.person(tx, chat="line:U2"))])
        assert announcements.planned_pushes(tx, "line") == 2


@pytest.mark.parametrize(("news", "most"), [("at_once", 2), ("best_only", 2), ("weekly", 4)])
def test_only_so_many_roles_wait_for_a_person(engine: Engine, news: str, most: int) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx, chat="line:U1")
        people.learn(tx, person, news=news)
        for number in range(most):
            assert volunteers.candidates(tx, some.role(tx, project), NOW), number
            announcements.keep(tx, [planned(some.role(tx, project), person)])
        assert volunteers.candidates(tx, some.role(tx, project), NOW) == []


def test_a_digest_that_was_said_leaves_room_for_the_next(engine: Engine) -> None:
    with engine.begin() as tx:
        project, person = some.project(tx), some.person(tx, chat="line:U1")
        people.learn(tx, person, news="weekly")
        announcements.keep(tx, [planned(some.role(tx, project), person) for _ in range(4)])
        assert announcements.with_digest_planned(tx) == {person}
        announcements.take_due(tx, person, NOW + HOUR)
        assert volunteers.candidates(tx, some.role(tx, project), NOW + HOUR)
        assert announcements.with_digest_planned(tx) == set()
